/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-merge-window.h"

#include <glib/gi18n-lib.h>

#include "wb-deck-order.h"
#include "wb-fitting-size.h"
#include "wb-merge-card.h"
#include "wb-merge-words.h"
#include "wb-merge.h"
#include "wb-project-fork.h"

/* So many changes are listed before the conflicts; the others on request. */
#define MAX_LINES 10

struct _WbMergeWindow
{
  AdwWindow parent_instance;

  gboolean reading; /* the copies are being compared */
  gboolean merging; /* the decision is on its way into the file */

  /* Owned */
  WbProjectFile *file;
  WbGuide *guide;
  WbLibrary *library; /* (nullable) */
  char *path;
  GCancellable *cancellable;
  WbProjectFork *fork; /* (nullable) until both were read */
  WbMerge *merge;      /* (nullable) borrows from @fork */
  GPtrArray *cards;    /* WbMergeCard, one for each conflict of @merge */

  /* Owned by the widget tree */
  GtkStack *stack;
  AdwStatusPage *status;
  GtkBox *list;
  GtkWidget *bar;
  GtkLabel *open;
};

G_DEFINE_FINAL_TYPE (WbMergeWindow, wb_merge_window, ADW_TYPE_WINDOW)

/* What the worker needs. */
typedef struct
{
  char *mine;
  char *theirs;
} Paths;

static void
paths_free (gpointer data)
{
  Paths *paths = data;

  g_free (paths->mine);
  g_free (paths->theirs);
  g_free (paths);
}

/* (transfer full) */
static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = seconds > 0 ? g_date_time_new_from_unix_local (seconds) : NULL;

  return time != NULL ? g_date_time_format (time, "%x %H:%M") : g_strdup ("");
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = make_label (text, "heading");

  gtk_widget_set_margin_top (label, 12);

  return label;
}

static void
show_status (WbMergeWindow *self,
             const char    *icon,
             const char    *title,
             const char    *description)
{
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (self->status, icon);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, escaped);
  gtk_stack_set_visible_child_name (self->stack, "status");
  gtk_widget_set_visible (self->bar, FALSE);
}

static void
clear_list (WbMergeWindow *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->cards, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
}

static void
count_open (WbMergeWindow *self)
{
  guint n = wb_merge_count_open (self->merge);
  g_autofree char *text = NULL;

  if (wb_merge_get_conflicts (self->merge)->len == 0)
    text = g_strdup (_("Nothing is in conflict. It can be undone afterwards."));
  else if (n == 0)
    text = g_strdup (_("All is decided. It can be undone afterwards."));
  else
    text = g_strdup_printf (ngettext ("%u conflict is still to be decided.", "%u conflicts are still to be decided.", n), n);
  gtk_label_set_text (self->open, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.apply", n == 0 && !self->merging);
}

static void
decided_cb (WbMergeWindow *self,
            WbMergeCard   *card)
{
  guint position;

  if (!g_ptr_array_find (self->cards, card, &position))
    return;
  wb_merge_choose (self->merge, g_ptr_array_index (wb_merge_get_conflicts (self->merge), position),
                   wb_merge_card_get_choice (card));
  count_open (self);
}

/* The lines of one list; those behind the first few only when @button is pressed. */
static void
show_all_cb (GtkWidget *button,
             GtkWidget *rest)
{
  gtk_widget_set_visible (rest, TRUE);
  gtk_widget_child_focus (gtk_widget_get_parent (rest), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (button, FALSE);
}

static GtkWidget *
make_lines (GPtrArray *lines,
            guint      from,
            guint      to)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = from; i < to; i++)
    {
      g_autofree char *line = g_strdup_printf ("• %s", (char *) g_ptr_array_index (lines, i));

      gtk_box_append (GTK_BOX (box), make_label (line, NULL));
    }

  return box;
}

static void
add_lines (WbMergeWindow *self,
           const char    *title,
           GPtrArray     *lines)
{
  guint n = MIN (lines->len, MAX_LINES);
  GtkWidget *rest, *button;
  g_autofree char *label = NULL;

  if (lines->len == 0)
    return;
  gtk_box_append (self->list, make_heading (title));
  gtk_box_append (self->list, make_lines (lines, 0, n));
  if (n == lines->len)
    return;
  rest = make_lines (lines, n, lines->len);
  gtk_widget_set_visible (rest, FALSE);
  label = g_strdup_printf (_("Show All %u Changes"), lines->len);
  button = gtk_button_new_with_label (label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_all_cb), rest, 0);
  gtk_box_append (self->list, rest);
  gtk_box_append (self->list, button);
}

static void
add_incoming (WbMergeWindow *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *incoming = wb_merge_get_incoming (self->merge);
  GPtrArray *refused = wb_merge_get_refused (self->merge);

  for (guint i = 0; i < incoming->len; i++)
    g_ptr_array_add (lines, wb_merge_incoming_to_words (g_ptr_array_index (incoming, i), self->guide, self->fork->my_answers,
                                                        self->fork->their_answers));
  for (guint i = 0; i < refused->len; i++)
    g_ptr_array_add (left, wb_merge_refused_to_words (g_ptr_array_index (refused, i), self->guide, self->fork->their_answers));
  add_lines (self, _("Comes in from the Other Copy"), lines);
  add_lines (self, _("Left Out, Because Nobody Could Answer Like That"), left);
}

