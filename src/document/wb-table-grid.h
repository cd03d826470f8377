/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-block.h"

G_BEGIN_DECLS

/* The most columns a table may have; what stands further right is left out. */
#define WB_TABLE_GRID_MAX_COLUMNS 100

/* A cell with its place; the counts say how far it reaches, 1 or more, never over another cell or out of the table, and
 * out of its header rows neither. */
typedef struct
{
  const WbBlock *cell; /* borrowed from the table */
  guint row;
  guint column;
  guint rows;
  guint columns;
} WbGridCell;

/**
 * WbTableGrid:
 *
 * Where the cells of a table stand once all that reach over several rows or columns are in their place: each cell goes
 * to the first free place of its row, as in HTML.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  gboolean has_spans;

  /* Owned */
  GArray *cells; /* WbGridCell, in reading order */
  WbBlock *empty; /* what stands where the table has no cell (nullable) */
  GArray *first; /* guint, one more than rows: the index of the first cell that begins in each row */
} WbTableGrid;

/* @table: a TABLE, SHEET or AGENDA, which must live longer. (transfer full) */
WbTableGrid      *wb_table_grid_new      (const WbBlock     *table);
/* The same with cells that reach over @max_rows rows at most: where they are cut, they stand there once more (not with @max_rows 1);
 * where a row has too few cells, empty ones (not of the table) fill the places, so that each row is complete. */
WbTableGrid      *wb_table_grid_new_limited (const WbBlock  *table,
                                             guint           max_rows);
void              wb_table_grid_free     (WbTableGrid       *self);
/* The table without cells that reach further: empty ones stand in their place. For where there is only plain text.
 * (transfer full) */
WbBlock          *wb_table_grid_flatten  (const WbBlock     *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbTableGrid, wb_table_grid_free)

G_END_DECLS
