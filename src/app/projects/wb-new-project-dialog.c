/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-new-project-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-carried-list.h"
#include "wb-document-actions.h"
#include "wb-project-file.h"

/* Longest title, in characters: it stands in heads and file names. */
/* So many numbered names are tried. */
#define MAX_NUMBER 999

/* What the worker needs to make the file. */
typedef struct
{
  char *path;
  char *title;
  char *guide_id;
  char *guide_title;
  char *guide_json;
  char *use_case; /* NULL when started from the guide itself */
  WbMunicipality *town;
  const WbSeed *seed; /* (nullable) the dialog's */
} NewProject;

struct _WbNewProjectDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkButton *create_button;
  AdwEntryRow *title_row;
  AdwActionRow *folder_row;
  AdwActionRow *file_row;
  GtkWidget *problem_box;
  GtkLabel *problem;
  AdwBin *carried_bin;

  /* Owned */
  WbSeed *seed; /* (nullable) what comes from another project */
  WbServices *services;
  WbItem *item;
  WbItem *guide; /* NULL when the entry has none */
  char *folder;
  char *name; /* of the file, without the folder */
  GtkFileChooserNative *chooser;
  GCancellable *cancellable;

  /* State */
  gboolean creating;
};

G_DEFINE_FINAL_TYPE (WbNewProjectDialog, wb_new_project_dialog, ADW_TYPE_WINDOW)

static void
new_project_free (gpointer data)
{
  NewProject *project = data;

  g_free (project->path);
  g_free (project->title);
  g_free (project->guide_id);
  g_free (project->guide_title);
  g_free (project->guide_json);
  g_free (project->use_case);
  g_clear_object (&project->town);
  g_free (project);
}

/* "Sozialräume.wegbereiter"; with " 2" behind the title where that is taken. */
static char *
find_free_name (const char *folder,
                const char *title)
{
  for (guint i = 1; i <= MAX_NUMBER; i++)
    {
      g_autofree char *numbered = i > 1 ? g_strdup_printf ("%s %u", title, i) : g_strdup (title);
      g_autofree char *name = wb_document_suggest_name (numbered, WB_PROJECT_SUFFIX);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&name);
    }

  return NULL;
}

static char *
get_title (WbNewProjectDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
}

static void
set_problem (WbNewProjectDialog *self,
             const char         *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_box, problem != NULL);
}

static const char *
find_problem (WbNewProjectDialog *self,
              const char         *title)
{
  if (self->guide == NULL)
    return _("There is no guide for this entry in your library, so no project can be started from it.");
  if (*title == '\0')
    return _("Please give the project a title.");
  if (g_utf8_strlen (title, -1) > WB_PROJECT_MAX_TITLE)
    return _("Please use a title of at most 120 characters.");
  if (self->name == NULL)
    return _("This folder holds too many projects of that title already. Please choose another title or folder.");

  return NULL;
}

static void
update (WbNewProjectDialog *self)
{
  g_autofree char *title = get_title (self);
  g_autofree char *shown_folder = g_filename_display_name (self->folder);
  const char *problem;

  g_free (self->name);
  self->name = find_free_name (self->folder, title);
  problem = find_problem (self, title);
  adw_action_row_set_subtitle (self->folder_row, shown_folder);
  adw_action_row_set_subtitle (self->file_row, problem == NULL ? self->name : "–");
  set_problem (self, problem);
  gtk_widget_set_sensitive (GTK_WIDGET (self->create_button), problem == NULL && !self->creating);
}

static void
folder_chosen_cb (WbNewProjectDialog *self,
                  int                 response)
{
  g_autoptr (GFile) folder = NULL;
  char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
      path = folder != NULL ? g_file_get_path (folder) : NULL;
    }
  g_clear_object (&self->chooser);
  if (path == NULL)
    return;

  g_free (self->folder);
  self->folder = path;
  update (self);
}

