/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-pack-table.h"

#include "wb-statement.h"

WbPackRow *
wb_pack_row_new (gboolean    before,
                 const char *id,
                 const char *text,
                 const char *imported)
{
  WbPackRow *row = g_new0 (WbPackRow, 1);

  row->before = before;
  row->id = g_strdup (id);
  row->text = g_strdup (text);
  row->imported = g_strdup (imported);

  return row;
}

void
wb_pack_row_free (WbPackRow *row)
{
  if (row == NULL)
    return;

  g_free (row->id);
  g_free (row->text);
  g_free (row->imported);
  g_free (row);
}

gboolean
wb_pack_table_create (WbConnection  *connection,
                      GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE pack ("
                            " before INTEGER NOT NULL,"
                            " id TEXT NOT NULL,"
                            " text TEXT NOT NULL,"
                            " imported TEXT NOT NULL,"
                            " UNIQUE (before, id)"
                            ")",
                            error);
}

gboolean
wb_pack_table_add (WbConnection     *connection,
                   const WbPackRow  *row,
                   GError          **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection, "INSERT INTO pack (before, id, text, imported) VALUES (?1, ?2, ?3, ?4)", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, row->before ? 1 : 0);
  wb_statement_bind_text (statement, 2, row->id);
  wb_statement_bind_text (statement, 3, row->text);
  wb_statement_bind_text (statement, 4, row->imported);

  return wb_statement_run (statement, error);
}

GPtrArray *
wb_pack_table_list (WbConnection  *connection,
                    GError       **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_pack_row_free);
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection, "SELECT before, id, text, imported FROM pack ORDER BY before, id", error);
  if (statement == NULL)
    return NULL;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *id = wb_statement_dup_text (statement, 1);
      g_autofree char *text = wb_statement_dup_text (statement, 2);
      g_autofree char *imported = wb_statement_dup_text (statement, 3);

      if (id != NULL && text != NULL)
        g_ptr_array_add (rows, wb_pack_row_new (wb_statement_get_int (statement, 0) != 0, id, text, imported != NULL ? imported : ""));
    }

  return state == WB_STATEMENT_DONE ? g_steal_pointer (&rows) : NULL;
}
