/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-trial-table.h"

#include "wb-statement.h"

gboolean
wb_trial_table_create (WbConnection  *connection,
                       GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE trial ("
                            " learner INTEGER NOT NULL REFERENCES learner (number),"
                            " lesson TEXT NOT NULL,"
                            " question TEXT NOT NULL,"
                            " time INTEGER NOT NULL,"
                            " given TEXT NOT NULL,"
                            " is_right INTEGER NOT NULL,"
                            " PRIMARY KEY (learner, lesson, question, time)"
                            ") WITHOUT ROWID",
                            error);
}

gboolean
wb_trial_table_add (WbConnection   *connection,
                    gint64          learner,
                    const WbTrial  *trial,
                    GError        **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO trial (learner, lesson, question, time, given, is_right)"
                                " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, learner);
  wb_statement_bind_text (statement, 2, trial->lesson);
  wb_statement_bind_text (statement, 3, trial->question);
  wb_statement_bind_int (statement, 4, trial->time);
  wb_statement_bind_text (statement, 5, trial->given);
  wb_statement_bind_int (statement, 6, trial->right);

  return wb_statement_run (statement, error);
}

gboolean
wb_trial_table_find_time (WbConnection  *connection,
                          gint64         learner,
                          WbTrial       *trial,
                          GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT time, given FROM trial WHERE learner = ?1 AND lesson = ?2 AND question = ?3"
                                " AND time >= ?4 ORDER BY time",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, learner);
  wb_statement_bind_text (statement, 2, trial->lesson);
  wb_statement_bind_text (statement, 3, trial->question);
  wb_statement_bind_int (statement, 4, trial->time);
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW
         && wb_statement_get_int (statement, 0) == trial->time)
    {
      g_autofree char *given = wb_statement_dup_text (statement, 1);

      if (g_strcmp0 (given, trial->given) == 0)
        return TRUE;
      trial->time += 1;
    }

  return state != WB_STATEMENT_ERROR;
}

static WbTrial *
read_trial (WbStatement *statement)
{
  WbTrial *trial = g_new0 (WbTrial, 1);

  trial->lesson = wb_statement_dup_text (statement, 0);
  trial->question = wb_statement_dup_text (statement, 1);
  trial->given = wb_statement_dup_text (statement, 2);
  trial->right = wb_statement_get_int (statement, 3) != 0;
  trial->time = wb_statement_get_int (statement, 4);

  return trial;
}

WbTrial *
wb_trial_table_get (WbConnection  *connection,
                    gint64         learner,
                    const char    *lesson,
                    const char    *question,
                    GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "SELECT lesson, question, given, is_right, time FROM trial"
                                " WHERE learner = ?1 AND lesson = ?2 AND question = ?3 ORDER BY time DESC LIMIT 1",
                                error);
  if (statement == NULL)
    return NULL;
  wb_statement_bind_int (statement, 1, learner);
  wb_statement_bind_text (statement, 2, lesson);
  wb_statement_bind_text (statement, 3, question);

  return wb_statement_step (statement, error) == WB_STATEMENT_ROW ? read_trial (statement) : NULL;
}

gboolean
wb_trial_table_load (WbConnection  *connection,
                     gint64         learner,
                     WbLearner     *record,
                     GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT lesson, question, given, is_right, time FROM trial"
                                " WHERE learner = ?1 ORDER BY lesson, question, time",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, learner);
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    wb_learner_add_trial (record, read_trial (statement));

  return state == WB_STATEMENT_DONE;
}

gboolean
wb_trial_table_remove (WbConnection  *connection,
                       gint64         learner,
                       GError       **error)
{
  g_autoptr (WbStatement) statement = wb_statement_new (connection, "DELETE FROM trial WHERE learner = ?1", error);

  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, learner);

  return wb_statement_run (statement, error);
}