static void
choose_folder_cb (WbNewProjectDialog *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Folder for the Project"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Choose"),
                                               _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (folder_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
create_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  const NewProject *project = task_data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  GError *error = NULL;

  g_main_context_push_thread_default (context);
  /* Closed at once: opening it is the window's business, and a file is open only once. */
  if (wb_seed_create (project->seed, project->path, project->title, project->guide_id, project->guide_title, project->guide_json,
                      project->use_case, project->town, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  g_main_context_pop_thread_default (context);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);
  const NewProject *project = g_task_get_task_data (G_TASK (result));
  g_autoptr (WbNewProjectDialog) self = user_data;
  GtkWindow *parent;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->creating = FALSE;
  if (!ok)
    {
      update (self);
      set_problem (self, error->message);
      return;
    }

  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.open-project", "s", project->path);
  gtk_window_close (GTK_WINDOW (self));
}

static void
create_cb (WbNewProjectDialog *self)
{
  g_autoptr (GTask) task = NULL;
  NewProject *project;

  update (self);
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->create_button)))
    return;

  self->creating = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->create_button), FALSE);
  project = g_new0 (NewProject, 1);
  project->path = g_build_filename (self->folder, self->name, NULL);
  project->title = get_title (self);
  project->guide_id = g_strdup (wb_item_get_id (self->guide));
  project->guide_title = g_strdup (wb_item_get_title (self->guide));
  project->guide_json = g_strdup (wb_item_get_payload (self->guide));
  if (self->guide != self->item)
    project->use_case = g_strdup (wb_item_get_id (self->item));
  else if (self->seed != NULL && self->seed->kind == WB_SEED_TEMPLATE && *self->seed->from->use_case != '\0')
    project->use_case = g_strdup (self->seed->from->use_case);
  project->town = wb_user_store_get_town (wb_services_get_store (self->services));
  project->seed = self->seed;

  task = g_task_new (NULL, self->cancellable, created_cb, g_object_ref (self));
  g_task_set_source_tag (task, create_cb);
  g_task_set_task_data (task, project, new_project_free);
  g_task_run_in_thread (task, create_thread);
}

/* The guide itself, or the one a use case links to. */
static WbItem *
find_guide (WbLibrary *library,
            WbItem    *item)
{
  g_autoptr (WbItem) guide = NULL;
  const char *id;

  if (wb_item_get_kind (item) == WB_KIND_GUIDE)
    {
      guide = g_object_ref (item);
    }
  else
    {
      id = wb_item_get_link (item, "guide");
      guide = id != NULL ? wb_library_get_item (library, id, NULL) : NULL;
    }

  /* A list of entries comes without what the kind adds. */
  if (guide != NULL && wb_item_get_payload (guide) == NULL)
    {
      g_autofree char *guide_id = g_strdup (wb_item_get_id (guide));

      g_clear_object (&guide);
      guide = wb_library_get_item (library, guide_id, NULL);
    }

  return guide != NULL && wb_item_get_payload (guide) != NULL ? g_steal_pointer (&guide) : NULL;
}

/* "Sozialräume Hagenow": the guide's title up to its colon, and the town. */
static char *
suggest_title (WbNewProjectDialog *self)
{
  g_autoptr (WbMunicipality) town = wb_user_store_get_town (wb_services_get_store (self->services));
  const char *title = wb_item_get_title (self->guide != NULL ? self->guide : self->item);
  g_autofree char *head = g_strstrip (g_strndup (title, strcspn (title, ":")));

  if (town == NULL)
    return g_steal_pointer (&head);

  return g_strdup_printf ("%s %s", head, wb_municipality_get_short_name (town));
}

static void
wb_new_project_dialog_dispose (GObject *object)
{
  WbNewProjectDialog *self = WB_NEW_PROJECT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), WB_TYPE_NEW_PROJECT_DIALOG);
  g_clear_object (&self->services);
  g_clear_object (&self->item);
  g_clear_object (&self->guide);

  G_OBJECT_CLASS (wb_new_project_dialog_parent_class)->dispose (object);
}

