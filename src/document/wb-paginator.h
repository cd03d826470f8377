/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "wb-document.h"

G_BEGIN_DECLS

/* A4 in points (1 pt = 1/72 inch). */
#define WB_PAGE_A4_WIDTH 595.276
#define WB_PAGE_A4_HEIGHT 841.890

/* What a renderer knows of the place it draws to. */
typedef enum
{
  WB_RENDER_PLAIN, /* screen, printer */
  WB_RENDER_TAGGED, /* PDF: structure tags, links and destinations */
} WbRenderMode;

/**
 * WbPaginator:
 *
 * Lays a document out on pages. Pure: knows a page size and a Pango context, no widget, no printer.
 * A document in the format PAGES flows over pages of the given size; a deck has a page a slide, 1280 × 720 units scaled
 * to the page (text that does not fit is scaled down to a floor, then split over slides). The lines of text of all pages
 * stand on one baseline grid. Where no more than a few lines would be left for the last of a few pages, the document is set a little
 * tighter, if that saves the page.
 *
 * All measures in points; the origin is the upper left corner. A paginator belongs to the thread that made it; about 3 to
 * 5 ms a page are needed, so long documents are laid out off the main thread, by whoever draws them there.
 */
#define WB_TYPE_PAGINATOR (wb_paginator_get_type ())
G_DECLARE_FINAL_TYPE (WbPaginator, wb_paginator, WB, PAGINATOR, GObject)

/* Lays out at once. @width and @height 0: A4 for pages, 960 × 540 pt for decks. (transfer full) */
WbPaginator *wb_paginator_new             (WbDocument   *document,
                                           double        width,
                                           double        height);
/* How far long work is: @done from 0 to 1, and the pages that are written already of how many; 0 of 0 as long as nobody can know. */
typedef void (*WbProgressFunc) (double   done,
                                guint    page,
                                guint    n_pages,
                                gpointer data);
/* The same for long documents: @progress (nullable) is told now and then, in the same thread, how much is done, 0 to 1. Once
 * @cancellable (nullable) is cancelled the rest is left out; whoever cancelled throws the paginator away. (transfer full) */
WbPaginator *wb_paginator_new_watched     (WbDocument   *document,
                                           double        width,
                                           double        height,
                                           GCancellable *cancellable,
                                           WbProgressFunc progress,
                                           gpointer      data);
WbDocument  *wb_paginator_get_document    (WbPaginator  *self);
double       wb_paginator_get_width       (WbPaginator  *self);
double       wb_paginator_get_height      (WbPaginator  *self);
guint        wb_paginator_get_n_pages     (WbPaginator  *self);
/* Draws page @page (from 0) at the origin of @cr, one unit a point. TAGGED is for a PDF of this one page; whole documents
 * are written by wb_pdf_writer_write(), which keeps one structure over all pages. */
void         wb_paginator_draw            (WbPaginator  *self,
                                           guint         page,
                                           cairo_t      *cr,
                                           WbRenderMode  mode);
/* The text on page @page in reading order, for screen readers and tests. (transfer full) */
char        *wb_paginator_get_text        (WbPaginator  *self,
                                           guint         page);
/* Title and speaker's notes of slide @page; NULL where there are none. (transfer full) */
char        *wb_paginator_get_title       (WbPaginator  *self,
                                           guint         page);
char        *wb_paginator_get_notes       (WbPaginator  *self,
                                           guint         page);

G_END_DECLS
