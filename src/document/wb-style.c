/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paginator-private.h"

#define FAMILY "Cantarell"
/* By name: what stands for "Monospace" is another one on each machine. */
#define FAMILY_CODE "DejaVu Sans Mono"

const WbColor wb_color_text = { 0.11, 0.11, 0.12 };
const WbColor wb_color_dim = { 0.369, 0.361, 0.392 };        /* #5e5c64 */
const WbColor wb_color_rule = { 0.72, 0.72, 0.73 };
const WbColor wb_color_blue = { 0.102, 0.373, 0.706 };       /* #1a5fb4 */
const WbColor wb_color_blue_tint = { 0.890, 0.929, 0.976 };  /* #e3edf9 */
const WbColor wb_color_orange = { 0.612, 0.290, 0.0 };       /* #9c4a00 */
const WbColor wb_color_grey_tint = { 0.933, 0.929, 0.925 };  /* #eeedec */
static const WbColor color_green = { 0.106, 0.431, 0.259 };  /* #1b6e42 */
static const WbColor color_purple = { 0.435, 0.227, 0.541 }; /* #6f3a8a */

/* Text on paper: its size, and the distance of two of its baselines; the tighter the smaller. */
static const struct
{
  double size;
  double step;
} page_text[WB_MAX_TIGHTNESS + 1] = {
  { 10.5, 14 },
  { 10.5, 14 },
  { 10.3, 13.4 },
  { 10.1, 13 },
};

/* Smallest text on a slide, in its units. */
#define DECK_FLOOR 21.0
/* Smallest text of what explains a number, a question, a figure or a quotation there. */
#define DECK_CAPTION_FLOOR 24.0
/* These are large already: they grow no further than this. */
#define MAX_LARGE_SCALE 1.08

static void
set_callouts (WbStyle *self)
{
  static const WbColor *const colors[WB_CALLOUT_NOTES] = {
    [WB_CALLOUT_NOTE] = &wb_color_blue,
    [WB_CALLOUT_TIP] = &color_green,
    [WB_CALLOUT_WARNING] = &wb_color_orange,
    [WB_CALLOUT_EXAMPLE] = &color_purple,
  };

  for (guint i = 0; i < WB_CALLOUT_NOTES; i++)
    {
      self->callout[i] = self->strong;
      self->callout[i].color = colors[i];
    }
}

/* Above a heading there is about twice the room that is below it. */
static void
set_page_headings (WbStyle *self)
{
  static const double above[] = { 22, 12.5, 7, 7 };
  static const double below[] = { 4, 4, 1.5, 0 };
  static const double drop[] = { 22, 19, 16 };

  self->title_drop = 26;
  for (guint i = 0; i < G_N_ELEMENTS (above); i++)
    {
      self->above_heading[i] = above[i];
      self->below_heading[i] = below[i];
      self->heading_drop[i] = i < G_N_ELEMENTS (drop) ? drop[i] : self->step;
    }
}

WbStyle *
wb_style_new_pages (guint tightness)
{
  WbStyle *self = g_new0 (WbStyle, 1);
  const double size = page_text[MIN (tightness, WB_MAX_TIGHTNESS)].size;
  double leading;

  self->step = page_text[MIN (tightness, WB_MAX_TIGHTNESS)].step;
  leading = self->step / size;
  self->title = (WbTextStyle) { 23, 1.18, PANGO_WEIGHT_ULTRABOLD, &wb_color_text, 16 };
  self->heading[0] = (WbTextStyle) { 18, 1.2, PANGO_WEIGHT_ULTRABOLD, &wb_color_text, 16 };
  self->heading[1] = (WbTextStyle) { 14, 1.25, PANGO_WEIGHT_ULTRABOLD, &wb_color_text, 16 };
  self->heading[2] = (WbTextStyle) { 12, 1.28, PANGO_WEIGHT_BOLD, &wb_color_text, 16 };
  self->heading[3] = (WbTextStyle) { size, leading, PANGO_WEIGHT_BOLD, &wb_color_text, 16 };
  self->body = (WbTextStyle) { size, leading, PANGO_WEIGHT_NORMAL, &wb_color_text, 13 };
  self->cell = (WbTextStyle) { 10, 1.3, PANGO_WEIGHT_NORMAL, &wb_color_text, 9, TRUE };
  self->head = (WbTextStyle) { 9.25, 1.3, PANGO_WEIGHT_BOLD, &wb_color_dim, 9 };
  self->small = (WbTextStyle) { 8.5, 1.35, PANGO_WEIGHT_NORMAL, &wb_color_dim, 13 };
  self->strong = (WbTextStyle) { size, leading, PANGO_WEIGHT_BOLD, &wb_color_text, 13 };
  self->code = (WbTextStyle) { 9.5, 1.35, PANGO_WEIGHT_NORMAL, &wb_color_text, 0 };
  self->number = (WbTextStyle) { 34, 1.1, PANGO_WEIGHT_ULTRABOLD, &wb_color_blue, 0, TRUE };
  self->question = (WbTextStyle) { 13, 1.3, PANGO_WEIGHT_BOLD, &wb_color_text, 16 };
  self->quote = self->body;
  self->caption = (WbTextStyle) { 9.5, 1.35, PANGO_WEIGHT_NORMAL, &wb_color_dim, 13 };
  /* Half a step, and what a line has below its letters, is a whole one from one baseline to the next. */
  self->gap = self->step / 2;
  self->list_gap = 0;
  self->caption_gap = 5;
  self->above_frame = self->below_frame = self->step / 2;
  self->below_table = self->step / 2;
  self->around_figure = self->step / 2;
  set_page_headings (self);
  self->indent = 16;
  self->pad_x = 7;
  self->pad_y = tightness == 0 ? 4.5 : 3.5;
  self->box = 13.5; /* 4.7 mm */
  self->blank = 130;
  self->rule = 0.6;
  self->write = 24;
  set_callouts (self);

  return self;
}

