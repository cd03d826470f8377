/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-odf-flow.h"

#include "wb-odf-value.h"
#include "wb-table-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BOX_OPEN "☐"
#define BOX_DONE "☑"
/* Letters after which a cell counts as full, so that one long text does not starve the other columns. */
#define MAX_LETTERS 60
#define MIN_LETTERS 6
#define MAX_MEASURED_CELLS 2000
/* Words longer than this may be hyphenated. */
#define MAX_WORD 18
/* How wide a letter is of the height of the text, bold, and what is left and right of it in a cell, in points. */
#define LETTER_WIDTH 0.57
#define CELL_SIZE 10.0
#define CELL_PADDING 10.0
#define DECK_PADDING 14.0

#define CELL "fo:padding=4pt;fo:border-left=none;fo:border-right=none;fo:border-top=none;"

/* Looks of cells; slides take borders from elsewhere. */
static const char cell_plain[] = CELL "fo:border-bottom=0.6pt solid #b8b8ba";
static const char cell_head[] = CELL "style:vertical-align=bottom;fo:border-bottom=1.1pt solid #1c1c1e";
static const char cell_group[] = CELL "fo:background-color=#e3edf9;fo:border-bottom=0.6pt solid #b8b8ba";

/* How much room each column wants, in letters: between its longest cell and the mean. */
static double *
measure_columns (const WbTableGrid *grid)
{
  g_autofree double *sums = g_new0 (double, grid->n_columns);
  g_autofree guint *counts = g_new0 (guint, grid->n_columns);
  double *weights = g_new0 (double, grid->n_columns);

  for (guint i = 0; i < grid->cells->len && i < MAX_MEASURED_CELLS; i++)
    {
      const WbGridCell *placed = &g_array_index (grid->cells, WbGridCell, i);
      g_autofree char *text = wb_block_to_text (placed->cell);
      g_autofree char *valid = g_utf8_make_valid (text, -1);
      const double letters = MIN (g_utf8_strlen (valid, -1), MAX_LETTERS) / placed->columns;

      for (guint j = placed->column; j < placed->column + placed->columns; j++)
        {
          sums[j] += letters;
          counts[j]++;
          weights[j] = MAX (weights[j], letters);
        }
    }
  for (guint i = 0; i < grid->n_columns; i++)
    weights[i] = MAX (MIN_LETTERS, (weights[i] + sums[i] / MAX (counts[i], 1)) / 2);

  return weights;
}

/* The longest word of @text that is not to be broken, in letters. */
static guint
measure_word (const char *text)
{
  guint longest = 0, letters = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar letter = g_utf8_get_char (at);

      letters = g_unichar_isspace (letter) ? 0 : letters + 1;
      longest = MAX (longest, letters);
      /* Words may be broken behind these. */
      if (letter == '-' || letter == '/')
        letters = 0;
    }

  return MIN (longest, MAX_WORD);
}

/* How wide each column must be, in points, so that its words need not be broken. */
static double *
measure_words (const WbOdfFlow   *self,
               const WbTableGrid *grid)
{
  const double size = self->is_deck ? wb_odf_get_deck_size (WB_ODF_CELL) * self->scale : CELL_SIZE;
  const double padding = self->is_deck ? DECK_PADDING : CELL_PADDING;
  double *least = g_new0 (double, grid->n_columns);

  for (guint i = 0; i < grid->cells->len && i < MAX_MEASURED_CELLS; i++)
    {
      const WbGridCell *placed = &g_array_index (grid->cells, WbGridCell, i);
      g_autofree char *text = wb_block_to_text (placed->cell);
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      if (placed->columns == 1)
        least[placed->column] = MAX (least[placed->column], measure_word (valid) * LETTER_WIDTH * size + padding);
    }

  return least;
}

/* Makes widths in points out of @weights; who would have to break words gets room from the others. */
static void
share_width (const WbOdfFlow   *self,
             const WbTableGrid *grid,
             double            *weights)
{
  g_autofree double *least = measure_words (self, grid);
  g_autofree gboolean *fixed = g_new0 (gboolean, grid->n_columns);
  gboolean changed = TRUE;
  double needed = 0, rest = self->width, sum = 0;

  for (guint i = 0; i < grid->n_columns; i++)
    needed += least[i];
  while (changed && needed < self->width)
    {
      changed = FALSE;
      rest = self->width;
      sum = 0;
      for (guint i = 0; i < grid->n_columns; i++)
        {
          rest -= fixed[i] ? least[i] : 0;
          sum += fixed[i] ? 0 : weights[i];
        }
      for (guint i = 0; i < grid->n_columns; i++)
        if (!fixed[i] && rest * weights[i] / sum < least[i])
          changed = fixed[i] = TRUE;
    }
  for (guint i = 0; i < grid->n_columns; i++)
    weights[i] = needed >= self->width || fixed[i] ? least[i] : rest * weights[i] / sum;
}

