/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-figure-scene-private.h"

/* In sizes of the text. */
#define BAR 1.5
#define ROW_GAP 0.6
#define GAP 0.6
#define MAX_LABEL_SHARE 0.36
#define MIN_BAR_ROOM 9.0
/* A unit up to so many letters stands behind each value, a longer one once above. */
#define SHORT_UNIT 3

typedef struct
{
  const WbFigure *figure;
  WbScene *scene;
  gboolean short_unit;
  gboolean stacked; /* labels above their bars, where there is no room beside them */
  double label_width;
  double value_width; /* of the widest value */
  double min;         /* 0 or below */
  double max;         /* 0 or above */
  double left;        /* of the room for bars */
  double width;
} Bars;

static const WbFigurePart *
get_part (const Bars *self,
          guint       index)
{
  return g_ptr_array_index (self->figure->parts, index);
}

static char *
dup_value (const Bars         *self,
           const WbFigurePart *part)
{
  g_autofree char *number = wb_figure_format_value (part->value);

  /* A narrow space that does not break would be right; the font need not have it. */
  return self->short_unit ? g_strdup_printf ("%s\302\240%s", number, self->figure->unit) : g_steal_pointer (&number);
}

static void
measure (Bars *self)
{
  const double em = self->scene->em;
  double widest_label = 0, before, after;

  for (guint i = 0; i < self->figure->parts->len; i++)
    {
      const WbFigurePart *part = get_part (self, i);
      g_autofree char *value = dup_value (self, part);
      double natural, longest;

      wb_scene_measure_words (self->scene, part->title, em, FALSE, &natural, &longest);
      widest_label = MAX (widest_label, natural);
      wb_scene_measure_words (self->scene, value, em, TRUE, &natural, &longest);
      self->value_width = MAX (self->value_width, natural);
      self->min = MIN (self->min, part->value);
      self->max = MAX (self->max, part->value);
    }
  /* Values below zero are written at the left of their bar. */
  before = self->min < 0 ? self->value_width + 2 * GAP * em : 0;
  self->label_width = MIN (widest_label + 1, self->scene->width * MAX_LABEL_SHARE);
  self->left = self->label_width + GAP * em + before;
  after = self->value_width + 2 * GAP * em;
  self->stacked = self->scene->width - self->left - after < MIN_BAR_ROOM * em;
  if (self->stacked)
    {
      self->label_width = self->scene->width;
      self->left = before;
    }
  self->width = MAX (self->scene->width - self->left - after, em);
}

static double
get_x (const Bars *self,
       double      value)
{
  const double range = self->max - self->min;

  return self->left + (range > 0 ? (value - self->min) / range * self->width : 0);
}

/* The line from which the bars begin; it goes on between rows unless a label stands there. */
static void
add_axis (Bars   *self,
          double  top,
          double  bottom)
{
  const double gap = ROW_GAP * self->scene->em / 2;
  WbShape *axis = wb_scene_add_line (self->scene, WB_SHAPE_LINE, get_x (self, 0), top - (self->stacked ? 0 : gap),
                                     get_x (self, 0), bottom + (self->stacked ? 0 : gap));

  axis->ink = WB_INK_TEXT;
  axis->line_width = self->scene->em * 0.12;
}

static double
add_bar (Bars               *self,
         const WbFigurePart *part,
         double              y)
{
  const double em = self->scene->em, bar = BAR * em, line = em * WB_SCENE_LEADING;
  const double label_height = wb_scene_measure (self->scene, part->title, em, FALSE, self->label_width);
  const double height = self->stacked ? bar + label_height : MAX (bar, label_height);
  const double zero = get_x (self, 0), end = get_x (self, part->value);
  const double middle = self->stacked ? y + label_height + bar / 2 : y + height / 2;
  g_autofree char *value = dup_value (self, part);
  WbShape *box;

  wb_scene_add_text (self->scene, part->title, em, FALSE, 0, self->stacked ? y : middle - label_height / 2,
                     self->label_width, self->stacked ? WB_ALIGN_START : WB_ALIGN_END, WB_INK_TEXT);
  add_axis (self, self->stacked ? middle - bar / 2 : y, y + height);
  if (ABS (end - zero) > em * 0.1)
    {
      box = wb_scene_add_box (self->scene, MIN (zero, end), middle - bar / 2, ABS (end - zero), bar, WB_INK_BLUE_TINT,
                              WB_INK_BLUE);
      box->pattern = WB_PATTERN_DIAGONAL;
      box->radius = 0;
    }
  if (part->value < 0)
    wb_scene_add_text (self->scene, value, em, TRUE, end - GAP * em / 2 - self->value_width - 1, middle - line / 2,
                       self->value_width + 1, WB_ALIGN_END, WB_INK_TEXT);
  else
    wb_scene_add_text (self->scene, value, em, TRUE, end + GAP * em, middle - line / 2, self->value_width + 1,
                       WB_ALIGN_START, WB_INK_TEXT);

  return height;
}

void
wb_figure_layout_bars (const WbFigure *figure,
                       WbScene        *scene)
{
  Bars self = { .figure = figure, .scene = scene };
  const double em = scene->em;
  double y = 0;

  self.short_unit = *figure->unit != '\0' && g_utf8_strlen (figure->unit, -1) <= SHORT_UNIT;
  measure (&self);
  if (!self.short_unit && *figure->unit != '\0')
    /* As it is given: nobody knows here how a sentence would bend it. */
    y += wb_scene_add_text (scene, figure->unit, em, FALSE, self.left, y, scene->width - self.left, WB_ALIGN_START, WB_INK_DIM)
         + em * 0.2;
  for (guint i = 0; i < figure->parts->len; i++)
    y += add_bar (&self, get_part (&self, i), y + ROW_GAP * em / 2) + ROW_GAP * em;
  scene->height = y;
}
