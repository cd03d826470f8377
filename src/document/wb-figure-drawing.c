/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-figure-scene-private.h"

#include <math.h>
#include <pango/pangocairo.h>

/* In sizes of the text. */
#define HEAD_LENGTH 0.75
#define HEAD_WIDTH 0.7
#define PATTERN_STEP 0.45

struct _WbFigureDrawing
{
  WbScene scene;

  /* While drawing */
  cairo_t *cr;
  WbFigureGround ground;
  PangoLayout *layout; /* owned */
};

/* Light and dark; the sheet with the contrasts is part of the design. */
static const guint32 inks[WB_N_INKS][2] = {
  [WB_INK_TEXT] = { 0x1c1c1e, 0xffffff },        [WB_INK_DIM] = { 0x5e5c64, 0xc8c6cc },
  [WB_INK_RULE] = { 0x8f8d94, 0x8a888f },        [WB_INK_PAPER] = { 0xffffff, 0x363638 },
  [WB_INK_BLUE] = { 0x1a5fb4, 0x99c1f1 },        [WB_INK_ORANGE] = { 0x9c4a00, 0xffbe6f },
  [WB_INK_GREEN] = { 0x1b6e42, 0x86dfa9 },       [WB_INK_PURPLE] = { 0x6f3a8a, 0xdcb0ea },
  [WB_INK_RED] = { 0xa51d2d, 0xff9ea6 },         [WB_INK_GREY] = { 0x5e5c64, 0xc8c6cc },
  [WB_INK_BLUE_TINT] = { 0xe3edf9, 0x2c3e57 },   [WB_INK_ORANGE_TINT] = { 0xfbeadb, 0x4d3a24 },
  [WB_INK_GREEN_TINT] = { 0xe1f2e8, 0x27463a },  [WB_INK_PURPLE_TINT] = { 0xf0e6f5, 0x453350 },
  [WB_INK_RED_TINT] = { 0xf9e3e5, 0x54303a },    [WB_INK_GREY_TINT] = { 0xeeedec, 0x47474c },
  [WB_INK_LEVEL_0] = { 0xf1f0ee, 0x3a3a3d },     [WB_INK_LEVEL_1] = { 0xdcecf7, 0x2f4356 },
  [WB_INK_LEVEL_2] = { 0xb5d3ee, 0x33587f },     [WB_INK_LEVEL_3] = { 0x7fb0de, 0x3f78b5 },
  [WB_INK_LEVEL_4] = { 0x1a5fb4, 0x99c1f1 },     [WB_INK_ON_LEVEL_4] = { 0xffffff, 0x14202e },
};

static void
set_ink (WbFigureDrawing *self,
         WbInk            ink)
{
  const guint32 value = inks[ink][self->ground == WB_FIGURE_DARK ? 1 : 0];

  cairo_set_source_rgb (self->cr, (value >> 16 & 0xff) / 255.0, (value >> 8 & 0xff) / 255.0, (value & 0xff) / 255.0);
}

