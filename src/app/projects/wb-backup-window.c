/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-backup-window.h"

#include <glib/gi18n-lib.h>

#include "wb-backup-words.h"
#include "wb-block-view.h"
#include "wb-document-actions.h"
#include "wb-document-builder.h"
#include "wb-error-dialog.h"
#include "wb-error.h"
#include "wb-fitting-size.h"
#include "wb-free-path.h"
#include "wb-payload-reader.h"
#include "wb-project-file.h"

struct _WbBackupWindow
{
  AdwWindow parent_instance;

  /* Owned */
  WbBackupStore *store;
  char *path;
  GPtrArray *backups; /* (nullable) WbBackup, the newest first */
  GCancellable *cancellable;
  GCancellable *looking; /* (nullable) at the copy that was chosen last */
  GtkFileChooserNative *chooser; /* (nullable) while a place is asked for */

  /* Owned by the widget tree */
  GtkListBox *list;
  GtkStack *stack;
  GtkLabel *head;
  WbBlockView *view;
};

G_DEFINE_FINAL_TYPE (WbBackupWindow, wb_backup_window, ADW_TYPE_WINDOW)

/* A copy on its way from a worker. */
typedef struct
{
  WbProjectFile *file;
  WbGuide *guide;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_clear_object (&look->file);
  g_clear_object (&look->guide);
  g_free (look);
}

/* A copy on its way to a file of its own. */
typedef struct
{
  char *from;
  char *to;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_free (copy->from);
  g_free (copy->to);
  g_free (copy);
}

static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format (time, "%x %H:%M") : g_strdup ("");
}

