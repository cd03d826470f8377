/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-dossier-window.h"

#include <glib/gi18n.h>

#include "wb-document-actions.h"
#include "wb-dossier.h"
#include "wb-error-dialog.h"
#include "wb-error.h"
#include "wb-fitting-size.h"
#include "wb-progress.h"
#include "wb-stationery-provider.h"

#define TICK_MILLISECONDS 120
/* So many folders of the same name are tried. */
#define MAX_FOLDERS 99

/* What the worker needs, and how far it is. */
typedef struct
{
  int done;  /* atomic */
  int total; /* atomic */

  WbDossierWindow *window; /* borrowed, and the main thread's alone */

  /* Owned */
  WbLibrary *library;
  char *path;
  char *folder;
  char **left_out;
  WbStationery *stationery; /* (nullable) */
} Job;

struct _WbDossierWindow
{
  AdwWindow parent_instance;

  guint tick;
  gboolean closed; /* what still runs holds on to us for a while */

  /* Borrowed from ourselves */
  GtkStack *stack;
  GtkProgressBar *bar;
  AdwActionRow *place_row;
  AdwStatusPage *result;
  GtkWidget *open_button;

  /* Owned */
  WbLibrary *library;
  WbProjectFile *file;
  WbGuide *guide;
  GHashTable *switches; /* name of a part → GtkSwitch, borrowed */
  GtkFileChooserNative *chooser; /* NULL while no place is asked for */
  GCancellable *writing; /* NULL while nothing is written */
  char *place;  /* the folder in which the new one is made */
  char *folder; /* what was written; NULL before */
};

G_DEFINE_FINAL_TYPE (WbDossierWindow, wb_dossier_window, ADW_TYPE_WINDOW)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->library);
  g_free (job->path);
  g_free (job->folder);
  g_strfreev (job->left_out);
  g_clear_pointer (&job->stationery, wb_stationery_unref);
  g_free (job);
}

/* Called on the worker's thread. */
static void
progress_cb (guint    done,
             guint    total,
             gpointer user_data)
{
  Job *job = user_data;

  g_atomic_int_set (&job->total, (int) total);
  g_atomic_int_set (&job->done, (int) done);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (wb_dossier_write_from (job->library, job->path, (const char *const *) job->left_out, job->stationery, job->folder, cancellable, progress_cb, job,
                             &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
tick_cb (gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);
  const int total = g_atomic_int_get (&job->total);

  if (total > 0)
    gtk_progress_bar_set_fraction (job->window->bar, (double) g_atomic_int_get (&job->done) / total);

  return G_SOURCE_CONTINUE;
}

/* Opens a file in the program that is there for it; without one nothing happens. */
static void
open_uri (WbDossierWindow *self,
          const char      *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAppInfo) info = g_file_query_default_handler (file, NULL, NULL);
  g_autofree char *uri = g_file_get_uri (file);

  if (info != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

static char *
get_pdf (WbDossierWindow *self)
{
  g_autofree char *name = g_strconcat (_("Dossier"), ".pdf", NULL);

  return g_build_filename (self->folder, name, NULL);
}

static void
show_result (WbDossierWindow *self,
             const char      *folder)
{
  g_autofree char *escaped = g_markup_escape_text (folder, -1);

  g_free (self->folder);
  self->folder = g_strdup (folder);
  adw_status_page_set_description (self->result, escaped);
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_widget_grab_focus (self->open_button);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (WbDossierWindow) self = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  const gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_object (&self->writing);
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->closed)
    return;

  if (written)
    {
      show_result (self, job->folder);
      return;
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.write", TRUE);
  gtk_stack_set_visible_child_name (self->stack, "choose");
  if (!g_error_matches (error, WB_ERROR, WB_ERROR_CANCELLED) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    wb_error_dialog_show (GTK_WIDGET (self), _("The Dossier Was Not Written"), error);
}

/* The names of the parts that are switched off. (transfer full) */
static char **
list_left_out (WbDossierWindow *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name, toggle;

  g_hash_table_iter_init (&iter, self->switches);
  while (g_hash_table_iter_next (&iter, &name, &toggle))
    if (!gtk_switch_get_active (toggle))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

void
wb_dossier_window_write_to (WbDossierWindow *self,
                            const char      *folder)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  Job *job;

  g_return_if_fail (WB_IS_DOSSIER_WINDOW (self));
  g_return_if_fail (folder != NULL);

  if (self->writing != NULL)
    return;
  /* It is made from the file. */
  if (!wb_project_file_get_read_only (self->file) && !wb_project_file_flush (self->file, &error))
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The Dossier Was Not Written"), error);
      return;
    }

  self->writing = g_cancellable_new ();
  job = g_new0 (Job, 1);
  job->window = self;
  job->library = g_object_ref (self->library);
  if (wb_stationery_provider_find (GTK_WIDGET (self)) != NULL)
    job->stationery = wb_stationery_ref (wb_stationery_provider_find (GTK_WIDGET (self)));
  job->path = g_strdup (wb_project_file_get_path (self->file));
  job->folder = g_strdup (folder);
  job->left_out = list_left_out (self);
  task = g_task_new (NULL, self->writing, written_cb, g_object_ref (self));
  g_task_set_source_tag (task, wb_dossier_window_write_to);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_thread);
  gtk_progress_bar_set_fraction (self->bar, 0);
  self->tick = g_timeout_add_full (G_PRIORITY_DEFAULT, TICK_MILLISECONDS, tick_cb, g_object_ref (task), g_object_unref);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.write", FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
}

/* A folder that is not there yet. (transfer full) */
static char *
find_new_folder (WbDossierWindow *self)
{
  /* Translators: title of a project; the name of a folder */
  g_autofree char *title = g_strdup_printf (_("Dossier %s"), wb_project_file_get_title (self->file));

  for (guint i = 1; i < MAX_FOLDERS; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf (" (%u)", i) : g_strdup ("");
      g_autofree char *name = wb_document_suggest_name (title, number);
      g_autofree char *path = g_build_filename (self->place, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }

  return g_build_filename (self->place, title, NULL);
}

static void
write_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  WbDossierWindow *self = WB_DOSSIER_WINDOW (widget);
  g_autofree char *folder = find_new_folder (self);

  wb_dossier_window_write_to (self, folder);
}

static void
stop_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  g_cancellable_cancel (WB_DOSSIER_WINDOW (widget)->writing);
}

static void
open_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  WbDossierWindow *self = WB_DOSSIER_WINDOW (widget);
  g_autofree char *pdf = self->folder != NULL ? get_pdf (self) : NULL;

  if (pdf != NULL)
    open_uri (self, pdf);
}

