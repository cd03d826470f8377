/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-trash.h"

#include <glib/gstdio.h>

#include "wb-test-library.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  /* Beside the user's own data, so that its trash is used. */
  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  fixture->folder = g_build_filename (g_get_user_data_dir (), "work", NULL);
  g_mkdir_with_parents (fixture->folder, 0700);
  fixture->path = g_build_filename (fixture->folder, "Räume 50%.wegbereiter", NULL);
  g_assert_true (g_file_set_contents (fixture->path, "mine", -1, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static guint
count_files (const char *name)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "Trash", name, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* NULL, and the test is skipped, where the place has no trash. */
static WbTrashed *
put (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  WbTrashed *trashed = wb_trash_put (fixture->path, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    {
      g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
      g_test_skip ("There is no trash here");
      return NULL;
    }
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  return trashed;
}

static void
test_and_back (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbTrashed) trashed = put (fixture);
  g_autofree char *text = NULL;
  guint files, notes;

  if (trashed == NULL)
    return;
  files = count_files ("files");
  notes = count_files ("info");
  g_assert_true (wb_trash_take_back (trashed, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  g_assert_cmpuint (count_files ("files"), ==, files - 1);
  g_assert_cmpuint (count_files ("info"), ==, notes - 1);
  /* Once is enough. */
  g_assert_false (wb_trash_take_back (trashed, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Two of the same name: each comes back as itself. And what has taken the place stays. */
static void
test_same_name (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbTrashed) first = put (fixture);
  g_autoptr (WbTrashed) second = NULL;
  g_autofree char *text = NULL;

  if (first == NULL)
    return;
  g_assert_true (g_file_set_contents (fixture->path, "other", -1, NULL));
  second = put (fixture);
  g_assert_true (wb_trash_take_back (first, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  g_assert_false (wb_trash_take_back (second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_unlink (fixture->path);
  g_assert_true (wb_trash_take_back (second, &error));
  g_assert_no_error (error);
}

static void
test_not_there (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_unlink (fixture->path);
  g_assert_null (wb_trash_put (fixture->path, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *home = g_dir_make_tmp ("wb-trash-XXXXXX", NULL);
  g_autofree char *data = g_build_filename (home, "data", NULL);
  int result;

  /* A home of its own, before anybody asks where it is. */
  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/trash/and-back", test_and_back);
  ADD ("/trash/same-name", test_same_name);
  ADD ("/trash/not-there", test_not_there);
#undef ADD

  result = g_test_run ();
  wb_test_remove_folder (home);

  return result;
}
