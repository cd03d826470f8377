/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-field-row.h"

G_BEGIN_DECLS

/* Up to so many columns stand side by side below one head; more make a card of each row: a third of the form is too narrow for words. */
#define WB_TABLE_MAX_SIDE_BY_SIDE 2

/**
 * WbTableRow:
 *
 * One row of a table: a typed cell for each column and buttons that move the row up and down and remove it.
 *
 * Signals "remove", when the button was pressed, and "move" (int: -1 up, 1 down), when the buttons for that were, or Alt with Up or Down; with more steps
 * when the row was dragged by its handle onto another one of the table, whose place it takes.
 */
#define WB_TYPE_TABLE_ROW (wb_table_row_get_type ())
G_DECLARE_FINAL_TYPE (WbTableRow, wb_table_row, WB, TABLE_ROW, GtkWidget)

/* @owner is the table's row in the form, which is told of the entries and outlives this. */
GtkWidget  *wb_table_row_new          (WbFieldRow *owner,
                                       const char *row);
const char *wb_table_row_get_row      (WbTableRow *self);
/* Counted from 1, as people do; of @n_rows. */
void        wb_table_row_set_position (WbTableRow *self,
                                       guint       position,
                                       guint       n_rows);
/* Shows @widget above the cells or, where they stand below each other, below the first. */
void        wb_table_row_prepend      (WbTableRow *self,
                                       GtkWidget  *widget);
/* Puts the focus on the button that moved the row by @steps, or on its neighbour where that can do nothing any more. */
void        wb_table_row_focus_move   (WbTableRow *self,
                                       int         steps);
/* Puts the focus into the cell of @column, and nothing that stands there is selected. */
void        wb_table_row_focus_cell   (WbTableRow *self,
                                       const char *column);
/* The column of the cell that has the focus. (nullable) */
const char *wb_table_row_get_focused  (WbTableRow *self);
/* The cell of column @column: WbCellEntry, WbChoiceList or WbToggleGroup. (transfer none) */
GtkWidget  *wb_table_row_get_cell     (WbTableRow *self,
                                       const char *column);
/* Somebody is done with what was typed in its cells. */
void        wb_table_row_settle       (WbTableRow *self);
/* Takes the entries back from the owner; the row is about to go. */
void        wb_table_row_detach       (WbTableRow *self);

/* Stores what is being typed in cells of several lines; the owner sees to the others. */
void             wb_table_row_flush        (WbTableRow *self);

G_END_DECLS
