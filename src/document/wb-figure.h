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
  WB_FIGURE_HEAT,   /* the same, with a level for each cell */
  WB_FIGURE_GRAPH,  /* parts as numbered points in the fields of @columns and @rows; @edges from one to another */
  WB_FIGURE_PLACES, /* the same without edges, between the axes @x and @y; columns grow to the right, rows to the top */
  WB_FIGURE_TIMELINE, /* parts with a value, in order; @text says when, strong ones are done */
} WbFigureType;

/* Those that content may hold, and have a name there; the others the program makes itself. */
#define WB_N_FIGURE_TYPES (WB_FIGURE_MATRIX + 1)
#define WB_N_FIGURE_DRAWN (WB_FIGURE_TIMELINE + 1)

/* The level of a cell about which nothing is known; known ones go from 0 to 4. */
#define WB_FIGURE_NO_LEVEL (-1)

/* An arrow of a GRAPH; parts by their index. */
typedef struct
{
  guint from;
  guint to;
  gboolean strong; /* drawn out, the others thin */
} WbFigureEdge;

/* A box, layer, bar, quarter or row. */
typedef struct
{
  double value; /* BARS; TIMELINE: days */
  guint row;    /* GRAPH, PLACES: the field it lies in */
  guint column;
  gboolean strong; /* CYCLE, GRAPH: drawn out; TIMELINE: done */
  gboolean dashed; /* CYCLE: the arrow behind it is not certain */

  /* Owned */
  char *title;
  char *text;       /* (nullable) LAYERS; CYCLE: a word below the title */
  char *mark;       /* (nullable) CYCLE: one or two letters */
  GPtrArray *cells; /* char *; MATRIX, HEAT */
  GArray *levels;   /* int; HEAT: of the cells */
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
  gboolean graded;    /* PLACES: fields are tinted the more the closer they are to the corner where both are high */

  /* Owned; never NULL unless said */
  char *title;        /* the caption */
  char *alt;          /* what the figure says, in one or two sentences */
  char *unit;         /* BARS; "" for none */
  char *x;            /* (nullable) GRID */
  char *y;            /* (nullable) GRID */
  GPtrArray *columns; /* char *; MATRIX, HEAT, GRAPH */
  GPtrArray *rows;    /* char *; GRAPH */
  GArray *edges;      /* WbFigureEdge; GRAPH */
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

/* The same with a level, for a HEAT. */
void          wb_figure_part_add_level   (WbFigurePart   *part,
                                          int             level,
                                          const char     *text);
void          wb_figure_part_set_strong  (WbFigurePart   *part,
                                          gboolean        strong);
/* For a CYCLE: the arrow behind the part is not certain. */
void          wb_figure_part_set_dashed  (WbFigurePart   *part,
                                          gboolean        dashed);
/* For a GRAPH or PLACES: the field of a part, from 0; the name of the next row; an arrow between two parts that are there. */
void          wb_figure_part_set_place   (WbFigurePart   *part,
                                          guint           row,
                                          guint           column);
void          wb_figure_add_row          (WbFigure       *self,
                                          const char     *title);
void          wb_figure_add_edge         (WbFigure       *self,
                                          guint           from,
                                          guint           to,
                                          gboolean        strong);

/* For PLACES. */
void          wb_figure_set_graded       (WbFigure       *self,
                                          gboolean        graded);

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
