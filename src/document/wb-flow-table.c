/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paginator-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows that are looked at for the widths of the columns. */
#define MAX_MEASURED_ROWS 400
/* Columns wider than this share of the table are not asked for by a single long word. */
#define MAX_WORD_SHARE 0.4
/* A row taller than this share of a page is split after all, and a header row above this one is not repeated. */
#define MAX_ROW_SHARE 0.85
#define MAX_HEADER_SHARE 0.3
/* Heads up to this many times their size announce something short. */
#define SHORT_HEAD 2.5
/* A table not taller than this is not split. */
#define SHORT_SHARE 0.22

typedef struct
{
  WbFlow *flow;
  const WbBlock *table;
  guint n_columns;
  double *widths;     /* with padding */
  gboolean *to_write; /* the columns whose cells are left empty, for a pen */
  WbAlign *aligns;
  double pad_x;
  double pad_y;
  WbTextStyle *cell;
  WbTextStyle *head;
  WbNode *node;
  WbPiece *header; /* (nullable) */
} Table;

static double
get_page_room (WbFlow *flow)
{
  return flow->layout->bottom - flow->layout->top;
}

static const WbBlock *
get_cell (const WbBlock *row,
          guint          column)
{
  return column < row->children->len ? g_ptr_array_index (row->children, column) : NULL;
}

static gboolean
is_lone_blank (const WbBlock *cell)
{
  return cell != NULL && cell->inlines->len == 1 &&
         (((WbInline *) g_ptr_array_index (cell->inlines, 0))->flags & WB_INLINE_BLANK) != 0;
}

/* Figures with what usually stands around them: "1.234,5", "12 %", "– 3", "40 €". */
static gboolean
text_is_number (const char *text)
{
  gboolean has_digit = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar ch = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        has_digit = TRUE;
      else if (!g_unichar_isspace (ch) && ch != 0x2013 && ch != 0x2212 && ch != 0x20ac && ch != 0xb1 &&
               (ch >= 0x80 || strchr (".,+-%", (int) ch) == NULL))
        return FALSE;
    }

  return has_digit;
}

/* A column is numeric when each of its cells is a number or empty. Dates are none: they are not compared by size. */
static gboolean
column_is_numeric (const WbBlock *table,
                   guint          column)
{
  gboolean any = FALSE;

  for (guint i = table->header_rows; i < table->children->len && i < MAX_MEASURED_ROWS; i++)
    {
      const WbBlock *cell = get_cell (g_ptr_array_index (table->children, i), column);
      g_autofree char *text = cell != NULL ? g_strstrip (wb_block_to_text (cell)) : g_strdup ("");
      guint points = 0;

      if (*text == '\0' || is_lone_blank (cell))
        continue;
      for (const char *p = text; *p != '\0'; p++)
        points += *p == '.' && g_ascii_isdigit (p[1]);
      if (!text_is_number (text) || (points == 2 && strlen (text) == strlen ("24.11.2026")))
        return FALSE;
      any = TRUE;
    }

  return any;
}

static gboolean
cell_is_empty (const WbBlock *cell)
{
  g_autofree char *text = NULL;

  if (cell == NULL || is_lone_blank (cell))
    return TRUE;
  text = g_strstrip (wb_block_to_text (cell));

  return *text == '\0';
}

/* A column of a table on paper below whose head nothing stands is there to be written in. */
static void
find_columns_to_write (Table *self)
{
  if (self->table->type != WB_BLOCK_TABLE || self->flow->layout->style->is_deck)
    return;

  for (guint i = 0; i < self->n_columns; i++)
    {
      self->to_write[i] = self->table->children->len > self->table->header_rows;
      for (guint j = self->table->header_rows; j < self->table->children->len && self->to_write[i]; j++)
        self->to_write[i] = cell_is_empty (get_cell (g_ptr_array_index (self->table->children, j), i));
    }
}

