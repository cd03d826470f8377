/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-bookmark-table.h"

#include "wb-statement.h"

gboolean
wb_bookmark_table_create (WbConnection  *connection,
                          GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE bookmark ("
                            " number INTEGER PRIMARY KEY AUTOINCREMENT,"
                            " item TEXT NOT NULL UNIQUE"
                            ")",
                            error);
}

gboolean
wb_bookmark_table_set (WbConnection  *connection,
                       const char    *item,
                       gboolean       bookmarked,
                       GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                bookmarked ? "INSERT OR IGNORE INTO bookmark (item) VALUES (?1)"
                                           : "DELETE FROM bookmark WHERE item = ?1",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, item);

  return wb_statement_run (statement, error);
}

char **
wb_bookmark_table_list (WbConnection  *connection,
                        GError       **error)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection, "SELECT item FROM bookmark ORDER BY number DESC", error);
  if (statement == NULL)
    return NULL;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *item = wb_statement_dup_text (statement, 0);

      if (item != NULL)
        g_strv_builder_add (items, item);
    }

  return state == WB_STATEMENT_DONE ? g_strv_builder_end (items) : NULL;
}
