/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-backup-store.h"
#include "wb-connection.h"
#include "wb-project-file.h"
#include "wb-project-fork.h"
#include "wb-project-merge.h"
#include "wb-test-disk.h"
#include "wb-test-library.h"
#include "wb-test-project.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_KILLS 300
#define SEED 20261122

static const char *
get (WbProjectFile *file,
     const char    *field)
{
  return wb_answers_get (wb_project_file_get_answers (file), field, "", "");
}

static void
set (WbProjectFile *file,
     const char    *field,
     const char    *value)
{
  wb_answers_set (wb_project_file_get_answers (file), field, "", "", value);
}

static void
set_number (WbProjectFile *file,
            const char    *field,
            guint          number)
{
  g_autofree char *value = g_strdup_printf ("%u", number);

  set (file, field, value);
}

/* Opens it, so that what a cut-off write left is put right, and looks at what is there then. (transfer full) */
static WbProjectFile *
open_sound (WbTestProject *fixture)
{
  g_autoptr (GError) error = NULL;
  WbProjectFile *file = wb_test_project_open (fixture);
  g_auto (GStrv) findings = wb_project_file_check (fixture->path, &error);

  g_assert_no_error (error);
  g_assert_false (wb_project_file_get_read_only (file));
  for (guint i = 0; findings[i] != NULL; i++)
    g_test_fail_printf ("%s", findings[i]);

  return file;
}

static void
assert_alone (WbTestProject *fixture)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);

  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
assert_integrity (WbTestProject *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbConnection) connection = wb_connection_open (fixture->path, WB_OPEN_READ, &error);

  g_assert_no_error (error);
  g_assert_true (wb_connection_check_integrity (connection, &error));
  g_assert_no_error (error);
}

/* What somebody does in one go: typing, adding rows, taking back, making once more. */
static gboolean
work (WbProjectFile  *file,
      guint           i,
      GError        **error)
{
  WbAnswers *answers = wb_project_file_get_answers (file);
  g_autofree char *text = g_strnfill (1 + i * 977 % 9000, 'x');
  g_autofree char *row = g_strdup_printf ("zeile-%u", i);

  set_number (file, "zahl", i);
  set_number (file, "zwilling", i);
  set (file, "lang", text);
  wb_answers_add_row (answers, "liste", row);
  wb_answers_set (answers, "liste", row, "name", "Amt");
  if (!wb_project_file_flush (file, error))
    return FALSE;
  if (i % 3 == 1)
    {
      wb_project_file_undo (file);
      wb_project_file_redo (file);
    }

  return wb_project_file_flush (file, error);
}

/* Works until it is killed, and says after each piece that it is in the file. */
static void
work_until_killed (WbTestProject *fixture,
                   guint          at,
                   int            ready)
{
  g_autofree char *copies = g_build_filename (fixture->folder, "copies", NULL);
  g_autoptr (WbBackupStore) store = wb_backup_store_new (copies);
  g_autoptr (WbProjectFile) file = wb_project_file_open (fixture->path, NULL);
  guint start;

  if (file == NULL)
    _exit (1);
  start = (guint) g_ascii_strtoull (get (file, "zahl"), NULL, 10);
  wb_test_disk_set (WB_TEST_DISK_KILL, at);
  for (guint i = start + 1;; i++)
    {
      if (!work (file, i, NULL) || write (ready, &i, sizeof i) != sizeof i)
        _exit (1);
      if (i % 4 == 0)
        wb_backup_store_make (store, fixture->path, 1772352000 + i * 60, NULL);
    }
}

