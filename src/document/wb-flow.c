/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paginator-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Width of the bar at the left of callouts and quotes, in sizes of the text. */
#define BAR 0.3
/* What the large mark before a quotation takes at the left, in its size. */
#define MARK_ROOM 0.6
/* Items of a list of more lines than this, as an average, stand apart. */
#define MAX_CLOSE_LINES 2.5
/* In points: what sums of measures miss. */
#define GRID_EPSILON 0.01
/* Deeper lists are not indented any more. */
#define MAX_LIST_DEPTH 8
/* A longer paragraph stands on its own. */
#define MAX_LEADING_LINES 2
/* A longer item of a list, too. */
#define MAX_KEPT_LINES 4

WbFlow *
wb_flow_new (WbLayout *layout,
             WbNode   *node,
             double    left,
             double    width)
{
  WbFlow *self = g_new0 (WbFlow, 1);

  self->layout = layout;
  self->pieces = g_ptr_array_new ();
  self->node = node;
  self->left = left;
  self->width = width;
  self->max_gap = -1;

  return self;
}

void
wb_flow_free (WbFlow *self)
{
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

void
wb_flow_add_gap (WbFlow *self,
                 double  gap)
{
  self->gap = MAX (self->gap, gap);
}

WbPiece *
wb_flow_add_piece (WbFlow *self,
                   double  height)
{
  WbPiece *piece = wb_layout_add_piece (self->layout);

  piece->height = height;
  piece->space_before = self->max_gap >= 0 ? MIN (self->gap, self->max_gap) : self->gap;
  piece->pad_top = self->pad_top;
  piece->break_before = self->page_break;
  piece->frame = self->frame;
  self->gap = 0;
  self->max_gap = -1;
  self->pad_top = 0;
  self->page_break = FALSE;
  g_ptr_array_add (self->pieces, piece);

  return piece;
}

double
wb_flow_get_extent (const WbPiece *piece,
                    gboolean       first)
{
  return (first ? 0 : piece->space_before) + piece->pad_top + piece->height + piece->pad_bottom;
}

double
wb_flow_get_room_left (const WbFlow *self)
{
  double room = self->layout->bottom - self->layout->first_top;

  for (guint i = 0; i < self->pieces->len; i++)
    room -= wb_flow_get_extent (g_ptr_array_index (self->pieces, i), i == 0);

  return room;
}

static WbPiece *
get_last_piece (WbFlow *self)
{
  return self->pieces->len > 0 ? g_ptr_array_index (self->pieces, self->pieces->len - 1) : NULL;
}

void
wb_flow_set_on_grid (WbFlow       *self,
                     WbPiece      *piece,
                     const WbText *text,
                     double        y)
{
  const double step = self->layout->style->step;

  if (step > 0 && fabs (text->line_height - step) < GRID_EPSILON)
    piece->grid = y + text->baseline;
}

/* What follows the heading @text that begins with @piece, @drop below its last baseline, is on the grid. */
static void
set_heading_grid (WbFlow       *self,
                  WbPiece      *piece,
                  const WbText *text,
                  double        drop)
{
  if (self->layout->style->step > 0)
    piece->grid = text->baseline + text->height - text->line_height + drop;
}

void
wb_flow_add_text (WbFlow   *self,
                  WbText   *text,
                  gboolean  keep_with_next)
{
  const guint n = text->marks->len;

  for (guint i = 0; i < n; i++)
    {
      WbPiece *piece = wb_flow_add_piece (self, text->line_height);
      const gboolean last = i + 1 == n;

      wb_text_move (text, i, 1, piece, 0);
      wb_flow_set_on_grid (self, piece, text, 0);
      /* Neither the first nor the last line alone on a page. */
      piece->keep_with_next = last ? keep_with_next : keep_with_next || i == 0 || i + 2 == n;
    }
}

static void
set_announcing (WbFlow *self,
                guint   first)
{
  for (guint i = first; i < self->pieces->len; i++)
    ((WbPiece *) g_ptr_array_index (self->pieces, i))->announces = TRUE;
}

const char *
wb_flow_get_heading_tag (WbFlow *self,
                         int     level)
{
  static const char *const names[] = { "H1", "H2", "H3", "H4" };

  level = MIN (level, self->layout->last_level + 1);
  self->layout->last_level = level;

  return names[CLAMP (level, 1, 4) - 1];
}

void
wb_flow_add_title (WbFlow            *self,
                   const char        *title,
                   const WbTextStyle *style,
                   const char        *tag,
                   int                level)
{
  const guint first = self->pieces->len;
  WbNode *node = wb_layout_add_node (self->layout, self->node, tag != NULL ? tag : wb_flow_get_heading_tag (self, level));
  g_autoptr(WbText) text = wb_text_new_plain (self->layout, title, style, self->left, self->width,
                                              WB_ALIGN_START, node);
  WbPiece *piece;

  wb_flow_add_text (self, text, TRUE);
  set_announcing (self, first);
  piece = g_ptr_array_index (self->pieces, first);
  set_heading_grid (self, piece, text, self->layout->style->title_drop);
  piece->level = level;
  piece->title = g_strdup (title);
}

static void
add_heading (WbFlow        *self,
             const WbBlock *heading)
{
  const guint first = self->pieces->len;
  const WbStyle *style = self->layout->style;
  const guint depth = CLAMP (heading->level, 1, 4) - 1;
  WbNode *node = wb_layout_add_node (self->layout, self->node, wb_flow_get_heading_tag (self, heading->level));
  g_autoptr(WbText) text = wb_text_new (self->layout, heading->inlines, &style->heading[depth], self->left, self->width,
                                        WB_ALIGN_START, node);
  WbPiece *piece;

  if (self->pieces->len > 0)
    wb_flow_add_gap (self, style->above_heading[depth]);
  wb_flow_add_text (self, text, TRUE);
  set_announcing (self, first);
  piece = g_ptr_array_index (self->pieces, first);
  set_heading_grid (self, piece, text, style->heading_drop[depth]);
  piece->level = heading->level;
  piece->anchor = g_strdup (heading->anchor);
  piece->title = wb_text_dup_title (heading);
  wb_flow_add_gap (self, style->below_heading[depth]);
  if (style->step > 0)
    self->max_gap = style->below_heading[depth];
}

static gboolean
ends_with_colon (const WbBlock *paragraph)
{
  g_autofree char *text = g_strchomp (wb_block_to_text (paragraph));

  return g_str_has_suffix (text, ":");
}

/* A page may not break between a question and the boxes to tick or the lines or table to write in below it, nor behind a colon, nor between
 * a sentence or two and the figure, table, sheet or list that they are about. */
static gboolean
leads_to (WbFlow        *self,
          const WbBlock *paragraph,
          const WbBlock *next,
          guint          n_lines)
{
  const gboolean about = next->type == WB_BLOCK_FIGURE || next->type == WB_BLOCK_TABLE || next->type == WB_BLOCK_SHEET ||
                         (next->type == WB_BLOCK_LIST && !self->layout->style->is_deck);
  const gboolean to_write = (next->type == WB_BLOCK_LINES || next->type == WB_BLOCK_TABLE) && n_lines <= 3 * MAX_LEADING_LINES;

  return to_write || next->type == WB_BLOCK_CHECKLIST || (about && n_lines <= MAX_LEADING_LINES) || ends_with_colon (paragraph);
}

/* "Responsible: Alex": a paragraph that begins with its name or question. */
static gboolean
is_named (const WbBlock *block)
{
  const WbInline *first = block->type == WB_BLOCK_PARAGRAPH && block->inlines->len > 1 ? g_ptr_array_index (block->inlines, 0) : NULL;

  if (first == NULL || (first->flags & WB_INLINE_STRONG) == 0)
    return FALSE;
  for (guint i = 0; i < block->inlines->len; i++)
    if ((((WbInline *) g_ptr_array_index (block->inlines, i))->flags & WB_INLINE_BLANK) != 0)
      return FALSE;

  return g_str_has_suffix (first->text, ":") || g_str_has_suffix (first->text, ": ") || g_str_has_suffix (first->text, "?");
}

/* On paper a list, and a list of boxes, goes on with the sentence that ends with a colon. Short paragraphs with names are a list, too. */
static gboolean
goes_on (WbFlow        *self,
         const WbBlock *paragraph,
         const WbBlock *next,
         guint          n_lines)
{
  if (self->layout->style->step <= 0)
    return FALSE;
  if (next->type == WB_BLOCK_LIST || next->type == WB_BLOCK_CHECKLIST)
    return ends_with_colon (paragraph);

  return n_lines <= MAX_LEADING_LINES && is_named (paragraph) && is_named (next);
}

static void
add_paragraph (WbFlow        *self,
               const WbBlock *paragraph,
               const WbBlock *next)
{
  WbNode *node;
  g_autoptr(WbText) text = NULL;
  guint n_lines;

  if (paragraph->inlines->len == 0)
    return;

  node = wb_layout_add_node (self->layout, self->node, "P");
  text = wb_text_new (self->layout, paragraph->inlines, &self->layout->style->body, self->left, self->width,
                      WB_ALIGN_START, node);
  wb_flow_add_gap (self, self->layout->style->gap);
  n_lines = text->marks->len;
  wb_flow_add_text (self, text, next != NULL && leads_to (self, paragraph, next, n_lines));
  if (next != NULL && goes_on (self, paragraph, next, n_lines))
    self->max_gap = 0;
  else
    wb_flow_add_gap (self, self->layout->style->gap);
}

/* Puts @marker before the first line of what was added since @first. */
static void
add_marker (WbFlow     *self,
            guint       first,
            const char *marker,
            double      left,
            double      indent,
            WbAlign     align,
            WbNode     *item)
{
  const WbTextStyle *style = &self->layout->style->body;
  const double room = style->size * 0.45;
  WbNode *node = wb_layout_add_node (self->layout, item, "Lbl");
  g_autoptr(WbText) text = wb_text_new_plain (self->layout, marker, style, left, indent - room, align, node);
  WbPiece *piece;
  WbMark *mark;

  if (self->pieces->len == first)
    wb_flow_add_piece (self, text->line_height);
  piece = g_ptr_array_index (self->pieces, first);

  mark = g_steal_pointer (&g_ptr_array_index (text->marks, 0));
  if (piece->marks->len > 0)
    {
      const WbMark *line = g_ptr_array_index (piece->marks, 0);

      if (line->type == WB_MARK_LINE)
        mark->y = line->y;
    }
  g_ptr_array_insert (piece->marks, 0, mark);
  if (piece->marks->len == 1)
    wb_flow_set_on_grid (self, piece, text, 0);
}

static double
get_marker_indent (WbFlow        *self,
                   const WbBlock *list)
{
  const WbStyle *style = self->layout->style;
  g_autofree char *longest = NULL;
  double natural, word;

  if (!list->ordered)
    return style->indent;

  longest = g_strdup_printf ("%u.", list->start + list->children->len - 1);
  wb_text_measure (self->layout, longest, &style->body, &natural, &word);

  return MAX (style->indent, natural + style->body.size * 0.6);
}

static void
add_item (WbFlow        *self,
          const WbBlock *item,
          const char    *marker,
          WbAlign        align,
          double         indent,
          WbNode        *list_node)
{
  WbNode *outer = self->node;
  const double left = self->left;
  const guint first = self->pieces->len;
  WbNode *item_node = wb_layout_add_node (self->layout, list_node, "LI");

  self->node = wb_layout_add_node (self->layout, item_node, "LBody");
  self->left += indent;
  self->width -= indent;
  wb_flow_add_blocks (self, item->children);
  add_marker (self, first, marker, left, indent, align, item_node);
  self->left = left;
  self->width += indent;
  self->node = outer;
}

/* The item that was added since @first stays with the one that follows, unless it is long. */
static void
keep_item (WbFlow *self,
           guint   first)
{
  for (guint i = first; i < self->pieces->len && self->pieces->len - first <= MAX_KEPT_LINES; i++)
    ((WbPiece *) g_ptr_array_index (self->pieces, i))->keep_with_next = TRUE;
}

/* On paper the items of a list, whose first pieces are at @firsts, stand a line apart where most of them are paragraphs. */
static void
spread_items (WbFlow *self,
              GArray *firsts)
{
  const guint n_pieces = firsts->len > 0 ? self->pieces->len - g_array_index (firsts, guint, 0) : 0;

  if (self->layout->style->step <= 0 || self->list_depth > 1 || n_pieces <= firsts->len * MAX_CLOSE_LINES)
    return;

  for (guint i = 1; i < firsts->len; i++)
    {
      const guint first = g_array_index (firsts, guint, i);

      if (first < self->pieces->len)
        ((WbPiece *) g_ptr_array_index (self->pieces, first))->space_before = self->layout->style->gap;
    }
}

static void
add_list (WbFlow        *self,
          const WbBlock *list)
{
  const WbStyle *style = self->layout->style;
  const double indent = self->list_depth < MAX_LIST_DEPTH ? get_marker_indent (self, list) : 0;
  g_autoptr(GArray) firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  WbNode *node;

  if (list->children->len == 0)
    return;

  node = wb_layout_add_node (self->layout, self->node, "L");
  wb_flow_add_gap (self, style->gap);
  if (self->list_depth > 0)
    self->max_gap = style->list_gap;
  self->list_depth++;
  for (guint i = 0; i < list->children->len; i++)
    {
      g_autofree char *number = list->ordered ? g_strdup_printf ("%u.", list->start + i) : NULL;
      const guint first = self->pieces->len;

      g_array_append_val (firsts, first);
      /* Items stand closer than paragraphs. */
      if (i > 0)
        self->max_gap = style->list_gap;
      add_item (self, g_ptr_array_index (list->children, i),
                number != NULL ? number : self->list_depth > 1 ? "–" : "•",
                number != NULL ? WB_ALIGN_END : WB_ALIGN_START, indent, node);
      /* The last one does not stand alone on a page. */
      if (i + 2 == list->children->len && !style->is_deck)
        keep_item (self, first);
    }
  spread_items (self, firsts);
  self->list_depth--;
  wb_flow_add_gap (self, self->list_depth > 0 ? style->list_gap : style->gap);
}

static WbFrame *
begin_frame (WbFlow      *self,
             WbFrameType  type,
             double       indent,
             double       padding)
{
  WbFrame *frame = wb_layout_add_frame (self->layout, self->frame, type);

  frame->x = self->left;
  frame->width = self->width;
  frame->padding = padding;
  wb_flow_add_gap (self, self->layout->style->above_frame);

  self->frame = frame;
  self->pad_top += padding;
  self->left += indent;
  self->width -= indent + self->layout->style->pad_x;

  return frame;
}

static void
end_frame (WbFlow *self,
           double  indent,
           guint   first)
{
  WbFrame *frame = self->frame;

  self->frame = frame->parent;
  self->left -= indent;
  self->width += indent + self->layout->style->pad_x;
  if (self->pieces->len > first)
    get_last_piece (self)->pad_bottom += frame->padding;
  else
    self->pad_top -= frame->padding;
  self->gap = 0;
  wb_flow_add_gap (self, self->layout->style->below_frame);
}

const char *
wb_flow_get_callout_label (WbCallout callout)
{
  switch (callout)
    {
    case WB_CALLOUT_TIP:
      return _("Tip");
    case WB_CALLOUT_WARNING:
      return _("Warning");
    case WB_CALLOUT_EXAMPLE:
      return _("Example");
    case WB_CALLOUT_NOTE:
    case WB_CALLOUT_NOTES:
    default:
      return _("Note");
    }
}

/* Nine tenths of the way to white. */
static WbColor
get_tint (const WbColor *color)
{
  return (WbColor) { 1 - (1 - color->red) * 0.11, 1 - (1 - color->green) * 0.11, 1 - (1 - color->blue) * 0.11 };
}

guint
wb_flow_begin_frame (WbFlow            *self,
                     WbFrameType        type,
                     const WbTextStyle *style)
{
  const double indent = self->layout->style->pad_x * 1.3 + self->layout->style->body.size * BAR;
  WbFrame *frame = begin_frame (self, type, indent, self->layout->style->pad_x);

  frame->color = *style->color;
  frame->tint = get_tint (style->color);

  return self->pieces->len;
}

void
wb_flow_end_frame (WbFlow *self,
                   guint   first)
{
  end_frame (self, self->layout->style->pad_x * 1.3 + self->layout->style->body.size * BAR, first);
}

static void
add_callout (WbFlow        *self,
             const WbBlock *callout)
{
  const WbStyle *style = self->layout->style;
  const double indent = style->pad_x * 1.3 + style->body.size * BAR;
  const WbTextStyle *label_style;
  const guint first = self->pieces->len;
  WbNode *outer = self->node;
  WbFrame *frame;
  g_autoptr(WbText) label = NULL;

  if (callout->callout == WB_CALLOUT_NOTES)
    return;

  label_style = &style->callout[callout->callout];
  frame = begin_frame (self, WB_FRAME_CALLOUT, indent, style->pad_x);
  frame->color = *label_style->color;
  frame->tint = get_tint (label_style->color);

  self->node = wb_layout_add_node (self->layout, outer, "Div");
  label = wb_text_new_plain (self->layout, wb_flow_get_callout_label (callout->callout), label_style, self->left, self->width,
                             WB_ALIGN_START, wb_layout_add_node (self->layout, self->node, "P"));
  wb_flow_add_text (self, label, TRUE);
  set_announcing (self, first);
  self->max_gap = style->list_gap * 0.5;
  wb_flow_add_blocks (self, callout->children);
  self->node = outer;
  end_frame (self, indent, first);
}

/* What is quoted, in the text of quotations. */
static void
add_quoted (WbFlow        *self,
            const WbBlock *quote)
{
  WbLayout *layout = self->layout;
  WbStyle *style = layout->style;
  WbStyle *larger;

  if (!style->is_deck)
    {
      wb_flow_add_blocks (self, quote->children);
      return;
    }

  larger = g_memdup2 (style, sizeof *style);
  g_ptr_array_add (layout->styles, larger);
  larger->body = style->quote;
  larger->strong.size = style->quote.size;
  layout->style = larger;
  wb_flow_add_blocks (self, quote->children);
  layout->style = style;
}

static gboolean
begins_with_mark (const WbBlock *quote)
{
  static const char *const marks[] = { "„", "“", "‚", "»", "«", "\"" };
  g_autofree char *text = g_strchug (wb_block_to_text (quote));

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (text, marks[i]))
      return TRUE;

  return FALSE;
}

