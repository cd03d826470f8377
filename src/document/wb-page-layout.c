/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paginator-private.h"
#include "wb-text-clean-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* All in points on A4; the side margins shrink with a smaller page. */
#define SIDE_MARGIN 62.4 /* 22 mm */
#define SIDE_SHARE 0.105
#define HEAD_TOP 44.0
#define TOP 68.0
#define BOTTOM 34.0
#define PAGE_LABEL 84.0
#define RULE_HEAD 2.0
/* The last line of a page comes as near to the line above the page number. */
#define MIN_ABOVE_FOOT 8.0
/* What the margins give where a document is set tighter. */
#define TIGHT_SIDE 3.4
#define TIGHT_BOTTOM 10.0
#define TIGHT_ABOVE_FOOT 4.0
#define TIGHT_HEAD 12.0
/* In steps: what sums of measures miss. */
#define GRID_TOLERANCE 0.001

typedef struct
{
  WbLayout *layout;
  WbPage *page;
  double y;
  gboolean at_top; /* nothing of the text stands on the page yet */
  double notes;    /* height of the footnotes of the page, with the line above them */

  /* Owned */
  GPtrArray *page_notes; /* WbPiece */
  GPtrArray *late_notes; /* WbFootnote: too long for the page they belong to */
} Stack;

/* Footnotes of a page take at most this share of it. */
#define MAX_NOTES_SHARE 0.5

/* The padding of @frame and those around it. */
static double
get_padding (const WbFrame *frame)
{
  double padding = 0;

  for (; frame != NULL; frame = frame->parent)
    padding += frame->padding;

  return padding;
}

static WbPlacedFrame *
find_frame (WbPage        *page,
            const WbFrame *frame)
{
  for (guint i = page->frames->len; i > 0; i--)
    {
      WbPlacedFrame *placed = &g_array_index (page->frames, WbPlacedFrame, i - 1);

      if (placed->frame == frame)
        return placed;
    }

  return NULL;
}

/* Stretches @frame and those around it over what lies between @top and @bottom. */
static void
stretch_frames (WbPage  *page,
                WbFrame *frame,
                double   top,
                double   bottom)
{
  WbPlacedFrame *placed;

  if (frame == NULL)
    return;

  stretch_frames (page, frame->parent, top - frame->padding, bottom + frame->padding);
  placed = find_frame (page, frame);
  if (placed == NULL)
    {
      const WbPlacedFrame added = { frame, top - frame->padding, bottom + frame->padding };

      g_array_append_val (page->frames, added);
    }
  else
    placed->bottom = bottom + frame->padding;
}

void
wb_page_place (WbPage    *page,
               WbPiece   *piece,
               WbPlacing  placing,
               double     y)
{
  const WbPlacedPiece placed = { piece, placing, y, 1.0 };

  g_array_append_val (page->pieces, placed);
}

static double
get_header_height (const WbPiece *piece)
{
  return piece->repeat != NULL && piece->repeat != piece ? piece->repeat->height : 0;
}

/* What is taller than a page is made smaller, at most down to half a page. */
#define MIN_SCALED_SHARE 0.5

static double
get_least_height (const Stack   *self,
                  const WbPiece *piece)
{
  const double room = self->layout->bottom - self->layout->top;

  return piece->height > room ? room * MIN_SCALED_SHARE : piece->height;
}

/* Where @piece stands that may stand at @y: a line of the baseline grid further down at most. A heading that begins a page may stand a little
 * higher, since there is nothing above it. */
static double
settle_on_grid (const Stack   *self,
                const WbPiece *piece,
                double         y,
                gboolean       at_top)
{
  const double step = self->layout->style->step;
  double n;

  if (step <= 0 || piece->grid <= 0)
    return y;

  n = (y + piece->grid - self->layout->grid_top) / step;
  n = at_top && piece->level > 0 && y <= self->layout->top + 0.01 ? floor (n + 0.5) : ceil (n - GRID_TOLERANCE);

  return self->layout->grid_top + n * step - piece->grid;
}

/* Where @piece stands behind what ends at @y, or at the top of a page. */
static double
get_top (const Stack   *self,
         const WbPiece *piece,
         double         y,
         gboolean       at_top)
{
  y += at_top ? get_padding (piece->frame) : piece->space_before + piece->pad_top;

  return settle_on_grid (self, piece, y, at_top);
}

/* How far down the page @piece would reach, with the frames around it, behind what ends at @y. */
static double
get_end (const Stack   *self,
         const WbPiece *piece,
         double         y)
{
  return get_top (self, piece, y, FALSE) + get_least_height (self, piece) + MAX (get_padding (piece->frame), piece->pad_bottom);
}