/* (nullable) (transfer none) */
static const WbBackup *
get_chosen (WbBackupWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL && self->backups != NULL ? g_ptr_array_index (self->backups, gtk_list_box_row_get_index (row)) : NULL;
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_row (const WbBackup *backup)
{
  g_autofree char *time = format_time (backup->time);
  g_autofree char *size = g_format_size (backup->size);
  g_autofree char *words = wb_backup_to_words (backup);
  g_autofree char *detail = g_strdup_printf ("%s · %s", words, size);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_list_box_row_new ();

  g_object_set (box, "margin-top", 8, "margin-bottom", 8, "margin-start", 12, "margin-end", 12, NULL);
  gtk_box_append (GTK_BOX (box), make_label (time, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (detail, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, time,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);

  return row;
}

/* Of which project the copies are looked for. */
typedef struct
{
  WbBackupStore *store;
  char *path;
} Listing;

static void
listing_free (gpointer data)
{
  Listing *listing = data;

  g_object_unref (listing->store);
  g_free (listing->path);
  g_free (listing);
}

static void
list_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Listing *listing = data;
  GError *error = NULL;
  GPtrArray *backups = wb_backup_store_list (listing->store, listing->path, &error);

  if (backups != NULL)
    g_task_return_pointer (task, backups, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (WbBackupWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (backups == NULL)
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The Copies Cannot Be Listed"), error);
      return;
    }
  self->backups = g_steal_pointer (&backups);
  for (guint i = 0; i < self->backups->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (self->backups, i)));
  gtk_stack_set_visible_child_name (self->stack, self->backups->len > 0 ? "list" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backup.show-folder", self->backups->len > 0);
}

static void
load (WbBackupWindow *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, listed_cb, g_object_ref (self));
  Listing *listing = g_new0 (Listing, 1);

  listing->store = g_object_ref (self->store);
  listing->path = g_strdup (self->path);
  g_task_set_task_data (task, listing, listing_free);
  g_task_run_in_thread (task, list_thread);
}

static void
look_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Look *look = g_new0 (Look, 1);
  GError *error = NULL;

  look->file = wb_project_file_look (data, _("This is a copy that was kept of the project."), &error);
  if (look->file != NULL)
    look->guide = wb_guide_from_json (wb_project_file_get_guide_id (look->file), wb_project_file_get_guide_title (look->file),
                                      wb_project_file_get_guide_json (look->file), &error);
  if (look->guide != NULL)
    {
      g_task_return_pointer (task, look, look_free);
      return;
    }
  look_free (look);
  g_task_return_error (task, error);
}

static void
set_chosen (WbBackupWindow *self,
            gboolean        chosen)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backup.restore", chosen);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backup.open-as-new", chosen);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (WbBackupWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  Look *look = g_task_propagate_pointer (G_TASK (result), &error);

  if (look != NULL)
    {
      WbTemplateContext context = {
        .town = wb_project_file_get_town (look->file),
        .project = wb_project_file_get_title (look->file),
        .guide = look->guide,
        .answers = wb_project_file_get_answers (look->file),
      };
      g_autoptr (WbDocument) document = wb_document_builder_project (&context);

      wb_block_view_set_block (self->view, wb_document_get_root (document));
      set_chosen (self, TRUE);
      look_free (look);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    wb_error_dialog_show (GTK_WIDGET (self), _("This Copy Cannot Be Read"), error);
}

static void
row_selected_cb (WbBackupWindow *self)
{
  const WbBackup *backup = get_chosen (self);
  g_autoptr (GTask) task = NULL;
  g_autofree char *time = NULL;
  g_autofree char *head = NULL;

  if (backup == NULL)
    return;
  time = format_time (backup->time);
  head = g_strdup_printf (_("The project as it was on %s"), time);
  gtk_label_set_text (self->head, head);
  /* Only what can be read can be restored, and nobody takes one copy for another. */
  set_chosen (self, FALSE);
  wb_block_view_set_block (self->view, NULL);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();
  task = g_task_new (NULL, self->looking, looked_cb, g_object_ref (self));
  g_task_set_task_data (task, g_strdup (backup->path), g_free);
  g_task_run_in_thread (task, look_thread);
}

/* A screen reader activates, and does not select. */
static void
row_activated_cb (WbBackupWindow *self,
                  GtkListBoxRow  *row)
{
  gtk_list_box_select_row (self->list, row);
}

/* What the window below is to do once this one is gone. */
typedef struct
{
  WbBackupWindow *window;
  const char *action; /* static */
  GVariant *target;
} Handover;

static void
handover_free (gpointer data)
{
  Handover *handover = data;

  g_object_unref (handover->window);
  g_variant_unref (handover->target);
  g_free (handover);
}

static gboolean
hand_over_cb (gpointer data)
{
  Handover *handover = data;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (handover->window));

  if (parent == NULL)
    return G_SOURCE_REMOVE;
  g_object_ref (parent);
  gtk_window_destroy (GTK_WINDOW (handover->window));
  gtk_widget_activate_action_variant (GTK_WIDGET (parent), handover->action, handover->target);
  g_object_unref (parent);

  return G_SOURCE_REMOVE;
}

/* Later, when a dialog that asked is gone as well. */
static void
close_and_activate (WbBackupWindow *self,
                    const char     *action,
                    GVariant       *target)
{
  Handover *handover = g_new0 (Handover, 1);

  handover->window = g_object_ref (self);
  handover->action = action;
  handover->target = g_variant_ref_sink (target);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, hand_over_cb, handover, handover_free);
}

static void
restore_response_cb (WbBackupWindow *self,
                     const char     *response)
{
  const WbBackup *backup = get_chosen (self);

  if (g_str_equal (response, "restore") && backup != NULL)
    close_and_activate (self, "win.restore-backup", g_variant_new ("(^ay^ay)", self->path, backup->path));
}

