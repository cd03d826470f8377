/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-lever-dialog.h"

#include <glib/gi18n.h>

#include "wb-error-dialog.h"
#include "wb-fitting-size.h"
#include "wb-project-tasks.h"

#define DEFAULT_WIDTH 560
#define DEFAULT_HEIGHT 520

typedef struct
{
  char *path;
  char *text;
  char *title; /* (nullable) of the project, once it is done */
} Work;

struct _WbLeverDialog
{
  AdwWindow parent_instance;

  /* Borrowed */
  AdwPreferencesPage *page;

  /* Owned */
  char *text; /* the lever as a task */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (WbLeverDialog, wb_lever_dialog, ADW_TYPE_WINDOW)

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_free (work->text);
  g_free (work->title);
  g_free (work);
}

static void
work_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;

  if (wb_project_tasks_add (work->path, work->text, &work->title, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
work_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (WbLeverDialog) self = user_data;
  const Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *toast = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);
  GtkWindow *parent;

  /* The window went away meanwhile. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->page), TRUE);
  if (!done)
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The Lever Was Not Taken Over"), error);
      return;
    }
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  toast = g_strdup_printf (_("Now a task in “%s”"), work->title);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "s", toast);
  gtk_window_close (GTK_WINDOW (self));
}

static void
project_activated_cb (WbLeverDialog *self,
                      GtkWidget     *row)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, work_done_cb, g_object_ref (self));
  Work *work = g_new0 (Work, 1);

  work->path = g_strdup (g_object_get_data (G_OBJECT (row), "wb-name"));
  work->text = g_strdup (self->text);
  g_task_set_source_tag (task, project_activated_cb);
  g_task_set_task_data (task, work, work_free);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page), FALSE);
  g_task_run_in_thread (task, work_thread);
}

static void
guide_activated_cb (WbLeverDialog *self,
                    GtkWidget     *row)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *guide = g_strdup (g_object_get_data (G_OBJECT (row), "wb-name"));

  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.start-project", "s", guide);
}

static void
add_row (WbLeverDialog       *self,
         AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle,
         const char          *name,
         GCallback            activated)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle, "activatable", TRUE,
                                 "title-lines", 2, "subtitle-lines", 3, NULL);

  g_object_set_data_full (G_OBJECT (row), "wb-name", g_strdup (name), g_free);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (row, "activated", activated, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (WbLeverDialog *self,
           const char    *title,
           const char    *description)
{
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", title, "description", description, NULL);

  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_projects (WbLeverDialog *self,
              WbServices    *services)
{
  g_autoptr (GPtrArray) projects = wb_user_store_list_projects (wb_services_get_store (services));
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < projects->len; i++)
    {
      const WbRecentProject *project = g_ptr_array_index (projects, i);

      if (!g_file_test (project->path, G_FILE_TEST_IS_REGULAR))
        continue;
      if (group == NULL)
        group = add_group (self, _("As a Task of a Project"), _("The lever goes to the end of the project's list of tasks."));
      add_row (self, group, project->title, project->guide_title, project->path, G_CALLBACK (project_activated_cb));
    }
}

/* What @id is or leads to, if it is a guide and new in @guides. */
static void
note_guide (WbLibrary  *library,
            const char *id,
            GPtrArray  *guides)
{
  WbKind kind;

  if (id != NULL && wb_library_lookup (library, id, NULL, &kind) && kind == WB_KIND_GUIDE
      && !g_ptr_array_find_with_equal_func (guides, id, g_str_equal, NULL))
    g_ptr_array_add (guides, g_strdup (id));
}

/* The guides that the lever's entries suggest; where they suggest none, all there are. (transfer full) */
static GPtrArray *
list_guides (WbLibrary     *library,
             const WbLever *lever)
{
  GPtrArray *guides = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GListModel) all = NULL;

  for (guint i = 0; i < lever->to->len; i++)
    {
      const char *id = g_ptr_array_index (lever->to, i);
      g_autoptr (WbItem) item = wb_library_get_item (library, id, NULL);

      note_guide (library, id, guides);
      if (item != NULL)
        note_guide (library, wb_item_get_link (item, "guide"), guides);
    }
  if (guides->len == 0)
    all = wb_library_list (library, WB_KIND_GUIDE, NULL);
  for (guint i = 0; all != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (WbItem) item = g_list_model_get_item (all, i);

      g_ptr_array_add (guides, g_strdup (wb_item_get_id (item)));
    }

  return guides;
}

static void
add_guides (WbLeverDialog *self,
            WbServices    *services,
            const WbLever *lever)
{
  WbLibrary *library = wb_services_get_library (services);
  g_autoptr (GPtrArray) guides = list_guides (library, lever);
  AdwPreferencesGroup *group;

  if (guides->len == 0)
    return;

  group = add_group (self, _("With a New Project"), _("The lever can be taken over once the project is there."));
  for (guint i = 0; i < guides->len; i++)
    {
      const char *id = g_ptr_array_index (guides, i);
      g_autofree char *title = NULL;

      if (wb_library_lookup (library, id, &title, NULL))
        add_row (self, group, title, _("Start with this guide"), id, G_CALLBACK (guide_activated_cb));
    }
}

static void
wb_lever_dialog_dispose (GObject *object)
{
  g_cancellable_cancel (WB_LEVER_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (wb_lever_dialog_parent_class)->dispose (object);
}

static void
wb_lever_dialog_finalize (GObject *object)
{
  WbLeverDialog *self = WB_LEVER_DIALOG (object);

  g_free (self->text);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (wb_lever_dialog_parent_class)->finalize (object);
}

static void
wb_lever_dialog_class_init (WbLeverDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_lever_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_lever_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_lever_dialog_init (WbLeverDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->cancellable = g_cancellable_new ();
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Take Into a Project"));
  wb_fitting_size_set (GTK_WINDOW (self), DEFAULT_WIDTH, DEFAULT_HEIGHT);
}

GtkWidget *
wb_lever_dialog_new (GtkWindow     *parent,
                     WbServices    *services,
                     const WbLever *lever)
{
  WbLeverDialog *self;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);
  g_return_val_if_fail (lever != NULL, NULL);

  self = g_object_new (WB_TYPE_LEVER_DIALOG, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE, NULL);
  self->text = g_strdup_printf ("%s: %s", lever->title, lever->text);
  title = g_markup_escape_text (lever->title, -1);
  text = g_markup_escape_text (lever->text, -1);
  add_group (self, title, text);
  add_projects (self, services);
  add_guides (self, services, lever);

  return GTK_WIDGET (self);
}
