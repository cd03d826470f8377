/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-connection.h"
#include "wb-test-library.h"
#include "wb-user-store.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

typedef struct
{
  char *folder;
  char *path;
  WbUserStore *store;
} Fixture;

static void
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  fixture->store = wb_user_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = wb_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "a", "b", "user.db", NULL);
  open_store (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->store);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
count_cb (gpointer object,
          guint   *count)
{
  *count += 1;
}

static void
test_private (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  struct stat status;

  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (wal, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  g_assert_null (wb_user_store_get_notice (fixture->store));
}

static void
test_profile (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (WbMunicipality) town = wb_municipality_new ("01001000", "Flensburg, Stadt", "Kreisfreie Stadt", "",
                                                         NULL, "Schleswig-Holstein", "24937", 96326);
  g_autoptr (WbMunicipality) read = NULL;
  g_autoptr (GError) error = NULL;
  guint changes = 0;

  g_signal_connect (fixture->store, "profile-changed", G_CALLBACK (count_cb), &changes);
  g_assert_null (wb_user_store_get_town (fixture->store));
  g_assert_false (wb_user_store_get_welcomed (fixture->store));
  g_assert_true (wb_user_store_set_town (fixture->store, town, &error));
  g_assert_true (wb_user_store_set_welcomed (fixture->store, TRUE, &error));
  g_assert_cmpuint (changes, ==, 2);
  open_store (fixture);
  read = wb_user_store_get_town (fixture->store);
  g_assert_cmpstr (wb_municipality_get_key (read), ==, "01001000");
  g_assert_cmpstr (wb_municipality_get_name (read), ==, "Flensburg, Stadt");
  g_assert_cmpstr (wb_municipality_get_postcode (read), ==, "24937");
  g_assert_cmpuint (wb_municipality_get_population (read), ==, 96326);
  g_assert_true (wb_user_store_get_welcomed (fixture->store));
  g_assert_true (wb_user_store_set_town (fixture->store, NULL, &error));
  g_assert_null (wb_user_store_get_town (fixture->store));
  g_assert_true (wb_user_store_set_welcomed (fixture->store, FALSE, &error));
  g_assert_false (wb_user_store_get_welcomed (fixture->store));
}

static void
test_bookmarks (Fixture       *fixture,
                gconstpointer  data)
{
  g_auto (GStrv) items = NULL;
  guint changes = 0;

  g_signal_connect (fixture->store, "bookmarks-changed", G_CALLBACK (count_cb), &changes);
  g_assert_true (wb_user_store_set_bookmark (fixture->store, "a", TRUE, NULL));
  g_assert_true (wb_user_store_set_bookmark (fixture->store, "b", TRUE, NULL));
  g_assert_true (wb_user_store_set_bookmark (fixture->store, "c", TRUE, NULL));
  g_assert_true (wb_user_store_set_bookmark (fixture->store, "b", FALSE, NULL));
  g_assert_true (wb_user_store_set_bookmark (fixture->store, "a", TRUE, NULL));
  g_assert_cmpuint (changes, ==, 5);
  items = wb_user_store_list_bookmarks (fixture->store);
  g_assert_cmpstrv (items, ((const char *[]){ "c", "a", NULL }));
  g_assert_true (wb_user_store_has_bookmark (fixture->store, "a"));
  g_assert_false (wb_user_store_has_bookmark (fixture->store, "b"));
}

static void
note (Fixture    *fixture,
      const char *path,
      const char *title,
      gint64      opened)
{
  WbRecentProject project = { (char *) path, (char *) title, (char *) "Leitfaden", NULL, 2, 9, opened };

  g_assert_true (wb_user_store_note_project (fixture->store, &project, NULL));
}

static void
test_projects (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) projects = NULL;
  const WbRecentProject *first;
  const WbRecentProject *second;

  note (fixture, "/home/x/a.wegbereiter", "A", 100);
  note (fixture, "/home/x/b\xff.wegbereiter", "B", 200);
  note (fixture, "/home/x/c.wegbereiter", "C", 200);
  note (fixture, "/home/x/a.wegbereiter", "A neu", 300);
  g_assert_true (wb_user_store_forget_project (fixture->store, "/home/x/c.wegbereiter", NULL));
  projects = wb_user_store_list_projects (fixture->store);
  g_assert_cmpuint (projects->len, ==, 2);
  first = g_ptr_array_index (projects, 0);
  second = g_ptr_array_index (projects, 1);
  g_assert_cmpstr (first->title, ==, "A neu");
  g_assert_cmpuint (first->done, ==, 2);
  g_assert_cmpuint (first->total, ==, 9);
  g_assert_null (first->next_step);
  g_assert_cmpstr (second->path, ==, "/home/x/b\xff.wegbereiter");
  g_assert_true (wb_user_store_forget_project (fixture->store, second->path, NULL));
  g_clear_pointer (&projects, g_ptr_array_unref);
  projects = wb_user_store_list_projects (fixture->store);
  g_assert_cmpuint (projects->len, ==, 1);
}

