/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-finished-table.h"

#include "wb-statement.h"

gboolean
wb_finished_table_create (WbConnection  *connection,
                          GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE finished ("
                            " learner INTEGER NOT NULL REFERENCES learner (number),"
                            " lesson TEXT NOT NULL,"
                            " course TEXT NOT NULL,"
                            " time INTEGER NOT NULL,"
                            " PRIMARY KEY (learner, lesson)"
                            ") WITHOUT ROWID",
                            error);
}

gboolean
wb_finished_table_add (WbConnection      *connection,
                       gint64             learner,
                       const WbFinished  *finished,
                       GError           **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO finished (learner, lesson, course, time) VALUES (?1, ?2, ?3, ?4)"
                                " ON CONFLICT DO UPDATE SET time = excluded.time"
                                " WHERE excluded.time > 0 AND (time = 0 OR time > excluded.time)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, learner);
  wb_statement_bind_text (statement, 2, finished->lesson);
  wb_statement_bind_text (statement, 3, finished->course);
  wb_statement_bind_int (statement, 4, finished->time);

  return wb_statement_run (statement, error);
}

static WbFinished *
read_finished (WbStatement *statement)
{
  WbFinished *finished = g_new0 (WbFinished, 1);

  finished->lesson = wb_statement_dup_text (statement, 0);
  finished->course = wb_statement_dup_text (statement, 1);
  finished->time = wb_statement_get_int (statement, 2);

  return finished;
}

WbFinished *
wb_finished_table_get (WbConnection  *connection,
                       gint64         learner,
                       const char    *lesson,
                       GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "SELECT lesson, course, time FROM finished WHERE learner = ?1 AND lesson = ?2",
                                error);
  if (statement == NULL)
    return NULL;
  wb_statement_bind_int (statement, 1, learner);
  wb_statement_bind_text (statement, 2, lesson);

  return wb_statement_step (statement, error) == WB_STATEMENT_ROW ? read_finished (statement) : NULL;
}

gboolean
wb_finished_table_load (WbConnection  *connection,
                        gint64         learner,
                        WbLearner     *record,
                        GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT lesson, course, time FROM finished WHERE learner = ?1 ORDER BY lesson",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, learner);
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    wb_learner_add_finished (record, read_finished (statement));

  return state == WB_STATEMENT_DONE;
}

gboolean
wb_finished_table_remove (WbConnection  *connection,
                          gint64         learner,
                          GError       **error)
{
  g_autoptr (WbStatement) statement = wb_statement_new (connection, "DELETE FROM finished WHERE learner = ?1", error);

  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, learner);

  return wb_statement_run (statement, error);
}