static void
write_column (WbOdfFlow *self,
              double     width)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *properties = g_strdup_printf ("style:column-width=%spt;style:rel-column-width=%u*",
                                                 g_ascii_formatd (number, sizeof number, "%.2f", width),
                                                 MAX (1, (guint) (width * 20)));
  const WbOdfStyle style = { NULL, "table-column", NULL, NULL, properties };

  wb_odf_xml_begin (self->xml, "table:table-column");
  wb_odf_xml_attribute (self->xml, "table:style-name", wb_odf_styles_get (self->styles, &style));
  wb_odf_xml_end (self->xml);
}

/* @header_rows, @header_columns: how many say what stands below and beside them. */
static void
begin_table (WbOdfFlow    *self,
             const double *weights,
             guint         n,
             guint         header_rows,
             guint         header_columns)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *properties = g_strdup_printf ("style:width=%spt;table:align=%s;fo:margin-top=4pt;fo:margin-bottom=10pt"
                                                 "%s",
                                                 g_ascii_formatd (number, sizeof number, "%.2f", self->width),
                                                 self->is_deck ? "left" : "margins",
                                                 self->page_break ? ";fo:break-before=page" : "");
  const WbOdfStyle style = { NULL, "table", NULL, NULL, properties };
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += weights[i];
  wb_odf_flow_leave_lists (self);
  wb_odf_xml_begin (self->xml, "table:table");
  wb_odf_xml_printf (self->xml, "table:name", _("Table %u"), ++self->n_tables);
  wb_odf_xml_attribute (self->xml, "table:style-name", wb_odf_styles_get (self->styles, &style));
  self->page_break = FALSE;
  /* Impress drops what stands in table:table-header-rows and -columns; it knows first ones. */
  if (self->is_deck && header_rows > 0)
    wb_odf_xml_attribute (self->xml, "table:use-first-row-styles", "true");
  if (self->is_deck && header_columns > 0)
    wb_odf_xml_attribute (self->xml, "table:use-first-column-styles", "true");
  if (!self->is_deck && header_columns > 0)
    wb_odf_xml_begin (self->xml, "table:table-header-columns");
  for (guint i = 0; i < n; i++)
    {
      write_column (self, self->width * weights[i] / sum);
      if (!self->is_deck && i + 1 == header_columns)
        wb_odf_xml_end (self->xml);
    }
}

static void
begin_row (WbOdfFlow *self)
{
  const WbOdfStyle style = { NULL, "table-row", NULL, NULL, "fo:keep-together=always" };

  wb_odf_xml_begin (self->xml, "table:table-row");
  wb_odf_xml_attribute (self->xml, "table:style-name", wb_odf_styles_get (self->styles, &style));
}

static void
begin_cell (WbOdfFlow  *self,
            const char *look,
            guint       columns,
            guint       rows)
{
  /* Impress takes the lines of cells from the properties of their paragraphs. */
  const WbOdfStyle style = { NULL, "table-cell", NULL, NULL, look, self->is_deck ? strstr (look, "fo:border-bottom") : NULL };

  wb_odf_xml_begin (self->xml, "table:table-cell");
  wb_odf_xml_attribute (self->xml, "table:style-name", wb_odf_styles_get (self->styles, &style));
  if (columns > 1)
    wb_odf_xml_printf (self->xml, "table:number-columns-spanned", "%u", columns);
  if (rows > 1)
    wb_odf_xml_printf (self->xml, "table:number-rows-spanned", "%u", rows);
  wb_odf_xml_attribute (self->xml, "office:value-type", "string");
}

static void
add_text_cell (WbOdfFlow  *self,
               const char *look,
               WbOdfRole   role,
               const char *text)
{
  begin_cell (self, look, 1, 1);
  wb_odf_flow_add_text (self, role, text);
  wb_odf_xml_end (self->xml);
}

/* An empty cell is as good as a line to write on. */
static gboolean
is_blank (const WbBlock *cell)
{
  const WbInline *only = cell->inlines->len == 1 ? g_ptr_array_index (cell->inlines, 0) : NULL;

  return only != NULL && (only->flags & WB_INLINE_BLANK) != 0;
}

typedef struct
{
  const WbBlock *table;
  WbTableGrid *grid;
  guint n_headers;
  guint header_columns;
  guint *covered_until; /* for each column: the row in which it is free again */
  const WbAlign *aligns;
} Table;