static void
open_folder_action (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  WbDossierWindow *self = WB_DOSSIER_WINDOW (widget);

  if (self->folder != NULL)
    open_uri (self, self->folder);
}

static void
show_place (WbDossierWindow *self)
{
  g_autofree char *shown = g_filename_display_name (self->place);
  g_autofree char *escaped = g_markup_escape_text (shown, -1);

  adw_action_row_set_subtitle (self->place_row, escaped);
}

static void
place_cb (WbDossierWindow *self,
          int              response)
{
  g_autoptr (GFile) place = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      place = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
      path = g_file_get_path (place);
    }
  if (path != NULL)
    {
      g_free (self->place);
      self->place = g_steal_pointer (&path);
      show_place (self);
    }
  g_clear_object (&self->chooser);
}

static void
choose_place_action (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  WbDossierWindow *self = WB_DOSSIER_WINDOW (widget);
  g_autoptr (GFile) place = g_file_new_for_path (self->place);

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Where to Put the Dossier"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                               _("_Choose"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), place, NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (place_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
stop_all (WbDossierWindow *self)
{
  self->closed = TRUE;
  g_cancellable_cancel (self->writing);
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->chooser);
}

/* Nothing goes on behind a window that is gone. */
static gboolean
wb_dossier_window_close_request (GtkWindow *window)
{
  stop_all (WB_DOSSIER_WINDOW (window));

  return GTK_WINDOW_CLASS (wb_dossier_window_parent_class)->close_request (window);
}

static void
wb_dossier_window_dispose (GObject *object)
{
  WbDossierWindow *self = WB_DOSSIER_WINDOW (object);

  stop_all (self);
  g_clear_pointer (&self->switches, g_hash_table_unref);
  g_clear_object (&self->library);
  g_clear_object (&self->file);
  g_clear_object (&self->guide);

  G_OBJECT_CLASS (wb_dossier_window_parent_class)->dispose (object);
}

static void
wb_dossier_window_finalize (GObject *object)
{
  WbDossierWindow *self = WB_DOSSIER_WINDOW (object);

  g_clear_object (&self->writing);
  g_free (self->place);
  g_free (self->folder);

  G_OBJECT_CLASS (wb_dossier_window_parent_class)->finalize (object);
}