static GtkWidget *
make_card (WbMergeWindow     *self,
           const WbMergeUnit *unit)
{
  WbAnswers *mine = self->fork->my_answers;
  WbAnswers *theirs = self->fork->their_answers;
  g_autofree char *title = wb_merge_unit_to_place (unit, self->guide, unit->kind == WB_MERGE_REMOVED_BY_ME ? theirs : mine);
  g_autofree char *my_words = wb_merge_side_to_words (unit, FALSE, self->guide, mine);
  g_autofree char *their_words = wb_merge_side_to_words (unit, TRUE, self->guide, theirs);
  g_autofree char *my_time = format_time (wb_project_fork_find_time (self->fork->my_revisions, unit->place));
  g_autofree char *their_time = format_time (wb_project_fork_find_time (self->fork->their_revisions, unit->place));

  return wb_merge_card_new (title, my_words, my_time, their_words, their_time, unit->can_join);
}

static void
choose_all (WbMergeWindow *self,
            WbMergeChoice  choice)
{
  for (guint i = 0; i < self->cards->len; i++)
    wb_merge_card_choose (g_ptr_array_index (self->cards, i), choice);
}

static void
mine_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  choose_all (WB_MERGE_WINDOW (widget), WB_MERGE_MINE);
}

static void
theirs_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  choose_all (WB_MERGE_WINDOW (widget), WB_MERGE_THEIRS);
}

/* Where there is much to decide, one side may be taken as a whole. */
static GtkWidget *
make_shortcuts (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mine = gtk_button_new_with_label (_("Mine Everywhere"));
  GtkWidget *theirs = gtk_button_new_with_label (_("Other Everywhere"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (mine), "merge.mine");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (theirs), "merge.theirs");
  gtk_box_append (GTK_BOX (box), mine);
  gtk_box_append (GTK_BOX (box), theirs);

  return box;
}

static void
add_conflicts (WbMergeWindow *self)
{
  GPtrArray *conflicts = wb_merge_get_conflicts (self->merge);
  g_autofree char *title = NULL;

  if (conflicts->len == 0)
    return;
  title = g_strdup_printf (ngettext ("To Decide: %u Conflict", "To Decide: %u Conflicts", conflicts->len), conflicts->len);
  gtk_box_append (self->list, make_heading (title));
  if (conflicts->len > 1)
    gtk_box_append (self->list, make_shortcuts ());
  for (guint i = 0; i < conflicts->len; i++)
    {
      GtkWidget *card = make_card (self, g_ptr_array_index (conflicts, i));

      g_ptr_array_add (self->cards, card);
      g_signal_connect_object (card, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->list, card);
    }
}

