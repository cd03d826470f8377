/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-projects-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-day.h"
#include "wb-error-dialog.h"
#include "wb-new-project-dialog.h"
#include "wb-next-case-dialog.h"
#include "wb-overview-loader.h"
#include "wb-project-change.h"
#include "wb-project-delete.h"
#include "wb-project-file.h"
#include "wb-project-row.h"
#include "wb-tasks-view.h"

struct _WbProjectsPage
{
  WbSection parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkListBox *projects;
  GtkPopover *guides_popover;
  GtkListBox *guides;
  AdwBin *empty_bin;
  WbTasksView *tasks;
  AdwToastOverlay *toasts;
  GtkDropDown *order;

  /* Owned */
  GtkFileChooserNative *chooser; /* NULL while no file is asked for */
  GCancellable *cancellable; /* of all that goes on, until the page goes */
  GCancellable *reading;     /* of the reading of the projects; NULL before the first */
  char *located; /* (nullable) the project that is being looked for */
};

G_DEFINE_FINAL_TYPE (WbProjectsPage, wb_projects_page, WB_TYPE_SECTION)

static WbServices *
get_services (WbProjectsPage *self)
{
  return wb_section_get_services (WB_SECTION (self));
}

static void
forget_cb (WbProjectsPage *self,
           WbProjectRow   *row)
{
  g_autofree char *path = g_strdup (wb_project_row_get_path (row));
  g_autoptr (GError) error = NULL;

  if (!wb_user_store_forget_project (wb_section_get_store (WB_SECTION (self)), path, &error))
    wb_error_dialog_show (GTK_WIDGET (self), _("The List Could Not Be Changed"), error);
}

static void reload (WbProjectsPage *self);

/* What somebody says about how far a project is, on its way into the file. */
static gboolean
apply_state (WbProjectFile  *file,
             gpointer        data,
             GError        **error)
{
  wb_project_file_set_fact (file, WB_PROJECT_FACT_STATE, data);

  return TRUE;
}

static void
state_set_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (WbProjectsPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!wb_project_change_finish (result, &error) && !g_cancellable_is_cancelled (self->cancellable))
    wb_error_dialog_show (GTK_WIDGET (self), _("The Project Was Not Changed"), error);
  reload (self);
}

static void
set_state (WbProjectsPage *self,
           WbProjectRow   *row,
           const char     *state)
{
  wb_project_change_async (get_services (self), wb_project_row_get_path (row), apply_state, g_strdup (state), g_free, NULL,
                           state_set_cb, g_object_ref (self));
}

void
wb_projects_page_locate (WbProjectsPage *self,
                         const char     *old,
                         const char     *path)
{
  WbUserStore *store = wb_section_get_store (WB_SECTION (self));
  g_autoptr (GPtrArray) projects = wb_user_store_list_projects (store);
  g_autoptr (GError) error = NULL;

  g_return_if_fail (WB_IS_PROJECTS_PAGE (self));
  g_return_if_fail (old != NULL && path != NULL);

  for (guint i = 0; i < projects->len; i++)
    {
      WbRecentProject moved = *(const WbRecentProject *) g_ptr_array_index (projects, i);

      if (g_strcmp0 (moved.path, old) != 0)
        continue;
      moved.path = (char *) path;
      if (!wb_user_store_note_project (store, &moved, &error)
          || (!g_str_equal (path, old) && !wb_user_store_forget_project (store, old, &error)))
        wb_error_dialog_show (GTK_WIDGET (self), _("The List Could Not Be Changed"), error);
    }
}

/* Makes another project of it. Reading it takes no longer than opening a dialog. */
static void
duplicate (WbProjectsPage *self,
           const char     *path)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  WbProjectPeek *peek = wb_project_peek_read (path, &error);

  if (peek == NULL)
    wb_error_dialog_show (GTK_WIDGET (self), _("The Project Could Not Be Duplicated"), error);
  else
    gtk_window_present (GTK_WINDOW (wb_new_project_dialog_new_from_template (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                                             get_services (self), peek)));
}

static void
start_next_case (WbProjectsPage *self,
                 const char     *path)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (wb_next_case_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, get_services (self), path)));
}

static void choose_file (WbProjectsPage *self);

static void
wanted_cb (WbProjectsPage *self,
           const char     *what,
           WbProjectRow   *row)
{
  const char *path = wb_project_row_get_path (row);

  if (g_str_equal (what, "pause"))
    set_state (self, row, "paused");
  else if (g_str_equal (what, "finish"))
    set_state (self, row, "done");
  else if (g_str_equal (what, "resume"))
    set_state (self, row, "");
  else if (g_str_equal (what, "delete"))
    wb_project_delete (self->toasts, get_services (self), wb_project_row_get_recent (row));
  else if (g_str_equal (what, "duplicate"))
    duplicate (self, path);
  else if (g_str_equal (what, "next-case"))
    start_next_case (self, path);
  else if (g_str_equal (what, "window"))
    gtk_widget_activate_action (GTK_WIDGET (self), "app.open-project-window", "s", path);
  else if (g_str_equal (what, "locate"))
    {
      g_free (self->located);
      self->located = g_strdup (path);
      choose_file (self);
    }
}

