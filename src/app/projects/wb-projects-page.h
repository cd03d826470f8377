/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-section.h"

G_BEGIN_DECLS

/**
 * WbProjectsPage:
 *
 * The section "Projects": the projects opened before, opening one from a file, starting one from a guide.
 * A row activates "win.open-project" with the path.
 */
#define WB_TYPE_PROJECTS_PAGE (wb_projects_page_get_type ())
G_DECLARE_FINAL_TYPE (WbProjectsPage, wb_projects_page, WB, PROJECTS_PAGE, WbSection)

GtkWidget *wb_projects_page_new (WbServices *services);
/* The project that the list has at @old lies at @path now. */
void       wb_projects_page_locate (WbProjectsPage *self,
                                    const char     *old,
                                    const char     *path);

G_END_DECLS
