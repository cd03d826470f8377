/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-history-window.h"

#include <glib/gi18n-lib.h>

#include "wb-block-view.h"
#include "wb-document-builder.h"
#include "wb-edit-words.h"
#include "wb-error-dialog.h"
#include "wb-fitting-size.h"

/* So many revisions are listed at first, and with each further request. */
#define PAGE 200
/* So many changes of one revision are named. */
#define MAX_EDITS 6

struct _WbHistoryWindow
{
  AdwWindow parent_instance;

  gint64 shown; /* revision whose state is shown; -1: none yet */
  gint64 asked; /* revision whose state was asked for last; -1: none */
  guint n_listed;

  /* Owned */
  WbProjectFile *file;
  WbGuide *guide;
  GCancellable *cancellable;
  GPtrArray *revisions; /* (nullable) WbRevision, the oldest first */

  /* Owned by the widget tree */
  GtkListBox *list;
  GtkWidget *more;
  GtkStack *stack;
  GtkLabel *head;
  WbBlockView *view;
};

G_DEFINE_FINAL_TYPE (WbHistoryWindow, wb_history_window, ADW_TYPE_WINDOW)

/* The state of a project after a revision, on its way from a worker. */
typedef struct
{
  char *path;
  gint64 id;
} StateTask;

static void
state_task_free (gpointer data)
{
  StateTask *task = data;

  g_free (task->path);
  g_free (task);
}

static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format (time, "%x %H:%M") : g_strdup ("");
}

/* What the revision changed, a line each. */
static char *
describe (WbHistoryWindow  *self,
          const WbRevision *revision)
{
  WbAnswers *answers = wb_project_file_get_answers (self->file);
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < revision->edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (revision->edits, i);
      g_autofree char *words = NULL;

      if (wb_edit_is_detail (edit, self->guide) || ++n > MAX_EDITS)
        continue;
      words = wb_edit_to_words (edit, self->guide, answers);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
    }
  if (n > MAX_EDITS)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n - MAX_EDITS), n - MAX_EDITS);
    }

  return g_string_free (text, FALSE);
}

static GtkWidget *
make_row (WbHistoryWindow  *self,
          const WbRevision *revision)
{
  g_autofree char *time = format_time (revision->time);
  g_autofree char *head = g_strdup_printf ("%s · %s", time, wb_revision_kind_to_words (revision->kind));
  g_autofree char *words = describe (self, revision);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (head);
  GtkWidget *text = gtk_label_new (words);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 36);
  g_object_set (box, "margin-top", 8, "margin-bottom", 8, "margin-start", 12, "margin-end", 12, NULL);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, head,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&revision->id, sizeof revision->id), g_free);

  return row;
}

static void
list_more (WbHistoryWindow *self)
{
  guint end = MIN (self->n_listed + PAGE, self->revisions->len);

  for (; self->n_listed < end; self->n_listed++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (self->revisions,
                                                                        self->revisions->len - 1 - self->n_listed)));
  gtk_widget_set_visible (self->more, self->n_listed < self->revisions->len);
}

static void
fill_list (WbHistoryWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  self->n_listed = 0;
  self->asked = -1;
  list_more (self);
  gtk_stack_set_visible_child_name (self->stack, self->revisions->len > 0 ? "list" : "empty");
}

static void
load_history (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *revisions = wb_project_file_load_history (data, &error);

  if (revisions != NULL)
    g_task_return_pointer (task, revisions, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
history_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (WbHistoryWindow) self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (revisions == NULL)
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The History Cannot Be Read"), error);
      return;
    }
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  self->revisions = g_steal_pointer (&revisions);
  fill_list (self);
}

static void
reload (WbHistoryWindow *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, history_cb, g_object_ref (self));

  g_task_set_task_data (task, g_strdup (wb_project_file_get_path (self->file)), g_free);
  g_task_run_in_thread (task, load_history);
}

