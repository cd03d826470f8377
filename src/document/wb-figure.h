/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "wb-block.h"

G_BEGIN_DECLS

typedef enum
{
  WB_FIGURE_FLOW,   /* parts: boxes with arrows from one to the next */
  WB_FIGURE_CYCLE,  /* parts: boxes in a ring; a part's @mark sits on the arrow behind it */
  WB_FIGURE_LAYERS, /* parts with text: one upon the other, the foundation last */
  WB_FIGURE_BARS,   /* parts with a value, in @unit */
  WB_FIGURE_GRID,   /* four parts: top left, top right, bottom left, bottom right; @x and @y name the axes */
  WB_FIGURE_MATRIX, /* @columns, and parts with a cell for each of them */
} WbFigureType;

#define WB_N_FIGURE_TYPES (WB_FIGURE_MATRIX + 1)

/* A box, layer, bar, quarter or row. */
typedef struct
{
  double value; /* BARS */

  /* Owned */
  char *title;
  char *text;       /* (nullable) LAYERS */
  char *mark;       /* (nullable) CYCLE: one or two letters */
  GPtrArray *cells; /* char *; MATRIX */
} WbFigurePart;

/**
 * WbFigure:
 *
 * What a figure shows, as words and numbers; how it is drawn is up to WbFigureDrawing. Filled by those who build it, then
 * immutable; counted.
 */
struct _WbFigure
{
  WbFigureType type;

  /* Owned; never NULL unless said */
  char *title;        /* the caption */
  char *alt;          /* what the figure says, in one or two sentences */
  char *unit;         /* BARS; "" for none */
  char *x;            /* (nullable) GRID */
  char *y;            /* (nullable) GRID */
  GPtrArray *columns; /* char *; MATRIX */
  GPtrArray *parts;   /* WbFigurePart */
};

/* "flow", "cycle" … as in the content; static. */
const char   *wb_figure_type_to_string   (WbFigureType    type);
/* FALSE, and @type untouched, when @name (nullable) is no type. */
gboolean      wb_figure_type_from_string (const char     *name,
                                          WbFigureType   *type);

#define WB_TYPE_FIGURE (wb_figure_get_type ())
GType         wb_figure_get_type         (void);

/* (transfer full) */
WbFigure     *wb_figure_new              (WbFigureType    type,
                                          const char     *title,
                                          const char     *alt);
WbFigure     *wb_figure_ref              (WbFigure       *self);
void          wb_figure_unref            (WbFigure       *self);
void          wb_figure_set_unit         (WbFigure       *self,
                                          const char     *unit);
void          wb_figure_set_axes         (WbFigure       *self,
                                          const char     *x,
                                          const char     *y);
void          wb_figure_add_column       (WbFigure       *self,
                                          const char     *title);
/* A new part at the end; @text is nullable. (transfer none) */
WbFigurePart *wb_figure_add_part         (WbFigure       *self,
                                          const char     *title,
                                          const char     *text);
void          wb_figure_part_set_mark    (WbFigurePart   *part,
                                          const char     *mark);
void          wb_figure_part_add_cell    (WbFigurePart   *part,
                                          const char     *text);

/* TRUE when the figure stands for numbers, so that people want a table beside it on paper too. */
gboolean      wb_figure_is_chart         (const WbFigure *self);
/* The value of a bar as people write it, without the unit. (transfer full) */
char         *wb_figure_format_value     (double          value) G_GNUC_WARN_UNUSED_RESULT;
/* A TABLE with a header row that holds the same words and numbers. (transfer full) */
WbBlock      *wb_figure_create_table     (const WbFigure *self);
/* Title, what the figure says, and the words in it, line by line: for search, so nothing is translated. (transfer full) */
char         *wb_figure_to_text          (const WbFigure *self) G_GNUC_WARN_UNUSED_RESULT;
/* A FIGURE block that shows it, on pages with the table of a chart. (transfer full) */
WbBlock      *wb_figure_create_block     (WbFigure       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbFigure, wb_figure_unref)

G_END_DECLS
