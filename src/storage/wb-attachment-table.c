/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-attachment-table.h"

#include <glib/gi18n-lib.h>

#include "wb-attachment.h"
#include "wb-statement.h"

/* The answers that say which bytes belong to a row. A hash in a cell of a row that is gone does not count. */
#define USED "SELECT answer.value FROM answer JOIN \"row\" ON \"row\".field = answer.field AND \"row\".id = answer.\"row\"" \
             " WHERE answer.\"column\" = '" WB_ATTACHMENT_HASH "'"

/* A file with more was not made by this program. */
#define MAX_MISSING 1000

gboolean
wb_attachment_table_create (WbConnection  *connection,
                            GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE attachment ("
                            " id INTEGER PRIMARY KEY,"
                            " hash TEXT NOT NULL,"
                            " bytes BLOB NOT NULL"
                            ")",
                            error);
}

/* Files of older versions that can only be read have no such table. */
static gboolean
check_table (WbConnection  *connection,
             gboolean      *found,
             GError       **error)
{
  gint64 n;

  if (!wb_connection_query_int (connection, "SELECT count (*) FROM sqlite_master WHERE type = 'table' AND name = 'attachment'", &n, error))
    return FALSE;
  *found = n > 0;

  return TRUE;
}

gboolean
wb_attachment_table_measure (WbConnection  *connection,
                             gint64        *all,
                             gint64        *unused,
                             GError       **error)
{
  gboolean found;

  *all = *unused = 0;
  if (!check_table (connection, &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  return wb_connection_query_int (connection, "SELECT coalesce (sum (length (bytes)), 0) FROM attachment", all, error)
         && wb_connection_query_int (connection,
                                     "SELECT coalesce (sum (length (bytes)), 0) FROM attachment WHERE hash NOT IN (" USED ")",
                                     unused, error);
}

static gboolean
check_room (WbConnection  *connection,
            gsize          size,
            GError       **error)
{
  g_autofree char *limit = g_format_size (WB_ATTACHMENT_MAX_PROJECT_BYTES);
  gint64 all;
  gint64 unused;

  if (!wb_attachment_table_measure (connection, &all, &unused, error))
    return FALSE;
  if (all + (gint64) size <= WB_ATTACHMENT_MAX_PROJECT_BYTES)
    return TRUE;
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
               unused > 0
                 ? _("All attachments of a project together may have at most %s, those that were removed and can be brought back among them; nothing was attached.")
                 : _("All attachments of a project together may have at most %s; nothing was attached."),
               limit);

  return FALSE;
}

static gboolean
insert (WbConnection  *connection,
        const char    *hash,
        GBytes        *bytes,
        GError       **error)
{
  g_autoptr (WbStatement) statement = wb_statement_new (connection, "INSERT INTO attachment (hash, bytes) VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, hash);
  wb_statement_bind_bytes (statement, 2, bytes);

  return wb_statement_run (statement, error);
}

/* (transfer full) (nullable) NULL without @error: there is none. */
static GBytes *
read_bytes (WbConnection  *connection,
            const char    *hash,
            GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  gboolean found;

  if (!check_table (connection, &found, error) || !found)
    return NULL;
  statement = wb_statement_new (connection, "SELECT bytes FROM attachment WHERE hash = ?1", error);
  if (statement == NULL)
    return NULL;
  wb_statement_bind_text (statement, 1, hash);

  return wb_statement_step (statement, error) == WB_STATEMENT_ROW ? wb_statement_dup_bytes (statement, 0) : NULL;
}

static gboolean
has_hash (GBytes     *bytes,
          const char *hash)
{
  g_autofree char *found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_str_equal (found, hash);
}

GBytes *
wb_attachment_table_load (WbConnection  *connection,
                          const char    *hash,
                          GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (hash != NULL, NULL);

  bytes = read_bytes (connection, hash, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  else if (bytes == NULL)
    g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
                 _("What was attached is not in this project file any more; nothing was written."));
  else if (!has_hash (bytes, hash))
    g_set_error (error, WB_ERROR, WB_ERROR_CORRUPT,
                 _("What was attached is not what it was when it was attached: the project file is damaged there. Nothing was written."));
  else
    return g_steal_pointer (&bytes);

  return NULL;
}

/* What is damaged or not there is as good as not there; of any other failure @error tells. (transfer full) (nullable) */
static GBytes *
load_sound (WbConnection  *connection,
            const char    *hash,
            GError       **error)
{
  GError *failure = NULL;
  GBytes *bytes = wb_attachment_table_load (connection, hash, &failure);

  if (g_error_matches (failure, WB_ERROR, WB_ERROR_NOT_FOUND) || g_error_matches (failure, WB_ERROR, WB_ERROR_CORRUPT))
    g_clear_error (&failure);
  if (failure != NULL)
    g_propagate_error (error, failure);

  return bytes;
}

/* In place of what stands there under that hash and is something else. */
static gboolean
put (WbConnection  *connection,
     const char    *hash,
     GBytes        *bytes,
     GError       **error)
{
  g_autoptr (WbStatement) statement = wb_statement_new (connection, "DELETE FROM attachment WHERE hash = ?1", error);

  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, hash);

  return wb_statement_run (statement, error) && insert (connection, hash, bytes, error);
}

gboolean
wb_attachment_table_add (WbConnection  *connection,
                         const char    *hash,
                         GBytes        *bytes,
                         GError       **error)
{
  g_autoptr (GBytes) there = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (hash != NULL && bytes != NULL, FALSE);

  there = load_sound (connection, hash, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  return there != NULL || (check_room (connection, g_bytes_get_size (bytes), error) && put (connection, hash, bytes, error));
}

/* The hashes that the answers refer to. (transfer full) */
static GPtrArray *
list_used (WbConnection  *connection,
           GError       **error)
{
  g_autoptr (GPtrArray) hashes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (WbStatement) statement = wb_statement_new (connection, "SELECT DISTINCT value FROM (" USED ") ORDER BY value", error);
  WbStatementState state = WB_STATEMENT_ERROR;

  while (statement != NULL && (state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *hash = wb_statement_dup_text (statement, 0);

      if (hash != NULL && wb_attachment_is_hash (hash) && hashes->len < MAX_MISSING)
        g_ptr_array_add (hashes, g_steal_pointer (&hash));
    }

  return state == WB_STATEMENT_DONE ? g_steal_pointer (&hashes) : NULL;
}

/* @room: how many bytes more may come in. */
static gboolean
complete_one (WbConnection  *connection,
              WbConnection  *other,
              const char    *hash,
              gsize         *room,
              GError       **error)
{
  g_autoptr (GBytes) mine = NULL;
  g_autoptr (GBytes) theirs = NULL;
  GError *failure = NULL;

  mine = load_sound (connection, hash, &failure);
  if (mine == NULL && failure == NULL)
    theirs = load_sound (other, hash, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (theirs == NULL || g_bytes_get_size (theirs) > WB_ATTACHMENT_MAX_BYTES)
    return TRUE;
  if (g_bytes_get_size (theirs) > *room)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("The other project has more attached to it than a project can have; nothing was merged."));
      return FALSE;
    }
  *room -= g_bytes_get_size (theirs);

  return put (connection, hash, theirs, error);
}

gboolean
wb_attachment_table_complete (WbConnection  *connection,
                              WbConnection  *other,
                              gsize          room,
                              GError       **error)
{
  g_autoptr (GPtrArray) hashes = list_used (connection, error);

  if (hashes == NULL)
    return FALSE;
  for (guint i = 0; i < hashes->len; i++)
    if (!complete_one (connection, other, g_ptr_array_index (hashes, i), &room, error))
      return FALSE;

  return TRUE;
}

gboolean
wb_attachment_table_purge (WbConnection  *connection,
                           GError       **error)
{
  /* Overwritten, not only let go: it may have been removed for a reason. */
  return wb_connection_run (connection, "PRAGMA secure_delete = ON; DELETE FROM attachment WHERE hash NOT IN (" USED ")", error);
}

char **
wb_attachment_table_find_missing (WbConnection  *connection,
                                  GError       **error)
{
  g_autoptr (GPtrArray) hashes = list_used (connection, error);
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();

  if (hashes == NULL)
    return NULL;
  for (guint i = 0; i < hashes->len; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      GError *failure = NULL;

      bytes = read_bytes (connection, g_ptr_array_index (hashes, i), &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return NULL;
        }
      if (bytes == NULL || !has_hash (bytes, g_ptr_array_index (hashes, i)))
        g_strv_builder_add (missing, g_ptr_array_index (hashes, i));
    }

  return g_strv_builder_end (missing);
}

char *
wb_attachment_table_find_name (WbConnection  *connection,
                               const char    *hash,
                               GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (hash != NULL, NULL);

  statement = wb_statement_new (connection,
                                "SELECT name.value FROM answer JOIN answer AS name ON name.field = answer.field AND name.\"row\" = answer.\"row\""
                                " WHERE answer.\"column\" = '" WB_ATTACHMENT_HASH "' AND answer.value = ?1"
                                " AND name.\"column\" = '" WB_ATTACHMENT_NAME "' ORDER BY name.value LIMIT 1",
                                error);
  if (statement == NULL)
    return NULL;
  wb_statement_bind_text (statement, 1, hash);
  switch (wb_statement_step (statement, error))
    {
    case WB_STATEMENT_ROW:
      name = wb_statement_dup_text (statement, 0);
      return wb_attachment_clean_name (name != NULL ? name : "");
    case WB_STATEMENT_DONE:
      return wb_attachment_clean_name ("");
    case WB_STATEMENT_ERROR:
    default:
      return NULL;
    }
}
