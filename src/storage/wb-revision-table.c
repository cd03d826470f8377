/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-revision-table.h"

#include <glib/gi18n-lib.h>

#include "wb-changeset.h"
#include "wb-statement.h"

gboolean
wb_revision_table_create (WbConnection  *connection,
                          GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE revision ("
                            " id INTEGER PRIMARY KEY AUTOINCREMENT,"
                            " kind TEXT NOT NULL,"
                            " \"of\" INTEGER NOT NULL,"
                            " time INTEGER NOT NULL,"
                            " token TEXT NOT NULL,"
                            " changes BLOB NOT NULL"
                            ")",
                            error);
}

gboolean
wb_revision_table_add (WbConnection  *connection,
                       WbRevision    *revision,
                       GBytes        *changes,
                       GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO revision (kind, \"of\", time, token, changes)"
                                " VALUES (?1, ?2, ?3, ?4, ?5)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, wb_revision_kind_to_string (revision->kind));
  wb_statement_bind_int (statement, 2, revision->of);
  wb_statement_bind_int (statement, 3, revision->time);
  wb_statement_bind_text (statement, 4, revision->token);
  wb_statement_bind_bytes (statement, 5, changes);
  if (!wb_statement_run (statement, error))
    return FALSE;
  revision->id = sqlite3_last_insert_rowid (wb_connection_get_handle (connection));

  return TRUE;
}

gboolean
wb_revision_table_update (WbConnection      *connection,
                          const WbRevision  *revision,
                          GBytes            *changes,
                          GError           **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "UPDATE revision SET time = ?2, token = ?3, changes = ?4 WHERE id = ?1",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, revision->id);
  wb_statement_bind_int (statement, 2, revision->time);
  wb_statement_bind_text (statement, 3, revision->token);
  wb_statement_bind_bytes (statement, 4, changes);

  return wb_statement_run (statement, error);
}

gboolean
wb_revision_table_remove (WbConnection  *connection,
                          gint64         id,
                          GError       **error)
{
  g_autoptr (WbStatement) statement = wb_statement_new (connection, "DELETE FROM revision WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, id);

  return wb_statement_run (statement, error);
}

GBytes *
wb_revision_table_load_changes (WbConnection  *connection,
                                gint64         id,
                                GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  g_autoptr (GBytes) changes = NULL;

  statement = wb_statement_new (connection, "SELECT changes FROM revision WHERE id = ?1", error);
  if (statement == NULL)
    return NULL;
  wb_statement_bind_int (statement, 1, id);
  switch (wb_statement_step (statement, error))
    {
    case WB_STATEMENT_ROW:
      changes = wb_statement_dup_bytes (statement, 0);
      if (wb_changeset_check (changes))
        return g_steal_pointer (&changes);
      wb_connection_set_error (connection, SQLITE_CORRUPT, error);
      return NULL;
    case WB_STATEMENT_DONE:
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
                   _("The history holds no state number %" G_GINT64_FORMAT "."), id);
      return NULL;
    case WB_STATEMENT_ERROR:
    default:
      return NULL;
    }
}

GPtrArray *
wb_revision_table_load (WbConnection  *connection,
                        GError       **error)
{
  g_autoptr (GPtrArray) revisions = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_revision_free);
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection, "SELECT id, kind, \"of\", time, token FROM revision ORDER BY id", error);
  if (statement == NULL)
    return NULL;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *name = wb_statement_dup_text (statement, 1);
      g_autofree char *token = wb_statement_dup_text (statement, 4);
      WbRevisionKind kind;

      if (name == NULL || !wb_revision_kind_from_string (name, &kind))
        {
          wb_connection_set_error (connection, SQLITE_CORRUPT, error);
          return NULL;
        }
      g_ptr_array_add (revisions, wb_revision_new (wb_statement_get_int (statement, 0), kind,
                                                   wb_statement_get_int (statement, 2),
                                                   wb_statement_get_int (statement, 3), token));
    }

  return state == WB_STATEMENT_DONE ? g_steal_pointer (&revisions) : NULL;
}

char *
wb_revision_table_load_token (WbConnection  *connection,
                              GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  char *token;

  statement = wb_statement_new (connection, "SELECT token FROM revision ORDER BY id DESC LIMIT 1", error);
  if (statement == NULL)
    return NULL;
  switch (wb_statement_step (statement, error))
    {
    case WB_STATEMENT_ROW:
      token = wb_statement_dup_text (statement, 0);
      return token != NULL ? token : g_strdup ("");
    case WB_STATEMENT_DONE:
      return g_strdup ("");
    case WB_STATEMENT_ERROR:
    default:
      return NULL;
    }
}