/* Columns of numbers stand at the right, as on our own pages. */
static WbAlign *
find_aligns (const WbBlock     *block,
             const WbTableGrid *grid)
{
  WbAlign *aligns = g_new0 (WbAlign, grid->n_columns);
  g_autofree guint *n_numbers = g_new0 (guint, grid->n_columns);
  g_autofree gboolean *others = g_new0 (gboolean, grid->n_columns);

  for (guint i = 0; i < grid->cells->len && block->type == WB_BLOCK_TABLE; i++)
    {
      const WbGridCell *placed = &g_array_index (grid->cells, WbGridCell, i);
      g_autofree char *text = placed->row >= block->header_rows ? wb_block_to_text (placed->cell) : g_strdup ("");
      const WbOdfValueType type = wb_odf_value_parse (text).type;

      if (*text != '\0' && type != WB_ODF_VALUE_STRING && type != WB_ODF_VALUE_DATE)
        n_numbers[placed->column]++;
      else if (*text != '\0')
        others[placed->column] = TRUE;
    }
  for (guint i = 0; i < grid->n_columns; i++)
    {
      if (block->aligns != NULL && i < block->aligns->len)
        aligns[i] = g_array_index (block->aligns, WbAlign, i);
      /* A first one counts the rows, or names them. */
      if (aligns[i] == WB_ALIGN_START && i > 0 && n_numbers[i] > 0 && !others[i])
        aligns[i] = WB_ALIGN_END;
    }

  return aligns;
}

static void
add_cell (WbOdfFlow        *self,
          const Table      *table,
          const WbGridCell *placed)
{
  const gboolean is_header = placed->row < table->n_headers;
  const gboolean is_label = is_header || placed->column < table->header_columns;

  begin_cell (self, is_header ? cell_head : cell_plain, placed->columns, placed->rows);
  wb_odf_flow_begin (self, "text:p", is_label ? WB_ODF_CELL_HEAD : WB_ODF_CELL, table->aligns[placed->column]);
  if (!is_blank (placed->cell))
    wb_odf_flow_add_inlines (self, placed->cell->inlines);
  wb_odf_flow_end (self);
  wb_odf_xml_end (self->xml);
  for (guint i = placed->column; i < placed->column + placed->columns; i++)
    table->covered_until[i] = placed->row + placed->rows;
}

static void
add_row (WbOdfFlow   *self,
         const Table *table,
         guint        row)
{
  guint next = g_array_index (table->grid->first, guint, row);
  const guint end = g_array_index (table->grid->first, guint, row + 1);

  begin_row (self);
  for (guint i = 0; i < table->grid->n_columns; i++)
    {
      const WbGridCell *placed = next < end ? &g_array_index (table->grid->cells, WbGridCell, next) : NULL;

      if (placed != NULL && placed->column == i)
        {
          add_cell (self, table, placed);
          next++;
        }
      else if (table->covered_until[i] > row)
        {
          wb_odf_xml_begin (self->xml, "table:covered-table-cell");
          wb_odf_xml_end (self->xml);
        }
      else
        add_text_cell (self, row < table->n_headers ? cell_head : cell_plain, WB_ODF_CELL, "");
    }
  wb_odf_xml_end (self->xml);
}

/* The text of cells is in no list. Returns the lists around, for end_cells(). */
static GArray *
begin_cells (WbOdfFlow *self)
{
  GArray *lists = g_steal_pointer (&self->lists);

  self->lists = g_array_new (FALSE, TRUE, sizeof (WbOdfList));

  return lists;
}

static void
end_cells (WbOdfFlow *self,
           GArray    *lists)
{
  g_array_unref (self->lists);
  self->lists = lists;
}

/* A table inside other text on a slide, where none may stand: row by row. */
static void
add_rows_as_text (WbOdfFlow     *self,
                  const WbBlock *block)
{
  for (guint i = 0; i < block->children->len; i++)
    {
      const WbBlock *row = g_ptr_array_index (block->children, i);

      wb_odf_flow_begin (self, "text:p", self->body, WB_ALIGN_START);
      for (guint j = 0; j < row->children->len; j++)
        {
          if (j > 0)
            wb_odf_xml_text (self->xml, "\t");
          wb_odf_flow_add_inlines (self, ((const WbBlock *) g_ptr_array_index (row->children, j))->inlines);
        }
      wb_odf_flow_end (self);
    }
}

