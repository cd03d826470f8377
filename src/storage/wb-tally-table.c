/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-tally-table.h"

#include "wb-statement.h"

gboolean
wb_tally_table_create (WbConnection  *connection,
                       GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE tally ("
                            " assessment INTEGER NOT NULL REFERENCES assessment (number),"
                            " barrier TEXT NOT NULL,"
                            " statement TEXT NOT NULL,"
                            " reply_0 INTEGER NOT NULL,"
                            " reply_1 INTEGER NOT NULL,"
                            " reply_2 INTEGER NOT NULL,"
                            " reply_3 INTEGER NOT NULL,"
                            " reply_4 INTEGER NOT NULL,"
                            " not_known INTEGER NOT NULL,"
                            " PRIMARY KEY (assessment, barrier, statement)"
                            ") WITHOUT ROWID",
                            error);
}

static gboolean
remove_one (WbConnection  *connection,
            gint64         assessment,
            const char    *barrier,
            const char    *name,
            GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection, "DELETE FROM tally WHERE assessment = ?1 AND barrier = ?2 AND statement = ?3",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, assessment);
  wb_statement_bind_text (statement, 2, barrier);
  wb_statement_bind_text (statement, 3, name);

  return wb_statement_run (statement, error);
}

gboolean
wb_tally_table_set (WbConnection   *connection,
                    gint64          assessment,
                    const char     *barrier,
                    const char     *name,
                    const WbTally  *tally,
                    GError        **error)
{
  g_autoptr (WbStatement) statement = NULL;

  if (wb_tally_count (tally) == 0)
    return remove_one (connection, assessment, barrier, name, error);

  statement = wb_statement_new (connection,
                                "INSERT OR REPLACE INTO tally (assessment, barrier, statement, reply_0, reply_1, reply_2,"
                                " reply_3, reply_4, not_known) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, assessment);
  wb_statement_bind_text (statement, 2, barrier);
  wb_statement_bind_text (statement, 3, name);
  for (int i = 0; i < WB_N_REPLIES; i++)
    wb_statement_bind_int (statement, 4 + i, tally->counts[i]);

  return wb_statement_run (statement, error);
}

gboolean
wb_tally_table_load (WbConnection  *connection,
                     WbAssessment  *assessment,
                     GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT barrier, statement, reply_0, reply_1, reply_2, reply_3, reply_4, not_known"
                                " FROM tally WHERE assessment = ?1",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, assessment->number);
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *barrier = wb_statement_dup_text (statement, 0);
      g_autofree char *name = wb_statement_dup_text (statement, 1);
      WbTally tally;

      for (int i = 0; i < WB_N_REPLIES; i++)
        tally.counts[i] = (guint) CLAMP (wb_statement_get_int (statement, 2 + i), 0, WB_TALLY_MAX);
      if (barrier != NULL && name != NULL)
        wb_assessment_set_tally (assessment, barrier, name, &tally);
    }

  return state == WB_STATEMENT_DONE;
}

gboolean
wb_tally_table_remove (WbConnection  *connection,
                       gint64         assessment,
                       GError       **error)
{
  g_autoptr (WbStatement) statement = wb_statement_new (connection, "DELETE FROM tally WHERE assessment = ?1", error);

  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, assessment);

  return wb_statement_run (statement, error);
}