static void
wb_new_project_dialog_finalize (GObject *object)
{
  WbNewProjectDialog *self = WB_NEW_PROJECT_DIALOG (object);

  g_free (self->folder);
  g_free (self->name);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->seed, wb_seed_free);

  G_OBJECT_CLASS (wb_new_project_dialog_parent_class)->finalize (object);
}

static void
wb_new_project_dialog_class_init (WbNewProjectDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wb_new_project_dialog_dispose;
  object_class->finalize = wb_new_project_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WB_RESOURCE_PATH "/ui/wb-new-project-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WbNewProjectDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, WbNewProjectDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, WbNewProjectDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, WbNewProjectDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, WbNewProjectDialog, problem_box);
  gtk_widget_class_bind_template_child (widget_class, WbNewProjectDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, WbNewProjectDialog, carried_bin);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_new_project_dialog_init (WbNewProjectDialog *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  self->folder = g_strdup (documents != NULL ? documents : g_get_home_dir ());
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wb_new_project_dialog_new (GtkWindow  *parent,
                           WbServices *services,
                           WbItem     *item)
{
  WbNewProjectDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (WB_IS_SERVICES (services), NULL);
  g_return_val_if_fail (WB_IS_ITEM (item), NULL);

  self = g_object_new (WB_TYPE_NEW_PROJECT_DIALOG, "transient-for", parent, NULL);
  self->services = g_object_ref (services);
  self->item = g_object_ref (item);
  self->guide = find_guide (wb_services_get_library (services), item);
  if (self->guide != NULL && g_str_equal (wb_item_get_id (self->guide), wb_item_get_id (item)))
    g_set_object (&self->item, self->guide);
  title = suggest_title (self);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));

  return GTK_WIDGET (self);
}

GtkWidget *
wb_new_project_dialog_new_from_template (GtkWindow     *parent,
                                         WbServices    *services,
                                         WbProjectPeek *peek)
{
  g_autoptr (WbItem) guide = NULL;
  g_autofree char *title = NULL;
  GtkWidget *dialog;

  g_return_val_if_fail (peek != NULL, NULL);

  /* The guide as it is in the project: the library's may be another by now. */
  guide = wb_item_new (WB_KIND_GUIDE, peek->guide_id, peek->guide_title);
  wb_item_set_payload (guide, peek->guide_json);
  /* Translators: title of a project that is made after another one. */
  title = g_strdup_printf (_("%s (copy)"), peek->title);
  dialog = wb_new_project_dialog_new (parent, services, guide);
  wb_new_project_dialog_set_source (WB_NEW_PROJECT_DIALOG (dialog), peek, WB_SEED_TEMPLATE);
  gtk_window_set_title (GTK_WINDOW (dialog), _("Duplicate as a Template"));
  gtk_editable_set_text (GTK_EDITABLE (WB_NEW_PROJECT_DIALOG (dialog)->title_row), title);

  return dialog;
}

void
wb_new_project_dialog_set_source (WbNewProjectDialog *self,
                                  WbProjectPeek      *peek,
                                  WbSeedKind          kind)
{
  g_autoptr (WbProjectPeek) from = peek;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (WB_IS_NEW_PROJECT_DIALOG (self));
  g_return_if_fail (peek != NULL);

  /* Without a guide nothing can be made anyway, and the dialog says so. */
  if (self->guide == NULL)
    return;
  self->seed = wb_seed_new (kind, g_steal_pointer (&from), wb_item_get_id (self->guide), wb_item_get_title (self->guide),
                            wb_item_get_payload (self->guide), &error);
  if (self->seed == NULL)
    set_problem (self, error->message);
  else
    adw_bin_set_child (self->carried_bin, wb_carried_list_new (self->seed));
}
