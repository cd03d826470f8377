/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paginator-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DECK_WIDTH 1280.0
#define DECK_HEIGHT 720.0
#define DECK_BAR 14.0
#define DECK_FOOT_BASELINE 38.0 /* below the rule */
#define RUNNING_BASELINE 46.0
#define RUNNING_RULE 53.0
/* What the name of town and project takes of it at most; the title of the document has the rest. */
#define MAX_OWNER_SHARE 0.55
#define RUNNING_PICTURE_WIDTH 90.0
#define RUNNING_PICTURE_HEIGHT 22.0
#define DECK_PICTURE_WIDTH 150.0
#define DECK_PICTURE_HEIGHT 42.0
#define DECK_PICTURE_TOP 13.0 /* below the rule */
/* In heights of the picture. */
#define SMALL_PICTURE_GAP 0.4

static void
draw_rule (WbPen         *pen,
           double         y,
           double         thickness,
           const WbColor *color)
{
  wb_pen_set_color (pen, color);
  cairo_rectangle (pen->cr, pen->layout->left, y - thickness / 2, pen->layout->width, thickness);
  cairo_fill (pen->cr);
}

static PangoLayout *
create_cut_text (WbPen             *pen,
                 const char        *text,
                 const WbTextStyle *style,
                 int                width)
{
  PangoLayout *pango = wb_style_create_layout (pen->layout->context, style, 0);

  pango_layout_set_single_paragraph_mode (pango, TRUE);
  pango_layout_set_text (pango, text, -1);
  pango_layout_set_width (pango, width);
  pango_layout_set_ellipsize (pango, PANGO_ELLIPSIZE_END);

  return pango;
}

static gboolean
is_cut_text (WbPen             *pen,
             const char        *text,
             const WbTextStyle *style,
             int                width)
{
  PangoFontDescription *font;
  gboolean same;

  if (pen->cut == NULL || pango_layout_get_width (pen->cut) != width || strcmp (pango_layout_get_text (pen->cut), text) != 0)
    return FALSE;
  font = wb_style_get_font (style, 0);
  same = pango_font_description_equal (pango_layout_get_font_description (pen->cut), font);
  pango_font_description_free (font);

  return same;
}

/* One line of text, with an ellipsis where it is wider than @width. The same comes on page after page. */
static void
show_cut_text (WbPen             *pen,
               const char        *text,
               const WbTextStyle *style,
               double             x,
               double             y,
               double             width)
{
  const int units = (int) (width * PANGO_SCALE);

  if (!is_cut_text (pen, text, style, units))
    {
      g_clear_object (&pen->cut);
      pen->cut = create_cut_text (pen, text, style, units);
    }
  cairo_move_to (pen->cr, x, y);
  pango_cairo_show_layout_line (pen->cr, pango_layout_get_line_readonly (pen->cut, 0));
}

