/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-figure-scene-private.h"

/* Figures made of cells: layers, grid, matrix. In sizes of the text. */
#define PAD 0.7
#define MAX_WIDTH 46.0
#define STRIP 1.8
#define LAYER_GAP 0.4
#define LAYER_INSET 1.1
#define GRID_CELL 5.0
#define AXIS 1.4
#define SMALL 0.92
#define MIN_CELL 5.8

static const WbFigurePart *
get_part (const WbFigure *figure,
          guint           index)
{
  return g_ptr_array_index (figure->parts, index);
}

static double
get_layer_height (WbScene            *scene,
                  const WbFigurePart *part,
                  double              width)
{
  double height = wb_scene_measure (scene, part->title, scene->em, TRUE, width);

  if (part->text != NULL && *part->text != '\0')
    height += wb_scene_measure (scene, part->text, scene->em, FALSE, width);

  return height + 2 * PAD * scene->em;
}

void
wb_figure_layout_layers (const WbFigure *figure,
                         WbScene        *scene)
{
  static const WbPattern patterns[] = { WB_PATTERN_DOTS, WB_PATTERN_DIAGONAL, WB_PATTERN_HORIZONTAL, WB_PATTERN_CROSS,
                                        WB_PATTERN_DENSE };
  const double em = scene->em, pad = PAD * em, strip = STRIP * em;
  const double full = MIN (scene->width, MAX_WIDTH * em);
  double y = 0;

  for (guint i = 0; i < figure->parts->len; i++)
    {
      const WbFigurePart *part = get_part (figure, i);
      /* Each stands a little broader than the one above it. */
      const double inset = MIN ((figure->parts->len - 1 - i) * LAYER_INSET * em, full * 0.15);
      const double x = (scene->width - full) / 2 + inset, width = full - 2 * inset;
      const double text_width = width - strip - 2 * pad;
      const double height = get_layer_height (scene, part, text_width);
      const WbInk ink = WB_INK_NTH (i);
      WbShape *box = wb_scene_add_box (scene, x, y, width, height, WB_INK_TINT (ink), ink);
      double text_y = y + pad;

      box->pattern = patterns[i % G_N_ELEMENTS (patterns)];
      box->strip = strip;
      box->line_width = em * (i + 1 == figure->parts->len ? 0.2 : 0.1);
      text_y += wb_scene_add_text (scene, part->title, em, TRUE, x + pad, text_y, text_width, WB_ALIGN_START, WB_INK_TEXT);
      if (part->text != NULL && *part->text != '\0')
        wb_scene_add_text (scene, part->text, em, FALSE, x + pad, text_y, text_width, WB_ALIGN_START, WB_INK_TEXT);
      y += height + (i + 1 < figure->parts->len ? LAYER_GAP * em : 0);
    }
  scene->height = y;
}

static void
add_quarter (WbScene    *scene,
             const char *text,
             double      x,
             double      y,
             double      width,
             double      height,
             WbInk       fill)
{
  const double pad = PAD * scene->em;
  const double text_height = wb_scene_measure (scene, text, scene->em, TRUE, width - 2 * pad);

  wb_scene_add_box (scene, x, y, width, height, fill, WB_INK_RULE);
  wb_scene_add_text (scene, text, scene->em, TRUE, x + pad, y + (height - text_height) / 2, width - 2 * pad,
                     WB_ALIGN_CENTER, WB_INK_TEXT);
}

void
wb_figure_layout_grid (const WbFigure *figure,
                       WbScene        *scene)
{
  /* Both axes high stands out, neither high steps back. */
  static const WbInk fills[] = { WB_INK_PAPER, WB_INK_BLUE_TINT, WB_INK_GREY_TINT, WB_INK_PAPER };
  const double em = scene->em, axis = AXIS * em, gap = 0.3 * em;
  const double full = MIN (scene->width, MAX_WIDTH * 0.85 * em);
  const double left = (scene->width - full) / 2, x = left + axis;
  const double cell_width = (full - axis - gap) / 2;
  double cell_height = GRID_CELL * em, top, bottom;
  WbShape *line;

  if (figure->parts->len != G_N_ELEMENTS (fills))
    return;

  for (guint i = 0; i < figure->parts->len; i++)
    cell_height = MAX (cell_height, wb_scene_measure (scene, get_part (figure, i)->title, em, TRUE,
                                                      cell_width - 2 * PAD * em) + 2 * PAD * em);
  top = wb_scene_add_text (scene, figure->y != NULL ? figure->y : "", em, TRUE, left, 0, full, WB_ALIGN_START,
                           WB_INK_TEXT) + gap;
  bottom = top + 2 * cell_height + gap;
  for (guint i = 0; i < figure->parts->len; i++)
    add_quarter (scene, get_part (figure, i)->title, x + (i % 2) * (cell_width + gap),
                 top + (i / 2) * (cell_height + gap), cell_width, cell_height, fills[i]);

  line = wb_scene_add_line (scene, WB_SHAPE_ARROW, left + axis / 2, bottom + axis / 2, left + axis / 2, top);
  line->ink = WB_INK_DIM;
  line = wb_scene_add_line (scene, WB_SHAPE_ARROW, left + axis / 2, bottom + axis / 2, left + full, bottom + axis / 2);
  line->ink = WB_INK_DIM;
  scene->height = bottom + axis;
  scene->height += wb_scene_add_text (scene, figure->x != NULL ? figure->x : "", em, TRUE, left, scene->height, full,
                                      WB_ALIGN_END, WB_INK_TEXT);
}

