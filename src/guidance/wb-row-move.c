/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-row-move.h"

#include "wb-edit.h"

/* The cells of one row. */
typedef struct
{
  const char *field;
  const char *row;
  GPtrArray *cells; /* WbEdit: the value is in "after" */
} Row;

static void
keep_cell (const char *field,
           const char *row,
           const char *column,
           const char *value,
           gpointer    user_data)
{
  Row *self = user_data;

  if (g_str_equal (field, self->field) && g_str_equal (row, self->row))
    g_ptr_array_add (self->cells, wb_edit_new (WB_EDIT_CELL, field, row, column, NULL, value));
}

/* Where @row stands, or the number of rows when it is none. */
static guint
find_position (const char **rows,
               const char  *row)
{
  guint i = 0;

  while (rows[i] != NULL && !g_str_equal (rows[i], row))
    i++;

  return i;
}

gboolean
wb_row_move (WbAnswers  *answers,
             const char *field,
             const char *row,
             guint       position)
{
  g_autofree char *id = g_strdup (row);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_edit_free);
  g_autofree const char **rows = NULL;
  Row moving = { field, id, cells };
  guint from, n;

  g_return_val_if_fail (WB_IS_ANSWERS (answers), FALSE);
  g_return_val_if_fail (field != NULL && row != NULL, FALSE);

  rows = wb_answers_list_rows (answers, field);
  n = wb_answers_count_rows (answers, field);
  from = find_position (rows, id);
  if (from == n || from == MIN (position, n - 1))
    return FALSE;

  wb_answers_foreach_cell (answers, keep_cell, &moving);
  wb_answers_remove_row (answers, field, id);
  wb_answers_insert_row (answers, field, id, position);
  for (guint i = 0; i < cells->len; i++)
    {
      const WbEdit *cell = g_ptr_array_index (cells, i);

      wb_answers_set (answers, field, id, cell->column, cell->after);
    }

  return TRUE;
}
