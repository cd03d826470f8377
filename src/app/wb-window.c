/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wb-backup-window.h"
#include "wb-council-window.h"
#include "wb-damaged-dialog.h"
#include "wb-diagnosis-page.h"
#include "wb-error-dialog.h"
#include "wb-first-run.h"
#include "wb-fitting-size.h"
#include "wb-learn-page.h"
#include "wb-lesson-view.h"
#include "wb-letterhead-dialog.h"
#include "wb-library-page.h"
#include "wb-link-titles.h"
#include "wb-list-stop.h"
#include "wb-new-project-dialog.h"
#include "wb-packs-dialog.h"
#include "wb-project-opening.h"
#include "wb-project-view.h"
#include "wb-projects-page.h"
#include "wb-review-view.h"
#include "wb-start-page.h"
#include "wb-stationery-provider.h"
#include "wb-stationery-source.h"
#include "wb-town-dialog.h"

struct _WbWindow
{
  AdwApplicationWindow parent_instance;

  gboolean stationery_known; /* @stationery is what the user has */
  guint stationery_source;

  /* Template widgets */
  AdwToastOverlay *toasts;
  GtkStack *root_stack;
  AdwLeaflet *leaflet;
  GtkWidget *sidebar;
  GtkListBox *sections;
  GtkStack *section_stack;
  AdwBin *first_run_bin;
  AdwBin *project_bin;
  AdwBin *lesson_bin;
  GtkLabel *town_label;
  GtkLabel *town_detail;
  GtkWidget *town_button;

  /* Owned */
  WbServices *services;
  WbStationery *stationery; /* (nullable) */
  GCancellable *stationery_loading; /* (nullable) */
  GSettings *settings; /* NULL when the schema is not installed */
  GCancellable *cancellable;

  /* Not owned */
  GtkWindow *shortcuts; /* (nullable) weak; lives until it is closed */
  char *wanted_field; /* (nullable) owned: where to go in the project that is being opened */

  /* State */
  int restored_width; /* made to fit the screens, and so maybe not what somebody has chosen */
  int restored_height;
};

enum
{
  PROP_SERVICES = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void stationery_provider_init (WbStationeryProviderInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WbWindow, wb_window, ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (WB_TYPE_STATIONERY_PROVIDER, stationery_provider_init))

static void
select_section (WbWindow   *self,
                const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sections, i)) != NULL; i++)
    if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (row)), name) == 0)
      gtk_list_box_select_row (self->sections, row);
}

/* The page of a section, made when it is first shown, so that the window opens quickly; NULL for a name that is none. */
static GtkWidget *
ensure_section (WbWindow   *self,
                const char *name)
{
  static const struct
  {
    const char *name;
    GtkWidget *(*create) (WbServices *services);
  } pages[] = {
    { "start", wb_start_page_new },
    { "library", wb_library_page_new },
    { "learn", wb_learn_page_new },
    { "projects", wb_projects_page_new },
    { "diagnosis", wb_diagnosis_page_new },
  };
  GtkWidget *page = gtk_stack_get_child_by_name (self->section_stack, name);

  for (guint i = 0; page == NULL && i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      {
        page = pages[i].create (self->services);
        gtk_stack_add_named (self->section_stack, page, name);
        g_object_bind_property (self->leaflet, "folded", page, "sidebar-button", G_BINDING_SYNC_CREATE);
      }

  return page;
}

static void
show_section (WbWindow   *self,
              const char *name)
{
  if (ensure_section (self, name) == NULL)
    return;

  gtk_stack_set_visible_child_name (self->root_stack, "main");
  gtk_stack_set_visible_child_name (self->section_stack, name);
  select_section (self, name);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->section_stack));
}