static void
find_aligns (Table *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const GArray *aligns = self->table->aligns;

      self->aligns[i] = aligns != NULL && i < aligns->len ? g_array_index (aligns, WbAlign, i) : WB_ALIGN_START;
      if (self->aligns[i] == WB_ALIGN_START && self->table->type == WB_BLOCK_TABLE &&
          column_is_numeric (self->table, i))
        self->aligns[i] = WB_ALIGN_END;
    }
}

static void
measure_columns (Table  *self,
                 double *natural,
                 double *minimum)
{
  const double cap = self->flow->width * MAX_WORD_SHARE;

  for (guint i = 0; i < self->table->children->len && i < MAX_MEASURED_ROWS; i++)
    {
      const WbBlock *row = g_ptr_array_index (self->table->children, i);
      const WbTextStyle *style = i < self->table->header_rows ? self->head : self->cell;

      for (guint j = 0; j < self->n_columns; j++)
        {
          const WbBlock *cell = get_cell (row, j);
          g_autofree char *text = NULL;
          double width, word;

          if (cell == NULL || is_lone_blank (cell))
            continue;
          text = wb_block_to_text (cell);
          wb_text_measure (self->flow->layout, text, style, &width, &word);
          /* Soft hyphens make words a little wider than they were measured. */
          natural[j] = MAX (natural[j], width + style->size * 0.15);
          minimum[j] = MAX (minimum[j], MIN (word + style->size * 0.15, cap));
        }
    }
}

/* Shares @room among the columns that want more than they have, all alike until they have enough: so one long text does
 * not take what would keep many short ones on one line. Returns what nobody wanted. */
static double
share_rest (Table        *self,
            const double *natural,
            double        room)
{
  for (guint round = 0; round < self->n_columns && room > 0.01; round++)
    {
      guint n_wanting = 0;
      double each;

      for (guint i = 0; i < self->n_columns; i++)
        n_wanting += natural[i] > self->widths[i];
      if (n_wanting == 0)
        break;

      each = room / n_wanting;
      for (guint i = 0; i < self->n_columns; i++)
        {
          const double given = CLAMP (natural[i] - self->widths[i], 0, each);

          self->widths[i] += given;
          room -= given;
        }
    }

  return MAX (room, 0);
}

/* The most a column may be wide for the sake of one word. Where there is no room for all words, only the longest are
 * broken. */
static double
find_cap (Table        *self,
          const double *minimum,
          double        room)
{
  double low = 0, high = room;

  for (guint round = 0; round < 24; round++)
    {
      const double cap = (low + high) / 2;
      double sum = 0;

      for (guint i = 0; i < self->n_columns; i++)
        sum += MIN (minimum[i], cap);
      if (sum > room)
        high = cap;
      else
        low = cap;
    }

  return low;
}

/* Everybody gets what the longest word needs; the rest is shared by what more there is to say. */
static void
share_width (Table        *self,
             const double *natural,
             const double *minimum)
{
  const double room = MAX (self->flow->width - 2 * self->pad_x * self->n_columns, 1.0);
  const double cap = find_cap (self, minimum, room);
  double sum = 0, rest;

  for (guint i = 0; i < self->n_columns; i++)
    {
      self->widths[i] = MIN (minimum[i], cap);
      sum += self->widths[i];
    }

  rest = share_rest (self, natural, room - MIN (sum, room));
  sum = room - rest;
  for (guint i = 0; i < self->n_columns; i++)
    {
      /* A table is as wide as the text, however little it says. */
      self->widths[i] += sum > 0 ? rest * self->widths[i] / sum : rest / self->n_columns;
      self->widths[i] += 2 * self->pad_x;
    }
}

