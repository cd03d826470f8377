/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-application.h"

#include <glib/gi18n.h>

#include "wb-data-paths.h"
#include "wb-error-dialog.h"
#include "wb-services.h"
#include "wb-window.h"

struct _WbApplication
{
  AdwApplication parent_instance;

  /* Owned */
  char *library_path; /* NULL: the bundled one */
  WbServices *services;
  char *notice; /* what the window is to say when it opens; NULL: nothing */
};

G_DEFINE_FINAL_TYPE (WbApplication, wb_application, ADW_TYPE_APPLICATION)

/* The library named by hand, or the bundled one with the user's packs, which then go to @packs; @notice: see wb_pack_store_open_library(). */
static WbLibrary *
open_library (WbApplication  *self,
              WbPackStore   **packs,
              char          **notice,
              GError        **error)
{
  g_autofree char *bundled = NULL;
  g_autofree char *path = wb_pack_store_find_path ();

  if (self->library_path != NULL)
    return wb_library_open (self->library_path, error);

  bundled = wb_data_paths_find_library (error);
  if (bundled == NULL)
    return NULL;
  *packs = wb_pack_store_new (path, bundled);

  return wb_pack_store_open_library (*packs, notice, error);
}

/* @store: the open one, or NULL to open it. */
static WbServices *
open_services (WbApplication  *self,
               WbUserStore    *store,
               GError        **error)
{
  g_autofree char *register_folder = NULL;
  g_autofree char *user_path = wb_user_store_find_path ();
  g_autofree char *notice = NULL;
  g_autofree char *backup_folder = wb_backup_store_find_folder ();
  g_autoptr (WbBackupStore) backups = wb_backup_store_new (backup_folder);
  g_autoptr (WbPackStore) packs = NULL;
  g_autoptr (WbLibrary) library = open_library (self, &packs, &notice, error);
  g_autoptr (WbUserStore) user = NULL;
  WbServices *services;

  if (library == NULL)
    return NULL;
  user = store != NULL ? g_object_ref (store) : wb_user_store_open (user_path, error);
  if (user == NULL)
    return NULL;
  register_folder = wb_data_paths_find_register (error);
  if (register_folder == NULL)
    return NULL;

  services = wb_services_new (library, user, register_folder);
  wb_services_set_packs (services, packs);
  wb_services_set_backups (services, backups);
  g_free (self->notice);
  self->notice = g_steal_pointer (&notice);

  return services;
}

/* Without library or profile there is nothing to show but the reason. */
static void
show_start_error (WbApplication *self,
                  const GError  *error)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *header = adw_header_bar_new ();
  g_autofree char *reason = g_markup_escape_text (error->message, -1);

  gtk_window_set_title (GTK_WINDOW (window), _("Wegbereiter"));
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 480);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-error-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Wegbereiter Cannot Start"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), reason);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), page);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}

static WbWindow *
open_window (WbApplication *self)
{
  GtkWidget *window = wb_window_new (self, self->services);

  gtk_window_present (GTK_WINDOW (window));
  if (self->notice != NULL)
    gtk_widget_activate_action (window, "win.toast", "s", self->notice);
  g_clear_pointer (&self->notice, g_free);

  return WB_WINDOW (window);
}

static WbWindow *
ensure_window (WbApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr (GError) error = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (WB_IS_WINDOW (l->data))
      {
        gtk_window_present (l->data);
        return l->data;
      }
  /* The window with the reason why nothing works. */
  if (active != NULL)
    return NULL;

  if (self->services == NULL)
    self->services = open_services (self, NULL, &error);
  if (self->services == NULL)
    {
      show_start_error (self, error);
      return NULL;
    }

  return open_window (self);
}

static void
wb_application_activate (GApplication *application)
{
  ensure_window (WB_APPLICATION (application));
}

static void
wb_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  WbWindow *window = ensure_window (WB_APPLICATION (application));

  if (window != NULL && n_files > 0)
    {
      g_autofree char *path = g_file_get_path (files[0]);

      if (path != NULL && g_str_has_suffix (path, ".json"))
        gtk_widget_activate_action (GTK_WIDGET (window), "win.import-pack", "s", path);
      else if (path != NULL)
        gtk_widget_activate_action (GTK_WIDGET (window), "win.open-project", "s", path);
    }
}

