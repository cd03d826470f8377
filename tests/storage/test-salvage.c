/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-connection.h"
#include "wb-edit.h"
#include "wb-project-file.h"
#include "wb-project-salvage.h"
#include "wb-project-state.h"
#include "wb-test-library.h"
#include "wb-test-project.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_ANSWERS 400
#define N_ROWS 60
#define PAGE 4096
#define SEED 20261122

/* A project with a long guide, answers on many pages, a table and a history. */
static void
make_project (WbTestProject *fixture)
{
  g_autofree char *text = g_strnfill (30000, 'g');
  g_autofree char *guide = g_strdup_printf ("{\"version\": 1, \"text\": \"%s\"}", text);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file
    = wb_project_file_create (fixture->path, "Sozialräume", "leitfaden", "Leitfaden", guide, NULL, NULL, &error);
  WbAnswers *answers;

  g_assert_no_error (error);
  answers = wb_project_file_get_answers (file);
  for (guint i = 0; i < N_ANSWERS; i++)
    {
      g_autofree char *field = g_strdup_printf ("frage-%03u", i);
      g_autofree char *value = g_strdup_printf ("Antwort auf die Frage %u, die auch etwas länger ist: Ämter und Häuser", i);

      wb_answers_set (answers, field, "", "", value);
    }
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *row = g_strdup_printf ("zeile-%03u", i);

      wb_answers_add_row (answers, "liste", row);
    }
  g_assert_true (wb_project_file_flush (file, &error));
  wb_answers_set (answers, "frage-000", "", "", "geändert");
  g_assert_true (wb_project_file_close (file, &error));
  g_assert_no_error (error);
}

static void
write_file (const char *path,
            gconstpointer data,
            gsize       size)
{
  g_unlink (path);
  g_assert_true (g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static guint
count_lost (const WbSalvage *salvage,
            WbEditTarget     target)
{
  guint n = 0;

  for (guint i = 0; i < salvage->lost->len; i++)
    n += ((const WbEdit *) g_ptr_array_index (salvage->lost, i))->target == target;

  return n;
}

/* What was written can be opened and is in order. */
static void
assert_output (const char      *path,
               const WbSalvage *salvage)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = wb_project_file_open (path, &error);
  g_autoptr (WbConnection) connection = NULL;
  struct stat status;
  gint64 n;

  g_assert_no_error (error);
  g_assert_false (wb_project_file_get_read_only (file));
  g_assert_true (wb_project_file_close (file, &error));
  connection = wb_connection_open (path, WB_OPEN_READ, &error);
  g_assert_no_error (error);
  g_assert_true (wb_connection_check_integrity (connection, &error));
  g_assert_true (wb_connection_query_int (connection, "SELECT count (*) FROM answer", &n, &error));
  g_assert_cmpint (n, ==, salvage->n_answers);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
assert_unchanged (WbTestProject *fixture,
                  const char    *expected,
                  gsize          size)
{
  g_autofree char *now = NULL;
  gsize n;

  g_assert_true (g_file_get_contents (fixture->path, &now, &n, NULL));
  g_assert_cmpmem (now, n, expected, size);
}

static void
test_sound (WbTestProject *fixture,
            gconstpointer  data)
{
  g_autofree char *output = g_build_filename (fixture->folder, "neu.wegbereiter", NULL);
  g_autoptr (WbSalvage) salvage = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  make_project (fixture);
  salvage = wb_project_salvage (fixture->path, output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salvage->n_answers, ==, N_ANSWERS);
  g_assert_cmpuint (salvage->n_rows, ==, N_ROWS);
  g_assert_cmpuint (salvage->n_from_history, ==, 0);
  g_assert_cmpuint (salvage->n_lost_revisions, ==, 0);
  g_assert_cmpuint (salvage->lost->len, ==, 0);
  g_assert_cmpuint (salvage->doubtful->len, ==, 0);
  g_assert_false (salvage->guide_lost);
  assert_output (output, salvage);
  before = wb_project_file_load_history (fixture->path, &error);
  after = wb_project_file_load_history (output, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (before->len, ==, after->len);
  g_assert_null (wb_project_salvage (fixture->path, output, NULL, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
}

/* Spoils a piece of one page: zeros, other bytes, or some bits. */
static void
spoil (GRand *random,
       char  *data,
       gsize  size)
{
  const gint32 page = g_rand_int_range (random, 0, (gint32) (size / PAGE));
  const gint32 start = g_rand_int_range (random, 0, PAGE);
  const gint32 wanted = g_rand_int_range (random, 1, g_rand_boolean (random) ? 32 : PAGE);
  const gint32 length = MIN (wanted, PAGE - start);
  const gint32 manner = g_rand_int_range (random, 0, 3);

  for (gint32 i = 0; i < length; i++)
    {
      char *byte = data + (gsize) page * PAGE + start + i;

      *byte = manner == 0 ? 0 : manner == 1 ? (char) g_rand_int_range (random, 0, 256) : (char) (*byte ^ (1 << g_rand_int_range (random, 0, 8)));
    }
}

/* One damaged place, 200 times: nothing disappears without being told, as each row is known in two places. */
static void
test_one_place (WbTestProject *fixture,
                gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autofree char *output = g_build_filename (fixture->folder, "neu.wegbereiter", NULL);
  g_autofree char *sound = NULL;
  gsize size;
  guint n_lost = 0, n_from_history = 0;

  make_project (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &sound, &size, NULL));
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *damaged = g_memdup2 (sound, size);
      g_autoptr (WbSalvage) salvage = NULL;
      g_autoptr (GError) error = NULL;

      spoil (random, damaged, size);
      write_file (fixture->path, damaged, size);
      salvage = wb_project_salvage (fixture->path, output, NULL, &error);
      assert_unchanged (fixture, damaged, size);
      if (salvage == NULL)
        {
          /* Only where the version itself says that the file is newer. */
          g_assert_error (error, WB_ERROR, WB_ERROR_NEWER);
          continue;
        }
      if (salvage->n_answers + count_lost (salvage, WB_EDIT_CELL) != N_ANSWERS)
        g_test_fail_printf ("%u: %u + %u answers", i, salvage->n_answers, count_lost (salvage, WB_EDIT_CELL));
      if (salvage->n_rows + count_lost (salvage, WB_EDIT_ROW) != N_ROWS)
        g_test_fail_printf ("%u: %u + %u rows", i, salvage->n_rows, count_lost (salvage, WB_EDIT_ROW));
      n_lost += salvage->lost->len;
      n_from_history += salvage->n_from_history;
      assert_output (output, salvage);
      g_unlink (output);
    }
  g_test_message ("%u lost, %u out of the history", n_lost, n_from_history);
  /* The test would be worth nothing if nothing was ever hit. */
  g_assert_cmpuint (n_from_history, >, 0);
}

/* Many damaged places, and files that end early: no crash, and what comes out is a project. */
static void
test_many_places (WbTestProject *fixture,
                  gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autofree char *output = g_build_filename (fixture->folder, "neu.wegbereiter", NULL);
  g_autofree char *sound = NULL;
  gsize size;
  guint n_saved = 0;

  make_project (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &sound, &size, NULL));
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *damaged = g_memdup2 (sound, size);
      const gsize left = i % 3 == 0 ? (gsize) g_rand_int_range (random, 0, (gint32) size) : size;
      g_autoptr (WbSalvage) salvage = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 1 + i % 60; j++)
        spoil (random, damaged, size);
      write_file (fixture->path, damaged, left);
      salvage = wb_project_salvage (fixture->path, output, "{}", &error);
      assert_unchanged (fixture, damaged, left);
      if (salvage == NULL)
        {
          g_assert_nonnull (error);
          g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
          continue;
        }
      n_saved++;
      assert_output (output, salvage);
      g_unlink (output);
    }
  g_assert_cmpuint (n_saved, >, 60);
}

