/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-figure-scene-private.h"

#include <math.h>
#include <string.h>

/* Boxes with arrows between them: one after the other, or in a ring. In sizes of the text. */
#define PAD 0.8
#define MIN_BOX 8.0
#define MAX_BOX 15.0
#define ARROW_GAP 2.4  /* between boxes, for an arrow */
#define TOUCH 0.35     /* between an arrow and a box */
#define DISC 0.75      /* half of the badge with the number, which stands out at the corner */
#define MIN_ARROW 2.4
#define MARK_ARROW 4.2 /* an arrow that carries a mark */
#define MAX_RING 30.0
#define BOX_DISTANCE 1.2
#define SMALL 0.9

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} Rect;

static const WbFigurePart *
get_part (const WbFigure *figure,
          guint           index)
{
  return g_ptr_array_index (figure->parts, index);
}

static double
get_box_height (WbScene            *scene,
                const WbFigurePart *part,
                double              width)
{
  const double inner = width - 2 * PAD * scene->em;
  double height = wb_scene_measure (scene, part->title, scene->em, TRUE, inner);

  if (part->text != NULL)
    height += wb_scene_measure (scene, part->text, scene->em * SMALL, FALSE, inner);

  return height + 2 * PAD * scene->em;
}

/* The narrowest box in which no word of the parts is cut. */
static double
get_min_box (const WbFigure *figure,
             WbScene        *scene)
{
  double width = MIN_BOX * scene->em;

  for (guint i = 0; i < figure->parts->len; i++)
    {
      double natural, longest;

      wb_scene_measure_words (scene, get_part (figure, i)->title, scene->em, TRUE, &natural, &longest);
      width = MAX (width, longest + 2 * PAD * scene->em);
    }

  return MIN (width, scene->width - DISC * scene->em);
}

/* Which corner of a box carries its number. */
typedef enum
{
  CORNER_TOP_LEFT = 0,
  CORNER_RIGHT = 1 << 0,
  CORNER_BOTTOM = 1 << 1,
} Corner;

static void
add_step (WbScene            *scene,
          const WbFigurePart *part,
          guint               number,
          const Rect         *rect,
          Corner              corner)
{
  const double pad = PAD * scene->em, inset = 0.1 * scene->em, width = rect->width - 2 * pad;
  const WbInk ink = part->strong ? WB_INK_ORANGE : WB_INK_BLUE;
  double y = rect->y + (rect->height - get_box_height (scene, part, rect->width)) / 2 + pad;
  g_autofree char *label = g_strdup_printf ("%u", number);
  WbShape *box = wb_scene_add_box (scene, rect->x, rect->y, rect->width, rect->height, WB_INK_TINT (ink), ink);

  box->line_width = scene->em * (part->strong ? 0.25 : 0.12);
  y += wb_scene_add_text (scene, part->title, scene->em, TRUE, rect->x + pad, y, width, WB_ALIGN_CENTER, WB_INK_TEXT);
  if (part->text != NULL)
    wb_scene_add_text (scene, part->text, scene->em * SMALL, FALSE, rect->x + pad, y, width, WB_ALIGN_CENTER, WB_INK_TEXT);
  wb_scene_add_badge (scene, WB_SHAPE_DISC, rect->x + (corner & CORNER_RIGHT ? rect->width - inset : inset),
                      rect->y + (corner & CORNER_BOTTOM ? rect->height - inset : inset), label, ink, WB_INK_PAPER);
}

/* An arrow from the last box of a row to the first of the next: down, back and down again. */
static void
add_return (WbScene    *scene,
            const Rect *from,
            const Rect *to,
            double      row_bottom)
{
  const double touch = TOUCH * scene->em;
  const double middle = (row_bottom + to->y) / 2 - DISC * scene->em * 0.4;
  const double start = from->x + from->width / 2, end = to->x + to->width / 2;
  WbShape *arrow;

  if (ABS (start - end) < 1)
    {
      wb_scene_add_line (scene, WB_SHAPE_ARROW, start, from->y + from->height + touch, end, to->y - touch);
      return;
    }

  arrow = wb_scene_add_line (scene, WB_SHAPE_ARROW, start, from->y + from->height + touch, start, middle);
  wb_scene_add_point (arrow, end, middle);
  wb_scene_add_point (arrow, end, to->y - touch);
}

