/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-collected-table.h"

#include "wb-statement.h"

gboolean
wb_collected_table_create (WbConnection  *connection,
                           GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE collected ("
                            " collection INTEGER NOT NULL REFERENCES collection (number),"
                            " position INTEGER NOT NULL,"
                            " item TEXT NOT NULL,"
                            " remark TEXT NOT NULL,"
                            " PRIMARY KEY (collection, item)"
                            ") WITHOUT ROWID",
                            error);
}

static gboolean
clear (WbConnection  *connection,
       gint64         collection,
       GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection, "DELETE FROM collected WHERE collection = ?1", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, collection);

  return wb_statement_run (statement, error);
}

gboolean
wb_collected_table_set (WbConnection  *connection,
                        gint64         collection,
                        GPtrArray     *entries,
                        GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  if (!clear (connection, collection, error))
    return FALSE;
  statement = wb_statement_new (connection,
                                "INSERT OR IGNORE INTO collected (collection, position, item, remark)"
                                " VALUES (?1, ?2, ?3, ?4)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, collection);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const WbCollected *entry = g_ptr_array_index (entries, i);

      wb_statement_bind_int (statement, 2, i);
      wb_statement_bind_text (statement, 3, entry->item);
      wb_statement_bind_text (statement, 4, entry->remark != NULL ? entry->remark : "");
      if (!wb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
wb_collected_table_list (WbConnection  *connection,
                         gint64         collection,
                         GError       **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_collected_free);
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT item, remark FROM collected WHERE collection = ?1 ORDER BY position",
                                error);
  if (statement == NULL)
    return NULL;
  wb_statement_bind_int (statement, 1, collection);
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *item = wb_statement_dup_text (statement, 0);
      g_autofree char *remark = wb_statement_dup_text (statement, 1);

      if (item != NULL)
        g_ptr_array_add (entries, wb_collected_new (item, remark));
    }

  return state == WB_STATEMENT_DONE ? g_steal_pointer (&entries) : NULL;
}
