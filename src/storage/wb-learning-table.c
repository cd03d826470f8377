/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-learning-table.h"

#include "wb-statement.h"

gboolean
wb_learning_table_create (WbConnection  *connection,
                          GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE question ("
                            " lesson TEXT NOT NULL,"
                            " question TEXT NOT NULL,"
                            " chosen INTEGER NOT NULL,"
                            " is_right INTEGER NOT NULL,"
                            " PRIMARY KEY (lesson, question)"
                            ");"
                            "CREATE TABLE lesson ("
                            " lesson TEXT NOT NULL PRIMARY KEY,"
                            " course TEXT NOT NULL"
                            ")",
                            error);
}

gboolean
wb_learning_table_set_answer (WbConnection  *connection,
                              const char    *lesson,
                              const char    *question,
                              guint          chosen,
                              gboolean       right,
                              GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT OR REPLACE INTO question"
                                " (lesson, question, chosen, is_right) VALUES (?1, ?2, ?3, ?4)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, lesson);
  wb_statement_bind_text (statement, 2, question);
  wb_statement_bind_int (statement, 3, chosen);
  wb_statement_bind_int (statement, 4, right != FALSE);

  return wb_statement_run (statement, error);
}

gboolean
wb_learning_table_get_answer (WbConnection  *connection,
                              const char    *lesson,
                              const char    *question,
                              guint         *chosen,
                              gboolean      *right,
                              GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "SELECT chosen, is_right FROM question"
                                " WHERE lesson = ?1 AND question = ?2",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, lesson);
  wb_statement_bind_text (statement, 2, question);
  if (wb_statement_step (statement, error) != WB_STATEMENT_ROW)
    return FALSE;
  *chosen = wb_statement_get_int (statement, 0);
  *right = wb_statement_get_int (statement, 1) != 0;

  return TRUE;
}

gboolean
wb_learning_table_set_done (WbConnection  *connection,
                            const char    *course,
                            const char    *lesson,
                            GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT OR REPLACE INTO lesson (lesson, course) VALUES (?1, ?2)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, lesson);
  wb_statement_bind_text (statement, 2, course);

  return wb_statement_run (statement, error);
}

gboolean
wb_learning_table_get_done (WbConnection  *connection,
                            const char    *lesson,
                            char         **course,
                            GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection, "SELECT course FROM lesson WHERE lesson = ?1", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, lesson);
  if (wb_statement_step (statement, error) != WB_STATEMENT_ROW)
    return FALSE;
  if (course != NULL)
    *course = wb_statement_dup_text (statement, 0);

  return TRUE;
}
