/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-packs-dialog.h"

#include <glib/gi18n.h>

#include "wb-answer-check.h"
#include "wb-error-dialog.h"
#include "wb-fitting-size.h"
#include "wb-pack-preview.h"

typedef enum
{
  WORK_PLAN,
  WORK_IMPORT,
  WORK_REMOVE,
  WORK_ROLL_BACK,
} WorkType;

/* What a worker does; belongs to its task. */
typedef struct
{
  WorkType type;
  WbPackImportFlags flags;
  gboolean trust;

  /* Owned */
  WbPackStore *store;
  WbPack *pack; /* WORK_IMPORT */
  char *name;   /* file of WORK_PLAN, id of WORK_REMOVE */
} Work;

struct _WbPacksDialog
{
  AdwWindow parent_instance;

  gboolean changed;

  /* Borrowed */
  GtkWidget *content;
  AdwPreferencesPage *page;
  GtkWidget *import_button;
  GtkSpinner *spinner;
  GPtrArray *groups; /* AdwPreferencesGroup, of which the page holds the widgets */

  /* Owned */
  WbPackStore *store;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (WbPacksDialog, wb_packs_dialog, ADW_TYPE_WINDOW)

static void start_work (WbPacksDialog *self,
                        Work          *work);
static void update     (WbPacksDialog *self);

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->store);
  g_clear_pointer (&work->pack, wb_pack_unref);
  g_free (work->name);
  g_free (work);
}

static Work *
work_new (WbPacksDialog *self,
          WorkType       type,
          const char    *name)
{
  Work *work = g_new0 (Work, 1);

  work->type = type;
  work->store = g_object_ref (self->store);
  work->name = g_strdup (name);

  return work;
}

static gboolean
trust_key (Work    *work,
           GError **error)
{
  g_autoptr (WbTrustedKeys) keys = wb_pack_store_load_keys (work->store, error);

  return keys != NULL && wb_trusted_keys_add (keys, work->pack->key, work->pack->publisher, error);
}

static WbPackPlan *
make_plan (Work    *work,
           GError **error)
{
  g_autoptr (WbPack) pack = wb_pack_load (work->name, error);

  return pack != NULL ? wb_pack_store_plan (work->store, pack, error) : NULL;
}

static void
work_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  WbPackPlan *plan = NULL;

  switch (work->type)
    {
    case WORK_PLAN:
      plan = make_plan (work, &error);
      break;
    case WORK_IMPORT:
      if (wb_pack_store_import (work->store, work->pack, work->flags, &error) && work->trust)
        trust_key (work, &error);
      break;
    case WORK_REMOVE:
      wb_pack_store_remove (work->store, work->name, &error);
      break;
    case WORK_ROLL_BACK:
    default:
      wb_pack_store_roll_back (work->store, &error);
      break;
    }

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, plan, (GDestroyNotify) wb_pack_plan_free);
}

static void
preview_response_cb (WbPackPreview *preview,
                     const char    *response,
                     WbPacksDialog *self)
{
  Work *work;

  if (!g_str_equal (response, "import"))
    return;

  work = work_new (self, WORK_IMPORT, NULL);
  work->pack = wb_pack_ref (wb_pack_preview_get_plan (preview)->pack);
  work->flags = wb_pack_preview_get_flags (preview);
  work->trust = wb_pack_preview_get_trust (preview);
  start_work (self, work);
}

static const char *
get_failure_heading (WorkType type)
{
  switch (type)
    {
    case WORK_REMOVE:
      return _("The Pack Was Not Removed");
    case WORK_ROLL_BACK:
      return _("Nothing Was Taken Back");
    case WORK_PLAN:
    case WORK_IMPORT:
    default:
      return _("The Pack Was Not Imported");
    }
}

