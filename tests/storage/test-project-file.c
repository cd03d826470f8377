/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-connection.h"
#include "wb-project-file.h"
#include "wb-test-library.h"
#include "wb-test-project.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void
assert_closes (WbProjectFile *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (wb_project_file_close (file, &error));
  g_assert_no_error (error);
}

/* Nothing but the project itself may lie in the folder. */
static void
assert_alone (WbTestProject *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_equal (name, "Sozialräume.wegbereiter"))
      g_test_fail_printf ("%s was left behind", name);
}

static void
assert_sound (WbTestProject *fixture)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) findings = wb_project_file_check (fixture->path, &error);

  g_assert_no_error (error);
  for (guint i = 0; findings[i] != NULL; i++)
    g_test_fail_printf ("%s", findings[i]);
}

static void
set (WbProjectFile *file,
     const char    *field,
     const char    *value)
{
  wb_answers_set (wb_project_file_get_answers (file), field, "", "", value);
}

static const char *
get (WbProjectFile *file,
     const char    *field)
{
  return wb_answers_get (wb_project_file_get_answers (file), field, "", "");
}

static void
test_round_trip (WbTestProject *fixture,
                 gconstpointer  data)
{
  g_autoptr (WbMunicipality) town
    = wb_municipality_new ("13076060", "Hagenow, Stadt", "Stadt", "Ludwigslust-Parchim", "Hagenow, Stadt",
                           "Mecklenburg-Vorpommern", "19230", 12000);
  g_autofree char *title = g_strnfill (5000, 'T');
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = NULL;
  g_autoptr (WbProjectFile) again = NULL;
  struct stat status;
  mode_t mask = umask (0777);

  file = wb_project_file_create (fixture->path, title, "g", "Leitfaden", "{}", "sozialatlas", town, &error);
  umask (mask);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  set (file, "ziel", "Wir wollen … 🌳\nzweite Zeile");
  set (file, "leer", "x");
  set (file, "leer", "");
  wb_project_file_set_current_step (file, "schritt-2");
  assert_closes (file);
  assert_alone (fixture);

  again = wb_test_project_open (fixture);
  g_assert_false (wb_project_file_get_read_only (again));
  g_assert_cmpstr (wb_project_file_get_title (again), ==, title);
  g_assert_cmpstr (wb_project_file_get_guide_id (again), ==, "g");
  g_assert_cmpstr (wb_project_file_get_guide_title (again), ==, "Leitfaden");
  g_assert_cmpstr (wb_project_file_get_guide_json (again), ==, "{}");
  g_assert_cmpstr (wb_project_file_get_use_case (again), ==, "sozialatlas");
  g_assert_cmpstr (wb_project_file_get_current_step (again), ==, "schritt-2");
  g_assert_cmpstr (wb_municipality_get_key (wb_project_file_get_town (again)), ==, "13076060");
  g_assert_cmpuint (wb_municipality_get_population (wb_project_file_get_town (again)), ==, 12000);
  g_assert_cmpstr (get (again, "ziel"), ==, "Wir wollen … 🌳\nzweite Zeile");
  g_assert_false (wb_answers_has (wb_project_file_get_answers (again), "leer"));
  g_assert_nonnull (wb_project_file_get_last_saved (again));
}

static void
test_create_refuses (WbTestProject *fixture,
                     gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "Brief", -1, NULL));
  g_assert_null (wb_project_file_create (fixture->path, "T", "g", "G", "{}", NULL, NULL, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "Brief");
}

static void
test_rows (WbTestProject *fixture,
           gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) again = NULL;
  WbAnswers *answers = wb_project_file_get_answers (file);
  g_autofree const char **rows = NULL;

  wb_answers_add_row (answers, "risiken", "c");
  wb_answers_add_row (answers, "risiken", "a");
  wb_answers_add_row (answers, "risiken", "b");
  wb_answers_set (answers, "risiken", "a", "text", "fällt weg");
  wb_answers_set (answers, "risiken", "b", "text", "bleibt");
  wb_answers_remove_row (answers, "risiken", "a");
  wb_answers_add_row (answers, "risiken", "z");
  wb_answers_add_row (answers, "risiken", "a");
  assert_closes (file);

  again = wb_test_project_open (fixture);
  answers = wb_project_file_get_answers (again);
  rows = wb_answers_list_rows (answers, "risiken");
  g_assert_cmpstrv (rows, ((const char *[]){ "c", "b", "z", "a", NULL }));
  g_assert_cmpstr (wb_answers_get (answers, "risiken", "b", "text"), ==, "bleibt");
  g_assert_cmpstr (wb_answers_get (answers, "risiken", "a", "text"), ==, "");
}