/* A large mark beside the first line since @first, @indent to its left: decoration. */
static void
add_quote_mark (WbFlow *self,
                guint   first,
                double  indent)
{
  WbPiece *piece = self->pieces->len > first ? g_ptr_array_index (self->pieces, first) : NULL;
  const WbStyle *style = self->layout->style;
  g_autoptr(WbText) text = NULL;
  WbMark *mark;

  if (piece == NULL || piece->marks->len == 0)
    return;

  text = wb_text_new_plain (self->layout, "„", &style->quote_mark, self->left, indent, WB_ALIGN_START, NULL);
  mark = g_steal_pointer (&g_ptr_array_index (text->marks, 0));
  mark->y = ((const WbMark *) g_ptr_array_index (piece->marks, 0))->y;
  g_ptr_array_insert (piece->marks, 0, mark);
}

/* Beside a large mark. */
static void
add_marked_quote (WbFlow        *self,
                  const WbBlock *quote)
{
  const WbStyle *style = self->layout->style;
  const double indent = style->quote_mark.size * MARK_ROOM;
  const guint first = self->pieces->len;

  wb_flow_add_gap (self, style->above_frame);
  self->left += indent;
  self->width -= indent;
  add_quoted (self, quote);
  wb_flow_add_source (self, quote->note);
  self->left -= indent;
  self->width += indent;
  add_quote_mark (self, first, indent);
  wb_flow_add_gap (self, style->below_frame);
}

