/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-figure-scene-private.h"

/* Numbered points in a square of fields between two axes, with their names below. In sizes of the text. */
#define FIELD_HEIGHT 4.0
#define MAX_WIDTH 44.0
#define AXIS 2.2    /* room for the numbers of the rows */
#define BADGE 1.75  /* a point with some distance */
#define GAP 0.4
#define THIN 0.05
#define SMALL 0.9

typedef struct
{
  const WbFigure *figure;
  WbScene *scene;
  guint rows;
  guint columns;
  double left;
  double top;
  double width;  /* of a field */
  double height; /* of the fields of a row */
} Places;

static const WbFigurePart *
get_part (const Places *self,
          guint         index)
{
  return g_ptr_array_index (self->figure->parts, index);
}

static guint
count_in_field (const Places *self,
                guint         row,
                guint         column)
{
  guint n = 0;

  for (guint i = 0; i < self->figure->parts->len; i++)
    n += get_part (self, i)->row == row && get_part (self, i)->column == column;

  return n;
}

static guint
count_side_by_side (const Places *self)
{
  return (guint) MAX (1, (self->width - GAP * self->scene->em) / (BADGE * self->scene->em));
}

static void
measure (Places *self)
{
  const double em = self->scene->em;
  const double full = MIN (self->scene->width, MAX_WIDTH * em);

  self->width = (full - AXIS * em) / self->columns;
  self->left = (self->scene->width - full) / 2 + AXIS * em;
  self->height = FIELD_HEIGHT * em;
  for (guint row = 0; row < self->rows; row++)
    for (guint column = 0; column < self->columns; column++)
      {
        const guint n = count_in_field (self, row, column), side = count_side_by_side (self);

        self->height = MAX (self->height, ((n + side - 1) / side * BADGE + 2 * GAP) * em);
      }
}

/* The closer to the corner where both are high, the stronger the tint, where the figure says so. */
static void
add_field (const Places *self,
           guint         row,
           guint         column)
{
  const guint high = (self->rows - row) * (column + 1), most = self->rows * self->columns;
  WbShape *box = wb_scene_add_box (self->scene, self->left + column * self->width, self->top + row * self->height,
                                   self->width, self->height, WB_INK_PAPER, WB_INK_RULE);

  box->radius = 0;
  box->line_width = self->scene->em * THIN;
  if (!self->figure->graded)
    return;
  if (high * 5 >= most * 3)
    box->fill = WB_INK_ORANGE_TINT;
  else if (high * 3 >= most)
    box->fill = WB_INK_BLUE_TINT;
}

static void
add_points (const Places *self)
{
  const double em = self->scene->em;
  const guint side = count_side_by_side (self);
  g_autofree guint *used = g_new0 (guint, self->rows * self->columns);

  for (guint i = 0; i < self->figure->parts->len; i++)
    {
      const WbFigurePart *part = get_part (self, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      guint n;

      if (part->row >= self->rows || part->column >= self->columns)
        continue;
      n = used[part->row * self->columns + part->column]++;
      wb_scene_add_badge (self->scene, WB_SHAPE_DISC,
                          self->left + part->column * self->width + (GAP + BADGE / 2 + n % side * BADGE) * em,
                          self->top + part->row * self->height + (GAP + BADGE / 2 + n / side * BADGE) * em, number,
                          WB_INK_BLUE, WB_INK_PAPER);
    }
}

static void
add_axes (const Places *self)
{
  const double em = self->scene->em;

  for (guint row = 0; row < self->rows; row++)
    {
      g_autofree char *number = g_strdup_printf ("%u", self->rows - row);

      wb_scene_add_text (self->scene, number, em, FALSE, self->left - AXIS * em,
                         self->top + (row + 0.5) * self->height - em * WB_SCENE_LEADING / 2, (AXIS - GAP) * em, WB_ALIGN_END,
                         WB_INK_DIM);
    }
  for (guint column = 0; column < self->columns; column++)
    {
      g_autofree char *number = g_strdup_printf ("%u", column + 1);

      wb_scene_add_text (self->scene, number, em, FALSE, self->left + column * self->width,
                         self->top + self->rows * self->height + GAP * em / 2, self->width, WB_ALIGN_CENTER, WB_INK_DIM);
    }
}

/* Which number is who, and where nobody could be placed. */
static double
add_names (const Places *self,
           double        y)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->figure->parts->len; i++)
    g_string_append_printf (names, "%s%u\302\240%s", i > 0 ? "  ·  " : "", i + 1, get_part (self, i)->title);

  return names->len > 0 ? wb_scene_add_text (self->scene, names->str, self->scene->em * SMALL, FALSE, 0, y, self->scene->width,
                                             WB_ALIGN_START, WB_INK_TEXT)
                        : 0;
}

void
wb_figure_layout_places (const WbFigure *figure,
                         WbScene        *scene)
{
  Places self = { figure, scene, MAX (figure->rows->len, 1), MAX (figure->columns->len, 1), 0, 0, 0, 0 };
  const double em = scene->em;
  double y;

  measure (&self);
  self.top = wb_scene_add_text (scene, figure->y != NULL ? figure->y : "", em, TRUE, self.left - AXIS * em, 0,
                                self.columns * self.width + AXIS * em, WB_ALIGN_START, WB_INK_TEXT) + GAP * em;
  for (guint row = 0; row < self.rows; row++)
    for (guint column = 0; column < self.columns; column++)
      add_field (&self, row, column);
  add_points (&self);
  add_axes (&self);
  y = self.top + self.rows * self.height + (WB_SCENE_LEADING + GAP) * em;
  y += wb_scene_add_text (scene, figure->x != NULL ? figure->x : "", em, TRUE, self.left, y, self.columns * self.width,
                          WB_ALIGN_END, WB_INK_TEXT) + GAP * em;
  scene->height = y + add_names (&self, y);
}
