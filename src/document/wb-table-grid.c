/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-table-grid.h"

/* The first column from @column on that is free in @row; *@room says how many are free from there on, up to @wanted. */
static guint
find_free (const guint *busy_until,
           guint        row,
           guint        column,
           guint        wanted,
           guint       *room)
{
  guint end;

  while (column < WB_TABLE_GRID_MAX_COLUMNS && busy_until[column] > row)
    column++;
  for (end = column; end < WB_TABLE_GRID_MAX_COLUMNS && end - column < wanted && busy_until[end] <= row; end++)
    ;
  *room = end - column;

  return column;
}

static void
add_cell (WbTableGrid   *self,
          guint         *busy_until,
          WbGridCell     placed)
{
  for (guint i = placed.column; i < placed.column + placed.columns; i++)
    busy_until[i] = placed.row + placed.rows;
  self->n_columns = MAX (self->n_columns, placed.column + placed.columns);
  self->has_spans |= placed.rows > 1 || placed.columns > 1;
  g_array_append_val (self->cells, placed);
}

static void
place_row (WbTableGrid   *self,
           const WbBlock *table,
           guint          row,
           guint         *busy_until)
{
  const WbBlock *line = g_ptr_array_index (table->children, row);
  const guint end = row < table->header_rows ? MIN (table->header_rows, self->n_rows) : self->n_rows;
  guint column = 0;

  for (guint i = 0; i < line->children->len; i++)
    {
      const WbBlock *cell = g_ptr_array_index (line->children, i);
      WbGridCell placed = { cell, row, 0, CLAMP (cell->rows, 1, end - row), 0 };

      placed.column = find_free (busy_until, row, column, MAX (cell->columns, 1), &placed.columns);
      if (placed.columns == 0)
        return;

      column = placed.column + placed.columns;
      add_cell (self, busy_until, placed);
    }
}

WbTableGrid *
wb_table_grid_new (const WbBlock *table)
{
  WbTableGrid *self = g_new0 (WbTableGrid, 1);
  g_autofree guint *busy_until = g_new0 (guint, WB_TABLE_GRID_MAX_COLUMNS);

  self->n_rows = table->children->len;
  self->cells = g_array_new (FALSE, FALSE, sizeof (WbGridCell));
  self->first = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->n_rows + 1);
  for (guint i = 0; i < self->n_rows; i++)
    {
      g_array_append_val (self->first, self->cells->len);
      place_row (self, table, i, busy_until);
    }
  g_array_append_val (self->first, self->cells->len);

  return self;
}

/* What stands at @column of @row where nothing begins: the cell that hangs over it from above (@over, nullable) once more, or nothing. */
static WbGridCell
fill_gap (WbTableGrid      *self,
          const WbGridCell *over,
          guint             row,
          guint             column,
          guint             max_rows)
{
  WbGridCell gap = { self->empty, row, column, 1, 1 };

  /* Of rows that are too tall to be joined at all, one may be as tall as a page: it stands there once. */
  if (max_rows > 1 && over != NULL && over->column == column && over->row + over->rows > row)
    {
      gap = *over;
      gap.row = row;
      gap.rows = MIN (over->row + over->rows - row, max_rows);
    }

  return gap;
}

/* Cuts cells to @max_rows, and puts one in each place that stays open. */
static void
fill_gaps (WbTableGrid *self,
           guint        max_rows)
{
  g_autofree guint *busy_until = g_new0 (guint, WB_TABLE_GRID_MAX_COLUMNS);
  g_autofree const WbGridCell **over = g_new0 (const WbGridCell *, WB_TABLE_GRID_MAX_COLUMNS);
  g_autoptr(GArray) cells = g_steal_pointer (&self->cells);

  self->empty = wb_block_new (WB_BLOCK_CELL);
  self->cells = g_array_sized_new (FALSE, FALSE, sizeof (WbGridCell), cells->len);
  for (guint row = 0, next = 0; row < self->n_rows; row++)
    {
      const guint end = g_array_index (self->first, guint, row + 1);

      g_array_index (self->first, guint, row) = self->cells->len;
      for (guint column = 0; column < self->n_columns; column++)
        {
          const WbGridCell *placed = next < end ? &g_array_index (cells, WbGridCell, next) : NULL;

          if (placed != NULL && placed->column == column)
            {
              WbGridCell cut = *placed;

              cut.rows = MIN (cut.rows, max_rows);
              add_cell (self, busy_until, cut);
              over[column] = placed;
              next++;
            }
          else if (busy_until[column] <= row)
            add_cell (self, busy_until, fill_gap (self, over[column], row, column, max_rows));
        }
    }
  g_array_index (self->first, guint, self->n_rows) = self->cells->len;
}

WbTableGrid *
wb_table_grid_new_limited (const WbBlock *table,
                           guint          max_rows)
{
  WbTableGrid *self = wb_table_grid_new (table);

  fill_gaps (self, MAX (max_rows, 1));

  return self;
}

void
wb_table_grid_free (WbTableGrid *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->cells);
  g_array_unref (self->first);
  g_clear_pointer (&self->empty, wb_block_unref);
  g_free (self);
}

WbBlock *
wb_table_grid_flatten (const WbBlock *table)
{
  g_autoptr(WbTableGrid) grid = NULL;
  WbBlock *flat;

  g_return_val_if_fail (table != NULL && table->children != NULL, NULL);

  grid = wb_table_grid_new (table);
  flat = wb_block_copy_shell (table);
  for (guint i = 0; i < grid->n_rows; i++)
    {
      WbBlock *row = wb_block_append (flat, wb_block_new (WB_BLOCK_ROW));

      for (guint j = g_array_index (grid->first, guint, i); j < g_array_index (grid->first, guint, i + 1); j++)
        {
          const WbGridCell *placed = &g_array_index (grid->cells, WbGridCell, j);
          WbBlock *cell;

          while (row->children->len < placed->column)
            wb_block_append (row, wb_block_new (WB_BLOCK_CELL));
          cell = wb_block_append (row, wb_block_copy (placed->cell));
          cell->columns = cell->rows = 0;
        }
      while (grid->has_spans && row->children->len < grid->n_columns)
        wb_block_append (row, wb_block_new (WB_BLOCK_CELL));
    }

  return flat;
}