static void
update_town (WbWindow *self)
{
  g_autoptr (WbMunicipality) town = wb_user_store_get_town (wb_services_get_store (self->services));
  g_autofree char *label = NULL;

  if (town == NULL)
    {
      gtk_label_set_label (self->town_label, _("No municipality chosen"));
      gtk_label_set_label (self->town_detail, _("Choose…"));
    }
  else
    {
      const char *district = wb_municipality_get_district (town);

      gtk_label_set_label (self->town_label, wb_municipality_get_short_name (town));
      gtk_label_set_label (self->town_detail,
                           *district != '\0' && !g_str_equal (district, wb_municipality_get_name (town))
                             ? district : wb_municipality_get_state (town));
    }
  label = g_strdup_printf (_("Municipality: %s, %s"), gtk_label_get_label (self->town_label),
                           gtk_label_get_label (self->town_detail));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->town_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Who came with a project goes on to it, also when the welcome comes in between. */
static void
update_first_run (WbWindow *self)
{
  GtkWidget *first_run = adw_bin_get_child (self->first_run_bin);

  if (first_run != NULL)
    wb_first_run_set_project (WB_FIRST_RUN (first_run), adw_bin_get_child (self->project_bin) != NULL);
}

/* Closes what is open, so that nothing is written behind the back of a project shown next. */
static gboolean
close_project (WbWindow *self)
{
  GtkWidget *view = adw_bin_get_child (self->project_bin);
  g_autoptr (GError) error = NULL;

  if (view == NULL)
    return TRUE;

  /* The file is closed here and now: somebody may hold on to the view until the window was drawn again. */
  if (!wb_project_view_flush (WB_PROJECT_VIEW (view), &error)
      || !wb_project_file_close (wb_project_view_get_file (WB_PROJECT_VIEW (view)), &error))
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The Project Could Not Be Saved"), error);
      return FALSE;
    }
  /* And whoever changes the project from now on opens it anew. */
  wb_open_projects_remove (wb_services_get_open_projects (self->services), wb_project_view_get_file (WB_PROJECT_VIEW (view)));
  adw_bin_set_child (self->project_bin, NULL);
  update_first_run (self);

  return TRUE;
}

/* The open project, at the question that was asked for. */
static void
show_project (WbWindow *self)
{
  gtk_stack_set_visible_child_name (self->root_stack, "project");
  if (self->wanted_field != NULL)
    wb_project_view_show_field (WB_PROJECT_VIEW (adw_bin_get_child (self->project_bin)), self->wanted_field);
  g_clear_pointer (&self->wanted_field, g_free);
}

/* The window that shows the project @path already; NULL when none does. */
static WbWindow *
find_window_of (WbWindow   *self,
                const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);

  for (GList *l = application != NULL ? gtk_application_get_windows (application) : NULL; l != NULL; l = l->next)
    {
      GtkWidget *view = WB_IS_WINDOW (l->data) ? adw_bin_get_child (WB_WINDOW (l->data)->project_bin) : NULL;

      if (view != NULL
          && g_str_equal (wb_project_file_get_path (wb_project_view_get_file (WB_PROJECT_VIEW (view))), canonical))
        return l->data;
    }

  return NULL;
}

/* Shows the project @path where it is open already. @field: (nullable) */
static gboolean
show_where_open (WbWindow   *self,
                 const char *path,
                 const char *field)
{
  WbWindow *window = find_window_of (self, path);
  g_autofree char *wanted = g_strdup (field);

  if (window == NULL)
    return FALSE;

  g_free (window->wanted_field);
  window->wanted_field = g_steal_pointer (&wanted);
  show_project (window);
  gtk_window_present (GTK_WINDOW (window));

  return TRUE;
}

static void
project_opened_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (WbWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (WbProjectOpening) project = wb_project_opening_finish (result, &path, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (project == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        {
          if (!show_where_open (self, path, self->wanted_field))
            wb_error_dialog_show (GTK_WIDGET (self), _("The Project Is Not Opened Twice"), error);
        }
      else
        wb_damaged_dialog_show (GTK_WINDOW (self), self->services, path, error);
      return;
    }

  /* Only now: when the other cannot be opened, this one stays. */
  if (close_project (self))
    {
      wb_link_titles_attach (project->guide, wb_services_get_library (self->services));
      adw_bin_set_child (self->project_bin, wb_project_view_new (self->services, project->file, project->guide));
      update_first_run (self);
      show_project (self);
    }
}

/* @field: (nullable) the question to go to. */
static void
open_project (WbWindow   *self,
              const char *path,
              const char *field)
{
  if (show_where_open (self, path, field))
    return;
  g_free (self->wanted_field);
  self->wanted_field = g_strdup (field);
  wb_project_opening_async (self->services, path, self->cancellable, project_opened_cb, g_object_ref (self));
}

/* Shows the copies that were kept of the project at @path, open or not. */
static void
show_backups (WbWindow   *self,
              const char *path)
{
  WbBackupStore *backups = wb_services_get_backups (self->services);
  GtkWidget *view = adw_bin_get_child (self->project_bin);
  g_autoptr (GError) error = NULL;

  if (backups == NULL)
    return;
  /* What differs is counted from the file. A fault is shown where the project is. */
  if (view != NULL && !wb_project_view_flush (WB_PROJECT_VIEW (view), &error))
    g_debug ("%s", error->message);
  gtk_window_present (GTK_WINDOW (wb_backup_window_new (GTK_WINDOW (self), backups, path)));
}

static void
show_backups_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  show_backups (WB_WINDOW (widget), g_variant_get_bytestring (parameter));
}

