/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-change.h"

#include "wb-error.h"

typedef struct
{
  WbServices *services;
  WbFileTurn *turn; /* (nullable) while it has the file */
  char *path;
  WbProjectChangeFunc func;
  gpointer data;
  GDestroyNotify destroy; /* (nullable) */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  if (change->destroy != NULL)
    change->destroy (change->data);
  g_object_unref (change->services);
  g_free (change->path);
  g_free (change);
}

static gboolean
change_file (const Change  *change,
             GError       **error)
{
  g_autoptr (WbProjectFile) file = wb_project_file_open (change->path, error);

  if (file == NULL)
    return FALSE;
  if (wb_project_file_get_read_only (file))
    {
      g_set_error_literal (error, WB_ERROR, WB_ERROR_READ_ONLY, wb_project_file_get_read_only_reason (file));
      return FALSE;
    }

  return change->func (file, change->data, error) && wb_project_file_close (file, error);
}

static void
change_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  GError *error = NULL;
  gboolean done;

  /* What the file reports must not go to the main thread, which does not know it. */
  g_main_context_push_thread_default (context);
  done = change_file (task_data, &error);
  g_main_context_pop_thread_default (context);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes @error, which is NULL when all went well. Others may have the file before the caller hears of it. */
static void
finish_change (GTask  *task,
               GError *error)
{
  Change *change = g_task_get_task_data (task);

  wb_file_turn_end (g_steal_pointer (&change->turn));
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  finish_change (task, error);
}

/* Only now is it sure whether the file is open in a window. Takes @data, the task. */
static void
start_change (WbFileTurn *turn,
              gpointer    data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GTask) work = NULL;
  Change *change = g_task_get_task_data (task);
  WbProjectFile *open = wb_open_projects_find (wb_services_get_open_projects (change->services), change->path);
  GError *error = NULL;

  change->turn = turn;
  if (open == NULL)
    {
      work = g_task_new (NULL, NULL, ran_cb, g_object_ref (task));
      g_task_set_source_tag (work, start_change);
      g_task_set_task_data (work, change, NULL);
      g_task_run_in_thread (work, change_thread);
      return;
    }
  if (wb_project_file_get_read_only (open))
    g_set_error_literal (&error, WB_ERROR, WB_ERROR_READ_ONLY, wb_project_file_get_read_only_reason (open));
  else
    change->func (open, change->data, &error);
  finish_change (task, error);
}

void
wb_project_change_async (WbServices          *services,
                         const char          *path,
                         WbProjectChangeFunc  func,
                         gpointer             data,
                         GDestroyNotify       destroy,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Change *change;

  g_return_if_fail (WB_IS_SERVICES (services));
  g_return_if_fail (path != NULL && func != NULL);

  change = g_new0 (Change, 1);
  change->services = g_object_ref (services);
  change->path = g_strdup (path);
  change->func = func;
  change->data = data;
  change->destroy = destroy;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, wb_project_change_async);
  g_task_set_task_data (task, change, change_free);
  wb_file_turns_take (wb_open_projects_get_turns (wb_services_get_open_projects (services)), path, start_change, g_steal_pointer (&task));
}

gboolean
wb_project_change_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
