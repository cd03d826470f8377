/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-contribution-window.h"

#include <glib/gi18n.h>

#include "wb-contribution-row.h"
#include "wb-document-actions.h"
#include "wb-error-dialog.h"
#include "wb-fitting-size.h"

#define SUFFIX ".wbpaket.json"

/* What the worker writes. */
typedef struct
{
  WbContribution *contribution; /* borrowed from the window, which stays until the worker is through */
  char *path;
  char *key; /* (nullable) */
} Job;

struct _WbContributionWindow
{
  AdwWindow parent_instance;

  /* Borrowed from ourselves; the stack is NULL once it is closed */
  GtkStack *stack;
  GtkLabel *state;
  GtkSwitch *reviewed;
  AdwActionRow *key_row;
  AdwStatusPage *result;
  GPtrArray *rows; /* owned; WbContributionRow, borrowed */

  /* Owned */
  WbContribution *contribution;
  GtkFileChooserNative *chooser; /* NULL while nothing is asked for */
  char *key;                     /* (nullable) the file of the key to sign with */
  gboolean writing;
  gboolean closed; /* what is still being written goes on without us */
};

G_DEFINE_FINAL_TYPE (WbContributionWindow, wb_contribution_window, ADW_TYPE_WINDOW)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->key);
  g_free (job);
}

static guint
count_personal (WbContributionWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += wb_contribution_row_count_personal (g_ptr_array_index (self->rows, i));

  return n;
}

static void
update_state (WbContributionWindow *self)
{
  const guint n = count_personal (self);
  g_autofree char *text = NULL;

  if (self->stack == NULL || self->state == NULL || self->reviewed == NULL)
    return;
  if (n > 0)
    text = g_strdup_printf (ngettext ("%u place still says who somebody is.", "%u places still say who somebody is.", n), n);
  else
    text = g_strdup (_("Nobody is named any more, as far as the program can see. Please read all of it: only you know who can be told by what."));
  gtk_label_set_text (self->state, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contribution.save",
                                 n == 0 && !self->writing && gtk_switch_get_active (self->reviewed));
}

/* What was read is not what goes out any more. */
static void
rewritten_cb (WbContributionWindow *self)
{
  if (self->reviewed != NULL)
    gtk_switch_set_active (self->reviewed, FALSE);
}

/* The pieces are not changed meanwhile: the window takes no input. */
static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (WbPackKey) key = job->key != NULL ? wb_pack_key_load (job->key, &error) : NULL;
  g_autoptr (WbPack) pack = error == NULL ? wb_contribution_build (job->contribution, &error) : NULL;

  if (pack != NULL && key != NULL)
    wb_pack_sign (pack, key);
  if (pack != NULL && wb_pack_write (pack, job->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (WbContributionWindow) self = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *escaped = g_markup_escape_text (job->path, -1);
  const gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  self->writing = FALSE;
  if (self->closed || self->stack == NULL)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  update_state (self);
  if (!written)
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The Contribution Was Not Written"), error);
      return;
    }
  adw_status_page_set_description (self->result, escaped);
  gtk_stack_set_visible_child_name (self->stack, "done");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "contribution.save", FALSE);
}

void
wb_contribution_window_save_to (WbContributionWindow *self,
                                const char           *path)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (WB_IS_CONTRIBUTION_WINDOW (self));
  g_return_if_fail (path != NULL);

  if (self->writing || self->closed)
    return;

  self->writing = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  update_state (self);
  job = g_new0 (Job, 1);
  job->contribution = self->contribution;
  job->path = g_strdup (path);
  job->key = g_strdup (self->key);
  task = g_task_new (NULL, NULL, written_cb, g_object_ref (self));
  g_task_set_source_tag (task, wb_contribution_window_save_to);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_thread);
}

/* What was chosen; NULL when nothing was. (transfer full) */
static char *
take_choice (WbContributionWindow *self,
             int                   response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;

  g_clear_object (&self->chooser);

  return file != NULL ? g_file_get_path (file) : NULL;
}

static void
save_cb (WbContributionWindow *self,
         int                   response)
{
  g_autofree char *typed = take_choice (self, response);
  g_autofree char *path = typed != NULL ? wb_document_complete_path (typed, SUFFIX) : NULL;

  if (path != NULL)
    wb_contribution_window_save_to (self, path);
}

static void
key_cb (WbContributionWindow *self,
        int                   response)
{
  g_autofree char *path = take_choice (self, response);
  g_autofree char *name = NULL;

  if (path == NULL)
    return;
  name = g_filename_display_basename (path);
  g_free (self->key);
  self->key = g_steal_pointer (&path);
  adw_action_row_set_subtitle (self->key_row, name);
}

static void
ask_for_file (WbContributionWindow *self,
              const char           *title,
              gboolean              save,
              GCallback             callback)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), save ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
                                               save ? _("_Save") : _("_Choose"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  g_signal_connect_object (self->chooser, "response", callback, self, G_CONNECT_SWAPPED);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  WbContributionWindow *self = WB_CONTRIBUTION_WINDOW (widget);
  /* The first piece is the title. */
  g_autofree char *title = g_strdup_printf (_("Contribution %s"), wb_contribution_get_item (self->contribution, 0)->text);
  g_autofree char *name = wb_document_suggest_name (title, SUFFIX);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbPack) pack = NULL;

  if (self->chooser != NULL)
    return;

  /* What is missing is said before somebody has chosen a place for the file. */
  pack = wb_contribution_build (self->contribution, &error);
  if (pack == NULL)
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The Contribution Was Not Written"), error);
      return;
    }
  ask_for_file (self, _("Save the Contribution"), TRUE, G_CALLBACK (save_cb));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
