/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-meta-table.h"

#include "wb-statement.h"

gboolean
wb_meta_table_create (WbConnection  *connection,
                      GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE meta ("
                            " key TEXT NOT NULL PRIMARY KEY,"
                            " value TEXT NOT NULL"
                            ")",
                            error);
}

gboolean
wb_meta_table_set (WbConnection  *connection,
                   const char    *key,
                   const char    *value,
                   GError       **error)
{
  gboolean remove = value == NULL || *value == '\0';
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                remove ? "DELETE FROM meta WHERE key = ?1"
                                       : "INSERT INTO meta (key, value) VALUES (?1, ?2)"
                                         " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, key);
  if (!remove)
    wb_statement_bind_text (statement, 2, value);

  return wb_statement_run (statement, error);
}

GHashTable *
wb_meta_table_load (WbConnection  *connection,
                    GError       **error)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection, "SELECT key, value FROM meta", error);
  if (statement == NULL)
    return NULL;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      char *key = wb_statement_dup_text (statement, 0);
      char *value = wb_statement_dup_text (statement, 1);

      /* A foreign file may hold NULL where ours never do. */
      g_hash_table_replace (values, key != NULL ? key : g_strdup (""),
                            value != NULL ? value : g_strdup (""));
    }

  return state == WB_STATEMENT_DONE ? g_steal_pointer (&values) : NULL;
}
