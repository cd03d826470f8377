/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-file.h"
#include "wb-project-file.h"
#include "wb-test-project.h"

#include <glib/gstdio.h>
#include <utime.h>

#define DAY (24 * 60 * 60)

/* (transfer full) */
static char *
put (WbTestProject *fixture,
     const char    *name,
     gint64         age)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  struct utimbuf times = { (time_t) (now - age), (time_t) (now - age) };
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "halb", -1, NULL));
  g_assert_cmpint (g_utime (path, &times), ==, 0);

  return path;
}

/* What was left the day before goes; what may still be worked on stays, and so does what is not ours. */
static void
test_sweep (WbTestProject *fixture,
            gconstpointer  data)
{
  g_autofree char *old = put (fixture, ".wegbereiter-unfinished.Ab3xY9", 2 * DAY);
  g_autofree char *journal = put (fixture, ".wegbereiter-unfinished.Ab3xY9-journal", 2 * DAY);
  g_autofree char *fresh = put (fixture, ".wegbereiter-unfinished.Cd4zW8", 60);
  g_autofree char *foreign = put (fixture, ".wegbereiter-unfinished.Ab3xY9.txt", 2 * DAY);
  g_autofree char *hidden = put (fixture, ".wegbereiter.backup", 2 * DAY);
  g_autofree char *named = put (fixture, "Aufgaben.ics.backup", 2 * DAY);
  g_autofree char *temporary = NULL;
  g_autoptr (GError) error = NULL;

  temporary = wb_file_make_temporary (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (temporary, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (fresh, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (hidden, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (named, G_FILE_TEST_EXISTS));
}

static void
test_place (WbTestProject *fixture,
            gconstpointer  data)
{
  g_autofree char *first = wb_file_make_temporary (fixture->path, NULL);
  g_autofree char *second = wb_file_make_temporary (fixture->path, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (wb_file_fill (first, "eins", &error));
  g_assert_true (wb_file_place (first, fixture->path, 0600, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_false (wb_file_place (second, fixture->path, 0600, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "eins");
}

/* A copy is there as a whole or not at all, and never in the place of something else. */
static void
test_copy (WbTestProject *fixture,
           gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "Kopie.wegbereiter", NULL);
  g_autoptr (WbProjectFile) opened = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_object_unref (wb_test_project_create (fixture));
  g_assert_true (wb_project_file_copy (fixture->path, copy, &error));
  g_assert_no_error (error);
  g_assert_false (wb_project_file_copy (fixture->path, copy, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_clear_error (&error);
  opened = wb_project_file_open (copy, &error);
  g_assert_no_error (error);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, WbTestProject, NULL, wb_test_project_set_up, func, wb_test_project_tear_down)
  ADD ("/file/sweep", test_sweep);
  ADD ("/file/place", test_place);
  ADD ("/file/copy", test_copy);
#undef ADD

  return g_test_run ();
}