static int
wb_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  WbApplication *self = WB_APPLICATION (application);
  g_autofree char *path = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("wegbereiter %s\n", WB_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "library", "^ay", &path))
    {
      g_free (self->library_path);
      self->library_path = g_steal_pointer (&path);
    }

  return -1;
}

static void
about_activated (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about,
                "application-name", _("Wegbereiter"),
                "application-icon", WB_APPLICATION_ID,
                "version", WB_VERSION,
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("Use cases, guided projects and learning for municipalities, without a network. "
                              "The content of the library is licensed CC BY 4.0."),
                "developer-name", _("The Wegbereiter developers"),
                "translator-credits", _("translator-credits"),
                NULL);
  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about), _("Register of municipalities"), NULL,
                                      GTK_LICENSE_CUSTOM, wb_register_get_source ());
  gtk_window_set_transient_for (GTK_WINDOW (about), gtk_application_get_active_window (application));
  gtk_window_present (GTK_WINDOW (about));
}

/* The library and the window anew, after content packs came or went; what was open in the old window is saved by closing it. */
static void
reload_library_activated (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  WbApplication *self = WB_APPLICATION (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbServices) services = NULL;
  g_autoptr (GList) old = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (WB_IS_WINDOW (l->data))
      old = g_list_prepend (old, l->data);
  if (old == NULL || self->services == NULL)
    return;

  services = open_services (self, wb_services_get_store (self->services), &error);
  if (services == NULL)
    {
      wb_error_dialog_show (GTK_WIDGET (old->data), _("The Library Could Not Be Opened Again"), error);
      return;
    }
  g_set_object (&self->services, services);
  open_window (self);
  for (GList *l = old; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

/* Several projects beside each other: each has a window of its own. One that is open already is shown where it is. */
static void
open_project_window_activated (GSimpleAction *action,
                               GVariant      *parameter,
                               gpointer       user_data)
{
  WbApplication *self = WB_APPLICATION (user_data);
  const char *path = g_variant_get_string (parameter, NULL);
  WbWindow *window;

  if (self->services == NULL)
    return;
  window = wb_open_projects_find (wb_services_get_open_projects (self->services), path) != NULL ? ensure_window (self)
                                                                                               : open_window (self);
  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open-project", "s", path);
}

static void
quit_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Closing writes what is still to be written. A list of its own, as each that closes leaves the application's; those that belong to another
   * window go with it. */
  for (GList *l = windows; l != NULL; l = l->next)
    if (g_list_find (gtk_application_get_windows (GTK_APPLICATION (user_data)), l->data) != NULL)
      gtk_window_close (l->data);
}

static void
install_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } accels[] = {
    { "app.quit", { "<Primary>q", NULL } },
    { "win.search", { "<Primary>k", NULL } },
    { "win.show-section::start", { "<Alt>1", NULL } },
    { "win.show-section::library", { "<Alt>2", NULL } },
    { "win.show-section::learn", { "<Alt>3", NULL } },
    { "win.show-section::projects", { "<Alt>4", NULL } },
    { "win.show-section::diagnosis", { "<Alt>6", NULL } },
    { "win.show-help-overlay", { "<Primary>question", "<Primary>F1", NULL } },
    { "window.close", { "<Primary>w", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action,
                                           (const char *const *) accels[i].accels);
}

static void
wb_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = about_activated },
    { .name = "quit", .activate = quit_activated },
    { .name = "open-project-window", .activate = open_project_window_activated, .parameter_type = "s" },
    { .name = "reload-library", .activate = reload_library_activated },
  };

  G_APPLICATION_CLASS (wb_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  install_accels (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (WB_APPLICATION_ID);
}

static void
wb_application_finalize (GObject *object)
{
  WbApplication *self = WB_APPLICATION (object);

  g_clear_object (&self->services);
  g_free (self->library_path);
  g_free (self->notice);

  G_OBJECT_CLASS (wb_application_parent_class)->finalize (object);
}

static void
wb_application_class_init (WbApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wb_application_finalize;
  application_class->activate = wb_application_activate;
  application_class->open = wb_application_open;
  application_class->startup = wb_application_startup;
  application_class->handle_local_options = wb_application_handle_local_options;
}

static void
wb_application_init (WbApplication *self)
{
  const GOptionEntry options[] = {
    { "library", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Use another library"), N_("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

WbApplication *
wb_application_new (void)
{
  return g_object_new (WB_TYPE_APPLICATION,
                       "application-id", WB_APPLICATION_ID,
                       "resource-base-path", WB_RESOURCE_PATH,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
