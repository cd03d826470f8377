/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-note-table.h"

#include "wb-statement.h"

gboolean
wb_note_table_create (WbConnection  *connection,
                      GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE note ("
                            " item TEXT NOT NULL PRIMARY KEY,"
                            " text TEXT NOT NULL"
                            ") WITHOUT ROWID",
                            error);
}

gboolean
wb_note_table_set (WbConnection  *connection,
                   const char    *item,
                   const char    *text,
                   GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                *text != '\0' ? "INSERT OR REPLACE INTO note (item, text) VALUES (?1, ?2)"
                                              : "DELETE FROM note WHERE item = ?1",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, item);
  if (*text != '\0')
    wb_statement_bind_text (statement, 2, text);

  return wb_statement_run (statement, error);
}

char *
wb_note_table_get (WbConnection  *connection,
                   const char    *item,
                   GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  char *text;

  statement = wb_statement_new (connection, "SELECT text FROM note WHERE item = ?1", error);
  if (statement == NULL)
    return NULL;
  wb_statement_bind_text (statement, 1, item);
  switch (wb_statement_step (statement, error))
    {
    case WB_STATEMENT_ROW:
      text = wb_statement_dup_text (statement, 0);
      return text != NULL ? text : g_strdup ("");
    case WB_STATEMENT_DONE:
      return g_strdup ("");
    case WB_STATEMENT_ERROR:
    default:
      return NULL;
    }
}
