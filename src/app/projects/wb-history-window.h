/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-guide.h"
#include "wb-project-file.h"

G_BEGIN_DECLS

/**
 * WbHistoryWindow:
 *
 * What was changed in a project, when, in words of the form, the newest first; each state can be looked at and gone back
 * to. Follows the file while it is open.
 */
#define WB_TYPE_HISTORY_WINDOW (wb_history_window_get_type ())
G_DECLARE_FINAL_TYPE (WbHistoryWindow, wb_history_window, WB, HISTORY_WINDOW, AdwWindow)

/* @parent: (nullable) */
GtkWidget *wb_history_window_new (GtkWindow     *parent,
                                  WbProjectFile *file,
                                  WbGuide       *guide);

G_END_DECLS
