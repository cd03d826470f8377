/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-export-job.h"

#include <glib/gi18n.h>

#define LOOK_MILLISECONDS 100
/* How finely @done is told from one thread to the other. */
#define STEPS 1000

struct _WbExportJob
{
  GObject parent_instance;

  guint looking; /* source that asks how far it is */
  int told;      /* of @done: what was told last */

  /* Shared with the thread that writes; read and written atomically */
  int done; /* in @STEPS */
  int page;
  int n_pages;

  /* Owned */
  WbDocument *document;
  WbExportOptions options;
  char *path;
  char *name;
  GCancellable *cancellable;
};

enum
{
  PROGRESS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbExportJob, wb_export_job, G_TYPE_OBJECT)

static void
wb_export_job_finalize (GObject *object)
{
  WbExportJob *self = WB_EXPORT_JOB (object);

  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_object (&self->document);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self->name);

  G_OBJECT_CLASS (wb_export_job_parent_class)->finalize (object);
}

static void
wb_export_job_class_init (WbExportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_export_job_finalize;

  signals[PROGRESS] = g_signal_new ("progress", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wb_export_job_init (WbExportJob *self)
{
  self->cancellable = g_cancellable_new ();
}

WbExportJob *
wb_export_job_new (WbDocument            *document,
                   const WbExportOptions *options,
                   const char            *path)
{
  WbExportJob *self;

  g_return_val_if_fail (WB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (WB_TYPE_EXPORT_JOB, NULL);
  self->document = g_object_ref (document);
  self->options = *options;
  self->path = g_strdup (path);
  self->name = g_path_get_basename (path);

  return self;
}

const char *
wb_export_job_get_name (WbExportJob *self)
{
  g_return_val_if_fail (WB_IS_EXPORT_JOB (self), NULL);

  return self->name;
}

double
wb_export_job_get_done (WbExportJob *self)
{
  g_return_val_if_fail (WB_IS_EXPORT_JOB (self), 0);

  return (double) g_atomic_int_get (&self->done) / STEPS;
}

char *
wb_export_job_dup_place (WbExportJob *self)
{
  guint n_pages;

  g_return_val_if_fail (WB_IS_EXPORT_JOB (self), NULL);

  n_pages = (guint) g_atomic_int_get (&self->n_pages);
  if (n_pages == 0)
    return g_strdup (_("The pages are being laid out"));

  return g_strdup_printf (_("Page %u of %u"), (guint) g_atomic_int_get (&self->page), n_pages);
}

/* On the thread that writes. */
static void
progress_func (double   done,
               guint    page,
               guint    n_pages,
               gpointer data)
{
  WbExportJob *self = data;

  g_atomic_int_set (&self->page, (int) page);
  g_atomic_int_set (&self->n_pages, (int) n_pages);
  g_atomic_int_set (&self->done, (int) (done * STEPS));
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  WbExportJob *self = WB_EXPORT_JOB (source);
  GError *error = NULL;

  if (wb_export_write_watched (self->document, &self->options, self->path, cancellable, progress_func, self, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
look_cb (gpointer user_data)
{
  WbExportJob *self = WB_EXPORT_JOB (user_data);
  const int done = g_atomic_int_get (&self->done);

  if (done != self->told)
    {
      self->told = done;
      g_signal_emit (self, signals[PROGRESS], 0);
    }

  return G_SOURCE_CONTINUE;
}

void
wb_export_job_run_async (WbExportJob         *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (WB_IS_EXPORT_JOB (self));
  g_return_if_fail (self->looking == 0);

  task = g_task_new (self, self->cancellable, callback, user_data);
  g_task_set_source_tag (task, wb_export_job_run_async);
  /* Whether the file is there decides, not whether somebody wanted to stop it too late. */
  g_task_set_check_cancellable (task, FALSE);
  self->looking = g_timeout_add (LOOK_MILLISECONDS, look_cb, self);
  g_task_run_in_thread (task, write_thread);
}

gboolean
wb_export_job_run_finish (WbExportJob   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (WB_IS_EXPORT_JOB (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  g_clear_handle_id (&self->looking, g_source_remove);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
wb_export_job_stop (WbExportJob *self)
{
  g_return_if_fail (WB_IS_EXPORT_JOB (self));

  g_cancellable_cancel (self->cancellable);
}
