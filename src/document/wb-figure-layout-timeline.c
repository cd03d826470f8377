/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-figure-scene-private.h"

/* Points on a line, as far apart as the days between them, and what they are below. In sizes of the text. */
#define BADGE 2.0 /* a point with some distance */
#define LINE 1.2  /* of the middle of the line below the top of its row */
#define MARGIN 1.2
#define GAP 0.6
#define NUMBER 1.9
#define WHEN 7.0
#define MIN_ROOM 18.0 /* below that the day stands above the words */
#define MAX_LEVELS 4

static const WbFigurePart *
get_part (const WbFigure *figure,
          guint           index)
{
  return g_ptr_array_index (figure->parts, index);
}

/* Where on the line a value lies, 0 to 1. */
static double
get_share (const WbFigure *figure,
           double          value)
{
  double min = G_MAXDOUBLE, max = -G_MAXDOUBLE;

  for (guint i = 0; i < figure->parts->len; i++)
    {
      min = MIN (min, get_part (figure, i)->value);
      max = MAX (max, get_part (figure, i)->value);
    }

  return max > min ? (value - min) / (max - min) : 0.5;
}

static void
add_point (const WbFigure *figure,
           WbScene        *scene,
           guint           index,
           double          x,
           double          y)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  const gboolean done = get_part (figure, index)->strong;

  /* Done and open differ in shape; the words below say it again. */
  wb_scene_add_badge (scene, done ? WB_SHAPE_DISC : WB_SHAPE_DIAMOND, x, y, number, done ? WB_INK_GREEN : WB_INK_BLUE,
                      WB_INK_PAPER);
}

/* The line with its points; those that would lie on each other hang below it. Returns the height. */
static double
add_line (const WbFigure *figure,
          WbScene        *scene)
{
  const double em = scene->em, room = scene->width - 2 * MARGIN * em;
  double last[MAX_LEVELS], lowest = 0;
  WbShape *line = wb_scene_add_line (scene, WB_SHAPE_ARROW, 0, LINE * em, scene->width, LINE * em);

  line->ink = WB_INK_DIM;
  for (guint i = 0; i < MAX_LEVELS; i++)
    last[i] = -G_MAXDOUBLE;
  for (guint i = 0; i < figure->parts->len; i++)
    {
      const double x = MARGIN * em + get_share (figure, get_part (figure, i)->value) * room;
      guint level = 0;

      while (level < MAX_LEVELS - 1 && x - last[level] < BADGE * em)
        level++;
      last[level] = x;
      lowest = MAX (lowest, level);
      if (level > 0)
        {
          WbShape *stem = wb_scene_add_line (scene, WB_SHAPE_LINE, x, LINE * em, x, (LINE + level * BADGE) * em);

          stem->ink = WB_INK_RULE;
          stem->line_width = em * 0.05;
        }
      add_point (figure, scene, i, x, (LINE + level * BADGE) * em);
    }

  return (2 * LINE + lowest * BADGE + GAP) * em;
}

static double
add_words (const WbFigure *figure,
           WbScene        *scene,
           guint           index,
           double          y)
{
  const WbFigurePart *part = get_part (figure, index);
  const double em = scene->em;
  const char *when = part->text != NULL ? part->text : "";
  const gboolean narrow = scene->width < MIN_ROOM * em;
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  double height = wb_scene_add_text (scene, number, em, TRUE, 0, y, NUMBER * em, WB_ALIGN_START, WB_INK_TEXT);
  double x = NUMBER * em, other;

  if (narrow)
    {
      other = wb_scene_add_text (scene, when, em, FALSE, x, y, scene->width - x, WB_ALIGN_START, WB_INK_DIM);

      return other + wb_scene_add_text (scene, part->title, em, FALSE, x, y + other, scene->width - x, WB_ALIGN_START,
                                        WB_INK_TEXT);
    }

  other = wb_scene_add_text (scene, when, em, FALSE, x, y, WHEN * em, WB_ALIGN_START, WB_INK_DIM);
  height = MAX (height, other);
  x += (WHEN + GAP) * em;
  other = wb_scene_add_text (scene, part->title, em, FALSE, x, y, scene->width - x, WB_ALIGN_START, WB_INK_TEXT);

  return MAX (height, other);
}

void
wb_figure_layout_timeline (const WbFigure *figure,
                           WbScene        *scene)
{
  double y = add_line (figure, scene);

  for (guint i = 0; i < figure->parts->len; i++)
    y += add_words (figure, scene, i, y);
  scene->height = y;
}
