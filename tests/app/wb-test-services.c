/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-test-services.h"

#include <glib/gstdio.h>

/* Each turn may sleep until something happens, but at most so long. */
#define TURN_MS 5
#define MAX_TURNS 12000

char *
wb_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("wb-app-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

void
wb_test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        wb_test_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

WbServices *
wb_test_services_new (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *library_path = g_build_filename (g_getenv ("WB_BUILD_ROOT"), "data", "library.db", NULL);
  g_autofree char *register_folder = g_build_filename (g_getenv ("WB_SOURCE_ROOT"), "data", "register", NULL);
  g_autofree char *user_path = g_build_filename (folder, "user.db", NULL);
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (WbUserStore) store = NULL;

  library = wb_library_open (library_path, &error);
  g_assert_no_error (error);
  store = wb_user_store_open (user_path, &error);
  g_assert_no_error (error);

  return wb_services_new (library, store, register_folder);
}

static gboolean
turn_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
wb_test_wait (gboolean (*done) (gpointer),
              gpointer data)
{
  guint source = g_timeout_add (TURN_MS, turn_cb, NULL);
  guint turns = 0;

  while (!done (data))
    {
      g_assert_cmpuint (turns++, <, MAX_TURNS);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (source);
}

static gboolean
is_last_reference (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

void
wb_test_finalize (gpointer object)
{
  wb_test_wait (is_last_reference, object);
  g_assert_finalize_object (object);
}

GtkWidget *
wb_test_find (GtkWidget    *widget,
              GType         type,
              gboolean    (*match) (GtkWidget *, gconstpointer),
              gconstpointer data)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (match == NULL || match (widget, data)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = wb_test_find (child, type, match, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

gboolean
wb_test_shows (GtkWidget    *widget,
               gconstpointer text)
{
  if (GTK_IS_BUTTON (widget))
    return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
  if (GTK_IS_CHECK_BUTTON (widget))
    return g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), text) == 0;
  if (GTK_IS_LABEL (widget))
    return g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;

  return FALSE;
}