/* Beside a bar. */
static void
add_barred_quote (WbFlow        *self,
                  const WbBlock *quote)
{
  const WbStyle *style = self->layout->style;
  const double indent = style->pad_x * 1.3 + style->body.size * BAR;
  const guint first = self->pieces->len;
  WbFrame *frame = begin_frame (self, WB_FRAME_QUOTE, indent, 0);

  frame->color = style->is_deck ? *style->quote_mark.color : wb_color_rule;
  add_quoted (self, quote);
  wb_flow_add_source (self, quote->note);
  end_frame (self, indent, first);
}

static void
add_quote (WbFlow        *self,
           const WbBlock *quote)
{
  WbNode *outer = self->node;

  self->node = wb_layout_add_node (self->layout, outer, "BlockQuote");
  if (self->layout->style->is_deck && !begins_with_mark (quote))
    add_marked_quote (self, quote);
  else
    add_barred_quote (self, quote);
  self->node = outer;
}

static void
add_code (WbFlow        *self,
          const WbBlock *code)
{
  const WbStyle *style = self->layout->style;
  const guint first = self->pieces->len;
  g_autoptr(GPtrArray) inlines = g_ptr_array_new ();
  g_autoptr(WbBlock) copy = wb_block_copy (code);
  g_autoptr(WbText) text = NULL;
  WbFrame *frame = begin_frame (self, WB_FRAME_CODE, style->pad_x, style->pad_y);

  frame->tint = wb_color_grey_tint;
  for (guint i = 0; i < copy->inlines->len; i++)
    {
      WbInline *run = g_ptr_array_index (copy->inlines, i);

      /* The copy does not live as long as its notes would be needed. */
      if (run->note != NULL)
        continue;
      run->flags |= WB_INLINE_CODE;
      /* The line break at the end belongs to the last line. */
      if (i + 1 == copy->inlines->len)
        g_strchomp (run->text);
      g_ptr_array_add (inlines, run);
    }
  text = wb_text_new (self->layout, inlines, &style->code, self->left, self->width, WB_ALIGN_START,
                      wb_layout_add_node (self->layout, self->node, "P"));
  wb_flow_add_text (self, text, FALSE);
  end_frame (self, style->pad_x, first);
}

