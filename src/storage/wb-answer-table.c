/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-answer-table.h"

#include "wb-statement.h"

/* More cells than anybody fills in; a file with more was not made by this program. */
#define MAX_CELLS 200000

gboolean
wb_answer_table_create (WbConnection  *connection,
                        GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE answer ("
                            " field TEXT NOT NULL,"
                            " \"row\" TEXT NOT NULL,"
                            " \"column\" TEXT NOT NULL,"
                            " value TEXT NOT NULL,"
                            " PRIMARY KEY (field, \"row\", \"column\")"
                            ")",
                            error);
}

gboolean
wb_answer_table_set (WbConnection  *connection,
                     const char    *field,
                     const char    *row,
                     const char    *column,
                     const char    *value,
                     GError       **error)
{
  gboolean remove = *value == '\0';
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                remove ? "DELETE FROM answer WHERE field = ?1 AND \"row\" = ?2"
                                         " AND \"column\" = ?3"
                                       : "INSERT INTO answer (field, \"row\", \"column\", value)"
                                         " VALUES (?1, ?2, ?3, ?4)"
                                         " ON CONFLICT (field, \"row\", \"column\")"
                                         " DO UPDATE SET value = excluded.value",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, field);
  wb_statement_bind_text (statement, 2, row);
  wb_statement_bind_text (statement, 3, column);
  if (!remove)
    wb_statement_bind_text (statement, 4, value);

  return wb_statement_run (statement, error);
}

gboolean
wb_answer_table_load (WbConnection  *connection,
                      WbAnswers     *answers,
                      GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;
  guint n = 0;

  statement = wb_statement_new (connection, "SELECT field, \"row\", \"column\", value FROM answer",
                                error);
  if (statement == NULL)
    return FALSE;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *field = wb_statement_dup_text (statement, 0);
      g_autofree char *row = wb_statement_dup_text (statement, 1);
      g_autofree char *column = wb_statement_dup_text (statement, 2);
      g_autofree char *value = wb_statement_dup_text (statement, 3);

      if (++n > MAX_CELLS || field == NULL || row == NULL || column == NULL)
        return wb_connection_set_error (connection, SQLITE_CORRUPT, error);
      wb_answers_set (answers, field, row, column, value);
    }

  return state == WB_STATEMENT_DONE;
}
