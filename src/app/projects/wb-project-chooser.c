/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-chooser.h"

#include <glib/gi18n-lib.h>

#include "wb-error-dialog.h"
#include "wb-project-copy.h"

/* Where a widget keeps the chooser that is asked just now. */
#define CHOOSER "wb-project-chooser"

/* What is to be saved where the user says. */
typedef struct
{
  GtkWidget *widget; /* borrowed: the handler goes with it */
  WbProjectFile *file;
  WbGuide *guide;
  GCancellable *cancellable;
} Save;

static void
save_free (gpointer  data,
           GClosure *closure)
{
  Save *save = data;

  g_object_unref (save->file);
  g_object_unref (save->guide);
  g_object_unref (save->cancellable);
  g_free (save);
}

/* (transfer full) (nullable) */
static char *
get_path (GtkNativeDialog *chooser,
          int              response)
{
  g_autoptr (GFile) place = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;

  return place != NULL ? g_file_get_path (place) : NULL;
}

/* NULL while another one is asked. */
static GtkFileChooserNative *
make_chooser (GtkWidget            *widget,
              const char           *title,
              GtkFileChooserAction  action,
              const char           *accept)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkFileChooserNative *chooser;

  if (g_object_get_data (G_OBJECT (widget), CHOOSER) != NULL)
    return NULL;
  chooser = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action, accept, _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data_full (G_OBJECT (widget), CHOOSER, chooser, g_object_unref);

  return chooser;
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (wb_project_copy_finish (result, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", _("Copy saved"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    wb_error_dialog_show (widget, _("The Copy Was Not Saved"), error);
}

static void
copy_place_cb (GtkNativeDialog *chooser,
               int              response,
               Save            *save)
{
  g_autofree char *path = get_path (chooser, response);
  GtkWidget *widget = save->widget;

  if (path != NULL)
    wb_project_copy_async (save->file, save->guide, path, save->cancellable, copied_cb, g_object_ref (widget));
  /* With it goes what was to be saved. */
  g_object_set_data (G_OBJECT (widget), CHOOSER, NULL);
}

void
wb_project_chooser_save_copy (GtkWidget     *widget,
                              WbProjectFile *file,
                              WbGuide       *guide,
                              GCancellable  *cancellable)
{
  g_autofree char *name = NULL;
  GtkFileChooserNative *chooser;
  Save *save;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (WB_IS_PROJECT_FILE (file) && WB_IS_GUIDE (guide));
  g_return_if_fail (G_IS_CANCELLABLE (cancellable));

  chooser = make_chooser (widget, _("Save a Copy"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"));
  if (chooser == NULL)
    return;
  save = g_new0 (Save, 1);
  save->widget = widget;
  save->file = g_object_ref (file);
  save->guide = g_object_ref (guide);
  save->cancellable = g_object_ref (cancellable);
  name = g_path_get_basename (wb_project_file_get_path (file));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_data (chooser, "response", G_CALLBACK (copy_place_cb), save, save_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
other_place_cb (GtkWidget       *widget,
                int              response,
                GtkNativeDialog *chooser)
{
  g_autofree char *path = get_path (chooser, response);

  g_object_set_data (G_OBJECT (widget), CHOOSER, NULL);
  if (path != NULL)
    gtk_widget_activate_action (widget, "project.merge-with", "s", path);
}

void
wb_project_chooser_find_other (GtkWidget *widget)
{
  g_autoptr (GtkFileFilter) filter = NULL;
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  chooser = make_chooser (widget, _("The Other Copy of This Project"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Compare"));
  if (chooser == NULL)
    return;
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _("Projects"));
  gtk_file_filter_add_suffix (filter, WB_PROJECT_SUFFIX + 1);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_signal_connect_object (chooser, "response", G_CALLBACK (other_place_cb), widget, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
