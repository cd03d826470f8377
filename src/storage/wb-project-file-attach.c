/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-file-private.h"

#include "wb-attachment-source.h"
#include "wb-attachment-table.h"
#include "wb-file.h"
#include "wb-project-attach.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Attachments: into the file, and out of it. */

/* What wb_project_file_attach_async() is to attach. Belongs to the task. */
typedef struct
{
  char *project;
  char *field;
  char **paths;
  WbAttachmentProgress progress; /* (nullable) */
  gpointer progress_data;
  gint64 total; /* bytes of all files, as far as they could be looked at */
  gint64 done;  /* bytes of those that were read */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->project);
  g_free (request->field);
  g_strfreev (request->paths);
  g_free (request);
}

/* A project in itself: opening it once more would also take the lock from who works on it. */
static gboolean
check_no_project (const char  *project,
                  const char  *path,
                  GError     **error)
{
  g_autofree char *name = NULL;
  g_autofree char *folded = g_ascii_strdown (path, -1);
  GStatBuf first, second;
  gboolean same = g_stat (project, &first) == 0 && g_stat (path, &second) == 0 && first.st_dev == second.st_dev
                  && first.st_ino == second.st_ino;

  if (!same && !g_str_has_suffix (folded, WB_PROJECT_SUFFIX))
    return TRUE;
  name = g_filename_display_basename (path);
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("“%s” is a project, and a project cannot be attached to one; nothing was attached."), name);

  return FALSE;
}

static void
progress_cb (gint64   read,
             gint64   size,
             gpointer user_data)
{
  Request *request = user_data;

  if (request->progress != NULL)
    request->progress (MIN (request->done + read, request->total), request->total, request->progress_data);
}

static void
measure (Request *request)
{
  GStatBuf status;

  for (guint i = 0; request->paths[i] != NULL; i++)
    if (g_stat (request->paths[i], &status) == 0)
      request->total += status.st_size;
}

/* (transfer full) (nullable) */
static GPtrArray *
read_sources (Request       *request,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_attachment_source_unref);

  measure (request);
  for (guint i = 0; request->paths[i] != NULL; i++)
    {
      WbAttachmentSource *source;

      if (!check_no_project (request->project, request->paths[i], error))
        return NULL;
      source = wb_attachment_source_read (request->paths[i], progress_cb, request, cancellable, error);
      if (source == NULL)
        return NULL;
      g_ptr_array_add (sources, source);
      request->done += source->about->size;
      /* More than that cannot be attached at all, and does not have to be in memory. */
      if (request->done > WB_ATTACHMENT_MAX_PROJECT_BYTES)
        {
          g_autofree char *limit = g_format_size (WB_ATTACHMENT_MAX_PROJECT_BYTES);

          g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
                       _("All attachments of a project together may have at most %s; nothing was attached."), limit);
          return NULL;
        }
    }

  return g_steal_pointer (&sources);
}

static void
read_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *sources = read_sources (task_data, cancellable, &error);

  if (sources != NULL)
    g_task_return_pointer (task, sources, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* The bytes are in memory; @outer waits until they are in the file. */
static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  WbProjectFile *self = WB_PROJECT_FILE (source);
  g_autoptr (GTask) outer = user_data;
  Request *request = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) sources = NULL;
  GError *error = NULL;
  guint64 ticket;

  sources = g_task_propagate_pointer (G_TASK (result), &error);
  if (sources == NULL)
    {
      g_task_return_error (outer, error);
      return;
    }
  if (self->writer == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (outer)))
    {
      g_task_return_new_error (outer, WB_ERROR, WB_ERROR_CANCELLED, _("The project was closed, or it was stopped on request; nothing was attached."));
      return;
    }
  wb_project_writer_end_group (self->writer);
  self->queued++;
  ticket = wb_project_writer_push_attach (self->writer, request->field, sources);
  g_hash_table_insert (self->attaching, g_memdup2 (&ticket, sizeof ticket), g_steal_pointer (&outer));
  wb_project_writer_end_group (self->writer);
  wb_project_file_set_saving (self, TRUE);
}

void
wb_project_file_attach_async (WbProjectFile        *self,
                              const char           *field,
                              const char *const    *paths,
                              WbAttachmentProgress  progress,
                              gpointer              progress_data,
                              GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data)
{
  GTask *outer;
  g_autoptr (GTask) reading = NULL;
  Request *request;

  g_return_if_fail (WB_IS_PROJECT_FILE (self));
  g_return_if_fail (field != NULL && paths != NULL);

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, wb_project_file_attach_async);
  /* What is in the file is there, whoever wants to stop it then. */
  g_task_set_check_cancellable (outer, FALSE);
  if (self->writer == NULL)
    {
      g_task_return_new_error (outer, WB_ERROR, WB_ERROR_READ_ONLY, _("The project can only be read; nothing was attached."));
      g_object_unref (outer);
      return;
    }
  request = g_new0 (Request, 1);
  request->project = g_strdup (self->path);
  request->field = g_strdup (field);
  request->paths = g_strdupv ((char **) paths);
  request->progress = progress;
  request->progress_data = progress_data;
  reading = g_task_new (self, cancellable, read_cb, outer);
  g_task_set_source_tag (reading, read_thread);
  g_task_set_check_cancellable (reading, FALSE);
  g_task_set_task_data (reading, request, request_free);
  g_task_run_in_thread (reading, read_thread);
}