/* What is missing in the project at @path before the council meets. */
static void
show_council (WbWindow   *self,
              const char *path)
{
  WbWindow *window = find_window_of (self, path);
  g_autoptr (GError) error = NULL;

  /* It is read from the file. A fault is shown where the project is. */
  if (window != NULL && !wb_project_view_flush (WB_PROJECT_VIEW (adw_bin_get_child (window->project_bin)), &error))
    g_debug ("%s", error->message);
  gtk_window_present (GTK_WINDOW (wb_council_window_new (GTK_WINDOW (self), self->services, path)));
}

static void
show_council_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  show_council (WB_WINDOW (widget), g_variant_get_bytestring (parameter));
}

/* A copy on its way to the place of a project. */
typedef struct
{
  WbBackupStore *store;
  char *path;
  char *backup;
  char *aside; /* (nullable) where a damaged file is now */
} Restore;

static void
restore_free (gpointer data)
{
  Restore *restore = data;

  g_object_unref (restore->store);
  g_free (restore->path);
  g_free (restore->backup);
  g_free (restore->aside);
  g_free (restore);
}

static void
restore_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Restore *restore = task_data;
  GError *error = NULL;

  if (wb_backup_store_restore (restore->store, restore->backup, restore->path, g_get_real_time () / G_USEC_PER_SEC,
                               &restore->aside, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (WbWindow) self = user_data;
  const Restore *restore = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *name = restore->aside != NULL ? g_filename_display_basename (restore->aside) : NULL;

      text = name != NULL ? g_strdup_printf (_("Copy restored. The damaged file is kept beside it as “%s”."), name)
                          : g_strdup (_("Copy restored. What was there before is among the copies."));
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  else
    wb_error_dialog_show (GTK_WIDGET (self), _("The Copy Could Not Be Restored"), error);
  open_project (self, restore->path, NULL);
}

static void
restore_backup_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  WbWindow *self = WB_WINDOW (widget);
  g_autoptr (GTask) task = NULL;
  Restore *restore;

  if (wb_services_get_backups (self->services) == NULL)
    return;
  restore = g_new0 (Restore, 1);
  restore->store = g_object_ref (wb_services_get_backups (self->services));
  g_variant_get (parameter, "(^ay^ay)", &restore->path, &restore->backup);
  /* Wherever it is shown; another project here stays open until this one is. */
  if (!wb_open_projects_close (wb_services_get_open_projects (self->services), restore->path))
    {
      restore_free (restore);
      return;
    }
  task = g_task_new (NULL, self->cancellable, restored_cb, g_object_ref (self));
  g_task_set_source_tag (task, restore_backup_action);
  g_task_set_task_data (task, restore, restore_free);
  g_task_run_in_thread (task, restore_thread);
}

static void
show_section_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  WbWindow *self = WB_WINDOW (widget);
  const char *name = g_variant_get_string (parameter, NULL);

  if (ensure_section (self, name) == NULL)
    return;
  /* Before the first run is through there is nothing else to go to; but a project may have been opened over it. */
  if (adw_bin_get_child (self->first_run_bin) != NULL)
    {
      gtk_stack_set_visible_child_name (self->root_stack, "first-run");
      return;
    }

  show_section (self, name);
}

static void
show_sidebar_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  WbWindow *self = WB_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->sidebar);
}

