/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-origin-table.h"

#include "wb-statement.h"

gboolean
wb_origin_table_create (WbConnection  *connection,
                        GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE origin ("
                            " item INTEGER PRIMARY KEY REFERENCES item (number),"
                            " title TEXT NOT NULL,"
                            " publisher TEXT NOT NULL"
                            ")",
                            error);
}

gboolean
wb_origin_table_exists (WbConnection  *connection,
                        gboolean      *exists,
                        GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'origin'", error);
  if (statement == NULL)
    return FALSE;
  state = wb_statement_step (statement, error);
  *exists = state == WB_STATEMENT_ROW;

  return state != WB_STATEMENT_ERROR;
}

gboolean
wb_origin_table_add (WbConnection  *connection,
                     gint64         number,
                     WbItem        *item,
                     GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  if (wb_item_get_pack_title (item) == NULL)
    return TRUE;

  statement = wb_statement_new (connection, "INSERT INTO origin (item, title, publisher) VALUES (?1, ?2, ?3)", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  wb_statement_bind_text (statement, 2, wb_item_get_pack_title (item));
  wb_statement_bind_text (statement, 3, wb_item_get_pack_publisher (item));

  return wb_statement_run (statement, error);
}

gboolean
wb_origin_table_load (WbConnection  *connection,
                      gint64         number,
                      WbItem        *item,
                      GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection, "SELECT title, publisher FROM origin WHERE item = ?1", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  state = wb_statement_step (statement, error);
  if (state == WB_STATEMENT_ROW)
    {
      g_autofree char *title = wb_statement_dup_text (statement, 0);
      g_autofree char *publisher = wb_statement_dup_text (statement, 1);

      wb_item_set_pack (item, title, publisher);
    }

  return state != WB_STATEMENT_ERROR;
}
