/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-assessment-table.h"

#include <glib/gi18n-lib.h>

#include "wb-statement.h"

#define SELECT "SELECT number, begun, finished, is_group, title FROM assessment"

gboolean
wb_assessment_table_create (WbConnection  *connection,
                            GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE assessment ("
                            " number INTEGER PRIMARY KEY AUTOINCREMENT,"
                            " begun INTEGER NOT NULL,"
                            " finished INTEGER NOT NULL DEFAULT 0,"
                            " is_group INTEGER NOT NULL,"
                            " title TEXT NOT NULL"
                            ")",
                            error);
}

gboolean
wb_assessment_table_add (WbConnection  *connection,
                         WbAssessment  *assessment,
                         GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO assessment (begun, finished, is_group, title) VALUES (?1, ?2, ?3, ?4)"
                                " RETURNING number",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, assessment->begun);
  wb_statement_bind_int (statement, 2, assessment->finished);
  wb_statement_bind_int (statement, 3, assessment->group);
  wb_statement_bind_text (statement, 4, assessment->title);
  if (wb_statement_step (statement, error) != WB_STATEMENT_ROW)
    return FALSE;
  assessment->number = wb_statement_get_int (statement, 0);

  return wb_statement_step (statement, error) == WB_STATEMENT_DONE;
}

gboolean
wb_assessment_table_finish (WbConnection  *connection,
                            gint64         number,
                            gint64         finished,
                            GError       **error)
{
  g_autoptr (WbStatement) statement = wb_statement_new (connection,
                                                        "UPDATE assessment SET finished = ?2 WHERE number = ?1", error);

  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  wb_statement_bind_int (statement, 2, finished);

  return wb_statement_run (statement, error);
}

gboolean
wb_assessment_table_rename (WbConnection  *connection,
                            gint64         number,
                            const char    *title,
                            GError       **error)
{
  g_autoptr (WbStatement) statement = wb_statement_new (connection,
                                                        "UPDATE assessment SET title = ?2 WHERE number = ?1", error);

  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  wb_statement_bind_text (statement, 2, title);

  return wb_statement_run (statement, error);
}

gboolean
wb_assessment_table_remove (WbConnection  *connection,
                            gint64         number,
                            GError       **error)
{
  g_autoptr (WbStatement) statement = wb_statement_new (connection, "DELETE FROM assessment WHERE number = ?1", error);

  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);

  return wb_statement_run (statement, error);
}

static WbAssessment *
read_assessment (WbStatement *statement)
{
  g_autofree char *title = wb_statement_dup_text (statement, 4);
  WbAssessment *assessment = wb_assessment_new (wb_statement_get_int (statement, 0), wb_statement_get_int (statement, 1),
                                                wb_statement_get_int (statement, 3) != 0, title);

  assessment->finished = wb_statement_get_int (statement, 2);

  return assessment;
}

WbAssessment *
wb_assessment_table_get (WbConnection  *connection,
                         gint64         number,
                         GError       **error)
{
  g_autoptr (WbStatement) statement = wb_statement_new (connection, SELECT " WHERE number = ?1", error);

  if (statement == NULL)
    return NULL;
  wb_statement_bind_int (statement, 1, number);
  switch (wb_statement_step (statement, error))
    {
    case WB_STATEMENT_ROW:
      return read_assessment (statement);
    case WB_STATEMENT_DONE:
      g_set_error_literal (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("This self-check is not there any more."));
      return NULL;
    case WB_STATEMENT_ERROR:
    default:
      return NULL;
    }
}

GPtrArray *
wb_assessment_table_list (WbConnection  *connection,
                          GError       **error)
{
  g_autoptr (WbStatement) statement = wb_statement_new (connection, SELECT " ORDER BY begun DESC, number DESC", error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_assessment_unref);
  WbStatementState state;

  if (statement == NULL)
    return NULL;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    g_ptr_array_add (list, read_assessment (statement));

  return state == WB_STATEMENT_DONE ? g_steal_pointer (&list) : NULL;
}
