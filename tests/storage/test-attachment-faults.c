/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-attachment.h"
#include "wb-error.h"
#include "wb-project-file.h"
#include "wb-test-disk.h"
#include "wb-test-project.h"

#include <glib/gstdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define FIELD "anlagen"
#define N_KILLS 60
#define SEED 20261122
#define SIZE 60000

/* A file of which each one is another. (transfer full) */
static char *
write_source (WbTestProject *fixture,
              guint          number)
{
  char *path = g_build_filename (fixture->folder, "quelle.bin", NULL);
  g_autofree char *bytes = g_strnfill (SIZE, 'x');

  g_snprintf (bytes, 20, "%u", number);
  g_assert_true (g_file_set_contents (path, bytes, SIZE, NULL));

  return path;
}

typedef struct
{
  gboolean done;
  GError *error;
} Waiting;

static void
attached_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Waiting *waiting = user_data;

  wb_project_file_attach_finish (WB_PROJECT_FILE (source), result, &waiting->error);
  waiting->done = TRUE;
}

static gboolean
attach (WbProjectFile  *file,
        const char     *path,
        GError        **error)
{
  const char *paths[] = { path, NULL };
  Waiting waiting = { FALSE, NULL };

  wb_project_file_attach_async (file, FIELD, paths, NULL, NULL, NULL, attached_cb, &waiting);
  while (!waiting.done)
    g_main_context_iteration (NULL, TRUE);
  if (waiting.error == NULL)
    return TRUE;
  g_propagate_error (error, waiting.error);

  return FALSE;
}

/* Opens what is left; each row must have its bytes, and the other way round. */
static WbProjectFile *
open_sound (WbTestProject *fixture)
{
  g_autoptr (GError) error = NULL;
  WbProjectFile *file = wb_project_file_open (fixture->path, &error);
  g_auto (GStrv) findings = NULL;
  g_autoptr (GPtrArray) list = NULL;
  gint64 all, unused;

  g_assert_no_error (error);
  findings = wb_project_file_check (fixture->path, &error);
  g_assert_no_error (error);
  for (guint i = 0; findings[i] != NULL; i++)
    g_test_fail_printf ("%s", findings[i]);
  list = wb_attachment_list (wb_project_file_get_answers (file), FIELD);
  g_assert_true (wb_project_file_measure_attachments (fixture->path, &all, &unused, NULL));
  g_assert_cmpint (all, ==, (gint64) list->len * SIZE);
  g_assert_cmpint (unused, ==, 0);

  return file;
}

static void
work_until_killed (WbTestProject *fixture,
                   guint          at,
                   guint          start,
                   int            ready)
{
  g_autoptr (WbProjectFile) file = wb_project_file_open (fixture->path, NULL);

  if (file == NULL)
    _exit (1);
  /* Each child would make up the same ids as the one before. */
  g_random_set_seed (start * 1000 + at);
  wb_test_disk_set (WB_TEST_DISK_KILL, at);
  for (guint i = start + 1;; i++)
    {
      g_autofree char *path = write_source (fixture, i);

      if (!attach (file, path, NULL) || write (ready, &i, sizeof i) != sizeof i)
        _exit (1);
    }
}

