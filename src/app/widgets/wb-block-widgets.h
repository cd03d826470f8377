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
} WbBlockWidgets;

WbBlockWidgets *wb_block_widgets_new    (const WbBlock  *block);
void            wb_block_widgets_free   (WbBlockWidgets *self);
/* Pango markup of a block's inlines; all text escaped. (transfer full) */
char           *wb_block_inlines_to_markup (const GPtrArray *inlines);

/* The parts of the same text that are links, code or blanks: WbMark in order. (transfer full) */
GArray         *wb_block_inlines_find_fixed (const GPtrArray *inlines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbBlockWidgets, wb_block_widgets_free)

G_END_DECLS
