/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-flow-table-private.h"

#include <string.h>

/* Rows that are looked at for the widths of the columns. */
#define MAX_MEASURED_ROWS 400
/* Columns wider than this share of the table are not asked for by a single long word. */
#define MAX_WORD_SHARE 0.4
/* Heads up to this many times their size announce something short. */
#define SHORT_HEAD 2.5

/* The cell that begins in @row and @column; NULL where there is none. */
static const WbBlock *
get_cell (WbFlowTable *self,
          guint        row,
          guint        column)
{
  for (guint i = g_array_index (self->grid->first, guint, row); i < g_array_index (self->grid->first, guint, row + 1); i++)
    {
      const WbGridCell *place = &g_array_index (self->grid->cells, WbGridCell, i);

      if (place->column == column)
        return place->columns == 1 ? place->cell : NULL;
    }

  return NULL;
}

gboolean
wb_flow_table_is_blank (const WbBlock *cell)
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
column_is_numeric (WbFlowTable *self,
                   guint        column)
{
  gboolean any = FALSE;

  for (guint i = self->table->header_rows; i < self->grid->n_rows && i < MAX_MEASURED_ROWS; i++)
    {
      const WbBlock *cell = get_cell (self, i, column);
      g_autofree char *text = cell != NULL ? g_strstrip (wb_block_to_text (cell)) : g_strdup ("");
      guint points = 0;

      if (*text == '\0' || wb_flow_table_is_blank (cell))
        continue;
      for (const char *p = text; *p != '\0'; p++)
        points += *p == '.' && g_ascii_isdigit (p[1]);
      if (!text_is_number (text) || (points == 2 && strlen (text) == strlen ("24.11.2026")))
        return FALSE;
      any = TRUE;
    }

  return any;
}

/* Whether the rows are only counted there: 1, 2, 3 … These are names of the rows, not figures to be compared. */
static gboolean
column_counts_rows (WbFlowTable *self,
                    guint        column)
{
  const guint first = self->table->header_rows;

  for (guint i = first; i < self->grid->n_rows && i < MAX_MEASURED_ROWS; i++)
    {
      const WbBlock *cell = get_cell (self, i, column);
      g_autofree char *text = cell != NULL ? g_strstrip (wb_block_to_text (cell)) : g_strdup ("");
      g_autofree char *number = g_strdup_printf ("%u", i - first + 1);

      if (g_str_has_suffix (text, "."))
        text[strlen (text) - 1] = '\0';
      if (strcmp (text, number) != 0)
        return FALSE;
    }

  return self->grid->n_rows > first + 1;
}

static gboolean
cell_is_empty (const WbBlock *cell)
{
  g_autofree char *text = NULL;

  if (cell == NULL || wb_flow_table_is_blank (cell))
    return TRUE;
  text = g_strstrip (wb_block_to_text (cell));

  return *text == '\0';
}

/* A column of a table below whose head nothing stands is there to be written in. */
static void
find_columns_to_write (WbFlowTable *self)
{
  if (self->table->type != WB_BLOCK_TABLE)
    return;

  for (guint i = 0; i < self->n_columns; i++)
    {
      self->to_write[i] = self->table->children->len > self->table->header_rows;
      for (guint j = self->table->header_rows; j < self->table->children->len && self->to_write[i]; j++)
        self->to_write[i] = cell_is_empty (get_cell (self, j, i));
    }
}

static void
find_aligns (WbFlowTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const GArray *aligns = self->table->aligns;

      self->aligns[i] = aligns != NULL && i < aligns->len ? g_array_index (aligns, WbAlign, i) : WB_ALIGN_START;
      if (self->aligns[i] == WB_ALIGN_START && self->table->type == WB_BLOCK_TABLE &&
          column_is_numeric (self, i) && (i > 0 || !column_counts_rows (self, i)))
        self->aligns[i] = WB_ALIGN_END;
    }
}

/* Bold words are wider than others. */
static gboolean
has_strong (const WbBlock *cell)
{
  for (guint i = 0; i < cell->inlines->len; i++)
    if ((((const WbInline *) g_ptr_array_index (cell->inlines, i))->flags & WB_INLINE_STRONG) != 0)
      return TRUE;

  return FALSE;
}