choose_key_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  WbContributionWindow *self = WB_CONTRIBUTION_WINDOW (widget);

  if (self->chooser != NULL)
    return;
  ask_for_file (self, _("Sign with a Key"), FALSE, G_CALLBACK (key_cb));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
wb_contribution_window_close_request (GtkWindow *window)
{
  WbContributionWindow *self = WB_CONTRIBUTION_WINDOW (window);

  self->closed = TRUE;
  if (self->chooser != NULL)
    gtk_native_dialog_hide (GTK_NATIVE_DIALOG (self->chooser));

  return GTK_WINDOW_CLASS (wb_contribution_window_parent_class)->close_request (window);
}

static void
wb_contribution_window_dispose (GObject *object)
{
  WbContributionWindow *self = WB_CONTRIBUTION_WINDOW (object);

  self->stack = NULL;
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (wb_contribution_window_parent_class)->dispose (object);
}

static void
wb_contribution_window_finalize (GObject *object)
{
  WbContributionWindow *self = WB_CONTRIBUTION_WINDOW (object);

  wb_contribution_free (self->contribution);
  g_free (self->key);

  G_OBJECT_CLASS (wb_contribution_window_parent_class)->finalize (object);
}

static void
wb_contribution_window_class_init (WbContributionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_contribution_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_contribution_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = wb_contribution_window_close_request;

  gtk_widget_class_install_action (widget_class, "contribution.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "contribution.choose-key", NULL, choose_key_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_contribution_window_init (WbContributionWindow *self)
{
  self->rows = g_ptr_array_new ();
  wb_fitting_size_set (GTK_WINDOW (self), 820, 680);
}

static GtkWidget *
make_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 80, "xalign", 0.0,
                       NULL);
}

static void
add_rows (WbContributionWindow *self,
          GtkBox               *page)
{
  for (guint i = 0; i < wb_contribution_get_n_items (self->contribution); i++)
    {
      GtkWidget *row = wb_contribution_row_new (self->contribution, i);

      g_signal_connect_object (row, "changed", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "rewritten", G_CALLBACK (rewritten_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
      gtk_box_append (page, row);
    }
}

static GtkWidget *
make_end (WbContributionWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *key = gtk_button_new_with_label (_("Choose…"));
  GtkWidget *row = adw_action_row_new ();

  self->key_row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->key_row), _("Sign with a Key"));
  adw_action_row_set_subtitle (self->key_row, _("Without one, whoever imports it is told that it is not signed."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (key), "contribution.choose-key");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->key_row, key);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->key_row));
  self->reviewed = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->reviewed), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("I have read all that goes out"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("It may be used by everybody who names you as the source (licence CC BY 4.0)."));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->reviewed));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->reviewed));
  g_signal_connect_object (self->reviewed, "notify::active", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return group;
}

static GtkWidget *
make_review (WbContributionWindow *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *callout = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->state = GTK_LABEL (make_label (""));
  gtk_widget_add_css_class (callout, "callout");
  gtk_widget_add_css_class (callout, "info");
  gtk_box_append (GTK_BOX (callout), make_label (_("This, and nothing else, goes out. You can rewrite each piece or let it stay here.")));
  gtk_box_append (GTK_BOX (callout), make_label (_("Attached files stay in the project and never go out.")));
  gtk_box_append (GTK_BOX (callout), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (page), callout);
  add_rows (self, GTK_BOX (page));
  gtk_box_append (GTK_BOX (page), make_end (self));
  g_object_set (page, "margin-top", 18, "margin-bottom", 24, "margin-start", 18, "margin-end", 18, NULL);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), page);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);

  return scroller;
}

static void
build (WbContributionWindow *self,
       const char           *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *save = gtk_button_new_with_label (_("Save…"));

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (_("Contribution for Others"), title));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "contribution.save");
  gtk_widget_add_css_class (save, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), save);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_review (self), "review");
  self->result = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->result, "emblem-ok-symbolic");
  adw_status_page_set_title (self->result, _("The Contribution Is Written"));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->result), "done");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  update_state (self);
}

GtkWidget *
wb_contribution_window_new (GtkWindow      *parent,
                            WbLibrary      *library,
                            WbProjectFile  *file,
                            WbGuide        *guide,
                            GError        **error)
{
  WbContribution *contribution;
  WbContributionWindow *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  contribution = wb_contribution_new (library, file, guide, error);
  if (contribution == NULL)
    return NULL;

  self = g_object_new (WB_TYPE_CONTRIBUTION_WINDOW, "title", _("Contribution for Others"), "transient-for", parent, "modal", TRUE, NULL);
  self->contribution = contribution;
  build (self, wb_project_file_get_title (file));

  return GTK_WIDGET (self);
}
