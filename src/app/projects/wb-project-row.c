/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-row.h"

#include <glib/gi18n-lib.h>

struct _WbProjectRow
{
  GtkListBoxRow parent_instance;

  /* Template widgets */
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *next_step;
  GtkWidget *progress_box;
  GtkProgressBar *bar;
  GtkLabel *count;
  GtkLabel *opened;
  GtkWidget *missing_box;
  GtkLabel *missing;

  /* Owned */
  char *path;
  GCancellable *cancellable;
};

enum
{
  FORGET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbProjectRow, wb_project_row, GTK_TYPE_LIST_BOX_ROW)

static void
forget_cb (WbProjectRow *self)
{
  g_signal_emit (self, signals[FORGET], 0);
}

static void
show_missing (WbProjectRow *self)
{
  g_autofree char *shown = g_filename_display_name (self->path);
  g_autofree char *text = g_strdup_printf (_("The file is not where it was: %s"), shown);

  gtk_label_set_text (self->missing, text);
  gtk_widget_set_visible (self->missing_box, TRUE);
  gtk_widget_set_visible (self->progress_box, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->next_step), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

static void
looked_for_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (WbProjectRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (!g_cancellable_is_cancelled (self->cancellable)
      && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    show_missing (self);
}

/* In the background, as the file may lie on a stick or a share that is slow to answer. */
static void
look_for_file (WbProjectRow *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, self->cancellable, looked_for_cb,
                           g_object_ref (self));
}

static void
wb_project_row_dispose (GObject *object)
{
  WbProjectRow *self = WB_PROJECT_ROW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_PROJECT_ROW);

  G_OBJECT_CLASS (wb_project_row_parent_class)->dispose (object);
}

static void
wb_project_row_finalize (GObject *object)
{
  WbProjectRow *self = WB_PROJECT_ROW (object);

  g_free (self->path);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (wb_project_row_parent_class)->finalize (object);
}

static void
wb_project_row_class_init (WbProjectRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_project_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_project_row_finalize;

  signals[FORGET] =
    g_signal_new ("forget", WB_TYPE_PROJECT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-project-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, title);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, next_step);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, progress_box);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, bar);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, count);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, opened);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, missing_box);
  gtk_widget_class_bind_template_child (widget_class, WbProjectRow, missing);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
}

static void
wb_project_row_init (WbProjectRow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (WbProjectRow          *self,
      const WbRecentProject *project)
{
  g_autoptr (GDateTime) opened = g_date_time_new_from_unix_local (project->opened);
  g_autofree char *count = NULL;
  g_autofree char *date = NULL;
  g_autofree char *last = NULL;
  g_autofree char *next = NULL;
  g_autofree char *name = NULL;

  count = g_strdup_printf (ngettext ("%u of %u step", "%u of %u steps", project->total),
                           project->done, project->total);
  /* Translators: a date as strftime() writes it. */
  date = opened != NULL ? g_date_time_format (opened, _("%d.%m.%Y")) : g_strdup ("");
  last = g_strdup_printf (_("Last opened %s"), date);
  next = project->next_step != NULL ? g_strdup_printf (_("Next: %s"), project->next_step)
                                    : g_strdup (_("All steps are done"));
  name = g_strdup_printf ("%s, %s, %s, %s", project->title, next, count, last);

  gtk_label_set_text (self->title, project->title);
  gtk_label_set_text (self->subtitle, project->guide_title);
  gtk_label_set_text (self->next_step, next);
  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->opened, last);
  gtk_progress_bar_set_fraction (self->bar, project->total > 0
                                              ? CLAMP ((double) project->done / project->total, 0, 1)
                                              : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
wb_project_row_new (const WbRecentProject *project)
{
  WbProjectRow *self;

  g_return_val_if_fail (project != NULL, NULL);

  self = g_object_new (WB_TYPE_PROJECT_ROW, NULL);
  self->path = g_strdup (project->path);
  fill (self, project);
  look_for_file (self);

  return GTK_WIDGET (self);
}

const char *
wb_project_row_get_path (WbProjectRow *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_ROW (self), NULL);

  return self->path;
}

gboolean
wb_project_row_get_missing (WbProjectRow *self)
{
  g_return_val_if_fail (WB_IS_PROJECT_ROW (self), FALSE);

  return gtk_widget_get_visible (self->missing_box);
}
