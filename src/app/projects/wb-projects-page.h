/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbProjectsPage:
 *
 * The section "Projects": the projects opened before, opening one from a file, starting one from a guide.
 * A row activates "win.open-project" with the path.
 *
 * Properties "services" (construct only), "sidebar-button" as in WbLibraryPage.
 */
#define WB_TYPE_PROJECTS_PAGE (wb_projects_page_get_type ())
G_DECLARE_FINAL_TYPE (WbProjectsPage, wb_projects_page, WB, PROJECTS_PAGE, AdwBin)

GtkWidget *wb_projects_page_new (WbServices *services);

G_END_DECLS
