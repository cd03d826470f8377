/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-flow-table-private.h"

#include <glib/gi18n-lib.h>

/* A row taller than this share of a page is split after all, and a header row above this one is not repeated. */
#define MAX_ROW_SHARE 0.85
#define MAX_HEADER_SHARE 0.3
/* A table not taller than this is not split. */
#define SHORT_SHARE 0.22
/* Nor is a record that is set as a sheet: a card, a row of a table with many columns. */
#define SHORT_SHEET_SHARE 0.5
/* Rows that one cell holds together at most; what reaches further goes on in empty cells. */
#define MAX_JOINED_ROWS 12
/* A table of so many columns whose words do not fit even so is turned: its rows become columns, so many side by side. One of more
 * rows than that stays as it is, since it would become as many tables. */
#define MIN_TURNED_COLUMNS 7
#define TURNED_ABREAST 4
#define MAX_TURNED_ROWS 12

/* Of a table with more rows than this, those that are laid out are put on their pages before all are. */
#define MAX_WAITING_ROWS 64

/* Of a slide, what rows to write in take at most; and how much taller than usual they get. */
#define WRITE_SHARE 0.9
#define MAX_WRITE 1.7

/* A cell while its row is laid out. */
typedef struct
{
  const WbGridCell *place;
  guint rows;
  double x;
  double width;
  WbText *text; /* (nullable); owned */
} Cell;

static double
get_page_room (WbFlow *flow)
{
  return flow->layout->bottom - flow->layout->top;
}

/* A line across the table at @y of @piece. */
static void
add_row_rule (WbPiece       *piece,
              WbFlow        *flow,
              double         y,
              double         thickness,
              const WbColor *color)
{
  WbMark *mark = wb_piece_add_mark (piece, WB_MARK_RULE, NULL);

  mark->x = flow->left;
  mark->y = y;
  mark->width = flow->width;
  mark->height = thickness;
  mark->color = color;
}

static WbNode *
add_cell_node (WbFlowTable *self,
               WbNode      *row_node,
               gboolean     is_header,
               const Cell  *cell)
{
  const gboolean is_label = cell->place->column < self->n_labels;
  WbNode *node = wb_layout_add_node (self->flow->layout, row_node, is_header || is_label ? "TH" : "TD");

  if (is_header || is_label)
    node->extra.scope = is_header ? WB_SCOPE_COLUMN : WB_SCOPE_ROW;
  node->extra.columns = cell->place->columns;
  node->extra.rows = cell->rows;

  return node;
}

static void
cell_clear (gpointer data)
{
  g_clear_pointer (&((Cell *) data)->text, wb_text_free);
}

/* Breaks the cells of the rows from @first to @end into lines; a text stays NULL where there is nothing to break. */
static GArray *
break_rows (WbFlowTable *self,
            guint        first,
            guint        end,
            gboolean     is_header)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (Cell));

  g_array_set_clear_func (cells, cell_clear);
  for (guint i = g_array_index (self->grid->first, guint, first); i < g_array_index (self->grid->first, guint, end); i++)
    {
      const WbGridCell *place = &g_array_index (self->grid->cells, WbGridCell, i);
      const gboolean is_head = is_header || place->column < self->n_labels;
      Cell cell = { place, MIN (place->rows, end - place->row), self->flow->left };

      for (guint j = 0; j < place->column + place->columns; j++)
        *(j < place->column ? &cell.x : &cell.width) += self->widths[j];
      if (place->cell->inlines->len > 0 && !wb_flow_table_is_blank (place->cell))
        cell.text = wb_text_new (self->flow->layout, place->cell->inlines, is_head ? self->head : self->cell,
                                 cell.x + self->pad_x, cell.width - 2 * self->pad_x, self->aligns[place->column], NULL);
      g_array_append_val (cells, cell);
    }

  return cells;
}