static void
open_item_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  WbWindow *self = WB_WINDOW (widget);
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (parameter, NULL), "#", 2);

  show_section (self, "library");
  wb_library_page_open (WB_LIBRARY_PAGE (ensure_section (self, "library")), parts[0], parts[0] != NULL ? parts[1] : NULL);
}

static void
search_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  WbWindow *self = WB_WINDOW (widget);

  if (adw_bin_get_child (self->first_run_bin) != NULL)
    return;

  show_section (self, "library");
  wb_library_page_search (WB_LIBRARY_PAGE (ensure_section (self, "library")), NULL);
}

static void
start_project_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  WbWindow *self = WB_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbItem) item = wb_library_get_item (wb_services_get_library (self->services),
                                                 g_variant_get_string (parameter, NULL), &error);

  if (item == NULL)
    {
      wb_error_dialog_show (widget, _("The Project Could Not Be Started"), error);
      return;
    }

  gtk_window_present (GTK_WINDOW (wb_new_project_dialog_new (GTK_WINDOW (self), self->services, item)));
}

static void
open_project_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  open_project (WB_WINDOW (widget), g_variant_get_string (parameter, NULL), NULL);
}

static void
open_project_at_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  const char *path, *field;

  g_variant_get (parameter, "(&s&s)", &path, &field);
  open_project (WB_WINDOW (widget), path, field);
}

/* The project @path is to be changed from outside, or to go away. */
static void
close_requested_cb (WbWindow   *self,
                    const char *path)
{
  /* Nothing is left to show where it was. */
  if (find_window_of (self, path) == self && close_project (self)
      && g_strcmp0 (gtk_stack_get_visible_child_name (self->root_stack), "project") == 0)
    show_section (self, "projects");
}

static void
open_course_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  WbWindow *self = WB_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  GtkWidget *view = wb_lesson_view_new (self->services, g_variant_get_string (parameter, NULL), &error);

  if (view == NULL)
    {
      wb_error_dialog_show (widget, _("The Lesson Could Not Be Opened"), error);
      return;
    }

  adw_bin_set_child (self->lesson_bin, view);
  gtk_stack_set_visible_child_name (self->root_stack, "lesson");
  /* The focus was on what is hidden now; without one, Tab leads nowhere. */
  gtk_widget_grab_focus (view);
}

static void
review_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  WbWindow *self = WB_WINDOW (widget);
  GtkWidget *view = wb_review_view_new (self->services);

  adw_bin_set_child (self->lesson_bin, view);
  gtk_stack_set_visible_child_name (self->root_stack, "lesson");
}

static void
choose_town_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  WbWindow *self = WB_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (wb_town_dialog_new (GTK_WINDOW (self), self->services)));
}

static void
show_letterhead_action (GtkWidget  *widget,
                        const char *action,
                        GVariant   *parameter)
{
  WbWindow *self = WB_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (wb_letterhead_dialog_new (GTK_WINDOW (self), self->services)));
}

static void
stationery_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  WbStationery *stationery = wb_stationery_source_load_finish (result, &error);
  WbWindow *self = user_data;

  /* By then the window may be gone, or have needed it before. */
  if (error != NULL)
    return;
  g_clear_object (&self->stationery_loading);
  self->stationery = stationery;
  self->stationery_known = TRUE;
}

static gboolean
load_stationery_cb (gpointer user_data)
{
  WbWindow *self = user_data;

  self->stationery_source = 0;
  if (self->stationery_known)
    return G_SOURCE_REMOVE;
  self->stationery_loading = g_cancellable_new ();
  wb_stationery_source_load_async (wb_services_get_store (self->services), wb_services_get_library (self->services),
                                   self->stationery_loading, stationery_cb, self);

  return G_SOURCE_REMOVE;
}

static void
forget_stationery (WbWindow *self)
{
  g_clear_handle_id (&self->stationery_source, g_source_remove);
  g_cancellable_cancel (self->stationery_loading);
  g_clear_object (&self->stationery_loading);
  g_clear_pointer (&self->stationery, wb_stationery_unref);
  self->stationery_known = FALSE;
}

