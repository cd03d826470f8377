/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paginator-private.h"

#include <glib/gi18n-lib.h>

/* Shares of the width for owner and date, and the least height of a row in sizes of its text. */
#define OWNER_SHARE 0.185
#define DATE_SHARE 0.17
#define MIN_ROW 1.35
/* A box in a list of lines is at most this share of the height of a line. */
#define BOX_SHARE 0.77
/* Room above a line to sign on, in sizes of the text. */
#define SIGNATURE_ROOM 4.5
#define SIGNATURE_GAP 36.0

typedef struct
{
  WbFlow *flow;
  const WbStyle *style;
  gboolean with_columns; /* for owner and date */
  double task_x;
  double task_width;
  double owner_x;
  double owner_width;
  double date_x;
  double date_width;
  WbNode *node;
  WbPiece *header;
} Checklist;

static const WbBlock *
get_block (GPtrArray *blocks,
           guint      i)
{
  return i < blocks->len ? g_ptr_array_index (blocks, i) : NULL;
}

static gboolean
has_columns (const WbBlock *checklist)
{
  for (guint i = 0; i < checklist->children->len; i++)
    {
      const WbBlock *check = g_ptr_array_index (checklist->children, i);

      if (check->owner != NULL || check->date != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_group_title (GPtrArray *blocks,
                guint      i)
{
  const WbBlock *block = get_block (blocks, i);
  const WbBlock *next = get_block (blocks, i + 1);

  return block != NULL && block->type == WB_BLOCK_HEADING && block->level >= 3 &&
         next != NULL && next->type == WB_BLOCK_CHECKLIST && has_columns (next);
}

guint
wb_flow_count_checklist (GPtrArray *blocks,
                         guint      first)
{
  const WbBlock *block = get_block (blocks, first);
  guint i = first;

  /* A plain list of boxes stands for itself. */
  if (block != NULL && block->type == WB_BLOCK_CHECKLIST && !has_columns (block))
    return 1;

  while (i < blocks->len)
    {
      block = get_block (blocks, i);
      if (is_group_title (blocks, i))
        i += 2;
      else if (block->type == WB_BLOCK_CHECKLIST && has_columns (block))
        i++;
      else
        break;
    }

  return i - first;
}

/* What stands above the boxes to tick. */
static const char *
get_box_label (void)
{
  return _("Done");
}

/* Boxes in a list of lines stand as close as these. */
static double
get_box_size (Checklist *self)
{
  const double step = self->style->step;

  return step > 0 && !self->with_columns ? MIN (self->style->box, step * BOX_SHARE) : self->style->box;
}

static void
set_columns (Checklist *self)
{
  WbFlow *flow = self->flow;
  const gboolean is_close = self->style->step > 0 && !self->with_columns;
  double box = get_box_size (self) + (is_close ? 1 : 1.9) * self->style->pad_x;
  double word, longest;

  if (self->with_columns)
    {
      wb_text_measure (flow->layout, get_box_label (), &self->style->head, &longest, &word);
      box = MAX (box, longest + 1.5 * self->style->pad_x);
    }

  self->task_x = flow->left + box;
  self->task_width = flow->width - box;
  if (!self->with_columns)
    return;

  self->owner_width = flow->width * OWNER_SHARE;
  self->date_width = flow->width * DATE_SHARE;
  self->date_x = flow->left + flow->width - self->date_width;
  self->owner_x = self->date_x - self->owner_width;
  self->task_width = self->owner_x - self->task_x - self->style->pad_x;
}

static void
add_rule (Checklist     *self,
          WbPiece       *piece,
          double         thickness,
          const WbColor *color)
{
  WbMark *mark = wb_piece_add_mark (piece, WB_MARK_RULE, NULL);

  mark->x = self->flow->left;
  mark->y = piece->height;
  mark->width = self->flow->width;
  mark->height = thickness;
  mark->color = color;
}

static WbNode *
add_cell_node (Checklist  *self,
               WbNode     *row,
               const char *tag,
               guint       columns)
{
  WbNode *node = wb_layout_add_node (self->flow->layout, row, tag);

  node->extra.scope = tag[1] == 'H' ? WB_SCOPE_COLUMN : WB_SCOPE_NONE;
  node->extra.columns = columns;

  return node;
}

static void
add_header_cell (Checklist  *self,
                 WbPiece    *piece,
                 WbNode     *row,
                 const char *label,
                 double      x,
                 double      width)
{
  g_autoptr(WbText) text = wb_text_new_plain (self->flow->layout, label, &self->style->head, x, width, WB_ALIGN_START,
                                              add_cell_node (self, row, "TH", 1));

  wb_text_move (text, 0, G_MAXUINT, piece, self->style->pad_y);
  piece->height = MAX (piece->height, text->height + 2 * self->style->pad_y);
}

static void
add_header (Checklist *self)
{
  WbPiece *piece = wb_flow_add_piece (self->flow, 0);
  WbNode *row = wb_layout_add_node (self->flow->layout, self->node, "TR");

  add_header_cell (self, piece, row, get_box_label (), self->flow->left, self->task_x - self->flow->left);
  add_header_cell (self, piece, row, _("Task"), self->task_x, self->task_width);
  add_header_cell (self, piece, row, _("Who"), self->owner_x, self->owner_width);
  add_header_cell (self, piece, row, _("By when"), self->date_x, self->date_width);
  add_rule (self, piece, self->style->rule * 1.8, &wb_color_text);
  piece->keep_with_next = TRUE;
  self->header = piece;
  piece->lasting = TRUE;
}

static void
add_group_title (Checklist     *self,
                 const WbBlock *heading)
{
  const WbStyle *style = self->style;
  WbNode *row = wb_layout_add_node (self->flow->layout, self->node, "TR");
  WbNode *cell = add_cell_node (self, row, "TH", 4);
  WbNode *node = wb_layout_add_node (self->flow->layout, cell, wb_flow_get_heading_tag (self->flow, heading->level));
  g_autoptr(WbText) text = wb_text_new (self->flow->layout, heading->inlines, &style->strong,
                                        self->flow->left + style->pad_x, self->flow->width - 2 * style->pad_x,
                                        WB_ALIGN_START, node);
  WbPiece *piece = wb_flow_add_piece (self->flow, text->height + 1.6 * style->pad_y);
  WbMark *fill = wb_piece_add_mark (piece, WB_MARK_FILL, NULL);

  fill->x = self->flow->left;
  fill->width = self->flow->width;
  fill->height = piece->height;
  fill->color = &wb_color_blue_tint;
  wb_text_move (text, 0, G_MAXUINT, piece, 0.8 * style->pad_y);
  piece->keep_with_next = TRUE;
  piece->repeat = self->header;
  piece->level = heading->level;
  piece->announces = TRUE;
  piece->anchor = g_strdup (heading->anchor);
  piece->title = wb_text_dup_title (heading);
}

static void
add_box (Checklist *self,
         WbPiece   *piece,
         WbNode    *parent,
         gboolean   done,
         double     x,
         double     y)
{
  WbNode *node = wb_layout_add_node (self->flow->layout, parent, "Figure");
  WbMark *mark;

  node->alt = g_strdup (done ? _("done") : _("open"));
  mark = wb_piece_add_mark (piece, WB_MARK_BOX, node);
  mark->x = x;
  mark->y = y;
  mark->width = mark->height = get_box_size (self);
  mark->done = done;
}

/* Owner or date: what is known, or a line to write on. */
static void
add_value (Checklist  *self,
           WbPiece    *piece,
           WbNode     *row,
           const char *value,
           const char *label,
           double      x,
           double      width,
           WbText     *text)
{
  WbNode *node = add_cell_node (self, row, "TD", 1);
  WbMark *mark;

  if (text != NULL)
    {
      for (guint i = 0; i < text->marks->len; i++)
        ((WbMark *) g_ptr_array_index (text->marks, i))->node = node;
      wb_text_move (text, 0, G_MAXUINT, piece, (piece->height - text->height) / 2);
      return;
    }
  if (value == NULL)
    {
      wb_piece_add_mark (piece, WB_MARK_LINE, node);
      return;
    }

  node = wb_layout_add_node (self->flow->layout, node, "Figure");
  node->alt = g_strdup_printf (_("Line to write on: %s"), label);
  mark = wb_piece_add_mark (piece, WB_MARK_BLANK, node);
  mark->x = x;
  mark->y = piece->height - self->style->pad_y * 1.8;
  mark->width = width;
}

static WbText *
break_value (Checklist  *self,
             const char *value,
             double      x,
             double      width)
{
  if (value == NULL || *value == '\0')
    return NULL;

  return wb_text_new_plain (self->flow->layout, value, &self->style->cell, x, width, WB_ALIGN_START, NULL);
}

/* The hint in small print; its lines are kept. */
static WbText *
break_note (Checklist     *self,
            const WbBlock *check,
            WbNode        *node)
{
  g_autoptr(WbBlock) paragraph = NULL;
  g_auto(GStrv) lines = NULL;

  if (check->note == NULL || *check->note == '\0')
    return NULL;

  paragraph = wb_block_new (WB_BLOCK_PARAGRAPH);
  lines = g_strsplit (check->note, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        wb_block_append_text (paragraph, NULL, WB_INLINE_BREAK, NULL);
      wb_block_append_text (paragraph, lines[i], 0, NULL);
    }

  return wb_text_new (self->flow->layout, paragraph->inlines, &self->style->small, self->task_x, self->task_width,
                      WB_ALIGN_START, node);
}

/* What stands behind the box, with the paragraphs in the structure that a note makes necessary. */
static void
add_task (Checklist *self,
          WbPiece   *piece,
          WbText    *task,
          WbText    *note)
{
  const double height = task->height + (note != NULL ? note->height : 0);
  const double top = (piece->height - height) / 2;

  wb_text_move (task, 0, G_MAXUINT, piece, top);
  if (note != NULL)
    wb_text_move (note, 0, G_MAXUINT, piece, top + task->height);
}

static double
get_row_height (Checklist *self,
                WbText    *task,
                WbText    *note,
                WbText    *owner,
                WbText    *date)
{
  double height = task->height + (note != NULL ? note->height : 0);

  if (owner != NULL)
    height = MAX (height, owner->height);
  if (date != NULL)
    height = MAX (height, date->height);
  height = MAX (height, get_box_size (self));
  /* On the baseline grid there is room enough. */
  if (self->style->step > 0 && !self->with_columns)
    return height;
  height = MAX (height, self->style->body.size * MIN_ROW);

  return height + (self->with_columns ? 3.2 : 1.6) * self->style->pad_y;
}

/* In the middle below the word above it. */
static double
get_box_x (Checklist *self)
{
  const double room = self->task_x - self->flow->left - 1.5 * self->style->pad_x;

  return self->flow->left + (self->with_columns ? MAX ((room - self->style->box) / 2, 0) : 0);
}

static void
add_check (Checklist     *self,
           const WbBlock *check)
{
  WbLayout *layout = self->flow->layout;
  WbNode *row = wb_layout_add_node (layout, self->node, self->with_columns ? "TR" : "LI");
  WbNode *box_node = self->with_columns ? add_cell_node (self, row, "TD", 1) : wb_layout_add_node (layout, row, "Lbl");
  WbNode *cell = wb_layout_add_node (layout, row, self->with_columns ? "TD" : "LBody");
  WbNode *task_node = wb_layout_add_node (layout, cell, "P");
  const WbTextStyle *style = self->with_columns ? &self->style->cell : &self->style->body;
  const double owner_width = self->owner_width - self->style->pad_x;
  g_autoptr(WbText) task = wb_text_new (layout, check->inlines, style, self->task_x, self->task_width,
                                        WB_ALIGN_START, task_node);
  g_autoptr(WbText) note = break_note (self, check, wb_layout_add_node (layout, cell, "P"));
  g_autoptr(WbText) owner = break_value (self, check->owner, self->owner_x, owner_width);
  g_autoptr(WbText) date = break_value (self, check->date, self->date_x, self->date_width);
  WbPiece *piece = wb_flow_add_piece (self->flow, get_row_height (self, task, note, owner, date));
  const double first_line = (piece->height - task->height - (note != NULL ? note->height : 0)) / 2;

  piece->repeat = self->header;
  if (!self->with_columns)
    wb_flow_set_on_grid (self->flow, piece, task, first_line);
  add_box (self, piece, box_node, check->done, get_box_x (self), first_line + (task->line_height - get_box_size (self)) / 2);
  add_task (self, piece, task, note);
  if (!self->with_columns)
    return;

  add_value (self, piece, row, check->owner, _("Who"), self->owner_x, owner_width * 0.96, owner);
  add_value (self, piece, row, check->date, _("By when"), self->date_x, self->date_width, date);
  add_rule (self, piece, self->style->rule, &wb_color_rule);
}

static void
add_checks (Checklist     *self,
            const WbBlock *list)
{
  GPtrArray *pieces = self->flow->pieces;
  const guint first = pieces->len;

  for (guint i = 0; i < list->children->len; i++)
    add_check (self, g_ptr_array_index (list->children, i));

  /* Neither the first nor the last row of a group alone on a page. */
  if (pieces->len - first >= 2)
    {
      ((WbPiece *) g_ptr_array_index (pieces, first))->keep_with_next = TRUE;
      ((WbPiece *) g_ptr_array_index (pieces, pieces->len - 2))->keep_with_next = TRUE;
    }
}

guint
wb_flow_add_checklist (WbFlow    *self,
                       GPtrArray *blocks,
                       guint      first)
{
  const guint n = wb_flow_count_checklist (blocks, first);
  const WbBlock *block = get_block (blocks, first);
  Checklist list = { self, self->layout->style };

  list.with_columns = block->type == WB_BLOCK_HEADING || has_columns (block);
  list.node = wb_layout_add_node (self->layout, self->node, list.with_columns ? "Table" : "L");
  set_columns (&list);

  wb_flow_add_gap (self, list.style->gap);
  if (list.with_columns)
    add_header (&list);
  for (guint i = first; i < first + n; i++)
    {
      block = get_block (blocks, i);
      if (block->type == WB_BLOCK_HEADING)
        add_group_title (&list, block);
      else
        add_checks (&list, block);
    }
  wb_flow_add_gap (self, list.style->below_table);

  return n;
}

void
wb_flow_add_signatures (WbFlow        *self,
                        const WbBlock *signatures)
{
  const WbStyle *style = self->layout->style;
  const guint n = signatures->children->len;
  const double size = style->body.size;
  const double gap = n > 1 ? MIN (SIGNATURE_GAP / 10.5 * size, self->width / n * 0.2) : 0;
  const double width = n > 1 ? (self->width - gap * (n - 1)) / n : self->width * 0.46;
  WbPiece *piece;

  if (n == 0)
    return;

  /* Nobody signs on a page that says nothing. */
  if (self->pieces->len > 0)
    ((WbPiece *) g_ptr_array_index (self->pieces, self->pieces->len - 1))->keep_with_next = TRUE;
  wb_flow_add_gap (self, size * SIGNATURE_ROOM);
  piece = wb_flow_add_piece (self, 0);
  for (guint i = 0; i < n; i++)
    {
      const double x = self->left + i * (width + gap);
      g_autofree char *label = wb_block_to_text (g_ptr_array_index (signatures->children, i));
      WbNode *paragraph = wb_layout_add_node (self->layout, self->node, "P");
      WbNode *line = wb_layout_add_node (self->layout, paragraph, "Figure");
      g_autoptr(WbText) text = wb_text_new_plain (self->layout, label, &style->small, x, width, WB_ALIGN_START, paragraph);
      WbMark *mark = wb_piece_add_mark (piece, WB_MARK_BLANK, line);

      line->alt = g_strdup_printf (_("Line to write on: %s"), label);
      mark->x = x;
      mark->width = width;
      wb_text_move (text, 0, G_MAXUINT, piece, size * 0.3);
      piece->height = MAX (piece->height, text->height + size * 0.3);
    }
  wb_flow_add_gap (self, size);
}

void
wb_flow_add_lines (WbFlow *self,
                   guint   n)
{
  const WbStyle *style = self->layout->style;

  for (guint i = 0; i < n; i++)
    {
      WbPiece *piece = wb_flow_add_piece (self, style->write);
      WbNode *node = NULL;
      WbMark *mark;

      /* One word for all of them is enough. */
      if (i == 0)
        {
          node = wb_layout_add_node (self->layout, wb_layout_add_node (self->layout, self->node, "P"), "Figure");
          node->alt = g_strdup (_("Lines to write on"));
        }
      mark = wb_piece_add_mark (piece, WB_MARK_BLANK, node);
      mark->x = self->left;
      mark->y = piece->height - 1;
      mark->width = self->width;
      /* Two lines together, or none. */
      piece->keep_with_next = i == 0 && n > 1;
    }
  wb_flow_add_gap (self, style->gap);
}