static void
count_cb (gpointer object,
          guint   *count)
{
  *count += 1;
}

static void
test_signals (WbTestProject *fixture,
              gconstpointer  data)
{
  WbProjectFile *file = wb_test_project_create (fixture);
  gboolean saving;
  guint saved = 0;
  guint titles = 0;

  g_signal_connect (file, "saved", G_CALLBACK (count_cb), &saved);
  g_signal_connect_swapped (file, "notify::title", G_CALLBACK (count_cb), &titles);
  g_signal_handlers_disconnect_by_func (file, count_cb, &titles);
  g_object_get (file, "saving", &saving, NULL);
  g_assert_false (saving);
  wb_project_file_set_title (file, "Neu");
  wb_project_file_set_title (file, "Neu");
  g_object_get (file, "saving", &saving, NULL);
  g_assert_true (saving);
  while (saved == 0)
    g_main_context_iteration (NULL, TRUE);
  g_object_get (file, "saving", &saving, NULL);
  g_assert_false (saving);
  g_assert_finalize_object (file);
}

/* The last reference goes without a close. */
static void
test_saved_without_close (WbTestProject *fixture,
                          gconstpointer  data)
{
  WbProjectFile *file = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) again = NULL;

  set (file, "ziel", "noch da");
  g_assert_finalize_object (file);
  assert_alone (fixture);
  again = wb_test_project_open (fixture);
  g_assert_cmpstr (get (again, "ziel"), ==, "noch da");
}

static void
test_closed_is_closed (WbTestProject *fixture,
                       gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) again = NULL;

  set (file, "ziel", "vorher");
  assert_closes (file);
  set (file, "ziel", "nachher");
  wb_project_file_set_title (file, "nachher");
  assert_closes (file);
  again = wb_test_project_open (fixture);
  g_assert_cmpstr (get (again, "ziel"), ==, "vorher");
}

/* A child must not outlive a test that fails. */
static pid_t
fork_bound (void)
{
  pid_t child = fork ();

  if (child == 0)
    prctl (PR_SET_PDEATHSIG, SIGKILL);

  return child;
}

static void
write_until_killed (const char *path,
                    int         ready)
{
  g_autoptr (WbProjectFile) file = wb_project_file_open (path, NULL);

  if (file == NULL)
    _exit (1);
  for (guint i = 1;; i++)
    {
      g_autofree char *value = g_strdup_printf ("%u", i);
      g_autofree char *long_value = g_strnfill (1 + i % 20000, 'x');

      set (file, "zahl", value);
      set (file, "lang", long_value);
      wb_project_file_flush (file, NULL);
      if (write (ready, "x", 1) != 1)
        _exit (1);
    }
}

/* Kills a writing process after @n_writes writes that it reported as done. */
static void
kill_writer (const char *path,
             guint       n_writes)
{
  int pipe_fds[2];
  char byte;
  int status;
  pid_t child;

  g_assert_cmpint (pipe (pipe_fds), ==, 0);
  child = fork_bound ();
  if (child == 0)
    write_until_killed (path, pipe_fds[1]);
  close (pipe_fds[1]);
  for (guint i = 0; i < n_writes; i++)
    g_assert_cmpint (read (pipe_fds[0], &byte, 1), ==, 1);
  /* A varying piece of the next write. */
  g_usleep (n_writes * 137 % 3000);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  close (pipe_fds[0]);
}

