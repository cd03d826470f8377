/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-learner-menu.h"

#include <glib/gi18n.h>

#include "wb-document-actions.h"
#include "wb-error-dialog.h"
#include "wb-learning-file.h"

struct _WbLearnerMenu
{
  AdwBin parent_instance;

  /* Borrowed */
  GtkWidget *button;
  GtkLabel *label;
  GSimpleAction *choose;

  /* Owned */
  WbUserStore *store;
};

G_DEFINE_FINAL_TYPE (WbLearnerMenu, wb_learner_menu, ADW_TYPE_BIN)

const char *
wb_learner_menu_get_display_name (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return *name != '\0' ? name : _("Guest");
}

static GtkWindow *
get_window (WbLearnerMenu *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
tell (WbLearnerMenu *self,
      const char    *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static GMenuModel *
make_menu (WbLearnerMenu *self)
{
  g_auto (GStrv) names = wb_user_store_list_learners (self->store);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) people = g_menu_new ();
  g_autoptr (GMenu) person = g_menu_new ();
  g_autoptr (GMenu) progress = g_menu_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (wb_learner_menu_get_display_name (names[i]), NULL);

      g_menu_item_set_action_and_target (item, "learner.choose", "s", names[i]);
      g_menu_append_item (people, item);
    }
  g_menu_append (person, _("Somebody _Else…"), "learner.new");
  g_menu_append (progress, _("_Take Progress Away as a File…"), "learner.export");
  g_menu_append (progress, _("_Add Progress from a File…"), "learner.merge");
  g_menu_append (progress, _("_Delete Progress…"), "learner.delete");
  g_menu_append_section (menu, _("Who is learning?"), G_MENU_MODEL (people));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (person));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (progress));

  return G_MENU_MODEL (menu);
}

static void
update (WbLearnerMenu *self)
{
  g_autofree char *name = wb_user_store_get_learner (self->store);
  g_autofree char *text = g_strdup_printf (_("Learning: %s"), wb_learner_menu_get_display_name (name));
  g_autoptr (GMenuModel) menu = make_menu (self);

  gtk_label_set_label (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), menu);
  g_simple_action_set_state (self->choose, g_variant_new_string (name));
}

static void
choose (WbLearnerMenu *self,
        const char    *name)
{
  g_autoptr (GError) error = NULL;

  if (!wb_user_store_choose_learner (self->store, name, &error))
    wb_error_dialog_show (GTK_WIDGET (self), _("The Name Was Not Taken"), error);
}

/* Whoever types "Guest" means the guest, who has no name. */
static gboolean
is_guest (const char *name)
{
  g_autofree char *key = wb_learner_make_key (name);
  g_autofree char *guest = wb_learner_make_key (_("Guest"));

  return g_str_equal (key, guest);
}

static void
choose_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  choose (WB_LEARNER_MENU (user_data), g_variant_get_string (parameter, NULL));
}

static void
name_response_cb (AdwMessageDialog *dialog,
                  const char       *response,
                  WbLearnerMenu    *self)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (g_str_equal (response, "begin"))
    choose (self, is_guest (name) ? "" : name);
}