/* The orders in the drop-down. */
enum
{
  ORDER_OPENED,
  ORDER_DUE,
  ORDER_STATE,
  ORDER_TITLE,
};

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  /* What is in work comes first. */
  static const int ranks[] = { [WB_PROJECT_STAGE_ACTIVE] = 0, [WB_PROJECT_STAGE_NEW] = 1, [WB_PROJECT_STAGE_PAUSED] = 2, [WB_PROJECT_STAGE_DONE] = 3 };
  WbProjectsPage *self = user_data;
  WbProjectRow *first = WB_PROJECT_ROW (a), *second = WB_PROJECT_ROW (b);
  const char *due = wb_project_row_get_due (first), *other = wb_project_row_get_due (second);
  gint64 opened = wb_project_row_get_recent (first)->opened, other_opened = wb_project_row_get_recent (second)->opened;
  int order = 0;

  switch (gtk_drop_down_get_selected (self->order))
    {
    case ORDER_DUE:
      /* Those without a date come last. */
      order = (*due == '\0') != (*other == '\0') ? (*due == '\0' ? 1 : -1) : strcmp (due, other);
      break;
    case ORDER_STATE:
      order = ranks[wb_project_row_get_state (first)] - ranks[wb_project_row_get_state (second)];
      break;
    case ORDER_TITLE:
      order = g_utf8_collate (wb_project_row_get_recent (first)->title, wb_project_row_get_recent (second)->title);
      break;
    default:
      break;
    }

  return order != 0 ? order : (other_opened > opened) - (other_opened < opened);
}

static void
order_cb (WbProjectsPage *self)
{
  gtk_list_box_invalidate_sort (self->projects);
}

static void
update_projects (WbProjectsPage *self)
{
  g_autoptr (GPtrArray) projects = NULL;
  GtkWidget *child;

  projects = wb_user_store_list_projects (wb_section_get_store (WB_SECTION (self)));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->projects))) != NULL)
    gtk_list_box_remove (self->projects, child);
  for (guint i = 0; i < projects->len; i++)
    {
      GtkWidget *row = wb_project_row_new (g_ptr_array_index (projects, i));

      g_signal_connect_object (row, "forget", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->projects, row);
    }
  gtk_stack_set_visible_child_name (self->stack, projects->len > 0 ? "list" : "empty");
}

static void
show_loaded (WbProjectsPage *self,
             GPtrArray      *loaded)
{
  GtkListBoxRow *row;
  GDate today;

  wb_day_get_today (&today);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->projects, i)) != NULL; i++)
    for (guint j = 0; j < loaded->len; j++)
      {
        const WbLoadedProject *project = g_ptr_array_index (loaded, j);

        if (g_str_equal (project->path, wb_project_row_get_path (WB_PROJECT_ROW (row))))
          wb_project_row_set_loaded (WB_PROJECT_ROW (row), project, &today);
      }
  gtk_list_box_invalidate_sort (self->projects);
  wb_tasks_view_set_projects (self->tasks, loaded);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (WbProjectsPage) self = user_data;
  g_autoptr (GPtrArray) loaded = wb_overview_loader_finish (result, NULL);

  if (loaded != NULL)
    show_loaded (self, loaded);
}

/* Reads the projects anew; only while somebody can see it. */
static void
reload (WbProjectsPage *self)
{
  g_autoptr (GPtrArray) projects = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  projects = wb_user_store_list_projects (wb_section_get_store (WB_SECTION (self)));
  wb_overview_loader_async (wb_section_get_library (WB_SECTION (self)), projects, self->reading, loaded_cb, g_object_ref (self));
}

static void
projects_changed_cb (WbProjectsPage *self)
{
  update_projects (self);
  reload (self);
}

static void
wb_projects_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wb_projects_page_parent_class)->map (widget);

  reload (WB_PROJECTS_PAGE (widget));
}

static GtkWidget *
make_guide_row (WbItem   *guide,
                gboolean  with_summary)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", wb_item_get_title (guide), "activatable", TRUE,
                NULL);
  if (with_summary)
    g_object_set (row, "subtitle", wb_item_get_summary (guide), "subtitle-lines", 3, NULL);
  else
    g_object_set (row, "title-lines", 1, "tooltip-text", wb_item_get_summary (guide), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.start-project");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", wb_item_get_id (guide));

  return row;
}

