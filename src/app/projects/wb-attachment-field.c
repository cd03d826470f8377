/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-attachment-field.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "wb-attachment-row.h"
#include "wb-attachment.h"
#include "wb-error-dialog.h"
#include "wb-error.h"
#include "wb-project-file.h"

/* How often the bar follows, and from when on it is shown, in milliseconds. */
#define TICK_MS 100
/* What is done of the reading is counted in this many bytes, so that it fits an atomic number. */
#define UNIT 1024

struct _WbAttachmentField
{
  WbFieldRow parent_instance;

  /* Borrowed from the control */
  GtkBox *rows;
  GtkWidget *add_button;
  GtkWidget *busy;
  GtkWidget *stop;
  GtkProgressBar *bar;

  /* Owned; (nullable) while nothing is asked for or read */
  GtkFileChooserNative *chooser;
  GCancellable *cancellable;
  char *wanted; /* row of the file that is to be saved */
  guint tick;

  /* Written by the thread that reads */
  gint done;
  gint total;
};

G_DEFINE_FINAL_TYPE (WbAttachmentField, wb_attachment_field, WB_TYPE_FIELD_ROW)

static WbProjectFile *
get_file (WbAttachmentField *self)
{
  return wb_form_context_get_file (wb_field_row_get_context (WB_FIELD_ROW (self)));
}

static const char *
get_field (WbAttachmentField *self)
{
  return wb_field_row_get_field (WB_FIELD_ROW (self))->id;
}

/* (nullable) */
static WbAttachmentRow *
find_row (WbAttachmentField *self,
          const char        *row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (wb_attachment_row_get_row (WB_ATTACHMENT_ROW (child)), row))
      return WB_ATTACHMENT_ROW (child);

  return NULL;
}

/* (transfer full) */
static WbAttachment *
read_row (WbAttachmentField *self,
          const char        *row)
{
  return wb_attachment_read (wb_field_row_get_answers (WB_FIELD_ROW (self)), get_field (self), row);
}

/* What is waited for: this widget, which may have gone from the window, and that window. */
typedef struct
{
  WbAttachmentField *field;
  GWeakRef window;
} Waiting;

/* (transfer full) */
static Waiting *
waiting_new (WbAttachmentField *self)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->field = g_object_ref (self);
  g_weak_ref_init (&waiting->window, gtk_widget_get_root (GTK_WIDGET (self)));

  return waiting;
}

/* Takes @waiting. @window: (nullable) (transfer full) where it is still there. (transfer full) */
static WbAttachmentField *
waiting_finish (Waiting    *waiting,
                GtkWindow **window)
{
  WbAttachmentField *self = waiting->field;

  *window = g_weak_ref_get (&waiting->window);
  g_weak_ref_clear (&waiting->window);
  g_free (waiting);

  return self;
}

/* @window: (nullable), and then nobody is there to read it. */
static void
toast (GtkWindow  *window,
       const char *text)
{
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", text);
}

/*
 * Attaching.
 */

static gboolean
tick_cb (gpointer data)
{
  WbAttachmentField *self = data;
  const gint total = g_atomic_int_get (&self->total);

  gtk_widget_set_visible (self->busy, TRUE);
  /* What cannot be pressed any more cannot keep the focus. */
  if (gtk_widget_is_focus (self->add_button))
    gtk_widget_grab_focus (self->stop);
  gtk_widget_set_sensitive (self->add_button, FALSE);
  if (total > 0)
    gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) g_atomic_int_get (&self->done) / total, 0, 1));

  return G_SOURCE_CONTINUE;
}

/* On the thread that reads. */
static void
progress_cb (gint64   read,
             gint64   size,
             gpointer user_data)
{
  WbAttachmentField *self = user_data;

  g_atomic_int_set (&self->total, (gint) MIN (size / UNIT + 1, G_MAXINT));
  g_atomic_int_set (&self->done, (gint) MIN (read / UNIT, G_MAXINT));
}

static void
set_busy (WbAttachmentField *self,
          gboolean           busy)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->cancellable);
  if (busy)
    {
      self->cancellable = g_cancellable_new ();
      self->done = self->total = 0;
      self->tick = g_timeout_add (TICK_MS, tick_cb, self);
      gtk_progress_bar_set_fraction (self->bar, 0);
    }
  else
    {
      gtk_widget_set_sensitive (self->add_button, TRUE);
      if (gtk_widget_is_focus (self->stop))
        gtk_widget_grab_focus (self->add_button);
      gtk_widget_set_visible (self->busy, FALSE);
    }
}

