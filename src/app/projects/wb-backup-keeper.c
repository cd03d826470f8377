/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-backup-keeper.h"

struct _WbBackupKeeper
{
  GObject parent_instance;

  guint timeout; /* 0: nothing was changed since the last copy */
  gboolean failed;
  gboolean finished;

  /* Owned */
  WbBackupStore *store;
  char *path;
  GApplication *application; /* (nullable) */
};

enum
{
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbBackupKeeper, wb_backup_keeper, G_TYPE_OBJECT)

static void
wb_backup_keeper_dispose (GObject *object)
{
  WbBackupKeeper *self = WB_BACKUP_KEEPER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (wb_backup_keeper_parent_class)->dispose (object);
}

static void
wb_backup_keeper_finalize (GObject *object)
{
  g_free (WB_BACKUP_KEEPER (object)->path);

  G_OBJECT_CLASS (wb_backup_keeper_parent_class)->finalize (object);
}

static void
wb_backup_keeper_class_init (WbBackupKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_backup_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_backup_keeper_finalize;

  signals[FAILED] = g_signal_new ("failed", WB_TYPE_BACKUP_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR);
}

static void
wb_backup_keeper_init (WbBackupKeeper *self)
{
}

static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  WbBackupKeeper *self = source;
  GError *error = NULL;

  if (wb_backup_store_make (data, self->path, g_get_real_time () / G_USEC_PER_SEC, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  WbBackupKeeper *self = WB_BACKUP_KEEPER (source);
  g_autoptr (GApplication) held = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_debug ("%s", error->message);
      if (!self->failed && !self->finished)
        g_signal_emit (self, signals[FAILED], 0, error);
      self->failed = TRUE;
    }
  if (held != NULL)
    g_application_release (held);
}

static void
make (WbBackupKeeper *self)
{
  GApplication *held = self->application != NULL ? g_object_ref (self->application) : NULL;
  g_autoptr (GTask) task = g_task_new (self, NULL, made_cb, held);

  if (held != NULL)
    g_application_hold (held);
  g_task_set_source_tag (task, make);
  g_task_set_task_data (task, g_object_ref (self->store), g_object_unref);
  g_task_run_in_thread (task, make_thread);
}

static gboolean
timeout_cb (gpointer data)
{
  WbBackupKeeper *self = data;

  self->timeout = 0;
  make (self);

  return G_SOURCE_REMOVE;
}

static void
saved_cb (WbBackupKeeper *self)
{
  if (self->timeout == 0 && !self->finished)
    self->timeout = g_timeout_add_seconds (WB_BACKUP_INTERVAL_SECONDS, timeout_cb, self);
}

WbBackupKeeper *
wb_backup_keeper_new (WbBackupStore *store,
                      WbProjectFile *file)
{
  WbBackupKeeper *self;

  g_return_val_if_fail (WB_IS_BACKUP_STORE (store), NULL);
  g_return_val_if_fail (WB_IS_PROJECT_FILE (file), NULL);

  self = g_object_new (WB_TYPE_BACKUP_KEEPER, NULL);
  self->store = g_object_ref (store);
  self->path = g_strdup (wb_project_file_get_path (file));
  g_signal_connect_object (file, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  make (self);

  return self;
}

void
wb_backup_keeper_set_application (WbBackupKeeper *self,
                                  GApplication   *application)
{
  g_return_if_fail (WB_IS_BACKUP_KEEPER (self));
  g_return_if_fail (G_IS_APPLICATION (application));

  g_set_object (&self->application, application);
}

void
wb_backup_keeper_finish (WbBackupKeeper *self)
{
  g_return_if_fail (WB_IS_BACKUP_KEEPER (self));

  if (self->finished)
    return;
  self->finished = TRUE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  make (self);
}
