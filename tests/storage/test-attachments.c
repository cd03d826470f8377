/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-attachment.h"
#include "wb-connection.h"
#include "wb-project-attach.h"
#include "wb-project-file.h"
#include "wb-project-salvage.h"
#include "wb-test-library.h"
#include "wb-test-project.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIELD "anlagen"

static void
settle (WbProjectFile *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (wb_project_file_flush (file, &error));
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
close_file (WbProjectFile *file)
{
  g_autoptr (GError) error = NULL;

  settle (file);
  g_assert_true (wb_project_file_close (file, &error));
  g_assert_no_error (error);
}

/* A file to attach, @size bytes that follow from @seed. (transfer full) */
static char *
write_source (WbTestProject *fixture,
              const char    *name,
              gsize          size,
              guint32        seed)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *bytes = g_malloc (size + 1);
  g_autoptr (GError) error = NULL;
  guint32 state = seed;

  for (gsize i = 0; i < size; i++)
    {
      state = state * 1664525 + 1013904223;
      bytes[i] = (char) (state >> 24);
    }
  g_file_set_contents (path, bytes, (gssize) size, &error);
  g_assert_no_error (error);

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

  g_assert_cmpint (wb_project_file_attach_finish (WB_PROJECT_FILE (source), result, &waiting->error), ==, waiting->error == NULL);
  waiting->done = TRUE;
}

static gboolean
attach_all (WbProjectFile     *file,
            const char *const *paths,
            GCancellable      *cancellable,
            GError           **error)
{
  Waiting waiting = { FALSE, NULL };

  wb_project_file_attach_async (file, FIELD, paths, NULL, NULL, cancellable, attached_cb, &waiting);
  while (!waiting.done)
    g_main_context_iteration (NULL, TRUE);
  if (waiting.error == NULL)
    return TRUE;
  g_propagate_error (error, waiting.error);

  return FALSE;
}

