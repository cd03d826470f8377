/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-opening.h"

#include <glib/gi18n-lib.h>

#include "wb-payload-reader.h"

/* What is asked for. */
typedef struct
{
  WbServices *services;
  char *path;
  WbFileTurn *turn; /* (nullable) while it is ours and nothing is open yet */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->services);
  g_free (request->path);
  g_free (request);
}

void
wb_project_opening_free (WbProjectOpening *self)
{
  g_clear_object (&self->file);
  g_clear_object (&self->guide);
  g_clear_pointer (&self->turn, wb_file_turn_end);
  g_free (self);
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autoptr (WbProjectOpening) opening = g_new0 (WbProjectOpening, 1);
  g_autoptr (GError) fault = NULL;
  GError *error = NULL;

  opening->file = wb_project_file_open (task_data, &error);
  if (opening->file != NULL)
    opening->guide = wb_guide_from_json (wb_project_file_get_guide_id (opening->file), wb_project_file_get_guide_title (opening->file),
                                         wb_project_file_get_guide_json (opening->file), &fault);
  if (fault != NULL)
    {
      g_autofree char *name = g_filename_display_basename (task_data);

      error = g_error_new (fault->domain, fault->code, _("The guide in “%s” cannot be read (%s); the answers are still in the file."), name,
                           fault->message);
    }
  if (opening->guide != NULL)
    g_task_return_pointer (task, g_steal_pointer (&opening), (GDestroyNotify) wb_project_opening_free);
  else
    g_task_return_error (task, error);
}

/* Turns belong to the main thread, so what the worker opened gets its turn here. */
static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  WbProjectOpening *opening = g_task_propagate_pointer (G_TASK (result), &error);

  if (opening == NULL)
    {
      wb_file_turn_end (g_steal_pointer (&request->turn));
      g_task_return_error (task, error);
      return;
    }
  opening->turn = g_steal_pointer (&request->turn);
  g_task_return_pointer (task, opening, (GDestroyNotify) wb_project_opening_free);
}

/* Takes @data, the task. */
static void
start (WbFileTurn *turn,
       gpointer    data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GTask) work = NULL;
  Request *request = g_task_get_task_data (task);

  if (wb_open_projects_find (wb_services_get_open_projects (request->services), request->path) != NULL)
    {
      wb_file_turn_end (turn);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_EXISTS,
                               _("“%s” is open in this program already. Nothing was changed."), request->path);
      return;
    }
  request->turn = turn;
  work = g_task_new (NULL, NULL, opened_cb, g_object_ref (task));
  g_task_set_source_tag (work, start);
  g_task_set_task_data (work, request->path, NULL);
  g_task_run_in_thread (work, open_thread);
}

void
wb_project_opening_async (WbServices          *services,
                          const char          *path,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task;
  Request *request;

  g_return_if_fail (WB_IS_SERVICES (services));
  g_return_if_fail (path != NULL);

  request = g_new0 (Request, 1);
  request->services = g_object_ref (services);
  request->path = g_strdup (path);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, wb_project_opening_async);
  g_task_set_task_data (task, request, request_free);
  wb_file_turns_take (wb_open_projects_get_turns (wb_services_get_open_projects (services)), path, start, task);
}

WbProjectOpening *
wb_project_opening_finish (GAsyncResult  *result,
                           char         **path,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  *path = g_strdup (((Request *) g_task_get_task_data (G_TASK (result)))->path);

  return g_task_propagate_pointer (G_TASK (result), error);
}