/* The height that @cell needs for its lines from @first on, @n at most. */
static double
get_cell_height (WbFlowTable *self,
                 const Cell  *cell,
                 guint        first,
                 guint        n,
                 gboolean     is_header)
{
  const double write = self->write - 2 * self->pad_y;
  double height = 0;

  if (cell->text != NULL && cell->text->marks->len > first)
    height = MIN (cell->text->marks->len - first, n) * cell->text->line_height;
  else if (wb_flow_table_is_blank (cell->place->cell))
    height = write;
  if (self->to_write[cell->place->column] && first == 0 && !is_header)
    height = MAX (height, write);

  return height;
}

/* The heights of the rows from @first_row on, without padding. What reaches over several makes the last of them taller. */
static double *
get_row_heights (WbFlowTable *self,
                 GArray      *cells,
                 guint        first_row,
                 guint        n_rows,
                 guint        first,
                 guint        n,
                 gboolean     is_header)
{
  double *heights = g_new0 (double, n_rows);

  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      double *height = &heights[cell->place->row - first_row];

      if (cell->rows == 1)
        *height = MAX (*height, get_cell_height (self, cell, first, n, is_header));
    }

  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      double have = (cell->rows - 1) * 2 * self->pad_y;
      double *last = &heights[cell->place->row - first_row + cell->rows - 1];

      if (cell->rows == 1)
        continue;
      for (guint j = 0; j < cell->rows; j++)
        have += heights[cell->place->row - first_row + j];
      *last += MAX (get_cell_height (self, cell, first, n, is_header) - have, 0);
    }

  return heights;
}

/* In a table the cell itself is the place to write in; in a sheet there is a line. */
static void
add_blank (WbFlowTable *self,
           const Cell  *cell,
           WbPiece     *piece,
           double       bottom,
           WbNode      *node)
{
  const WbInline *run = g_ptr_array_index (cell->place->cell->inlines, 0);
  WbMark *mark;

  if (self->table->type == WB_BLOCK_TABLE)
    {
      wb_piece_add_mark (piece, WB_MARK_LINE, node);
      return;
    }

  node = wb_layout_add_node (self->flow->layout, node, "Figure");
  node->alt = g_strdup_printf (_("Line to write on: %s"), run->text);
  mark = wb_piece_add_mark (piece, WB_MARK_BLANK, node);
  mark->x = cell->x + self->pad_x;
  mark->y = bottom;
  mark->width = cell->width - 2 * self->pad_x;
}

/* Puts the lines of @cell from @first on, @n at most, into @piece, into a place @height high. */
static void
fill_cell (WbFlowTable *self,
           Cell        *cell,
           guint        first,
           guint        n,
           WbPiece     *piece,
           double       y,
           double       height,
           gboolean     is_header,
           WbNode      *node)
{
  const guint before = piece->marks->len;

  /* Heads stand on the line below them. */
  if (cell->text != NULL)
    wb_text_move (cell->text, first, n, piece,
                  y + self->pad_y + (is_header ? MAX (height - cell->text->height, 0) : 0));
  else if (first == 0 && wb_flow_table_is_blank (cell->place->cell))
    add_blank (self, cell, piece, y + self->pad_y + height - 2, node);

  /* An empty cell has its place in the structure, too. */
  if (piece->marks->len == before)
    wb_piece_add_mark (piece, WB_MARK_LINE, node);
  for (guint j = before; j < piece->marks->len; j++)
    {
      WbMark *mark = g_ptr_array_index (piece->marks, j);

      if (mark->type == WB_MARK_LINE)
        mark->node = node;
    }
}

/* A thin line below a cell that ends before the last of the rows that are joined. */
static void
add_inner_rule (WbFlowTable *self,
                const Cell  *cell,
                WbPiece     *piece,
                double       y)
{
  const WbStyle *style = self->flow->layout->style;
  WbMark *mark = wb_piece_add_mark (piece, WB_MARK_RULE, NULL);

  mark->x = cell->x;
  mark->y = y;
  mark->width = cell->width;
  mark->height = style->rule;
  mark->color = &wb_color_rule;
}