/* The same at the top of a page. */
static double
get_end_at_top (const Stack   *self,
                const WbPiece *piece)
{
  const double y = self->layout->top + get_header_height (piece);

  return get_top (self, piece, y, TRUE) + get_least_height (self, piece) + MAX (get_padding (piece->frame), piece->pad_bottom);
}

/* Where the text of the page has to end. */
static double
get_bottom (const Stack *self)
{
  return self->layout->bottom - self->notes;
}

/* What the footnotes of @piece take from the page. */
static double
get_notes_need (const Stack   *self,
                const WbPiece *piece,
                gboolean       first)
{
  const double height = wb_footnotes_measure (self->layout, piece);

  if (height <= 0 || height > (self->layout->bottom - self->layout->top) * MAX_NOTES_SHARE)
    return 0;

  return height + (first ? wb_footnotes_get_rule_room (self->layout) : 0);
}

/* What holds the text of the page in the structure: its slide, if it is one. */
static WbNode *
get_part (const Stack *self)
{
  return self->page->node != NULL ? self->page->node : self->layout->root;
}

/* Sees to the footnotes of @piece, which was placed. */
static void
take_notes (Stack         *self,
            const WbPiece *piece)
{
  g_autoptr(GPtrArray) found = wb_footnotes_find (self->layout, piece);
  const double need = found->len > 0 ? get_notes_need (self, piece, self->notes <= 0) : 0;
  const gboolean fits = need > 0 && self->y + need <= get_bottom (self) + 0.01;

  for (guint i = 0; i < found->len; i++)
    {
      if (!fits)
        {
          if (!g_ptr_array_find (self->late_notes, g_ptr_array_index (found, i), NULL))
            g_ptr_array_add (self->late_notes, g_ptr_array_index (found, i));
          continue;
        }
      piece = wb_footnote_create_piece (g_ptr_array_index (found, i), self->layout, get_part (self), self->page_notes->len == 0);
      self->notes += piece->height;
      g_ptr_array_add (self->page_notes, (gpointer) piece);
    }
}

static WbNode *
find_node (const WbPiece *piece,
           gboolean       last)
{
  WbNode *found = NULL;

  for (guint i = 0; i < piece->marks->len && (found == NULL || last); i++)
    {
      WbNode *node = ((WbMark *) g_ptr_array_index (piece->marks, i))->node;

      found = node != NULL ? node : found;
    }

  return found;
}

/* The place of the notes of the page in the structure, which goes on with @next on another page. */
static void
settle_notes (Stack         *self,
              const WbPiece *next)
{
  WbNode *after = find_node (next, FALSE);
  WbNode *before = NULL;

  for (guint i = self->page->pieces->len; i > 0 && before == NULL; i--)
    {
      const WbPlacedPiece *placed = &g_array_index (self->page->pieces, WbPlacedPiece, i - 1);

      if (placed->placing == WB_PLACED_TEXT)
        before = find_node (placed->piece, TRUE);
    }
  for (guint i = 0; before != NULL && after != NULL && i < self->page_notes->len; i++)
    wb_footnote_adopt (g_ptr_array_index (self->page_notes, i), before, after);
}

static void
finish_page (Stack *self)
{
  double y = get_bottom (self);

  for (guint i = 0; i < self->page_notes->len; i++)
    {
      WbPiece *piece = g_ptr_array_index (self->page_notes, i);

      wb_page_place (self->page, piece, WB_PLACED_TEXT, y);
      y += piece->height;
    }
  g_ptr_array_set_size (self->page_notes, 0);
  self->notes = 0;
}

/* @next: what comes on it first. */
static void
begin_page (Stack         *self,
            const WbPiece *next)
{
  WbNode *part = self->page->node;

  settle_notes (self, next);
  finish_page (self);
  if (self->layout->packs)
    wb_layout_pack_page (self->layout, self->layout->pages->len - 1);
  self->page = wb_layout_add_page (self->layout);
  self->page->node = part;
  self->y = self->layout->top;
  self->at_top = TRUE;
}