/* One row of cells: what stands in front, then the others. Returns its height. */
static double
add_matrix_row (WbScene    *scene,
                const char *title,
                GPtrArray  *cells,
                guint       n_columns,
                double      title_width,
                double      cell_width,
                double      y,
                gboolean    header)
{
  const double size = scene->em * SMALL, pad = PAD * scene->em * 0.8;
  double height = wb_scene_measure (scene, title, size, TRUE, title_width - 2 * pad);
  WbShape *box;

  for (guint i = 0; i < cells->len && i < n_columns; i++)
    height = MAX (height, wb_scene_measure (scene, g_ptr_array_index (cells, i), size, header, cell_width - 2 * pad));
  height += 2 * pad;

  if (*title != '\0')
    {
      box = wb_scene_add_box (scene, 0, y, title_width, height, WB_INK_GREY_TINT, WB_INK_RULE);
      box->line_width = scene->em * 0.06;
      box->radius = 0;
      wb_scene_add_text (scene, title, size, TRUE, pad, y + pad, title_width - 2 * pad, WB_ALIGN_START, WB_INK_TEXT);
    }
  for (guint i = 0; i < n_columns; i++)
    {
      const double x = title_width + i * cell_width;
      const char *text = i < cells->len ? g_ptr_array_index (cells, i) : "";

      box = wb_scene_add_box (scene, x, y, cell_width, height, header ? WB_INK_BLUE_TINT : WB_INK_PAPER, WB_INK_RULE);
      box->line_width = scene->em * 0.06;
      box->radius = 0;
      wb_scene_add_text (scene, text, size, header, x + pad, y + pad, cell_width - 2 * pad,
                         header ? WB_ALIGN_CENTER : WB_ALIGN_START, WB_INK_TEXT);
    }

  return height;
}

/* Where the columns would be too narrow to read: each row as a box of its own, with a line for each column. */
static void
layout_matrix_as_list (const WbFigure *figure,
                       WbScene        *scene)
{
  const double size = scene->em * SMALL, pad = PAD * scene->em * 0.8, width = scene->width - 2 * pad;
  double y = 0;

  for (guint i = 0; i < figure->parts->len; i++)
    {
      const WbFigurePart *part = get_part (figure, i);
      const double title = wb_scene_measure (scene, part->title, size, TRUE, width) + 2 * pad;

      wb_scene_add_box (scene, 0, y, scene->width, title, WB_INK_GREY_TINT, WB_INK_RULE)->radius = 0;
      wb_scene_add_text (scene, part->title, size, TRUE, pad, y + pad, width, WB_ALIGN_START, WB_INK_TEXT);
      y += title + pad;
      for (guint j = 0; j < part->cells->len && j < figure->columns->len; j++)
        {
          y += wb_scene_add_text (scene, g_ptr_array_index (figure->columns, j), size * SMALL, FALSE, pad, y, width,
                                  WB_ALIGN_START, WB_INK_DIM);
          y += wb_scene_add_text (scene, g_ptr_array_index (part->cells, j), size, FALSE, pad, y, width, WB_ALIGN_START,
                                  WB_INK_TEXT) + pad;
        }
    }
  scene->height = y;
}

void
wb_figure_layout_matrix (const WbFigure *figure,
                         WbScene        *scene)
{
  const guint n_columns = figure->columns->len;
  const double pad = PAD * scene->em * 0.8;
  double title_width = 4 * scene->em, cell_width, y = 0;

  for (guint i = 0; i < figure->parts->len; i++)
    {
      double natural, longest;

      wb_scene_measure_words (scene, get_part (figure, i)->title, scene->em * SMALL, TRUE, &natural, &longest);
      title_width = MAX (title_width, MIN (natural, MAX (longest, 10 * scene->em)) + 2 * pad + 1);
    }
  title_width = MIN (title_width, scene->width * 0.3);
  cell_width = (scene->width - title_width) / MAX (n_columns, 1);
  if (cell_width < MIN_CELL * scene->em)
    {
      layout_matrix_as_list (figure, scene);
      return;
    }

  y += add_matrix_row (scene, "", figure->columns, n_columns, title_width, cell_width, y, TRUE);
  for (guint i = 0; i < figure->parts->len; i++)
    y += add_matrix_row (scene, get_part (figure, i)->title, get_part (figure, i)->cells, n_columns, title_width,
                         cell_width, y, FALSE);
  scene->height = y;
}
