/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-fact-table.h"

#include "wb-statement.h"

gboolean
wb_fact_table_create (WbConnection  *connection,
                      GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE fact ("
                            " item INTEGER NOT NULL REFERENCES item (number),"
                            " position INTEGER NOT NULL,"
                            " label TEXT NOT NULL,"
                            " value TEXT NOT NULL,"
                            " PRIMARY KEY (item, position)"
                            ") WITHOUT ROWID",
                            error);
}

gboolean
wb_fact_table_add (WbConnection  *connection,
                   gint64         number,
                   WbItem        *item,
                   GError       **error)
{
  GPtrArray *facts = wb_item_get_facts (item);
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO fact (item, position, label, value)"
                                " VALUES (?1, ?2, ?3, ?4)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  for (guint i = 0; i < facts->len; i++)
    {
      const WbFact *fact = g_ptr_array_index (facts, i);

      wb_statement_bind_int (statement, 2, i);
      wb_statement_bind_text (statement, 3, fact->label);
      wb_statement_bind_text (statement, 4, fact->value);
      if (!wb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
wb_fact_table_load (WbConnection  *connection,
                    gint64         number,
                    WbItem        *item,
                    GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT label, value FROM fact WHERE item = ?1 ORDER BY position",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *label = wb_statement_dup_text (statement, 0);
      g_autofree char *value = wb_statement_dup_text (statement, 1);

      wb_item_add_fact (item, label, value);
    }

  return state == WB_STATEMENT_DONE;
}
