/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-learner-table.h"

#include "wb-statement.h"

gboolean
wb_learner_table_create (WbConnection  *connection,
                         GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE learner ("
                            " number INTEGER PRIMARY KEY,"
                            " key TEXT NOT NULL UNIQUE,"
                            " name TEXT NOT NULL,"
                            " last_course TEXT"
                            ");"
                            "INSERT INTO learner (number, key, name) VALUES (1, '', '')",
                            error);
}

gboolean
wb_learner_table_find (WbConnection  *connection,
                       const char    *name,
                       gint64        *number,
                       GError       **error)
{
  g_autofree char *key = wb_learner_make_key (name);
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection, "SELECT number FROM learner WHERE key = ?1", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, key);
  state = wb_statement_step (statement, error);
  *number = state == WB_STATEMENT_ROW ? wb_statement_get_int (statement, 0) : 0;

  return state != WB_STATEMENT_ERROR;
}

gboolean
wb_learner_table_ensure (WbConnection  *connection,
                         const char    *name,
                         gint64        *number,
                         GError       **error)
{
  g_autofree char *key = wb_learner_make_key (name);
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO learner (key, name) VALUES (?1, ?2) ON CONFLICT (key) DO NOTHING",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, key);
  wb_statement_bind_text (statement, 2, name);

  return wb_statement_run (statement, error) && wb_learner_table_find (connection, name, number, error);
}

static gboolean
run_for_number (WbConnection  *connection,
                const char    *sql,
                gint64         number,
                const char    *text,
                GError       **error)
{
  g_autoptr (WbStatement) statement = wb_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  if (text != NULL)
    wb_statement_bind_text (statement, 2, text);

  return wb_statement_run (statement, error);
}

gboolean
wb_learner_table_remove (WbConnection  *connection,
                         gint64         number,
                         GError       **error)
{
  if (number == WB_LEARNER_GUEST)
    return wb_learner_table_set_course (connection, number, NULL, error);

  return run_for_number (connection, "DELETE FROM learner WHERE number = ?1", number, NULL, error);
}

char **
wb_learner_table_list (WbConnection  *connection,
                       GError       **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection, "SELECT name FROM learner ORDER BY number <> 1, key", error);
  if (statement == NULL)
    return NULL;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *name = wb_statement_dup_text (statement, 0);

      if (name != NULL)
        g_strv_builder_add (names, name);
    }

  return state == WB_STATEMENT_DONE ? g_strv_builder_end (names) : NULL;
}

static char *
get_text (WbConnection  *connection,
          const char    *sql,
          gint64         number,
          GError       **error)
{
  g_autoptr (WbStatement) statement = wb_statement_new (connection, sql, error);

  if (statement == NULL)
    return NULL;
  wb_statement_bind_int (statement, 1, number);

  return wb_statement_step (statement, error) == WB_STATEMENT_ROW ? wb_statement_dup_text (statement, 0) : NULL;
}

char *
wb_learner_table_get_name (WbConnection  *connection,
                           gint64         number,
                           GError       **error)
{
  return get_text (connection, "SELECT name FROM learner WHERE number = ?1", number, error);
}

gboolean
wb_learner_table_set_course (WbConnection  *connection,
                             gint64         number,
                             const char    *course,
                             GError       **error)
{
  return run_for_number (connection, "UPDATE learner SET last_course = ?2 WHERE number = ?1", number, course, error);
}

char *
wb_learner_table_get_course (WbConnection  *connection,
                             gint64         number,
                             GError       **error)
{
  return get_text (connection, "SELECT last_course FROM learner WHERE number = ?1", number, error);
}
