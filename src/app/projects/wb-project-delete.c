/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-delete.h"

#include <glib/gi18n-lib.h>

#include "wb-error-dialog.h"
#include "wb-error.h"
#include "wb-file-lock.h"
#include "wb-trash.h"

/* How long the way back is offered, in seconds. */
#define UNDO_SECONDS 20

/* A project on its way into the trash, and perhaps back. */
typedef struct
{
  gatomicrefcount ref_count;
  WbRecentProject recent; /* with strings of its own */
  WbServices *services;
  AdwToastOverlay *toasts; /* (nullable) weak */
  WbTrashed *trashed;      /* (nullable) */

  /* Set while it has the file, or waits for it */
  WbFileTurn *turn;
  GTaskThreadFunc work;
  GAsyncReadyCallback done;
} Deletion;

static void
deletion_unref (gpointer data)
{
  Deletion *deletion = data;

  if (!g_atomic_ref_count_dec (&deletion->ref_count))
    return;
  g_free (deletion->recent.path);
  g_free (deletion->recent.title);
  g_free (deletion->recent.guide_title);
  g_free (deletion->recent.next_step);
  g_clear_object (&deletion->services);
  g_clear_weak_pointer (&deletion->toasts);
  g_clear_pointer (&deletion->trashed, wb_trashed_free);
  g_free (deletion);
}

static Deletion *
deletion_ref (Deletion *deletion)
{
  g_atomic_ref_count_inc (&deletion->ref_count);

  return deletion;
}

/* (transfer full) */
static Deletion *
deletion_new (AdwToastOverlay       *toasts,
              WbServices            *services,
              const WbRecentProject *recent)
{
  Deletion *deletion = g_new0 (Deletion, 1);

  g_atomic_ref_count_init (&deletion->ref_count);
  deletion->recent = *recent;
  deletion->recent.path = g_strdup (recent->path);
  deletion->recent.title = g_strdup (recent->title);
  deletion->recent.guide_title = g_strdup (recent->guide_title);
  deletion->recent.next_step = g_strdup (recent->next_step);
  deletion->services = g_object_ref (services);
  g_set_weak_pointer (&deletion->toasts, toasts);

  return deletion;
}

static void
show_fault (Deletion     *deletion,
            const char   *title,
            const GError *error)
{
  if (deletion->toasts != NULL)
    wb_error_dialog_show (GTK_WIDGET (deletion->toasts), title, error);
}

static void
take_off_list (Deletion *deletion)
{
  g_autoptr (GError) error = NULL;

  if (!wb_user_store_forget_project (wb_services_get_store (deletion->services), deletion->recent.path, &error))
    show_fault (deletion, _("The List Could Not Be Changed"), error);
}

/* Takes @data, the deletion. */
static void
start_work (WbFileTurn *turn,
            gpointer    data)
{
  Deletion *deletion = data;
  g_autoptr (GTask) task = NULL;

  /* Only now is it sure which window has it open. */
  if (deletion->trashed == NULL
      && !wb_open_projects_close (wb_services_get_open_projects (deletion->services), deletion->recent.path))
    {
      wb_file_turn_end (turn);
      deletion_unref (deletion);
      return;
    }
  deletion->turn = turn;
  task = g_task_new (NULL, NULL, deletion->done, NULL);
  g_task_set_task_data (task, deletion, deletion_unref);
  g_task_run_in_thread (task, deletion->work);
}

/* When all who asked for the file before are through; @done begins with end_turn(). */
static void
work_in_turn (Deletion            *deletion,
              GTaskThreadFunc      work,
              GAsyncReadyCallback  done)
{
  deletion->work = work;
  deletion->done = done;
  wb_file_turns_take (wb_open_projects_get_turns (wb_services_get_open_projects (deletion->services)), deletion->recent.path, start_work,
                      deletion_ref (deletion));
}

/* (transfer none) */
static Deletion *
end_turn (GAsyncResult *result)
{
  Deletion *deletion = g_task_get_task_data (G_TASK (result));

  g_clear_pointer (&deletion->turn, wb_file_turn_end);

  return deletion;
}

