/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-output-file-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_KILLS 60
#define SEED 20261122
#define SIZE (1024 * 1024)
/* So long, in microseconds, a writer lives at most; it writes several times meanwhile. */
#define LIFE 20000

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("wb-output-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "Checkliste.pdf", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

static guint
count_files (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* SIZE times @letter. (transfer full) */
static GBytes *
make_bytes (char letter)
{
  return g_bytes_new_take (g_strnfill (SIZE, letter), SIZE);
}

static void
write_good (Fixture    *self,
            const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_true (wb_output_file_write (self->path, bytes, &error));
  g_assert_no_error (error);
}

/* One document after the other in the same place, until somebody ends it. */
static void
write_until_killed (Fixture *self,
                    int      ready)
{
  g_autoptr (GBytes) first = make_bytes ('a');
  g_autoptr (GBytes) second = make_bytes ('b');

  for (guint i = 0;; i++)
    if (!wb_output_file_write (self->path, i % 2 == 0 ? first : second, NULL) || (i == 0 && write (ready, "x", 1) != 1))
      _exit (1);
}

static void
kill_after (Fixture *self,
            gulong   microseconds)
{
  int pipe_fds[2];
  pid_t child;
  char byte;
  int status;

  g_assert_cmpint (pipe (pipe_fds), ==, 0);
  child = fork ();
  if (child == 0)
    {
      prctl (PR_SET_PDEATHSIG, SIGKILL);
      write_until_killed (self, pipe_fds[1]);
    }
  g_assert_cmpint (read (pipe_fds[0], &byte, 1), ==, 1);
  g_usleep (microseconds);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  close (pipe_fds[0]);
  close (pipe_fds[1]);
}

/* Whenever that is, what is there is whole: all of one, or all of the other. */
static void
assert_whole (Fixture *self)
{
  g_autofree char *text = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (self->path, &text, &size, NULL));
  g_assert_cmpuint (size, ==, SIZE);
  g_assert_true (*text == 'a' || *text == 'b');
  for (gsize i = 1; i < size; i++)
    if (text[i] != *text)
      g_error ("byte %" G_GSIZE_FORMAT " of another document", i);
}

static void
test_killed (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  guint n_left = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      kill_after (self, (gulong) g_rand_int_range (random, 0, LIFE));
      assert_whole (self);
      g_assert_cmpuint (count_files (self), <=, 2);
      n_left += count_files (self) - 1;
    }
  g_test_message ("ended in the middle of it %u times of %u", n_left, N_KILLS);
  write_good (self, "neu");
  g_assert_cmpuint (count_files (self), ==, 1);
}

/* (transfer full) */
static char *
put (Fixture    *self,
     const char *name)
{
  char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "halb", -1, NULL));

  return path;
}

/* What another program is just writing stays, and so does what only looks a little like ours. */
static void
test_left_alone (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *stale = put (self, ".wegbereiter-unfinished-Ab3xY9");
  g_autofree char *used = put (self, ".wegbereiter-unfinished-Cd4zW8");
  g_autofree char *longer = put (self, ".wegbereiter-unfinished-Notizen");
  g_autofree char *other = put (self, ".wegbereiter-unfinished-a b.cd");
  g_autofree char *theirs = put (self, ".wegbereiter-Notiz1");
  const int fd = open (used, O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  write_good (self, "neu");
  g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (used, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (longer, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (theirs, G_FILE_TEST_EXISTS));
  close (fd);
  write_good (self, "noch einmal");
  g_assert_false (g_file_test (used, G_FILE_TEST_EXISTS));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/output-file/killed", test_killed);
  ADD ("/output-file/left-alone", test_left_alone);

  return g_test_run ();
}
