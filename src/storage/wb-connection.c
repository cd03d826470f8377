/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-connection.h"

#include "wb-statement.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#define BUSY_TIMEOUT_MS 500
/* How many steps of SQLite's machine pass between two looks at the cancellable. */
#define PROGRESS_STEPS 1000
#define MAX_VALUE_BYTES (64 * 1024 * 1024)
#define MAX_SQL_BYTES (1024 * 1024)

struct _WbConnection
{
  sqlite3 *handle;

  /* Owned */
  char *path;
  char *name; /* basename, for messages */
  GCancellable *cancellable; /* (nullable) */
};

/* The errno behind an input or output fault; 0 when there is none. SQLite itself only tells a full disk from the
 * rest, not a full quota, and errno has moved on by the time the fault gets here. */
static int
find_errno (sqlite3 *handle)
{
  sqlite3_file *journal = NULL;
  int number = 0;

  sqlite3_file_control (handle, "main", SQLITE_FCNTL_LAST_ERRNO, &number);
  if (number != 0)
    return number;
  sqlite3_file_control (handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal);
  /* A journal in memory has nobody to ask. */
  if (journal != NULL && journal->pMethods != NULL && journal->pMethods->xFileControl != NULL)
    journal->pMethods->xFileControl (journal, SQLITE_FCNTL_LAST_ERRNO, &number);

  return number;
}

/* The one place where SQLite's codes become ours. */
static WbError
classify_result (int result,
                 int system_error)
{
  if (result == SQLITE_READONLY_DBMOVED)
    return WB_ERROR_NOT_FOUND;

  switch (result & 0xff)
    {
    case SQLITE_FULL:
      return WB_ERROR_NO_SPACE;
    case SQLITE_IOERR:
      if (system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG)
        return WB_ERROR_NO_SPACE;
      return system_error == EROFS ? WB_ERROR_READ_ONLY : WB_ERROR_FAILED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return WB_ERROR_READ_ONLY;
    case SQLITE_ERROR: /* our own statements are right, so the tables are not */
    case SQLITE_SCHEMA:
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
      return WB_ERROR_CORRUPT;
    case SQLITE_NOTADB:
      return WB_ERROR_FOREIGN;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return WB_ERROR_BUSY;
    case SQLITE_CONSTRAINT:
      return WB_ERROR_CONSTRAINT;
    case SQLITE_INTERRUPT:
    case SQLITE_ABORT:
      return WB_ERROR_CANCELLED;
    case SQLITE_CANTOPEN:
    case SQLITE_NOTFOUND:
      return WB_ERROR_NOT_FOUND;
    default:
      return WB_ERROR_FAILED;
    }
}

static char *
describe_error (WbError     code,
                const char *name)
{
  switch (code)
    {
    case WB_ERROR_NO_SPACE:
      return g_strdup_printf (_("The disk is full: the last change could not be written to “%s”, which holds everything saved before."), name);
    case WB_ERROR_READ_ONLY:
      return g_strdup_printf (_("“%s” cannot be written, so it stays as it was."), name);
    case WB_ERROR_CORRUPT:
      return g_strdup_printf (_("“%s” is damaged and was left as it is."), name);
    case WB_ERROR_FOREIGN:
      return g_strdup_printf (_("“%s” is not a file of this program and was left untouched."), name);
    case WB_ERROR_BUSY:
      return g_strdup_printf (_("“%s” is in use by another program, so nothing was changed in it."), name);
    case WB_ERROR_CONSTRAINT:
      return g_strdup_printf (_("The change does not fit what “%s” holds already, so it was not made."), name);
    case WB_ERROR_CANCELLED:
      return g_strdup_printf (_("Stopped on request; “%s” is unchanged."), name);
    case WB_ERROR_NOT_FOUND:
      return g_strdup_printf (_("“%s” cannot be opened: it is not there, or it may not be read."), name);
    case WB_ERROR_INVALID:
    case WB_ERROR_NEWER:
    case WB_ERROR_FAILED:
    default:
      return g_strdup_printf (_("“%s” could not be read or written; what was saved before is still in it."), name);
    }
}

