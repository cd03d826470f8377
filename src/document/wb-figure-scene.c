/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-figure-scene-private.h"

#include <string.h>

#include "wb-hyphenator.h"
#include "wb-text-clean-private.h"

/* In the narrow boxes of a figure shorter words are broken than in running text. */
#define MIN_LETTERS 8
#define SOFT_HYPHEN "\302\255"
/* A hyphen at the end of a part that is broken off, in sizes. */
#define HYPHEN_WIDTH 0.4
/* Of the corners of a box, in sizes. */
#define RADIUS 0.5

static PangoLayout *
create_layout (WbScene    *self,
               const char *text,
               double      size,
               gboolean    bold)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_family (font, self->family);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0,clig=0,dlig=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

/* One paragraph with soft hyphens, without what would come out as a box. (transfer full) */
static char *
prepare_text (const char *text)
{
  g_autofree char *valid = wb_text_make_valid (text);
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar ch = g_utf8_get_char (p);

      if (g_unichar_isspace (ch))
        g_string_append_c (clean, ' ');
      else if (!g_unichar_iscntrl (ch) && ch != 0xad && ch != 0xfffc && ch != 0x2028 && ch != 0x2029)
        g_string_append_unichar (clean, ch);
    }

  return wb_hyphenate (g_strstrip (clean->str), MIN_LETTERS);
}

/* A line as it is drawn: a hyphen where a word was broken, and none elsewhere. */
static char *
dup_line (const char *start,
          gsize       length)
{
  g_autoptr (GString) line = g_string_new_len (start, (gssize) length);
  const gboolean broken = g_str_has_suffix (line->str, SOFT_HYPHEN);

  g_string_replace (line, SOFT_HYPHEN, "", 0);
  if (broken)
    g_string_append_c (line, '-');

  return g_strdup (g_strstrip (line->str));
}

/* @text in lines of at most @width. (transfer full) */
static GPtrArray *
break_text (WbScene    *self,
            const char *text,
            double      size,
            gboolean    bold,
            double      width)
{
  g_autofree char *prepared = prepare_text (text);
  g_autoptr (PangoLayout) layout = create_layout (self, prepared, size, bold);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (MAX (width, size) * PANGO_SCALE));
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);

      g_ptr_array_add (lines, dup_line (prepared + line->start_index, (gsize) line->length));
    }

  return lines;
}

static double
measure_line (WbScene    *self,
              const char *text,
              double      size,
              gboolean    bold)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text, size, bold);
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return (double) width / PANGO_SCALE;
}

double
wb_scene_measure (WbScene    *self,
                  const char *text,
                  double      size,
                  gboolean    bold,
                  double      width)
{
  g_autoptr (GPtrArray) lines = break_text (self, text, size, bold, width);

  return lines->len * size * WB_SCENE_LEADING;
}

void
wb_scene_measure_words (WbScene    *self,
                        const char *text,
                        double      size,
                        gboolean    bold,
                        double     *natural,
                        double     *longest)
{
  g_autofree char *prepared = prepare_text (text);
  g_autoptr (GString) parts = g_string_new (prepared);
  g_auto (GStrv) words = NULL;

  *natural = measure_line (self, prepared, size, bold);
  *longest = 0;
  g_string_replace (parts, SOFT_HYPHEN, " ", 0);
  words = g_strsplit (parts->str, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    *longest = MAX (*longest, measure_line (self, words[i], size, bold) + size * HYPHEN_WIDTH);
}

static void
shape_free (gpointer data)
{
  WbShape *shape = data;

  g_clear_pointer (&shape->lines, g_ptr_array_unref);
  g_clear_pointer (&shape->points, g_array_unref);
  g_free (shape);
}

static WbShape *
add_shape (WbScene     *self,
           WbShapeType  type)
{
  WbShape *shape = g_new0 (WbShape, 1);

  if (self->shapes == NULL)
    self->shapes = g_ptr_array_new_with_free_func (shape_free);
  shape->type = type;
  shape->line_width = self->em * 0.1;
  g_ptr_array_add (self->shapes, shape);

  return shape;
}

double
wb_scene_add_text (WbScene    *self,
                   const char *text,
                   double      size,
                   gboolean    bold,
                   double      x,
                   double      y,
                   double      width,
                   WbAlign     align,
                   WbInk       ink)
{
  WbShape *shape = add_shape (self, WB_SHAPE_TEXT);

  shape->lines = break_text (self, text, size, bold, width);
  shape->x = x;
  shape->y = y;
  shape->width = width;
  shape->height = shape->lines->len * size * WB_SCENE_LEADING;
  shape->size = size;
  shape->bold = bold;
  shape->align = align;
  shape->ink = ink;

  return shape->height;
}

WbShape *
wb_scene_add_box (WbScene *self,
                  double   x,
                  double   y,
                  double   width,
                  double   height,
                  WbInk    fill,
                  WbInk    ink)
{
  WbShape *shape = add_shape (self, WB_SHAPE_BOX);

  shape->x = x;
  shape->y = y;
  shape->width = width;
  shape->height = height;
  shape->radius = self->em * RADIUS;
  shape->fill = fill;
  shape->ink = ink;

  return shape;
}

void
wb_scene_add_point (WbShape *line,
                    double   x,
                    double   y)
{
  const double point[] = { x, y };

  g_array_append_vals (line->points, point, G_N_ELEMENTS (point));
}

WbShape *
wb_scene_add_line (WbScene     *self,
                   WbShapeType  type,
                   double       x1,
                   double       y1,
                   double       x2,
                   double       y2)
{
  WbShape *shape = add_shape (self, type);

  shape->points = g_array_new (FALSE, FALSE, sizeof (double));
  shape->ink = WB_INK_BLUE;
  shape->line_width = self->em * 0.18;
  wb_scene_add_point (shape, x1, y1);
  wb_scene_add_point (shape, x2, y2);

  return shape;
}

WbShape *
wb_scene_add_badge (WbScene     *self,
                    WbShapeType  type,
                    double       x,
                    double       y,
                    const char  *text,
                    WbInk        fill,
                    WbInk        ink)
{
  WbShape *shape = add_shape (self, type);

  shape->x = x;
  shape->y = y;
  shape->width = self->em * (type == WB_SHAPE_DISC ? 1.5 : 2.2);
  shape->lines = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (shape->lines, g_strdup (text));
  shape->size = self->em * 0.85;
  shape->bold = TRUE;
  shape->fill = fill;
  shape->ink = ink;

  return shape;
}