static void
add_rounded_path (cairo_t *cr,
                  double   x,
                  double   y,
                  double   width,
                  double   height,
                  double   radius)
{
  radius = MIN (radius, MIN (width, height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
add_dots (cairo_t *cr,
          double   x,
          double   y,
          double   width,
          double   height,
          double   step)
{
  gboolean odd = FALSE;

  for (double top = y + step / 2; top < y + height; top += step, odd = !odd)
    for (double left = x + step * (odd ? 1.0 : 0.5); left < x + width; left += step)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, left, top, step * 0.17, 0, 2 * G_PI);
      }
  cairo_fill (cr);
}

/* Lines from the lower left to the upper right, or with @falling the other way. */
static void
add_diagonals (cairo_t  *cr,
               double    x,
               double    y,
               double    width,
               double    height,
               double    step,
               gboolean  falling)
{
  for (double start = x - height; start < x + width; start += step)
    {
      cairo_move_to (cr, start, falling ? y : y + height);
      cairo_line_to (cr, start + height, falling ? y + height : y);
    }
  cairo_stroke (cr);
}

/* As lines, so that it stays sharp on paper and comes out of any printer. */
static void
draw_pattern (WbFigureDrawing *self,
              WbPattern        pattern,
              double           x,
              double           y,
              double           width,
              double           height)
{
  const double step = self->scene.em * PATTERN_STEP * (pattern == WB_PATTERN_DENSE ? 0.6 : 1.0);

  cairo_set_line_width (self->cr, self->scene.em * 0.07);
  if (pattern == WB_PATTERN_DOTS)
    add_dots (self->cr, x, y, width, height, step);
  if (pattern == WB_PATTERN_DIAGONAL || pattern == WB_PATTERN_CROSS || pattern == WB_PATTERN_DENSE)
    add_diagonals (self->cr, x, y, width, height, step, FALSE);
  if (pattern == WB_PATTERN_CROSS || pattern == WB_PATTERN_DENSE)
    add_diagonals (self->cr, x, y, width, height, step, TRUE);
  if (pattern == WB_PATTERN_HORIZONTAL)
    {
      for (double top = y + step / 2; top < y + height; top += step)
        {
          cairo_move_to (self->cr, x, top);
          cairo_line_to (self->cr, x + width, top);
        }
      cairo_stroke (self->cr);
    }
}

static void
draw_box (WbFigureDrawing *self,
          const WbShape   *shape)
{
  const double strip = shape->strip > 0 ? MIN (shape->strip, shape->width) : shape->width;

  if (shape->fill != WB_INK_NONE)
    {
      set_ink (self, shape->fill);
      add_rounded_path (self->cr, shape->x, shape->y, shape->width, shape->height, shape->radius);
      cairo_fill (self->cr);
    }
  if (shape->pattern != WB_PATTERN_NONE && shape->ink != WB_INK_NONE)
    {
      cairo_save (self->cr);
      add_rounded_path (self->cr, shape->x, shape->y, shape->width, shape->height, shape->radius);
      cairo_clip (self->cr);
      cairo_rectangle (self->cr, shape->x + shape->width - strip, shape->y, strip, shape->height);
      cairo_clip (self->cr);
      set_ink (self, shape->ink);
      draw_pattern (self, shape->pattern, shape->x + shape->width - strip, shape->y, strip, shape->height);
      cairo_restore (self->cr);
    }
  if (shape->ink != WB_INK_NONE)
    {
      const double half = shape->line_width / 2;

      set_ink (self, shape->ink);
      cairo_set_line_width (self->cr, shape->line_width);
      add_rounded_path (self->cr, shape->x + half, shape->y + half, shape->width - 2 * half, shape->height - 2 * half,
                        shape->radius);
      cairo_stroke (self->cr);
    }
}

static void
prepare_layout (WbFigureDrawing *self,
                const WbShape   *shape)
{
  PangoFontDescription *font = pango_font_description_new ();

  if (self->layout == NULL)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      self->layout = pango_layout_new (self->scene.context);
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0,clig=0,dlig=0"));
      pango_layout_set_attributes (self->layout, attributes);
      pango_attr_list_unref (attributes);
    }
  pango_font_description_set_family (font, self->scene.family);
  pango_font_description_set_absolute_size (font, shape->size * PANGO_SCALE);
  pango_font_description_set_weight (font, shape->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
}

/* One line between @x and @x + @width; @top is the upper edge of the line. */
static void
draw_line_of_text (WbFigureDrawing *self,
                   const char      *text,
                   double           x,
                   double           top,
                   double           width,
                   double           line_height,
                   WbAlign          align)
{
  PangoRectangle extents;
  PangoLayoutLine *line;
  double free_width, baseline;
  int text_width, text_height;

  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_size (self->layout, &text_width, &text_height);
  line = pango_layout_get_line_readonly (self->layout, 0);
  pango_layout_line_get_extents (line, NULL, &extents);
  free_width = width - (double) text_width / PANGO_SCALE;
  baseline = top + (line_height - (double) text_height / PANGO_SCALE) / 2 - (double) extents.y / PANGO_SCALE;
  cairo_move_to (self->cr, x + (align == WB_ALIGN_CENTER ? free_width / 2 : align == WB_ALIGN_END ? free_width : 0),
                 baseline);
  pango_cairo_show_layout_line (self->cr, line);
}

static void
draw_text (WbFigureDrawing *self,
           const WbShape   *shape)
{
  const double line_height = shape->size * WB_SCENE_LEADING;

  set_ink (self, shape->ink);
  prepare_layout (self, shape);
  for (guint i = 0; i < shape->lines->len; i++)
    draw_line_of_text (self, g_ptr_array_index (shape->lines, i), shape->x, shape->y + i * line_height, shape->width,
                       line_height, shape->align);
}

static void
draw_badge (WbFigureDrawing *self,
            const WbShape   *shape)
{
  const double half = shape->width / 2;

  cairo_new_path (self->cr);
  if (shape->type == WB_SHAPE_DISC)
    {
      cairo_arc (self->cr, shape->x, shape->y, half, 0, 2 * G_PI);
    }
  else
    {
      cairo_move_to (self->cr, shape->x, shape->y - half);
      cairo_line_to (self->cr, shape->x + half, shape->y);
      cairo_line_to (self->cr, shape->x, shape->y + half);
      cairo_line_to (self->cr, shape->x - half, shape->y);
      cairo_close_path (self->cr);
    }
  set_ink (self, shape->fill);
  cairo_fill_preserve (self->cr);
  set_ink (self, shape->type == WB_SHAPE_DISC ? shape->fill : shape->ink);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (self->cr, self->scene.em * 0.15);
  cairo_stroke (self->cr);

  set_ink (self, shape->ink);
  prepare_layout (self, shape);
  draw_line_of_text (self, g_ptr_array_index (shape->lines, 0), shape->x - half,
                     shape->y - shape->size * WB_SCENE_LEADING / 2, shape->width, shape->size * WB_SCENE_LEADING,
                     WB_ALIGN_CENTER);
}

static void
draw_head (WbFigureDrawing *self,
           double           x,
           double           y,
           double           angle)
{
  const double length = self->scene.em * HEAD_LENGTH, half = self->scene.em * HEAD_WIDTH / 2;

  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  cairo_rotate (self->cr, angle);
  cairo_move_to (self->cr, 0, 0);
  cairo_line_to (self->cr, -length, -half);
  cairo_line_to (self->cr, -length, half);
  cairo_close_path (self->cr);
  cairo_fill (self->cr);
  cairo_restore (self->cr);
}

static void
draw_line (WbFigureDrawing *self,
           const WbShape   *shape)
{
  const double *points = (const double *) (gpointer) shape->points->data;
  const double dashes[] = { self->scene.em * 0.4, self->scene.em * 0.3 };
  const guint n = shape->points->len / 2;
  double x = points[2 * n - 2], y = points[2 * n - 1];
  double angle = atan2 (y - points[2 * n - 3], x - points[2 * n - 4]);

  set_ink (self, shape->ink);
  if (shape->type == WB_SHAPE_ARROW)
    {
      draw_head (self, x, y, angle);
      /* The line ends inside the head, not at its tip. */
      x -= cos (angle) * self->scene.em * HEAD_LENGTH * 0.8;
      y -= sin (angle) * self->scene.em * HEAD_LENGTH * 0.8;
    }

  cairo_save (self->cr);
  cairo_set_line_width (self->cr, shape->line_width);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  if (shape->dashed)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (self->cr, points[0], points[1]);
  for (guint i = 1; i + 1 < n; i++)
    cairo_line_to (self->cr, points[2 * i], points[2 * i + 1]);
  cairo_line_to (self->cr, x, y);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
draw_shape (WbFigureDrawing *self,
            const WbShape   *shape)
{
  switch (shape->type)
    {
    case WB_SHAPE_BOX:
      draw_box (self, shape);
      break;
    case WB_SHAPE_TEXT:
      draw_text (self, shape);
      break;
    case WB_SHAPE_ARROW:
    case WB_SHAPE_LINE:
      draw_line (self, shape);
      break;
    case WB_SHAPE_DISC:
    case WB_SHAPE_DIAMOND:
      draw_badge (self, shape);
      break;
    default:
      g_return_if_reached ();
    }
}

WbFigureDrawing *
wb_figure_drawing_new (const WbFigure *figure,
                       PangoContext   *context,
                       const char     *family,
                       double          size,
                       double          width)
{
  static void (*const layouts[]) (const WbFigure *figure, WbScene *scene) = {
    [WB_FIGURE_FLOW] = wb_figure_layout_flow,     [WB_FIGURE_CYCLE] = wb_figure_layout_cycle,
    [WB_FIGURE_LAYERS] = wb_figure_layout_layers, [WB_FIGURE_BARS] = wb_figure_layout_bars,
    [WB_FIGURE_GRID] = wb_figure_layout_grid,     [WB_FIGURE_MATRIX] = wb_figure_layout_matrix,
    [WB_FIGURE_HEAT] = wb_figure_layout_heat,     [WB_FIGURE_GRAPH] = wb_figure_layout_graph,
    [WB_FIGURE_PLACES] = wb_figure_layout_places, [WB_FIGURE_TIMELINE] = wb_figure_layout_timeline,
  };
  WbFigureDrawing *self;

  g_return_val_if_fail (figure != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (family != NULL, NULL);
  g_return_val_if_fail (size > 0 && width > 0, NULL);

  G_STATIC_ASSERT (G_N_ELEMENTS (layouts) == WB_N_FIGURE_DRAWN);
  self = g_new0 (WbFigureDrawing, 1);
  self->scene.context = g_object_ref (context);
  self->scene.family = g_strdup (family);
  self->scene.em = size;
  self->scene.width = width;
  layouts[figure->type] (figure, &self->scene);

  return self;
}

void
wb_figure_drawing_free (WbFigureDrawing *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->scene.context);
  g_free (self->scene.family);
  g_clear_pointer (&self->scene.shapes, g_ptr_array_unref);
  g_free (self);
}

const WbScene *
wb_figure_drawing_get_scene (const WbFigureDrawing *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->scene;
}

double
wb_figure_drawing_get_width (const WbFigureDrawing *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->scene.width;
}

double
wb_figure_drawing_get_height (const WbFigureDrawing *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->scene.height;
}

void
wb_figure_drawing_draw (WbFigureDrawing *self,
                        cairo_t         *cr,
                        WbFigureGround   ground)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  self->cr = cr;
  self->ground = ground;
  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; self->scene.shapes != NULL && i < self->scene.shapes->len; i++)
    draw_shape (self, g_ptr_array_index (self->scene.shapes, i));
  cairo_restore (cr);
  g_clear_object (&self->layout);
  self->cr = NULL;
}