/* Who has gone on to another step is told in a dialog. */
static void
tell_problem (WbAttachmentField *self,
              GtkWindow         *window,
              const char        *heading,
              const GError      *error)
{
  if (g_error_matches (error, WB_ERROR, WB_ERROR_CANCELLED))
    return;
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    wb_field_row_set_problem (WB_FIELD_ROW (self), error->message);
  else if (window != NULL)
    wb_error_dialog_show (GTK_WIDGET (window), heading, error);
}

static void
attached_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWindow) window = NULL;
  g_autoptr (WbAttachmentField) self = waiting_finish (user_data, &window);
  g_autoptr (GError) error = NULL;

  if (self->rows != NULL)
    set_busy (self, FALSE);
  if (!wb_project_file_attach_finish (WB_PROJECT_FILE (source), result, &error))
    tell_problem (self, window, _("Nothing Was Attached"), error);
}

void
wb_attachment_field_attach (WbAttachmentField *self,
                            const char *const *paths)
{
  g_return_if_fail (WB_IS_ATTACHMENT_FIELD (self));
  g_return_if_fail (paths != NULL);

  if (get_file (self) == NULL || self->cancellable != NULL || paths[0] == NULL)
    return;
  wb_field_row_flush (WB_FIELD_ROW (self));
  wb_field_row_set_problem (WB_FIELD_ROW (self), NULL);
  set_busy (self, TRUE);
  wb_project_file_attach_async (get_file (self), get_field (self), paths, progress_cb, self, self->cancellable, attached_cb, waiting_new (self));
}

static void
attach_files (WbAttachmentField *self,
              GSList            *files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (GSList *link = files; link != NULL; link = link->next)
    {
      g_autofree char *path = g_file_get_path (link->data);

      if (path == NULL)
        {
          wb_field_row_set_problem (WB_FIELD_ROW (self), _("Only files on this computer can be attached; nothing was attached."));
          return;
        }
      g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  wb_attachment_field_attach (self, (const char *const *) paths);
}

static void
chosen_cb (WbAttachmentField *self,
           int                response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GListModel) files = NULL;
  GSList *list = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    return;
  files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  for (guint i = g_list_model_get_n_items (files); i > 0; i--)
    list = g_slist_prepend (list, g_list_model_get_item (files, i - 1));
  attach_files (self, list);
  g_slist_free_full (list, g_object_unref);
}

/* Asks for files; one question at a time. */
static void
ask (WbAttachmentField    *self,
     const char           *title,
     GtkFileChooserAction  action,
     const char           *accept,
     GCallback             callback)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->chooser = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action, accept, _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", callback, self, G_CONNECT_SWAPPED);
}

static void
add_cb (WbAttachmentField *self)
{
  if (self->chooser != NULL || self->cancellable != NULL)
    return;
  ask (self, _("Attach Files"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Attach"), G_CALLBACK (chosen_cb));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
cancel_cb (WbAttachmentField *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static gboolean
dropped_cb (GtkDropTarget     *target,
            const GValue      *value,
            double             x,
            double             y,
            WbAttachmentField *self)
{
  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) || self->cancellable != NULL)
    return FALSE;
  attach_files (self, g_value_get_boxed (value));

  return TRUE;
}

/*
 * Taking out.
 */

/* A file on its way out, on a thread. */
typedef struct
{
  WbAttachmentCopies *copies; /* (nullable) to be opened; NULL: to be saved */
  char *project;
  char *hash;
  char *name;
  char *output; /* (nullable) */
  gboolean program; /* opening it could start one, whatever it says of itself */
} Taking;

static void
taking_free (gpointer data)
{
  Taking *taking = data;

  g_clear_object (&taking->copies);
  g_free (taking->project);
  g_free (taking->hash);
  g_free (taking->name);
  g_free (taking->output);
  g_free (taking);
}

/* By the bytes that were written: its name and type stood in the project file. */
static gboolean
holds_program (const char  *path,
               GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *name = g_path_get_basename (path);
  guint8 start[4096];
  gsize size;

  return stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start, &size, NULL, error)
         || wb_attachment_holds_program (name, start, size);
}

static void
take_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Taking *taking = task_data;
  GError *error = NULL;

  if (taking->copies != NULL)
    taking->output = wb_attachment_copies_make (taking->copies, taking->project, taking->hash, taking->name, &error);
  else
    wb_project_file_save_attachment (taking->project, taking->hash, taking->output, &error);
  if (error == NULL && taking->copies != NULL)
    taking->program = holds_program (taking->output, &error);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
take_out (WbAttachmentField   *self,
          const WbAttachment  *about,
          const char          *output,
          GAsyncReadyCallback  callback)
{
  /* A widget must not be let go on the thread. */
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, waiting_new (self));
  Taking *taking = g_new0 (Taking, 1);

  if (output == NULL)
    taking->copies = g_object_ref (wb_form_context_get_copies (wb_field_row_get_context (WB_FIELD_ROW (self))));
  taking->project = g_strdup (wb_project_file_get_path (get_file (self)));
  taking->hash = g_strdup (about->hash);
  taking->name = g_strdup (about->name);
  taking->output = g_strdup (output);
  wb_field_row_set_problem (WB_FIELD_ROW (self), NULL);
  g_task_set_task_data (task, taking, taking_free);
  g_task_run_in_thread (task, take_thread);
}