static double
get_row_height (const WbFigure *figure,
                WbScene        *scene,
                guint           first,
                guint           end,
                double          box_width)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    height = MAX (height, get_box_height (scene, get_part (figure, i), box_width));

  return height;
}

/* Boxes in rows of @columns. */
static void
layout_rows (const WbFigure *figure,
             WbScene        *scene,
             guint           columns)
{
  const double gap = ARROW_GAP * scene->em, disc = DISC * scene->em, touch = TOUCH * scene->em;
  const double room = scene->width - disc - (columns - 1) * gap;
  const double box_width = MIN (room / columns, MAX (MAX_BOX * scene->em, get_min_box (figure, scene)));
  const double left = disc + (room - box_width * columns) / 2;
  Rect last = { 0 };
  double y = disc;

  for (guint first = 0; first < figure->parts->len; first += columns)
    {
      const guint end = MIN (first + columns, figure->parts->len);
      const double height = get_row_height (figure, scene, first, end, box_width);

      for (guint i = first; i < end; i++)
        {
          const Rect rect = { left + (i - first) * (box_width + gap), y, box_width, height };

          if (i == first && i > 0)
            add_return (scene, &last, &rect, last.y + last.height);
          else if (i > 0)
            wb_scene_add_line (scene, WB_SHAPE_ARROW, last.x + last.width + touch, y + height / 2, rect.x - touch,
                               y + height / 2);
          add_step (scene, get_part (figure, i), i + 1, &rect, CORNER_TOP_LEFT);
          last = rect;
        }
      y += height + (end < figure->parts->len ? gap + (columns > 1 ? disc : 0) : 0);
    }
  scene->height = y + scene->em * 0.1;
}

void
wb_figure_layout_flow (const WbFigure *figure,
                       WbScene        *scene)
{
  const double gap = ARROW_GAP * scene->em;
  const double room = scene->width - DISC * scene->em;
  const guint n = figure->parts->len;
  guint columns, rows;

  if (n == 0)
    return;

  columns = (guint) CLAMP ((room + gap) / (get_min_box (figure, scene) + gap), 1.0, (double) n);
  /* Rows of about the same length. */
  rows = (n + columns - 1) / columns;
  columns = (n + rows - 1) / rows;
  layout_rows (figure, scene, columns);
}

/* Where the line from the middle of @rect to (@x, @y) leaves it, @distance further out; as a share of that line. */
static double
get_exit (const Rect *rect,
          double      x,
          double      y,
          double      distance)
{
  const double dx = ABS (x - (rect->x + rect->width / 2)), dy = ABS (y - (rect->y + rect->height / 2));
  const double half_width = rect->width / 2 + distance, half_height = rect->height / 2 + distance;

  return MIN (dx > 0 ? half_width / dx : G_MAXDOUBLE, dy > 0 ? half_height / dy : G_MAXDOUBLE);
}

/* The straight arrow between two boxes; FALSE when it would be shorter than @min. */
static gboolean
find_arrow (const Rect *from,
            const Rect *to,
            double      touch,
            double      min,
            double      points[4])
{
  const double x1 = from->x + from->width / 2, y1 = from->y + from->height / 2;
  const double x2 = to->x + to->width / 2, y2 = to->y + to->height / 2;
  const double start = get_exit (from, x2, y2, touch), end = 1 - get_exit (to, x1, y1, touch);

  points[0] = x1 + (x2 - x1) * start;
  points[1] = y1 + (y2 - y1) * start;
  points[2] = x1 + (x2 - x1) * end;
  points[3] = y1 + (y2 - y1) * end;

  return end > start && hypot (points[2] - points[0], points[3] - points[1]) >= min;
}