/* Smaller text where the words alone are wider than the page. */
static void
fit_text (Table  *self,
          double *natural,
          double *minimum)
{
  const double floor = self->flow->layout->style->is_deck ? 0.81 : 0.76;
  const double room = MAX (self->flow->width - 2 * self->pad_x * self->n_columns, 1.0);
  double sum = 0, scale;

  for (guint i = 0; i < self->n_columns; i++)
    sum += minimum[i];
  if (sum <= room)
    return;

  scale = MAX (room / sum, floor);
  self->cell->size *= scale;
  self->head->size *= scale;
  for (guint i = 0; i < self->n_columns; i++)
    {
      natural[i] *= scale;
      minimum[i] *= scale;
    }
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
add_cell_node (Table    *self,
               WbNode   *row_node,
               gboolean  is_header,
               guint     column)
{
  const gboolean is_label = self->table->type == WB_BLOCK_SHEET && column == 0;
  WbNode *node = wb_layout_add_node (self->flow->layout, row_node, is_header || is_label ? "TH" : "TD");

  if (is_header || is_label)
    node->extra.scope = is_label ? WB_SCOPE_ROW : WB_SCOPE_COLUMN;

  return node;
}

/* Breaks the cells of @row into lines; an entry stays NULL where there is nothing to break. */
static WbText **
break_row (Table         *self,
           const WbBlock *row,
           gboolean       is_header)
{
  WbText **texts = g_new0 (WbText *, self->n_columns);
  double x = self->flow->left + self->pad_x;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const WbBlock *cell = get_cell (row, i);
      const gboolean is_label = self->table->type == WB_BLOCK_SHEET && i == 0;

      if (cell != NULL && !is_lone_blank (cell))
        texts[i] = wb_text_new (self->flow->layout, cell->inlines, is_header || is_label ? self->head : self->cell,
                                x, self->widths[i] - 2 * self->pad_x, self->aligns[i], NULL);
      x += self->widths[i];
    }

  return texts;
}

static void
free_texts (WbText **texts,
            guint    n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&texts[i], wb_text_free);
  g_free (texts);
}

/* The height of the lines from @first on, @n at most. */
static double
get_part_height (Table         *self,
                 const WbBlock *row,
                 WbText       **texts,
                 guint          first,
                 guint          n,
                 gboolean       is_header)
{
  double height = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (texts[i] != NULL && texts[i]->marks->len > first)
        height = MAX (height, MIN (texts[i]->marks->len - first, n) * texts[i]->line_height);
      else if (is_lone_blank (get_cell (row, i)))
        height = MAX (height, self->flow->layout->style->write - 2 * self->pad_y);
      if (self->to_write[i] && first == 0 && !is_header)
        height = MAX (height, self->flow->layout->style->write - 2 * self->pad_y);
    }

  return height;
}

/* In a table the cell itself is the place to write in; in a sheet there is a dotted line. */
static void
add_blank (Table         *self,
           const WbBlock *cell,
           WbPiece       *piece,
           guint          column,
           double         x,
           double         bottom,
           WbNode        *node)
{
  const WbInline *run = g_ptr_array_index (cell->inlines, 0);
  WbMark *mark;

  if (self->table->type == WB_BLOCK_TABLE)
    {
      wb_piece_add_mark (piece, WB_MARK_LINE, node);
      return;
    }

  node = wb_layout_add_node (self->flow->layout, node, "Figure");
  node->alt = g_strdup_printf (_("Line to write on: %s"), run->text);
  mark = wb_piece_add_mark (piece, WB_MARK_BLANK, node);
  mark->x = x + self->pad_x;
  mark->y = bottom;
  mark->width = self->widths[column] - 2 * self->pad_x;
}

/* Moves the lines from @first on, @n at most, of all cells into @piece, below @y. Returns the height with padding. */
static double
add_part (Table         *self,
          const WbBlock *row,
          WbText       **texts,
          guint          first,
          guint          n,
          WbPiece       *piece,
          double         y,
          gboolean       is_header)
{
  const double height = get_part_height (self, row, texts, first, n, is_header);
  WbNode *row_node = wb_layout_add_node (self->flow->layout, self->node, "TR");
  double x = self->flow->left;

  for (guint i = 0; i < self->n_columns; i++)
    {
      WbNode *node = add_cell_node (self, row_node, is_header, i);
      const guint before = piece->marks->len;

      /* Heads stand on the line below them. */
      if (texts[i] != NULL)
        wb_text_move (texts[i], first, n, piece,
                      y + self->pad_y + (is_header ? MAX (height - texts[i]->height, 0) : 0));
      else if (first == 0 && is_lone_blank (get_cell (row, i)))
        add_blank (self, get_cell (row, i), piece, i, x, y + self->pad_y + height - 2, node);

      /* An empty cell has its place in the structure, too. */
      if (piece->marks->len == before)
        wb_piece_add_mark (piece, WB_MARK_LINE, node);
      for (guint j = before; j < piece->marks->len; j++)
        {
          WbMark *mark = g_ptr_array_index (piece->marks, j);

          if (mark->type == WB_MARK_LINE)
            mark->node = node;
        }
      x += self->widths[i];
    }

  return height + 2 * self->pad_y;
}

