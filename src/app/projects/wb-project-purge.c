/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-purge.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "wb-error-dialog.h"

/* From the question to the answer and to the end; counted, and the main thread's alone. */
typedef struct
{
  GtkWidget *widget;   /* (nullable) weak */
  WbProjectFile *file; /* (nullable) weak: whoever waits for it must not keep it open */
  WbOpenProjects *projects;
  WbFileTurn *turn; /* (nullable) while it has the file */
  gint64 size;      /* in bytes */
} Purge;

static void
end_turn (Purge *purge)
{
  g_clear_pointer (&purge->turn, wb_file_turn_end);
}

static void
purge_clear (gpointer data)
{
  Purge *purge = data;

  end_turn (purge);
  g_clear_weak_pointer (&purge->widget);
  g_clear_weak_pointer (&purge->file);
  g_object_unref (purge->projects);
}

static void
purge_unref (gpointer data)
{
  g_rc_box_release_full (data, purge_clear);
}

static void
closure_unref (gpointer  data,
               GClosure *closure)
{
  purge_unref (data);
}

static void
saved_cb (WbProjectFile *file,
          Purge         *purge)
{
  g_autofree char *size = g_format_size (purge->size);
  g_autofree char *text = g_strdup_printf (_("%s freed"), size);

  end_turn (purge);
  if (purge->widget != NULL)
    gtk_widget_activate_action (purge->widget, "win.toast", "s", text);
  g_signal_handlers_disconnect_by_data (file, purge);
}

/* It stays asked for and is done with the next change that can be written; meanwhile others may have the file. */
static void
save_failed_cb (WbProjectFile *file,
                const GError  *error,
                Purge         *purge)
{
  end_turn (purge);
}

/* Takes @data, the purge. */
static void
start_purge (WbFileTurn *turn,
             gpointer    data)
{
  Purge *purge = data;

  purge->turn = turn;
  if (purge->file != NULL && wb_open_projects_find (purge->projects, wb_project_file_get_path (purge->file)) == purge->file)
    {
      g_signal_connect_data (purge->file, "saved", G_CALLBACK (saved_cb), g_rc_box_acquire (purge), closure_unref, 0);
      g_signal_connect_data (purge->file, "save-failed", G_CALLBACK (save_failed_cb), g_rc_box_acquire (purge), closure_unref, 0);
      wb_project_file_purge (purge->file);
    }
  purge_unref (purge);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Purge            *purge)
{
  if (g_str_equal (response, "free") && purge->file != NULL)
    wb_file_turns_take (wb_open_projects_get_turns (purge->projects), wb_project_file_get_path (purge->file), start_purge,
                        g_rc_box_acquire (purge));
}

static void
present (GtkWidget *dialog)
{
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_nothing (GtkWindow *window)
{
  GtkWidget *dialog = adw_message_dialog_new (window, _("Nothing to Free"), _("No attachment that was removed takes up space in this project."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Close"));
  present (dialog);
}

static void
ask (GtkWindow *window,
     Purge     *purge)
{
  g_autofree char *size = g_format_size (purge->size);
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  body = g_strdup_printf (_("Attachments that were removed still take up %s in the project file, so that they can be brought back. If the space is freed, "
                            "that ends: “Undo” and the history then bring back only their names.\n\n"
                            "What is attached now stays. Earlier copies of the project keep what they hold, also those that the program made."),
                          size);
  dialog = adw_message_dialog_new (window, _("Free the Space of Removed Attachments?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Keep"), "free", _("_Free the Space"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "free", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), g_rc_box_acquire (purge), closure_unref, 0);
  present (dialog);
}

static void
measure_thread (GTask        *task,
                gpointer      source,
                gpointer      path,
                GCancellable *cancellable)
{
  GError *error = NULL;
  gint64 all, unused;

  if (wb_project_file_measure_attachments (path, &all, &unused, &error))
    g_task_return_int (task, unused);
  else
    g_task_return_error (task, error);
}

/* Takes @user_data, the purge. */
static void
measured_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Purge *purge = user_data;
  g_autoptr (GError) error = NULL;
  GtkRoot *root = purge->widget != NULL ? gtk_widget_get_root (purge->widget) : NULL;

  purge->size = g_task_propagate_int (G_TASK (result), &error);
  if (!GTK_IS_WINDOW (root))
    g_debug ("The window is gone, so nobody is asked");
  else if (error != NULL)
    wb_error_dialog_show (purge->widget, _("The Attachments Could Not Be Measured"), error);
  else if (purge->size > 0)
    ask (GTK_WINDOW (root), purge);
  else
    show_nothing (GTK_WINDOW (root));
  purge_unref (purge);
}

void
wb_project_purge_offer (GtkWidget      *widget,
                        WbOpenProjects *projects,
                        WbProjectFile  *file)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  Purge *purge;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (WB_IS_OPEN_PROJECTS (projects));
  g_return_if_fail (WB_IS_PROJECT_FILE (file));

  /* What was removed just now counts. */
  if (!wb_project_file_flush (file, &error))
    {
      wb_error_dialog_show (widget, _("The Attachments Could Not Be Measured"), error);
      return;
    }
  purge = g_rc_box_new0 (Purge);
  g_set_weak_pointer (&purge->widget, widget);
  g_set_weak_pointer (&purge->file, file);
  purge->projects = g_object_ref (projects);
  task = g_task_new (NULL, NULL, measured_cb, purge);
  g_task_set_task_data (task, g_strdup (wb_project_file_get_path (file)), g_free);
  g_task_run_in_thread (task, measure_thread);
}