static void
place (Stack   *self,
       WbPiece *piece,
       gboolean continued)
{
  const double room = self->layout->bottom - self->layout->top;
  double scale = 1.0;

  if (self->at_top && continued && get_header_height (piece) > 0 && get_end_at_top (self, piece) <= self->layout->bottom)
    {
      wb_page_place (self->page, piece->repeat, WB_PLACED_AGAIN, self->y);
      self->y += piece->repeat->height;
    }

  self->y = get_top (self, piece, self->y, self->at_top);
  if (piece->height > room || (self->at_top && self->y + piece->height > self->layout->bottom))
    scale = MAX (self->layout->bottom - self->y, room * MIN_SCALED_SHARE) / piece->height;

  wb_page_place (self->page, piece, WB_PLACED_TEXT, self->y);
  g_array_index (self->page->pieces, WbPlacedPiece, self->page->pieces->len - 1).scale = scale;
  stretch_frames (self->page, piece->frame, self->y, self->y + piece->height * scale);
  self->y += piece->height * scale + piece->pad_bottom;
  self->at_top = FALSE;
  take_notes (self, piece);
}

/* The end of the pieces from @first on that want to stay together. */
static guint
find_chain_end (GPtrArray *pieces,
                guint      first)
{
  guint i = first;

  while (i + 1 < pieces->len)
    {
      const WbPiece *piece = g_ptr_array_index (pieces, i);
      const WbPiece *next = g_ptr_array_index (pieces, i + 1);

      if (!piece->keep_with_next || next->break_before)
        break;
      i++;
    }

  return i + 1;
}

/* How far down the page the pieces from @first to @end would reach, with their footnotes: here, or at the top of a page. */
static double
get_chain_end (const Stack *self,
               GPtrArray   *pieces,
               guint        first,
               guint        end,
               gboolean     at_top)
{
  double y = at_top ? self->layout->top : self->y;
  double notes = 0;

  for (guint i = first; i < end; i++)
    {
      const WbPiece *piece = g_ptr_array_index (pieces, i);
      const gboolean begins = at_top && i == first;

      notes += get_notes_need (self, piece, notes <= 0 && (at_top || self->notes <= 0));
      if (i + 1 == end)
        y = begins ? get_end_at_top (self, piece) : get_end (self, piece, y);
      else
        y = get_top (self, piece, begins ? y + get_header_height (piece) : y, begins) + get_least_height (self, piece) +
            piece->pad_bottom;
    }

  return y + notes;
}

/* What is announced at @i has to begin on the same page. */
static gboolean
fits_with_announced (const Stack *self,
                     GPtrArray   *pieces,
                     guint        i,
                     guint        end)
{
  guint last = i;

  while (last + 1 < end && ((WbPiece *) g_ptr_array_index (pieces, last))->announces)
    last++;

  return last == i || get_chain_end (self, pieces, i, last + 1, FALSE) <= get_bottom (self) + 0.01 ||
         get_chain_end (self, pieces, i, last + 1, TRUE) > self->layout->bottom;
}

static void
place_chain (Stack     *self,
             GPtrArray *pieces,
             guint      first,
             guint      end)
{
  const WbPiece *head = g_ptr_array_index (pieces, first);
  const gboolean fits_page = get_chain_end (self, pieces, first, end, TRUE) <= self->layout->bottom + 0.01;
  gboolean fresh = FALSE;

  if (!self->at_top &&
      (head->break_before ||
       (fits_page && get_chain_end (self, pieces, first, end, FALSE) > get_bottom (self) + 0.01)))
    {
      begin_page (self, head);
      fresh = TRUE;
    }

  for (guint i = first; i < end; i++)
    {
      WbPiece *piece = g_ptr_array_index (pieces, i);

      if (!self->at_top &&
          (get_end (self, piece, self->y) + get_notes_need (self, piece, self->notes <= 0) > get_bottom (self) + 0.01 ||
           !fits_with_announced (self, pieces, i, end)))
        {
          begin_page (self, piece);
          fresh = TRUE;
        }
      place (self, piece, fresh);
    }
}

/* At the end of the text, as text. */
static void
place_late_notes (Stack *self)
{
  for (guint i = 0; i < self->late_notes->len; i++)
    {
      WbPiece *piece = wb_footnote_create_piece (g_ptr_array_index (self->late_notes, i), self->layout, get_part (self), i == 0);

      if (!self->at_top && self->y + piece->height > get_bottom (self))
        begin_page (self, piece);
      place (self, piece, FALSE);
    }
}

static void
stack_init (Stack    *self,
            WbLayout *layout,
            WbPage   *page,
            double    y)
{
  *self = (Stack) { layout, page, y, TRUE, 0, g_ptr_array_new (), g_ptr_array_new () };
}

/* Places the chains of @pieces, but for the last one as long as @more may be added to it. Returns how many pieces were placed. */
static guint
place_chains (Stack     *self,
              GPtrArray *pieces,
              gboolean   more)
{
  guint first = 0;

  while (first < pieces->len)
    {
      const guint end = find_chain_end (pieces, first);

      if (more && end == pieces->len)
        break;
      place_chain (self, pieces, first, end);
      first = end;
    }

  return first;
}