static guint
count_lines (Table   *self,
             WbText **texts)
{
  guint n = 1;

  for (guint i = 0; i < self->n_columns; i++)
    if (texts[i] != NULL)
      n = MAX (n, texts[i]->marks->len);

  return n;
}

/* How many lines a part of a row may have: all of them, unless that is more than a page holds. */
static guint
get_lines_per_part (Table *self,
                    guint  n_lines)
{
  const double line = MAX (self->cell->size * self->cell->leading, self->head->size * self->head->leading);
  const double room = get_page_room (self->flow) * MAX_ROW_SHARE - 2 * self->pad_y;

  return n_lines * line <= room ? n_lines : MAX ((guint) (room / line), 1);
}

static void
add_row (Table         *self,
         const WbBlock *row,
         gboolean       is_header)
{
  const WbStyle *style = self->flow->layout->style;
  WbText **texts = break_row (self, row, is_header);
  const guint n_lines = count_lines (self, texts);
  const guint per_part = get_lines_per_part (self, n_lines);

  for (guint first = 0; first < n_lines; first += per_part)
    {
      WbPiece *piece = wb_flow_add_piece (self->flow, 0);

      piece->height = add_part (self, row, texts, first, per_part, piece, 0, is_header);
      piece->repeat = self->header;
      if (first + per_part >= n_lines)
        add_row_rule (piece, self->flow, piece->height, style->rule, &wb_color_rule);
    }

  free_texts (texts, self->n_columns);
}

/* All header rows in one piece, which can be drawn again on the next page. FALSE when they are too tall for that. */
static gboolean
add_header (Table *self)
{
  const WbStyle *style = self->flow->layout->style;
  const guint n_rows = MIN (self->table->header_rows, self->table->children->len);
  g_autofree WbText ***texts = g_new0 (WbText **, n_rows + 1);
  double height = 0;
  gboolean fits;

  for (guint i = 0; i < n_rows; i++)
    {
      const WbBlock *row = g_ptr_array_index (self->table->children, i);

      texts[i] = break_row (self, row, TRUE);
      height += get_part_height (self, row, texts[i], 0, G_MAXUINT, TRUE) + 2 * self->pad_y;
    }

  fits = n_rows > 0 && height <= get_page_room (self->flow) * MAX_HEADER_SHARE;
  if (fits)
    {
      WbPiece *piece = wb_flow_add_piece (self->flow, 0);

      for (guint i = 0; i < n_rows; i++)
        piece->height += add_part (self, g_ptr_array_index (self->table->children, i), texts[i], 0, G_MAXUINT,
                                   piece, piece->height, TRUE);
      add_row_rule (piece, self->flow, piece->height, style->rule * 1.8, &wb_color_text);
      piece->keep_with_next = TRUE;
      self->header = piece;
    }

  for (guint i = 0; i < n_rows; i++)
    free_texts (texts[i], self->n_columns);

  return fits;
}

/* A short table stays on one page; of a long one neither the first nor the last row stands alone. */
static void
keep_rows (Table *self,
           guint  first)
{
  GPtrArray *pieces = self->flow->pieces;
  const double limit = get_page_room (self->flow) * SHORT_SHARE;
  double height = 0;

  for (guint i = first; i < pieces->len; i++)
    height += ((WbPiece *) g_ptr_array_index (pieces, i))->height;

  for (guint i = first; i + 1 < pieces->len; i++)
    if (height <= limit || i == first || i + 2 == pieces->len)
      ((WbPiece *) g_ptr_array_index (pieces, i))->keep_with_next = TRUE;
}

