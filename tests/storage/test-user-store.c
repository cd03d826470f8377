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

#define NOON 1795348800 /* 22 November 2026 */

static void
note_answer (Fixture    *fixture,
             const char *lesson,
             const char *question,
             const char *given,
             gboolean    right,
             gint64      time)
{
  g_autoptr (GError) error = NULL;

  wb_user_store_note_answer (fixture->store, lesson, question, given, right, time, &error);
  g_assert_no_error (error);
}

static void
assert_answer (Fixture    *fixture,
               const char *lesson,
               const char *question,
               const char *given,
               gboolean    right)
{
  g_autoptr (WbTrial) trial = wb_user_store_get_answer (fixture->store, lesson, question);

  g_assert_nonnull (trial);
  g_assert_cmpstr (trial->given, ==, given);
  g_assert_cmpint (trial->right, ==, right);
}

static void
assert_trials (WbUserStore *store,
               const char  *name,
               guint        n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLearner) learner = wb_user_store_load_learner (store, name, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (wb_learner_get_trials (learner)->len, ==, n);
}

static void
test_learning (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *none = wb_user_store_get_last_course (fixture->store);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autoptr (WbTrial) nothing = wb_user_store_get_answer (fixture->store, "l1", "q1");

  g_assert_null (none);
  g_assert_null (nothing);
  note_answer (fixture, "l1", "q1", "0,2", FALSE, NOON);
  assert_answer (fixture, "l1", "q1", "0,2", FALSE);
  /* Within the same second, and still the later one. */
  note_answer (fixture, "l1", "q1", "1", TRUE, NOON);
  assert_answer (fixture, "l1", "q1", "1", TRUE);
  assert_trials (fixture->store, "", 2);

  g_assert_false (wb_user_store_get_lesson_done (fixture->store, "l1"));
  g_assert_true (wb_user_store_set_lesson_done (fixture->store, "k1", "l1", NOON, NULL));
  g_assert_true (wb_user_store_get_lesson_done (fixture->store, "l1"));
  first = wb_user_store_get_last_course (fixture->store);
  g_assert_cmpstr (first, ==, "k1");
  g_assert_true (wb_user_store_note_course (fixture->store, "k2", NULL));
  second = wb_user_store_get_last_course (fixture->store);
  g_assert_cmpstr (second, ==, "k2");
  note_answer (fixture, "l1", "q2", "1", TRUE, NOON);
  third = wb_user_store_get_last_course (fixture->store);
  g_assert_cmpstr (third, ==, "k1");
}

static void
assert_learner (Fixture    *fixture,
                const char *name)
{
  g_autofree char *learner = wb_user_store_get_learner (fixture->store);

  g_assert_cmpstr (learner, ==, name);
}

