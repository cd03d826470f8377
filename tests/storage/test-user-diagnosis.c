/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-error.h"
#include "wb-test-library.h"
#include "wb-user-store.h"

/* Self-checks in user.db. */

typedef struct
{
  char *folder;
  char *path;
  WbUserStore *store;
  guint n_changes;
} Fixture;

static void
count_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->store);
  fixture->store = wb_user_store_open (fixture->path, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->store, "assessments-changed", G_CALLBACK (count_cb), fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = wb_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "user.db", NULL);
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

static gint64
add (Fixture    *fixture,
     gint64      begun,
     gboolean    group,
     const char *title)
{
  g_autoptr (WbAssessment) assessment = wb_assessment_new (0, begun, group, title);
  WbTally tally = { { 1, 0, 0, 0, 0, 0 } };

  wb_assessment_set_tally (assessment, "barriere-zeit", "a1", &tally);
  g_assert_true (wb_user_store_add_assessment (fixture->store, assessment, NULL));
  g_assert_cmpint (assessment->number, >, 0);

  return assessment->number;
}

/* What was typed is there after the program was closed at any time. */
static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 number = add (fixture, 100, TRUE, "Runde im „Bauamt“; O'Brien");
  WbTally tally = { { 0, 3, 0, 0, 2, 1 } };
  WbTally none = { { 0 } };
  g_autoptr (WbAssessment) found = NULL;

  g_assert_true (wb_user_store_set_tally (fixture->store, number, "barriere-geld", "a1", &tally, NULL));
  g_assert_true (wb_user_store_set_tally (fixture->store, number, "barriere-geld", "a2", &tally, NULL));
  g_assert_true (wb_user_store_set_tally (fixture->store, number, "barriere-geld", "a2", &none, NULL));
  open_store (fixture);
  found = wb_user_store_load_assessment (fixture->store, number, NULL);
  g_assert_nonnull (found);
  g_assert_true (found->group);
  g_assert_cmpint (found->begun, ==, 100);
  g_assert_cmpint (found->finished, ==, 0);
  g_assert_cmpstr (found->title, ==, "Runde im „Bauamt“; O'Brien");
  g_assert_cmpuint (wb_assessment_count (found), ==, 2);
  g_assert_cmpmem (wb_assessment_get_tally (found, "barriere-geld", "a1"), sizeof tally, &tally, sizeof tally);
  g_assert_cmpint (wb_assessment_get_reply (found, "barriere-zeit", "a1"), ==, WB_REPLY_NOT);
}

static void
test_several_dates (Fixture       *fixture,
                    gconstpointer  data)
{
  gint64 first = add (fixture, 100, FALSE, NULL);
  gint64 second = add (fixture, 300, FALSE, NULL);
  gint64 third = add (fixture, 200, TRUE, NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (WbAssessment) gone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (fixture->n_changes, ==, 3);
  g_assert_true (wb_user_store_finish_assessment (fixture->store, second, 350, NULL));
  g_assert_true (wb_user_store_rename_assessment (fixture->store, second, "Herbst", NULL));
  g_assert_true (wb_user_store_remove_assessment (fixture->store, third, NULL));
  g_assert_cmpuint (fixture->n_changes, ==, 6);
  list = wb_user_store_list_assessments (fixture->store);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (((WbAssessment *) g_ptr_array_index (list, 0))->number, ==, second);
  g_assert_cmpint (((WbAssessment *) g_ptr_array_index (list, 0))->finished, ==, 350);
  g_assert_cmpstr (((WbAssessment *) g_ptr_array_index (list, 0))->title, ==, "Herbst");
  g_assert_cmpint (((WbAssessment *) g_ptr_array_index (list, 1))->number, ==, first);
  gone = wb_user_store_load_assessment (fixture->store, third, &error);
  g_assert_null (gone);
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
}

/* A number is not given again: a window that still shows a deleted one must not write into another. */
static void
test_number_stays_free (Fixture       *fixture,
                        gconstpointer  data)
{
  gint64 first = add (fixture, 100, FALSE, NULL);
  WbTally tally = { { 1, 0, 0, 0, 0, 0 } };

  g_assert_true (wb_user_store_remove_assessment (fixture->store, first, NULL));
  g_assert_false (wb_user_store_set_tally (fixture->store, first, "barriere-geld", "a1", &tally, NULL));
  g_assert_cmpint (add (fixture, 200, FALSE, NULL), !=, first);
}

/* A file of the version before self-checks, as the program of then wrote it. */
static void
test_upgrade (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *old = wb_test_fixture ("user-v3.db");
  g_autofree char *contents = NULL;
  g_autofree char *note = NULL;
  gsize length;

  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (old, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
  open_store (fixture);
  g_assert_null (wb_user_store_get_notice (fixture->store));
  note = wb_user_store_get_note (fixture->store, "begriff-api");
  g_assert_cmpstr (note, ==, "Erst die Leitung fragen");
  g_assert_cmpint (add (fixture, 100, FALSE, NULL), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/user-diagnosis/draft", Fixture, NULL, set_up, test_draft, tear_down);
  g_test_add ("/user-diagnosis/several-dates", Fixture, NULL, set_up, test_several_dates, tear_down);
  g_test_add ("/user-diagnosis/number-stays-free", Fixture, NULL, set_up, test_number_stays_free, tear_down);
  g_test_add ("/user-diagnosis/upgrade", Fixture, NULL, set_up, test_upgrade, tear_down);

  return g_test_run ();
}
