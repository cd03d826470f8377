/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-block.h"
#include "wb-glossary.h"
#include "wb-user-store.h"

G_BEGIN_DECLS

/**
 * WbBlockView:
 *
 * Draws a tree of blocks as widgets: real labels and grids, so that screen readers, selection and
 * links work. Links to "wb:…" activate "win.open-item" with the id (and "#anchor"); web
 * addresses are not opened but can be copied (the program has no network).
 *
 * Given a glossary, its terms are explained: dotted lines, tooltips, and a popover to step through (wb_block_view_step_term()).
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
/* Marks the terms of @glossary (nullable: none) but for @own_id (nullable), in the block shown and those to come. */
void       wb_block_view_set_glossary  (WbBlockView *self,
                                        WbGlossary  *glossary,
                                        const char  *own_id);
/* Explains the next (@step 1) or previous (-1) term in a popover; FALSE when there is none. */
gboolean   wb_block_view_step_term     (WbBlockView *self,
                                        int          step);
/* The number of terms marked, and the id of the one explained just now (nullable). */
guint      wb_block_view_get_n_terms   (WbBlockView *self);
const char *wb_block_view_get_term     (WbBlockView *self);
/* Marks @passages (WbPassage, nullable: none) where they stand in the block shown; another block has none at first. */
void       wb_block_view_set_passages  (WbBlockView *self,
                                        GPtrArray   *passages);
/* Where the passage @number stands, for scrolling to; NULL when the text does not have it, or not yet. (transfer none) */
GtkWidget *wb_block_view_get_passage   (WbBlockView *self,
                                        gint64       number);
/* What is selected, as a passage that is not stored yet; NULL when nothing is. (transfer full) */
WbPassage *wb_block_view_quote_selection (WbBlockView *self);
/* Adds @menu (nullable) to the context menu of all text. */
void       wb_block_view_set_extra_menu (WbBlockView *self,
                                         GMenuModel  *menu);
/* Whether all of the block is shown: a long one is at first shown from its beginning, and goes on as time allows. Property "complete". */
gboolean   wb_block_view_is_complete   (WbBlockView *self);
/* The widget of the heading with @anchor, for scrolling to; NULL when there is none, or none yet. (transfer none) */
GtkWidget *wb_block_view_get_heading   (WbBlockView *self,
                                        const char  *anchor);

G_END_DECLS