/* Read ahead when nothing else is to be done, and again after the profile was changed: whoever prints need not wait for it. */
static void
update_stationery (WbWindow *self)
{
  forget_stationery (self);
  self->stationery_source = g_idle_add_full (G_PRIORITY_LOW, load_stationery_cb, self, NULL);
}

/* Who is faster than that waits for it. */
static WbStationery *
wb_window_get_stationery (WbStationeryProvider *provider)
{
  WbWindow *self = WB_WINDOW (provider);

  if (!self->stationery_known)
    {
      forget_stationery (self);
      self->stationery = wb_stationery_source_load (wb_services_get_store (self->services), wb_services_get_library (self->services));
    }
  self->stationery_known = TRUE;

  return self->stationery;
}

static void
stationery_provider_init (WbStationeryProviderInterface *interface)
{
  interface->get_stationery = wb_window_get_stationery;
}

static GtkWidget *
show_packs (WbWindow *self)
{
  GtkWidget *dialog = wb_packs_dialog_new (GTK_WINDOW (self), wb_services_get_packs (self->services));

  gtk_window_present (GTK_WINDOW (dialog));

  return dialog;
}

static void
show_packs_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  show_packs (WB_WINDOW (widget));
}

static void
import_pack_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  wb_packs_dialog_import (WB_PACKS_DIALOG (show_packs (WB_WINDOW (widget))), g_variant_get_string (parameter, NULL));
}

/*
 * Made when it is asked for: GtkApplication, which would look for gtk/help-overlay.ui, makes it with every window, and that takes
 * as long as making the start page four times.
 */
static void
show_shortcuts_action (GtkWidget  *widget,
                       const char *action,
                       GVariant   *parameter)
{
  WbWindow *self = WB_WINDOW (widget);

  if (self->shortcuts == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (WB_RESOURCE_PATH "/ui/help-overlay.ui");

      g_set_weak_pointer (&self->shortcuts, GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
      gtk_window_set_transient_for (self->shortcuts, GTK_WINDOW (self));
      gtk_window_set_destroy_with_parent (self->shortcuts, TRUE);
    }
  gtk_window_present (self->shortcuts);
}

static void
toast_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  WbWindow *self = WB_WINDOW (widget);
  g_autofree char *title = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (title));
}

