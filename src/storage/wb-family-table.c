/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-family-table.h"

#include "wb-statement.h"

gboolean
wb_family_table_create (WbConnection  *connection,
                        GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE family ("
                            " family INTEGER NOT NULL,"
                            " key TEXT NOT NULL UNIQUE,"
                            " shown TEXT NOT NULL,"
                            " PRIMARY KEY (family, key)"
                            ") WITHOUT ROWID",
                            error);
}

gboolean
wb_family_table_add (WbConnection  *connection,
                     guint          family,
                     const char    *key,
                     const char    *shown,
                     GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection, "INSERT INTO family (family, key, shown) VALUES (?1, ?2, ?3)", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, family);
  wb_statement_bind_text (statement, 2, key);
  wb_statement_bind_text (statement, 3, shown);

  return wb_statement_run (statement, error);
}

gboolean
wb_family_table_scan (WbConnection  *connection,
                      WbFamilyFunc   func,
                      gpointer       user_data,
                      GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection, "SELECT family, key, shown FROM family ORDER BY family, key", error);
  if (statement == NULL)
    return FALSE;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *key = wb_statement_dup_text (statement, 1);
      g_autofree char *shown = wb_statement_dup_text (statement, 2);

      if (key != NULL && shown != NULL)
        func (wb_statement_get_int (statement, 0), key, shown, user_data);
    }

  return state == WB_STATEMENT_DONE;
}
