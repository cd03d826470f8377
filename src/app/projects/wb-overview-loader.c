/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-overview-loader.h"

#include "wb-day.h"
#include "wb-user-store.h"

void
wb_loaded_project_free (WbLoadedProject *self)
{
  g_free (self->path);
  g_clear_pointer (&self->overview, wb_project_overview_free);
  g_clear_pointer (&self->council, wb_council_source_free);
  g_clear_error (&self->error);
  g_free (self);
}

/* What the worker reads. */
typedef struct
{
  WbLibrary *library; /* (nullable) */
  char **paths;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->library);
  g_strfreev (job->paths);
  g_free (job);
}

/* (transfer full) */
static WbLoadedProject *
load_project (WbLibrary   *library,
              const char  *path,
              const GDate *today)
{
  WbLoadedProject *project = g_new0 (WbLoadedProject, 1);

  project->path = g_strdup (path);
  project->overview = wb_project_overview_read (path, today, &project->error);
  if (library == NULL || project->overview == NULL)
    return project;
  project->council = wb_council_source_new (library, project->overview->peek, today, NULL);
  if (project->council != NULL && *project->council->meeting == '\0')
    g_clear_pointer (&project->council, wb_council_source_free);

  return project;
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (GPtrArray) loaded = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_loaded_project_free);
  GDate today;

  wb_day_get_today (&today);
  for (guint i = 0; job->paths[i] != NULL && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (loaded, load_project (job->library, job->paths[i], &today));
  g_task_return_pointer (task, g_steal_pointer (&loaded), (GDestroyNotify) g_ptr_array_unref);
}

void
wb_overview_loader_async (WbLibrary           *library,
                          GPtrArray           *recent,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_task_set_source_tag (task, wb_overview_loader_async);
  g_set_object (&job->library, library);
  job->paths = g_new0 (char *, recent->len + 1);
  for (guint i = 0; i < recent->len; i++)
    job->paths[i] = g_strdup (((const WbRecentProject *) g_ptr_array_index (recent, i))->path);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, load_thread);
}

GPtrArray *
wb_overview_loader_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