static void
add_rows (Table *self)
{
  const gboolean has_header = add_header (self);
  const guint n_header = MIN (self->table->header_rows, self->table->children->len);
  const guint first = has_header ? n_header : 0;
  const guint before = self->flow->pieces->len;

  for (guint i = first; i < self->table->children->len; i++)
    add_row (self, g_ptr_array_index (self->table->children, i), i < n_header);

  keep_rows (self, before);
}

static guint
count_columns (const WbBlock *table)
{
  guint n = 0;

  for (guint i = 0; i < table->children->len; i++)
    n = MAX (n, ((WbBlock *) g_ptr_array_index (table->children, i))->children->len);

  return n;
}

static void
set_styles (Table *self)
{
  const WbStyle *style = self->flow->layout->style;
  WbTextStyle *copies = g_new (WbTextStyle, 2);

  /* Lines point to their style, so it has to live as long as the layout. */
  g_ptr_array_add (self->flow->layout->styles, copies);
  self->cell = &copies[0];
  self->head = &copies[1];
  *self->cell = style->cell;
  *self->head = style->head;
  if (self->table->type == WB_BLOCK_SHEET)
    {
      self->cell->tabular = FALSE;
      self->head->size = style->cell.size;
      self->head->leading = style->cell.leading;
      self->head->min_letters = 14;
    }
}

static void
set_widths (Table *self)
{
  g_autofree double *natural = g_new0 (double, self->n_columns);
  g_autofree double *minimum = g_new0 (double, self->n_columns);

  measure_columns (self, natural, minimum);
  fit_text (self, natural, minimum);

  /* A hand needs room, however little is printed; less where the head is as short as "Nr.". */
  for (guint i = 0; i < self->n_columns; i++)
    if (self->to_write[i])
      natural[i] = MAX (natural[i], self->flow->width / self->n_columns *
                                    (natural[i] < SHORT_HEAD * self->head->size ? 0.5 : 1));

  /* Labels stand in a narrow column of their own, however little the values say. */
  if (self->table->type == WB_BLOCK_SHEET && self->n_columns == 2)
    {
      const double label = MIN (natural[0] + 2 * self->pad_x, self->flow->width * 0.32);

      self->widths[0] = MAX (label, self->flow->width * 0.22);
      self->widths[1] = self->flow->width - self->widths[0];
      return;
    }

  share_width (self, natural, minimum);
}

static void
run_table (WbFlow        *flow,
           const WbBlock *block)
{
  const WbStyle *style = flow->layout->style;
  Table self = { flow, block, count_columns (block) };

  if (self.n_columns == 0)
    return;

  self.pad_x = MIN (style->pad_x, flow->width / self.n_columns * 0.07);
  self.pad_y = style->pad_y;
  self.widths = g_new0 (double, self.n_columns);
  self.to_write = g_new0 (gboolean, self.n_columns);
  self.aligns = g_new0 (WbAlign, self.n_columns);
  self.node = wb_layout_add_node (flow->layout, flow->node, "Table");
  set_styles (&self);
  find_columns_to_write (&self);
  find_aligns (&self);
  set_widths (&self);

  wb_flow_add_gap (flow, style->gap);
  add_rows (&self);
  wb_flow_add_gap (flow, style->gap * 1.6);

  g_free (self.widths);
  g_free (self.to_write);
  g_free (self.aligns);
}

void
wb_flow_add_table (WbFlow        *self,
                   const WbBlock *table)
{
  run_table (self, table);
}

void
wb_flow_add_sheet (WbFlow        *self,
                   const WbBlock *sheet)
{
  const WbStyle *style = self->layout->style;
  const guint first = self->pieces->len;
  WbPiece *piece;

  run_table (self, sheet);

  /* A rule above the first row as below each. */
  if (self->pieces->len > first)
    {
      piece = g_ptr_array_index (self->pieces, first);
      add_row_rule (piece, self, 0, style->rule, &wb_color_rule);
    }
}
