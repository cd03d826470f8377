/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-test-library.h"
#include "wb-user-store.h"

/* What the user keeps about the library: notes, highlighted passages, collections. */

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
  g_signal_connect_swapped (fixture->store, "collections-changed", G_CALLBACK (count_cb), fixture);
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

static void
assert_note (Fixture    *fixture,
             const char *item,
             const char *expected)
{
  g_autofree char *text = wb_user_store_get_note (fixture->store, item);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_notes (Fixture       *fixture,
            gconstpointer  data)
{
  assert_note (fixture, "a", "");
  g_assert_true (wb_user_store_set_note (fixture->store, "a", "Erst fragen", NULL));
  g_assert_true (wb_user_store_set_note (fixture->store, "a", "Erst die Leitung fragen;\nO'Brien", NULL));
  g_assert_true (wb_user_store_set_note (fixture->store, "b", "x", NULL));
  open_store (fixture);
  assert_note (fixture, "a", "Erst die Leitung fragen;\nO'Brien");
  g_assert_true (wb_user_store_set_note (fixture->store, "a", "", NULL));
  assert_note (fixture, "a", "");
  assert_note (fixture, "b", "x");
}

static void
test_passages (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (WbPassage) first = wb_passage_new (0, "Kosten", "die ", " steigen", NULL);
  g_autoptr (WbPassage) second = wb_passage_new (0, "Nutzen", NULL, NULL, "Rat");
  g_autoptr (GPtrArray) none = wb_user_store_list_passages (fixture->store, "a");
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GPtrArray) one = NULL;
  const WbPassage *found;
  gint64 number = 0;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (wb_user_store_add_passage (fixture->store, "a", first, &number, NULL));
  g_assert_cmpint (number, >, 0);
  g_assert_true (wb_user_store_add_passage (fixture->store, "a", second, NULL, NULL));
  g_assert_true (wb_user_store_add_passage (fixture->store, "b", second, NULL, NULL));
  g_assert_true (wb_user_store_set_passage_note (fixture->store, number, "nachrechnen", NULL));
  open_store (fixture);
  both = wb_user_store_list_passages (fixture->store, "a");
  g_assert_cmpuint (both->len, ==, 2);
  found = g_ptr_array_index (both, 0);
  g_assert_cmpint (found->number, ==, number);
  g_assert_cmpstr (found->exact, ==, "Kosten");
  g_assert_cmpstr (found->before, ==, "die ");
  g_assert_cmpstr (found->after, ==, " steigen");
  g_assert_cmpstr (found->note, ==, "nachrechnen");
  g_assert_true (wb_user_store_remove_passage (fixture->store, number, NULL));
  one = wb_user_store_list_passages (fixture->store, "a");
  g_assert_cmpuint (one->len, ==, 1);
  found = g_ptr_array_index (one, 0);
  g_assert_cmpstr (found->note, ==, "Rat");
}

/* "a=remark b" */
static GPtrArray *
make_entries (const char *text)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_collected_free);
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (parts[i], "=", 2);

      g_ptr_array_add (entries, wb_collected_new (pair[0], pair[1]));
    }

  return entries;
}

static void
assert_entries (Fixture    *fixture,
                gint64      number,
                const char *expected)
{
  g_autoptr (GPtrArray) entries = wb_user_store_list_collected (fixture->store, number);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const WbCollected *entry = g_ptr_array_index (entries, i);

      g_string_append_printf (found, "%s%s%s%s", i > 0 ? " " : "", entry->item, *entry->remark != '\0' ? "=" : "",
                              entry->remark);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
set_entries (Fixture    *fixture,
             gint64      number,
             const char *text)
{
  g_autoptr (GPtrArray) entries = make_entries (text);

  g_assert_true (wb_user_store_set_collected (fixture->store, number, entries, NULL));
}

static void
test_collections (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) begun = make_entries ("x=oben y");
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GPtrArray) left = NULL;
  const WbCollection *found;
  gint64 council = 0;
  gint64 other = 0;

  g_assert_true (wb_user_store_add_collection (fixture->store, "Für die Ratssitzung", NULL, &council, NULL));
  g_assert_true (wb_user_store_add_collection (fixture->store, "Zweite", begun, &other, NULL));
  g_assert_cmpint (council, !=, other);
  assert_entries (fixture, other, "x=oben y");
  set_entries (fixture, council, "a b=wichtig c");
  set_entries (fixture, council, "c a b=wichtiger");
  g_assert_true (wb_user_store_rename_collection (fixture->store, council, "Rat im Mai", NULL));
  g_assert_cmpuint (fixture->n_changes, ==, 5);

  open_store (fixture);
  assert_entries (fixture, council, "c a b=wichtiger");
  both = wb_user_store_list_collections (fixture->store);
  g_assert_cmpuint (both->len, ==, 2);
  found = g_ptr_array_index (both, 0);
  g_assert_cmpstr (found->title, ==, "Rat im Mai");
  g_assert_cmpuint (found->n_entries, ==, 3);
  /* What is in twice counts once. */
  set_entries (fixture, council, "a a=noch b");
  assert_entries (fixture, council, "a b");

  g_assert_true (wb_user_store_remove_collection (fixture->store, council, NULL));
  left = wb_user_store_list_collections (fixture->store);
  g_assert_cmpuint (left->len, ==, 1);
  assert_entries (fixture, council, "");
  assert_entries (fixture, other, "x=oben y");
}

/* A file of version 2, as the program before this one wrote it. */
static void
test_upgrade (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *old = wb_test_fixture ("user-v2.db");
  g_autofree char *kept = g_build_filename (fixture->folder, "user-version-2.db", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (old, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
  open_store (fixture);
  g_assert_null (wb_user_store_get_notice (fixture->store));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_true (wb_user_store_has_bookmark (fixture->store, "begriff-api"));
  assert_note (fixture, "begriff-api", "");
  g_assert_true (wb_user_store_set_note (fixture->store, "begriff-api", "neu", NULL));
  g_assert_true (wb_user_store_add_collection (fixture->store, "Neu", NULL, NULL, NULL));
  open_store (fixture);
  assert_note (fixture, "begriff-api", "neu");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/user-library/notes", Fixture, NULL, set_up, test_notes, tear_down);
  g_test_add ("/user-library/passages", Fixture, NULL, set_up, test_passages, tear_down);
  g_test_add ("/user-library/collections", Fixture, NULL, set_up, test_collections, tear_down);
  g_test_add ("/user-library/upgrade", Fixture, NULL, set_up, test_upgrade, tear_down);

  return g_test_run ();
}
