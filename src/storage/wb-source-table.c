/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-source-table.h"

#include "wb-statement.h"

gboolean
wb_source_table_create (WbConnection  *connection,
                        GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE source ("
                            " item INTEGER NOT NULL REFERENCES item (number),"
                            " position INTEGER NOT NULL,"
                            " title TEXT NOT NULL,"
                            " publisher TEXT,"
                            " url TEXT,"
                            " reference TEXT,"
                            " date TEXT,"
                            " grade TEXT,"
                            " note TEXT,"
                            " PRIMARY KEY (item, position)"
                            ") WITHOUT ROWID",
                            error);
}

static void
bind_source (WbStatement    *statement,
             const WbSource *source)
{
  wb_statement_bind_text (statement, 3, source->title);
  wb_statement_bind_text (statement, 4, source->publisher);
  wb_statement_bind_text (statement, 5, source->url);
  wb_statement_bind_text (statement, 6, source->reference);
  wb_statement_bind_text (statement, 7, source->date);
  wb_statement_bind_text (statement, 8, source->grade);
  wb_statement_bind_text (statement, 9, source->note);
}

gboolean
wb_source_table_add (WbConnection  *connection,
                     gint64         number,
                     WbItem        *item,
                     GError       **error)
{
  GPtrArray *sources = wb_item_get_sources (item);
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO source (item, position, title, publisher, url,"
                                " reference, date, grade, note)"
                                " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  for (guint i = 0; i < sources->len; i++)
    {
      wb_statement_bind_int (statement, 2, i);
      bind_source (statement, g_ptr_array_index (sources, i));
      if (!wb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static void
read_source (WbStatement *statement,
             WbItem      *item)
{
  g_autofree char *title = wb_statement_dup_text (statement, 0);
  g_autofree char *publisher = wb_statement_dup_text (statement, 1);
  g_autofree char *url = wb_statement_dup_text (statement, 2);
  g_autofree char *reference = wb_statement_dup_text (statement, 3);
  g_autofree char *date = wb_statement_dup_text (statement, 4);
  g_autofree char *grade = wb_statement_dup_text (statement, 5);
  g_autofree char *note = wb_statement_dup_text (statement, 6);
  WbSource source = { title, publisher, url, reference, date, grade, note };

  wb_item_add_source (item, &source);
}

gboolean
wb_source_table_load (WbConnection  *connection,
                      gint64         number,
                      WbItem        *item,
                      GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT title, publisher, url, reference, date, grade, note"
                                " FROM source WHERE item = ?1 ORDER BY position",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    read_source (statement, item);

  return state == WB_STATEMENT_DONE;
}
