/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paginator-private.h"

#include <glib/gi18n-lib.h>

/* Between columns on a slide, and at the left of a question, in sizes of the text. */
#define COLUMN_GAP 1.4
/* Columns narrower than this many sizes of the text stand one below the other. */
#define MIN_COLUMN 9.0

static void
add_small_print (WbFlow     *self,
                 const char *text,
                 gboolean    keep_with_next)
{
  g_autoptr(WbText) lines = NULL;

  if (text == NULL || *text == '\0')
    return;

  lines = wb_text_new_plain (self->layout, text, &self->layout->style->caption, self->left, self->width, WB_ALIGN_START,
                             wb_layout_add_node (self->layout, self->node, "P"));
  self->gap = 0;
  wb_flow_add_gap (self, self->layout->style->list_gap * 0.6);
  wb_flow_add_text (self, lines, keep_with_next);
}

void
wb_flow_add_source (WbFlow     *self,
                    const char *source)
{
  g_autofree char *text = source != NULL && *source != '\0' ? g_strconcat ("– ", source, NULL) : NULL;

  add_small_print (self, text, FALSE);
}

/* Whether the answer is still to come. */
static gboolean
is_open (const WbBlock *number)
{
  for (guint i = 0; i < number->inlines->len; i++)
    if ((((const WbInline *) g_ptr_array_index (number->inlines, i))->flags & (WB_INLINE_OPEN | WB_INLINE_BLANK | WB_INLINE_EMPHASIS)) != 0)
      return TRUE;

  return FALSE;
}

/* As large as the longest word allows; what is asked for is no number yet. */
static const WbTextStyle *
fit_number (WbFlow        *self,
            const WbBlock *number)
{
  WbTextStyle *style;
  g_autofree char *text = wb_block_to_text (number);
  double natural, word;

  if (is_open (number))
    return &self->layout->style->body;

  style = g_new (WbTextStyle, 1);
  *style = self->layout->style->number;
  g_ptr_array_add (self->layout->styles, style);
  wb_text_measure (self->layout, text, style, &natural, &word);
  if (word > self->width)
    style->size = MAX (style->size * self->width / word * 0.98, self->layout->style->body.size);

  return style;
}

void
wb_flow_add_number (WbFlow        *self,
                    const WbBlock *number)
{
  const WbStyle *style = self->layout->style;
  g_autoptr(WbText) text = wb_text_new (self->layout, number->inlines, fit_number (self, number), self->left, self->width,
                                        WB_ALIGN_START, wb_layout_add_node (self->layout, self->node, "P"));

  wb_flow_add_gap (self, style->gap);
  wb_flow_add_text (self, text, number->note != NULL && *number->note != '\0');
  add_small_print (self, number->note, FALSE);
  wb_flow_add_gap (self, style->below_table);
}

void
wb_flow_add_question (WbFlow        *self,
                      const WbBlock *question)
{
  const WbStyle *style = self->layout->style;
  WbNode *outer = self->node;
  g_autoptr(WbText) text = NULL;
  guint first;

  self->node = wb_layout_add_node (self->layout, outer, "Div");
  first = wb_flow_begin_frame (self, WB_FRAME_CALLOUT, &style->callout[WB_CALLOUT_NOTE]);
  text = wb_text_new (self->layout, question->inlines, &style->question, self->left, self->width, WB_ALIGN_START,
                      wb_layout_add_node (self->layout, self->node, "P"));
  wb_flow_add_text (self, text, question->note != NULL && *question->note != '\0');
  add_small_print (self, question->note, FALSE);
  wb_flow_end_frame (self, first);
  self->node = outer;
}

/* What lies behind the pieces of a column, as marks of its own. */
static void
add_frame (WbPiece       *out,
           const WbFrame *frame,
           double         top,
           double         bottom,
           guint         *at)
{
  const WbMarkType parts[] = { WB_MARK_FILL, WB_MARK_FILL };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const gboolean bar = i == 1;
      WbMark *mark;

      if (bar ? frame->type == WB_FRAME_CODE : frame->type == WB_FRAME_QUOTE)
        continue;
      mark = wb_mark_new (parts[i], NULL);
      mark->x = frame->x;
      mark->y = top;
      mark->width = bar ? 3 : frame->width;
      mark->height = bottom - top;
      mark->color = bar ? &frame->color : &frame->tint;
      g_ptr_array_insert (out->marks, (int) (*at)++, mark);
    }
}

/* Moves the marks of @piece into @out, @y below its top. */
static void
move_marks (WbPiece *piece,
            WbPiece *out,
            double   y)
{
  for (guint i = 0; i < piece->marks->len; i++)
    {
      WbMark *mark = g_steal_pointer (&g_ptr_array_index (piece->marks, i));

      mark->y += y;
      g_ptr_array_add (out->marks, mark);
    }
  g_ptr_array_set_size (piece->marks, 0);
  if (piece->level > 0 || piece->inner != NULL)
    {
      const WbInnerPiece inner = { piece, y };

      if (out->inner == NULL)
        out->inner = g_array_new (FALSE, FALSE, sizeof (WbInnerPiece));
      g_array_append_val (out->inner, inner);
    }
}

