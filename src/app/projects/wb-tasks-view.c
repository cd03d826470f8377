/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-tasks-view.h"

#include <glib/gi18n-lib.h>

#include "wb-day.h"
#include "wb-document-actions.h"
#include "wb-error-dialog.h"
#include "wb-focus.h"
#include "wb-overview-loader.h"
#include "wb-project-change.h"
#include "wb-project-tasks.h"
#include "wb-task-row.h"

/* How long the way back is offered, in seconds. */
#define UNDO_SECONDS 20

struct _WbTasksView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkDropDown *project;
  GtkDropDown *owner;
  GtkToggleButton *show_done;
  GtkLabel *count;
  GtkWidget *problem_box;
  GtkLabel *problem;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListBox *list;

  /* Owned */
  WbServices *services;
  GPtrArray *loaded; /* (nullable) WbLoadedProject */
  GPtrArray *shown;  /* WbTask, borrowed from @loaded */
  GPtrArray *paths;  /* char *: the projects in the drop-down, behind "all" */
  GtkFileChooserNative *chooser; /* NULL while no place is asked for */
  GCancellable *cancellable;

  /* State */
  GDate today;
  WbCalendarForm form; /* of the file that is asked for */
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbTasksView, wb_tasks_view, GTK_TYPE_WIDGET)

/* A task on its way into its file, and perhaps back. */
typedef struct
{
  WbTasksView *self; /* (nullable) */
  WbTask task; /* with strings of its own */
  gboolean done;
  gboolean back; /* this takes back what was done before */
} Mark;

static void
mark_free (gpointer data)
{
  Mark *mark = data;

  g_clear_object (&mark->self);
  g_free (mark->task.field);
  g_free (mark->task.row);
  g_free (mark->task.column);
  g_free (mark->task.done_value);
  g_free (mark->task.text);
  g_free (mark->task.path);
  g_free (mark);
}

/* (transfer full) */
static Mark *
mark_new (WbTasksView  *self,
          const WbTask *task,
          gboolean      done,
          gboolean      back)
{
  Mark *mark = g_new0 (Mark, 1);

  g_set_object (&mark->self, self);
  mark->task.kind = task->kind;
  mark->task.field = g_strdup (task->field);
  mark->task.row = g_strdup (task->row);
  mark->task.column = g_strdup (task->column);
  mark->task.done_value = g_strdup (task->done_value);
  mark->task.text = g_strdup (task->text);
  mark->task.path = g_strdup (task->path);
  mark->done = done;
  mark->back = back;

  return mark;
}

static gboolean
apply_mark (WbProjectFile  *file,
            gpointer        data,
            GError        **error)
{
  const Mark *mark = data;

  return wb_project_tasks_mark (file, &mark->task, mark->done, error);
}

static void start_mark (Mark *mark);

static void
undo_cb (WbTasksView *self,
         AdwToast    *toast)
{
  const Mark *mark = g_object_get_data (G_OBJECT (toast), "wb-mark");

  start_mark (mark_new (self, &mark->task, !mark->done, TRUE));
}

static void
offer_undo (WbTasksView *self,
            Mark        *mark)
{
  g_autofree char *text = g_strdup_printf (mark->done ? _("Done: %s") : _("Reopened: %s"), mark->task.text);
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_timeout (toast, UNDO_SECONDS);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "wb-mark", mark_new (NULL, &mark->task, mark->done, FALSE), mark_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Mark *mark = user_data;
  WbTasksView *self = mark->self;
  g_autoptr (GError) error = NULL;

  if (!wb_project_change_finish (result, &error))
    {
      if (!g_cancellable_is_cancelled (self->cancellable))
        wb_error_dialog_show (GTK_WIDGET (self), _("The Task Was Not Changed"), error);
    }
  else if (!g_cancellable_is_cancelled (self->cancellable))
    {
      if (!mark->back)
        offer_undo (self, mark);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  mark_free (mark);
}

/* Takes @mark. */
static void
start_mark (Mark *mark)
{
  WbTasksView *self = mark->self;

  if (self->services == NULL)
    {
      mark_free (mark);
      return;
    }
  wb_project_change_async (self->services, mark->task.path, apply_mark, mark_new (NULL, &mark->task, mark->done, FALSE), mark_free,
                           self->cancellable, marked_cb, mark);
}

static void
mark_cb (WbTasksView *self,
         gboolean     done,
         WbTaskRow   *row)
{
  start_mark (mark_new (self, wb_task_row_get_task (row), done, FALSE));
}

static void
set_header (GtkListBoxRow *row,
            GtkListBoxRow *before,
            gpointer       user_data)
{
  WbTasksView *self = user_data;
  g_autofree char *group = wb_task_get_group (wb_task_row_get_task (WB_TASK_ROW (row)), &self->today);
  g_autofree char *last = NULL;
  GtkWidget *label;

  if (before != NULL)
    last = wb_task_get_group (wb_task_row_get_task (WB_TASK_ROW (before)), &self->today);
  if (g_strcmp0 (group, last) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "task-group");
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_header (row, label);
}

/* The text chosen in @list, NULL for the first one, which stands for all. */
static const char *
get_choice (GtkDropDown *list)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (list);

  return item == NULL || gtk_drop_down_get_selected (list) == 0 ? NULL : gtk_string_object_get_string (item);
}