/* An answer whose page is gone stands in the history, and comes back from there. */
static void
test_history (WbTestProject *fixture,
              gconstpointer  data)
{
  g_autofree char *output = g_build_filename (fixture->folder, "neu.wegbereiter", NULL);
  g_autofree char *sound = NULL;
  g_autoptr (WbSalvage) salvage = NULL;
  g_autoptr (WbProjectFile) file = NULL;
  g_autoptr (GError) error = NULL;
  char *found;
  gsize size;

  make_project (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &sound, &size, NULL));
  /* The first place where it stands is a page of the table: pages of the history lie behind. */
  found = memmem (sound, size, "Frage 200,", 10);
  g_assert_nonnull (found);
  memset (sound + (gsize) (found - sound) / PAGE * PAGE, 0, PAGE);
  write_file (fixture->path, sound, size);
  salvage = wb_project_salvage (fixture->path, output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salvage->n_answers, ==, N_ANSWERS);
  g_assert_cmpuint (salvage->n_from_history, >, 0);
  g_assert_cmpuint (count_lost (salvage, WB_EDIT_CELL), ==, 0);
  file = wb_project_file_open (output, &error);
  g_assert_no_error (error);
  found = (char *) wb_answers_get (wb_project_file_get_answers (file), "frage-200", "", "");
  g_assert_cmpstr (found, ==, "Antwort auf die Frage 200, die auch etwas länger ist: Ämter und Häuser");
}

static void
test_foreign (WbTestProject *fixture,
              gconstpointer  data)
{
  g_autofree char *output = g_build_filename (fixture->folder, "neu.wegbereiter", NULL);
  g_autoptr (GError) error = NULL;

  write_file (fixture->path, "Ein Brief", 9);
  g_assert_null (wb_project_salvage (fixture->path, output, NULL, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_CORRUPT);
  g_clear_error (&error);
  write_file (fixture->path, "", 0);
  g_assert_null (wb_project_salvage (fixture->path, output, NULL, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_CORRUPT);
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
}

/* (transfer full) */
static char *
read_fixture (const char *name,
              gsize      *size)
{
  g_autofree char *path = wb_test_fixture (name);
  char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, size, NULL));

  return bytes;
}