static void
wb_dossier_window_class_init (WbDossierWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_dossier_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_dossier_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = wb_dossier_window_close_request;

  gtk_widget_class_install_action (widget_class, "dossier.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "dossier.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "dossier.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "dossier.open-folder", NULL, open_folder_action);
  gtk_widget_class_install_action (widget_class, "dossier.choose-place", NULL, choose_place_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_dossier_window_init (WbDossierWindow *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  self->switches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->place = g_strdup (documents != NULL ? documents : g_get_home_dir ());
  wb_fitting_size_set (GTK_WINDOW (self), 720, 640);
}

static GtkWidget *
make_button (const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);

  return button;
}

static void
add_part (WbDossierWindow       *self,
          AdwPreferencesGroup   *group,
          const WbDossierChoice *choice)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();
  g_autofree char *title = g_markup_escape_text (choice->title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (choice->reason != NULL)
    {
      g_autofree char *reason = g_markup_escape_text (choice->reason, -1);
      /* Translators: the reason why a document does not apply */
      g_autofree char *text = g_strdup_printf (_("Is only named: %s"), reason);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), *reason != '\0' ? text : _("Is only named: it does not apply."));
    }
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  /* That also names it. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (group, row);
  g_hash_table_replace (self->switches, g_strdup (choice->name), toggle);
}

static GtkWidget *
make_group (GtkWidget  *page,
            const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (page), group);

  return group;
}

/* In words, so that nobody is surprised by the first page. */
static GtkWidget *
make_state (WbDossierWindow *self)
{
  g_autoptr (GPtrArray) missing = wb_guide_list_missing (self->guide, wb_project_file_get_answers (self->file));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (missing->len == 0)
    text = g_strdup (_("All required answers are there."));
  else
    text = g_strdup_printf (ngettext ("%u required answer is missing. The first page says which.",
                                      "%u required answers are missing. The first page says which.", missing->len), missing->len);
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 60, "xalign", 0.0,
                        NULL);
  gtk_widget_add_css_class (box, "callout");
  gtk_widget_add_css_class (box, missing->len == 0 ? "ok" : "warn");
  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name",
                                               missing->len == 0 ? "emblem-ok-symbolic" : "dialog-warning-symbolic", "accessible-role",
                                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
make_choices (WbDossierWindow *self)
{
  g_autoptr (GPtrArray) choices = wb_dossier_list_choices (self->guide, wb_project_file_get_answers (self->file));
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *place, *parts, *documents;

  gtk_box_append (GTK_BOX (page), make_state (self));
  place = make_group (page, _("Where to"));
  self->place_row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->place_row), _("A new folder in"));
  adw_action_row_add_suffix (self->place_row, make_button (_("Change…"), "dossier.choose-place"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (place), GTK_WIDGET (self->place_row));
  parts = make_group (page, _("What goes in"));
  documents = make_group (page, _("Documents"));
  for (guint i = 0; i < choices->len; i++)
    {
      const WbDossierChoice *choice = g_ptr_array_index (choices, i);

      add_part (self, ADW_PREFERENCES_GROUP (wb_guide_get_document (self->guide, choice->name) != NULL ? documents : parts), choice);
    }
  g_object_set (page, "margin-top", 18, "margin-bottom", 18, "margin-start", 18, "margin-end", 18, NULL);
  adw_clamp_set_child (ADW_CLAMP (clamp), page);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);

  return scroller;
}

static GtkWidget *
make_busy (WbDossierWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *stop = make_button (_("Stop"), "dossier.stop");

  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The dossier is being written"), -1);
  gtk_widget_set_halign (stop, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_("The dossier is being written")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), stop);
  g_object_set (box, "valign", GTK_ALIGN_CENTER, "margin-start", 60, "margin-end", 60, NULL);

  return box;
}

static GtkWidget *
make_result (WbDossierWindow *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->result = ADW_STATUS_PAGE (adw_status_page_new ());
  self->open_button = make_button (_("Open the PDF"), "dossier.open");
  gtk_widget_add_css_class (self->open_button, "suggested-action");
  adw_status_page_set_icon_name (self->result, "emblem-ok-symbolic");
  adw_status_page_set_title (self->result, _("The Dossier Is Ready"));
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), self->open_button);
  gtk_box_append (GTK_BOX (buttons), make_button (_("Open the Folder"), "dossier.open-folder"));
  adw_status_page_set_child (self->result, buttons);

  return GTK_WIDGET (self->result);
}

static void
build (WbDossierWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *write = make_button (_("Put Together"), "dossier.write");

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_("Put a Dossier Together"), wb_project_file_get_title (self->file)));
  gtk_widget_add_css_class (write, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), write);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_choices (self), "choose");
  gtk_stack_add_named (self->stack, make_busy (self), "busy");
  gtk_stack_add_named (self->stack, make_result (self), "done");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  show_place (self);
}

GtkWidget *
wb_dossier_window_new (GtkWindow     *parent,
                       WbLibrary     *library,
                       WbProjectFile *file,
                       WbGuide       *guide)
{
  WbDossierWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (WB_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (WB_IS_PROJECT_FILE (file), NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  self = g_object_new (WB_TYPE_DOSSIER_WINDOW, "title", _("Put a Dossier Together"), "transient-for", parent, "modal", TRUE, NULL);
  self->library = g_object_ref (library);
  self->file = g_object_ref (file);
  self->guide = g_object_ref (guide);
  build (self);

  return GTK_WIDGET (self);
}