static void
tell_program (WbAttachmentField *self)
{
  wb_field_row_set_problem (WB_FIELD_ROW (self),
                            _("Opening such a file could start a program, so it is not opened here. You can save a copy."));
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GtkWindow) window = NULL;
  g_autoptr (WbAttachmentField) self = waiting_finish (user_data, &window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) problem = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    {
      toast (window, _("Opened as a copy that cannot be changed"));
      return;
    }
  problem = g_error_new_literal (WB_ERROR, WB_ERROR_FAILED,
                                 _("This computer has no program that opens such files; you can save a copy."));
  tell_problem (self, window, _("The File Was Not Opened"), problem);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWindow) window = NULL;
  g_autoptr (WbAttachmentField) self = waiting_finish (user_data, &window);
  Taking *taking = g_task_get_task_data (G_TASK (result));
  g_autofree char *uri = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      tell_problem (self, window, _("The File Was Not Opened"), error);
      return;
    }
  if (taking->program)
    {
      tell_program (self);
      return;
    }
  uri = g_filename_to_uri (taking->output, NULL, NULL);
  /* Whoever has gone on to another step meanwhile is not shown what they do not look at any more. */
  if (uri != NULL && window != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_show_uri_full (window, uri, GDK_CURRENT_TIME, NULL, shown_cb, waiting_new (self));
}

static void
open_cb (WbAttachmentField *self,
         WbAttachmentRow   *child)
{
  g_autoptr (WbAttachment) about = read_row (self, wb_attachment_row_get_row (child));

  if (get_file (self) == NULL)
    return;
  if (wb_attachment_is_program (about))
    tell_program (self);
  else
    take_out (self, about, NULL, opened_cb);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GtkWindow) window = NULL;
  g_autoptr (WbAttachmentField) self = waiting_finish (user_data, &window);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    toast (window, _("Copy saved"));
  else
    tell_problem (self, window, _("The Copy Was Not Saved"), error);
}

/* The project must not be replaced by something out of it. */
static gboolean
is_project (WbAttachmentField *self,
            const char        *path)
{
  GStatBuf project, file;

  return g_stat (wb_project_file_get_path (get_file (self)), &project) == 0 && g_stat (path, &file) == 0
         && project.st_dev == file.st_dev && project.st_ino == file.st_ino;
}

static void
place_cb (WbAttachmentField *self,
          int                response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autofree char *row = g_steal_pointer (&self->wanted);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (WbAttachment) about = NULL;

  file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  if (file == NULL)
    return;
  path = g_file_get_path (file);
  if (path == NULL)
    {
      wb_field_row_set_problem (WB_FIELD_ROW (self), _("A copy can only be saved on this computer; nothing was saved."));
      return;
    }
  if (is_project (self, path))
    {
      wb_field_row_set_problem (WB_FIELD_ROW (self), _("That is the project itself; please choose another name."));
      return;
    }
  about = read_row (self, row);
  take_out (self, about, path, saved_cb);
}

static void
save_cb (WbAttachmentField *self,
         WbAttachmentRow   *child)
{
  g_autoptr (WbAttachment) about = read_row (self, wb_attachment_row_get_row (child));

  if (self->chooser != NULL || get_file (self) == NULL)
    return;
  g_free (self->wanted);
  self->wanted = g_strdup (about->row);
  ask (self, _("Save a Copy"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), G_CALLBACK (place_cb));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), about->name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/*
 * Removing.
 */

