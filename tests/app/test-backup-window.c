/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "wb-backup-window.h"
#include "wb-free-path.h"
#include "wb-project-file.h"
#include "wb-test-services.h"

static const char GUIDE[] =
  "{\"version\": 1, \"documents\": [], \"phases\": [{\"id\": \"p\", \"title\": \"Phase\", \"goal\": \"Goal\", \"steps\": ["
  "{\"id\": \"first\", \"title\": \"First\", \"minutes\": 5, \"why\": \"Why\", \"help\": [], \"fields\": ["
  "{\"id\": \"goal\", \"type\": \"text\", \"label\": \"Goal\", \"why\": \"w\", \"example\": \"e\", \"need\": \"required\"}]}]}]}";

typedef struct
{
  char *folder;
  char *path;
  WbBackupStore *store;
  GtkWidget *parent;
  GtkWidget *window;
  char *opened; /* (nullable) what "win.open-project" got */
} Fixture;

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->opened);
  fixture->opened = g_variant_dup_string (parameter, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GActionEntry entries[] = { { "open-project", open_cb, "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (WbProjectFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *copies = NULL;

  fixture->folder = wb_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "test" WB_PROJECT_SUFFIX, NULL);
  copies = g_build_filename (fixture->folder, "copies", NULL);
  file = wb_project_file_create (fixture->path, "Test", "guide", "Guide", GUIDE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (wb_project_file_close (file, &error));
  fixture->store = wb_backup_store_new (copies);
  g_assert_true (wb_backup_store_make (fixture->store, fixture->path, 1700000000, &error));
  fixture->parent = gtk_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->parent, "win", G_ACTION_GROUP (group));
  fixture->window = wb_backup_window_new (GTK_WINDOW (fixture->parent), fixture->store, fixture->path);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_widget_show (fixture->parent);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  wb_test_finalize (fixture->store);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->opened);
}

static GtkListBox *
get_list (Fixture *fixture)
{
  return GTK_LIST_BOX (wb_test_find (fixture->window, GTK_TYPE_LIST_BOX, NULL, NULL));
}

static gboolean
has_rows (gpointer data)
{
  return gtk_list_box_get_row_at_index (get_list (data), 0) != NULL;
}

static void
choose (Fixture *fixture)
{
  wb_test_wait (has_rows, fixture);
  gtk_list_box_select_row (get_list (fixture), gtk_list_box_get_row_at_index (get_list (fixture), 0));
}

static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      return l->data;

  return NULL;
}

static gboolean
is_opened (gpointer data)
{
  return ((Fixture *) data)->opened != NULL;
}

/* What is there already stays; the copy gets a name that is free, and is opened. */
static void
test_taken (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *taken = g_build_filename (fixture->folder, "alt" WB_PROJECT_SUFFIX, NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "alt-2" WB_PROJECT_SUFFIX, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (WbProjectFile) file = NULL;
  g_autoptr (GError) error = NULL;
  AdwMessageDialog *dialog;

  g_assert_true (g_file_set_contents (taken, "mine", -1, NULL));
  choose (fixture);
  wb_backup_window_save_to (WB_BACKUP_WINDOW (fixture->window), taken);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "alt-2" WB_PROJECT_SUFFIX));
  g_object_ref (dialog);
  adw_message_dialog_response (dialog, "use");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
  wb_test_wait (is_opened, fixture);
  g_assert_cmpstr (fixture->opened, ==, other);
  file = wb_project_file_look (other, "", &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (taken, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
}

static void
test_free (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "neu" WB_PROJECT_SUFFIX, NULL);

  choose (fixture);
  wb_backup_window_save_to (WB_BACKUP_WINDOW (fixture->window), path);
  g_assert_null (find_dialog ());
  wb_test_wait (is_opened, fixture);
  g_assert_cmpstr (fixture->opened, ==, path);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  const char *const taken[] = { "a" WB_PROJECT_SUFFIX, "a-2" WB_PROJECT_SUFFIX, "b" };
  const char *const expected[] = { "a-3" WB_PROJECT_SUFFIX, "a-2-2" WB_PROJECT_SUFFIX, "b-2" };

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, taken[i], NULL);

      g_assert_true (g_file_set_contents (path, "x", -1, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, taken[i], NULL);
      g_autofree char *found = wb_free_path_find (path);
      g_autofree char *name = g_path_get_basename (found);

      g_assert_cmpstr (name, ==, expected[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/backup-window/taken", test_taken);
  ADD ("/backup-window/free", test_free);
  ADD ("/backup-window/names", test_names);
#undef ADD

  return g_test_run ();
}