static void
test_killed (WbTestProject *fixture,
             gconstpointer  data)
{
  g_object_unref (wb_test_project_create (fixture));
  for (guint i = 1; i <= 12; i++)
    {
      g_autoptr (WbProjectFile) file = NULL;

      kill_writer (fixture->path, i);
      file = wb_test_project_open (fixture);
      g_assert_false (wb_project_file_get_read_only (file));
      /* What was reported as written is there. */
      g_assert_cmpint (g_ascii_strtoll (get (file, "zahl"), NULL, 10), >=, i);
      assert_closes (file);
      assert_alone (fixture);
      assert_sound (fixture);
    }
}

/* Changes are not written, nothing is emitted, nothing is lost. */
static void
assert_read_only (WbTestProject *fixture)
{
  g_autoptr (WbProjectFile) file = wb_test_project_open (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before;
  gsize n_after;

  g_assert_true (wb_project_file_get_read_only (file));
  g_assert_nonnull (strstr (wb_project_file_get_read_only_reason (file), "Sozialräume.wegbereiter"));
  g_assert_cmpstr (get (file, "ziel"), ==, "alt");
  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
  set (file, "ziel", "neu");
  wb_project_file_set_title (file, "neu");
  assert_closes (file);
  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
create_old (WbTestProject *fixture)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);

  set (file, "ziel", "alt");
  assert_closes (file);
}

static void
test_newer (WbTestProject *fixture,
            gconstpointer  data)
{
  g_auto (GStrv) findings = NULL;

  create_old (fixture);
  wb_test_project_run_sql (fixture, "PRAGMA user_version = 99");
  assert_read_only (fixture);
  findings = wb_project_file_check (fixture->path, NULL);
  g_assert_cmpuint (g_strv_length (findings), ==, 1);
}

