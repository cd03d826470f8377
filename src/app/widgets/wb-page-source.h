/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "wb-export.h"

G_BEGIN_DECLS

/**
 * WbPageSource:
 *
 * The pages of a document, or the sheets of a handout, laid out and drawn on a thread of its own, so that the window does not wait
 * for long ones. What it hands out is drawn once more, by whoever shows or prints it, in vectors.
 */
#define WB_TYPE_PAGE_SOURCE (wb_page_source_get_type ())
G_DECLARE_FINAL_TYPE (WbPageSource, wb_page_source, WB, PAGE_SOURCE, GObject)

/* @handout: NULL for the pages or slides themselves. @width, @height: of the paper in points; 0 for the usual one. (transfer full) */
WbPageSource    *wb_page_source_new           (WbDocument             *document,
                                               const WbHandoutOptions *handout,
                                               double                  width,
                                               double                  height);
/* Draws page @page, from 0. Requests are answered one after the other. */
void             wb_page_source_draw_async    (WbPageSource           *self,
                                               guint                   page,
                                               GCancellable           *cancellable,
                                               GAsyncReadyCallback     callback,
                                               gpointer                user_data);
/* A recording surface in points; NULL when there is no such page or it was cancelled. (transfer full) */
cairo_surface_t *wb_page_source_draw_finish   (WbPageSource           *self,
                                               GAsyncResult           *result,
                                               GError                **error);
/* Once the first page was drawn; 0 and 0.0 before. */
guint            wb_page_source_get_n_pages   (WbPageSource           *self);
double           wb_page_source_get_width     (WbPageSource           *self);
double           wb_page_source_get_height    (WbPageSource           *self);
/* The text of the page drawn last, for screen readers. (transfer none) (nullable) */
const char      *wb_page_source_get_text      (WbPageSource           *self);

G_END_DECLS
