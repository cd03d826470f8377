/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-contribution.h"

G_BEGIN_DECLS

/**
 * WbContributionWindow:
 *
 * Shows all that a project would give to other towns, piece by piece, to be rewritten or left out, and writes it as a content pack once
 * somebody says that all of it was looked at and nobody is named.
 */
#define WB_TYPE_CONTRIBUTION_WINDOW (wb_contribution_window_get_type ())
G_DECLARE_FINAL_TYPE (WbContributionWindow, wb_contribution_window, WB, CONTRIBUTION_WINDOW, AdwWindow)

/* @parent: (nullable). NULL with @error when there is no template for it. */
GtkWidget *wb_contribution_window_new     (GtkWindow             *parent,
                                           WbLibrary             *library,
                                           WbProjectFile         *file,
                                           WbGuide               *guide,
                                           GError               **error);
/* Begins to write the pack @path. */
void       wb_contribution_window_save_to (WbContributionWindow  *self,
                                           const char            *path);

G_END_DECLS