/* Moves the lines from @first on, @n at most, of all @cells of @n_rows rows into @piece. Returns the height. */
static double
fill_rows (WbFlowTable *self,
           GArray      *cells,
           guint        first_row,
           guint        n_rows,
           guint        first,
           guint        n,
           WbPiece     *piece,
           gboolean     is_header)
{
  g_autofree double *heights = get_row_heights (self, cells, first_row, n_rows, first, n, is_header);
  double y = 0;
  guint next = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      WbNode *row_node = wb_layout_add_node (self->flow->layout, self->node, "TR");

      for (; next < cells->len && g_array_index (cells, Cell, next).place->row == first_row + i; next++)
        {
          Cell *cell = &g_array_index (cells, Cell, next);
          double height = heights[i];

          for (guint j = 1; j < cell->rows; j++)
            height += heights[i + j] + 2 * self->pad_y;
          fill_cell (self, cell, first, n, piece, y, height, is_header,
                     add_cell_node (self, row_node, is_header, cell));
          if (i + cell->rows < n_rows)
            add_inner_rule (self, cell, piece, y + height + 2 * self->pad_y);
        }
      y += heights[i] + 2 * self->pad_y;
    }

  return y;
}

static guint
count_lines (GArray *cells)
{
  guint n = 1;

  for (guint i = 0; i < cells->len; i++)
    {
      const WbText *text = g_array_index (cells, Cell, i).text;

      n = MAX (n, text != NULL ? text->marks->len : 0);
    }

  return n;
}

/* How many lines a part of a row may have: all of them, unless that is more than a page holds. */
static guint
get_lines_per_part (WbFlowTable *self,
                    guint        n_lines)
{
  const double line = MAX (self->cell->size * self->cell->leading, self->head->size * self->head->leading);
  const double room = get_page_room (self->flow) * MAX_ROW_SHARE - 2 * self->pad_y;

  return n_lines * line <= room ? n_lines : MAX ((guint) (room / line), 1);
}

/* Lines between the columns, down all of @piece. */
static void
add_column_rules (WbFlowTable *self,
                  WbPiece     *piece)
{
  double x = self->flow->left;

  for (guint i = 0; self->ruled && i + 1 < self->n_columns; i++)
    {
      WbMark *mark = wb_piece_add_mark (piece, WB_MARK_FILL, NULL);

      x += self->widths[i];
      mark->x = x;
      mark->width = self->flow->layout->style->rule;
      mark->height = piece->height;
      mark->color = &wb_color_rule;
    }
}

/* A row, or several that a cell holds together. */
static void
add_rows_together (WbFlowTable *self,
                   guint        first_row,
                   guint        n_rows,
                   gboolean     is_header)
{
  const WbStyle *style = self->flow->layout->style;
  g_autoptr(GArray) cells = break_rows (self, first_row, first_row + n_rows, is_header);
  const guint n_lines = count_lines (cells);
  const guint per_part = n_rows == 1 ? get_lines_per_part (self, n_lines) : n_lines;

  for (guint first = 0; first < n_lines; first += per_part)
    {
      WbPiece *piece = wb_flow_add_piece (self->flow, 0);

      piece->height = fill_rows (self, cells, first_row, n_rows, first, per_part, piece, is_header);
      piece->repeat = self->header;
      add_column_rules (self, piece);
      if (first + per_part >= n_lines)
        add_row_rule (piece, self->flow, piece->height, style->rule, &wb_color_rule);
    }
}

