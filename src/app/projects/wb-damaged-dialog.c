/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-damaged-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "wb-error-dialog.h"
#include "wb-error.h"
#include "wb-project-file.h"
#include "wb-project-rescue.h"

/* What the dialogs know between them; lives as long as one of them, or a worker. */
typedef struct
{
  GtkWindow *parent; /* (nullable) weak */

  /* Owned */
  WbServices *services;
  char *path;
  char *output; /* (nullable) */
  char **words; /* (nullable) */
  GtkFileChooserNative *chooser; /* (nullable) */
} Rescue;

static void
rescue_clear (gpointer data)
{
  Rescue *rescue = data;

  g_clear_weak_pointer (&rescue->parent);
  g_object_unref (rescue->services);
  g_free (rescue->path);
  g_free (rescue->output);
  g_strfreev (rescue->words);
  g_clear_object (&rescue->chooser);
}

static void
rescue_unref (gpointer data)
{
  g_rc_box_release_full (data, rescue_clear);
}

static void
closure_unref (gpointer  data,
               GClosure *closure)
{
  rescue_unref (data);
}

static void
report_response_cb (GtkWidget  *dialog,
                    const char *response,
                    Rescue     *rescue)
{
  if (g_str_equal (response, "open") && rescue->parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (rescue->parent), "win.open-project", "s", rescue->output);
}

static void
show_report (Rescue *rescue)
{
  g_autofree char *name = g_filename_display_basename (rescue->output);
  g_autofree char *heading = g_strdup_printf (_("Saved as “%s”"), name);
  g_autofree char *lines = g_strjoinv (".\n", rescue->words);
  g_autofree char *text = g_strdup_printf ("%s.\n\n%s", lines, _("The damaged file was left as it is."));
  GtkWidget *dialog = adw_message_dialog_new (rescue->parent, heading, text);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"), "open", _("_Open"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "open");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (report_response_cb), g_rc_box_acquire (rescue), closure_unref, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
rescue_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Rescue *rescue = data;
  g_autoptr (WbSalvage) salvage = NULL;
  GError *error = NULL;

  salvage = wb_project_rescue (rescue->path, rescue->output, wb_services_get_library (rescue->services), &rescue->words, &error);
  if (salvage != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
rescued_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Rescue *rescue = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  const gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (rescue->parent == NULL)
    return;
  if (done)
    show_report (rescue);
  else
    wb_error_dialog_show (GTK_WIDGET (rescue->parent), _("Nothing Could Be Saved"), error);
}

static void
place_chosen_cb (GtkNativeDialog *chooser,
                 int              response,
                 Rescue          *rescue)
{
  g_autoptr (GFile) place = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autoptr (GTask) task = NULL;

  if (place == NULL || g_file_peek_path (place) == NULL)
    {
      g_clear_object (&rescue->chooser);
      return;
    }
  g_free (rescue->output);
  rescue->output = g_file_get_path (place);
  task = g_task_new (NULL, NULL, rescued_cb, NULL);
  g_task_set_task_data (task, g_rc_box_acquire (rescue), rescue_unref);
  g_task_run_in_thread (task, rescue_thread);
  g_clear_object (&rescue->chooser);
}

/* "Kita.wegbereiter" → "Kita-saved.wegbereiter" */
static char *
suggest_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, WB_PROJECT_SUFFIX))
    name[strlen (name) - strlen (WB_PROJECT_SUFFIX)] = '\0';

  /* Translators: part of the name of a file. */
  return g_strdup_printf ("%s-%s%s", name, _("saved"), WB_PROJECT_SUFFIX);
}

static void
ask_place (Rescue *rescue)
{
  g_autofree char *name = suggest_name (rescue->path);
  g_autofree char *folder = g_path_get_dirname (rescue->path);
  g_autoptr (GFile) place = g_file_new_for_path (folder);

  rescue->chooser = gtk_file_chooser_native_new (_("Save What Can Be Read"), rescue->parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                 _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (rescue->chooser), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (rescue->chooser), place, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (rescue->chooser), name);
  g_signal_connect_data (rescue->chooser, "response", G_CALLBACK (place_chosen_cb), g_rc_box_acquire (rescue), closure_unref, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (rescue->chooser));
}

static void
response_cb (GtkWidget  *dialog,
             const char *response,
             Rescue     *rescue)
{
  if (rescue->parent == NULL)
    return;
  if (g_str_equal (response, "rescue"))
    ask_place (rescue);
  else if (g_str_equal (response, "copies"))
    gtk_widget_activate_action (GTK_WIDGET (rescue->parent), "win.show-backups", "^ay", rescue->path);
}

/* Where another file would not help either, there is only the reason. */
static gboolean
may_be_damaged (const char   *path,
                const GError *error)
{
  return g_error_matches (error, WB_ERROR, WB_ERROR_CORRUPT)
         || (g_str_has_suffix (path, WB_PROJECT_SUFFIX)
             && !g_error_matches (error, WB_ERROR, WB_ERROR_NOT_FOUND) && !g_error_matches (error, WB_ERROR, WB_ERROR_BUSY)
             && !g_error_matches (error, WB_ERROR, WB_ERROR_NO_SPACE) && !g_error_matches (error, WB_ERROR, WB_ERROR_READ_ONLY));
}

void
wb_damaged_dialog_show (GtkWindow    *parent,
                        WbServices   *services,
                        const char   *path,
                        const GError *error)
{
  GtkWidget *dialog;
  Rescue *rescue;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (WB_IS_SERVICES (services));
  g_return_if_fail (path != NULL && error != NULL);

  if (!may_be_damaged (path, error))
    {
      wb_error_dialog_show (GTK_WIDGET (parent), _("The Project Could Not Be Opened"), error);
      return;
    }
  rescue = g_rc_box_new0 (Rescue);
  rescue->services = g_object_ref (services);
  rescue->path = g_strdup (path);
  g_set_weak_pointer (&rescue->parent, parent);
  dialog = adw_message_dialog_new (parent, _("The Project Could Not Be Opened"), error->message);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"), "rescue", _("_Save What Can Be Read…"), NULL);
  if (wb_services_get_backups (services) != NULL)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "copies", _("Open a _Copy…"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "copies", ADW_RESPONSE_SUGGESTED);
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), rescue, closure_unref, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
