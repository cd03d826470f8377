/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-block.h"
#include "wb-search.h"

G_BEGIN_DECLS

/* Of running text, as a factor. */
#define WB_BLOCK_LINE_HEIGHT 1.3

/**
 * WbBlockWidgets:
 *
 * Widgets made of a tree of blocks. For WbBlockView only.
 */
typedef struct
{
  GtkWidget *root;      /* borrowed; floating until it has a parent */

  /* Owned */
  GPtrArray *labels;    /* GtkLabel with running text, in reading order; borrowed from root */
  GPtrArray *stops;     /* where Tab may stop, in reading order: the labels, and expanders; borrowed from root */
  GHashTable *headings; /* anchor → GtkWidget, borrowed from root */
  GHashTable *fixed;    /* label → GArray of WbMark: its links, code and blanks, which nothing may be marked in */

  /* Private */
  const WbBlock *block; /* borrowed */
  guint n_built;        /* how many of its parts have widgets */
} WbBlockWidgets;

/* Makes the first widgets of @block, which must live longer: as many as fill more than a window. A table shows its first rows only, and
 * says where the others are. */
WbBlockWidgets *wb_block_widgets_new    (const WbBlock  *block);
/* Makes some more, few enough for a frame; behind those that are there. FALSE when there are no more. */
gboolean        wb_block_widgets_add_more (WbBlockWidgets *self);
gboolean        wb_block_widgets_is_complete (const WbBlockWidgets *self);
void            wb_block_widgets_free   (WbBlockWidgets *self);
/* Pango markup of a block's inlines; all text escaped. (transfer full) */
char           *wb_block_inlines_to_markup (const GPtrArray *inlines);

/* The parts of the same text that are links, code or blanks: WbMark in order. (transfer full) */
GArray         *wb_block_inlines_find_fixed (const GPtrArray *inlines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbBlockWidgets, wb_block_widgets_free)

G_END_DECLS