/* A file that was removed, to be had again. */
typedef struct
{
  GWeakRef answers;
  char *field;
  char *row;
  guint position;
  GPtrArray *cells; /* char *: column, value, column, value … */
} Removed;

static void
removed_free (gpointer  data,
              GClosure *closure)
{
  Removed *removed = data;

  g_weak_ref_clear (&removed->answers);
  g_free (removed->field);
  g_free (removed->row);
  g_ptr_array_unref (removed->cells);
  g_free (removed);
}

static Removed *
remember (WbAttachmentField *self,
          const char        *row)
{
  static const char *const columns[] = { WB_ATTACHMENT_NAME, WB_ATTACHMENT_DATE, WB_ATTACHMENT_NOTE,
                                         WB_ATTACHMENT_TYPE, WB_ATTACHMENT_SIZE, WB_ATTACHMENT_HASH };
  WbAnswers *answers = wb_field_row_get_answers (WB_FIELD_ROW (self));
  g_autofree const char **rows = wb_answers_list_rows (answers, get_field (self));
  Removed *removed = g_new0 (Removed, 1);

  g_weak_ref_init (&removed->answers, answers);
  removed->field = g_strdup (get_field (self));
  removed->row = g_strdup (row);
  while (rows[removed->position] != NULL && !g_str_equal (rows[removed->position], row))
    removed->position++;
  removed->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_ptr_array_add (removed->cells, g_strdup (columns[i]));
      g_ptr_array_add (removed->cells, g_strdup (wb_answers_get (answers, get_field (self), row, columns[i])));
    }

  return removed;
}

/* Exactly this file, whatever was done since; its bytes have never left the project. */
static void
bring_back_cb (AdwToast *shown,
               Removed  *removed)
{
  g_autoptr (WbAnswers) answers = g_weak_ref_get (&removed->answers);
  g_autofree const char **rows = answers != NULL ? wb_answers_list_rows (answers, removed->field) : NULL;

  if (rows == NULL || g_strv_contains (rows, removed->row))
    return;
  wb_answers_insert_row (answers, removed->field, removed->row, removed->position);
  for (guint i = 0; i + 1 < removed->cells->len; i += 2)
    wb_answers_set (answers, removed->field, removed->row, g_ptr_array_index (removed->cells, i), g_ptr_array_index (removed->cells, i + 1));
}

static void
offer_back (WbAttachmentField *self,
            Removed           *removed,
            const char        *name)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *text = g_strdup_printf (_("“%s” removed"), name);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *shown;

  if (overlay == NULL)
    {
      removed_free (removed, NULL);
      return;
    }
  shown = adw_toast_new (markup);
  adw_toast_set_button_label (shown, _("Bring Back"));
  g_signal_connect_data (shown, "button-clicked", G_CALLBACK (bring_back_cb), removed, removed_free, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), shown);
}

static void
remove_cb (WbAttachmentField *self,
           WbAttachmentRow   *child)
{
  g_autofree char *row = g_strdup (wb_attachment_row_get_row (child));
  g_autoptr (WbAttachment) about = NULL;
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (child));
  Removed *removed;

  wb_field_row_flush (WB_FIELD_ROW (self));
  wb_field_row_set_problem (WB_FIELD_ROW (self), NULL);
  about = read_row (self, row);
  removed = remember (self, row);
  if (next == NULL)
    next = gtk_widget_get_prev_sibling (GTK_WIDGET (child));
  gtk_widget_grab_focus (next != NULL ? next : self->add_button);
  wb_answers_remove_row (wb_field_row_get_answers (WB_FIELD_ROW (self)), get_field (self), row);
  offer_back (self, removed, about->name);
}

/*
 * The list.
 */

