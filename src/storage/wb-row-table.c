/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-row-table.h"

#include "wb-statement.h"

#define MAX_ROWS 50000

gboolean
wb_row_table_create (WbConnection  *connection,
                     GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE \"row\" ("
                            " field TEXT NOT NULL,"
                            " id TEXT NOT NULL,"
                            " position INTEGER NOT NULL,"
                            " PRIMARY KEY (field, id)"
                            ")",
                            error);
}

gboolean
wb_row_table_add (WbConnection  *connection,
                  const char    *field,
                  const char    *id,
                  GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO \"row\" (field, id, position)"
                                " SELECT ?1, ?2, coalesce (max (position), 0) + 1 FROM \"row\""
                                " WHERE field = ?1"
                                " ON CONFLICT (field, id) DO NOTHING",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, field);
  wb_statement_bind_text (statement, 2, id);

  return wb_statement_run (statement, error);
}

gboolean
wb_row_table_remove (WbConnection  *connection,
                     const char    *field,
                     const char    *id,
                     GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection, "DELETE FROM \"row\" WHERE field = ?1 AND id = ?2",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, field);
  wb_statement_bind_text (statement, 2, id);

  return wb_statement_run (statement, error);
}

/* Whether the rows of @field stand in the order of @ids. */
static gboolean
check_sorted (WbConnection  *connection,
              const char    *field,
              GPtrArray     *ids,
              gboolean      *sorted,
              GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;
  guint n = 0;

  statement = wb_statement_new (connection, "SELECT id FROM \"row\" WHERE field = ?1 ORDER BY position, id", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, field);
  *sorted = TRUE;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *id = wb_statement_dup_text (statement, 0);

      *sorted = *sorted && n < ids->len && g_strcmp0 (id, g_ptr_array_index (ids, n)) == 0;
      n++;
    }

  return state == WB_STATEMENT_DONE;
}

gboolean
wb_row_table_sort (WbConnection  *connection,
                   const char    *field,
                   GPtrArray     *ids,
                   GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  gboolean sorted;

  if (!check_sorted (connection, field, ids, &sorted, error))
    return FALSE;
  if (sorted)
    return TRUE;
  statement = wb_statement_new (connection, "UPDATE \"row\" SET position = ?3 WHERE field = ?1 AND id = ?2", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, field);
  for (guint i = 0; i < ids->len; i++)
    {
      wb_statement_bind_text (statement, 2, g_ptr_array_index (ids, i));
      wb_statement_bind_int (statement, 3, i + 1);
      if (!wb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
wb_row_table_load (WbConnection  *connection,
                   WbAnswers     *answers,
                   GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;
  guint n = 0;

  statement = wb_statement_new (connection,
                                "SELECT field, id FROM \"row\" ORDER BY field, position, id",
                                error);
  if (statement == NULL)
    return FALSE;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *field = wb_statement_dup_text (statement, 0);
      g_autofree char *id = wb_statement_dup_text (statement, 1);

      if (++n > MAX_ROWS || field == NULL || id == NULL)
        return wb_connection_set_error (connection, SQLITE_CORRUPT, error);
      wb_answers_add_row (answers, field, id);
    }

  return state == WB_STATEMENT_DONE;
}