static void
attach (WbProjectFile *file,
        const char    *path)
{
  const char *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (attach_all (file, paths, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_refused (WbProjectFile *file,
                const char    *path,
                WbError        code)
{
  const char *paths[] = { path, NULL };
  guint n = wb_answers_count_rows (wb_project_file_get_answers (file), FIELD);
  g_autoptr (GError) error = NULL;

  g_assert_false (attach_all (file, paths, NULL, &error));
  g_assert_error (error, WB_ERROR, (int) code);
  g_assert_cmpuint (wb_answers_count_rows (wb_project_file_get_answers (file), FIELD), ==, n);
}

/* The attachment number @i. (transfer full) */
static WbAttachment *
get (WbProjectFile *file,
     guint          i)
{
  g_autoptr (GPtrArray) list = wb_attachment_list (wb_project_file_get_answers (file), FIELD);

  g_assert_cmpuint (i, <, list->len);

  return g_ptr_array_steal_index (list, i);
}

static guint
count (WbProjectFile *file)
{
  return wb_answers_count_rows (wb_project_file_get_answers (file), FIELD);
}

/* The attachment number @i comes out as the file at @source went in. */
static void
assert_same (WbProjectFile *file,
             guint          i,
             const char    *source)
{
  g_autoptr (WbAttachment) about = get (file, i);
  g_autofree char *output = g_strconcat (source, ".out", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize size, size_after;
  GStatBuf status;

  g_assert_true (wb_project_file_save_attachment (wb_project_file_get_path (file), about->hash, output, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (source, &before, &size, NULL));
  g_assert_true (g_file_get_contents (output, &after, &size_after, NULL));
  g_assert_cmpmem (before, size, after, size_after);
  g_assert_cmpint (about->size, ==, (gint64) size);
  g_assert_cmpint (g_stat (output, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_unlink (output), ==, 0);
}

static gint64
get_size (WbTestProject *fixture)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);

  return status.st_size;
}

/* In, closed, opened, out: also an empty one, and the largest there may be. */
static void
test_round_trip (WbTestProject *fixture,
                 gconstpointer  data)
{
  g_autoptr (WbProjectFile) first = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) second = NULL;
  g_autofree char *small = write_source (fixture, "Plan.pdf", 5000, 1);
  g_autofree char *empty = write_source (fixture, "leer.txt", 0, 2);
  g_autofree char *large = write_source (fixture, "groß.bin", WB_ATTACHMENT_MAX_BYTES, 3);
  g_autoptr (WbAttachment) about = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *const paths[] = { small, empty, large, NULL };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) findings = NULL;

  g_assert_true (attach_all (first, paths, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (first), ==, 3);
  close_file (first);

  second = wb_test_project_open (fixture);
  g_assert_cmpuint (count (second), ==, 3);
  assert_same (second, 0, small);
  assert_same (second, 1, empty);
  assert_same (second, 2, large);
  about = get (second, 0);
  g_assert_cmpstr (about->name, ==, "Plan.pdf");
  g_assert_cmpstr (about->type, ==, "application/pdf");
  g_assert_cmpuint (strlen (about->date), ==, strlen ("2026-11-22"));
  close_file (second);
  findings = wb_project_file_check (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (findings), ==, 0);

  /* One file is the project. */
  dir = g_dir_open (fixture->folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_assert_true (g_str_has_suffix (name, ".wegbereiter") ? g_str_equal (name, "Sozialräume.wegbereiter")
                                                           : !g_str_has_suffix (name, "-journal"));
}

/* What cannot be attached leaves the project as it was. */
static void
test_refused (WbTestProject *fixture,
              gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autofree char *small = write_source (fixture, "klein.txt", 10, 1);
  g_autofree char *large = write_source (fixture, "groß.bin", WB_ATTACHMENT_MAX_BYTES + 1, 1);
  g_autofree char *gone = g_build_filename (fixture->folder, "fort.txt", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "rohr", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "verweis", NULL);
  const char *const both[] = { small, large, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  settle (file);
  assert_refused (file, large, WB_ERROR_INVALID);
  assert_refused (file, gone, WB_ERROR_NOT_FOUND);
  assert_refused (file, fixture->folder, WB_ERROR_NOT_FOUND);
  assert_refused (file, pipe, WB_ERROR_NOT_FOUND);
  /* Itself, under whatever name. */
  assert_refused (file, fixture->path, WB_ERROR_INVALID);
  assert_refused (file, link, WB_ERROR_INVALID);
  /* All or none. */
  g_assert_false (attach_all (file, both, NULL, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_cmpuint (count (file), ==, 0);
  g_assert_false (wb_project_file_get_can_undo (file));
  close_file (file);
}

/* All of a project together: what was removed counts until it is taken out for good. */
static void
test_full_project (WbTestProject *fixture,
                   gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  const guint n = WB_ATTACHMENT_MAX_PROJECT_BYTES / WB_ATTACHMENT_MAX_BYTES;
  g_autofree char *one_more = write_source (fixture, "noch.txt", 1, 99);
  g_autoptr (WbAttachment) about = NULL;
  gint64 all, unused;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = write_source (fixture, "groß.bin", WB_ATTACHMENT_MAX_BYTES, i);

      attach (file, path);
    }
  settle (file);
  assert_refused (file, one_more, WB_ERROR_INVALID);
  about = get (file, 1);
  wb_answers_remove_row (wb_project_file_get_answers (file), FIELD, about->row);
  settle (file);
  assert_refused (file, one_more, WB_ERROR_INVALID);
  g_assert_true (wb_project_file_measure_attachments (fixture->path, &all, &unused, NULL));
  g_assert_cmpint (all, ==, WB_ATTACHMENT_MAX_PROJECT_BYTES);
  g_assert_cmpint (unused, ==, WB_ATTACHMENT_MAX_BYTES);

  wb_project_file_purge (file);
  settle (file);
  g_assert_cmpint (get_size (fixture), <, WB_ATTACHMENT_MAX_PROJECT_BYTES - WB_ATTACHMENT_MAX_BYTES / 2);
  attach (file, one_more);
  assert_same (file, n - 1, one_more);
  close_file (file);
}

/* Undo brings the bytes back, and they are in the file once, however often. */
static void
test_history (WbTestProject *fixture,
              gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) again = NULL;
  g_autofree char *path = write_source (fixture, "Beschluss.pdf", 300000, 1);
  g_autoptr (WbAttachment) about = NULL;
  gint64 before;

  attach (file, path);
  about = get (file, 0);
  wb_answers_set (wb_project_file_get_answers (file), FIELD, about->row, WB_ATTACHMENT_NOTE, "vom Rat");
  settle (file);
  wb_answers_remove_row (wb_project_file_get_answers (file), FIELD, about->row);
  settle (file);
  g_assert_cmpuint (count (file), ==, 0);
  before = get_size (fixture);
  for (guint i = 0; i < 20; i++)
    {
      wb_project_file_undo (file);
      settle (file);
      g_assert_cmpuint (count (file), ==, 1);
      wb_project_file_redo (file);
      settle (file);
      g_assert_cmpuint (count (file), ==, 0);
    }
  g_assert_cmpint (get_size (fixture), <, before + 100000);
  close_file (file);

  again = wb_test_project_open (fixture);
  wb_project_file_undo (again);
  settle (again);
  assert_same (again, 0, path);
  /* And back to before it was attached. */
  wb_project_file_undo (again);
  wb_project_file_undo (again);
  settle (again);
  g_assert_cmpuint (count (again), ==, 0);
  wb_project_file_redo (again);
  settle (again);
  assert_same (again, 0, path);
  close_file (again);
}

/* Two files in one go are one step; the same file twice is there once. */
static void
test_one_go (WbTestProject *fixture,
             gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autofree char *first = write_source (fixture, "a.txt", 4000, 1);
  g_autofree char *second = write_source (fixture, "b.txt", 4000, 1);
  const char *const both[] = { first, second, NULL };
  gint64 all, unused;

  g_assert_true (attach_all (file, both, NULL, NULL));
  g_assert_cmpuint (count (file), ==, 2);
  g_assert_true (wb_project_file_measure_attachments (fixture->path, &all, &unused, NULL));
  g_assert_cmpint (all, ==, 4000);
  assert_same (file, 1, second);
  wb_project_file_undo (file);
  settle (file);
  g_assert_cmpuint (count (file), ==, 0);
  close_file (file);
}

/* Taken back before it is in the file: nothing is left of it in the answers. */
static void
test_undone_at_once (WbTestProject *fixture,
                     gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autofree char *path = write_source (fixture, "a.txt", 4000, 1);

  attach (file, path);
  wb_project_file_undo (file);
  wb_project_file_redo (file);
  wb_project_file_undo (file);
  settle (file);
  g_assert_cmpuint (count (file), ==, 0);
  close_file (file);
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

/* Taken back while it is on its way, and then it cannot be attached: the step before stays. */
static void
test_undone_and_refused (WbTestProject *fixture,
                         gconstpointer  data)
{
  g_autoptr (WbProjectFile) first = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) file = NULL;
  WbAnswers *answers;
  g_autofree char *path = write_source (fixture, "a.txt", 4000, 1);
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  guint n_failed = 0;

  close_file (first);
  wb_test_project_run_sql (fixture, "DROP TABLE attachment;"
                                    " CREATE TABLE attachment (id INTEGER PRIMARY KEY, hash TEXT, bytes BLOB CHECK (length (bytes) < 10))");
  file = wb_test_project_open (fixture);
  answers = wb_project_file_get_answers (file);
  wb_answers_set (answers, "ziel", "", "", "weiter");
  settle (file);
  g_signal_connect (file, "step-failed", G_CALLBACK (step_failed_cb), &n_failed);
  g_signal_connect (file, "notify::saving", G_CALLBACK (undo_cb), NULL);
  g_assert_false (attach_all (file, paths, NULL, &error));
  g_assert_nonnull (error);
  settle (file);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_cmpstr (wb_answers_get (answers, "ziel", "", ""), ==, "weiter");
  /* Whoever knows of it means the step before. */
  wb_project_file_undo (file);
  settle (file);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_cmpstr (wb_answers_get (answers, "ziel", "", ""), ==, "");
  close_file (file);
}

/* The first row of two goes to the end. */
static void
move_first (WbProjectFile *file)
{
  WbAnswers *answers = wb_project_file_get_answers (file);
  g_autofree const char **rows = wb_answers_list_rows (answers, "liste");
  g_autofree char *row = g_strdup (rows[0]);

  wb_answers_remove_row (answers, "liste", row);
  wb_answers_insert_row (answers, "liste", row, 1);
}

static void
move_cb (WbProjectFile *file)
{
  g_signal_handlers_disconnect_by_func (file, move_cb, NULL);
  move_first (file);
}

static void
assert_order (WbProjectFile *file,
              const char    *first,
              const char    *second)
{
  g_autofree const char **rows = wb_answers_list_rows (wb_project_file_get_answers (file), "liste");

  g_assert_cmpuint (g_strv_length ((char **) rows), ==, 2);
  g_assert_cmpstr (rows[0], ==, first);
  g_assert_cmpstr (rows[1], ==, second);
}

/* Rows that are moved while something else is on its way stay where they were moved to. */
static void
test_moved_meanwhile (WbTestProject *fixture,
                      gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) again = NULL;
  g_autofree char *path = write_source (fixture, "a.txt", 4000, 1);
  WbAnswers *answers = wb_project_file_get_answers (file);

  wb_answers_add_row (answers, "liste", "eins");
  wb_answers_add_row (answers, "liste", "zwei");
  settle (file);
  g_signal_connect (file, "notify::saving", G_CALLBACK (move_cb), NULL);
  attach (file, path);
  settle (file);
  assert_order (file, "zwei", "eins");

  wb_answers_set (answers, "ziel", "", "", "weiter");
  settle (file);
  wb_project_file_undo (file);
  g_main_context_iteration (NULL, FALSE);
  move_first (file);
  settle (file);
  g_assert_cmpstr (wb_answers_get (answers, "ziel", "", ""), ==, "");
  assert_order (file, "eins", "zwei");
  close_file (file);
  again = wb_test_project_open (fixture);
  assert_order (again, "eins", "zwei");
  close_file (again);
}

static void
test_cancelled (WbTestProject *fixture,
                gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = write_source (fixture, "a.bin", 4000000, 1);
  const char *const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (attach_all (file, paths, cancellable, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_CANCELLED);
  settle (file);
  g_assert_cmpuint (count (file), ==, 0);
  g_assert_false (wb_project_file_get_can_undo (file));
  g_assert_cmpint (get_size (fixture), <, 1000000);
  close_file (file);
}

/* A file that was tampered with, or is damaged, gives out nothing wrong. */
static void
test_wrong_bytes (WbTestProject *fixture,
                  gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autofree char *path = write_source (fixture, "a.txt", 100, 1);
  g_autofree char *output = g_build_filename (fixture->folder, "heraus.txt", NULL);
  g_autoptr (WbAttachment) about = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) gone = NULL;
  g_auto (GStrv) findings = NULL;

  attach (file, path);
  about = get (file, 0);
  close_file (file);
  wb_test_project_run_sql (fixture, "UPDATE attachment SET bytes = x'00'");
  g_assert_false (wb_project_file_save_attachment (fixture->path, about->hash, output, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_CORRUPT);
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
  findings = wb_project_file_check (fixture->path, NULL);
  g_assert_cmpuint (g_strv_length (findings), ==, 1);
  wb_test_project_run_sql (fixture, "DELETE FROM attachment");
  g_assert_false (wb_project_file_save_attachment (fixture->path, about->hash, output, &gone));
  g_assert_error (gone, WB_ERROR, WB_ERROR_NOT_FOUND);
}

/* Attached once more, or merged with a copy that is whole, what was damaged is good again. */
static void
test_repaired (WbTestProject *fixture,
               gconstpointer  data)
{
  g_autofree char *whole = g_build_filename (fixture->folder, "heil.wegbereiter", NULL);
  g_autofree char *path = write_source (fixture, "a.txt", 100, 1);
  g_autofree char *bytes = NULL;
  g_autoptr (WbProjectFile) first = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) second = NULL;
  g_autoptr (WbProjectFile) third = NULL;
  g_autoptr (WbConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  gint64 all, unused;
  gsize length;

  attach (first, path);
  close_file (first);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (whole, bytes, (gssize) length, NULL));

  wb_test_project_run_sql (fixture, "UPDATE attachment SET bytes = x'00'");
  second = wb_test_project_open (fixture);
  attach (second, path);
  assert_same (second, 0, path);
  assert_same (second, 1, path);
  close_file (second);
  g_assert_true (wb_project_file_measure_attachments (fixture->path, &all, &unused, NULL));
  g_assert_cmpint (all, ==, 100);

  wb_test_project_run_sql (fixture, "UPDATE attachment SET bytes = x'00'");
  connection = wb_connection_open (fixture->path, WB_OPEN_WRITE, NULL);
  g_assert_true (wb_project_complete (connection, whole, &error));
  g_assert_no_error (error);
  g_clear_pointer (&connection, wb_connection_free);
  third = wb_test_project_open (fixture);
  assert_same (third, 0, path);
  close_file (third);
}

/* A copy that is none, and one with more than a project can have, complete nothing; the merge stops. What is too large is left out. */
static void
test_not_completed (WbTestProject *fixture,
                    gconstpointer  data)
{
  g_autofree char *none = g_build_filename (fixture->folder, "keine.wegbereiter", NULL);
  g_autofree char *large = g_build_filename (fixture->folder, "groß.wegbereiter", NULL);
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autofree char *path = write_source (fixture, "a.txt", 100, 1);
  g_autofree char *big = g_malloc0 (WB_ATTACHMENT_MAX_BYTES + 1);
  g_autofree char *hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) big, WB_ATTACHMENT_MAX_BYTES + 1);
  g_autofree char *sql = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (WbConnection) connection = NULL;
  g_autoptr (GError) foreign = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n;
  gsize length;

  attach (file, path);
  close_file (file);
  g_assert_true (g_file_set_contents (none, "", 0, NULL));
  connection = wb_connection_open (fixture->path, WB_OPEN_WRITE, NULL);
  g_assert_false (wb_project_complete (connection, none, &foreign));
  g_assert_error (foreign, WB_ERROR, WB_ERROR_FOREIGN);

  sql = g_strdup_printf ("DELETE FROM attachment; UPDATE answer SET value = '%s' WHERE \"column\" = 'hash'", hash);
  g_assert_true (wb_connection_run (connection, sql, NULL));
  g_clear_pointer (&connection, wb_connection_free);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (large, bytes, (gssize) length, NULL));
  g_free (g_steal_pointer (&sql));
  sql = g_strdup_printf ("INSERT INTO attachment (hash, bytes) VALUES ('%s', zeroblob (%d))", hash, WB_ATTACHMENT_MAX_BYTES + 1);
  connection = wb_connection_open (large, WB_OPEN_WRITE, NULL);
  g_assert_true (wb_connection_run (connection, sql, NULL));
  g_clear_pointer (&connection, wb_connection_free);
  connection = wb_connection_open (fixture->path, WB_OPEN_WRITE, NULL);
  g_assert_true (wb_project_complete (connection, large, &error));
  g_assert_no_error (error);
  g_assert_true (wb_connection_query_int (connection, "SELECT count (*) FROM attachment", &n, NULL));
  g_assert_cmpint (n, ==, 0);
}

/* What is there keeps its rights, stays where it is not to be written, and is found through a link. */
static void
test_output_kept (WbTestProject *fixture,
                  gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autofree char *path = write_source (fixture, "a.txt", 100, 1);
  g_autofree char *output = write_source (fixture, "heraus.txt", 10, 2);
  g_autofree char *link = g_build_filename (fixture->folder, "verweis.txt", NULL);
  g_autoptr (WbAttachment) about = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) folder = NULL;
  GStatBuf status;

  attach (file, path);
  about = get (file, 0);
  close_file (file);
  g_assert_cmpint (symlink ("heraus.txt", link), ==, 0);
  g_assert_cmpint (g_chmod (output, 0664), ==, 0);
  g_assert_true (wb_project_file_save_attachment (fixture->path, about->hash, link, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_stat (output, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0664);
  g_assert_cmpint (status.st_size, ==, 100);
  g_assert_false (wb_project_file_save_attachment (fixture->path, about->hash, fixture->folder, &folder));
  g_assert_error (folder, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_assert_cmpint (g_chmod (output, 0444), ==, 0);
  /* Nothing is write-protected for the superuser. */
  if (g_access (output, W_OK) != 0)
    {
      g_assert_false (wb_project_file_save_attachment (fixture->path, about->hash, output, &error));
      g_assert_error (error, WB_ERROR, WB_ERROR_READ_ONLY);
      g_assert_cmpint (g_stat (output, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0444);
    }
  g_assert_cmpint (g_unlink (link), ==, 0);
  g_assert_cmpint (g_unlink (output), ==, 0);
}

/* Who comes second reads, also the attachments, and changes nothing. */
static void
test_second_opener (WbTestProject *fixture,
                    gconstpointer  data)
{
  g_autoptr (WbProjectFile) first = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) second = NULL;
  g_autofree char *path = write_source (fixture, "a.txt", 100, 1);

  attach (first, path);
  settle (first);
  second = wb_project_file_look (fixture->path, "Nur zum Lesen.", NULL);
  g_assert_true (wb_project_file_get_read_only (second));
  assert_same (second, 0, path);
  assert_refused (second, path, WB_ERROR_READ_ONLY);
  close_file (first);
}

/* A file of version 3 gets the table, keeps what it holds and its history, and a copy of it is kept. */
static void
test_upgrade (WbTestProject *fixture,
              gconstpointer  data)
{
  g_autofree char *old = wb_test_fixture ("project-v3.wegbereiter");
  g_autofree char *copy = g_build_filename (fixture->folder, "Sozialräume-version-3.wegbereiter", NULL);
  g_autofree char *path = write_source (fixture, "a.txt", 100, 1);
  g_autofree char *bytes = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (WbProjectFile) file = NULL;
  gsize length, kept_length;

  g_assert_true (g_file_get_contents (old, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  file = wb_test_project_open (fixture);
  g_assert_false (wb_project_file_get_read_only (file));
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (file), "anlass-satz", "", ""), ==,
                   "Die Kita-Plätze reichen im Sommer nicht mehr.");
  attach (file, path);
  assert_same (file, 0, path);
  wb_project_file_undo (file);
  wb_project_file_undo (file);
  settle (file);
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (file), "anlass-satz", "", ""), ==,
                   "Die Kita-Plätze reichen nicht mehr.");
  close_file (file);
  g_assert_true (g_file_get_contents (copy, &kept, &kept_length, NULL));
  g_assert_cmpuint (kept_length, ==, length);
}

/* A file of version 3 that is only looked at has no attachments, and no error. */
static void
test_old_looked_at (WbTestProject *fixture,
                    gconstpointer  data)
{
  g_autofree char *old = wb_test_fixture ("project-v3.wegbereiter");
  g_autofree char *bytes = NULL;
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "", 0);
  g_autoptr (WbProjectFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gint64 all, unused;
  gsize length;

  g_assert_true (g_file_get_contents (old, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));
  file = wb_project_file_look (fixture->path, "Nur zum Lesen.", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (file), ==, 0);
  g_assert_null (wb_project_file_load_attachment (fixture->path, hash, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_assert_true (wb_project_file_measure_attachments (fixture->path, &all, &unused, NULL));
  g_assert_cmpint (all + unused, ==, 0);
}

/* What a newer program wrote is read, and not changed. */
static void
test_newer (WbTestProject *fixture,
            gconstpointer  data)
{
  g_autoptr (WbProjectFile) first = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) second = NULL;
  g_autofree char *path = write_source (fixture, "a.txt", 100, 1);

  attach (first, path);
  close_file (first);
  wb_test_project_run_sql (fixture, "PRAGMA user_version = 5");
  second = wb_test_project_open (fixture);
  g_assert_true (wb_project_file_get_read_only (second));
  assert_same (second, 0, path);
  assert_refused (second, path, WB_ERROR_READ_ONLY);
}

/* A history that was tampered with does not reach the bytes. */
static void
test_history_knows_no_bytes (WbTestProject *fixture,
                             gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autofree char *path = write_source (fixture, "a.txt", 50000, 1);
  g_autoptr (WbConnection) connection = NULL;
  gint64 longest;

  attach (file, path);
  close_file (file);
  connection = wb_connection_open (fixture->path, WB_OPEN_READ, NULL);
  g_assert_true (wb_connection_query_int (connection, "SELECT max (length (changes)) FROM revision", &longest, NULL));
  g_assert_cmpint (longest, >, 0);
  g_assert_cmpint (longest, <, 2000);
}

/* Saves what is left of @fixture's file to @output. (transfer full) */
static WbSalvage *
salvage (WbTestProject *fixture,
         const char    *output)
{
  g_autoptr (GError) error = NULL;
  WbSalvage *saved = wb_project_salvage (fixture->path, output, NULL, &error);

  g_assert_no_error (error);

  return saved;
}

/* Writes zeros over the page of the file in which @needle begins. */
static void
spoil (WbTestProject *fixture,
       const char    *source)
{
  g_autofree char *bytes = NULL;
  g_autofree char *needle = NULL;
  gsize size, needle_size;
  char *found;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  g_assert_true (g_file_get_contents (source, &needle, &needle_size, NULL));
  /* Out of the middle, so that it is on a page of bytes only. */
  found = memmem (bytes, size, needle + needle_size / 2, 32);
  g_assert_nonnull (found);
  memset (found, 0, 32);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
}

/* Of two files one is damaged: the other one is saved whole, and the lost one is named. */
static void
test_salvage (WbTestProject *fixture,
              gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) saved_file = NULL;
  g_autofree char *good = write_source (fixture, "gut.pdf", 90000, 1);
  g_autofree char *bad = write_source (fixture, "schlecht.pdf", 90000, 2);
  g_autofree char *output = g_build_filename (fixture->folder, "gerettet.wegbereiter", NULL);
  g_autoptr (WbSalvage) saved = NULL;

  wb_answers_set (wb_project_file_get_answers (file), "ziel", "", "", "weiter");
  attach (file, good);
  attach (file, bad);
  close_file (file);
  spoil (fixture, bad);
  saved = salvage (fixture, output);
  g_assert_cmpuint (saved->n_attachments, ==, 1);
  g_assert_cmpuint (saved->lost_attachments->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (saved->lost_attachments, 0), ==, "schlecht.pdf");
  g_assert_cmpuint (saved->n_lost_revisions, ==, 0);

  saved_file = wb_project_file_open (output, NULL);
  g_assert_cmpuint (count (saved_file), ==, 2);
  assert_same (saved_file, 0, good);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, WbTestProject, NULL, wb_test_project_set_up, func, wb_test_project_tear_down)
  ADD ("/attachments/round-trip", test_round_trip);
  ADD ("/attachments/refused", test_refused);
  ADD ("/attachments/full-project", test_full_project);
  ADD ("/attachments/history", test_history);
  ADD ("/attachments/one-go", test_one_go);
  ADD ("/attachments/undone-at-once", test_undone_at_once);
  ADD ("/attachments/undone-and-refused", test_undone_and_refused);
  ADD ("/attachments/moved-meanwhile", test_moved_meanwhile);
  ADD ("/attachments/cancelled", test_cancelled);
  ADD ("/attachments/wrong-bytes", test_wrong_bytes);
  ADD ("/attachments/repaired", test_repaired);
  ADD ("/attachments/not-completed", test_not_completed);
  ADD ("/attachments/second-opener", test_second_opener);
  ADD ("/attachments/upgrade", test_upgrade);
  ADD ("/attachments/output-kept", test_output_kept);
  ADD ("/attachments/old-looked-at", test_old_looked_at);
  ADD ("/attachments/newer", test_newer);
  ADD ("/attachments/history-knows-no-bytes", test_history_knows_no_bytes);
  ADD ("/attachments/salvage", test_salvage);
#undef ADD

  return g_test_run ();
}