/* Where the pieces of one frame end that begins with the one at @first, before @end. */
static double
find_frame_end (GPtrArray *pieces,
                guint      first,
                guint      end,
                double     y)
{
  const WbFrame *frame = ((WbPiece *) g_ptr_array_index (pieces, first))->frame;

  for (guint i = first; i < end; i++)
    {
      const WbPiece *piece = g_ptr_array_index (pieces, i);
      const WbFrame *around = piece->frame;

      while (around != NULL && around != frame)
        around = around->parent;
      if (around == NULL)
        break;
      y += (i > first ? piece->space_before + piece->pad_top : 0) + piece->height;
    }

  return y + frame->padding;
}

/* Puts the pieces of a column from @first to @end into @out; returns how high they are. */
static double
stack_column (WbFlow  *column,
              guint    first,
              guint    end,
              WbPiece *out)
{
  const WbFrame *last = NULL;
  guint at = out->marks->len;
  double y = 0;

  for (guint i = first; i < end; i++)
    {
      WbPiece *piece = g_ptr_array_index (column->pieces, i);

      /* A frame that goes on has its padding again. */
      if (i == first && piece->frame != NULL)
        piece->pad_top = MAX (piece->pad_top, piece->frame->padding);
      y += (i > first ? piece->space_before : 0) + piece->pad_top;
      if (piece->frame != NULL && piece->frame != last)
        add_frame (out, piece->frame, y - piece->frame->padding, find_frame_end (column->pieces, i, end, y), &at);
      last = piece->frame;
      move_marks (piece, out, y);
      y += piece->height + piece->pad_bottom;
    }

  return y;
}

/* The end of the pieces of a column from @first on that fit into @room; one at least, so that it goes on. */
static guint
find_column_end (WbFlow *column,
                 guint   first,
                 double  room)
{
  guint end = first;
  double y = 0;

  while (end < column->pieces->len)
    {
      const WbPiece *piece = g_ptr_array_index (column->pieces, end);
      const double padding = piece->frame != NULL ? piece->frame->padding : 0;

      y += wb_flow_get_extent (piece, end == first);
      if (end > first && y + MAX (padding - piece->pad_bottom, 0) > room)
        break;
      end++;
    }
  if (end == column->pieces->len)
    return end;

  /* What announces something goes on with it. */
  for (guint i = end; i > first + 1; i--)
    if (!((const WbPiece *) g_ptr_array_index (column->pieces, i - 1))->keep_with_next)
      return i;

  return end;
}

static double
measure_notes (GPtrArray *columns)
{
  double notes = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const WbFlow *column = g_ptr_array_index (columns, i);

      for (guint j = 0; j < column->pieces->len; j++)
        notes += wb_footnotes_measure (column->layout, g_ptr_array_index (column->pieces, j));
    }

  return notes > 0 ? notes + wb_footnotes_get_rule_room (((const WbFlow *) g_ptr_array_index (columns, 0))->layout) : 0;
}

/* Puts as much of the columns side by side as a slide has room for, and what is left on the next one. */
static void
place_columns (WbFlow    *self,
               GPtrArray *columns)
{
  const WbLayout *layout = self->layout;
  const double notes = measure_notes (columns);
  g_autofree guint *next = g_new0 (guint, columns->len);
  double room = wb_flow_get_room_left (self) - self->gap - self->pad_top - notes;
  gboolean more = TRUE;

  while (more)
    {
      WbPiece *piece = wb_flow_add_piece (self, 0);

      more = FALSE;
      for (guint i = 0; i < columns->len; i++)
        {
          WbFlow *column = g_ptr_array_index (columns, i);
          const guint end = find_column_end (column, next[i], room);
          const double height = stack_column (column, next[i], end, piece);

          piece->height = MAX (piece->height, height);
          next[i] = end;
          more |= end < column->pieces->len;
        }
      room = layout->bottom - layout->next_top - notes;
    }
}

void
wb_flow_add_columns (WbFlow        *self,
                     const WbBlock *columns)
{
  const WbStyle *style = self->layout->style;
  const guint n = columns->children->len;
  const double gap = style->body.size * COLUMN_GAP;
  const double width = n > 0 ? (self->width - gap * (n - 1)) / n : 0;
  g_autoptr(GPtrArray) flows = NULL;

  if (!style->is_deck || n < 2 || width < MIN_COLUMN * style->body.size)
    {
      for (guint i = 0; i < n; i++)
        wb_flow_add_blocks (self, ((WbBlock *) g_ptr_array_index (columns->children, i))->children);
      return;
    }

  flows = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_flow_free);
  for (guint i = 0; i < n; i++)
    {
      const WbBlock *column = g_ptr_array_index (columns->children, i);
      WbFlow *flow = wb_flow_new (self->layout, wb_layout_add_node (self->layout, self->node, "Div"),
                                  self->left + i * (width + gap), width);

      wb_flow_add_blocks (flow, column->children);
      g_ptr_array_add (flows, flow);
    }
  wb_flow_add_gap (self, style->gap);
  place_columns (self, flows);
  wb_flow_add_gap (self, style->gap);
}

