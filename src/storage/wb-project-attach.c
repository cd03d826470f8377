/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-attach.h"

#include "wb-answer-table.h"
#include "wb-attachment-source.h"
#include "wb-attachment-table.h"
#include "wb-file.h"
#include "wb-project-file.h"
#include "wb-row-table.h"

/* What one go is to attach. */
typedef struct
{
  GPtrArray *sources;
  WbAttachOutcome *outcome;
  gint64 now;
} Going;

/* The day in local time. (transfer full) */
static char *
format_day (gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (now);

  return time != NULL ? g_date_time_format (time, "%F") : g_strdup ("");
}

static gboolean
write_about (WbConnection        *connection,
             const char          *field,
             const WbAttachment  *about,
             GError             **error)
{
  g_autofree char *size = g_strdup_printf ("%" G_GINT64_FORMAT, about->size);
  const char *const cells[][2] = {
    { WB_ATTACHMENT_NAME, about->name }, { WB_ATTACHMENT_TYPE, about->type }, { WB_ATTACHMENT_SIZE, size },
    { WB_ATTACHMENT_HASH, about->hash }, { WB_ATTACHMENT_DATE, about->date },
  };

  if (!wb_row_table_add (connection, field, about->row, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    if (!wb_answer_table_set (connection, field, about->row, cells[i][0], cells[i][1], error))
      return FALSE;

  return TRUE;
}

static gboolean
write_one (WbConnection        *connection,
           Going               *going,
           WbAttachmentSource  *source,
           GError             **error)
{
  const WbAttachment *about = source->about;
  g_autofree char *row = g_uuid_string_random ();
  WbAttachment *attached = wb_attachment_new (row, about->name, about->type, about->size, about->hash);

  g_free (attached->date);
  attached->date = format_day (going->now);
  g_ptr_array_add (going->outcome->attachments, attached);

  return wb_attachment_table_add (connection, attached->hash, source->bytes, error)
         && write_about (connection, going->outcome->field, attached, error);
}

static gboolean
write_all (WbConnection  *connection,
           gpointer       user_data,
           GError       **error)
{
  Going *going = user_data;

  for (guint i = 0; i < going->sources->len; i++)
    if (!write_one (connection, going, g_ptr_array_index (going->sources, i), error))
      return FALSE;

  return TRUE;
}

/* The other changes of the transaction go on without it; where SQLite gave all of it up already, they cannot. */
static gboolean
take_back (WbConnection     *connection,
           WbAttachOutcome  *outcome,
           GError           *failure,
           GError          **error)
{
  g_ptr_array_set_size (outcome->attachments, 0);
  if (sqlite3_get_autocommit (wb_connection_get_handle (connection))
      || !wb_connection_run (connection, "ROLLBACK TO attach; RELEASE attach", NULL))
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  outcome->error = failure;

  return TRUE;
}

gboolean
wb_project_attach (WbConnection      *connection,
                   WbProjectHistory  *history,
                   GPtrArray         *sources,
                   gint64             now,
                   WbAttachOutcome   *outcome,
                   GError           **error)
{
  Going going = { sources, outcome, now };
  GError *failure = NULL;

  g_return_val_if_fail (connection != NULL && history != NULL, FALSE);
  g_return_val_if_fail (sources != NULL && outcome != NULL, FALSE);

  if (!wb_connection_run (connection, "SAVEPOINT attach", error))
    return FALSE;
  if (!wb_project_history_record (history, now, write_all, &going, &failure))
    return take_back (connection, outcome, failure, error);

  return wb_connection_run (connection, "RELEASE attach", error);
}

WbConnection *
wb_project_connect_to_read (const char  *path,
                            GError     **error)
{
  g_autoptr (WbConnection) connection = NULL;
  guint version;

  g_return_val_if_fail (path != NULL, NULL);

  if (!wb_file_check_regular (path, error))
    return NULL;
  connection = wb_connection_open (path, WB_OPEN_READ, error);

  return connection != NULL && wb_connection_harden (connection, error)
           && wb_connection_check_format (connection, WB_PROJECT_APPLICATION_ID, &version, error)
           ? g_steal_pointer (&connection)
           : NULL;
}

gboolean
wb_project_complete (WbConnection  *connection,
                     const char    *other,
                     GError       **error)
{
  g_autoptr (WbConnection) theirs = NULL;

  g_return_val_if_fail (connection != NULL && other != NULL, FALSE);

  theirs = wb_project_connect_to_read (other, error);

  return theirs != NULL && wb_attachment_table_complete (connection, theirs, WB_ATTACHMENT_MAX_PROJECT_BYTES, error);
}