/* How many it said were attached, @start among them. */
static guint
kill_at (WbTestProject *fixture,
         guint          at,
         guint          start)
{
  int pipe_fds[2];
  guint last = start, number;
  pid_t child;
  int status;

  g_assert_cmpint (pipe (pipe_fds), ==, 0);
  child = fork ();
  if (child == 0)
    {
      prctl (PR_SET_PDEATHSIG, SIGKILL);
      close (pipe_fds[0]);
      work_until_killed (fixture, at, start, pipe_fds[1]);
    }
  close (pipe_fds[1]);
  while (read (pipe_fds[0], &number, sizeof number) == sizeof number)
    last = number;
  close (pipe_fds[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);

  return last;
}

/* A row and its bytes are there, or neither. */
static void
test_killed (WbTestProject *fixture,
             gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint start = 0;

  g_object_unref (wb_test_project_create (fixture));
  for (guint i = 0; i < N_KILLS; i++)
    {
      const guint said = kill_at (fixture, (guint) g_rand_int_range (random, 1, 120), start);
      g_autoptr (WbProjectFile) file = open_sound (fixture);
      const guint found = wb_answers_count_rows (wb_project_file_get_answers (file), FIELD);
      g_autofree char *journal = g_strconcat (fixture->path, "-journal", NULL);

      g_assert_cmpuint (found, >=, said);
      g_assert_cmpuint (found, <=, said + 1);
      g_assert_true (wb_project_file_close (file, NULL));
      g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
      start = found;
      if (found < 20)
        continue;
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
      g_object_unref (wb_test_project_create (fixture));
      start = 0;
    }
}

/* The disk is full from the write number 1, 2, 3 … on: a sentence, the project as it was; and what is typed afterwards is not kept out by
 * the file that found no room. */
static void
test_full (WbTestProject *fixture,
           gconstpointer  data)
{
  guint n_failed = 0;

  for (guint at = 1; at <= 30; at++)
    {
      g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
      g_autoptr (WbProjectFile) again = NULL;
      g_autofree char *path = write_source (fixture, at);
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) later = NULL;
      gboolean done;

      g_assert_true (wb_project_file_flush (file, NULL));
      wb_test_disk_set (WB_TEST_DISK_FULL, at);
      done = attach (file, path, &error);
      if (!done)
        {
          n_failed++;
          g_assert_error (error, WB_ERROR, WB_ERROR_NO_SPACE);
        }
      g_assert_cmpuint (wb_answers_count_rows (wb_project_file_get_answers (file), FIELD), ==, done ? 1 : 0);
      wb_test_disk_set (WB_TEST_DISK_SOUND, 0);
      wb_answers_set (wb_project_file_get_answers (file), "ziel", "", "", "weiter");
      g_assert_true (wb_project_file_close (file, &later));
      g_assert_no_error (later);
      again = open_sound (fixture);
      g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (again), "ziel", "", ""), ==, "weiter");
      g_assert_true (wb_project_file_close (again, NULL));
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
    }
  g_assert_cmpuint (n_failed, >, 5);
}

/* While the disk is full, what is typed beside it waits, and the file is given up: the one does not hold up the other. */
static void
test_full_beside_typing (WbTestProject *fixture,
                         gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) again = NULL;
  g_autofree char *path = write_source (fixture, 1);
  g_autoptr (GError) error = NULL;

  g_assert_true (wb_project_file_flush (file, NULL));
  wb_test_disk_set (WB_TEST_DISK_FULL, 1);
  wb_answers_set (wb_project_file_get_answers (file), "ziel", "", "", "mitten darin");
  g_assert_false (attach (file, path, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NO_SPACE);
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (file), "ziel", "", ""), ==, "mitten darin");
  wb_test_disk_set (WB_TEST_DISK_SOUND, 0);
  g_assert_true (wb_project_file_close (file, NULL));
  again = open_sound (fixture);
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (again), "ziel", "", ""), ==, "mitten darin");
  g_assert_cmpuint (wb_answers_count_rows (wb_project_file_get_answers (again), FIELD), ==, 0);
}

static void
undo_cb (WbProjectFile *file)
{
  g_signal_handlers_disconnect_by_func (file, undo_cb, NULL);
  wb_project_file_undo (file);
}

static void
step_failed_cb (WbProjectFile *file,
                const GError  *error,
                guint         *n_failed)
{
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  (*n_failed)++;
}

/* Undone while it is on its way to a disk that is full: what was typed before stays. */
static void
test_full_and_undone (WbTestProject *fixture,
                      gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) again = NULL;
  g_autofree char *path = write_source (fixture, 1);
  g_autoptr (GError) error = NULL;
  guint n_failed = 0;

  wb_answers_set (wb_project_file_get_answers (file), "ziel", "", "", "davor");
  g_assert_true (wb_project_file_flush (file, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (file, "step-failed", G_CALLBACK (step_failed_cb), &n_failed);
  g_signal_connect (file, "notify::saving", G_CALLBACK (undo_cb), NULL);
  wb_test_disk_set (WB_TEST_DISK_FULL, 1);
  g_assert_false (attach (file, path, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NO_SPACE);
  wb_test_disk_set (WB_TEST_DISK_SOUND, 0);
  g_assert_true (wb_project_file_flush (file, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (file), "ziel", "", ""), ==, "davor");
  g_assert_true (wb_project_file_close (file, NULL));
  again = open_sound (fixture);
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (again), "ziel", "", ""), ==, "davor");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  wb_test_disk_install ();

#define ADD(path, func) \
  g_test_add (path, WbTestProject, NULL, wb_test_project_set_up, func, wb_test_project_tear_down)
  ADD ("/attachment-faults/killed", test_killed);
  ADD ("/attachment-faults/full", test_full);
  ADD ("/attachment-faults/full-beside-typing", test_full_beside_typing);
  ADD ("/attachment-faults/full-and-undone", test_full_and_undone);
#undef ADD

  return g_test_run ();
}