static void
test_learning (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *none = wb_user_store_get_last_course (fixture->store);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  guint chosen = 0;
  gboolean right = TRUE;

  g_assert_null (none);
  g_assert_false (wb_user_store_get_answer (fixture->store, "l1", "q1", &chosen, &right));
  g_assert_true (wb_user_store_note_answer (fixture->store, "l1", "q1", 5, FALSE, NULL));
  g_assert_true (wb_user_store_get_answer (fixture->store, "l1", "q1", &chosen, &right));
  g_assert_cmpuint (chosen, ==, 5);
  g_assert_false (right);
  g_assert_true (wb_user_store_note_answer (fixture->store, "l1", "q1", 2, TRUE, NULL));
  g_assert_true (wb_user_store_get_answer (fixture->store, "l1", "q1", &chosen, &right));
  g_assert_cmpuint (chosen, ==, 2);
  g_assert_true (right);

  g_assert_false (wb_user_store_get_lesson_done (fixture->store, "l1"));
  g_assert_true (wb_user_store_set_lesson_done (fixture->store, "k1", "l1", NULL));
  g_assert_true (wb_user_store_get_lesson_done (fixture->store, "l1"));
  first = wb_user_store_get_last_course (fixture->store);
  g_assert_cmpstr (first, ==, "k1");
  g_assert_true (wb_user_store_note_course (fixture->store, "k2", NULL));
  second = wb_user_store_get_last_course (fixture->store);
  g_assert_cmpstr (second, ==, "k2");
  g_assert_true (wb_user_store_note_answer (fixture->store, "l1", "q2", 1, TRUE, NULL));
  third = wb_user_store_get_last_course (fixture->store);
  g_assert_cmpstr (third, ==, "k1");
}

static guint
count_damaged (Fixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".damaged.db") ? 1 : 0;

  return n;
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_assert_true (wb_user_store_set_bookmark (fixture->store, "a", TRUE, NULL));
  for (guint i = 1; i <= 2; i++)
    {
      g_clear_object (&fixture->store);
      g_assert_true (g_file_set_contents (fixture->path, "SQLite format 3 ist das nicht", -1, NULL));
      open_store (fixture);
      g_assert_nonnull (strstr (wb_user_store_get_notice (fixture->store), ".damaged.db"));
      g_assert_false (wb_user_store_has_bookmark (fixture->store, "a"));
      g_assert_true (wb_user_store_set_bookmark (fixture->store, "a", TRUE, NULL));
      g_assert_cmpuint (count_damaged (fixture), ==, i);
    }
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (WbConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  connection = wb_connection_open (fixture->path, WB_OPEN_WRITE, &error);
  g_assert_true (wb_connection_run (connection, "PRAGMA user_version = 9", &error));
  g_clear_pointer (&connection, wb_connection_free);
  g_assert_null (wb_user_store_open (fixture->path, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NEWER);
  g_assert_cmpuint (count_damaged (fixture), ==, 0);
}

#define ADD(name) g_test_add ("/user-store/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (private);
  ADD (profile);
  ADD (bookmarks);
  ADD (projects);
  ADD (learning);
  ADD (damaged);
  ADD (newer);

  return g_test_run ();
}
