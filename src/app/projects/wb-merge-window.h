/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-guide.h"
#include "wb-library.h"
#include "wb-project-file.h"

G_BEGIN_DECLS

/**
 * WbMergeWindow:
 *
 * Merges another copy of a project into the one that is open: lists what comes in, shows each conflict once with a choice, and makes
 * one step of it that can be undone. When it is done it closes, and activates "win.toast" on its parent.
 */
#define WB_TYPE_MERGE_WINDOW (wb_merge_window_get_type ())
G_DECLARE_FINAL_TYPE (WbMergeWindow, wb_merge_window, WB, MERGE_WINDOW, AdwWindow)

/* @parent, @library: (nullable); @library holds the templates of the decks, and @path is the file of the other copy. */
GtkWidget *wb_merge_window_new (GtkWindow     *parent,
                                WbProjectFile *file,
                                WbGuide       *guide,
                                WbLibrary     *library,
                                const char    *path);

G_END_DECLS
