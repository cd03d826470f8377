/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-export-window.h"

#include <glib/gi18n.h>

#include "wb-export-pane.h"

struct _WbExportWindow
{
  AdwWindow parent_instance;

  guint waiting; /* source that shows the window */
  gboolean over;

  /* Borrowed from ourselves */
  WbExportPane *pane;

  /* Owned */
  WbExportJob *job;

  /* Borrowed from whoever called */
  GAsyncReadyCallback callback;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (WbExportWindow, wb_export_window, ADW_TYPE_WINDOW)

/* It goes by itself, once the writing has come to its end. */
static gboolean
wb_export_window_close_request (GtkWindow *window)
{
  WbExportWindow *self = WB_EXPORT_WINDOW (window);

  if (!self->over)
    gtk_widget_activate_action (GTK_WIDGET (self->pane), "export.stop", NULL);

  return !self->over;
}

static void
wb_export_window_dispose (GObject *object)
{
  WbExportWindow *self = WB_EXPORT_WINDOW (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  /* With the window it belongs to. */
  if (!self->over && self->job != NULL)
    wb_export_job_stop (self->job);

  G_OBJECT_CLASS (wb_export_window_parent_class)->dispose (object);
}

static void
wb_export_window_finalize (GObject *object)
{
  WbExportWindow *self = WB_EXPORT_WINDOW (object);

  g_clear_object (&self->job);

  G_OBJECT_CLASS (wb_export_window_parent_class)->finalize (object);
}

static void
wb_export_window_class_init (WbExportWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_export_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_export_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = wb_export_window_close_request;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_export_window_init (WbExportWindow *self)
{
  self->pane = WB_EXPORT_PANE (wb_export_pane_new ());
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->pane));
}

static void
show_cb (gpointer user_data)
{
  WbExportWindow *self = WB_EXPORT_WINDOW (user_data);

  self->waiting = 0;
  wb_export_pane_set_job (self->pane, self->job);
  gtk_window_present (GTK_WINDOW (self));
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (WbExportWindow) self = user_data;

  self->over = TRUE;
  g_clear_handle_id (&self->waiting, g_source_remove);
  wb_export_pane_set_job (self->pane, NULL);
  gtk_window_destroy (GTK_WINDOW (self));
  self->callback (source, result, self->user_data);
}

void
wb_export_window_run (GtkWindow           *parent,
                      WbExportJob         *job,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  WbExportWindow *self;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (WB_IS_EXPORT_JOB (job));
  g_return_if_fail (callback != NULL);

  self = g_object_new (WB_TYPE_EXPORT_WINDOW, "title", _("Saving"), "modal", TRUE, "resizable", FALSE, "destroy-with-parent", TRUE,
                       "transient-for", parent, NULL);
  self->job = g_object_ref (job);
  self->callback = callback;
  self->user_data = user_data;
  self->waiting = g_timeout_add_once (WB_EXPORT_PANE_DELAY, show_cb, self);
  wb_export_job_run_async (job, run_cb, g_object_ref (self));
}