static void
add_rows (WbOdfFlow     *self,
          const WbBlock *block,
          guint          header_columns)
{
  g_autoptr(WbTableGrid) grid = wb_table_grid_new (block);
  g_autofree double *weights = measure_columns (grid);
  g_autofree WbAlign *aligns = find_aligns (block, grid);
  g_autofree guint *covered_until = g_new0 (guint, grid->n_columns);
  const Table table = { block, grid, MIN (block->header_rows, grid->n_rows), MIN (header_columns, grid->n_columns),
                        covered_until, aligns };
  GArray *lists;

  if (grid->n_rows == 0 || grid->n_columns == 0)
    return;
  if (self->in_text_box)
    {
      add_rows_as_text (self, block);
      return;
    }

  share_width (self, grid, weights);
  begin_table (self, weights, grid->n_columns, table.n_headers, table.header_columns);
  lists = begin_cells (self);
  if (!self->is_deck && table.n_headers > 0)
    wb_odf_xml_begin (self->xml, "table:table-header-rows");
  for (guint i = 0; i < grid->n_rows; i++)
    {
      add_row (self, &table, i);
      if (!self->is_deck && i + 1 == table.n_headers)
        wb_odf_xml_end (self->xml);
    }
  end_cells (self, lists);
  wb_odf_xml_end (self->xml);
}

void
wb_odf_flow_add_table (WbOdfFlow     *self,
                       const WbBlock *table)
{
  add_rows (self, table, table->header_columns);
}

void
wb_odf_flow_add_sheet (WbOdfFlow     *self,
                       const WbBlock *sheet)
{
  add_rows (self, sheet, 1);
}

static void
add_check (WbOdfFlow     *self,
           const WbBlock *check)
{
  begin_row (self);
  add_text_cell (self, cell_plain, WB_ODF_CELL, check->done ? BOX_DONE : BOX_OPEN);
  begin_cell (self, cell_plain, 1, 1);
  wb_odf_flow_begin (self, "text:p", WB_ODF_CELL, WB_ALIGN_START);
  wb_odf_flow_add_inlines (self, check->inlines);
  wb_odf_flow_end (self);
  if (check->note != NULL && *check->note != '\0')
    wb_odf_flow_add_text (self, WB_ODF_NOTE, check->note);
  wb_odf_xml_end (self->xml);
  add_text_cell (self, cell_plain, WB_ODF_CELL, check->owner != NULL ? check->owner : "");
  add_text_cell (self, cell_plain, WB_ODF_CELL, check->date != NULL ? check->date : "");
  wb_odf_xml_end (self->xml);
}

static void
add_group (WbOdfFlow     *self,
           const WbBlock *heading)
{
  begin_row (self);
  begin_cell (self, cell_group, 4, 1);
  wb_odf_flow_add_heading (self, heading, WB_ODF_CELL_GROUP);
  wb_odf_xml_end (self->xml);
  for (guint i = 1; i < 4; i++)
    {
      wb_odf_xml_begin (self->xml, "table:covered-table-cell");
      wb_odf_xml_end (self->xml);
    }
  wb_odf_xml_end (self->xml);
}

void
wb_odf_flow_add_check_table (WbOdfFlow *self,
                             GPtrArray *blocks,
                             guint      first,
                             guint      n)
{
  static const double weights[] = { 10, 56, 17, 17 };
  GArray *lists;

  begin_table (self, weights, G_N_ELEMENTS (weights), 1, 0);
  lists = begin_cells (self);
  if (!self->is_deck)
    wb_odf_xml_begin (self->xml, "table:table-header-rows");
  begin_row (self);
  /* Translators: head of a column with boxes to tick. */
  add_text_cell (self, cell_head, WB_ODF_CELL_HEAD, C_("column", "Done"));
  add_text_cell (self, cell_head, WB_ODF_CELL_HEAD, _("Task"));
  add_text_cell (self, cell_head, WB_ODF_CELL_HEAD, _("Who"));
  add_text_cell (self, cell_head, WB_ODF_CELL_HEAD, _("By when"));
  wb_odf_xml_end (self->xml);
  if (!self->is_deck)
    wb_odf_xml_end (self->xml);
  for (guint i = first; i < first + n; i++)
    {
      const WbBlock *block = g_ptr_array_index (blocks, i);

      if (block->type == WB_BLOCK_HEADING)
        add_group (self, block);
      for (guint j = 0; block->type == WB_BLOCK_CHECKLIST && j < block->children->len; j++)
        add_check (self, g_ptr_array_index (block->children, j));
    }
  end_cells (self, lists);
  wb_odf_xml_end (self->xml);
}

void
wb_odf_flow_add_agenda (WbOdfFlow     *self,
                        const WbBlock *agenda)
{
  add_rows (self, agenda, 1);
}
