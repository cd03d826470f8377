/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-council-window.h"

#include <glib/gi18n-lib.h>

#include "wb-cell-entry.h"
#include "wb-council-row.h"
#include "wb-council-source.h"
#include "wb-day.h"
#include "wb-document-actions.h"
#include "wb-error-dialog.h"
#include "wb-fitting-size.h"
#include "wb-focus.h"
#include "wb-project-change.h"

/* The two days as questions of a guide of their own, so that they are typed and checked as all others. */
#define MEETING "meeting"
#define HAND_IN "hand-in"

struct _WbCouncilWindow
{
  AdwWindow parent_instance;

  /* Owned */
  WbServices *services;
  char *path;
  WbGuide *guide;
  WbAnswers *answers;
  WbFormContext *context;
  WbCouncilSource *source; /* (nullable) until it is read */
  GCancellable *cancellable; /* of all that goes on, until the window goes */

  /* Owned by the widget tree */
  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  WbCellEntry *entries[2]; /* meeting, hand-in */
  AdwActionRow *rows[2];
  GtkLabel *summary;
  GtkListBox *list;

  /* State */
  GDate today;
  gboolean filling; /* what changes was read, not typed */
  guint n_changes;  /* on their way into the file: what is read meanwhile is old */
};

G_DEFINE_FINAL_TYPE (WbCouncilWindow, wb_council_window, ADW_TYPE_WINDOW)

/* A day on its way into the file. */
typedef struct
{
  gboolean hand_in;
  char *day;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->day);
  g_free (change);
}

static void reload (WbCouncilWindow *self);

static gboolean
apply_day (WbProjectFile  *file,
           gpointer        data,
           GError        **error)
{
  const Change *change = data;

  return wb_council_source_set_day (file, change->hand_in, change->day, error);
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (WbCouncilWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean changed = wb_project_change_finish (result, &error);

  self->n_changes--;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!changed)
    wb_error_dialog_show (GTK_WIDGET (self), _("The Day Was Not Changed"), error);
  /* An open project writes it in a moment and says so with "saved"; until then the old day is in the file. */
  if (!changed || wb_open_projects_find (wb_services_get_open_projects (self->services), self->path) == NULL)
    reload (self);
}

/* Not stopped when the window goes: what was typed is to be kept. */
static void
typed_cb (WbCouncilWindow *self,
          const char      *field,
          const char      *row,
          const char      *column,
          const char      *value)
{
  Change *change;

  if (self->filling)
    return;
  change = g_new0 (Change, 1);
  change->hand_in = g_str_equal (field, HAND_IN);
  change->day = g_strdup (value);
  self->n_changes++;
  wb_project_change_async (self->services, self->path, apply_day, change, change_free, NULL, changed_cb, g_object_ref (self));
}

static void
empty_list (WbCouncilWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

static void
fill_list (WbCouncilWindow *self)
{
  gboolean inside;
  int focused = wb_focus_find (GTK_WIDGET (self->list), &inside);

  empty_list (self);
  for (guint i = 0; i < self->source->gaps->len; i++)
    gtk_list_box_append (self->list, wb_council_row_new (g_ptr_array_index (self->source->gaps, i), &self->today));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->source->gaps->len > 0);
  if (focused >= 0)
    wb_focus_restore (GTK_WIDGET (self->list), focused, inside);
}

/* What is being typed stays. */
static void
show_day (WbCouncilWindow *self,
          guint            i,
          const char      *id,
          const char      *day)
{
  if (!wb_cell_entry_is_dirty (self->entries[i]))
    wb_answers_set (self->answers, id, "", "", day);
}

static void
show_days (WbCouncilWindow *self)
{
  g_autofree char *meeting = wb_council_day_to_words (self->source->meeting, &self->today);
  g_autofree char *hand_in = wb_council_day_to_words (self->source->hand_in, &self->today);

  self->filling = TRUE;
  show_day (self, 0, MEETING, self->source->meeting);
  show_day (self, 1, HAND_IN, self->source->hand_in);
  self->filling = FALSE;
  adw_action_row_set_subtitle (self->rows[0], *meeting != '\0' ? meeting : _("Not set yet. All is counted back from it."));
  adw_action_row_set_subtitle (self->rows[1],
                               *hand_in != '\0' ? hand_in
                                                : _("Not set yet. How early that is, your rules of procedure say; the office of the council knows."));
}

