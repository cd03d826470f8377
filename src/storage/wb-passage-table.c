/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-passage-table.h"

#include "wb-statement.h"

gboolean
wb_passage_table_create (WbConnection  *connection,
                         GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE passage ("
                            " number INTEGER PRIMARY KEY AUTOINCREMENT,"
                            " item TEXT NOT NULL,"
                            " exact TEXT NOT NULL,"
                            " before TEXT NOT NULL,"
                            " after TEXT NOT NULL,"
                            " note TEXT NOT NULL"
                            ");"
                            "CREATE INDEX passage_item ON passage (item)",
                            error);
}

gboolean
wb_passage_table_add (WbConnection     *connection,
                      const char       *item,
                      const WbPassage  *passage,
                      gint64           *number,
                      GError          **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO passage (item, exact, before, after, note)"
                                " VALUES (?1, ?2, ?3, ?4, ?5)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, item);
  wb_statement_bind_text (statement, 2, passage->exact);
  wb_statement_bind_text (statement, 3, passage->before);
  wb_statement_bind_text (statement, 4, passage->after);
  wb_statement_bind_text (statement, 5, passage->note);
  if (!wb_statement_run (statement, error))
    return FALSE;

  return wb_connection_query_int (connection, "SELECT last_insert_rowid ()", number, error);
}

gboolean
wb_passage_table_set_note (WbConnection  *connection,
                           gint64         number,
                           const char    *note,
                           GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection, "UPDATE passage SET note = ?2 WHERE number = ?1", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  wb_statement_bind_text (statement, 2, note);

  return wb_statement_run (statement, error);
}

gboolean
wb_passage_table_remove (WbConnection  *connection,
                         gint64         number,
                         GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection, "DELETE FROM passage WHERE number = ?1", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);

  return wb_statement_run (statement, error);
}

GPtrArray *
wb_passage_table_list (WbConnection  *connection,
                       const char    *item,
                       GError       **error)
{
  g_autoptr (GPtrArray) passages = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_passage_free);
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT number, exact, before, after, note FROM passage"
                                " WHERE item = ?1 ORDER BY number",
                                error);
  if (statement == NULL)
    return NULL;
  wb_statement_bind_text (statement, 1, item);
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *exact = wb_statement_dup_text (statement, 1);
      g_autofree char *before = wb_statement_dup_text (statement, 2);
      g_autofree char *after = wb_statement_dup_text (statement, 3);
      g_autofree char *note = wb_statement_dup_text (statement, 4);

      g_ptr_array_add (passages, wb_passage_new (wb_statement_get_int (statement, 0), exact, before, after, note));
    }

  return state == WB_STATEMENT_DONE ? g_steal_pointer (&passages) : NULL;
}