static void
measure_columns (WbFlowTable *self,
                 double      *natural,
                 double      *minimum)
{
  const double cap = self->flow->width * MAX_WORD_SHARE;

  for (guint i = 0; i < self->table->children->len && i < MAX_MEASURED_ROWS; i++)
    {

      for (guint j = 0; j < self->n_columns; j++)
        {
          WbTextStyle style = i < self->table->header_rows || j < self->n_labels ? *self->head : *self->cell;
          const WbBlock *cell = get_cell (self, i, j);
          g_autofree char *text = NULL;
          double width, word;

          if (cell == NULL || wb_flow_table_is_blank (cell))
            continue;
          text = wb_block_to_text (cell);
          if (has_strong (cell))
            style.weight = MAX (style.weight, PANGO_WEIGHT_BOLD);
          wb_text_measure (self->flow->layout, text, &style, &width, &word);
          /* Soft hyphens make words a little wider than they were measured. */
          natural[j] = MAX (natural[j], width + style.size * 0.15);
          minimum[j] = MAX (minimum[j], MIN (word + style.size * 0.15, cap));
        }
    }
}

/* Shares @room among the columns that want more than they have, all alike until they have enough: so one long text does
 * not take what would keep many short ones on one line. Returns what nobody wanted. */
static double
share_rest (WbFlowTable  *self,
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
find_cap (WbFlowTable  *self,
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

/* Whether a row beside the labels is left open in all columns: then there is something to be written in. */
static gboolean
has_row_to_write (WbFlowTable *self)
{
  for (guint i = self->table->header_rows; i < self->grid->n_rows && i < MAX_MEASURED_ROWS; i++)
    {
      gboolean empty = TRUE;

      for (guint j = self->n_labels; j < self->n_columns && empty; j++)
        empty = cell_is_empty (get_cell (self, i, j));
      if (empty)
        return TRUE;
    }

  return FALSE;
}

/* Everybody gets what the longest word needs; the rest is shared by what more there is to say. */
static void
share_width (WbFlowTable  *self,
             const double *natural,
             const double *minimum)
{
  const double room = MAX (self->flow->width - 2 * self->pad_x * self->n_columns, 1.0);
  const double cap = find_cap (self, minimum, room);
  /* Where something is to be written beside labels, these leave the room to it. */
  const guint first = self->n_labels < self->n_columns && has_row_to_write (self) ? self->n_labels : 0;
  double sum = 0, rest;

  for (guint i = 0; i < self->n_columns; i++)
    {
      self->widths[i] = MIN (minimum[i], cap);
      sum += self->widths[i];
    }

  rest = share_rest (self, natural, room - MIN (sum, room));
  sum = 0;
  for (guint i = first; i < self->n_columns; i++)
    sum += self->widths[i];
  /* A table is as wide as the text, however little it says. */
  for (guint i = first; i < self->n_columns; i++)
    self->widths[i] += sum > 0 ? rest * self->widths[i] / sum : rest / (self->n_columns - first);
  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i] += 2 * self->pad_x;
}

/* Smaller text where the words alone are wider than the page. */
static void
fit_text (WbFlowTable *self,
          double      *natural,
          double      *minimum)
{
  const gboolean is_deck = self->flow->layout->style->is_deck;
  const double floor = is_deck ? 0.81 : 0.76;
  /* Small print is as small as text on a slide may be. */
  const double least = is_deck ? self->flow->layout->style->small.size : MIN_PAPER_SIZE;
  const double room = MAX (self->flow->width - 2 * self->pad_x * self->n_columns, 1.0);
  double sum = 0, scale;

  for (guint i = 0; i < self->n_columns; i++)
    sum += minimum[i];
  if (sum <= room)
    return;

  scale = MAX (room / sum, floor);
  self->cell->size = MAX (self->cell->size * scale, least);
  self->head->size = MAX (self->head->size * scale, least);
  for (guint i = 0; i < self->n_columns; i++)
    {
      natural[i] *= scale;
      minimum[i] *= scale;
    }
}

static void
set_widths (WbFlowTable *self)
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

void
wb_flow_table_plan_columns (WbFlowTable *self)
{
  find_columns_to_write (self);
  find_aligns (self);
  set_widths (self);
}
