/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-block.h"

G_BEGIN_DECLS

/**
 * WbBlockView:
 *
 * Draws a tree of blocks as widgets: real labels and grids, so that screen readers, selection and
 * links work. Links to "wb:…" activate "win.open-item" with the id (and "#anchor"); web
 * addresses are not opened but can be copied (the program has no network).
 *
 * Property "block" (WbBlock, nullable), "highlight" (words to mark, nullable).
 */
#define WB_TYPE_BLOCK_VIEW (wb_block_view_get_type ())
G_DECLARE_FINAL_TYPE (WbBlockView, wb_block_view, WB, BLOCK_VIEW, GtkWidget)

GtkWidget *wb_block_view_new           (void);
void       wb_block_view_set_block     (WbBlockView *self,
                                        WbBlock     *block);
void       wb_block_view_set_highlight (WbBlockView *self,
                                        const char  *words);
/* The widget of the heading with @anchor, for scrolling to; NULL when there is none. (transfer none) */
GtkWidget *wb_block_view_get_heading   (WbBlockView *self,
                                        const char  *anchor);

G_END_DECLS