/* What the process said last before it was killed at its write number @at; 0: nothing. */
static guint
kill_at (WbTestProject *fixture,
         guint          at)
{
  int pipe_fds[2];
  guint last = 0, number;
  pid_t child;
  int status;

  g_assert_cmpint (pipe (pipe_fds), ==, 0);
  child = fork ();
  if (child == 0)
    {
      prctl (PR_SET_PDEATHSIG, SIGKILL);
      close (pipe_fds[0]);
      work_until_killed (fixture, at, pipe_fds[1]);
    }
  close (pipe_fds[1]);
  while (read (pipe_fds[0], &number, sizeof number) == sizeof number)
    last = number;
  close (pipe_fds[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);

  return last;
}

static void
test_killed (WbTestProject *fixture,
             gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  g_object_unref (wb_test_project_create (fixture));
  for (guint i = 0; i < N_KILLS; i++)
    {
      const guint said = kill_at (fixture, (guint) g_rand_int_range (random, 1, 80));
      g_autoptr (WbProjectFile) file = open_sound (fixture);
      const guint found = (guint) g_ascii_strtoull (get (file, "zahl"), NULL, 10);

      /* At most what was being written is lost, and that as a whole. */
      g_assert_cmpuint (found, >=, said);
      g_assert_cmpstr (get (file, "zahl"), ==, get (file, "zwilling"));
      g_assert_true (wb_project_file_close (file, NULL));
      assert_alone (fixture);
      assert_integrity (fixture);
      if (found < 40)
        continue;
      /* Over again: a file that grows on takes longer, and shows nothing new. */
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
      g_object_unref (wb_test_project_create (fixture));
    }
}

static void
make_old (WbTestProject *fixture)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);

  set (file, "zahl", "0");
  set (file, "zwilling", "0");
  g_assert_true (wb_project_file_close (file, NULL));
}

/*
 * Merging.
 */

/* Many answers, rows, slides and a title that the other copy brings. */
static void
write_theirs (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = wb_project_file_open (path, &error);
  g_autoptr (GPtrArray) slides = wb_slide_list_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *field = g_strdup_printf ("feld-%u", i);
      g_autofree char *text = g_strnfill (200, (char) ('a' + i % 26));

      set (file, field, text);
      wb_answers_add_row (wb_project_file_get_answers (file), "liste", field);
    }
  g_ptr_array_add (slides, wb_slide_new ("anlass"));
  wb_project_file_set_slides (file, "praesentation", slides);
  wb_project_file_set_title (file, "Von der Kollegin");
  set (file, "zahl", "2");
  g_assert_true (wb_project_file_close (file, &error));
  g_assert_no_error (error);
}

/* (transfer full) */
static WbProjectState *
load_state (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbConnection) connection = wb_connection_open (path, WB_OPEN_READ, &error);
  WbProjectState *state;

  g_assert_no_error (error);
  state = wb_project_merge_load (connection, NULL, &error);
  g_assert_no_error (error);

  return state;
}

/* Takes in the other copy; 0 when it was done before it came to the write number @at. */
static pid_t
merge_until_killed (WbTestProject *fixture,
                    const char    *theirs,
                    guint          at)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      g_autoptr (WbProjectFile) file = NULL;
      g_autoptr (WbProjectFork) read = NULL;

      prctl (PR_SET_PDEATHSIG, SIGKILL);
      file = wb_project_file_open (fixture->path, NULL);
      read = wb_project_fork_read (fixture->path, theirs, NULL, NULL);
      if (file == NULL || read == NULL)
        _exit (1);
      wb_test_disk_set (WB_TEST_DISK_KILL, at);
      wb_project_file_merge (file, wb_project_state_copy (read->theirs), read->my_token, theirs);
      _exit (wb_project_file_close (file, NULL) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFSIGNALED (status))
    return child;
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);

  return 0;
}

/* Killed at the write number 1, 2, 3 … of a merge: all of it or nothing, and the other copy is as it was. */
static void
test_merge_killed (WbTestProject *fixture,
                   gconstpointer  data)
{
  g_autofree char *theirs = g_build_filename (fixture->folder, "Kollegin.wegbereiter", NULL);
  g_autofree char *mine = NULL;
  g_autofree char *other = NULL;
  g_autoptr (WbProjectState) before = NULL;
  g_autoptr (WbProjectState) after = NULL;
  gsize size, other_size;
  gboolean killed = TRUE;
  guint n_before = 0;

  make_old (fixture);
  g_assert_true (wb_project_file_copy (fixture->path, theirs, NULL));
  write_theirs (theirs);
  before = load_state (fixture->path);
  after = load_state (theirs);
  g_assert_true (g_file_get_contents (fixture->path, &mine, &size, NULL));
  g_assert_true (g_file_get_contents (theirs, &other, &other_size, NULL));
  for (guint at = 1; killed; at++)
    {
      g_autoptr (WbProjectFile) file = NULL;
      g_autoptr (WbProjectState) state = NULL;
      g_autofree char *now = NULL;
      gsize now_size;

      g_assert_true (g_file_set_contents (fixture->path, mine, (gssize) size, NULL));
      killed = merge_until_killed (fixture, theirs, at) != 0;
      file = open_sound (fixture);
      g_assert_true (wb_project_file_close (file, NULL));
      assert_alone (fixture);
      assert_integrity (fixture);
      state = load_state (fixture->path);
      n_before += wb_project_state_equal (state, before) ? 1 : 0;
      g_assert_true (wb_project_state_equal (state, after) || (killed && wb_project_state_equal (state, before)));
      g_assert_true (g_file_get_contents (theirs, &now, &now_size, NULL));
      g_assert_cmpmem (now, now_size, other, other_size);
    }
  g_assert_cmpuint (n_before, >, 10);
}