static void
set_busy (WbPacksDialog *self,
          gboolean       busy)
{
  gtk_widget_set_sensitive (self->content, !busy);
  gtk_widget_set_sensitive (self->import_button, !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
work_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (WbPacksDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  const Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (WbPackPlan) plan = g_task_propagate_pointer (G_TASK (result), &error);

  /* The window went away meanwhile. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  set_busy (self, FALSE);
  if (error != NULL)
    wb_error_dialog_show (GTK_WIDGET (self), get_failure_heading (work->type), error);
  if (plan != NULL)
    {
      GtkWidget *preview = wb_pack_preview_new (GTK_WINDOW (self), g_steal_pointer (&plan));

      g_signal_connect_object (preview, "response", G_CALLBACK (preview_response_cb), self, 0);
      gtk_window_present (GTK_WINDOW (preview));
    }
  if (work->type != WORK_PLAN)
    {
      self->changed = self->changed || error == NULL;
      update (self);
    }
}

/* Takes @work. */
static void
start_work (WbPacksDialog *self,
            Work          *work)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, work_done_cb, g_object_ref (self));

  g_task_set_source_tag (task, start_work);
  g_task_set_task_data (task, work, work_free);
  set_busy (self, TRUE);
  g_task_run_in_thread (task, work_thread);
}

static const char *
describe_signature (const WbKeptPack *kept)
{
  if (kept->trusted)
    return _("signed with a trusted key");
  if (kept->pack->state == WB_PACK_SIGNED)
    return _("signed with a key that is not trusted");

  return kept->pack->state == WB_PACK_UNSIGNED ? _("not signed") : _("wrongly signed");
}

static void
remove_clicked_cb (GtkButton     *button,
                   WbPacksDialog *self)
{
  start_work (self, work_new (self, WORK_REMOVE, g_object_get_data (G_OBJECT (button), "wb-name")));
}

static void
roll_back_clicked_cb (GtkButton     *button,
                      WbPacksDialog *self)
{
  start_work (self, work_new (self, WORK_ROLL_BACK, NULL));
}

static void
forget_clicked_cb (GtkButton     *button,
                   WbPacksDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbTrustedKeys) keys = wb_pack_store_load_keys (self->store, &error);

  if (keys == NULL || !wb_trusted_keys_remove (keys, g_object_get_data (G_OBJECT (button), "wb-name"), &error))
    wb_error_dialog_show (GTK_WIDGET (self), _("The Key Is Still Trusted"), error);
  update (self);
}

