/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-value-table.h"

#include "wb-statement.h"

gboolean
wb_value_table_create (WbConnection  *connection,
                       GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE item_value ("
                            " item INTEGER NOT NULL REFERENCES item (number),"
                            " position INTEGER NOT NULL,"
                            " facet TEXT NOT NULL,"
                            " value TEXT NOT NULL,"
                            " PRIMARY KEY (item, position)"
                            ") WITHOUT ROWID",
                            error);
}

gboolean
wb_value_table_add (WbConnection  *connection,
                    gint64         number,
                    WbItem        *item,
                    GError       **error)
{
  GPtrArray *values = wb_item_get_facets (item);
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO item_value (item, position, facet, value)"
                                " VALUES (?1, ?2, ?3, ?4)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  for (guint i = 0; i < values->len; i++)
    {
      const WbFacetValue *value = g_ptr_array_index (values, i);

      wb_statement_bind_int (statement, 2, i);
      wb_statement_bind_text (statement, 3, value->facet);
      wb_statement_bind_text (statement, 4, value->value);
      if (!wb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
wb_value_table_scan (WbConnection    *connection,
                     WbValueRowFunc   func,
                     gpointer         user_data,
                     GError         **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT item, facet, value FROM item_value ORDER BY item, position",
                                error);
  if (statement == NULL)
    return FALSE;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *facet = wb_statement_dup_text (statement, 1);
      g_autofree char *value = wb_statement_dup_text (statement, 2);

      if (facet != NULL && value != NULL)
        func (wb_statement_get_int (statement, 0), facet, value, user_data);
    }

  return state == WB_STATEMENT_DONE;
}