/* A file of an older version had no slides and no history that could be lost. */
static void
test_old_versions (WbTestProject *fixture,
                   gconstpointer  data)
{
  for (guint version = 1; version < WB_PROJECT_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("project-v%u.wegbereiter", version);
      g_autofree char *output = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *old = NULL;
      g_autoptr (WbSalvage) salvage = NULL;
      g_autoptr (WbProjectFile) before = NULL;
      g_autoptr (WbProjectFile) after = NULL;
      g_autoptr (WbProjectState) first = wb_project_state_new ();
      g_autoptr (WbProjectState) second = wb_project_state_new ();
      g_autoptr (GError) error = NULL;
      gsize size;

      old = read_fixture (name, &size);
      write_file (fixture->path, old, size);
      salvage = wb_project_salvage (fixture->path, output, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (salvage->n_lost_revisions, ==, 0);
      g_assert_cmpuint (salvage->n_lost_others, ==, 0);
      g_assert_cmpuint (salvage->lost->len, ==, 0);
      g_assert_cmpuint (salvage->doubtful->len, ==, 0);
      g_assert_cmpuint (salvage->n_answers, >, 0);
      assert_output (output, salvage);
      before = wb_test_project_open (fixture);
      after = wb_project_file_open (output, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (wb_project_file_get_title (after), ==, wb_project_file_get_title (before));
      wb_project_state_add_answers (first, wb_project_file_get_answers (before));
      wb_project_state_add_answers (second, wb_project_file_get_answers (after));
      g_assert_true (wb_project_state_equal (first, second));
    }
}

/* What is gone in a file of an older version is told, but nothing that it never had. */
static void
test_old_damaged (WbTestProject *fixture,
                  gconstpointer  data)
{
  g_autofree char *output = g_build_filename (fixture->folder, "neu.wegbereiter", NULL);
  g_autofree char *old = NULL;
  g_autoptr (WbSalvage) salvage = NULL;
  g_autoptr (GError) error = NULL;
  char *found;
  gsize size;

  old = read_fixture ("project-v1.wegbereiter", &size);
  found = memmem (old, size, "Alle ", 5);
  g_assert_nonnull (found);
  g_assert_cmpuint ((gsize) (found - old), >, PAGE);
  memset (old + (gsize) (found - old) / PAGE * PAGE, 0, PAGE);
  write_file (fixture->path, old, size);
  salvage = wb_project_salvage (fixture->path, output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salvage->lost->len, >, 0);
  g_assert_cmpuint (salvage->n_lost_revisions, ==, 0);
}

/* A header that only says that it is older takes nothing away. */
static void
test_version_damaged (WbTestProject *fixture,
                      gconstpointer  data)
{
  g_autofree char *output = g_build_filename (fixture->folder, "neu.wegbereiter", NULL);
  g_autofree char *sound = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) saved = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  make_project (fixture);
  history = wb_project_file_load_history (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &sound, &size, NULL));
  for (char version = 1; version < WB_PROJECT_VERSION; version++)
    {
      g_autoptr (WbSalvage) salvage = NULL;

      sound[63] = version;
      write_file (fixture->path, sound, size);
      salvage = wb_project_salvage (fixture->path, output, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (salvage->n_answers, ==, N_ANSWERS);
      g_assert_cmpuint (salvage->n_revisions, ==, history->len);
      g_assert_cmpuint (salvage->n_lost_revisions, ==, 0);
      g_assert_cmpint (g_unlink (output), ==, 0);
    }
}

/* Nobody's memory is filled with a file that is no project. */
static void
test_too_large (WbTestProject *fixture,
                gconstpointer  data)
{
  g_autofree char *output = g_build_filename (fixture->folder, "neu.wegbereiter", NULL);
  g_autoptr (GError) error = NULL;

  make_project (fixture);
  g_assert_cmpint (truncate (fixture->path, (off_t) 600 * 1024 * 1024), ==, 0);
  g_assert_null (wb_project_salvage (fixture->path, output, NULL, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "512"));
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, WbTestProject, NULL, wb_test_project_set_up, func, wb_test_project_tear_down)
  ADD ("/salvage/sound", test_sound);
  ADD ("/salvage/one-place", test_one_place);
  ADD ("/salvage/many-places", test_many_places);
  ADD ("/salvage/history", test_history);
  ADD ("/salvage/foreign", test_foreign);
  ADD ("/salvage/old-versions", test_old_versions);
  ADD ("/salvage/old-damaged", test_old_damaged);
  ADD ("/salvage/version-damaged", test_version_damaged);
  ADD ("/salvage/too-large", test_too_large);
#undef ADD

  return g_test_run ();
}