static void
load_state (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  const StateTask *state = data;
  g_autoptr (GError) error = NULL;
  WbAnswers *answers = wb_project_file_load_state (state->path, state->id, &error);

  if (answers != NULL)
    g_task_return_pointer (task, answers, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
show_state (WbHistoryWindow *self,
            WbAnswers       *answers,
            gint64           id)
{
  WbTemplateContext context = {
    .town = wb_project_file_get_town (self->file),
    .project = wb_project_file_get_title (self->file),
    .guide = self->guide,
    .answers = answers,
  };
  g_autoptr (WbDocument) document = wb_document_builder_project (&context);

  self->shown = id;
  wb_block_view_set_block (self->view, wb_document_get_root (document));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.restore", !wb_project_file_get_read_only (self->file));
}

static void
state_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  const StateTask *state = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (WbAnswers) answers = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (WbHistoryWindow) self = user_data;

  if (answers != NULL)
    show_state (self, answers, state->id);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    wb_error_dialog_show (GTK_WIDGET (self), _("This State Cannot Be Read"), error);
}

static void
row_selected_cb (WbHistoryWindow *self,
                 GtkListBoxRow   *row)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *time = NULL;
  g_autofree char *head = NULL;
  StateTask *state;
  gint64 id;
  guint index;

  if (row == NULL)
    return;
  /* A click both selects and activates; a screen reader only activates. */
  id = *(gint64 *) g_object_get_data (G_OBJECT (row), "id");
  if (id == self->asked)
    return;
  self->asked = id;
  index = self->revisions->len - 1 - gtk_list_box_row_get_index (row);
  time = format_time (((const WbRevision *) g_ptr_array_index (self->revisions, index))->time);
  head = g_strdup_printf (_("The project as it was on %s"), time);
  gtk_label_set_text (self->head, head);
  state = g_new0 (StateTask, 1);
  state->path = g_strdup (wb_project_file_get_path (self->file));
  state->id = id;
  task = g_task_new (NULL, self->cancellable, state_cb, g_object_ref (self));
  g_task_set_task_data (task, state, state_task_free);
  g_task_run_in_thread (task, load_state);
}

static void
restore_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  WbHistoryWindow *self = WB_HISTORY_WINDOW (widget);

  if (self->shown >= 0)
    wb_project_file_restore (self->file, self->shown);
}

static void
wb_history_window_dispose (GObject *object)
{
  WbHistoryWindow *self = WB_HISTORY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_data (self->file, self);
  g_clear_object (&self->file);
  g_clear_object (&self->guide);
  g_clear_pointer (&self->revisions, g_ptr_array_unref);

  G_OBJECT_CLASS (wb_history_window_parent_class)->dispose (object);
}

static void
wb_history_window_class_init (WbHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_history_window_dispose;

  gtk_widget_class_install_action (widget_class, "history.restore", NULL, restore_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_history_window_init (WbHistoryWindow *self)
{
  self->shown = -1;
  self->asked = -1;
  self->cancellable = g_cancellable_new ();
  wb_fitting_size_set (GTK_WINDOW (self), 1100, 680);
  gtk_window_set_title (GTK_WINDOW (self), _("History of the Project"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.restore", FALSE);
}

static GtkWidget *
make_list (WbHistoryWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What was changed"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  self->more = gtk_button_new_with_label (_("Show older changes"));
  g_object_set (self->more, "margin-top", 8, "margin-bottom", 12, "halign", GTK_ALIGN_CENTER, NULL);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (list_more), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->more);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, 340, -1);

  return scroller;
}

static GtkWidget *
make_state (WbHistoryWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_label (_("Go Back to This State"));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->head = GTK_LABEL (gtk_label_new (_("Choose a change on the left to see the project as it was then.")));
  gtk_label_set_xalign (self->head, 0);
  gtk_label_set_wrap (self->head, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->head), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->head), "heading");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "history.restore");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (bar), button);
  g_object_set (bar, "margin-top", 12, "margin-bottom", 12, "margin-start", 24, "margin-end", 24, NULL);

  self->view = WB_BLOCK_VIEW (wb_block_view_new ());
  g_object_set (self->view, "margin-bottom", 24, "margin-start", 24, "margin-end", 24, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), scroller);

  return box;
}

static void
build (WbHistoryWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *panes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *empty = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _("Nothing Was Changed Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty), _("What you fill in is listed here, and can be taken back."));
  gtk_box_append (GTK_BOX (panes), make_list (self));
  gtk_box_append (GTK_BOX (panes), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (panes), make_state (self));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, panes, "list");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
}

GtkWidget *
wb_history_window_new (GtkWindow     *parent,
                       WbProjectFile *file,
                       WbGuide       *guide)
{
  WbHistoryWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (WB_IS_PROJECT_FILE (file), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  /* Modal: the file must not be closed, nor be typed into, while somebody chooses a state. */
  self = g_object_new (WB_TYPE_HISTORY_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  self->file = g_object_ref (file);
  self->guide = g_object_ref (guide);
  build (self);
  g_signal_connect_object (file, "saved", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);

  return GTK_WIDGET (self);
}