static gboolean
is_wanted (WbTasksView  *self,
           const WbTask *task)
{
  guint project = gtk_drop_down_get_selected (self->project);
  const char *owner = get_choice (self->owner);

  if (task->done && !gtk_toggle_button_get_active (self->show_done))
    return FALSE;
  if (project > 0 && project <= self->paths->len && !g_str_equal (task->path, g_ptr_array_index (self->paths, project - 1)))
    return FALSE;

  return owner == NULL || g_str_equal (task->owner, owner);
}

static void
say_count (WbTasksView *self)
{
  g_autofree char *text = NULL;
  guint late = 0;

  for (guint i = 0; i < self->shown->len; i++)
    late += wb_task_is_late (g_ptr_array_index (self->shown, i), &self->today);
  text = late > 0 ? g_strdup_printf (ngettext ("%u entry, %u overdue", "%u entries, %u overdue", self->shown->len),
                                     self->shown->len, late)
                  : g_strdup_printf (ngettext ("%u entry", "%u entries", self->shown->len), self->shown->len);
  gtk_label_set_text (self->count, text);
}

/* Late ones first: their days come before all others anyway, but what is done or a date may lie there, too. */
static int
compare_late (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  WbTasksView *self = user_data;
  gboolean first = wb_task_is_late (*(const WbTask *const *) a, &self->today);
  gboolean second = wb_task_is_late (*(const WbTask *const *) b, &self->today);

  return first != second ? second - first : wb_task_compare (a, b);
}