static void
copy_version_1 (WbTestProject *fixture)
{
  g_autofree char *old = wb_test_fixture ("project-v1.wegbereiter");
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (old, &contents, &length, NULL));
  g_assert_true (g_file_set_contents_full (fixture->path, contents, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* A project as version 1 of the format has it: brought up to date, with a copy of what it was. */
static void
test_upgrade (WbTestProject *fixture,
              gconstpointer  data)
{
  g_autofree char *kept = g_build_filename (fixture->folder, "Sozialräume-version-1.wegbereiter", NULL);
  g_autoptr (WbConnection) copy = NULL;
  g_autoptr (GError) error = NULL;
  struct stat status;
  gint64 value;

  copy_version_1 (fixture);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (WbProjectFile) file = wb_test_project_open (fixture);
      g_autoptr (GPtrArray) slides = wb_project_file_get_slides (file, "praesentation");

      g_assert_false (wb_project_file_get_read_only (file));
      g_assert_cmpstr (get (file, "ziel"), ==, "Alle Ämter nutzen dieselben Zahlen.");
      g_assert_cmpuint (slides->len, ==, 0);
      assert_closes (file);
    }
  assert_sound (fixture);
  g_assert_cmpint (g_stat (kept, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  copy = wb_connection_open (kept, WB_OPEN_READ, &error);
  g_assert_no_error (error);
  g_assert_true (wb_connection_query_int (copy, "PRAGMA user_version", &value, &error));
  g_assert_cmpint (value, ==, 1);
}

/* Where it cannot be brought up to date, it can still be read. */
static void
test_old_read_only (WbTestProject *fixture,
                    gconstpointer  data)
{
  g_autoptr (WbProjectFile) first = NULL;
  g_autoptr (WbProjectFile) second = NULL;
  g_autoptr (GPtrArray) slides = NULL;

  copy_version_1 (fixture);
  first = wb_test_project_open (fixture);
  wb_test_project_run_sql (fixture, "DROP TABLE slide; PRAGMA user_version = 1");
  second = wb_test_project_open (fixture);
  g_assert_true (wb_project_file_get_read_only (second));
  slides = wb_project_file_get_slides (second, "praesentation");
  g_assert_cmpuint (slides->len, ==, 0);
  wb_project_file_set_slides (second, "praesentation", slides);
}

static WbSlide *
make_slide (const char *key,
            gboolean    hidden,
            const char *body)
{
  WbSlide *slide = wb_slide_new (key);

  slide->hidden = hidden;
  slide->body = g_strdup (body);

  return slide;
}

static void
count_deck_cb (WbProjectFile *file,
               const char    *deck,
               guint         *count)
{
  g_assert_cmpstr (deck, ==, "rat");
  (*count)++;
}

static void
test_slides (WbTestProject *fixture,
             gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (GPtrArray) slides = wb_slide_list_new ();
  g_autoptr (GPtrArray) none = wb_slide_list_new ();
  guint changed = 0;

  g_signal_connect (file, "slides-changed", G_CALLBACK (count_deck_cb), &changed);
  g_ptr_array_add (slides, make_slide ("zwei", TRUE, NULL));
  g_ptr_array_add (slides, make_slide ("eins", FALSE, "Text mit 'Zeichen' – „alles“\n"));
  g_ptr_array_add (slides, make_slide ("+eigene", FALSE, ""));
  wb_project_file_set_slides (file, "rat", slides);
  wb_project_file_set_slides (file, "rat", slides);
  g_assert_cmpuint (changed, ==, 2);
  assert_closes (file);
  assert_alone (fixture);
  assert_sound (fixture);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (WbProjectFile) again = wb_test_project_open (fixture);
      g_autoptr (GPtrArray) kept = wb_project_file_get_slides (again, "rat");

      g_assert_cmpuint (kept->len, ==, i == 0 ? 3 : 0);
      for (guint j = 0; j < kept->len; j++)
        g_assert_true (wb_slide_equal (g_ptr_array_index (kept, j), g_ptr_array_index (slides, j)));
      wb_project_file_set_slides (again, "rat", none);
      assert_closes (again);
    }
}

static void
test_open_twice (WbTestProject *fixture,
                 gconstpointer  data)
{
  g_autoptr (WbProjectFile) first = NULL;
  g_autoptr (WbProjectFile) third = NULL;

  create_old (fixture);
  first = wb_test_project_open (fixture);
  assert_read_only (fixture);
  set (first, "ziel", "weiter");
  assert_closes (first);
  third = wb_test_project_open (fixture);
  g_assert_false (wb_project_file_get_read_only (third));
  g_assert_cmpstr (get (third, "ziel"), ==, "weiter");
}

/* Whose computer it is, without a word of it in the file or beside it. */
static void
assert_told_who (WbTestProject *fixture)
{
  g_autoptr (WbProjectFile) file = wb_test_project_open (fixture);
  g_autofree char *told = g_strconcat ("\t", g_get_host_name (), NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_nonnull (strstr (wb_project_file_get_read_only_reason (file), g_get_host_name ()));
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_null (g_strstr_len (contents, (gssize) length, told));
  assert_alone (fixture);
}

/* Where another window would write, and whether it has tried. */
static const char *meanwhile_path;
static gboolean meanwhile_done;

/* Right before the answers are read, all is different. */
static int
write_meanwhile_cb (unsigned  type,
                    gpointer  user_data,
                    gpointer  statement,
                    gpointer  sql)
{
  sqlite3 *other;

  if (meanwhile_done || strstr (sql, "FROM answer") == NULL)
    return 0;
  meanwhile_done = TRUE;
  g_assert_cmpint (sqlite3_open (meanwhile_path, &other), ==, SQLITE_OK);
  /* Where the reader holds on to its state, this has to wait, and does not happen. */
  sqlite3_exec (other, "BEGIN IMMEDIATE; UPDATE meta SET value = 'neu' WHERE key = 'title'; UPDATE answer SET value = 'neu'; COMMIT", NULL,
                NULL, NULL);
  sqlite3_close (other);

  return 0;
}

static int
watch_cb (sqlite3                            *handle,
          char                              **message,
          const struct sqlite3_api_routines  *routines)
{
  return sqlite3_trace_v2 (handle, SQLITE_TRACE_STMT, write_meanwhile_cb, NULL);
}

static void
assert_one_state (WbProjectFile *file)
{
  g_assert_true (meanwhile_done);
  g_assert_true (wb_project_file_get_read_only (file));
  g_assert_cmpstr (wb_project_file_get_title (file), ==, "Sozialräume");
  g_assert_cmpstr (get (file, "ziel"), ==, "alt");
}

/* Title and answers are of one state, although another window writes between them. */
static void
test_one_state (WbTestProject *fixture,
                gconstpointer  data)
{
  g_autoptr (WbProjectFile) first = NULL;
  g_autoptr (WbProjectFile) second = NULL;
  g_autoptr (WbProjectFile) looked = NULL;

  create_old (fixture);
  first = wb_test_project_open (fixture);
  meanwhile_path = fixture->path;
  g_assert_cmpint (sqlite3_auto_extension ((void (*) (void)) watch_cb), ==, SQLITE_OK);
  meanwhile_done = FALSE;
  second = wb_test_project_open (fixture);
  assert_one_state (second);
  meanwhile_done = FALSE;
  looked = wb_project_file_look (fixture->path, "Nur zum Lesen.", NULL);
  assert_one_state (looked);
  sqlite3_reset_auto_extension ();
  /* And it is let go of. */
  set (first, "ziel", "weiter");
  assert_closes (first);
}

/* Another process has it open. */
static void
test_open_elsewhere (WbTestProject *fixture,
                     gconstpointer  data)
{
  int pipe_fds[2];
  char byte;
  pid_t child;

  create_old (fixture);
  g_assert_cmpint (pipe (pipe_fds), ==, 0);
  child = fork_bound ();
  if (child == 0)
    {
      WbProjectFile *file = wb_project_file_open (fixture->path, NULL);

      if (file == NULL || write (pipe_fds[1], "x", 1) != 1)
        _exit (1);
      for (;;)
        pause ();
    }
  g_assert_cmpint (read (pipe_fds[0], &byte, 1), ==, 1);
  assert_read_only (fixture);
  assert_told_who (fixture);
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  close (pipe_fds[0]);
  close (pipe_fds[1]);
}

/* A medium that cannot be written; root sees no other kind. */
static void
test_read_only_medium (WbTestProject *fixture,
                       gconstpointer  data)
{
  create_old (fixture);
  if (geteuid () != 0)
    {
      g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
      assert_read_only (fixture);
      return;
    }
  if (mount (fixture->folder, fixture->folder, NULL, MS_BIND, NULL) < 0
      || mount (NULL, fixture->folder, NULL, MS_BIND | MS_REMOUNT | MS_RDONLY, NULL) < 0)
    {
      umount2 (fixture->folder, MNT_DETACH);
      g_test_skip ("no right to mount");
      return;
    }
  assert_read_only (fixture);
  umount2 (fixture->folder, MNT_DETACH);
}

static void
failed_cb (WbProjectFile *file,
           const GError  *error,
           gpointer       user_data)
{
  GError **kept = user_data;

  g_clear_error (kept);
  *kept = g_error_copy (error);
}

static void
wait_for_failure (GError **failure)
{
  while (*failure == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_vanished (WbTestProject *fixture,
               gconstpointer  data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "weg", NULL);
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) again = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (GError) error = NULL;
  guint saved = 0;

  g_signal_connect (file, "save-failed", G_CALLBACK (failed_cb), &failure);
  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  /* Even with nothing to write, nobody may believe that all is well. */
  g_assert_false (wb_project_file_flush (file, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  set (file, "ziel", "im Speicher");
  wait_for_failure (&failure);
  g_assert_error (failure, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (failure->message, "Sozialräume.wegbereiter"));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  /* Closing would lose it, so it does not close. */
  g_assert_false (wb_project_file_close (file, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* Once it is back, all is written. */
  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
  g_signal_connect (file, "saved", G_CALLBACK (count_cb), &saved);
  g_assert_true (wb_project_file_flush (file, &error));
  g_assert_cmpuint (saved, ==, 1);
  assert_closes (file);
  again = wb_test_project_open (fixture);
  g_assert_cmpstr (get (again, "ziel"), ==, "im Speicher");
}

static void
test_replaced (WbTestProject *fixture,
               gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "fremd", -1, NULL));
  set (file, "ziel", "x");
  g_assert_false (wb_project_file_flush (file, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "fremd");
  /* The last reference goes: given up on purpose. */
}

/* The limit on file sizes stands for a full disk. */
static void
test_full_disk (WbTestProject *fixture,
                gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) again = NULL;
  g_autofree char *much = g_strnfill (400000, 'm');
  g_autoptr (GError) failure = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit limit;
  struct rlimit small;

  set (file, "vorher", "gespeichert");
  g_assert_true (wb_project_file_flush (file, &error));
  g_signal_connect (file, "save-failed", G_CALLBACK (failed_cb), &failure);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 100000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  set (file, "viel", much);
  wait_for_failure (&failure);
  g_assert_error (failure, WB_ERROR, WB_ERROR_NO_SPACE);
  g_assert_false (wb_project_file_flush (file, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NO_SPACE);
  g_clear_error (&error);
  assert_sound (fixture);

  /* Room again: the next write brings it all. */
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  set (file, "nachher", "auch");
  assert_closes (file);
  assert_alone (fixture);
  again = wb_test_project_open (fixture);
  g_assert_cmpstr (get (again, "vorher"), ==, "gespeichert");
  g_assert_cmpstr (get (again, "viel"), ==, much);
  g_assert_cmpstr (get (again, "nachher"), ==, "auch");
}

static void
assert_open_fails (WbTestProject *fixture,
                   WbError  code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (wb_project_file_open (fixture->path, &error));
  g_assert_error (error, WB_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "Sozialräume.wegbereiter"));
}

static void
test_faults (WbTestProject *fixture,
             gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  assert_open_fails (fixture, WB_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (fixture->path, "Sehr geehrte Damen", -1, NULL));
  assert_open_fails (fixture, WB_ERROR_FOREIGN);
  g_unlink (fixture->path);
  create_old (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, length / 2, NULL));
  assert_open_fails (fixture, WB_ERROR_CORRUPT);
  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
  wb_test_project_run_sql (fixture, "DROP TABLE answer");
  assert_open_fails (fixture, WB_ERROR_CORRUPT);
  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
  wb_test_project_run_sql (fixture, "PRAGMA application_id = 1");
  assert_open_fails (fixture, WB_ERROR_FOREIGN);
}

/* A project mailed by somebody must not run anything. */
static void
test_hostile (WbTestProject *fixture,
              gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = NULL;
  g_autoptr (WbProjectFile) again = NULL;

  create_old (fixture);
  wb_test_project_run_sql (fixture,
           "CREATE TRIGGER bad AFTER INSERT ON answer BEGIN DELETE FROM answer; END;"
           "INSERT INTO answer VALUES ('kaputt', '', '', CAST (x'fffe41' AS TEXT));"
           "INSERT INTO answer VALUES ('ziel2', '', '', 'da')");
  wb_test_project_run_sql (fixture, "INSERT INTO answer VALUES ('ziel', '', '', 'alt') ON CONFLICT DO NOTHING");
  file = wb_test_project_open (fixture);
  g_assert_true (g_utf8_validate (get (file, "kaputt"), -1, NULL));
  set (file, "a", "1");
  set (file, "b", "2");
  assert_closes (file);
  again = wb_test_project_open (fixture);
  g_assert_cmpstr (get (again, "a"), ==, "1");
  g_assert_cmpstr (get (again, "b"), ==, "2");
}

#define ADD(name) g_test_add ("/project-file/" #name, WbTestProject, NULL, wb_test_project_set_up, test_##name, wb_test_project_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  /* Forks, so it comes before any thread of the test's own. */
  ADD (killed);
  ADD (open_elsewhere);
  ADD (round_trip);
  ADD (create_refuses);
  ADD (rows);
  ADD (signals);
  ADD (saved_without_close);
  ADD (closed_is_closed);
  ADD (newer);
  ADD (upgrade);
  ADD (old_read_only);
  ADD (slides);
  ADD (open_twice);
  ADD (one_state);
  ADD (read_only_medium);
  ADD (vanished);
  ADD (replaced);
  ADD (full_disk);
  ADD (faults);
  ADD (hostile);

  return g_test_run ();
}