/* All header rows in one piece, which can be drawn again on the next page. FALSE when they are too tall for that. */
static gboolean
add_header (WbFlowTable *self,
            guint        n_rows)
{
  const WbStyle *style = self->flow->layout->style;
  g_autoptr(GArray) cells = NULL;
  g_autofree double *heights = NULL;
  double height = 0;
  WbPiece *piece;

  if (n_rows == 0 || n_rows > MAX_JOINED_ROWS)
    return FALSE;

  cells = break_rows (self, 0, n_rows, TRUE);
  heights = get_row_heights (self, cells, 0, n_rows, 0, G_MAXUINT, TRUE);
  for (guint i = 0; i < n_rows; i++)
    height += heights[i] + 2 * self->pad_y;
  if (height > get_page_room (self->flow) * MAX_HEADER_SHARE)
    return FALSE;

  piece = wb_flow_add_piece (self->flow, 0);
  piece->height = fill_rows (self, cells, 0, n_rows, 0, G_MAXUINT, piece, TRUE);
  add_column_rules (self, piece);
  add_row_rule (piece, self->flow, piece->height, style->rule * 1.8, &wb_color_text);
  piece->keep_with_next = TRUE;
  /* Not even above a row that is taller than the rest of the page. */
  piece->announces = TRUE;
  self->header = piece;
  piece->lasting = TRUE;

  return TRUE;
}

/* A short table stays on one page; of a long one neither the first nor the last row stands alone. */
static void
keep_rows (WbFlowTable *self,
           guint        first)
{
  GPtrArray *pieces = self->flow->pieces;
  const double limit = get_page_room (self->flow) * (self->table->type == WB_BLOCK_SHEET ? SHORT_SHEET_SHARE : SHORT_SHARE);
  double height = 0;

  for (guint i = first; i < pieces->len; i++)
    height += ((WbPiece *) g_ptr_array_index (pieces, i))->height;

  for (guint i = first; i + 1 < pieces->len; i++)
    if (height <= limit || i == first || i + 2 == pieces->len)
      ((WbPiece *) g_ptr_array_index (pieces, i))->keep_with_next = TRUE;
}

/* The end of the rows from @first on that cells hold together. */
static guint
find_joined_end (WbFlowTable *self,
                 guint        first)
{
  guint end = first + 1;

  for (guint row = first; row < end; row++)
    for (guint i = g_array_index (self->grid->first, guint, row); i < g_array_index (self->grid->first, guint, row + 1); i++)
      end = MAX (end, row + g_array_index (self->grid->cells, WbGridCell, i).rows);

  return end;
}

/* Whether rows that cells hold together are taller than a page may be. */
static gboolean
has_tall_group (WbFlowTable *self)
{
  const double limit = get_page_room (self->flow) * MAX_ROW_SHARE;

  for (guint row = 0, end; row < self->grid->n_rows; row = end)
    {
      g_autoptr(GArray) cells = NULL;
      g_autofree double *heights = NULL;
      double height = 0;

      end = find_joined_end (self, row);
      if (end - row == 1)
        continue;
      cells = break_rows (self, row, end, FALSE);
      heights = get_row_heights (self, cells, row, end - row, 0, G_MAXUINT, FALSE);
      for (guint i = 0; i < end - row; i++)
        height += heights[i] + 2 * self->pad_y;
      if (height > limit)
        return TRUE;
    }

  return FALSE;
}

/* Whether nothing around the table has to wait for the whole of it. */
static gboolean
can_settle (const WbFlowTable *self)
{
  const WbFlow *flow = self->flow;

  return flow->settle != NULL && flow->node == flow->layout->root && flow->frame == NULL && self->table->type == WB_BLOCK_TABLE;
}

/* The rows of a long table need not wait in memory for those below: all but the last two, which are to stay together, go on their
 * pages. @first: of its pieces; FALSE @again: it stays with the one behind it. */
static void
settle_rows (WbFlowTable *self,
             guint        first,
             gboolean     again)
{
  GPtrArray *pieces = self->flow->pieces;
  WbPiece *last_but_one = g_ptr_array_index (pieces, pieces->len - 2);

  if (!again)
    ((WbPiece *) g_ptr_array_index (pieces, first))->keep_with_next = TRUE;
  last_but_one->keep_with_next = TRUE;
  self->flow->settle (self->flow, self->flow->settle_data);
  last_but_one->keep_with_next = FALSE;
}

