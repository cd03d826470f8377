/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbCouncilWindow:
 *
 * What is missing in a project, open or not, before the council meets: the two days that all is counted back from, to be set here, and the list, each
 * line of which leads to its place in the form. It can be had on paper.
 */
#define WB_TYPE_COUNCIL_WINDOW (wb_council_window_get_type ())
G_DECLARE_FINAL_TYPE (WbCouncilWindow, wb_council_window, WB, COUNCIL_WINDOW, AdwWindow)

/* @parent: (nullable); it gets the action "win.open-project-at". @path: the file of the project. */
GtkWidget *wb_council_window_new (GtkWindow  *parent,
                                  WbServices *services,
                                  const char *path);

G_END_DECLS