static void
stack_finish (Stack *self)
{
  place_late_notes (self);
  self->layout->rest = self->y + self->notes - self->layout->top;
  finish_page (self);
  g_ptr_array_unref (self->page_notes);
  g_ptr_array_unref (self->late_notes);
}

void
wb_page_layout_stack (WbLayout  *layout,
                      GPtrArray *pieces,
                      WbPage    *page,
                      double     y)
{
  Stack self;

  stack_init (&self, layout, page, y);
  place_chains (&self, pieces, FALSE);
  stack_finish (&self);
}

/* What is laid out is put on its page at once: hundreds of pages need not wait for each other in memory. */
static void
settle_cb (WbFlow   *flow,
           gpointer  data)
{
  const guint n = place_chains (data, flow->pieces, TRUE);

  if (n > 0)
    g_ptr_array_remove_range (flow->pieces, 0, n);
}

static void
add_head_line (WbLayout          *layout,
               WbPiece           *piece,
               const char        *text,
               const WbTextStyle *style,
               double             x,
               double             width,
               WbAlign            align,
               double            *y)
{
  g_autoptr(WbText) lines = NULL;

  if (text == NULL)
    return;

  lines = wb_text_new_plain (layout, text, style, x, width, align, wb_layout_add_node (layout, layout->root, "P"));
  wb_text_move (lines, 0, G_MAXUINT, piece, *y);
  *y += lines->height;
}

/* Town and region left, kind and project right, a blue rule below. Returns the height. */
static double
add_head (WbLayout *layout,
          WbPage   *page)
{
  WbDocument *document = layout->document;
  const char *project = wb_document_get_project (document);
  g_autofree char *label = project != NULL ? g_strdup_printf (_("Project %s"), project) : NULL;
  const WbTextStyle *small = wb_layout_add_style (layout, 9.25, PANGO_WEIGHT_NORMAL, &wb_color_dim);
  const double left_width = layout->width * 0.6;
  const double right_x = layout->left + layout->width * 0.63;
  const double right_width = layout->width * 0.37;
  WbPiece *piece = wb_layout_add_piece (layout);
  WbMark *rule;
  double left_y = 0, right_y = 0;

  add_head_line (layout, piece, wb_document_get_town (document),
                 wb_layout_add_style (layout, 12.5, PANGO_WEIGHT_BOLD, &wb_color_text), layout->left, left_width,
                 WB_ALIGN_START, &left_y);
  add_head_line (layout, piece, wb_document_get_region (document), small, layout->left, left_width,
                 WB_ALIGN_START, &left_y);
  add_head_line (layout, piece, wb_document_get_kind (document),
                 wb_layout_add_style (layout, 11, PANGO_WEIGHT_BOLD, &layout->accent), right_x, right_width,
                 WB_ALIGN_END, &right_y);
  add_head_line (layout, piece, label, small, right_x, right_width, WB_ALIGN_END, &right_y);
  if (left_y <= 0 && right_y <= 0)
    return 0;

  rule = wb_piece_add_mark (piece, WB_MARK_RULE, NULL);
  rule->x = layout->left;
  rule->y = MAX (left_y, right_y) + 7;
  rule->width = layout->width;
  rule->height = RULE_HEAD;
  rule->color = &layout->accent;
  piece->height = rule->y + RULE_HEAD;
  wb_page_place (page, piece, WB_PLACED_AROUND, HEAD_TOP);

  return piece->height;
}

/* What stands between two points of the small print is not broken: it goes on in the next line. (transfer full) */
static char *
keep_parts_whole (const char *line)
{
  g_auto(GStrv) parts = g_strsplit (line, " · ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (parts[i], " ", -1);

      g_free (parts[i]);
      parts[i] = g_strjoinv ("\302\240", words);
    }

  return g_strjoinv (" · ", parts);
}

static void
add_foot_line (WbLayout          *layout,
               WbPiece           *piece,
               const char        *line,
               const WbTextStyle *style)
{
  const double width = layout->width - PAGE_LABEL;
  g_autofree char *whole = NULL;
  g_autoptr(WbText) text = NULL;
  double natural, word;

  if (line == NULL || *line == '\0')
    return;

  wb_text_measure (layout, line, style, &natural, &word);
  whole = natural > width ? keep_parts_whole (line) : g_strdup (line);
  text = wb_text_new_plain (layout, whole, style, layout->left, width, WB_ALIGN_START,
                            wb_layout_add_node (layout, layout->root, "P"));
  wb_text_move (text, 0, G_MAXUINT, piece, piece->height);
  piece->height += text->height;
}