static void
section_selected_cb (WbWindow      *self,
                     GtkListBoxRow *row)
{
  if (row == NULL)
    return;

  ensure_section (self, gtk_widget_get_name (GTK_WIDGET (row)));
  gtk_stack_set_visible_child_name (self->section_stack, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
section_activated_cb (WbWindow      *self,
                      GtkListBoxRow *row)
{
  show_section (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
first_run_done_cb (WbWindow   *self,
                   const char *section)
{
  /* Shown first: the focus that goes away with its widget would leave Tab without a place to begin. */
  if (g_str_equal (section, "project"))
    show_project (self);
  else
    show_section (self, section);
  adw_bin_set_child (self->first_run_bin, NULL);
}

static void
save_size (WbWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;

  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (gtk_window_is_maximized (GTK_WINDOW (self)))
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width == self->restored_width && height == self->restored_height)
    return;
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
}

static gboolean
wb_window_close_request (GtkWindow *window)
{
  WbWindow *self = WB_WINDOW (window);

  if (!close_project (self))
    return GDK_EVENT_STOP;
  save_size (self);

  return GTK_WINDOW_CLASS (wb_window_parent_class)->close_request (window);
}

static void
restore_size (WbWindow *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, WB_APPLICATION_ID, TRUE);
  if (schema == NULL)
    return;

  self->settings = g_settings_new (WB_APPLICATION_ID);
  wb_fitting_size_restore (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                           g_settings_get_int (self->settings, "window-height"));
  gtk_window_get_default_size (GTK_WINDOW (self), &self->restored_width, &self->restored_height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
show_first_run (WbWindow *self)
{
  GtkWidget *first_run = wb_first_run_new (self->services);

  g_signal_connect_object (first_run, "done", G_CALLBACK (first_run_done_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->first_run_bin, first_run);
  gtk_stack_set_visible_child_name (self->root_stack, "first-run");
}

static void
wb_window_constructed (GObject *object)
{
  WbWindow *self = WB_WINDOW (object);
  WbUserStore *store = wb_services_get_store (self->services);
  const char *notice = wb_user_store_get_notice (store);

  G_OBJECT_CLASS (wb_window_parent_class)->constructed (object);

  if (wb_services_get_packs (self->services) == NULL)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-packs", FALSE);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-pack", FALSE);
    }
  g_signal_connect_object (wb_services_get_open_projects (self->services), "close-requested",
                           G_CALLBACK (close_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "profile-changed", G_CALLBACK (update_town), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "profile-changed", G_CALLBACK (update_stationery), self, G_CONNECT_SWAPPED);
  update_town (self);
  update_stationery (self);
  restore_size (self);
  if (wb_user_store_get_welcomed (store))
    show_section (self, "start");
  else
    show_first_run (self);
  if (notice != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", notice);
}

static void
wb_window_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  WbWindow *self = WB_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      g_value_set_object (value, self->services);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_window_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  WbWindow *self = WB_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SERVICES:
      self->services = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wb_window_dispose (GObject *object)
{
  WbWindow *self = WB_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  forget_stationery (self);
  g_clear_object (&self->settings);
  g_clear_weak_pointer (&self->shortcuts);

  G_OBJECT_CLASS (wb_window_parent_class)->dispose (object);
}

static void
wb_window_finalize (GObject *object)
{
  WbWindow *self = WB_WINDOW (object);

  forget_stationery (self);
  g_clear_object (&self->services);
  g_free (self->wanted_field);

  G_OBJECT_CLASS (wb_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-section", "s", show_section_action);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL, show_sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.open-item", "s", open_item_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.start-project", "s", start_project_action);
  gtk_widget_class_install_action (widget_class, "win.open-project", "s", open_project_action);
  gtk_widget_class_install_action (widget_class, "win.open-project-at", "(ss)", open_project_at_action);
  gtk_widget_class_install_action (widget_class, "win.show-backups", "ay", show_backups_action);
  gtk_widget_class_install_action (widget_class, "win.show-council", "ay", show_council_action);
  gtk_widget_class_install_action (widget_class, "win.restore-backup", "(ayay)", restore_backup_action);
  gtk_widget_class_install_action (widget_class, "win.open-course", "s", open_course_action);
  gtk_widget_class_install_action (widget_class, "win.review", NULL, review_action);
  gtk_widget_class_install_action (widget_class, "win.choose-town", NULL, choose_town_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, show_shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.show-letterhead", NULL, show_letterhead_action);
  gtk_widget_class_install_action (widget_class, "win.show-packs", NULL, show_packs_action);
  gtk_widget_class_install_action (widget_class, "win.import-pack", "s", import_pack_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
}

static void
wb_window_class_init (WbWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = wb_window_constructed;
  object_class->get_property = wb_window_get_property;
  object_class->set_property = wb_window_set_property;
  object_class->dispose = wb_window_dispose;
  object_class->finalize = wb_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = wb_window_close_request;

  properties[PROP_SERVICES] =
    g_param_spec_object ("services", NULL, NULL, WB_TYPE_SERVICES,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, WB_RESOURCE_PATH "/ui/wb-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WbWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WbWindow, root_stack);
  gtk_widget_class_bind_template_child (widget_class, WbWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, WbWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, WbWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, WbWindow, section_stack);
  gtk_widget_class_bind_template_child (widget_class, WbWindow, first_run_bin);
  gtk_widget_class_bind_template_child (widget_class, WbWindow, project_bin);
  gtk_widget_class_bind_template_child (widget_class, WbWindow, lesson_bin);
  gtk_widget_class_bind_template_child (widget_class, WbWindow, town_label);
  gtk_widget_class_bind_template_child (widget_class, WbWindow, town_detail);
  gtk_widget_class_bind_template_child (widget_class, WbWindow, town_button);
  gtk_widget_class_bind_template_callback (widget_class, section_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
  install_actions (widget_class);
}

static void
wb_window_init (WbWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  wb_fitting_size_reduce (GTK_WINDOW (self));
  wb_list_stop_install (self->sections);
}

GtkWidget *
wb_window_new (WbApplication *application,
               WbServices    *services)
{
  return g_object_new (WB_TYPE_WINDOW, "application", application, "services", services, NULL);
}
