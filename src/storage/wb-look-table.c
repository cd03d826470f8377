/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-look-table.h"

#include "wb-statement.h"

/* Whatever a library says, no length goes beyond this. */
#define MAX_LENGTH 200

gboolean
wb_look_table_create (WbConnection  *connection,
                      GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE look ("
                            " position INTEGER PRIMARY KEY,"
                            " id TEXT NOT NULL UNIQUE,"
                            " title TEXT NOT NULL,"
                            " note TEXT NOT NULL,"
                            " picture INTEGER NOT NULL,"
                            " name_size INTEGER NOT NULL,"
                            " rule INTEGER NOT NULL,"
                            " edge INTEGER NOT NULL,"
                            " slide_bar INTEGER NOT NULL,"
                            " band INTEGER NOT NULL,"
                            " accent_name INTEGER NOT NULL,"
                            " running_picture INTEGER NOT NULL"
                            ")",
                            error);
}

gboolean
wb_look_table_add (WbConnection  *connection,
                   guint          position,
                   const WbLook  *look,
                   GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO look (position, id, title, note, picture, name_size, rule, edge, slide_bar, band,"
                                " accent_name, running_picture)"
                                " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, position);
  wb_statement_bind_text (statement, 2, look->id);
  wb_statement_bind_text (statement, 3, look->title);
  wb_statement_bind_text (statement, 4, look->note);
  wb_statement_bind_int (statement, 5, look->picture);
  wb_statement_bind_int (statement, 6, look->name_size);
  wb_statement_bind_int (statement, 7, look->rule);
  wb_statement_bind_int (statement, 8, look->edge);
  wb_statement_bind_int (statement, 9, look->slide_bar);
  wb_statement_bind_int (statement, 10, look->band);
  wb_statement_bind_int (statement, 11, look->accent_name);
  wb_statement_bind_int (statement, 12, look->running_picture);

  return wb_statement_run (statement, error);
}

static guint
get_length (WbStatement *statement,
            int          column)
{
  return (guint) CLAMP (wb_statement_get_int (statement, column), 0, MAX_LENGTH);
}

GPtrArray *
wb_look_table_list (WbConnection  *connection,
                    GError       **error)
{
  g_autoptr (GPtrArray) looks = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_look_free);
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT id, title, note, picture, name_size, rule, edge, slide_bar, band, accent_name,"
                                " running_picture FROM look ORDER BY position",
                                error);
  if (statement == NULL)
    return NULL;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *id = wb_statement_dup_text (statement, 0);
      g_autofree char *title = wb_statement_dup_text (statement, 1);
      g_autofree char *note = wb_statement_dup_text (statement, 2);
      WbLook *look = wb_look_new (id != NULL ? id : "", title != NULL ? title : "", note != NULL ? note : "");

      look->picture = MAX (get_length (statement, 3), 1);
      look->name_size = MAX (get_length (statement, 4), 1);
      look->rule = get_length (statement, 5);
      look->edge = get_length (statement, 6);
      look->slide_bar = get_length (statement, 7);
      look->band = wb_statement_get_int (statement, 8) != 0;
      look->accent_name = wb_statement_get_int (statement, 9) != 0;
      look->running_picture = wb_statement_get_int (statement, 10) != 0;
      g_ptr_array_add (looks, look);
    }

  return state == WB_STATEMENT_DONE ? g_steal_pointer (&looks) : NULL;
}
