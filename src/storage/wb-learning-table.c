/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-learning-table.h"

#include "wb-finished-table.h"
#include "wb-learner-table.h"
#include "wb-statement.h"
#include "wb-trial-table.h"

/* Version 1 kept the chosen options as bits. */
#define MAX_OPTIONS 32

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

/* 5, the first and the third option, is "0,2" now. (transfer full) */
static char *
spell_chosen (guint chosen)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MAX_OPTIONS; i++)
    if ((chosen >> i) & 1)
      g_string_append_printf (text, "%s%u", text->len > 0 ? "," : "", i);

  return g_string_free (text, FALSE);
}

static gboolean
move_answers (WbConnection  *connection,
              GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection, "SELECT lesson, question, chosen, is_right FROM question", error);
  if (statement == NULL)
    return FALSE;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *lesson = wb_statement_dup_text (statement, 0);
      g_autofree char *question = wb_statement_dup_text (statement, 1);
      g_autofree char *given = spell_chosen ((guint) wb_statement_get_int (statement, 2));
      WbTrial trial = { wb_statement_get_int (statement, 3) != 0, 0, lesson, question, given };

      if (!wb_trial_table_add (connection, WB_LEARNER_GUEST, &trial, error))
        return FALSE;
    }

  return state == WB_STATEMENT_DONE;
}

static gboolean
move_lessons (WbConnection  *connection,
              GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection, "SELECT lesson, course FROM lesson", error);
  if (statement == NULL)
    return FALSE;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *lesson = wb_statement_dup_text (statement, 0);
      g_autofree char *course = wb_statement_dup_text (statement, 1);
      WbFinished finished = { 0, lesson, course };

      if (!wb_finished_table_add (connection, WB_LEARNER_GUEST, &finished, error))
        return FALSE;
    }

  return state == WB_STATEMENT_DONE;
}

gboolean
wb_learning_table_move (WbConnection  *connection,
                        GError       **error)
{
  return move_answers (connection, error) && move_lessons (connection, error)
         && wb_connection_run (connection, "DROP TABLE question; DROP TABLE lesson", error);
}