static void
update (WbTasksView *self)
{
  GtkWidget *child;
  gboolean inside;
  int focused;

  if (self->filling || self->loaded == NULL)
    return;
  focused = wb_focus_find (GTK_WIDGET (self->list), &inside);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->loaded->len; i++)
    {
      const WbLoadedProject *project = g_ptr_array_index (self->loaded, i);

      for (guint j = 0; project->overview != NULL && j < project->overview->tasks->len; j++)
        if (is_wanted (self, g_ptr_array_index (project->overview->tasks, j)))
          g_ptr_array_add (self->shown, g_ptr_array_index (project->overview->tasks, j));
    }
  g_ptr_array_sort_with_data (self->shown, compare_late, self);
  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkWidget *row = wb_task_row_new (g_ptr_array_index (self->shown, i), &self->today);

      g_signal_connect_object (row, "mark", G_CALLBACK (mark_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
    }
  say_count (self);
  gtk_stack_set_visible_child_name (self->stack, self->shown->len > 0 ? "list" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tasks.export", self->shown->len > 0);
  /* Whoever ticks one after the other goes on with the next one. */
  if (focused >= 0 && !wb_focus_restore (GTK_WIDGET (self->list), focused, inside))
    gtk_widget_grab_focus (GTK_WIDGET (self->show_done));
}

/* Fills @list with @first and @names, and keeps what was chosen. */
static void
set_choices (GtkDropDown *list,
             const char  *first,
             GPtrArray   *names)
{
  g_autofree char *choice = g_strdup (get_choice (list));
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (model, first);
  for (guint i = 0; i < names->len; i++)
    {
      gtk_string_list_append (model, g_ptr_array_index (names, i));
      if (g_strcmp0 (choice, g_ptr_array_index (names, i)) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (list, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (list, selected);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* (transfer full) */
static GPtrArray *
list_owners (WbTasksView *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *owners = g_ptr_array_new ();

  for (guint i = 0; i < self->loaded->len; i++)
    {
      const WbLoadedProject *project = g_ptr_array_index (self->loaded, i);

      for (guint j = 0; project->overview != NULL && j < project->overview->tasks->len; j++)
        {
          const WbTask *task = g_ptr_array_index (project->overview->tasks, j);

          if (*task->owner != '\0' && g_hash_table_add (seen, task->owner))
            g_ptr_array_add (owners, task->owner);
        }
    }
  g_ptr_array_sort (owners, compare_names);

  return owners;
}

static void
fill_choices (WbTasksView *self)
{
  g_autoptr (GPtrArray) owners = list_owners (self);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  g_ptr_array_set_size (self->paths, 0);
  for (guint i = 0; i < self->loaded->len; i++)
    {
      const WbLoadedProject *project = g_ptr_array_index (self->loaded, i);

      if (project->overview == NULL)
        continue;
      g_ptr_array_add (titles, project->overview->title);
      g_ptr_array_add (self->paths, g_strdup (project->overview->path));
    }
  self->filling = TRUE;
  set_choices (self->project, _("All projects"), titles);
  set_choices (self->owner, _("Everybody"), owners);
  self->filling = FALSE;
}

static void
show_problems (WbTasksView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->loaded->len; i++)
    {
      const WbLoadedProject *project = g_ptr_array_index (self->loaded, i);

      if (project->error != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", project->error->message);
    }
  gtk_label_set_text (self->problem, text->str);
  gtk_widget_set_visible (self->problem_box, text->len > 0);
}

static void
place_chosen_cb (WbTasksView *self,
                 int          response)
{
  g_autoptr (GFile) place = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      place = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
      chosen = g_file_get_path (place);
    }
  g_clear_object (&self->chooser);
  if (chosen == NULL)
    return;
  path = wb_document_complete_path (chosen, ".ics");
  if (wb_project_tasks_export (self->shown, self->form, path, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("Calendar file saved"));
  else
    wb_error_dialog_show (GTK_WIDGET (self), _("The Calendar File Was Not Saved"), error);
}

static void
export_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  WbTasksView *self = WB_TASKS_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  g_autofree char *name = g_strconcat (_("Tasks"), ".ics", NULL);

  if (self->chooser != NULL)
    return;
  self->form = g_str_equal (g_variant_get_string (parameter, NULL), "events") ? WB_CALENDAR_EVENTS : WB_CALENDAR_TASKS;
  self->chooser = gtk_file_chooser_native_new (_("Save Calendar File"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (place_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
wb_tasks_view_dispose (GObject *object)
{
  WbTasksView *self = WB_TASKS_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->services);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_TASKS_VIEW);

  G_OBJECT_CLASS (wb_tasks_view_parent_class)->dispose (object);
}

static void
wb_tasks_view_finalize (GObject *object)
{
  WbTasksView *self = WB_TASKS_VIEW (object);

  g_clear_pointer (&self->loaded, g_ptr_array_unref);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->paths);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (wb_tasks_view_parent_class)->finalize (object);
}

static void
wb_tasks_view_class_init (WbTasksViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_tasks_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_tasks_view_finalize;

  signals[CHANGED] = g_signal_new ("changed", WB_TYPE_TASKS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "tasks.export", "s", export_action);
  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-tasks-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WbTasksView, box);
  gtk_widget_class_bind_template_child (widget_class, WbTasksView, project);
  gtk_widget_class_bind_template_child (widget_class, WbTasksView, owner);
  gtk_widget_class_bind_template_child (widget_class, WbTasksView, show_done);
  gtk_widget_class_bind_template_child (widget_class, WbTasksView, count);
  gtk_widget_class_bind_template_child (widget_class, WbTasksView, problem_box);
  gtk_widget_class_bind_template_child (widget_class, WbTasksView, problem);
  gtk_widget_class_bind_template_child (widget_class, WbTasksView, toasts);
  gtk_widget_class_bind_template_child (widget_class, WbTasksView, stack);
  gtk_widget_class_bind_template_child (widget_class, WbTasksView, list);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
wb_tasks_view_init (WbTasksView *self)
{
  self->cancellable = g_cancellable_new ();
  self->shown = g_ptr_array_new ();
  self->paths = g_ptr_array_new_with_free_func (g_free);
  wb_day_get_today (&self->today);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, set_header, self, NULL);
}

GtkWidget *
wb_tasks_view_new (void)
{
  return g_object_new (WB_TYPE_TASKS_VIEW, NULL);
}

void
wb_tasks_view_set_services (WbTasksView *self,
                            WbServices  *services)
{
  g_return_if_fail (WB_IS_TASKS_VIEW (self));
  g_return_if_fail (WB_IS_SERVICES (services));

  g_set_object (&self->services, services);
}

void
wb_tasks_view_set_projects (WbTasksView *self,
                            GPtrArray   *loaded)
{
  g_autoptr (GPtrArray) old = NULL;

  g_return_if_fail (WB_IS_TASKS_VIEW (self));
  g_return_if_fail (loaded != NULL);

  /* The rows look into the old ones until they are gone. */
  old = g_steal_pointer (&self->loaded);
  self->loaded = g_ptr_array_ref (loaded);
  wb_day_get_today (&self->today);
  show_problems (self);
  fill_choices (self);
  update (self);
}
