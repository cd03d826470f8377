/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paginator-private.h"

#include <cairo-ft.h>
#include <pango/pangofc-font.h>
#include <string.h>

#define SOFT_HYPHEN "\302\255"

#define CALLOUT_RADIUS 5.0
#define BAR_WIDTH 3.0
#define BLANK_HEIGHT 0.5 /* of a line to write on */
/* Box for a character without a font, in sizes of the text. */
#define MISSING_HEIGHT 0.7
#define MISSING_LINE 0.06
/* Length of the handles of a curve that is a quarter of a circle, in radii. */
#define QUARTER 0.5523

void
wb_pen_init (WbPen    *self,
             WbLayout *layout,
             cairo_t  *cr,
             WbTagger *tagger)
{
  *self = (WbPen) { layout, cr, tagger };
}

void
wb_pen_clear (WbPen *self)
{
  g_clear_object (&self->pango);
  g_clear_object (&self->cut);
  g_clear_pointer (&self->hyphen_fonts, g_hash_table_unref);
}

void
wb_pen_set_color (WbPen         *self,
                  const WbColor *color)
{
  cairo_set_source_rgb (self->cr, color->red, color->green, color->blue);
}

static void
prepare_text (WbPen             *self,
              const char        *text,
              const WbTextStyle *style,
              WbInlineFlags      flags)
{
  const WbInlineFlags look = flags & (WB_INLINE_STRONG | WB_INLINE_EMPHASIS | WB_INLINE_CODE | WB_INLINE_OPEN |
                                      WB_INLINE_FOOTNOTE);

  if (self->pango == NULL || self->style != style || self->flags != look)
    {
      g_clear_object (&self->pango);
      self->pango = wb_style_create_layout (self->layout->context, style, look);
      self->style = style;
      self->flags = look;
    }
  /* What was just measured is not laid out again. */
  if (strcmp (pango_layout_get_text (self->pango), text) != 0)
    pango_layout_set_text (self->pango, text, -1);
}

double
wb_pen_measure (WbPen             *self,
                const char        *text,
                const WbTextStyle *style)
{
  int width;

  prepare_text (self, text, style, 0);
  pango_layout_get_size (self->pango, &width, NULL);

  return (double) width / PANGO_SCALE;
}

double
wb_pen_show_text (WbPen             *self,
                  const char        *text,
                  const WbTextStyle *style,
                  WbInlineFlags      flags,
                  double             x,
                  double             y)
{
  int width;

  prepare_text (self, text, style, flags);
  pango_layout_get_size (self->pango, &width, NULL);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout_line (self->cr, pango_layout_get_line_readonly (self->pango, 0));

  return (double) width / PANGO_SCALE;
}

static void
add_rounded_rectangle (cairo_t *cr,
                       double   x,
                       double   y,
                       double   width,
                       double   height,
                       double   radius)
{
  const double right = x + width;
  const double bottom = y + height;
  double curve;

  radius = MIN (radius, MIN (width, height) / 2);
  curve = radius * (1 - QUARTER);
  cairo_move_to (cr, right - radius, y);
  cairo_curve_to (cr, right - curve, y, right, y + curve, right, y + radius);
  cairo_line_to (cr, right, bottom - radius);
  cairo_curve_to (cr, right, bottom - curve, right - curve, bottom, right - radius, bottom);
  cairo_line_to (cr, x + radius, bottom);
  cairo_curve_to (cr, x + curve, bottom, x, bottom - curve, x, bottom - radius);
  cairo_line_to (cr, x, y + radius);
  cairo_curve_to (cr, x, y + curve, x + curve, y, x + radius, y);
  cairo_close_path (cr);
}

void
wb_pen_draw_frame (WbPen               *self,
                   const WbPlacedFrame *placed)
{
  const WbFrame *frame = placed->frame;
  const double height = placed->bottom - placed->top;

  if (frame->type != WB_FRAME_QUOTE)
    {
      wb_pen_set_color (self, &frame->tint);
      add_rounded_rectangle (self->cr, frame->x, placed->top, frame->width, height, CALLOUT_RADIUS);
      cairo_fill (self->cr);
    }
  if (frame->type != WB_FRAME_CODE)
    {
      cairo_save (self->cr);
      if (frame->type == WB_FRAME_CALLOUT)
        {
          add_rounded_rectangle (self->cr, frame->x, placed->top, frame->width, height, CALLOUT_RADIUS);
          cairo_clip (self->cr);
        }
      wb_pen_set_color (self, &frame->color);
      cairo_rectangle (self->cr, frame->x, placed->top, BAR_WIDTH, height);
      cairo_fill (self->cr);
      cairo_restore (self->cr);
    }
}