static void
restore_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  WbBackupWindow *self = WB_BACKUP_WINDOW (widget);
  const WbBackup *backup = get_chosen (self);
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  if (backup == NULL)
    return;
  time = format_time (backup->time);
  text = g_strdup_printf (_("The project becomes what it was on %s. What it is now is kept as a copy first, so nothing is lost."), time);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Restore This Copy?"), text);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "restore", _("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "restore");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (restore_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
copy_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Copy *copy = data;
  GError *error = NULL;

  if (wb_project_file_copy (copy->from, copy->to, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (WbBackupWindow) self = user_data;
  const Copy *copy = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    close_and_activate (self, "win.open-project", g_variant_new_string (copy->to));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    wb_error_dialog_show (GTK_WIDGET (self), _("The Copy Was Not Saved"), error);
}

/* "Sozialräume.wegbereiter" → "Sozialräume-2026-11-22.wegbereiter" */
static char *
suggest_name (WbBackupWindow *self,
              const WbBackup *backup)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (backup->time);
  g_autofree char *day = g_date_time_format (time, "%Y-%m-%d");

  if (g_str_has_suffix (name, WB_PROJECT_SUFFIX))
    name[strlen (name) - strlen (WB_PROJECT_SUFFIX)] = '\0';

  return g_strconcat (name, "-", day, WB_PROJECT_SUFFIX, NULL);
}

/* Nothing is there at @path. */
static void
start_copy (WbBackupWindow *self,
            const char     *path)
{
  const WbBackup *backup = get_chosen (self);
  g_autoptr (GTask) task = NULL;
  Copy *copy;

  if (backup == NULL)
    return;
  copy = g_new0 (Copy, 1);
  copy->from = g_strdup (backup->path);
  copy->to = g_strdup (path);
  task = g_task_new (NULL, self->cancellable, copied_cb, g_object_ref (self));
  g_task_set_task_data (task, copy, copy_free);
  g_task_run_in_thread (task, copy_thread);
}

static void
place_chosen_cb (WbBackupWindow *self,
                 int             response)
{
  g_autoptr (GFile) place = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;
  g_autofree char *typed = place != NULL ? g_file_get_path (place) : NULL;
  g_autofree char *path = typed != NULL ? wb_document_complete_path (typed, WB_PROJECT_SUFFIX) : NULL;

  g_clear_object (&self->chooser);
  if (path != NULL)
    {
      wb_backup_window_save_to (self, path);
    }
  else if (place != NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (WB_ERROR, WB_ERROR_INVALID,
                                                      _("A copy can only be saved on this computer; nothing was saved."));

      wb_error_dialog_show (GTK_WIDGET (self), _("The Copy Was Not Saved"), error);
    }
}

/* @path: proposed. */
static void
ask_for_place (WbBackupWindow *self,
               const char     *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GFile) place = g_file_new_for_path (folder);

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Open the Copy as a New File"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                               _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), place, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (place_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
other_name_cb (WbBackupWindow   *self,
               const char       *response,
               AdwMessageDialog *dialog)
{
  const char *path = g_object_get_data (G_OBJECT (dialog), "path");

  if (g_str_equal (response, "use"))
    wb_backup_window_save_to (self, path);
  else if (g_str_equal (response, "choose"))
    ask_for_place (self, path);
}

/* No file is ever replaced by a copy: another name is proposed. @free_path: what is free. */
static void
ask_for_other_name (WbBackupWindow *self,
                    const char     *path,
                    const char     *free_path)
{
  g_autofree char *taken = g_filename_display_basename (path);
  g_autofree char *other = g_filename_display_basename (free_path);
  g_autofree char *title = g_strdup_printf (_("“%s” Is There Already"), taken);
  g_autofree char *text = g_strdup_printf (_("That file stays as it is. The name “%s” is free."), other);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), title, text);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "choose", _("Choose _Another Name…"), "use",
                                    _("_Use the Free Name"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "use", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "use");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "path", g_strdup (free_path), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (other_name_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
wb_backup_window_save_to (WbBackupWindow *self,
                          const char     *path)
{
  g_autofree char *free_path = NULL;

  g_return_if_fail (WB_IS_BACKUP_WINDOW (self));
  g_return_if_fail (path != NULL);

  free_path = wb_free_path_find (path);
  if (g_str_equal (free_path, path))
    start_copy (self, path);
  else
    ask_for_other_name (self, path, free_path);
}

static void
open_as_new_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  WbBackupWindow *self = WB_BACKUP_WINDOW (widget);
  const WbBackup *backup = get_chosen (self);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *free_path = NULL;

  if (backup == NULL)
    return;
  name = suggest_name (self, backup);
  path = g_build_filename (folder, name, NULL);
  free_path = wb_free_path_find (path);
  ask_for_place (self, free_path);
}