static void
show_summary (WbCouncilWindow *self)
{
  guint must = wb_council_gap_count_must (self->source->gaps);
  g_autofree char *text = NULL;

  if (self->source->gaps->len == 0)
    text = g_strdup (_("As far as the program can see, nothing is missing."));
  else
    text = g_strdup_printf (_("Still missing: %u must be there, %u should."), must, self->source->gaps->len - must);
  gtk_label_set_text (self->summary, text);
}

/* What a worker needs; the window stays on the main thread. */
typedef struct
{
  WbLibrary *library;
  char *path;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_object_unref (reading->library);
  g_free (reading->path);
  g_free (reading);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Reading *reading = task_data;
  WbCouncilSource *read;
  GError *error = NULL;
  GDate today;

  wb_day_get_today (&today);
  read = wb_council_source_read (reading->library, reading->path, &today, &error);
  if (read != NULL)
    g_task_return_pointer (task, read, (GDestroyNotify) wb_council_source_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (WbCouncilWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  WbCouncilSource *read = g_task_propagate_pointer (G_TASK (result), &error);
  WbCouncilSource *old = self->source;

  if (g_cancellable_is_cancelled (self->cancellable) || self->n_changes > 0)
    {
      g_clear_pointer (&read, wb_council_source_free);
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "council.print", read != NULL || old != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "council.save-pdf", read != NULL || old != NULL);
  if (read == NULL)
    {
      gtk_label_set_text (self->summary, error->message);
      return;
    }
  wb_day_get_today (&self->today);
  self->source = read;
  adw_window_title_set_subtitle (self->title, read->title);
  show_days (self);
  show_summary (self);
  fill_list (self);
  /* The rows looked into it until now. */
  g_clear_pointer (&old, wb_council_source_free);
}

/* In a worker: the file may lie on a share. */
static void
reload (WbCouncilWindow *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->cancellable, read_cb, g_object_ref (self));
  Reading *reading = g_new0 (Reading, 1);

  reading->library = g_object_ref (wb_services_get_library (self->services));
  reading->path = g_strdup (self->path);
  g_task_set_source_tag (task, reload);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_thread);
}

/* Some project was written. */
static void
saved_cb (WbCouncilWindow *self,
          const char      *path)
{
  g_autofree char *canonical = g_canonicalize_filename (self->path, NULL);

  if (g_str_equal (path, canonical))
    reload (self);
}

/* A day is set here; all else in the form. */
static void
chosen_cb (WbCouncilWindow *self,
           GtkListBoxRow   *row)
{
  const WbCouncilGap *gap = wb_council_row_get_gap (WB_COUNCIL_ROW (row));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *field = g_strdup (gap->field);

  if (gap->kind == WB_COUNCIL_GAP_DATE)
    {
      gboolean meeting = *self->source->meeting == '\0' || gap->must;

      gtk_widget_grab_focus (GTK_WIDGET (wb_cell_entry_get_entry (self->entries[meeting ? 0 : 1])));
      return;
    }
  if (parent == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-project-at", "(ss)", self->path, field);
  gtk_window_close (GTK_WINDOW (self));
}

static void
set_header (GtkListBoxRow *row,
            GtkListBoxRow *before,
            gpointer       user_data)
{
  WbCouncilGapKind kind = wb_council_row_get_gap (WB_COUNCIL_ROW (row))->kind;
  GtkWidget *label;

  if (before != NULL && wb_council_row_get_gap (WB_COUNCIL_ROW (before))->kind == kind)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (wb_council_gap_kind_to_words (kind));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "task-group");
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_header (row, label);
}

static void
toast_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  g_autofree char *escaped = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_toast_overlay_add_toast (WB_COUNCIL_WINDOW (widget)->toasts, adw_toast_new (escaped));
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  WbCouncilWindow *self = WB_COUNCIL_WINDOW (widget);
  g_autoptr (WbDocument) document = wb_council_source_build (self->source, &self->today);
  g_autofree char *title = g_strdup_printf (_("%s: %s"), self->source->title, wb_document_get_title (document));
  g_autofree char *name = wb_document_suggest_name (title, ".pdf");

  wb_document_save_pdf (widget, document, name);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  WbCouncilWindow *self = WB_COUNCIL_WINDOW (widget);
  g_autoptr (WbDocument) document = wb_council_source_build (self->source, &self->today);

  wb_document_print (widget, document);
}