gboolean
wb_project_file_attach_finish (WbProjectFile  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  g_return_val_if_fail (WB_IS_PROJECT_FILE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
add_attachment (WbProjectFile      *self,
                const char         *field,
                const WbAttachment *about)
{
  g_autofree char *size = g_strdup_printf ("%" G_GINT64_FORMAT, about->size);
  const char *row = wb_answers_add_row (self->answers, field, about->row);

  wb_answers_set (self->answers, field, row, WB_ATTACHMENT_NAME, about->name);
  wb_answers_set (self->answers, field, row, WB_ATTACHMENT_TYPE, about->type);
  wb_answers_set (self->answers, field, row, WB_ATTACHMENT_SIZE, size);
  wb_answers_set (self->answers, field, row, WB_ATTACHMENT_HASH, about->hash);
  wb_answers_set (self->answers, field, row, WB_ATTACHMENT_DATE, about->date);
}

void
wb_project_file_follow_attach (WbProjectFile         *self,
                               const WbAttachOutcome *outcome,
                               WbAnswers             *rows)
{
  g_autofree const char **there = wb_answers_list_rows (rows, outcome->field);

  for (guint i = 0; i < outcome->attachments->len; i++)
    {
      const WbAttachment *about = g_ptr_array_index (outcome->attachments, i);

      if (g_strv_contains (there, about->row))
        add_attachment (self, outcome->field, about);
    }
}

void
wb_project_file_tell_attach (WbProjectFile         *self,
                             const WbAttachOutcome *outcome)
{
  gpointer key = NULL, task = NULL;

  if (self->writer != NULL)
    wb_project_writer_note_outcome (self->writer, outcome->ticket);
  if (!g_hash_table_steal_extended (self->attaching, &outcome->ticket, &key, &task))
    return;
  g_free (key);
  if (outcome->error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_error_copy (outcome->error));
  g_object_unref (task);
}

GBytes *
wb_project_file_load_attachment (const char  *path,
                                 const char  *hash,
                                 GError     **error)
{
  g_autoptr (WbConnection) connection = NULL;

  g_return_val_if_fail (path != NULL && hash != NULL, NULL);

  connection = wb_project_connect_to_read (path, error);

  return connection != NULL ? wb_attachment_table_load (connection, hash, error) : NULL;
}

/* Puts a whole file in its place, wb_file_replace() or wb_file_place(). */
typedef gboolean (*Placer) (const char  *temporary,
                            const char  *path,
                            int          mode,
                            GError     **error);

static gboolean
save_with (const char  *path,
           const char  *hash,
           const char  *output,
           Placer       placer,
           int          mode,
           GError     **error)
{
  g_autoptr (GBytes) bytes = wb_project_file_load_attachment (path, hash, error);
  g_autofree char *temporary = bytes != NULL ? wb_file_make_temporary (output, error) : NULL;

  if (temporary == NULL)
    return FALSE;
  if (wb_file_fill_bytes (temporary, bytes, error) && placer (temporary, output, mode, error))
    return TRUE;
  g_unlink (temporary);

  return FALSE;
}

/* Where @output leads to, and the mode of what is there, or 0600; an error where that is not to be written. (transfer full) */
static char *
find_place (const char  *output,
            int         *mode,
            GError     **error)
{
  char *real = realpath (output, NULL);
  g_autofree char *place = g_strdup (real != NULL ? real : output);
  GStatBuf info;
  int number = 0;

  free (real);
  *mode = 0600;
  if (g_stat (place, &info) != 0)
    return g_steal_pointer (&place);
  if (!S_ISREG (info.st_mode))
    number = EISDIR;
  else if (g_access (place, W_OK) != 0)
    number = errno;
  if (number != 0)
    {
      wb_file_set_error (output, number, error);
      return NULL;
    }
  *mode = (int) (info.st_mode & 0777);

  return g_steal_pointer (&place);
}

gboolean
wb_project_file_save_attachment (const char  *path,
                                 const char  *hash,
                                 const char  *output,
                                 GError     **error)
{
  int mode;
  g_autofree char *place = find_place (output, &mode, error);

  return place != NULL && save_with (path, hash, place, wb_file_replace, mode, error);
}

gboolean
wb_project_file_place_attachment (const char  *path,
                                  const char  *hash,
                                  const char  *output,
                                  GError     **error)
{
  return save_with (path, hash, output, wb_file_place, 0600, error);
}

void
wb_project_file_purge (WbProjectFile *self)
{
  g_return_if_fail (WB_IS_PROJECT_FILE (self));

  wb_project_file_push (self, WB_CHANGE_PURGE, NULL, NULL, NULL, NULL);
}

gboolean
wb_project_file_measure_attachments (const char  *path,
                                     gint64      *all,
                                     gint64      *unused,
                                     GError     **error)
{
  g_autoptr (WbConnection) connection = NULL;

  g_return_val_if_fail (path != NULL && all != NULL && unused != NULL, FALSE);

  connection = wb_project_connect_to_read (path, error);

  return connection != NULL && wb_attachment_table_measure (connection, all, unused, error);
}
