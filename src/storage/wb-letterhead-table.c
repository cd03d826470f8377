/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-letterhead-table.h"

#include "wb-statement.h"

gboolean
wb_letterhead_table_create (WbConnection  *connection,
                            GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE letterhead ("
                            " number INTEGER PRIMARY KEY CHECK (number = 1),"
                            " name TEXT NOT NULL,"
                            " address TEXT NOT NULL,"
                            " contact TEXT NOT NULL,"
                            " foot TEXT NOT NULL,"
                            " look TEXT NOT NULL,"
                            " accent INTEGER NOT NULL,"
                            " side INTEGER NOT NULL,"
                            " picture BLOB"
                            ")",
                            error);
}

gboolean
wb_letterhead_table_set (WbConnection        *connection,
                         const WbLetterhead  *letterhead,
                         GError             **error)
{
  g_autoptr (WbStatement) statement = NULL;

  if (letterhead == NULL)
    return wb_connection_run (connection, "DELETE FROM letterhead", error);

  statement = wb_statement_new (connection,
                                "INSERT OR REPLACE INTO letterhead"
                                " (number, name, address, contact, foot, look, accent, side, picture)"
                                " VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, letterhead->name);
  wb_statement_bind_text (statement, 2, letterhead->address);
  wb_statement_bind_text (statement, 3, letterhead->contact);
  wb_statement_bind_text (statement, 4, letterhead->foot);
  wb_statement_bind_text (statement, 5, letterhead->look);
  wb_statement_bind_int (statement, 6, letterhead->accent);
  wb_statement_bind_int (statement, 7, letterhead->side);
  if (letterhead->picture != NULL)
    wb_statement_bind_bytes (statement, 8, letterhead->picture);

  return wb_statement_run (statement, error);
}

static void
read_text (WbStatement  *statement,
           int           column,
           char        **field,
           gboolean      lines)
{
  g_autofree char *text = wb_statement_dup_text (statement, column);

  wb_letterhead_set_text (field, text, lines);
}

static void
read_row (WbStatement  *statement,
          WbLetterhead *letterhead)
{
  gconstpointer picture;
  gsize length = 0;

  read_text (statement, 0, &letterhead->name, FALSE);
  read_text (statement, 1, &letterhead->address, TRUE);
  read_text (statement, 2, &letterhead->contact, TRUE);
  read_text (statement, 3, &letterhead->foot, TRUE);
  read_text (statement, 4, &letterhead->look, FALSE);
  letterhead->accent = (guint32) wb_statement_get_int (statement, 5) & 0xffffff;
  letterhead->side = wb_statement_get_int (statement, 6) == WB_LETTERHEAD_RIGHT ? WB_LETTERHEAD_RIGHT : WB_LETTERHEAD_LEFT;
  picture = wb_statement_get_blob (statement, 7, &length);
  if (picture != NULL && length > 0 && length <= WB_LETTERHEAD_MAX_PICTURE)
    letterhead->picture = g_bytes_new (picture, length);
}

WbLetterhead *
wb_letterhead_table_get (WbConnection  *connection,
                         GError       **error)
{
  g_autoptr (WbLetterhead) letterhead = wb_letterhead_new ();
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "SELECT name, address, contact, foot, look, accent, side, picture FROM letterhead"
                                " WHERE number = 1",
                                error);
  if (statement == NULL)
    return NULL;
  switch (wb_statement_step (statement, error))
    {
    case WB_STATEMENT_ROW:
      read_row (statement, letterhead);
      return g_steal_pointer (&letterhead);
    case WB_STATEMENT_DONE:
      return g_steal_pointer (&letterhead);
    case WB_STATEMENT_ERROR:
    default:
      return NULL;
    }
}
