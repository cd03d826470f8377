/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-shaper-private.h"

G_BEGIN_DECLS

/* A text broken into lines out of words that a shaper remembers: the places are those that Pango would choose, in a fraction of the time. */
typedef struct _WbLines WbLines;

/* A stretch of text in one look; it ends where the next one begins. */
typedef struct
{
  WbShaper *shaper;
  gsize end;
} WbStretch;

typedef struct
{
  gsize start; /* in bytes */
  gsize end;   /* where the next one begins */
  gboolean soft; /* ends with a soft hyphen, which is to be seen */
  guint first; /* of its letters */
  guint after; /* behind its letters */
} WbLine;

/* Breaks @length bytes of @text at @width, in Pango's units. @looks cover all of it. NULL where that is not as simple as it is for
 * letters written from left to right in words that are narrower than the line, with single spaces: Pango has to do it then. It
 * borrows all. (transfer full) (nullable) */
WbLines      *wb_lines_new          (const char   *text,
                                     gsize         length,
                                     const WbStretch *looks,
                                     guint         n_looks,
                                     int           width);
void          wb_lines_free         (WbLines      *self);
guint         wb_lines_get_n_lines  (WbLines      *self);
/* (transfer none) */
const WbLine *wb_lines_get_line     (WbLines      *self,
                                     guint         n);
/* Width of the line, in Pango's units: a space at its end is none where another line follows. */
int           wb_lines_get_width    (WbLines      *self,
                                     guint         n);
/* What is drawn of the line between two places in bytes, which lie in it and in one look. @x: from the beginning of the line.
 * (transfer full) @glyphs; NULL where nothing is drawn. */
WbGlyph      *wb_lines_dup_glyphs   (WbLines      *self,
                                     guint         n,
                                     gsize         from,
                                     gsize         to,
                                     guint        *n_glyphs,
                                     int          *x,
                                     int          *width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbLines, wb_lines_free)

G_END_DECLS