/* Some network shares and sticks know no locks. */
static gboolean
is_lock_fault (int result)
{
  return result == SQLITE_IOERR_LOCK || result == SQLITE_IOERR_UNLOCK || result == SQLITE_IOERR_RDLOCK
         || result == SQLITE_IOERR_CHECKRESERVEDLOCK;
}

gboolean
wb_connection_set_error (WbConnection  *self,
                         int            result,
                         GError       **error)
{
  g_autofree char *message = NULL;
  WbError code;

  g_return_val_if_fail (self != NULL, FALSE);

  code = classify_result (result, self->handle != NULL ? find_errno (self->handle) : 0);
  message = is_lock_fault (result)
              ? g_strdup_printf (_("“%s” lies where files cannot be locked, so it was left as it is: copy it to this computer to work on it."), self->name)
              : describe_error (code, self->name);
  g_debug ("%s: SQLite %d: %s", self->path, result,
           self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (result));
  g_set_error_literal (error, WB_ERROR, code, message);

  return FALSE;
}

static char *
make_immutable_uri (const char *path)
{
  g_autofree char *escaped = g_uri_escape_bytes ((const guint8 *) path, strlen (path), "/");

  return g_strconcat ("file:", escaped, "?immutable=1", NULL);
}

static int
open_handle (WbConnection *self,
             WbOpenMode    mode)
{
  static const int flags[] = {
    [WB_OPEN_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
    [WB_OPEN_WRITE] = SQLITE_OPEN_READWRITE,
    [WB_OPEN_READ] = SQLITE_OPEN_READONLY,
    [WB_OPEN_IMMUTABLE] = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
  };
  g_autofree char *uri = mode == WB_OPEN_IMMUTABLE ? make_immutable_uri (self->path) : NULL;

  return sqlite3_open_v2 (uri != NULL ? uri : self->path, &self->handle,
                          flags[mode] | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
}

WbConnection *
wb_connection_open (const char  *path,
                    WbOpenMode   mode,
                    GError     **error)
{
  g_autoptr (WbConnection) self = NULL;
  int result;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (WbConnection, 1);
  /* Absolute, so that no name is taken for a URI or for ":memory:". */
  self->path = g_canonicalize_filename (path, NULL);
  self->name = g_filename_display_basename (self->path);

  result = open_handle (self, mode);
  if (result != SQLITE_OK)
    {
      wb_connection_set_error (self, result, error);
      return NULL;
    }
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);

  return g_steal_pointer (&self);
}

void
wb_connection_free (WbConnection *self)
{
  if (self == NULL)
    return;

  /* A failed open leaves a handle, too. */
  sqlite3_close_v2 (self->handle);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

sqlite3 *
wb_connection_get_handle (WbConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->handle;
}

const char *
wb_connection_get_path (WbConnection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

gboolean
wb_connection_harden (WbConnection  *self,
                      GError       **error)
{
  static const struct
  {
    int option;
    int value;
  } settings[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  };

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      int result = sqlite3_db_config (self->handle, settings[i].option, settings[i].value, NULL);

      if (result != SQLITE_OK)
        return wb_connection_set_error (self, result, error);
    }

  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES);
  sqlite3_limit (self->handle, SQLITE_LIMIT_SQL_LENGTH, MAX_SQL_BYTES);
  sqlite3_limit (self->handle, SQLITE_LIMIT_COLUMN, 100);
  sqlite3_limit (self->handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (self->handle, SQLITE_LIMIT_VARIABLE_NUMBER, 100);

  return TRUE;
}

gboolean
wb_connection_check_format (WbConnection  *self,
                            guint          application_id,
                            guint         *version,
                            GError       **error)
{
  gint64 id;
  gint64 number;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (version != NULL, FALSE);

  if (!wb_connection_query_int (self, "PRAGMA application_id", &id, error)
      || !wb_connection_query_int (self, "PRAGMA user_version", &number, error))
    return FALSE;
  if ((guint32) id != application_id)
    return wb_connection_set_error (self, SQLITE_NOTADB, error);
  if (number < 1)
    return wb_connection_set_error (self, SQLITE_CORRUPT, error);
  *version = number;

  return TRUE;
}

gboolean
wb_connection_check_integrity (WbConnection  *self,
                               GError       **error)
{
  g_autoptr (WbStatement) statement = wb_statement_new (self, "PRAGMA quick_check (1)", error);
  g_autofree char *finding = NULL;

  if (statement == NULL)
    return FALSE;
  switch (wb_statement_step (statement, error))
    {
    case WB_STATEMENT_ROW:
      finding = wb_statement_dup_text (statement, 0);
      if (g_strcmp0 (finding, "ok") == 0)
        return TRUE;
      g_debug ("%s: %s", self->path, finding);
      return wb_connection_set_error (self, SQLITE_CORRUPT, error);
    case WB_STATEMENT_DONE:
      return wb_connection_set_error (self, SQLITE_CORRUPT, error);
    case WB_STATEMENT_ERROR:
    default:
      return FALSE;
    }
}

gboolean
wb_connection_run (WbConnection  *self,
                   const char    *sql,
                   GError       **error)
{
  int result;

  g_return_val_if_fail (self != NULL, FALSE);

  result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return result == SQLITE_OK || wb_connection_set_error (self, result, error);
}

gboolean
wb_connection_query_int (WbConnection  *self,
                         const char    *sql,
                         gint64        *value,
                         GError       **error)
{
  g_autoptr (WbStatement) statement = wb_statement_new (self, sql, error);
  WbStatementState state;

  if (statement == NULL)
    return FALSE;
  state = wb_statement_step (statement, error);
  if (state == WB_STATEMENT_ERROR)
    return FALSE;
  *value = state == WB_STATEMENT_ROW ? wb_statement_get_int (statement, 0) : 0;

  return TRUE;
}

static void
roll_back (WbConnection *self)
{
  /* SQLite has rolled back by itself after some errors; asking again would only be one more. */
  if (!sqlite3_get_autocommit (self->handle))
    wb_connection_run (self, "ROLLBACK", NULL);
}

gboolean
wb_connection_transact (WbConnection   *self,
                        WbTransaction   func,
                        gpointer        user_data,
                        GError        **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (!wb_connection_run (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (func (self, user_data, error) && wb_connection_run (self, "COMMIT", error))
    return TRUE;
  roll_back (self);

  return FALSE;
}

static int
progress_cb (void *data)
{
  return g_cancellable_is_cancelled (data);
}

static gboolean
copy_pages (WbConnection  *self,
            WbConnection  *copy,
            GError       **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (copy->handle, "main", self->handle, "main");
  int result;

  if (backup == NULL)
    return wb_connection_set_error (copy, sqlite3_errcode (copy->handle), error);
  result = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);

  return result == SQLITE_DONE || wb_connection_set_error (copy, result, error);
}

gboolean
wb_connection_copy (WbConnection  *self,
                    const char    *path,
                    GError       **error)
{
  g_autoptr (WbConnection) copy = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  copy = wb_connection_open (path, WB_OPEN_WRITE, error);

  return copy != NULL && copy_pages (self, copy, error);
}

WbConnection *
wb_connection_copy_to_memory (WbConnection  *self,
                              GError       **error)
{
  g_autoptr (WbConnection) copy = NULL;
  int result;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (WbConnection, 1);
  copy->path = g_strdup (self->path);
  copy->name = g_strdup (self->name);
  result = sqlite3_open_v2 (":memory:", &copy->handle,
                            SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                            NULL);
  if (result != SQLITE_OK)
    {
      wb_connection_set_error (copy, result, error);
      return NULL;
    }

  return copy_pages (self, copy, error) ? g_steal_pointer (&copy) : NULL;
}

void
wb_connection_set_cancellable (WbConnection *self,
                               GCancellable *cancellable)
{
  g_return_if_fail (self != NULL);

  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->handle, cancellable != NULL ? PROGRESS_STEPS : 0, progress_cb,
                            cancellable);
}
