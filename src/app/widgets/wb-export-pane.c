/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-export-pane.h"

#include <glib/gi18n.h>

#define PULSE_MILLISECONDS 120

struct _WbExportPane
{
  GtkBox parent_instance;

  guint pulse; /* source of the moving bar */

  /* Borrowed from ourselves */
  GtkLabel *title;
  GtkProgressBar *bar;
  GtkLabel *place;
  GtkWidget *stop;

  /* Owned */
  WbExportJob *job; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (WbExportPane, wb_export_pane, GTK_TYPE_BOX)

static void
progress_cb (WbExportPane *self)
{
  const double done = wb_export_job_get_done (self->job);
  g_autofree char *place = wb_export_job_dup_place (self->job);

  if (done <= 0)
    return;

  g_clear_handle_id (&self->pulse, g_source_remove);
  gtk_progress_bar_set_fraction (self->bar, done);
  gtk_progress_bar_set_show_text (self->bar, TRUE);
  gtk_label_set_text (self->place, place);
}

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (WB_EXPORT_PANE (user_data)->bar);

  return G_SOURCE_CONTINUE;
}

static void
stop_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  WbExportPane *self = WB_EXPORT_PANE (widget);

  if (self->job == NULL)
    return;

  wb_export_job_stop (self->job);
  gtk_label_set_text (self->place, _("Stopping…"));
  gtk_widget_action_set_enabled (widget, "export.stop", FALSE);
}

static void
wb_export_pane_dispose (GObject *object)
{
  WbExportPane *self = WB_EXPORT_PANE (object);

  g_clear_handle_id (&self->pulse, g_source_remove);
  if (self->job != NULL)
    g_signal_handlers_disconnect_by_data (self->job, self);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (wb_export_pane_parent_class)->dispose (object);
}

static void
wb_export_pane_class_init (WbExportPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_export_pane_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "export.stop", NULL, stop_action);
}

static GtkLabel *
add_label (WbExportPane *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (self), label);

  return GTK_LABEL (label);
}

static void
wb_export_pane_init (WbExportPane *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_object_set (self, "margin-top", 24, "margin-bottom", 24, "margin-start", 24, "margin-end", 24, NULL);

  self->title = add_label (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->bar), 260, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The document is being written"), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bar));
  self->place = add_label (self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->place, NULL, -1);
  self->stop = gtk_button_new_with_label (_("Stop"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->stop), "export.stop");
  gtk_widget_set_halign (self->stop, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), self->stop);
}

GtkWidget *
wb_export_pane_new (void)
{
  return g_object_new (WB_TYPE_EXPORT_PANE, NULL);
}

void
wb_export_pane_set_job (WbExportPane *self,
                        WbExportJob  *job)
{
  g_autofree char *title = NULL;

  g_return_if_fail (WB_IS_EXPORT_PANE (self));
  g_return_if_fail (job == NULL || WB_IS_EXPORT_JOB (job));

  g_clear_handle_id (&self->pulse, g_source_remove);
  if (self->job != NULL)
    g_signal_handlers_disconnect_by_data (self->job, self);
  g_set_object (&self->job, job);
  if (job == NULL)
    return;

  title = g_strdup_printf (_("“%s” is being written"), wb_export_job_get_name (job));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->place, "");
  gtk_progress_bar_set_show_text (self->bar, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.stop", TRUE);
  self->pulse = g_timeout_add (PULSE_MILLISECONDS, pulse_cb, self);
  g_signal_connect_object (job, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  progress_cb (self);
  gtk_widget_grab_focus (self->stop);
}
