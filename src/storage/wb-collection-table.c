/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-collection-table.h"

#include "wb-statement.h"

gboolean
wb_collection_table_create (WbConnection  *connection,
                            GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE collection ("
                            " number INTEGER PRIMARY KEY AUTOINCREMENT,"
                            " title TEXT NOT NULL"
                            ")",
                            error);
}

gboolean
wb_collection_table_add (WbConnection  *connection,
                         const char    *title,
                         gint64        *number,
                         GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection, "INSERT INTO collection (title) VALUES (?1)", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, title);
  if (!wb_statement_run (statement, error))
    return FALSE;

  return wb_connection_query_int (connection, "SELECT last_insert_rowid ()", number, error);
}

gboolean
wb_collection_table_rename (WbConnection  *connection,
                            gint64         number,
                            const char    *title,
                            GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection, "UPDATE collection SET title = ?2 WHERE number = ?1", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  wb_statement_bind_text (statement, 2, title);

  return wb_statement_run (statement, error);
}

gboolean
wb_collection_table_remove (WbConnection  *connection,
                            gint64         number,
                            GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection, "DELETE FROM collection WHERE number = ?1", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);

  return wb_statement_run (statement, error);
}

GPtrArray *
wb_collection_table_list (WbConnection  *connection,
                          GError       **error)
{
  g_autoptr (GPtrArray) collections = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_collection_free);
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT number, title, (SELECT count (*) FROM collected e"
                                " WHERE e.collection = c.number) FROM collection c ORDER BY number",
                                error);
  if (statement == NULL)
    return NULL;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      WbCollection *collection = g_new0 (WbCollection, 1);

      collection->number = wb_statement_get_int (statement, 0);
      collection->title = wb_statement_dup_text (statement, 1);
      collection->n_entries = wb_statement_get_int (statement, 2);
      if (collection->title == NULL)
        collection->title = g_strdup ("");
      g_ptr_array_add (collections, collection);
    }

  return state == WB_STATEMENT_DONE ? g_steal_pointer (&collections) : NULL;
}