static void
show_merge (WbMergeWindow *self)
{
  guint n = self->fork->their_revisions->len;
  g_autofree char *text = NULL;

  clear_list (self);
  if (wb_merge_is_empty (self->merge))
    {
      text = g_strdup_printf (_("Everything in “%s” is in this project already."), self->fork->their_name);
      show_status (self, "emblem-ok-symbolic", _("Nothing New"), text);
      return;
    }
  if (n > 0)
    text = g_strdup_printf (ngettext ("“%s” went its own way for %u step. Your project changes only when you agree below; the other file does not change at all.",
                                      "“%s” went its own way for %u steps. Your project changes only when you agree below; the other file does not change at all.",
                                      n), self->fork->their_name, n);
  else
    text = g_strdup_printf (_("“%s” is different."), self->fork->their_name);
  gtk_box_append (self->list, make_label (text, NULL));
  add_incoming (self);
  add_conflicts (self);
  count_open (self);
  gtk_widget_set_visible (self->bar, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
read_files (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  const Paths *paths = data;
  g_autoptr (GError) error = NULL;
  WbProjectFork *fork = wb_project_fork_read (paths->mine, paths->theirs, NULL, &error);

  if (fork != NULL)
    g_task_return_pointer (task, fork, (GDestroyNotify) wb_project_fork_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFork) fork = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (WbMergeWindow) self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->reading = FALSE;
  if (fork == NULL)
    {
      show_status (self, "dialog-warning-symbolic", _("This Copy Cannot Be Merged"), error->message);
      return;
    }
  g_clear_pointer (&self->merge, wb_merge_free);
  g_clear_pointer (&self->fork, wb_project_fork_free);
  self->fork = g_steal_pointer (&fork);
  if (self->library != NULL)
    wb_deck_order_fill (self->fork->base, self->fork->mine, self->fork->theirs, self->guide, self->library);
  self->merge = wb_merge_new (self->fork->base, self->fork->mine, self->fork->theirs, self->guide);
  show_merge (self);
}

/* Only once what was typed is in the file. */
static void
compare (WbMergeWindow *self)
{
  g_autoptr (GTask) task = NULL;
  gboolean saving;
  Paths *paths;

  g_object_get (self->file, "saving", &saving, NULL);
  if (saving || self->reading)
    return;
  self->reading = TRUE;
  paths = g_new0 (Paths, 1);
  paths->mine = g_strdup (wb_project_file_get_path (self->file));
  paths->theirs = g_strdup (self->path);
  task = g_task_new (NULL, self->cancellable, read_cb, g_object_ref (self));
  g_task_set_task_data (task, paths, paths_free);
  g_task_run_in_thread (task, read_files);
}

static void
saved_cb (WbMergeWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (!self->merging)
    {
      if (self->fork == NULL)
        compare (self);
      return;
    }
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "s", _("Merged. Undo takes it back."));
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What stands in the way is said by the project's own page, which is still open; here the copies are compared anew. */
static void
failed_cb (WbMergeWindow *self)
{
  if (!self->merging)
    return;
  self->merging = FALSE;
  g_clear_pointer (&self->merge, wb_merge_free);
  g_clear_pointer (&self->fork, wb_project_fork_free);
  clear_list (self);
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  compare (self);
}

/* It is not in the file yet, but will be with the next attempt; the project's own page says so. */
static void
save_failed_cb (WbMergeWindow *self,
                const GError  *error)
{
  if (self->merging)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (self->fork == NULL && !self->reading)
    show_status (self, "dialog-warning-symbolic", _("The Project Could Not Be Saved"), error->message);
}

static void
apply_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  WbMergeWindow *self = WB_MERGE_WINDOW (widget);
  WbProjectState *result;

  if (self->merge == NULL || self->merging || wb_merge_count_open (self->merge) > 0)
    return;
  self->merging = TRUE;
  count_open (self);
  result = wb_merge_make_result (self->merge);
  wb_project_fork_mark (self->fork, result);
  wb_project_file_merge (self->file, result, self->fork->my_token, self->path);
}

static void
wb_merge_window_dispose (GObject *object)
{
  WbMergeWindow *self = WB_MERGE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->file != NULL)
    g_signal_handlers_disconnect_by_data (self->file, self);
  g_clear_object (&self->file);
  g_clear_object (&self->guide);
  g_clear_object (&self->library);
  g_clear_pointer (&self->merge, wb_merge_free);
  g_clear_pointer (&self->fork, wb_project_fork_free);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (wb_merge_window_parent_class)->dispose (object);
}

static void
wb_merge_window_class_init (WbMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_merge_window_dispose;

  gtk_widget_class_install_action (widget_class, "merge.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "merge.mine", NULL, mine_action);
  gtk_widget_class_install_action (widget_class, "merge.theirs", NULL, theirs_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_merge_window_init (WbMergeWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->cards = g_ptr_array_new ();
  wb_fitting_size_set (GTK_WINDOW (self), 820, 660);
  gtk_window_set_title (GTK_WINDOW (self), _("Merge Two Copies"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.apply", FALSE);
}

static GtkWidget *
make_busy (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_("The copies are being compared…")));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  return box;
}

static GtkWidget *
make_list (WbMergeWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  g_object_set (self->list, "margin-top", 18, "margin-bottom", 24, "margin-start", 18, "margin-end", 18, NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);

  return scroller;
}

static GtkWidget *
make_bar (WbMergeWindow *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_label (_("Merge"));

  self->open = GTK_LABEL (make_label ("", NULL));
  gtk_label_set_max_width_chars (self->open, 24);
  gtk_widget_set_hexpand (GTK_WIDGET (self->open), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "merge.apply");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->open));
  gtk_box_append (GTK_BOX (bar), button);
  g_object_set (bar, "margin-top", 12, "margin-bottom", 12, "margin-start", 18, "margin-end", 18, NULL);

  return bar;
}

static void
build (WbMergeWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->status = ADW_STATUS_PAGE (adw_status_page_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_busy (), "busy");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->status), "status");
  gtk_stack_add_named (self->stack, make_list (self), "list");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (bar), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (bar), make_bar (self));
  self->bar = bar;
  gtk_widget_set_visible (bar, FALSE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), bar);
  adw_window_set_content (ADW_WINDOW (self), box);
}

GtkWidget *
wb_merge_window_new (GtkWindow     *parent,
                     WbProjectFile *file,
                     WbGuide       *guide,
                     WbLibrary     *library,
                     const char    *path)
{
  WbMergeWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (WB_IS_PROJECT_FILE (file), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (library == NULL || WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  /* Modal: what is compared must not change meanwhile. */
  self = g_object_new (WB_TYPE_MERGE_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  self->file = g_object_ref (file);
  self->guide = g_object_ref (guide);
  g_set_object (&self->library, library);
  self->path = g_strdup (path);
  build (self);
  g_signal_connect_object (file, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "step-failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "save-failed", G_CALLBACK (save_failed_cb), self, G_CONNECT_SWAPPED);
  compare (self);

  return GTK_WIDGET (self);
}