static double
deck_size (double units,
           double unit,
           double scale)
{
  return MAX (units * scale, DECK_FLOOR) * unit;
}

WbStyle *
wb_style_new_deck (double unit,
                   double scale)
{
  WbStyle *self = g_new0 (WbStyle, 1);
  const double body = deck_size (30, unit, scale);
  const double cell = deck_size (26, unit, scale);
  const double large = deck_size (44, unit, MIN (scale, MAX_LARGE_SCALE));

  self->title = (WbTextStyle) { 46 * unit, 1.15, PANGO_WEIGHT_ULTRABOLD, &wb_color_text, 14 };
  self->heading[0] = (WbTextStyle) { 64 * unit, 1.15, PANGO_WEIGHT_ULTRABOLD, &wb_color_text, 14 };
  self->heading[1] = self->title;
  self->heading[2] = (WbTextStyle) { body * 1.1, 1.25, PANGO_WEIGHT_BOLD, &wb_color_text, 14 };
  self->heading[3] = (WbTextStyle) { body, 1.3, PANGO_WEIGHT_BOLD, &wb_color_text, 14 };
  self->body = (WbTextStyle) { body, 1.34, PANGO_WEIGHT_NORMAL, &wb_color_text, 14 };
  self->cell = (WbTextStyle) { cell, 1.28, PANGO_WEIGHT_NORMAL, &wb_color_text, 9, TRUE };
  self->head = (WbTextStyle) { deck_size (24, unit, scale), 1.28, PANGO_WEIGHT_BOLD, &wb_color_dim, 9 };
  self->small = (WbTextStyle) { DECK_FLOOR * unit, 1.3, PANGO_WEIGHT_NORMAL, &wb_color_dim, 14 };
  self->strong = (WbTextStyle) { body, 1.34, PANGO_WEIGHT_BOLD, &wb_color_text, 14 };
  self->code = (WbTextStyle) { cell, 1.3, PANGO_WEIGHT_NORMAL, &wb_color_text, 0 };
  self->number = (WbTextStyle) { 150 * unit * scale, 1.05, PANGO_WEIGHT_ULTRABOLD, &wb_color_blue, 0, TRUE };
  self->question = (WbTextStyle) { large, 1.25, PANGO_WEIGHT_BOLD, &wb_color_text, 14 };
  self->quote = (WbTextStyle) { MAX (large * 0.92, body), 1.34, PANGO_WEIGHT_NORMAL, &wb_color_text, 14 };
  self->quote_mark = (WbTextStyle) { self->quote.size * 3.4, 1.0, PANGO_WEIGHT_ULTRABOLD, &wb_color_blue, 0 };
  self->caption = (WbTextStyle) { MAX (26 * scale, DECK_CAPTION_FLOOR) * unit, 1.3, PANGO_WEIGHT_NORMAL, &wb_color_dim, 14 };
  self->gap = 20 * unit * scale;
  self->list_gap = 12 * unit * scale;
  self->caption_gap = self->list_gap * 1.5;
  self->above_frame = self->gap * 1.2;
  self->below_frame = self->gap * 1.5;
  self->below_table = self->gap * 1.6;
  self->around_figure = self->gap * 1.3;
  for (guint i = 0; i < G_N_ELEMENTS (self->heading); i++)
    {
      self->above_heading[i] = self->heading[i].size * (i < 2 ? 1.35 : 1.15);
      self->below_heading[i] = self->heading[i].size * 0.3;
    }
  self->indent = 1.25 * body;
  self->pad_x = 18 * unit;
  /* Where there is room, rows of tables have some, too. */
  self->pad_y = (scale > 1 ? 17 : 11) * unit * scale;
  self->box = 0.95 * body;
  self->blank = 300 * unit;
  self->rule = 1.5 * unit;
  self->write = 72 * unit;
  self->is_deck = TRUE;
  set_callouts (self);

  return self;
}

PangoFontDescription *
wb_style_get_font (const WbTextStyle *style,
                   WbInlineFlags      flags)
{
  PangoFontDescription *font = pango_font_description_new ();
  const gboolean code = (flags & WB_INLINE_CODE) != 0;
  const gboolean note = (flags & WB_INLINE_FOOTNOTE) != 0;
  PangoWeight weight = style->weight;

  if ((flags & WB_INLINE_STRONG) != 0)
    weight = MAX (weight, PANGO_WEIGHT_BOLD);

  pango_font_description_set_family_static (font, code ? FAMILY_CODE : FAMILY);
  pango_font_description_set_absolute_size (font, style->size * (code ? 0.92 : note ? WB_FOOTNOTE_SIZE : 1.0) * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  if ((flags & (WB_INLINE_EMPHASIS | WB_INLINE_OPEN)) != 0)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);

  return font;
}

/* A context of its own, so that the result depends on neither screen nor desktop settings. */
PangoContext *
wb_style_create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, 72.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("de"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_WEAK_LTR);

  return context;
}

PangoLayout *
wb_style_create_layout (PangoContext      *context,
                        const WbTextStyle *style,
                        WbInlineFlags      flags)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = wb_style_get_font (style, flags);
  PangoAttrList *attributes = pango_attr_list_new ();

  /* With ligatures Cairo writes text in a way that some readers of the structure lose. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new (style->tabular ? "liga=0,clig=0,dlig=0,tnum=1"
                                                                                   : "liga=0,clig=0,dlig=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  return layout;
}