/* A thin line. Not a dotted one: Cairo looks at each dot several times, and a sheet of paper would have thousands. */
void
wb_pen_draw_blank (WbPen  *self,
                   double  x,
                   double  y,
                   double  width)
{
  wb_pen_set_color (self, &wb_color_dim);
  cairo_rectangle (self->cr, x, y - BLANK_HEIGHT / 2, width, BLANK_HEIGHT);
  cairo_fill (self->cr);
}

static void
draw_box (WbPen        *self,
          const WbMark *mark)
{
  const double size = mark->width;
  const double line = size * 0.085;
  const double inner = size - 2 * line;

  wb_pen_set_color (self, &wb_color_text);
  add_rounded_rectangle (self->cr, mark->x, mark->y, size, size, size * 0.2);
  cairo_rectangle (self->cr, mark->x + line + inner, mark->y + line, -inner, inner);
  cairo_fill (self->cr);
  if (!mark->done)
    return;

  cairo_save (self->cr);
  cairo_set_line_width (self->cr, size * 0.16);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (self->cr, mark->x + size * 0.25, mark->y + size * 0.53);
  cairo_line_to (self->cr, mark->x + size * 0.43, mark->y + size * 0.72);
  cairo_line_to (self->cr, mark->x + size * 0.76, mark->y + size * 0.27);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

/* In the middle of the text's width where it had to be made smaller. */
static void
draw_figure (WbPen        *self,
             const WbMark *mark)
{
  const double height = wb_figure_drawing_get_height (mark->drawing);
  const double scale = height > mark->height ? mark->height / height : 1.0;

  cairo_save (self->cr);
  cairo_translate (self->cr, mark->x + mark->width * (1 - scale) / 2, mark->y);
  cairo_scale (self->cr, scale, scale);
  wb_figure_drawing_draw (mark->drawing, self->cr, WB_FIGURE_LIGHT);
  cairo_restore (self->cr);
}

void
wb_pen_add_rectangle (WbPen        *self,
                      const WbMark *mark)
{
  /* A rule lies on its place, half above and half below. */
  cairo_rectangle (self->cr, mark->x, mark->type == WB_MARK_RULE ? mark->y - mark->height / 2 : mark->y, mark->width, mark->height);
}

void
wb_pen_draw_picture (WbPen  *self,
                     double  x,
                     double  y,
                     double  width,
                     double  height)
{
  cairo_surface_t *picture = self->layout->picture;

  if (picture == NULL)
    return;

  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  cairo_scale (self->cr, width / cairo_image_surface_get_width (picture), height / cairo_image_surface_get_height (picture));
  /* Filled: where it is painted, Cairo 1.16 loses count of the tags on later pages. */
  cairo_set_source_surface (self->cr, picture, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (self->cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (self->cr, 0, 0, cairo_image_surface_get_width (picture), cairo_image_surface_get_height (picture));
  cairo_fill (self->cr);
  cairo_restore (self->cr);
}

void
wb_pen_draw_shape (WbPen        *self,
                   const WbMark *mark)
{
  switch (mark->type)
    {
    case WB_MARK_BOX:
      draw_box (self, mark);
      break;
    case WB_MARK_BLANK:
      wb_pen_draw_blank (self, mark->x, mark->y, mark->width);
      break;
    case WB_MARK_RULE:
    case WB_MARK_FILL:
      wb_pen_set_color (self, mark->color);
      wb_pen_add_rectangle (self, mark);
      cairo_fill (self->cr);
      break;

    case WB_MARK_FIGURE:
      draw_figure (self, mark);
      break;

    case WB_MARK_PICTURE:
      wb_pen_draw_picture (self, mark->x, mark->y, mark->width, mark->height);
      break;

    case WB_MARK_LINE:
    default:
      break;
    }
}

static cairo_scaled_font_t *
create_second_font (PangoFont *font)
{
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  FcPattern *pattern = FcPatternDuplicate (pango_fc_font_get_pattern (PANGO_FC_FONT (font)));
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_face_t *face;
  cairo_matrix_t matrix, ctm;
  FcBool hinted = FcFalse;

  /* Says nothing to a PDF, but makes it another typeface to Cairo. */
  FcPatternGetBool (pattern, FC_AUTOHINT, 0, &hinted);
  FcPatternDel (pattern, FC_AUTOHINT);
  FcPatternAddBool (pattern, FC_AUTOHINT, !hinted);
  face = cairo_ft_font_face_create_for_pattern (pattern);
  cairo_scaled_font_get_font_matrix (scaled, &matrix);
  cairo_scaled_font_get_ctm (scaled, &ctm);
  cairo_scaled_font_get_font_options (scaled, options);
  scaled = cairo_scaled_font_create (face, &matrix, &ctm, options);

  cairo_font_options_destroy (options);
  cairo_font_face_destroy (face);
  FcPatternDestroy (pattern);

  return scaled;
}

/* The typeface of @font once more, for hyphens that only break words and for brackets that are turned round. In a PDF a glyph of a
 * typeface stands for one character; here the hyphen is the soft one, and a closing bracket is an opening one, so that who reads
 * the text aloud or searches it finds whole words and the right signs (ISO 32000-1, 14.8.2.2.3). (transfer none) */
static cairo_scaled_font_t *
get_second_font (WbPen     *self,
                 PangoFont *font)
{
  cairo_scaled_font_t *scaled;

  if (self->hyphen_fonts == NULL)
    self->hyphen_fonts = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) cairo_scaled_font_destroy);
  scaled = g_hash_table_lookup (self->hyphen_fonts, font);
  if (scaled == NULL)
    {
      scaled = create_second_font (font);
      g_hash_table_insert (self->hyphen_fonts, g_object_ref (font), scaled);
    }

  return scaled;
}

/* The letters at their places, each with the character that it stands for. */
static void
show_glyphs (WbPen        *self,
             const WbRun  *run,
             double        y)
{
  g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, run->n_glyphs);
  g_autofree cairo_text_cluster_t *clusters = g_new (cairo_text_cluster_t, run->n_glyphs);
  const gboolean soft = run->soft_hyphen && self->tagger != NULL && PANGO_IS_FC_FONT (run->font);
  const guint n = run->n_glyphs - (soft ? 1 : 0);
  const char *p = run->text;
  int x = 0;

  for (guint i = 0; i < run->n_glyphs; i++)
    {
      const char *next = g_utf8_next_char (p);

      glyphs[i] = (cairo_glyph_t) { run->glyphs[i].index, run->x + (float) x / PANGO_SCALE, y };
      x += run->glyphs[i].width;
      clusters[i] = (cairo_text_cluster_t) { next - p, 1 };
      if (i < n)
        p = next;
    }
  cairo_set_scaled_font (self->cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->font)));
  if (n > 0)
    cairo_show_text_glyphs (self->cr, run->text, p - run->text, glyphs, n, clusters, n, 0);
  if (!soft)
    return;

  clusters[n].num_bytes = strlen (SOFT_HYPHEN);
  cairo_set_scaled_font (self->cr, get_second_font (self, run->font));
  cairo_show_text_glyphs (self->cr, SOFT_HYPHEN, -1, glyphs + n, 1, clusters + n, 1, 0);
}

