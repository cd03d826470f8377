/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-connection.h"
#include "wb-test-library.h"
#include "wb-user-store.h"

#include <string.h>

/* The letterhead in user.db. */

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
  g_signal_connect_swapped (fixture->store, "profile-changed", G_CALLBACK (count_cb), fixture);
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

static WbLetterhead *
make_letterhead (void)
{
  WbLetterhead *letterhead = wb_letterhead_new ();

  wb_letterhead_set_text (&letterhead->name, "Stadt „Müllheim“; O'Brien", FALSE);
  wb_letterhead_set_text (&letterhead->address, "Rathausplatz 1\n12345 Ort", TRUE);
  wb_letterhead_set_text (&letterhead->contact, "Telefon 01234", TRUE);
  wb_letterhead_set_text (&letterhead->foot, "Sprechzeiten", TRUE);
  wb_letterhead_set_text (&letterhead->look, "amtlich", FALSE);
  letterhead->accent = 0x0a7d4f;
  letterhead->side = WB_LETTERHEAD_RIGHT;
  letterhead->picture = g_bytes_new ("\0\377 not looked at here", 20);

  return letterhead;
}

/* What was set is there after the program was closed. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (WbLetterhead) set = make_letterhead ();
  g_autoptr (WbLetterhead) got = NULL;
  g_autoptr (WbLetterhead) gone = NULL;
  g_autoptr (WbMunicipality) town = NULL;

  g_assert_true (wb_user_store_set_letterhead (fixture->store, set, NULL));
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  open_store (fixture);
  got = wb_user_store_get_letterhead (fixture->store);
  g_assert_cmpstr (got->name, ==, set->name);
  g_assert_cmpstr (got->address, ==, set->address);
  g_assert_cmpstr (got->contact, ==, set->contact);
  g_assert_cmpstr (got->foot, ==, set->foot);
  g_assert_cmpstr (got->look, ==, set->look);
  g_assert_cmpuint (got->accent, ==, set->accent);
  g_assert_cmpint (got->side, ==, set->side);
  g_assert_true (g_bytes_equal (got->picture, set->picture));

  g_clear_pointer (&set->picture, g_bytes_unref);
  g_assert_true (wb_user_store_set_letterhead (fixture->store, set, NULL));
  g_clear_pointer (&got, wb_letterhead_free);
  got = wb_user_store_get_letterhead (fixture->store);
  g_assert_null (got->picture);
  g_assert_true (wb_user_store_set_letterhead (fixture->store, NULL, NULL));
  gone = wb_user_store_get_letterhead (fixture->store);
  g_assert_true (wb_letterhead_is_empty (gone));
  g_assert_cmpuint (fixture->n_changes, ==, 3);
}

static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (WbLetterhead) letterhead = wb_user_store_get_letterhead (fixture->store);

  g_assert_true (wb_letterhead_is_empty (letterhead));
  g_assert_cmpuint (letterhead->accent, ==, WB_LETTERHEAD_ACCENT);
}

/* Somebody else wrote into the file. */
static void
test_strange_values (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (WbLetterhead) letterhead = NULL;
  g_autoptr (GError) error = NULL;
  WbConnection *connection = wb_connection_open (fixture->path, WB_OPEN_WRITE, &error);

  g_assert_no_error (error);
  g_assert_true (wb_connection_run (connection,
                                    "INSERT INTO letterhead VALUES (1, CAST (x'ff41' AS TEXT), hex (zeroblob (9000)), 'c', 'f',"
                                    " 'l', -1, 77, zeroblob (1048577))",
                                    &error));
  g_assert_no_error (error);
  wb_connection_free (connection);
  letterhead = wb_user_store_get_letterhead (fixture->store);
  g_assert_true (g_utf8_validate (letterhead->name, -1, NULL));
  g_assert_cmpuint (strlen (letterhead->address), ==, WB_LETTERHEAD_MAX_TEXT);
  g_assert_cmpuint (letterhead->accent, ==, 0xffffff);
  g_assert_cmpint (letterhead->side, ==, WB_LETTERHEAD_LEFT);
  g_assert_null (letterhead->picture);
}

/* A file of the version before letterheads, as the program of then wrote it. */
static void
test_upgrade (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *old = wb_test_fixture ("user-v4.db");
  g_autofree char *kept = g_build_filename (fixture->folder, "user-version-4.db", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *note = NULL;
  g_autoptr (WbLetterhead) set = make_letterhead ();
  g_autoptr (WbLetterhead) got = NULL;
  gsize length;

  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (old, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
  open_store (fixture);
  g_assert_null (wb_user_store_get_notice (fixture->store));
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_REGULAR));
  note = wb_user_store_get_note (fixture->store, "begriff-api");
  g_assert_cmpstr (note, ==, "Erst die Leitung fragen");
  g_assert_true (wb_user_store_set_letterhead (fixture->store, set, NULL));
  got = wb_user_store_get_letterhead (fixture->store);
  g_assert_cmpstr (got->name, ==, set->name);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/user-letterhead/round-trip", Fixture, NULL, set_up, test_round_trip, tear_down);
  g_test_add ("/user-letterhead/none", Fixture, NULL, set_up, test_none, tear_down);
  g_test_add ("/user-letterhead/strange-values", Fixture, NULL, set_up, test_strange_values, tear_down);
  g_test_add ("/user-letterhead/upgrade", Fixture, NULL, set_up, test_upgrade, tear_down);

  return g_test_run ();
}
