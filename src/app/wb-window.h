/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-application.h"
#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbWindow:
 *
 * The one window: first run, sidebar with sections, an open project, a lesson. Its actions are listed in README.md
 * of this folder.
 *
 * Property "services" (construct only).
 */
#define WB_TYPE_WINDOW (wb_window_get_type ())
G_DECLARE_FINAL_TYPE (WbWindow, wb_window, WB, WINDOW, AdwApplicationWindow)

GtkWidget *wb_window_new (WbApplication *application,
                          WbServices    *services);

G_END_DECLS
