/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-figure-scene-private.h"

#include <math.h>

/* Numbered points in the fields of a matrix, with arrows between them. In sizes of the text. */
#define FIELD_HEIGHT 6.4
#define HEAD 1.6
#define TITLE 0.3     /* beside the title of a row */
#define ROW_SIZE 0.85 /* of that title */
#define ROW_GAP 0.1   /* above it */
#define RADIUS 0.85   /* of a point, with some distance */
#define THIN 0.05
#define BOLD 0.2

typedef struct
{
  double x;
  double y;
} Point;

/* Of all fields alike. */
typedef struct
{
  double top;   /* where the first row begins */
  double extra; /* what titles of several lines take from the points */
  double width;
  double height;
} Fields;

static const WbFigurePart *
get_part (const WbFigure *figure,
          guint           index)
{
  return g_ptr_array_index (figure->parts, index);
}

/* How many parts lie in the field of the part @index, and the how manieth it is. */
static guint
count_in_field (const WbFigure *figure,
                guint           index,
                guint          *position)
{
  const WbFigurePart *part = get_part (figure, index);
  guint n = 0;

  for (guint i = 0; i < figure->parts->len; i++)
    {
      const WbFigurePart *other = get_part (figure, i);

      if (i == index)
        *position = n;
      n += other->row == part->row && other->column == part->column;
    }

  return n;
}

/* Side by side, every other one lower, so that arrows find a way between them. */
static Point
place (const WbFigure *figure,
       const Fields   *fields,
       guint           index)
{
  const WbFigurePart *part = get_part (figure, index);
  guint position = 0;
  const guint n = count_in_field (figure, index, &position);
  Point point;

  point.x = part->column * fields->width + fields->width * (position + 1) / (n + 1);
  point.y = fields->top + part->row * fields->height + fields->extra
            + (fields->height - fields->extra) * ((position + part->column) % 2 == 0 ? 0.45 : 0.75);

  return point;
}

static double
get_title_width (const WbScene *scene,
                 double         column_width)
{
  return column_width - 2 * TITLE * scene->em;
}

/* As high as the longest titles need. */
static Fields
measure_fields (const WbFigure *figure,
                WbScene        *scene)
{
  Fields fields = { HEAD * scene->em, 0, scene->width / MAX (figure->columns->len, 1), 0 };
  double title = 0;

  for (guint i = 0; i < figure->columns->len; i++)
    {
      const double height = wb_scene_measure (scene, g_ptr_array_index (figure->columns, i), scene->em, TRUE, fields.width);

      fields.top = MAX (fields.top, height + ROW_GAP * scene->em);
    }
  for (guint row = 0; row < figure->rows->len; row++)
    {
      const double height = wb_scene_measure (scene, g_ptr_array_index (figure->rows, row), scene->em * ROW_SIZE, FALSE,
                                              get_title_width (scene, fields.width));

      title = MAX (title, height);
    }
  fields.extra = MAX (0, title - ROW_SIZE * WB_SCENE_LEADING * scene->em);
  fields.height = FIELD_HEIGHT * scene->em + fields.extra;

  return fields;
}

static void
add_field (WbScene      *scene,
           const Fields *fields,
           const char   *title,
           guint         row,
           guint         column)
{
  const double x = column * fields->width, y = fields->top + row * fields->height;
  WbShape *box = wb_scene_add_box (scene, x, y, fields->width, fields->height, WB_INK_NONE, WB_INK_RULE);

  box->line_width = scene->em * THIN;
  box->radius = 0;
  if (title != NULL)
    wb_scene_add_text (scene, title, scene->em * ROW_SIZE, FALSE, x + TITLE * scene->em, y + ROW_GAP * scene->em,
                       get_title_width (scene, fields->width), WB_ALIGN_START, WB_INK_DIM);
}

static void
add_edge (WbScene            *scene,
          const WbFigureEdge *edge,
          const Point        *from,
          const Point        *to)
{
  const double dx = to->x - from->x, dy = to->y - from->y, length = hypot (dx, dy);
  const double cut = RADIUS * scene->em;
  WbShape *line;

  if (length <= 2 * cut)
    return;

  line = wb_scene_add_line (scene, WB_SHAPE_ARROW, from->x + dx / length * cut, from->y + dy / length * cut,
                            to->x - dx / length * cut, to->y - dy / length * cut);
  line->ink = edge->strong ? WB_INK_BLUE : WB_INK_RULE;
  line->line_width = scene->em * (edge->strong ? BOLD : THIN);
}

void
wb_figure_layout_graph (const WbFigure *figure,
                        WbScene        *scene)
{
  const guint n = MAX (figure->columns->len, 1);
  const Fields fields = measure_fields (figure, scene);
  g_autofree Point *points = g_new (Point, figure->parts->len + 1);

  for (guint i = 0; i < figure->columns->len; i++)
    wb_scene_add_text (scene, g_ptr_array_index (figure->columns, i), scene->em, TRUE, i * fields.width, 0, fields.width,
                       WB_ALIGN_CENTER, WB_INK_TEXT);
  for (guint row = 0; row < figure->rows->len; row++)
    for (guint i = 0; i < n; i++)
      add_field (scene, &fields, i == 0 ? g_ptr_array_index (figure->rows, row) : NULL, row, i);
  for (guint i = 0; i < figure->parts->len; i++)
    points[i] = place (figure, &fields, i);
  /* The strong ones last, upon the others. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < figure->edges->len; i++)
      {
        const WbFigureEdge *edge = &g_array_index (figure->edges, WbFigureEdge, i);

        if (edge->strong == (pass == 1))
          add_edge (scene, edge, &points[edge->from], &points[edge->to]);
      }
  for (guint i = 0; i < figure->parts->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      wb_scene_add_badge (scene, WB_SHAPE_DISC, points[i].x, points[i].y, number,
                          get_part (figure, i)->strong ? WB_INK_ORANGE : WB_INK_GREY, WB_INK_PAPER);
    }
  scene->height = fields.top + MAX (figure->rows->len, 1) * fields.height;
}