static GtkWidget *
append_row (WbAttachmentField *self,
            const char        *row)
{
  GtkWidget *child = wb_attachment_row_new (WB_FIELD_ROW (self), row);

  g_signal_connect_object (child, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (child, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (child, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->rows, child);

  return child;
}

static void
show_count (WbAttachmentField *self)
{
  guint n = wb_answers_count_rows (wb_field_row_get_answers (WB_FIELD_ROW (self)), get_field (self));
  g_autofree char *status = n > 0 ? g_strdup_printf (ngettext ("%u file", "%u files", n), n) : NULL;

  wb_field_row_set_status (WB_FIELD_ROW (self), status);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n > 0);
}

static void
row_added_cb (WbAnswers         *answers,
              const char        *field,
              const char        *row,
              guint              position,
              WbAttachmentField *self)
{
  GtkWidget *before = NULL;

  if (g_strcmp0 (field, get_field (self)) != 0)
    return;
  for (guint i = 0; i < position; i++)
    before = before == NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->rows)) : gtk_widget_get_next_sibling (before);
  gtk_box_reorder_child_after (self->rows, append_row (self, row), before);
  show_count (self);
}

static void
row_removed_cb (WbAnswers         *answers,
                const char        *field,
                const char        *row,
                WbAttachmentField *self)
{
  WbAttachmentRow *child = g_strcmp0 (field, get_field (self)) == 0 ? find_row (self, row) : NULL;

  if (child == NULL)
    return;
  wb_attachment_row_detach (child);
  gtk_box_remove (self->rows, GTK_WIDGET (child));
  show_count (self);
}

static GtkWidget *
make_busy (WbAttachmentField *self)
{
  self->busy = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->stop = gtk_button_new_with_label (_("Stop"));
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Attaching files"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->bar), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->bar), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stop), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Stop attaching"), -1);
  g_signal_connect_object (self->stop, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->busy), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (self->busy), self->stop);
  gtk_widget_set_visible (self->busy, FALSE);

  return self->busy;
}

static GtkWidget *
make_buttons (WbAttachmentField *self)
{
  WbFormContext *context = wb_field_row_get_context (WB_FIELD_ROW (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = g_strdup_printf (_("Attach files: %s"), wb_field_row_get_field (WB_FIELD_ROW (self))->label);
  g_autofree char *limit = g_format_size (WB_ATTACHMENT_MAX_BYTES);
  g_autofree char *words = g_strdup_printf (_("Or drop them here. At most %s each; they are copied into the project."), limit);
  GtkWidget *hint = gtk_label_new (words);

  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                   "icon-name", "mail-attachment-symbolic", NULL));
  gtk_box_append (GTK_BOX (content), gtk_label_new (_("Attach Files…")));
  self->add_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->add_button), content);
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (hint), 60);
  gtk_widget_set_hexpand (hint, TRUE);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_box_append (GTK_BOX (box), self->add_button);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_widget_set_visible (box, !wb_form_context_get_read_only (context));

  return box;
}

static void
accept_drops (WbAttachmentField *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
wb_attachment_field_build (WbFieldRow *row)
{
  WbAttachmentField *self = WB_ATTACHMENT_FIELD (row);
  WbAnswers *answers = wb_field_row_get_answers (row);
  g_autofree const char **rows = wb_answers_list_rows (answers, get_field (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_box_append (GTK_BOX (box), make_busy (self));
  wb_field_row_set_control (row, box);
  if (!wb_form_context_get_read_only (wb_field_row_get_context (row)))
    accept_drops (self);

  for (guint i = 0; rows[i] != NULL; i++)
    append_row (self, rows[i]);
  g_signal_connect_object (answers, "row-added", G_CALLBACK (row_added_cb), self, 0);
  g_signal_connect_object (answers, "row-removed", G_CALLBACK (row_removed_cb), self, 0);
  show_count (self);
}

static void
wb_attachment_field_update (WbFieldRow *row)
{
  WbAttachmentField *self = WB_ATTACHMENT_FIELD (row);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); child != NULL; child = gtk_widget_get_next_sibling (child))
    wb_attachment_row_update (WB_ATTACHMENT_ROW (child));
}

static void
wb_attachment_field_dispose (GObject *object)
{
  WbAttachmentField *self = WB_ATTACHMENT_FIELD (object);
  GtkWidget *child = self->rows != NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->rows)) : NULL;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    wb_attachment_row_detach (WB_ATTACHMENT_ROW (child));
  self->rows = NULL;
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (wb_attachment_field_parent_class)->dispose (object);
}

static void
wb_attachment_field_class_init (WbAttachmentFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_attachment_field_dispose;
  WB_FIELD_ROW_CLASS (klass)->build = wb_attachment_field_build;
  WB_FIELD_ROW_CLASS (klass)->update = wb_attachment_field_update;
}

static void
wb_attachment_field_init (WbAttachmentField *self)
{
}