/* The first @n letters of @text. (transfer full) */
static char *
cut_behind (const char *text,
            glong       n)
{
  g_autofree char *start = g_utf8_substring (text, 0, n);

  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* @text, without its end where it is wider than @width. (transfer full) */
static char *
cut_to_width (WbPen             *pen,
              const char        *text,
              const WbTextStyle *style,
              double             width)
{
  glong low = 0, high = g_utf8_strlen (text, -1);

  if (wb_pen_measure (pen, text, style) <= width)
    return g_strdup (text);

  while (high - low > 1)
    {
      const glong middle = (low + high) / 2;
      g_autofree char *cut = cut_behind (text, middle);

      if (wb_pen_measure (pen, cut, style) <= width)
        low = middle;
      else
        high = middle;
    }

  return cut_behind (text, low);
}

/* @text ends at the right edge of the text; returns where it begins. */
static double
show_right_text (WbPen             *pen,
                 const char        *text,
                 const WbTextStyle *style,
                 double             y)
{
  const double x = pen->layout->left + pen->layout->width - wb_pen_measure (pen, text, style);

  wb_pen_show_text (pen, text, style, 0, x, y);

  return x;
}

/* Small, so that what stands beside it keeps its place. Returns what is left of it free. */
static double
draw_small_picture (WbPen  *pen,
                    double  x,
                    double  bottom,
                    double  max_width,
                    double  max_height)
{
  const WbStationery *stationery = pen->layout->stationery;
  double width, height;

  if (stationery == NULL || stationery->picture == NULL)
    return x;

  wb_picture_fit (stationery->picture, max_width, max_height, &width, &height);
  wb_pen_draw_picture (pen, x, bottom - height, width, height);

  return x + width + SMALL_PICTURE_GAP * max_height;
}

/* Whose document it is: as the letterhead says, or else the town of the project. */
static const char *
get_owner (const WbLayout *layout)
{
  const char *name = layout->stationery != NULL ? layout->stationery->letterhead->name : "";

  return *name != '\0' ? name : wb_document_get_town (layout->document);
}

static char *
join (const char *first,
      const char *second)
{
  if (first != NULL && second != NULL)
    return g_strdup_printf ("%s · %s", first, second);

  return g_strdup (first != NULL ? first : second);
}

void
wb_page_drawing_draw_surroundings (WbPen    *pen,
                                   guint     page,
                                   guint     n_pages,
                                   gboolean  with_head)
{
  static const WbTextStyle small = { 8.5, 1.3, PANGO_WEIGHT_NORMAL, &wb_color_dim };
  static const WbTextStyle number = { 8.75, 1.3, PANGO_WEIGHT_BOLD, &wb_color_text };
  WbLayout *layout = pen->layout;
  g_autofree char *label = g_strdup_printf (_("Page %u of %u"), page + 1, n_pages);

  if (with_head)
    {
      g_autofree char *place = join (get_owner (layout), wb_document_get_project (layout->document));
      double left = layout->left;
      double right = layout->left + layout->width;

      if (layout->stationery != NULL && layout->stationery->look->running_picture)
        left = draw_small_picture (pen, left, RUNNING_RULE - 3, RUNNING_PICTURE_WIDTH, RUNNING_PICTURE_HEIGHT);

      wb_pen_set_color (pen, small.color);
      if (place != NULL)
        {
          g_autofree char *cut = cut_to_width (pen, place, &small, (right - left) * MAX_OWNER_SHARE);

          right = show_right_text (pen, cut, &small, RUNNING_BASELINE) - 12;
        }
      show_cut_text (pen, wb_document_get_title (layout->document), &small, left, RUNNING_BASELINE, right - left);
      draw_rule (pen, RUNNING_RULE, 0.6, layout->stationery != NULL ? &layout->accent : &wb_color_rule);
    }

  draw_rule (pen, layout->foot_rule, 0.6, &wb_color_rule);
  wb_pen_set_color (pen, number.color);
  show_right_text (pen, label, &number, layout->foot_rule + 14.5);
}

static void
draw_slide_surroundings (WbPen *pen,
                         guint  page)
{
  WbLayout *layout = pen->layout;
  const double unit = MIN (layout->page_width / DECK_WIDTH, layout->page_height / DECK_HEIGHT);
  const double baseline = layout->foot_rule + DECK_FOOT_BASELINE * unit;
  const WbTextStyle text = { 22 * unit, 1.3, PANGO_WEIGHT_NORMAL, &wb_color_dim };
  const WbTextStyle number = { 22 * unit, 1.3, PANGO_WEIGHT_BOLD, &wb_color_dim };
  const double bar = layout->stationery != NULL ? layout->stationery->look->slide_bar : DECK_BAR;
  g_autofree char *place = join (get_owner (layout), wb_document_get_project (layout->document));
  g_autofree char *label = NULL;
  double left, right;

  if (wb_document_get_numbered (layout->document))
    label = g_strdup_printf ("%u / %u", page + 1, layout->pages->len);

  wb_pen_set_color (pen, &layout->accent);
  cairo_rectangle (pen->cr, 0, 0, bar * unit, layout->page_height);
  cairo_fill (pen->cr);
  left = draw_small_picture (pen, layout->left, layout->foot_rule + (DECK_PICTURE_TOP + DECK_PICTURE_HEIGHT) * unit,
                             DECK_PICTURE_WIDTH * unit, DECK_PICTURE_HEIGHT * unit);

  draw_rule (pen, layout->foot_rule, 1.5 * unit, &wb_color_rule);
  wb_pen_set_color (pen, &wb_color_dim);
  right = show_right_text (pen, label != NULL ? label : "", &number, baseline);
  if (place != NULL)
    show_cut_text (pen, place, &text, left, baseline, right - left - 24 * unit);

  /* The styles live on the stack: nothing may be kept of them. */
  g_clear_object (&pen->pango);
}

static void
begin_piece (WbPen               *pen,
             const WbPlacedPiece *placed)
{
  cairo_save (pen->cr);
  cairo_translate (pen->cr, 0, placed->y);
  if (placed->scale < 1.0)
    {
      cairo_translate (pen->cr, pen->layout->left * (1 - placed->scale), 0);
      cairo_scale (pen->cr, placed->scale, placed->scale);
    }
}

static void
draw_runs (WbPen        *pen,
           const WbMark *mark)
{
  for (guint i = 0; i < mark->runs->len; i++)
    wb_pen_draw_run (pen, mark, g_ptr_array_index (mark->runs, i));
}

static gboolean
is_decoration (const WbPlacedPiece *placed,
               const WbMark        *mark)
{
  return mark->node == NULL || placed->placing == WB_PLACED_AGAIN;
}

/* All tints or rules of a page that follow each other in one colour are one shape: Cairo looks at each shape several times, and a page with
 * a table has dozens of rules. */
static void
draw_rectangles (WbPen      *pen,
                 WbPage     *page,
                 WbMarkType  type)
{
  const WbColor *color = NULL;

  for (guint i = 0; i < page->pieces->len; i++)
    {
      const WbPlacedPiece *placed = &g_array_index (page->pieces, WbPlacedPiece, i);

      for (guint j = 0; j < placed->piece->marks->len; j++)
        {
          const WbMark *mark = g_ptr_array_index (placed->piece->marks, j);

          if (mark->type != type || !is_decoration (placed, mark))
            continue;
          if (color != NULL && mark->color != color)
            cairo_fill (pen->cr);
          if (mark->color != color)
            wb_pen_set_color (pen, mark->color);
          color = mark->color;
          begin_piece (pen, placed);
          wb_pen_add_rectangle (pen, mark);
          cairo_restore (pen->cr);
        }
    }
  if (color != NULL)
    cairo_fill (pen->cr);
}

/* What is no content and no tint or rule: underlines, and all of a header that was content on an earlier page. */
static void
draw_piece_decoration (WbPen               *pen,
                       const WbPlacedPiece *placed)
{
  const gboolean all = placed->placing == WB_PLACED_AGAIN;

  begin_piece (pen, placed);
  for (guint i = 0; i < placed->piece->marks->len; i++)
    {
      const WbMark *mark = g_ptr_array_index (placed->piece->marks, i);

      if (mark->type != WB_MARK_FILL && mark->type != WB_MARK_RULE && is_decoration (placed, mark))
        wb_pen_draw_shape (pen, mark);
      if (mark->type == WB_MARK_LINE)
        wb_pen_draw_underlines (pen, mark);
      if (mark->type == WB_MARK_LINE && (all || mark->node == NULL))
        draw_runs (pen, mark);
    }
  cairo_restore (pen->cr);
}

static void
draw_decoration (WbPen  *pen,
                 WbPage *page,
                 guint   n)
{
  wb_pen_begin_decoration (pen);
  if (wb_document_get_format (pen->layout->document) == WB_DOCUMENT_DECK)
    draw_slide_surroundings (pen, n);
  else
    wb_page_drawing_draw_surroundings (pen, n, pen->layout->pages->len, n > 0);

  for (guint i = 0; i < page->frames->len; i++)
    wb_pen_draw_frame (pen, &g_array_index (page->frames, WbPlacedFrame, i));
  draw_rectangles (pen, page, WB_MARK_FILL);
  draw_rectangles (pen, page, WB_MARK_RULE);
  for (guint i = 0; i < page->pieces->len; i++)
    draw_piece_decoration (pen, &g_array_index (page->pieces, WbPlacedPiece, i));
  wb_pen_end_decoration (pen);
}

/* The number that leads to a footnote. */
static void
draw_reference (WbPen        *pen,
                const WbMark *mark,
                const WbRun  *run)
{
  const guint number = wb_footnote_get_number (wb_footnotes_get (pen->layout, run->note));
  g_autofree char *anchor = wb_footnote_dup_anchor (number);
  g_autofree char *label = g_strdup_printf (_("Footnote %u"), number);

  wb_pen_close_part (pen);
  wb_tagger_begin (pen->tagger, "Reference", NULL, NULL);
  wb_tagger_begin_jump (pen->tagger, anchor, label);
  wb_pen_draw_run (pen, mark, run);
  wb_tagger_end (pen->tagger, "Link");
  wb_tagger_end (pen->tagger, "Reference");
}

/* A line to write on. */
static void
draw_blank_run (WbPen        *pen,
                const WbMark *mark,
                const WbRun  *run)
{
  g_autofree char *alt = g_strdup_printf (_("Line to write on: %s"), run->text);

  wb_pen_close_part (pen);
  wb_tagger_begin (pen->tagger, "Figure", NULL, alt);
  wb_pen_draw_run (pen, mark, run);
  wb_tagger_end (pen->tagger, "Figure");
}

/* Who has the text read aloud hears the characters that boxes stand for. */
static void
draw_part (WbPen        *pen,
           const WbMark *mark,
           const WbRun  *run)
{
  wb_tagger_begin (pen->tagger, "Span", NULL, run->missing ? run->text : NULL);
  wb_pen_draw_run (pen, mark, run);
  wb_tagger_end (pen->tagger, "Span");
}

/* How many runs of @mark from @first on are one link. */
static guint
count_link_runs (const WbMark *mark,
                 guint         first)
{
  guint n = 1;

  while (first + n < mark->runs->len && ((WbRun *) g_ptr_array_index (mark->runs, first + n))->continues)
    n++;

  return n;
}

static void
draw_link (WbPen        *pen,
           const WbMark *mark,
           guint         first,
           guint         n)
{
  const WbRun *run = g_ptr_array_index (mark->runs, first);
  const WbPlace *place = run->link == WB_LINK_PLACE ? wb_layout_find_place (pen->layout, run->target) : NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean in_parts = FALSE;

  for (guint i = first; i < first + n; i++)
    {
      run = g_ptr_array_index (mark->runs, i);
      g_string_append (text, run->text);
      in_parts = in_parts || run->missing;
    }
  wb_pen_close_part (pen);
  if (place != NULL)
    wb_tagger_begin_jump (pen->tagger, place->anchor, text->str);
  else
    wb_tagger_begin_link (pen->tagger, run->target, run->target);
  for (guint i = first; i < first + n; i++)
    {
      run = g_ptr_array_index (mark->runs, i);
      /* Cairo 1.16 tags what is in the innermost tags alone. */
      if (in_parts)
        draw_part (pen, mark, run);
      else
        wb_pen_draw_run (pen, mark, run);
    }
  wb_tagger_end (pen->tagger, "Link");
}

/* The run @i of @mark in its tag: a link, a line to write on, what no font has. Returns how many runs were drawn. */
static guint
draw_tagged_run (WbPen        *pen,
                 const WbMark *mark,
                 guint         i)
{
  const WbRun *run = g_ptr_array_index (mark->runs, i);
  guint n = 1;

  if ((run->flags & WB_INLINE_BLANK) != 0)
    draw_blank_run (pen, mark, run);
  else if (run->note != NULL)
    draw_reference (pen, mark, run);
  else if (run->link == WB_LINK_NONE && run->missing)
    {
      wb_pen_close_part (pen);
      draw_part (pen, mark, run);
    }
  else if (run->link == WB_LINK_NONE)
    {
      wb_pen_open_part (pen);
      wb_pen_draw_run (pen, mark, run);
    }
  else
    {
      n = count_link_runs (mark, i);
      draw_link (pen, mark, i, n);
    }

  return n;
}

/* A line of a text that is one link, however many lines it has. */
static void
draw_linked_line (WbPen         *pen,
                  const WbMark  *mark,
                  const WbPlace *place)
{
  wb_pen_open_link (pen, mark->node, place);
  for (guint i = 0; i < mark->runs->len; i++)
    if (mark->node->has_missing)
      draw_part (pen, mark, g_ptr_array_index (mark->runs, i));
    else
      wb_pen_draw_run (pen, mark, g_ptr_array_index (mark->runs, i));
}

static void
draw_content (WbPen        *pen,
              const WbMark *mark)
{
  const WbPlace *place = mark->node->target != NULL ? wb_layout_find_place (pen->layout, mark->node->target) : NULL;

  wb_pen_open_node (pen, mark->node);
  if (mark->type != WB_MARK_LINE)
    {
      wb_pen_draw_shape (pen, mark);
      return;
    }
  if (pen->tagger == NULL || !mark->node->has_parts)
    {
      draw_runs (pen, mark);
      return;
    }

  if (place != NULL && place->anchor != NULL)
    draw_linked_line (pen, mark, place);
  else
    for (guint i = 0; i < mark->runs->len;)
      i += draw_tagged_run (pen, mark, i);
}

void
wb_page_drawing_draw_piece (WbPen               *pen,
                            const WbPlacedPiece *placed)
{
  const WbPiece *piece = placed->piece;

  if (pen->tagger != NULL && piece->anchor != NULL)
    {
      double x = pen->layout->left;
      double y = placed->y;

      /* Places are given on the page, whatever a slide is scaled to there. */
      cairo_user_to_device (pen->cr, &x, &y);
      wb_tagger_add_place (pen->tagger, piece->anchor, x, y);
    }

  begin_piece (pen, placed);
  for (guint i = 0; i < piece->marks->len; i++)
    {
      const WbMark *mark = g_ptr_array_index (piece->marks, i);

      if (mark->node != NULL)
        draw_content (pen, mark);
    }
  cairo_restore (pen->cr);
}

void
wb_page_drawing_draw (WbPen *pen,
                      guint  n)
{
  WbPage *page = g_ptr_array_index (pen->layout->pages, n);

  draw_decoration (pen, page, n);
  for (guint i = 0; i < page->pieces->len; i++)
    {
      const WbPlacedPiece *placed = &g_array_index (page->pieces, WbPlacedPiece, i);

      if (placed->placing != WB_PLACED_AGAIN)
        wb_page_drawing_draw_piece (pen, placed);
    }
  wb_pen_end_page (pen);
}
