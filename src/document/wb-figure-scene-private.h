/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-figure-drawing.h"

G_BEGIN_DECLS

/*
 * How a figure is drawn: a layout function for its type (wb-figure-layout-*.c) puts shapes on a scene, measuring
 * words with the scene's font; wb-figure-drawing.c draws the shapes in order. A new type of figure needs a layout
 * function and nothing else.
 */

typedef enum
{
  WB_INK_NONE,
  WB_INK_TEXT,
  WB_INK_DIM,
  WB_INK_RULE,
  WB_INK_PAPER, /* the ground itself */
  WB_INK_BLUE,
  WB_INK_ORANGE,
  WB_INK_GREEN,
  WB_INK_PURPLE,
  WB_INK_RED,
  WB_INK_GREY,
  WB_INK_BLUE_TINT, /* in the order of the full colours */
  WB_INK_ORANGE_TINT,
  WB_INK_GREEN_TINT,
  WB_INK_PURPLE_TINT,
  WB_INK_RED_TINT,
  WB_INK_GREY_TINT,
  WB_INK_LEVEL_0, /* fills of the levels 0 to 4 … */
  WB_INK_LEVEL_1,
  WB_INK_LEVEL_2,
  WB_INK_LEVEL_3,
  WB_INK_LEVEL_4,
  WB_INK_ON_LEVEL_4, /* … and the text on the highest; on the others it is WB_INK_TEXT */
} WbInk;

#define WB_N_INKS (WB_INK_ON_LEVEL_4 + 1)
/* The colours of a chart, in their order; and the tint that belongs to one. */
#define WB_INK_NTH(n) ((WbInk) (WB_INK_BLUE + (n) % 6))
#define WB_INK_TINT(ink) ((WbInk) ((ink) + (WB_INK_BLUE_TINT - WB_INK_BLUE)))

typedef enum
{
  WB_PATTERN_NONE,
  WB_PATTERN_DOTS,
  WB_PATTERN_DIAGONAL,
  WB_PATTERN_CROSS,
  WB_PATTERN_DENSE,      /* cross, closer */
  WB_PATTERN_HORIZONTAL,
} WbPattern;

typedef enum
{
  WB_SHAPE_BOX,     /* @fill, @ink as border, @pattern in a strip of @strip at the right edge or, 0, all over */
  WB_SHAPE_TEXT,    /* @lines from @y down */
  WB_SHAPE_ARROW,   /* along @points, with a head at the last one */
  WB_SHAPE_LINE,    /* the same without head */
  WB_SHAPE_DISC,    /* @x, @y: the middle; @width: across; one short text in it, @ink on @fill */
  WB_SHAPE_DIAMOND, /* the same */
} WbShapeType;

typedef struct
{
  WbShapeType type;
  double x;
  double y;
  double width;
  double height;
  double line_width; /* BOX, ARROW, LINE, DIAMOND */
  double strip;
  double radius;     /* BOX */
  WbInk fill;
  WbInk ink;
  WbPattern pattern;
  gboolean dashed;

  /* TEXT, DISC, DIAMOND */
  double size;
  gboolean bold;
  WbAlign align;

  /* Owned; NULL where not used */
  GPtrArray *lines; /* char * */
  GArray *points;   /* double, x and y in turn */
} WbShape;

typedef struct
{
  double width;
  double height;
  double em; /* size of the text */

  /* Owned */
  PangoContext *context;
  char *family;
  GPtrArray *shapes; /* WbShape */
} WbScene;

/* Distance of two baselines, in sizes of the text. */
#define WB_SCENE_LEADING 1.28

/* Height of @text broken to @width. */
double   wb_scene_measure       (WbScene    *self,
                                 const char *text,
                                 double      size,
                                 gboolean    bold,
                                 double      width);
/* Width of @text on one line, and of the longest part that cannot be broken. */
void     wb_scene_measure_words (WbScene    *self,
                                 const char *text,
                                 double      size,
                                 gboolean    bold,
                                 double     *natural,
                                 double     *longest);
/* Puts @text at (@x, @y), its upper left corner; returns its height. */
double   wb_scene_add_text      (WbScene    *self,
                                 const char *text,
                                 double      size,
                                 gboolean    bold,
                                 double      x,
                                 double      y,
                                 double      width,
                                 WbAlign     align,
                                 WbInk       ink);
WbShape *wb_scene_add_box       (WbScene    *self,
                                 double      x,
                                 double      y,
                                 double      width,
                                 double      height,
                                 WbInk       fill,
                                 WbInk       ink);
/* An ARROW or LINE from one point to another; more points can be added. */
WbShape *wb_scene_add_line      (WbScene    *self,
                                 WbShapeType type,
                                 double      x1,
                                 double      y1,
                                 double      x2,
                                 double      y2);
void     wb_scene_add_point     (WbShape    *line,
                                 double      x,
                                 double      y);
/* A DISC or DIAMOND with a short text. */
WbShape *wb_scene_add_badge     (WbScene    *self,
                                 WbShapeType type,
                                 double      x,
                                 double      y,
                                 const char *text,
                                 WbInk       fill,
                                 WbInk       ink);

/* What a drawing shows. (transfer none) */
const WbScene *wb_figure_drawing_get_scene (const WbFigureDrawing *self);

/* The layout functions: put the figure on the scene, whose width is given, and set its height. */
void     wb_figure_layout_flow   (const WbFigure *figure,
                                  WbScene        *scene);
void     wb_figure_layout_cycle  (const WbFigure *figure,
                                  WbScene        *scene);
void     wb_figure_layout_layers (const WbFigure *figure,
                                  WbScene        *scene);
void     wb_figure_layout_bars   (const WbFigure *figure,
                                  WbScene        *scene);
void     wb_figure_layout_grid   (const WbFigure *figure,
                                  WbScene        *scene);
void     wb_figure_layout_matrix (const WbFigure *figure,
                                  WbScene        *scene);
void     wb_figure_layout_heat   (const WbFigure *figure,
                                  WbScene        *scene);
void     wb_figure_layout_graph  (const WbFigure *figure,
                                  WbScene        *scene);
void     wb_figure_layout_places (const WbFigure *figure,
                                  WbScene        *scene);
void     wb_figure_layout_timeline (const WbFigure *figure,
                                    WbScene        *scene);

G_END_DECLS