static void
show_folder_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  WbBackupWindow *self = WB_BACKUP_WINDOW (widget);
  g_autofree char *place = NULL;
  g_autofree char *uri = NULL;

  if (self->backups == NULL || self->backups->len == 0)
    return;
  place = g_path_get_dirname (((const WbBackup *) g_ptr_array_index (self->backups, 0))->path);
  uri = g_filename_to_uri (place, NULL, NULL);
  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static void
wb_backup_window_dispose (GObject *object)
{
  WbBackupWindow *self = WB_BACKUP_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->chooser);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (wb_backup_window_parent_class)->dispose (object);
}

static void
wb_backup_window_finalize (GObject *object)
{
  WbBackupWindow *self = WB_BACKUP_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_free (self->path);

  G_OBJECT_CLASS (wb_backup_window_parent_class)->finalize (object);
}

static void
wb_backup_window_class_init (WbBackupWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_backup_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_backup_window_finalize;

  gtk_widget_class_install_action (widget_class, "backup.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "backup.open-as-new", NULL, open_as_new_action);
  gtk_widget_class_install_action (widget_class, "backup.show-folder", NULL, show_folder_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_backup_window_init (WbBackupWindow *self)
{
  self->cancellable = g_cancellable_new ();
  wb_fitting_size_set (GTK_WINDOW (self), 1100, 680);
  gtk_window_set_title (GTK_WINDOW (self), _("Copies of the Project"));
  set_chosen (self, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backup.show-folder", FALSE);
}

static GtkWidget *
make_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static GtkWidget *
make_button (const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
make_list (WbBackupWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = g_strdup_printf (_("The last %d, and one a day for %d days, are kept on this computer."),
                                           WB_BACKUP_KEEP_LAST, WB_BACKUP_KEEP_DAYS);
  GtkWidget *note = make_label (text, "caption");
  GtkWidget *button = make_button (_("Show Folder"), "backup.show-folder");

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Copies"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_object_set (note, "margin-top", 12, "margin-start", 12, "margin-end", 12, NULL);
  g_object_set (button, "margin-top", 8, "margin-bottom", 12, "margin-start", 12, "margin-end", 12, NULL);
  gtk_box_append (GTK_BOX (box), make_scroller (GTK_WIDGET (self->list)));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_size_request (box, 290, -1);

  return box;
}

static GtkWidget *
make_state (WbBackupWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *restore = make_button (_("Restore…"), "backup.restore");

  self->head = GTK_LABEL (make_label (_("Choose a copy on the left to look at it."), "heading"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->head), TRUE);
  gtk_widget_add_css_class (restore, "suggested-action");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (bar), make_button (_("Open as New File…"), "backup.open-as-new"));
  gtk_box_append (GTK_BOX (bar), restore);
  g_object_set (bar, "margin-top", 12, "margin-bottom", 12, "margin-start", 24, "margin-end", 24, NULL);

  self->view = WB_BLOCK_VIEW (wb_block_view_new ());
  g_object_set (self->view, "margin-bottom", 24, "margin-start", 24, "margin-end", 24, NULL);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), make_scroller (GTK_WIDGET (self->view)));

  return box;
}

static void
build (WbBackupWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *panes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *empty = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _("No Copies Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty), _("A copy is kept each time the project is opened, changed and closed."));
  gtk_box_append (GTK_BOX (panes), make_list (self));
  gtk_box_append (GTK_BOX (panes), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (panes), make_state (self));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "loading");
  gtk_stack_add_named (self->stack, panes, "list");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
}

GtkWidget *
wb_backup_window_new (GtkWindow     *parent,
                      WbBackupStore *store,
                      const char    *path)
{
  WbBackupWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (WB_IS_BACKUP_STORE (store), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (WB_TYPE_BACKUP_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  self->store = g_object_ref (store);
  self->path = g_strdup (path);
  build (self);
  load (self);

  return GTK_WIDGET (self);
}