/* Whoever has the project open would go on writing into what is gone. @lock: (out) (nullable) to be held until it is. */
static gboolean
keep_others_out (Deletion    *deletion,
                 WbFileLock **lock,
                 GError     **error)
{
  g_autofree char *name = g_filename_display_basename (deletion->recent.path);
  gboolean taken = FALSE;

  *lock = wb_file_lock_take (deletion->recent.path, &taken);
  if (taken)
    g_set_error (error, WB_ERROR, WB_ERROR_BUSY, _("“%s” is open elsewhere, so it was left as it is."), name);

  return !taken;
}

static void
take_back_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Deletion *deletion = data;
  GError *error = NULL;

  if (wb_trash_take_back (deletion->trashed, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  Deletion *deletion = end_turn (result);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error)
      || !wb_user_store_note_project (wb_services_get_store (deletion->services), &deletion->recent, &error))
    show_fault (deletion, _("The Project Was Not Brought Back"), error);
}

static void
undo_cb (AdwToast *toast,
         Deletion *deletion)
{
  work_in_turn (deletion, take_back_thread, taken_back_cb);
}

static void
offer_undo (Deletion *deletion)
{
  g_autofree char *text = g_strdup_printf (_("“%s” is in the trash"), deletion->recent.title);
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast;

  if (deletion->toasts == NULL)
    return;
  toast = adw_toast_new (title);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "wb-deletion", deletion_ref (deletion), deletion_unref);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (undo_cb), deletion);
  adw_toast_overlay_add_toast (deletion->toasts, toast);
}

static void
delete_for_good_thread (GTask        *task,
                        gpointer      source,
                        gpointer      data,
                        GCancellable *cancellable)
{
  Deletion *deletion = data;
  g_autoptr (GFile) file = g_file_new_for_path (deletion->recent.path);
  g_autoptr (WbFileLock) lock = NULL;
  GError *error = NULL;

  if (keep_others_out (deletion, &lock, &error) && g_file_delete (file, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
delete_for_good_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  Deletion *deletion = end_turn (result);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    take_off_list (deletion);
  else
    show_fault (deletion, _("The Project Was Not Deleted"), error);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Deletion         *deletion)
{
  if (g_str_equal (response, "delete"))
    work_in_turn (deletion, delete_for_good_thread, delete_for_good_cb);
}

static void
ask (Deletion *deletion)
{
  GtkRoot *root = deletion->toasts != NULL ? gtk_widget_get_root (GTK_WIDGET (deletion->toasts)) : NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (!GTK_IS_WINDOW (root))
    return;
  body = g_strdup_printf (_("There is no trash for the place where “%s” lies. If it is deleted, it cannot be brought back."),
                          deletion->recent.title);
  dialog = adw_message_dialog_new (GTK_WINDOW (root), _("Delete for Good?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Keep"), "delete", _("_Delete for Good"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_object_set_data_full (G_OBJECT (dialog), "wb-deletion", deletion_ref (deletion), deletion_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), deletion);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
trash_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Deletion *deletion = data;
  g_autoptr (WbFileLock) lock = NULL;
  GError *error = NULL;

  if (keep_others_out (deletion, &lock, &error))
    deletion->trashed = wb_trash_put (deletion->recent.path, &error);
  if (deletion->trashed != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
trashed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Deletion *deletion = end_turn (result);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      take_off_list (deletion);
      offer_undo (deletion);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    ask (deletion);
  else
    show_fault (deletion, _("The Project Was Not Deleted"), error);
}

void
wb_project_delete (AdwToastOverlay       *toasts,
                   WbServices            *services,
                   const WbRecentProject *recent)
{
  Deletion *deletion;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (toasts));
  g_return_if_fail (WB_IS_SERVICES (services));
  g_return_if_fail (recent != NULL);

  deletion = deletion_new (toasts, services, recent);
  work_in_turn (deletion, trash_thread, trashed_cb);
  deletion_unref (deletion);
}