/* The pause in typing may not be over yet. */
static gboolean
wb_council_window_close_request (GtkWindow *window)
{
  WbCouncilWindow *self = WB_COUNCIL_WINDOW (window);

  for (guint i = 0; i < G_N_ELEMENTS (self->entries); i++)
    wb_cell_entry_flush (self->entries[i]);

  return GTK_WINDOW_CLASS (wb_council_window_parent_class)->close_request (window);
}

static void
wb_council_window_dispose (GObject *object)
{
  WbCouncilWindow *self = WB_COUNCIL_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  /* The rows look into the source, and the list may live a little longer than the window. */
  if (self->list != NULL)
    empty_list (self);
  self->list = NULL;

  G_OBJECT_CLASS (wb_council_window_parent_class)->dispose (object);
}

static void
wb_council_window_finalize (GObject *object)
{
  WbCouncilWindow *self = WB_COUNCIL_WINDOW (object);

  g_clear_pointer (&self->source, wb_council_source_free);
  g_clear_object (&self->context);
  g_clear_object (&self->answers);
  g_clear_object (&self->guide);
  g_clear_object (&self->services);
  g_clear_object (&self->cancellable);
  g_free (self->path);

  G_OBJECT_CLASS (wb_council_window_parent_class)->finalize (object);
}

static void
wb_council_window_class_init (WbCouncilWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_council_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_council_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = wb_council_window_close_request;

  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "council.save-pdf", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "council.print", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "council.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "council.save-pdf", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_council_window_init (WbCouncilWindow *self)
{
  self->cancellable = g_cancellable_new ();
  wb_day_get_today (&self->today);
  wb_fitting_size_set (GTK_WINDOW (self), 820, 680);
}

static void
add_question (WbCouncilWindow *self,
              WbStep          *step,
              const char      *id,
              const char      *label)
{
  WbField *field = wb_field_new (WB_FIELD_DATE, id, label);

  wb_guide_add_field (self->guide, step, field);
}

static void
make_questions (WbCouncilWindow *self)
{
  WbPhase *phase;
  WbStep *step;

  self->guide = wb_guide_new ("council", "", 1);
  phase = wb_guide_add_phase (self->guide, "council", "", NULL);
  step = wb_guide_add_step (self->guide, phase, "days", "");
  add_question (self, step, MEETING, _("Council meeting"));
  add_question (self, step, HAND_IN, _("Papers to be handed in by"));
  self->answers = wb_answers_new ();
  self->context = wb_form_context_new (self->guide, self->answers, NULL, FALSE);
  g_signal_connect_object (self->answers, "cell-changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_days (WbCouncilWindow *self)
{
  static const char *const ids[] = { MEETING, HAND_IN };
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const WbField *field = wb_guide_get_field (self->guide, ids[i]);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *entry = wb_cell_entry_new (self->context, field, "", "", WB_FIELD_DATE, field->label);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), field->label);
      gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_set_focusable (row, FALSE);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      self->rows[i] = ADW_ACTION_ROW (row);
      self->entries[i] = WB_CELL_ENTRY (entry);
    }

  return group;
}

static GtkWidget *
make_page (WbCouncilWindow *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->summary = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "max-width-chars", 70, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is missing"), -1);
  gtk_list_box_set_header_func (self->list, set_header, NULL, NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (page), make_days (self));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->list));
  g_object_set (page, "margin-top", 18, "margin-bottom", 24, "margin-start", 18, "margin-end", 18, NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), page);
  g_object_set (scroller, "vexpand", TRUE, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);

  return scroller;
}

static GtkWidget *
make_button (const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static void
build (WbCouncilWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_("Before the Council Meets"), ""));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), make_button (_("Save as PDF…"), "council.save-pdf"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), make_button (_("Print…"), "council.print"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "council.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "council.save-pdf", FALSE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), make_page (self));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
}

GtkWidget *
wb_council_window_new (GtkWindow  *parent,
                       WbServices *services,
                       const char *path)
{
  WbCouncilWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (WB_TYPE_COUNCIL_WINDOW, "title", _("Before the Council Meets"), "transient-for", parent, "modal", TRUE, NULL);
  self->services = g_object_ref (services);
  self->path = g_strdup (path);
  make_questions (self);
  build (self);
  g_signal_connect_object (wb_services_get_open_projects (services), "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  reload (self);

  return GTK_WIDGET (self);
}
