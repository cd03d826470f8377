/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-figure-scene-private.h"

/* A matrix with a level for each field: number, fill and pattern. In sizes of the text. */
#define PAD 0.55
#define GAP 0.35
#define NUMBER 1.5     /* size of the level's number */
#define NUMBER_WIDTH 1.7
#define STRIP 1.3
#define SMALL 0.88
#define MIN_CELL 7.5
#define MAX_TITLE 0.24 /* of the width */

static const WbPattern patterns[] = { WB_PATTERN_NONE, WB_PATTERN_DOTS, WB_PATTERN_DIAGONAL, WB_PATTERN_CROSS,
                                      WB_PATTERN_DENSE };

static const WbFigurePart *
get_part (const WbFigure *figure,
          guint           index)
{
  return g_ptr_array_index (figure->parts, index);
}

/* What is left for the words of a cell. */
static double
get_text_width (const WbScene *scene,
                double         width)
{
  return width - (NUMBER_WIDTH + STRIP + 3 * PAD) * scene->em;
}

static double
get_cell_height (WbScene    *scene,
                 const char *text,
                 double      width)
{
  const double words = wb_scene_measure (scene, text, scene->em * SMALL, FALSE, get_text_width (scene, width));

  return MAX (words, scene->em * NUMBER * WB_SCENE_LEADING) + 2 * PAD * scene->em;
}

static void
add_cell (WbScene    *scene,
          int         level,
          const char *text,
          double      x,
          double      y,
          double      width,
          double      height)
{
  const double em = scene->em;
  const WbInk fill = level == WB_FIGURE_NO_LEVEL ? WB_INK_PAPER : (WbInk) (WB_INK_LEVEL_0 + level);
  const WbInk ink = level == 4 ? WB_INK_ON_LEVEL_4 : WB_INK_TEXT;
  const double text_width = get_text_width (scene, width);
  const double text_height = wb_scene_measure (scene, text, em * SMALL, FALSE, text_width);
  const double number_height = em * NUMBER * WB_SCENE_LEADING;
  g_autofree char *number = level == WB_FIGURE_NO_LEVEL ? g_strdup ("–") : g_strdup_printf ("%d", level);
  WbShape *box = wb_scene_add_box (scene, x, y, width, height, fill, ink);

  box->line_width = em * 0.06;
  box->strip = em * STRIP;
  box->pattern = level == WB_FIGURE_NO_LEVEL ? WB_PATTERN_NONE : patterns[level];
  wb_scene_add_text (scene, number, em * NUMBER, TRUE, x + PAD * em, y + (height - number_height) / 2, em * NUMBER_WIDTH,
                     WB_ALIGN_START, ink);
  wb_scene_add_text (scene, text, em * SMALL, FALSE, x + (NUMBER_WIDTH + PAD) * em, y + (height - text_height) / 2,
                     text_width, WB_ALIGN_START, ink);
}

/* One row of cells from @x on, @columns side by side, at least @height high; returns its height. */
static double
add_cells (const WbFigure     *figure,
           WbScene            *scene,
           const WbFigurePart *part,
           double              x,
           double              y,
           double              width,
           double              height)
{
  const guint n = MIN (figure->columns->len, part->levels->len);

  for (guint i = 0; i < n; i++)
    height = MAX (height, get_cell_height (scene, g_ptr_array_index (part->cells, i), width));
  for (guint i = 0; i < n; i++)
    add_cell (scene, g_array_index (part->levels, int, i), g_ptr_array_index (part->cells, i),
              x + i * (width + GAP * scene->em), y, width, height);

  return height;
}

/* Where there is no room for columns side by side: one below the other. */
static void
layout_as_list (const WbFigure *figure,
                WbScene        *scene)
{
  const double size = scene->em * SMALL;
  double y = 0;

  for (guint i = 0; i < figure->parts->len; i++)
    {
      const WbFigurePart *part = get_part (figure, i);

      y += wb_scene_add_text (scene, part->title, scene->em, TRUE, 0, y, scene->width, WB_ALIGN_START, WB_INK_TEXT);
      for (guint j = 0; j < part->levels->len && j < figure->columns->len; j++)
        {
          const char *text = g_ptr_array_index (part->cells, j);
          const double height = get_cell_height (scene, text, scene->width);

          y += wb_scene_add_text (scene, g_ptr_array_index (figure->columns, j), size, FALSE, 0, y, scene->width,
                                  WB_ALIGN_START, WB_INK_DIM);
          add_cell (scene, g_array_index (part->levels, int, j), text, 0, y, scene->width, height);
          y += height + GAP * scene->em;
        }
      y += PAD * scene->em;
    }
  scene->height = y;
}

static double
find_title_width (const WbFigure *figure,
                  WbScene        *scene)
{
  double width = 4 * scene->em;

  for (guint i = 0; i < figure->parts->len; i++)
    {
      double natural, longest;

      wb_scene_measure_words (scene, get_part (figure, i)->title, scene->em, TRUE, &natural, &longest);
      width = MAX (width, natural + PAD * scene->em);
    }

  return MIN (width, scene->width * MAX_TITLE);
}

void
wb_figure_layout_heat (const WbFigure *figure,
                       WbScene        *scene)
{
  const guint n = MAX (figure->columns->len, 1);
  const double gap = GAP * scene->em;
  const double title_width = find_title_width (figure, scene);
  const double cell_width = (scene->width - title_width - (n - 1) * gap) / n;
  double y = 0, head = 0;

  if (cell_width < MIN_CELL * scene->em)
    {
      layout_as_list (figure, scene);
      return;
    }

  for (guint i = 0; i < figure->columns->len; i++)
    {
      const double height = wb_scene_add_text (scene, g_ptr_array_index (figure->columns, i), scene->em, TRUE,
                                               title_width + i * (cell_width + gap), 0, cell_width, WB_ALIGN_CENTER,
                                               WB_INK_TEXT);

      head = MAX (head, height);
    }
  y = head + gap;
  for (guint i = 0; i < figure->parts->len; i++)
    {
      const WbFigurePart *part = get_part (figure, i);
      const double title_height = wb_scene_measure (scene, part->title, scene->em, TRUE, title_width - PAD * scene->em);
      const double height = add_cells (figure, scene, part, title_width, y, cell_width, title_height);

      wb_scene_add_text (scene, part->title, scene->em, TRUE, 0, y + (height - title_height) / 2,
                         title_width - PAD * scene->em, WB_ALIGN_START, WB_INK_TEXT);
      y += height + gap;
    }
  scene->height = y;
}