static void
add_rule (WbFlow *self)
{
  const WbStyle *style = self->layout->style;
  WbPiece *piece;
  WbMark *mark;

  wb_flow_add_gap (self, style->below_frame);
  piece = wb_flow_add_piece (self, style->rule);
  mark = wb_piece_add_mark (piece, WB_MARK_RULE, NULL);
  mark->x = self->left;
  mark->width = self->width;
  mark->height = style->rule;
  mark->color = &wb_color_rule;
  wb_flow_add_gap (self, style->below_frame);
}

void
wb_flow_add_block (WbFlow        *self,
                   const WbBlock *block,
                   const WbBlock *next)
{
  switch (block->type)
    {
    case WB_BLOCK_HEADING:
      add_heading (self, block);
      break;
    case WB_BLOCK_PARAGRAPH:
      add_paragraph (self, block, next);
      break;
    case WB_BLOCK_LIST:
      add_list (self, block);
      break;
    case WB_BLOCK_TABLE:
      wb_flow_add_table (self, block);
      break;
    case WB_BLOCK_CONTENTS:
      wb_flow_add_contents (self, block);
      break;
    case WB_BLOCK_COLUMNS:
      wb_flow_add_columns (self, block);
      break;
    case WB_BLOCK_NUMBER:
      wb_flow_add_number (self, block);
      break;
    case WB_BLOCK_QUESTION:
      wb_flow_add_question (self, block);
      break;
    case WB_BLOCK_SHEET:
    case WB_BLOCK_AGENDA:
      wb_flow_add_sheet (self, block);
      break;
    case WB_BLOCK_CALLOUT:
      add_callout (self, block);
      break;
    case WB_BLOCK_QUOTE:
      add_quote (self, block);
      break;
    case WB_BLOCK_CODE:
      add_code (self, block);
      break;
    case WB_BLOCK_SIGNATURES:
      wb_flow_add_signatures (self, block);
      break;
    case WB_BLOCK_LINES:
      wb_flow_add_lines (self, block->lines);
      break;
    case WB_BLOCK_FIGURE:
      wb_flow_add_figure (self, block);
      break;
    case WB_BLOCK_PAGE_BREAK:
      self->page_break = self->pieces->len > 0;
      break;
    case WB_BLOCK_RULE:
      add_rule (self);
      break;

    case WB_BLOCK_SLIDE_BREAK:
    case WB_BLOCK_CHECKLIST: /* with its neighbours, see wb_flow_add_blocks() */
    case WB_BLOCK_DOCUMENT:
    case WB_BLOCK_ITEM:
    case WB_BLOCK_CHECK:
    case WB_BLOCK_ROW:
    case WB_BLOCK_CELL:
    case WB_BLOCK_COLUMN:
    default:
      break;
    }
}

void
wb_flow_add_blocks (WbFlow    *self,
                    GPtrArray *blocks)
{
  guint i = 0;

  const gboolean is_root = blocks == wb_document_get_root (self->layout->document)->children;

  while (i < blocks->len && !g_cancellable_is_cancelled (self->layout->cancellable))
    {
      const WbBlock *next = i + 1 < blocks->len ? g_ptr_array_index (blocks, i + 1) : NULL;

      if (wb_flow_count_checklist (blocks, i) > 0)
        i += wb_flow_add_checklist (self, blocks, i);
      else
        wb_flow_add_block (self, g_ptr_array_index (blocks, i++), next);
      if (is_root && self->layout->progress != NULL)
        self->layout->progress ((double) i / blocks->len, 0, 0, self->layout->progress_data);
      if (is_root && self->settle != NULL)
        self->settle (self, self->settle_data);
    }
}