static void
show_shape (WbPen       *self,
            const WbRun *run,
            double       y)
{
  PangoFont *mirrored = wb_letter_shape_get_mirrored_font (run->shape);
  const gboolean second = mirrored != NULL && self->tagger != NULL && PANGO_IS_FC_FONT (mirrored);

  wb_letter_shape_show (run->shape, self->cr, second ? get_second_font (self, mirrored) : NULL, run->text, run->x, y);
}

static glong
count_visible (const char *text)
{
  glong n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += !g_unichar_iszerowidth (g_utf8_get_char (p));

  return n;
}

/* An empty box for each character that no font has. Not the box with figures that Pango draws: who reads it aloud would read these. */
static void
draw_missing (WbPen        *self,
              const WbMark *mark,
              const WbRun  *run,
              double        y)
{
  const glong n = MAX (count_visible (run->text), 1);
  const double step = run->width / n;
  const double height = mark->style->size * MISSING_HEIGHT;
  const double line = mark->style->size * MISSING_LINE;
  const double width = step - 2 * line;

  for (glong i = 0; i < n && width > 2 * line; i++)
    {
      const double x = run->x + i * step + line;

      cairo_rectangle (self->cr, x, y - height, width, height);
      cairo_rectangle (self->cr, x + width - line, y - height + line, 2 * line - width, height - 2 * line);
    }
  cairo_fill (self->cr);
}

