/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "wb-figure.h"

G_BEGIN_DECLS

/* On which ground a figure stands. Paper and slides are light. All are safe in black and white: nothing is said by colour
 * alone. */
typedef enum
{
  WB_FIGURE_LIGHT,
  WB_FIGURE_DARK,
} WbFigureGround;

/**
 * WbFigureDrawing:
 *
 * A figure laid out for a width: the same for window, slide and page. All measures are units of the context that is
 * drawn on.
 */
typedef struct _WbFigureDrawing WbFigureDrawing;

/* @context: for the fonts, kept; @family: of the font; @size: of the text, below which nothing falls but small print at
 * nine tenths of it. Words that are too long for their box are hyphenated, or broken where even that does not
 * help; nothing overlaps and nothing is cut off. (transfer full) */
WbFigureDrawing *wb_figure_drawing_new        (const WbFigure        *figure,
                                               PangoContext          *context,
                                               const char            *family,
                                               double                 size,
                                               double                 width);
void             wb_figure_drawing_free       (WbFigureDrawing       *self);
double           wb_figure_drawing_get_width  (const WbFigureDrawing *self);
double           wb_figure_drawing_get_height (const WbFigureDrawing *self);
/* Draws at the origin. No groups, no bitmaps: text stays text. */
void             wb_figure_drawing_draw       (WbFigureDrawing       *self,
                                               cairo_t               *cr,
                                               WbFigureGround         ground);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbFigureDrawing, wb_figure_drawing_free)

G_END_DECLS