/*
 * A disk that fails.
 */

/* The disk is full from the write number 1, 2, 3 … on: a sentence, nothing is lost, and all is written once there is room. */
static void
test_full (WbTestProject *fixture,
           gconstpointer  data)
{
  guint n_failed = 0;

  for (guint at = 1; at <= 40; at++)
    {
      g_autoptr (WbProjectFile) file = NULL;
      g_autoptr (WbProjectFile) again = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) later = NULL;

      make_old (fixture);
      file = wb_test_project_open (fixture);
      wb_test_disk_set (WB_TEST_DISK_FULL, at);
      if (!work (file, 1, &error))
        {
          n_failed++;
          g_assert_error (error, WB_ERROR, WB_ERROR_NO_SPACE);
          g_assert_cmpstr (get (file, "zahl"), ==, "1");
          assert_integrity (fixture);
        }
      wb_test_disk_set (WB_TEST_DISK_SOUND, 0);
      g_assert_true (wb_project_file_close (file, &later));
      g_assert_no_error (later);
      again = open_sound (fixture);
      g_assert_cmpstr (get (again, "zahl"), ==, "1");
      g_assert_true (wb_project_file_close (again, NULL));
      assert_alone (fixture);
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
    }
  g_assert_cmpuint (n_failed, >, 5);
}

/* The stick is pulled at the write number 1, 2, 3 …, and the program given up: what was saved before is there. */
static void
test_pulled (WbTestProject *fixture,
             gconstpointer  data)
{
  guint n_failed = 0;

  for (guint at = 1; at <= 40; at++)
    {
      WbProjectFile *file;
      g_autoptr (WbProjectFile) again = NULL;
      g_autoptr (GError) error = NULL;

      make_old (fixture);
      file = wb_test_project_open (fixture);
      wb_test_disk_set (WB_TEST_DISK_PULLED, at);
      if (!work (file, 1, &error))
        {
          n_failed++;
          g_assert_nonnull (error);
          g_assert_cmpstr (get (file, "zahl"), ==, "1");
        }
      g_object_unref (file);
      wb_test_disk_set (WB_TEST_DISK_SOUND, 0);
      again = open_sound (fixture);
      g_assert_cmpstr (get (again, "zahl"), ==, get (again, "zwilling"));
      g_assert_true (wb_project_file_close (again, NULL));
      assert_alone (fixture);
      assert_integrity (fixture);
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
    }
  g_assert_cmpuint (n_failed, >, 5);
}

/* A full disk while a copy is kept: a sentence, no half copy, and the work goes on. */
static void
test_backup_full (WbTestProject *fixture,
                  gconstpointer  data)
{
  g_autofree char *copies = g_build_filename (fixture->folder, "copies", NULL);
  g_autoptr (WbBackupStore) store = wb_backup_store_new (copies);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  make_old (fixture);
  wb_test_disk_set (WB_TEST_DISK_FULL, 3);
  g_assert_false (wb_backup_store_make (store, fixture->path, 1772352000, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NO_SPACE);
  wb_test_disk_set (WB_TEST_DISK_SOUND, 0);
  backups = wb_backup_store_list (store, fixture->path, NULL);
  g_assert_cmpuint (backups->len, ==, 0);
  g_object_unref (open_sound (fixture));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  wb_test_disk_install ();

#define ADD(path, func) \
  g_test_add (path, WbTestProject, NULL, wb_test_project_set_up, func, wb_test_project_tear_down)
  ADD ("/faults/killed", test_killed);
  ADD ("/faults/merge-killed", test_merge_killed);
  ADD ("/faults/full", test_full);
  ADD ("/faults/pulled", test_pulled);
  ADD ("/faults/backup-full", test_backup_full);
#undef ADD

  return g_test_run ();
}
