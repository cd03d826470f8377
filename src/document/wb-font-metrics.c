/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paginator-private.h"
#include "wb-shaper-private.h"

#include <hb.h>

/* Characters whose widths are kept: Latin letters, figures and their punctuation. */
#define N_WIDTHS 0x180
#define UNKNOWN -1.0f

/* What is asked again and again of one font. */
struct _WbFontMetrics
{
  double size;
  PangoWeight weight;
  gboolean tabular;
  double ascent;
  double descent;
  float widths[N_WIDTHS]; /* UNKNOWN: not yet measured */
  WbTextStyle style;
  PangoContext *context;  /* borrowed from the layout */
  PangoFont *font;        /* owned (nullable) */
  PangoLayout *pango;     /* owned (nullable); for what has to be shaped to be measured */
  PangoLayout *breaking;  /* owned (nullable) */
  PangoAttrList *plain;   /* owned (nullable): of @breaking, as it was made */
  GArray *shapers;        /* owned: Shaper, those that were asked for */
};

typedef struct
{
  WbInlineFlags look;
  WbShaper *shaper; /* owned */
} Shaper;

static void
shaper_clear (gpointer data)
{
  wb_shaper_free (((Shaper *) data)->shaper);
}

static WbFontMetrics *
metrics_new (WbLayout          *layout,
             const WbTextStyle *style)
{
  WbFontMetrics *self = g_new0 (WbFontMetrics, 1);
  PangoFontDescription *font = wb_style_get_font (style, 0);
  hb_font_extents_t extents = { 0 };

  self->context = layout->context;
  self->shapers = g_array_new (FALSE, FALSE, sizeof (Shaper));
  g_array_set_clear_func (self->shapers, shaper_clear);
  self->style = *style;
  self->font = pango_context_load_font (layout->context, font);
  if (self->font != NULL)
    hb_font_get_h_extents (pango_font_get_hb_font (self->font), &extents);
  self->size = style->size;
  self->weight = style->weight;
  self->tabular = style->tabular;
  self->ascent = (double) extents.ascender / PANGO_SCALE;
  self->descent = (double) -extents.descender / PANGO_SCALE;
  for (guint i = 0; i < N_WIDTHS; i++)
    self->widths[i] = UNKNOWN;
  pango_font_description_free (font);

  return self;
}

void
wb_font_metrics_free (gpointer data)
{
  WbFontMetrics *self = data;

  g_clear_object (&self->pango);
  g_clear_object (&self->breaking);
  g_clear_pointer (&self->plain, pango_attr_list_unref);
  g_clear_object (&self->font);
  g_array_unref (self->shapers);
  g_free (self);
}

/* There are about a dozen in one document. */
WbFontMetrics *
wb_layout_get_metrics (WbLayout          *self,
                       const WbTextStyle *style)
{
  WbFontMetrics *metrics;

  for (guint i = 0; i < self->metrics->len; i++)
    {
      metrics = g_ptr_array_index (self->metrics, i);
      if (metrics->size == style->size && metrics->weight == style->weight && metrics->tabular == style->tabular)
        return metrics;
    }

  metrics = metrics_new (self, style);
  g_ptr_array_add (self->metrics, metrics);

  return metrics;
}

PangoLayout *
wb_font_metrics_get_layout (WbFontMetrics *self)
{
  if (self->breaking == NULL)
    {
      self->breaking = wb_style_create_layout (self->context, &self->style, 0);
      self->plain = pango_attr_list_ref (pango_layout_get_attributes (self->breaking));
    }

  return self->breaking;
}

PangoAttrList *
wb_font_metrics_get_attributes (WbFontMetrics *self)
{
  wb_font_metrics_get_layout (self);

  return self->plain;
}

WbShaper *
wb_font_metrics_get_shaper (WbFontMetrics *self,
                            WbInlineFlags  look)
{
  Shaper added = { look, NULL };

  for (guint i = 0; i < self->shapers->len; i++)
    if (g_array_index (self->shapers, Shaper, i).look == look)
      return g_array_index (self->shapers, Shaper, i).shaper;

  added.shaper = wb_shaper_new (self->context, &self->style, look);
  g_array_append_val (self->shapers, added);

  return added.shaper;
}

double
wb_font_metrics_get_baseline (const WbFontMetrics *self,
                              double               line_height)
{
  return (line_height - self->ascent - self->descent) / 2 + self->ascent;
}

static double
measure (WbFontMetrics *self,
         const char    *text,
         gsize          length)
{
  int width;

  if (self->pango == NULL)
    self->pango = wb_style_create_layout (self->context, &self->style, 0);
  pango_layout_set_text (self->pango, text, length);
  pango_layout_get_size (self->pango, &width, NULL);

  return (double) width / PANGO_SCALE;
}

/* Asking the font is much faster than laying out a letter, but says nothing about figures of one width, or about what it lacks. */
static double
measure_letter (WbFontMetrics *self,
                const char    *text)
{
  const gunichar ch = g_utf8_get_char (text);
  hb_font_t *font = self->font != NULL ? pango_font_get_hb_font (self->font) : NULL;
  hb_codepoint_t glyph;

  if (font != NULL && !(self->tabular && g_unichar_isdigit (ch)) && g_unichar_isgraph (ch) &&
      hb_font_get_nominal_glyph (font, ch, &glyph))
    return (double) hb_font_get_glyph_h_advance (font, glyph) / PANGO_SCALE;

  return measure (self, text, g_utf8_next_char (text) - text);
}

double
wb_font_metrics_measure (WbFontMetrics *self,
                         const char    *text,
                         gsize          length)
{
  double width = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      const gunichar ch = g_utf8_get_char (p);

      if (ch >= N_WIDTHS)
        return measure (self, text, length);
      if (self->widths[ch] < 0)
        self->widths[ch] = (float) measure_letter (self, p);
      width += self->widths[ch];
    }

  return width;
}
