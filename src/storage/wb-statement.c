/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-statement.h"

struct _WbStatement
{
  sqlite3_stmt *handle;
  int bind_result; /* the first binding that failed, or SQLITE_OK */

  /* Borrowed */
  WbConnection *connection;
};

WbStatement *
wb_statement_new (WbConnection  *connection,
                  const char    *sql,
                  GError       **error)
{
  g_autoptr (WbStatement) self = NULL;
  int result;

  g_return_val_if_fail (connection != NULL, NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  self = g_new0 (WbStatement, 1);
  self->connection = connection;
  result = sqlite3_prepare_v2 (wb_connection_get_handle (connection), sql, -1, &self->handle, NULL);
  if (result != SQLITE_OK)
    {
      wb_connection_set_error (connection, result, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
wb_statement_free (WbStatement *self)
{
  if (self == NULL)
    return;

  sqlite3_finalize (self->handle);
  g_free (self);
}

static void
note_binding (WbStatement *self,
              int          result)
{
  if (self->bind_result == SQLITE_OK)
    self->bind_result = result;
}

void
wb_statement_bind_text (WbStatement *self,
                        int          index,
                        const char  *text)
{
  g_return_if_fail (self != NULL);

  if (text == NULL)
    note_binding (self, sqlite3_bind_null (self->handle, index));
  else if (g_utf8_validate (text, -1, NULL))
    note_binding (self, sqlite3_bind_text (self->handle, index, text, -1, SQLITE_TRANSIENT));
  else
    note_binding (self, sqlite3_bind_text (self->handle, index, g_utf8_make_valid (text, -1), -1,
                                           g_free));
}

void
wb_statement_bind_int (WbStatement *self,
                       int          index,
                       gint64       value)
{
  g_return_if_fail (self != NULL);

  note_binding (self, sqlite3_bind_int64 (self->handle, index, value));
}

void
wb_statement_bind_bytes (WbStatement *self,
                         int          index,
                         GBytes      *bytes)
{
  gsize size;
  const void *data;

  g_return_if_fail (self != NULL);
  g_return_if_fail (bytes != NULL);

  /* Without data, SQLite would store NULL. */
  data = g_bytes_get_data (bytes, &size);
  note_binding (self, sqlite3_bind_blob64 (self->handle, index, data != NULL ? data : "", size, SQLITE_TRANSIENT));
}

WbStatementState
wb_statement_step (WbStatement  *self,
                   GError      **error)
{
  int result;

  g_return_val_if_fail (self != NULL, WB_STATEMENT_ERROR);

  result = self->bind_result != SQLITE_OK ? self->bind_result : sqlite3_step (self->handle);
  self->bind_result = SQLITE_OK;
  if (result == SQLITE_ROW)
    return WB_STATEMENT_ROW;
  if (result == SQLITE_DONE)
    return WB_STATEMENT_DONE;
  wb_connection_set_error (self->connection, result, error);
  sqlite3_reset (self->handle);

  return WB_STATEMENT_ERROR;
}

gboolean
wb_statement_run (WbStatement  *self,
                  GError      **error)
{
  WbStatementState state;

  do
    state = wb_statement_step (self, error);
  while (state == WB_STATEMENT_ROW);
  sqlite3_reset (self->handle);

  return state == WB_STATEMENT_DONE;
}

void
wb_statement_reset (WbStatement *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_reset (self->handle);
}

char *
wb_statement_dup_text (WbStatement *self,
                       int          column)
{
  const char *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = (const char *) sqlite3_column_text (self->handle, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

GBytes *
wb_statement_dup_bytes (WbStatement *self,
                        int          column)
{
  const void *data;

  g_return_val_if_fail (self != NULL, NULL);

  /* In this order, as SQLite may convert the value for the first call. */
  data = sqlite3_column_blob (self->handle, column);

  return g_bytes_new (data, sqlite3_column_bytes (self->handle, column));
}

const char *
wb_statement_peek_text (WbStatement *self,
                        int          column)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *) sqlite3_column_text (self->handle, column);
}

gint64
wb_statement_get_int (WbStatement *self,
                      int          column)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_column_int64 (self->handle, column);
}

gconstpointer
wb_statement_get_blob (WbStatement *self,
                       int          column,
                       gsize       *length)
{
  gconstpointer data;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (length != NULL, NULL);

  data = sqlite3_column_blob (self->handle, column);
  *length = sqlite3_column_bytes (self->handle, column);
  /* SQLite has no address for what is empty. */
  if (data == NULL && sqlite3_column_type (self->handle, column) == SQLITE_BLOB)
    return "";

  return data;
}

double
wb_statement_get_double (WbStatement *self,
                         int          column)
{
  g_return_val_if_fail (self != NULL, 0);

  return sqlite3_column_double (self->handle, column);
}