static void
add_rows (WbFlowTable *self)
{
  const guint n_rows = self->grid->n_rows;
  const guint n_header = MIN (self->table->header_rows, n_rows);
  const gboolean has_header = add_header (self, n_header);
  guint before = self->flow->pieces->len;
  guint row = has_header ? n_header : 0;
  gboolean settled = FALSE;

  while (row < n_rows && !g_cancellable_is_cancelled (self->flow->layout->cancellable))
    {
      const guint end = find_joined_end (self, row);

      add_rows_together (self, row, end - row, row < n_header);
      row = end;
      if (self->flow->pieces->len - before > MAX_WAITING_ROWS && can_settle (self))
        {
          settle_rows (self, before, settled);
          settled = TRUE;
          before = 0;
        }
    }

  if (!settled)
    keep_rows (self, before);
  else if (self->flow->pieces->len > 1)
    ((WbPiece *) g_ptr_array_index (self->flow->pieces, self->flow->pieces->len - 2))->keep_with_next = TRUE;
}

static void
set_styles (WbFlowTable *self)
{
  const WbStyle *style = self->flow->layout->style;
  WbTextStyle *copies = g_new (WbTextStyle, 2);

  /* Lines point to their style, so it has to live as long as the layout. */
  g_ptr_array_add (self->flow->layout->styles, copies);
  self->cell = &copies[0];
  self->head = &copies[1];
  *self->cell = style->cell;
  *self->head = style->head;
  if (self->table->type == WB_BLOCK_TABLE && self->n_labels > 0)
    self->head->size = style->cell.size;
  if (self->table->type == WB_BLOCK_SHEET)
    {
      self->cell->tabular = FALSE;
      self->head->size = style->cell.size;
      self->head->leading = style->cell.leading;
      self->head->min_letters = 14;
    }
}

/* Rows to write in share the slide that their table has for itself. */
static double
get_write_height (WbFlowTable *self)
{
  const WbStyle *style = self->flow->layout->style;
  const guint n_header = MIN (self->table->header_rows, self->grid->n_rows);
  const guint n_rows = self->grid->n_rows - n_header;
  double room;

  if (!style->is_deck || !self->flow->alone || n_rows == 0)
    return style->write;

  room = wb_flow_get_room_left (self->flow) - style->gap - n_header * (self->head->size * self->head->leading + 2 * self->pad_y);

  return CLAMP (room * WRITE_SHARE / n_rows, style->write, style->write * MAX_WRITE);
}

static void
run_table (WbFlow        *flow,
           const WbBlock *block,
           gboolean       ruled)
{
  const WbStyle *style = flow->layout->style;
  g_autoptr(WbTableGrid) grid = wb_table_grid_new_limited (block, MAX_JOINED_ROWS);
  WbFlowTable self = { flow, block, grid, grid->n_columns };

  if (self.n_columns == 0)
    return;
  self.n_labels = block->type == WB_BLOCK_TABLE ? MIN (block->header_columns, self.n_columns - 1) : 1;

  self.ruled = ruled;
  self.pad_x = MIN (style->pad_x, flow->width / self.n_columns * 0.07);
  self.pad_y = style->pad_y;
  self.widths = g_new0 (double, self.n_columns);
  self.to_write = g_new0 (gboolean, self.n_columns);
  self.aligns = g_new0 (WbAlign, self.n_columns);
  self.node = wb_layout_add_node (flow->layout, flow->node, "Table");
  set_styles (&self);
  self.write = get_write_height (&self);
  wb_flow_table_plan_columns (&self);

  wb_flow_add_gap (flow, style->gap);
  if (grid->has_spans && has_tall_group (&self))
    {
      g_clear_pointer (&grid, wb_table_grid_free);
      self.grid = grid = wb_table_grid_new_limited (block, 1);
    }
  add_rows (&self);
  wb_flow_add_gap (flow, style->below_table);

  g_free (self.widths);
  g_free (self.to_write);
  g_free (self.aligns);
}