/* All that stands in a list of contents leads somewhere: it need not look like it. */
static gboolean
looks_like_link (const WbMark *mark,
                 const WbRun  *run)
{
  return run->link != WB_LINK_NONE &&
         (mark->node == NULL || mark->node->parent == NULL || strcmp (mark->node->parent->tag, "TOCI") != 0);
}

void
wb_pen_draw_run (WbPen        *self,
                 const WbMark *mark,
                 const WbRun  *run)
{
  const double y = (run->flags & WB_INLINE_FOOTNOTE) != 0 ? mark->y - WB_FOOTNOTE_RISE * mark->style->size : mark->y;

  if ((run->flags & WB_INLINE_BLANK) != 0)
    {
      wb_pen_draw_blank (self, run->x, mark->y + mark->style->size * 0.15, run->width);
      return;
    }

  if ((run->flags & WB_INLINE_OPEN) != 0)
    wb_pen_set_color (self, &wb_color_orange);
  else
    wb_pen_set_color (self, looks_like_link (mark, run) ? &wb_color_blue : mark->color);
  if (run->missing)
    draw_missing (self, mark, run, y);
  else if (run->shape != NULL)
    show_shape (self, run, y);
  else if (run->glyphs != NULL)
    show_glyphs (self, run, y);
  else
    wb_pen_show_text (self, run->text, mark->style, run->flags, run->x, y);
}

void
wb_pen_draw_underlines (WbPen        *self,
                        const WbMark *mark)
{
  for (guint i = 0; mark->runs != NULL && i < mark->runs->len; i++)
    {
      const WbRun *run = g_ptr_array_index (mark->runs, i);

      if (!looks_like_link (mark, run))
        continue;
      wb_pen_set_color (self, &wb_color_blue);
      cairo_rectangle (self->cr, run->x, mark->y + mark->style->size * 0.13, run->width, mark->style->size * 0.055);
      cairo_fill (self->cr);
    }
}

void
wb_pen_close_part (WbPen *self)
{
  if (self->tagger != NULL && self->in_part)
    wb_tagger_end (self->tagger, self->part);
  self->in_part = FALSE;
}

void
wb_pen_open_part (WbPen *self)
{
  if (self->tagger != NULL && !self->in_part)
    wb_tagger_begin (self->tagger, "Span", NULL, NULL);
  if (!self->in_part)
    self->part = "Span";
  self->in_part = TRUE;
}

void
wb_pen_open_link (WbPen         *self,
                  const WbNode  *node,
                  const WbPlace *place)
{
  if (self->tagger == NULL || self->in_part)
    return;

  wb_tagger_begin_jump (self->tagger, place->anchor, node->alt);
  self->part = "Link";
  self->in_part = TRUE;
}

static void
close_to (WbPen  *self,
          WbNode *ancestor)
{
  wb_pen_close_part (self);
  while (self->open != ancestor)
    {
      wb_tagger_end (self->tagger, self->open->tag);
      self->open = self->open->parent;
    }
}

static void
open_from (WbPen  *self,
           WbNode *node)
{
  if (node == self->open)
    return;
  if (node->parent != NULL)
    open_from (self, node->parent);
  wb_tagger_begin (self->tagger, node->tag, &node->extra, node->alt);
  self->open = node;
}

void
wb_pen_open_node (WbPen  *self,
                  WbNode *node)
{
  if (self->tagger == NULL || node == self->open)
    return;

  close_to (self, wb_node_find_common (self->open, node));
  open_from (self, node);
}

void
wb_pen_begin_decoration (WbPen *self)
{
  if (self->tagger == NULL)
    return;

  if (self->open == NULL)
    wb_pen_open_node (self, self->layout->root);
  wb_tagger_begin (self->tagger, "NonStruct", NULL, NULL);
}

void
wb_pen_end_decoration (WbPen *self)
{
  if (self->tagger != NULL)
    wb_tagger_end (self->tagger, "NonStruct");
}

/* What is drawn in one go must not stay open over the end of a page. */
void
wb_pen_end_page (WbPen *self)
{
  if (self->tagger == NULL)
    return;

  wb_pen_close_part (self);
  if (self->open != NULL && !self->open->has_parts)
    close_to (self, self->open->parent);
}

void
wb_pen_close_all (WbPen *self)
{
  if (self->tagger != NULL)
    close_to (self, NULL);
}