static void
name_changed_cb (AdwMessageDialog *dialog,
                 GtkEditable      *entry)
{
  adw_message_dialog_set_response_enabled (dialog, "begin", wb_learner_check_name (gtk_editable_get_text (entry)));
}

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  WbLearnerMenu *self = WB_LEARNER_MENU (user_data);
  GtkWidget *dialog = adw_message_dialog_new (get_window (self), _("Who Is Learning?"),
                                              _("A name or nickname keeps your progress apart from that of others. It stays on this laptop, without a password."));
  GtkWidget *entry = gtk_entry_new ();

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "begin", _("_Begin"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "begin", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "begin", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "begin");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_entry_set_max_length (GTK_ENTRY (entry), WB_LEARNER_MAX_NAME);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name or nickname"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name or nickname"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (name_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
delete_response_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    WbLearnerMenu    *self)
{
  const char *name = g_object_get_data (G_OBJECT (dialog), "wb-name");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "delete"))
    return;
  if (!wb_user_store_delete_learner (self->store, name, &error))
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The Progress Was Not Deleted"), error);
      return;
    }

  text = g_strdup_printf (_("The progress of %s is deleted."), wb_learner_menu_get_display_name (name));
  tell (self, text);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  WbLearnerMenu *self = WB_LEARNER_MENU (user_data);
  g_autofree char *name = wb_user_store_get_learner (self->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLearner) learner = wb_user_store_load_learner (self->store, name, &error);
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (learner == NULL)
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The Progress Was Not Deleted"), error);
      return;
    }

  body = g_strdup_printf (_("Everything “%s” learned here goes for good: answers (%u), finished lessons (%u), what is to be repeated. "
                            "Others keep theirs."),
                          wb_learner_menu_get_display_name (name), wb_learner_get_trials (learner)->len,
                          wb_learner_get_finished (learner)->len);
  dialog = adw_message_dialog_new (get_window (self), _("Delete Progress?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "delete", _("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "wb-name", g_steal_pointer (&name), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (delete_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
wb_learner_menu_export (WbLearnerMenu *self,
                        const char    *path)
{
  g_autofree char *name = NULL;
  g_autofree char *base = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) learners = NULL;
  g_autoptr (WbLearner) learner = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (WB_IS_LEARNER_MENU (self));
  g_return_if_fail (path != NULL);

  name = wb_user_store_get_learner (self->store);
  learner = wb_user_store_load_learner (self->store, name, &error);
  learners = g_ptr_array_new ();
  if (learner != NULL)
    g_ptr_array_add (learners, learner);
  if (learner == NULL || !wb_learning_file_write (path, learners, &error))
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The Progress Was Not Saved"), error);
      return;
    }

  base = g_filename_display_basename (path);
  text = g_strdup_printf (_("Saved as “%s”"), base);
  tell (self, text);
}

void
wb_learner_menu_merge (WbLearnerMenu *self,
                       const char    *path)
{
  g_autoptr (GPtrArray) learners = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (WB_IS_LEARNER_MENU (self));
  g_return_if_fail (path != NULL);

  learners = wb_learning_file_read (path, &error);
  if (learners == NULL || !wb_user_store_merge_learners (self->store, learners, &error))
    {
      wb_error_dialog_show (GTK_WIDGET (self), _("The Progress Was Not Added"), error);
      return;
    }

  for (guint i = 0; i < learners->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            wb_learner_menu_get_display_name (wb_learner_get_name (g_ptr_array_index (learners, i))));
  text = g_strdup_printf (_("Added the progress of: %s"), names->str);
  tell (self, text);
}

static void
file_response_cb (GtkNativeDialog *chooser,
                  int              response,
                  WbLearnerMenu   *self)
{
  gboolean save = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser)) == GTK_FILE_CHOOSER_ACTION_SAVE;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      path = file != NULL ? g_file_get_path (file) : NULL;
    }
  if (path != NULL && save)
    wb_learner_menu_export (self, path);
  else if (path != NULL)
    wb_learner_menu_merge (self, path);

  /* A native dialog is no toplevel; somebody has to hold it until it has answered. */
  g_object_unref (chooser);
}

static void
ask_for_file (WbLearnerMenu        *self,
              const char           *title,
              GtkFileChooserAction  action,
              const char           *accept,
              const char           *name)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, get_window (self), action, accept, _("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  gtk_file_filter_set_name (filter, _("Learning progress"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  WbLearnerMenu *self = WB_LEARNER_MENU (user_data);
  g_autofree char *learner = wb_user_store_get_learner (self->store);
  g_autofree char *title = g_strdup_printf (_("Learning progress %s"), wb_learner_menu_get_display_name (learner));
  g_autofree char *name = wb_document_suggest_name (title, ".json");

  ask_for_file (self, _("Take Progress Away"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), name);
}

static void
merge_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  ask_for_file (WB_LEARNER_MENU (user_data), _("Add Progress from a File"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Add"), NULL);
}

static void
wb_learner_menu_finalize (GObject *object)
{
  g_clear_object (&WB_LEARNER_MENU (object)->store);

  G_OBJECT_CLASS (wb_learner_menu_parent_class)->finalize (object);
}

static void
wb_learner_menu_class_init (WbLearnerMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_learner_menu_finalize;
}

static void
add_actions (WbLearnerMenu *self)
{
  static const GActionEntry entries[] = {
    { "choose", choose_cb, "s", "''", NULL },
    { "new", new_cb },
    { "export", export_cb },
    { "merge", merge_cb },
    { "delete", delete_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  self->choose = G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (group), "choose"));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "learner", G_ACTION_GROUP (group));
}

static void
wb_learner_menu_init (WbLearnerMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "avatar-default-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  add_actions (self);
  self->button = gtk_menu_button_new ();
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, 30);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

GtkWidget *
wb_learner_menu_new (WbUserStore *store)
{
  WbLearnerMenu *self;

  g_return_val_if_fail (WB_IS_USER_STORE (store), NULL);

  self = g_object_new (WB_TYPE_LEARNER_MENU, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "learning-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