/* A row of plain text, whatever signs it holds, with a button that works on @name. */
static GtkWidget *
make_row (WbPacksDialog *self,
          const char    *title,
          const char    *subtitle,
          const char    *button_text,
          const char    *button_name,
          const char    *name,
          GCallback      clicked)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (button_text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, button_name, -1);
  g_object_set_data_full (G_OBJECT (button), "wb-name", g_strdup (name), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static AdwPreferencesGroup *
add_group (WbPacksDialog *self,
           const char    *title,
           const char    *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_packs (WbPacksDialog *self,
           GPtrArray     *packs)
{
  AdwPreferencesGroup *group = add_group (self, packs->len > 0 ? _("In the Library") : _("No Content Packs Yet"),
                                          _("A content pack adds entries to the library: from your county, a network of towns or your own house. "
                                            "Its entries are checked like the bundled ones."));

  for (guint i = 0; i < packs->len; i++)
    {
      const WbKeptPack *kept = g_ptr_array_index (packs, i);
      g_autofree char *button_name = g_strdup_printf (_("Remove “%s”"), kept->pack->title);
      g_autofree char *entries = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry", "%u entries", kept->pack->entries->len),
                                                  kept->pack->entries->len);
      g_autofree char *date = wb_answer_date_to_display (kept->pack->date);
      /* Translators: publisher, version, date, "3 entries", "not signed" */
      g_autofree char *subtitle = g_strdup_printf (_("%s · version %d of %s · %s · %s"), kept->pack->publisher, kept->pack->version,
                                                   date, entries, describe_signature (kept));

      adw_preferences_group_add (group, make_row (self, kept->pack->title, subtitle, _("Remove"), button_name, kept->pack->id,
                                                  G_CALLBACK (remove_clicked_cb)));
    }
}

static void
add_roll_back (WbPacksDialog *self)
{
  AdwPreferencesGroup *group;
  GtkWidget *row;

  if (!wb_pack_store_can_roll_back (self->store))
    return;

  group = add_group (self, "", NULL);
  row = make_row (self, _("Last Change"), _("Back to the packs before the last import or removal"), _("Take Back"), _("Take Back the Last Change"), "",
                  G_CALLBACK (roll_back_clicked_cb));
  adw_preferences_group_add (group, row);
}

static void
add_keys (WbPacksDialog *self,
          WbTrustedKeys *keys)
{
  GPtrArray *list = wb_trusted_keys_list (keys);
  AdwPreferencesGroup *group;

  if (list->len == 0)
    return;

  group = add_group (self, _("Trusted Keys"), _("Packs signed with these keys are imported without further questions about their origin."));
  for (guint i = 0; i < list->len; i++)
    {
      const WbTrustedKey *key = g_ptr_array_index (list, i);
      g_autofree char *fingerprint = wb_pack_key_fingerprint (key->key);
      g_autofree char *since = wb_answer_date_to_display (key->since);
      /* Translators: the fingerprint of a key, and since when it is trusted */
      g_autofree char *subtitle = g_strdup_printf (_("%s · since %s"), fingerprint, since);
      g_autofree char *button_name = g_strdup_printf (_("Do Not Trust “%s” Any Longer"), key->name);

      adw_preferences_group_add (group, make_row (self, key->name, subtitle, _("Forget"), button_name, key->key,
                                                  G_CALLBACK (forget_clicked_cb)));
    }
}

static void
update (WbPacksDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = wb_pack_store_list (self->store, &error);
  g_autoptr (WbTrustedKeys) keys = packs != NULL ? wb_pack_store_load_keys (self->store, &error) : NULL;

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  if (error != NULL)
    {
      add_group (self, _("The Packs Cannot Be Read"), error->message);
      return;
    }
  add_packs (self, packs);
  add_roll_back (self);
  add_keys (self, keys);
}

void
wb_packs_dialog_import (WbPacksDialog *self,
                        const char    *path)
{
  g_return_if_fail (WB_IS_PACKS_DIALOG (self));
  g_return_if_fail (path != NULL);

  start_work (self, work_new (self, WORK_PLAN, path));
}

static void
file_response_cb (GtkNativeDialog *chooser,
                  int              response,
                  WbPacksDialog   *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    wb_packs_dialog_import (self, path);

  /* A native dialog is no toplevel; somebody has to hold it until it has answered. */
  g_object_unref (chooser);
}

static void
import_clicked_cb (WbPacksDialog *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Import a Content Pack"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                                               _("_Open"), _("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_filter_set_name (filter, _("Content packs"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static gboolean
wb_packs_dialog_close_request (GtkWindow *window)
{
  WbPacksDialog *self = WB_PACKS_DIALOG (window);
  GtkWindow *parent = gtk_window_get_transient_for (window);
  GtkApplication *application = parent != NULL ? gtk_window_get_application (parent) : NULL;

  if (self->changed && application != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (application), "reload-library", NULL);

  return GTK_WINDOW_CLASS (wb_packs_dialog_parent_class)->close_request (window);
}

static void
wb_packs_dialog_dispose (GObject *object)
{
  g_cancellable_cancel (WB_PACKS_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (wb_packs_dialog_parent_class)->dispose (object);
}

static void
wb_packs_dialog_finalize (GObject *object)
{
  WbPacksDialog *self = WB_PACKS_DIALOG (object);

  g_ptr_array_unref (self->groups);
  g_clear_object (&self->store);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (wb_packs_dialog_parent_class)->finalize (object);
}

static void
wb_packs_dialog_class_init (WbPacksDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_packs_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = wb_packs_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = wb_packs_dialog_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wb_packs_dialog_init (WbPacksDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->groups = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->import_button = gtk_button_new_with_label (_("Import…"));
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_widget_add_css_class (self->import_button, "suggested-action");
  g_signal_connect_object (self->import_button, "clicked", G_CALLBACK (import_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->import_button);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), GTK_WIDGET (self->spinner));
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->page));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->content);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Content Packs"));
  wb_fitting_size_set (GTK_WINDOW (self), 640, 560);
}

GtkWidget *
wb_packs_dialog_new (GtkWindow   *parent,
                     WbPackStore *store)
{
  WbPacksDialog *self;

  g_return_val_if_fail (WB_IS_PACK_STORE (store), NULL);

  self = g_object_new (WB_TYPE_PACKS_DIALOG, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE, NULL);
  self->store = g_object_ref (store);
  update (self);

  return GTK_WIDGET (self);
}
