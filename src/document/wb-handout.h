/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "wb-paginator.h"

G_BEGIN_DECLS

typedef struct
{
  guint slides;   /* on a page: 1, 2, 3 or 6 */
  gboolean notes; /* the speaker's, below or beside the slide */
  gboolean lines; /* to write on, where the notes leave room */
} WbHandoutOptions;

/* The numbers of slides a page may hold, ending with 0. */
extern const guint wb_handout_slides[];

/**
 * WbHandout:
 *
 * The slides of a deck, made smaller, on sheets of paper. A slide keeps its text and structure. Notes that do not fit
 * beside their slide go on behind the sheet.
 *
 * All measures in points. Belongs to the thread that made it.
 */
#define WB_TYPE_HANDOUT (wb_handout_get_type ())
G_DECLARE_FINAL_TYPE (WbHandout, wb_handout, WB, HANDOUT, GObject)

/* Lays out at once. @deck: of the format DECK; @width and @height 0: A4. (transfer full) */
WbHandout *wb_handout_new         (WbDocument             *deck,
                                   const WbHandoutOptions *options,
                                   double                  width,
                                   double                  height);
/* The same for long decks, as wb_paginator_new_watched(). (transfer full) */
WbHandout *wb_handout_new_watched (WbDocument             *deck,
                                   const WbHandoutOptions *options,
                                   double                  width,
                                   double                  height,
                                   GCancellable           *cancellable,
                                   WbProgressFunc          progress,
                                   gpointer                data);
double     wb_handout_get_width   (WbHandout              *self);
double     wb_handout_get_height  (WbHandout              *self);
guint      wb_handout_get_n_pages (WbHandout              *self);
/* Draws page @page (from 0) at the origin of @cr, one unit a point, without tags. */
void       wb_handout_draw        (WbHandout              *self,
                                   guint                   page,
                                   cairo_t                *cr);
/* The text on page @page in reading order, for screen readers and tests. (transfer full) */
char      *wb_handout_get_text    (WbHandout              *self,
                                   guint                   page);
/* The slides, from 0, that stand on page @page, as array of guint. (transfer full) */
GArray    *wb_handout_list_slides (WbHandout              *self,
                                   guint                   page);
/* Writes the sheets as a tagged PDF; as wb_pdf_writer_write(). */
gboolean   wb_handout_write       (WbHandout              *self,
                                   const char             *path,
                                   GCancellable           *cancellable,
                                   GError                **error);
/* The same with @progress (nullable) told how far it is, in the calling thread. */
gboolean   wb_handout_write_watched (WbHandout            *self,
                                   const char             *path,
                                   GCancellable           *cancellable,
                                   WbProgressFunc          progress,
                                   gpointer                data,
                                   GError                **error);

G_END_DECLS