/* The small print is content once, on the last page, and decoration on all others. */
static WbPiece *
create_foot (WbLayout *layout)
{
  const char *foot = wb_document_get_foot (layout->document);
  const char *own = layout->stationery != NULL ? layout->stationery->letterhead->foot : "";
  const WbTextStyle *style = wb_layout_add_style (layout, 8.25, PANGO_WEIGHT_NORMAL, &wb_color_dim);
  g_auto(GStrv) lines = g_strsplit (own, "\n", -1);
  WbPiece *piece;

  if (foot == NULL && *own == '\0')
    return NULL;

  piece = wb_layout_add_piece (layout);
  for (guint i = 0; lines[i] != NULL; i++)
    add_foot_line (layout, piece, lines[i], style);
  add_foot_line (layout, piece, foot, style);

  return piece;
}

static void
place_foot (WbLayout *layout,
            WbPiece  *foot)
{
  for (guint i = 0; foot != NULL && i < layout->pages->len; i++)
    wb_page_place (g_ptr_array_index (layout->pages, i), foot,
                   i + 1 < layout->pages->len ? WB_PLACED_AGAIN : WB_PLACED_AROUND, layout->foot_rule + 6);
}

/* Long titles are set smaller, so that there is still room for the text. */
static void
fit_title (WbTextStyle *style,
           const char  *title)
{
  const glong length = g_utf8_strlen (title, -1);

  if (length > 400)
    style->size *= 0.5;
  else if (length > 130)
    style->size *= 0.7;
  else if (length > 70)
    style->size *= 0.87;
}

/* The text ends with a whole line of the baseline grid. */
static void
set_text_area (WbLayout *layout)
{
  const WbStyle *style = layout->style;
  const double line = style->body.size * style->body.leading;
  const double room = MAX (layout->foot_rule - (layout->tightness > 0 ? TIGHT_ABOVE_FOOT : MIN_ABOVE_FOOT) - TOP, 4 * style->step);

  layout->top = TOP;
  layout->bottom = TOP + floor (room / style->step) * style->step;
  layout->grid_top = TOP + wb_font_metrics_get_baseline (wb_layout_get_metrics (layout, &style->body), line);
}

void
wb_page_layout_run (WbLayout *layout)
{
  WbStyle *style = wb_style_new_pages (layout->tightness);
  const double side = MIN (SIDE_MARGIN - (layout->tightness > 0 ? TIGHT_SIDE : 0), layout->page_width * SIDE_SHARE);
  const char *title = wb_document_get_title (layout->document);
  WbPage *page = wb_layout_add_page (layout);
  g_autoptr(WbFlow) flow = NULL;
  g_autofree char *valid = wb_text_make_valid (title);
  WbPiece *foot;
  double head_height;
  Stack stack;

  g_ptr_array_add (layout->styles, style);
  layout->style = style;
  style->number.color = &layout->accent;
  layout->left = side;
  layout->width = MAX (layout->page_width - 2 * side, 1.0);

  foot = create_foot (layout);
  layout->foot_rule = layout->page_height - BOTTOM + (layout->tightness > 0 ? TIGHT_BOTTOM : 0) - (foot != NULL ? foot->height : 11.0) - 6;
  set_text_area (layout);
  head_height = wb_letterhead_layout_add (layout, page, HEAD_TOP);
  if (head_height <= 0)
    head_height = add_head (layout, page);
  layout->first_top = head_height > 0 ? HEAD_TOP + head_height + 22 : HEAD_TOP + 6;
  if (head_height > 0 && layout->tightness > 0)
    layout->first_top -= TIGHT_HEAD;

  fit_title (&style->title, valid);
  flow = wb_flow_new (layout, layout->root, layout->left, layout->width);
  if (*valid != '\0')
    {
      wb_flow_add_title (flow, valid, &style->title, "H1", 1);
      /* Links to the entry as a whole lead here. No heading can have this name. */
      ((WbPiece *) g_ptr_array_index (flow->pieces, 0))->anchor = g_strdup ("wb:");
    }
  layout->last_level = 1;
  wb_flow_add_gap (flow, 6);
  stack_init (&stack, layout, page, layout->first_top);
  flow->settle = settle_cb;
  flow->settle_data = &stack;
  wb_flow_add_blocks (flow, wb_document_get_root (layout->document)->children);
  place_chains (&stack, flow->pieces, FALSE);
  stack_finish (&stack);
  place_foot (layout, foot);
}