static gboolean
rects_touch (const Rect *a,
             const Rect *b,
             double      distance)
{
  return a->x < b->x + b->width + distance && b->x < a->x + a->width + distance && a->y < b->y + b->height + distance
         && b->y < a->y + a->height + distance;
}

static double
get_min_arrow (const WbFigurePart *part,
               WbScene            *scene)
{
  return (part->mark != NULL ? MARK_ARROW : MIN_ARROW) * scene->em;
}

/* Boxes on an ellipse around the middle of the scene; FALSE when they do not go together. */
static gboolean
place_ring (const WbFigure *figure,
            WbScene        *scene,
            Rect           *rects,
            double          box_width,
            const double   *heights,
            double          radius_x,
            double          radius_y)
{
  const guint n = figure->parts->len;
  double points[4];

  for (guint i = 0; i < n; i++)
    {
      const double angle = -G_PI_2 + 2 * G_PI * i / n;

      rects[i] = (Rect) { scene->width / 2 + radius_x * cos (angle) - box_width / 2,
                          radius_y * sin (angle) - heights[i] / 2, box_width, heights[i] };
    }
  for (guint i = 0; i < n; i++)
    {
      if (!find_arrow (&rects[i], &rects[(i + 1) % n], TOUCH * scene->em,
                       get_min_arrow (get_part (figure, i), scene), points))
        return FALSE;
      for (guint j = i + 1; j < n; j++)
        if (rects_touch (&rects[i], &rects[j], BOX_DISTANCE * scene->em))
          return FALSE;
    }

  return TRUE;
}

/* The flattest ring of boxes of one width; FALSE when there is none. */
static gboolean
find_ring_of (const WbFigure *figure,
              WbScene        *scene,
              Rect           *rects,
              double          box_width)
{
  const double radius_x = MIN ((scene->width - box_width) / 2 - DISC * scene->em, box_width * 2.4);
  g_autofree double *heights = g_new (double, figure->parts->len);

  if (radius_x < box_width * 0.55)
    return FALSE;

  for (guint i = 0; i < figure->parts->len; i++)
    heights[i] = get_box_height (scene, get_part (figure, i), box_width);
  for (double radius_y = 3 * scene->em; radius_y <= MAX_RING * scene->em; radius_y += scene->em / 2)
    if (place_ring (figure, scene, rects, box_width, heights, radius_x, radius_y))
      return TRUE;

  return FALSE;
}

static double
get_ring_height (const Rect *rects,
                 guint       n)
{
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      top = MIN (top, rects[i].y);
      bottom = MAX (bottom, rects[i].y + rects[i].height);
    }

  return bottom - top;
}

/* Broad boxes are read more easily, narrow ones leave more room for arrows: the width with the flattest ring. */
static gboolean
find_ring (const WbFigure *figure,
           WbScene        *scene,
           Rect           *rects)
{
  const guint n = figure->parts->len;
  const double min = get_min_box (figure, scene);
  double width = MAX (min, MIN (MAX_BOX * scene->em, scene->width * 0.36)), best = 0;
  g_autofree Rect *tried = g_new (Rect, n);

  for (; width >= min; width = width > min && width - scene->em < min ? min : width - scene->em)
    if (find_ring_of (figure, scene, tried, width) && (best <= 0 || get_ring_height (tried, n) < best - scene->em))
      {
        best = get_ring_height (tried, n);
        memcpy (rects, tried, n * sizeof *rects);
      }

  return best > 0;
}