/* Whether the longest words of all columns are wider than the page even in the smallest text. */
static gboolean
is_too_wide (WbFlow        *flow,
             const WbBlock *table,
             guint          n_columns)
{
  const WbStyle *style = flow->layout->style;
  const double room = flow->width - 2 * MIN (style->pad_x, flow->width / n_columns * 0.07) * n_columns;
  double sum = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      double longest = 0;

      for (guint j = 0; j < table->children->len; j++)
        {
          const WbBlock *row = g_ptr_array_index (table->children, j);
          const WbTextStyle *text_style = j < table->header_rows ? &style->head : &style->cell;
          g_autofree char *text = i < row->children->len ? wb_block_to_text (g_ptr_array_index (row->children, i)) : NULL;
          double natural, word;

          if (text == NULL)
            continue;
          wb_text_measure (flow->layout, text, text_style, &natural, &word);
          longest = MAX (longest, word * MIN_PAPER_SIZE / text_style->size);
        }
      sum += longest;
    }

  return sum > room;
}

static gboolean
is_to_be_turned (WbFlow        *flow,
                 const WbBlock *table)
{
  const guint n_rows = table->children->len;
  const WbBlock *head = n_rows > 0 ? g_ptr_array_index (table->children, 0) : NULL;
  guint n_columns = 0;

  if (flow->layout->style->is_deck || table->header_rows != 1 || n_rows < 2 || n_rows - 1 > MAX_TURNED_ROWS)
    return FALSE;

  for (guint i = 0; i < n_rows; i++)
    {
      const WbBlock *row = g_ptr_array_index (table->children, i);

      n_columns = MAX (n_columns, row->children->len);
      for (guint j = 0; j < row->children->len; j++)
        {
          const WbBlock *cell = g_ptr_array_index (row->children, j);

          if (cell->columns > 1 || cell->rows > 1)
            return FALSE;
        }
    }

  return n_columns >= MIN_TURNED_COLUMNS && n_columns == head->children->len && is_too_wide (flow, table, n_columns);
}

/* The rows from @first on, @n of them, as columns beside the head of @table. The cells are those of @table. */
static WbBlock *
create_turned (const WbBlock *table,
               guint          first,
               guint          n)
{
  const WbBlock *head = g_ptr_array_index (table->children, 0);
  WbBlock *turned = wb_block_new (WB_BLOCK_TABLE);

  turned->header_rows = 1;
  turned->header_columns = 1;
  for (guint i = 0; i < head->children->len; i++)
    {
      WbBlock *row = wb_block_append (turned, wb_block_new (WB_BLOCK_ROW));

      wb_block_append (row, wb_block_ref (g_ptr_array_index (head->children, i)));
      for (guint j = first; j < first + n; j++)
        {
          const WbBlock *source = g_ptr_array_index (table->children, j);

          if (i < source->children->len)
            wb_block_append (row, wb_block_ref (g_ptr_array_index (source->children, i)));
          else
            wb_block_append (row, wb_block_new (WB_BLOCK_CELL));
        }
    }

  return turned;
}

void
wb_flow_add_table (WbFlow        *self,
                   const WbBlock *table)
{
  if (!is_to_be_turned (self, table))
    {
      run_table (self, table, FALSE);
      return;
    }

  for (guint row = 1; row < table->children->len; row += TURNED_ABREAST)
    {
      g_autoptr(WbBlock) turned = create_turned (table, row, MIN (TURNED_ABREAST, table->children->len - row));

      run_table (self, turned, TRUE);
    }
}

void
wb_flow_add_sheet (WbFlow        *self,
                   const WbBlock *sheet)
{
  const WbStyle *style = self->layout->style;
  const guint first = self->pieces->len;
  WbPiece *piece;

  run_table (self, sheet, FALSE);

  /* A rule above the first row as below each. */
  if (self->pieces->len > first)
    {
      piece = g_ptr_array_index (self->pieces, first);
      add_row_rule (piece, self, 0, style->rule, &wb_color_rule);
    }
}