static void
collect_headings (const WbBlock *block,
                  int            level,
                  GPtrArray     *headings)
{
  if (block->type == WB_BLOCK_HEADING && block->level <= level)
    g_ptr_array_add (headings, (gpointer) block);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    collect_headings (g_ptr_array_index (block->children, i), level, headings);
}

static int
find_top_level (GPtrArray *headings)
{
  int level = 4;

  for (guint i = 0; i < headings->len; i++)
    level = MIN (level, ((WbBlock *) g_ptr_array_index (headings, i))->level);

  return level;
}

/* The text of a heading as a link to it; where it leads is found when all pages are there. */
static void
add_entry (WbFlow        *self,
           const WbBlock *heading,
           int            depth,
           WbNode        *list)
{
  const WbStyle *style = self->layout->style;
  const WbTextStyle *text_style = depth == 0 ? &style->strong : &style->body;
  WbNode *item = wb_layout_add_node (self->layout, list, "TOCI");
  WbNode *node = wb_layout_add_node (self->layout, item, "P");
  const double indent = depth * style->indent;
  const double number_room = text_style->size * 3;
  g_autofree char *title = wb_block_to_text (heading);
  g_autofree char *target = heading->anchor != NULL ? g_strconcat ("wb:", heading->anchor, NULL) : NULL;
  g_autoptr(WbBlock) line = wb_block_new (WB_BLOCK_PARAGRAPH);
  g_autoptr(WbText) text = NULL;
  WbContentsEntry entry;

  node->alt = g_strdup (title);
  node->target = g_strdup (target);
  wb_block_append_text (line, title, 0, target);
  text = wb_text_new (self->layout, line->inlines, text_style, self->left + indent, self->width - indent - number_room,
                      WB_ALIGN_START, node);
  wb_flow_add_gap (self, depth == 0 ? style->list_gap * 2 : style->list_gap * 0.4);
  self->max_gap = style->gap;
  wb_flow_add_text (self, text, depth == 0);

  entry = (WbContentsEntry) { g_ptr_array_index (self->pieces, self->pieces->len - 1), text_style, node, NULL,
                              self->left + self->width - number_room, number_room };
  entry.target = g_steal_pointer (&target);
  /* Its number is still to come. */
  entry.piece->lasting = TRUE;
  g_array_append_val (self->layout->contents, entry);
}

void
wb_flow_add_contents (WbFlow        *self,
                      const WbBlock *contents)
{
  g_autoptr(GPtrArray) headings = g_ptr_array_new ();
  WbNode *list;
  int top;

  collect_headings (wb_document_get_root (self->layout->document), contents->level, headings);
  if (headings->len == 0)
    return;

  top = find_top_level (headings);
  list = wb_layout_add_node (self->layout, self->node, "TOC");
  wb_flow_add_gap (self, self->layout->style->gap);
  for (guint i = 0; i < headings->len; i++)
    {
      const WbBlock *heading = g_ptr_array_index (headings, i);

      add_entry (self, heading, heading->level - top, list);
    }
  wb_flow_add_gap (self, self->layout->style->below_table);
}

void
wb_contents_entry_clear (gpointer data)
{
  g_free (((WbContentsEntry *) data)->target);
}

/* Page numbers, once it is known where everything lies. */
void
wb_contents_finish (WbLayout *layout)
{
  for (guint i = 0; i < layout->contents->len; i++)
    {
      WbContentsEntry *entry = &g_array_index (layout->contents, WbContentsEntry, i);
      const WbPlace *place = entry->target != NULL ? wb_layout_find_place (layout, entry->target) : NULL;
      const WbMark *line = entry->piece->marks->len > 0 ? g_ptr_array_index (entry->piece->marks, 0) : NULL;
      g_autofree char *number = NULL;
      g_autoptr(WbText) text = NULL;

      if (place == NULL || line == NULL)
        continue;
      /* Apart from the title for who hears both. */
      number = g_strdup_printf (" %u", place->page + 1);
      text = wb_text_new_plain (layout, number, entry->style, entry->x, entry->width, WB_ALIGN_END, entry->node);
      ((WbMark *) g_ptr_array_index (text->marks, 0))->y = line->y;
      g_ptr_array_add (entry->piece->marks, g_steal_pointer (&g_ptr_array_index (text->marks, 0)));
    }
}