static void
test_learners (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (WbTrial) of_other = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) left = NULL;

  assert_learner (fixture, "");
  note_answer (fixture, "l1", "q1", "0", TRUE, NOON);
  g_assert_true (wb_user_store_choose_learner (fixture->store, "Jörg", NULL));
  of_other = wb_user_store_get_answer (fixture->store, "l1", "q1");
  g_assert_null (of_other);
  note_answer (fixture, "l1", "q1", "2", FALSE, NOON);
  g_assert_true (wb_user_store_choose_learner (fixture->store, "Alex", NULL));
  g_assert_true (wb_user_store_choose_learner (fixture->store, " JOERG ", NULL));
  open_store (fixture);
  assert_learner (fixture, "Jörg");
  assert_answer (fixture, "l1", "q1", "2", FALSE);
  names = wb_user_store_list_learners (fixture->store);
  g_assert_cmpstrv (names, ((const char *[]){ "", "Alex", "Jörg", NULL }));

  g_assert_true (wb_user_store_delete_learner (fixture->store, "jörg", NULL));
  assert_learner (fixture, "");
  assert_answer (fixture, "l1", "q1", "0", TRUE);
  g_assert_false (wb_user_store_delete_learner (fixture->store, "Jörg", &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (wb_user_store_delete_learner (fixture->store, "", NULL));
  assert_trials (fixture->store, "", 0);
  left = wb_user_store_list_learners (fixture->store);
  g_assert_cmpstrv (left, ((const char *[]){ "", "Alex", NULL }));
  g_assert_false (wb_user_store_choose_learner (fixture->store, "?!", &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
}

/* What somebody called @name learned on another laptop. */
static WbLearner *
make_record (const char *name)
{
  WbLearner *learner = wb_learner_new (name);

  wb_learner_add_trial (learner, wb_trial_new ("l1", "q1", "1", TRUE, NOON + 60));
  wb_learner_add_trial (learner, wb_trial_new ("l1", "q2", "0", FALSE, NOON - 60));
  wb_learner_add_trial (learner, wb_trial_new ("l1", "q3", "0", TRUE, 0));
  wb_learner_add_finished (learner, wb_finished_new ("l1", "k1", NOON - 60));
  wb_learner_add_finished (learner, wb_finished_new ("l2", "k1", NOON + 60));

  return learner;
}

static void
merge (Fixture   *fixture,
       WbLearner *record)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (records, record);
  wb_user_store_merge_learners (fixture->store, records, &error);
  g_assert_no_error (error);
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (WbLearner) record = make_record ("KIM");
  g_autoptr (WbLearner) merged = NULL;

  g_assert_true (wb_user_store_choose_learner (fixture->store, "Kim", NULL));
  note_answer (fixture, "l1", "q1", "0", FALSE, NOON);
  note_answer (fixture, "l1", "q2", "1", TRUE, NOON);
  note_answer (fixture, "l1", "q3", "2", FALSE, 0);
  g_assert_true (wb_user_store_set_lesson_done (fixture->store, "k1", "l1", NOON, NULL));

  /* A second time changes nothing any more. */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (WbLearner) again = make_record ("KIM");

      merge (fixture, i == 0 ? record : again);
      assert_answer (fixture, "l1", "q1", "1", TRUE);
      assert_answer (fixture, "l1", "q2", "1", TRUE);
      assert_trials (fixture->store, "Kim", 6);
    }
  merged = wb_user_store_load_learner (fixture->store, "kim", NULL);
  g_assert_cmpstr (wb_learner_get_name (merged), ==, "Kim");
  g_assert_cmpuint (wb_learner_get_finished (merged)->len, ==, 2);
  g_assert_cmpint (wb_learner_find_finished (merged, "l1")->time, ==, NOON - 60);
  assert_trials (fixture->store, "", 0);
}

/* A user.db as version 1 of the program wrote it. */
static void
test_upgrade (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *old = g_test_build_filename (G_TEST_DIST, "fixtures", "storage", "user-v1.db", NULL);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *kept = g_build_filename (folder, "user-version-1.db", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *course = NULL;
  g_autoptr (WbMunicipality) town = NULL;
  g_autoptr (WbConnection) copy = NULL;
  g_autoptr (GError) error = NULL;
  struct stat status;
  gint64 value;
  gsize length;

  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (old, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
  for (guint i = 0; i < 2; i++)
    {
      open_store (fixture);
      g_assert_null (wb_user_store_get_notice (fixture->store));
      assert_answer (fixture, "beteiligte-1-ueberblick", "b1-1", "0", FALSE);
      assert_answer (fixture, "beteiligte-1-ueberblick", "b1-2", "0,2", TRUE);
      assert_answer (fixture, "beteiligte-2-leitung-und-rat", "b2-1", "2", TRUE);
      assert_trials (fixture->store, "", 3);
      g_assert_true (wb_user_store_get_lesson_done (fixture->store, "beteiligte-1-ueberblick"));
    }
  course = wb_user_store_get_last_course (fixture->store);
  g_assert_cmpstr (course, ==, "kurs-beteiligte");
  town = wb_user_store_get_town (fixture->store);
  g_assert_cmpstr (wb_municipality_get_key (town), ==, "01001000");
  g_assert_true (wb_user_store_has_bookmark (fixture->store, "sozialatlas-landkreis-kassel"));

  g_assert_cmpint (g_stat (kept, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  copy = wb_connection_open (kept, WB_OPEN_READ, &error);
  g_assert_no_error (error);
  g_assert_true (wb_connection_query_int (copy, "SELECT count(*) FROM question", &value, &error));
  g_assert_cmpint (value, ==, 3);
  g_assert_true (wb_connection_query_int (copy, "PRAGMA user_version", &value, &error));
  g_assert_cmpint (value, ==, 1);
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
  ADD (learners);
  ADD (merge);
  ADD (upgrade);
  ADD (damaged);
  ADD (newer);

  return g_test_run ();
}