static void
add_arrow (WbScene            *scene,
           const WbFigurePart *part,
           const double        points[4])
{
  wb_scene_add_line (scene, WB_SHAPE_ARROW, points[0], points[1], points[2], points[3])->dashed = part->dashed;
  if (part->mark != NULL)
    /* Nearer to the beginning, as the head takes its part of the arrow. */
    wb_scene_add_badge (scene, WB_SHAPE_DIAMOND, points[0] + (points[2] - points[0]) * 0.44,
                        points[1] + (points[3] - points[1]) * 0.44, part->mark, WB_INK_PAPER, WB_INK_GREEN);
}

/* Where there is no room for a ring: a column, and a line that goes back up beside it. */
static void
layout_column_ring (const WbFigure *figure,
                    WbScene        *scene)
{
  const double em = scene->em, touch = TOUCH * em, left = 2.4 * em;
  const double width = MIN (scene->width - left, MAX_BOX * 1.6 * em);
  double y = DISC * em, first_middle = 0, last_middle = 0;
  WbShape *back;

  for (guint i = 0; i < figure->parts->len; i++)
    {
      const WbFigurePart *part = get_part (figure, i);
      const double gap = part->mark != NULL ? MARK_ARROW * em + 2 * touch : ARROW_GAP * em;
      const Rect rect = { left, y, width, get_box_height (scene, part, width) };
      const double x = left + width / 2;
      const double points[] = { x, y + rect.height + touch, x, y + rect.height + gap - touch };

      add_step (scene, part, i + 1, &rect, CORNER_TOP_LEFT);
      last_middle = y + rect.height / 2;
      if (i == 0)
        first_middle = last_middle;
      y += rect.height;
      if (i + 1 < figure->parts->len)
        {
          add_arrow (scene, part, points);
          y += gap;
        }
    }

  back = wb_scene_add_line (scene, WB_SHAPE_ARROW, left - touch, last_middle, em * 0.9, last_middle);
  wb_scene_add_point (back, em * 0.9, first_middle);
  wb_scene_add_point (back, left - touch, first_middle);
  back->dashed = figure->parts->len > 0 && get_part (figure, figure->parts->len - 1)->dashed;
  if (figure->parts->len > 0 && get_part (figure, figure->parts->len - 1)->mark != NULL)
    wb_scene_add_badge (scene, WB_SHAPE_DIAMOND, em * 1.1, (first_middle + last_middle) / 2,
                        get_part (figure, figure->parts->len - 1)->mark, WB_INK_PAPER, WB_INK_GREEN);
  scene->height = y + em * 0.1;
}

/* The corner that looks away from the middle of the ring: arrows come in at the others. */
static Corner
find_outer_corner (const Rect *rect,
                   double      middle_x,
                   double      middle_y)
{
  return (rect->x + rect->width / 2 > middle_x + 1 ? CORNER_RIGHT : 0)
         | (rect->y + rect->height / 2 > middle_y + 1 ? CORNER_BOTTOM : 0);
}

void
wb_figure_layout_cycle (const WbFigure *figure,
                        WbScene        *scene)
{
  const guint n = figure->parts->len;
  g_autofree Rect *rects = g_new0 (Rect, n + 1);
  double top = G_MAXDOUBLE, bottom = 0;

  if (n < 3 || !find_ring (figure, scene, rects))
    {
      layout_column_ring (figure, scene);
      return;
    }

  for (guint i = 0; i < n; i++)
    top = MIN (top, rects[i].y);
  for (guint i = 0; i < n; i++)
    {
      rects[i].y += DISC * scene->em - top;
      bottom = MAX (bottom, rects[i].y + rects[i].height);
    }
  for (guint i = 0; i < n; i++)
    add_step (scene, get_part (figure, i), i + 1, &rects[i],
              find_outer_corner (&rects[i], scene->width / 2, (DISC * scene->em + bottom) / 2));
  for (guint i = 0; i < n; i++)
    {
      double points[4];

      find_arrow (&rects[i], &rects[(i + 1) % n], TOUCH * scene->em, 0, points);
      add_arrow (scene, get_part (figure, i), points);
    }
  scene->height = bottom + DISC * scene->em;
}