/* The guides one can start from: in the popover of "New project", and on the page while it is empty. */
static void
fill_guides (WbProjectsPage *self,
             GtkListBox     *list,
             gboolean        with_summary)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) guides = NULL;
  guint n;

  guides = wb_library_list (wb_section_get_library (WB_SECTION (self)), WB_KIND_GUIDE, &error);
  n = guides != NULL ? g_list_model_get_n_items (guides) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WbItem) guide = g_list_model_get_item (guides, i);

      gtk_list_box_append (list, make_guide_row (guide, with_summary));
    }
  if (n == 0)
    gtk_list_box_set_placeholder (list, gtk_label_new (error != NULL
                                                         ? error->message
                                                         : _("The library holds no guide.")));
}

static void
guide_activated_cb (WbProjectsPage *self)
{
  gtk_popover_popdown (self->guides_popover);
}

static void
project_activated_cb (WbProjectsPage *self,
                      GtkListBoxRow  *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-project", "s",
                              wb_project_row_get_path (WB_PROJECT_ROW (row)));
}

static void
file_chosen_cb (WbProjectsPage *self,
                int             response)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
      path = file != NULL ? g_file_get_path (file) : NULL;
    }
  g_clear_object (&self->chooser);
  if (path != NULL && self->located != NULL)
    wb_projects_page_locate (self, self->located, path);
  else if (path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-project", "s", path);
  g_clear_pointer (&self->located, g_free);
}

/* One to be opened, or the one that is looked for. */
static void
choose_file (WbProjectsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;

  gtk_file_filter_set_name (filter, _("Projects"));
  gtk_file_filter_add_pattern (filter, "*" WB_PROJECT_SUFFIX);
  self->chooser = gtk_file_chooser_native_new (self->located != NULL ? _("Where Is the Project Now?") : _("Open Project"),
                                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"),
                                               _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_cb (WbProjectsPage *self)
{
  g_clear_pointer (&self->located, g_free);
  choose_file (self);
}

static void
wb_projects_page_constructed (GObject *object)
{
  WbProjectsPage *self = WB_PROJECTS_PAGE (object);
  GtkWidget *empty_list;

  G_OBJECT_CLASS (wb_projects_page_parent_class)->constructed (object);

  wb_tasks_view_set_services (self->tasks, get_services (self));
  fill_guides (self, self->guides, FALSE);
  empty_list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (empty_list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (empty_list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (empty_list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Guides"), -1);
  fill_guides (self, GTK_LIST_BOX (empty_list), TRUE);
  adw_bin_set_child (self->empty_bin, empty_list);

  update_projects (self);
  g_signal_connect_object (wb_section_get_store (WB_SECTION (self)), "projects-changed",
                           G_CALLBACK (projects_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wb_services_get_open_projects (get_services (self)), "saved", G_CALLBACK (reload), self,
                           G_CONNECT_SWAPPED);
}

static void
wb_projects_page_dispose (GObject *object)
{
  WbProjectsPage *self = WB_PROJECTS_PAGE (object);

  g_signal_handlers_disconnect_by_data (wb_section_get_store (WB_SECTION (self)), self);
  g_signal_handlers_disconnect_by_data (wb_services_get_open_projects (get_services (self)), self);
  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_PROJECTS_PAGE);

  G_OBJECT_CLASS (wb_projects_page_parent_class)->dispose (object);
}

static void
wb_projects_page_finalize (GObject *object)
{
  WbProjectsPage *self = WB_PROJECTS_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->reading);
  g_free (self->located);

  G_OBJECT_CLASS (wb_projects_page_parent_class)->finalize (object);
}

static void
wb_projects_page_class_init (WbProjectsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = wb_projects_page_constructed;
  object_class->dispose = wb_projects_page_dispose;
  object_class->finalize = wb_projects_page_finalize;
  widget_class->map = wb_projects_page_map;

  g_type_ensure (WB_TYPE_TASKS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-projects-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WbProjectsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WbProjectsPage, projects);
  gtk_widget_class_bind_template_child (widget_class, WbProjectsPage, guides_popover);
  gtk_widget_class_bind_template_child (widget_class, WbProjectsPage, guides);
  gtk_widget_class_bind_template_child (widget_class, WbProjectsPage, empty_bin);
  gtk_widget_class_bind_template_child (widget_class, WbProjectsPage, tasks);
  gtk_widget_class_bind_template_child (widget_class, WbProjectsPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, WbProjectsPage, order);
  gtk_widget_class_bind_template_callback (widget_class, order_cb);
  gtk_widget_class_bind_template_callback (widget_class, reload);
  gtk_widget_class_bind_template_callback (widget_class, guide_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, project_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
wb_projects_page_init (WbProjectsPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->projects, compare_rows, self, NULL);
}

GtkWidget *
wb_projects_page_new (WbServices *services)
{
  return g_object_new (WB_TYPE_PROJECTS_PAGE, "services", services, NULL);
}
