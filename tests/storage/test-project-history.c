/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-connection.h"
#include "wb-project-file.h"
#include "wb-revision-table.h"
#include "wb-test-library.h"
#include "wb-test-project.h"

#include "wb-changeset.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* How many random things are done in a property test. */
#define N_STEPS 120

/* Everything is written, the answers have followed, and what comes is another thing that is done. */
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
undo (WbProjectFile *file)
{
  wb_project_file_undo (file);
  settle (file);
}

static void
redo (WbProjectFile *file)
{
  wb_project_file_redo (file);
  settle (file);
}

static GPtrArray *
load_history (WbTestProject *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *revisions = wb_project_file_load_history (fixture->path, &error);

  g_assert_no_error (error);

  return revisions;
}

static void
test_there_and_back (WbTestProject *fixture,
                     gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);

  g_assert_false (wb_project_file_get_can_undo (file));
  set (file, "ziel", "alt");
  settle (file);
  set (file, "anlass", "Kita");
  settle (file);
  g_assert_true (wb_project_file_get_can_undo (file));
  g_assert_false (wb_project_file_get_can_redo (file));

  undo (file);
  g_assert_cmpstr (get (file, "anlass"), ==, "");
  g_assert_cmpstr (get (file, "ziel"), ==, "alt");
  g_assert_true (wb_project_file_get_can_redo (file));
  undo (file);
  g_assert_cmpstr (get (file, "ziel"), ==, "");
  g_assert_false (wb_project_file_get_can_undo (file));
  /* Nothing is left to take back. */
  undo (file);
  g_assert_cmpstr (get (file, "ziel"), ==, "");

  redo (file);
  g_assert_cmpstr (get (file, "ziel"), ==, "alt");
  redo (file);
  redo (file);
  g_assert_cmpstr (get (file, "anlass"), ==, "Kita");
  g_assert_false (wb_project_file_get_can_redo (file));

  undo (file);
  set (file, "ziel", "neu");
  settle (file);
  g_assert_false (wb_project_file_get_can_redo (file));
  close_file (file);
}

static void
check_order (WbProjectFile *file,
             const char    *expected)
{
  g_autofree const char **rows = wb_answers_list_rows (wb_project_file_get_answers (file), "team");
  g_autofree char *joined = g_strjoinv (" ", (char **) rows);

  g_assert_cmpstr (joined, ==, expected);
}

/* The way the form moves a row: out, and in again elsewhere, with all that stands in it. */
static void
move_row (WbProjectFile *file,
          const char    *row,
          guint          position)
{
  WbAnswers *answers = wb_project_file_get_answers (file);
  g_autofree char *name = g_strdup (wb_answers_get (answers, "team", row, "name"));

  wb_answers_remove_row (answers, "team", row);
  wb_answers_insert_row (answers, "team", row, position);
  wb_answers_set (answers, "team", row, "name", name);
  settle (file);
}

static void
check_moved (const WbRevision *revision,
             guint             i,
             const char       *row)
{
  const WbEdit *edit;

  g_assert_cmpuint (i, <, revision->edits->len);
  edit = g_ptr_array_index (revision->edits, i);
  g_assert_cmpint (edit->target, ==, WB_EDIT_ROW);
  g_assert_cmpstr (edit->row, ==, row);
  g_assert_cmpstr (edit->before, ==, "1");
  g_assert_cmpstr (edit->after, ==, "1");
}

/* One step, which names one of the two rows that changed places and nothing else; it is in the file and can be taken back. */
static void
test_moved_row (WbTestProject *fixture,
                gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  WbAnswers *answers = wb_project_file_get_answers (file);
  g_autoptr (GPtrArray) revisions = NULL;
  const WbRevision *last;

  for (const char *id = "abcd"; *id != '\0'; id++)
    {
      const char row[] = { *id, '\0' };

      wb_answers_add_row (answers, "team", row);
      wb_answers_set (answers, "team", row, "name", row);
    }
  settle (file);
  move_row (file, "c", 1);
  check_order (file, "a c b d");
  revisions = load_history (fixture);
  last = g_ptr_array_index (revisions, revisions->len - 1);
  g_assert_cmpuint (last->edits->len, ==, 1);
  check_moved (last, 0, "b");
  undo (file);
  check_order (file, "a b c d");
  g_assert_cmpstr (wb_answers_get (answers, "team", "c", "name"), ==, "c");
  redo (file);
  move_row (file, "d", 0);
  check_order (file, "d a c b");
  close_file (file);
  g_clear_object (&file);

  file = wb_test_project_open (fixture);
  check_order (file, "d a c b");
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (file), "team", "d", "name"), ==, "d");
  undo (file);
  undo (file);
  check_order (file, "a b c d");
  close_file (file);
}

/* A row that goes past many is the one that was moved, not those that made room for it. */
static void
test_moved_far (WbTestProject *fixture,
                gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  WbAnswers *answers = wb_project_file_get_answers (file);
  g_autoptr (GPtrArray) revisions = NULL;
  const WbRevision *last;

  for (const char *id = "abcdef"; *id != '\0'; id++)
    {
      const char row[] = { *id, '\0' };

      wb_answers_add_row (answers, "team", row);
      wb_answers_set (answers, "team", row, "name", row);
    }
  settle (file);
  move_row (file, "f", 0);
  check_order (file, "f a b c d e");
  move_row (file, "a", 4);
  check_order (file, "f b c d a e");
  revisions = load_history (fixture);
  last = g_ptr_array_index (revisions, revisions->len - 2);
  g_assert_cmpuint (last->edits->len, ==, 1);
  check_moved (last, 0, "f");
  last = g_ptr_array_index (revisions, revisions->len - 1);
  g_assert_cmpuint (last->edits->len, ==, 1);
  check_moved (last, 0, "a");
  undo (file);
  check_order (file, "f a b c d e");
  close_file (file);
}

static void
test_after_restart (WbTestProject *fixture,
                    gconstpointer  data)
{
  g_autoptr (WbProjectFile) first = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) second = NULL;
  g_autoptr (WbProjectFile) third = NULL;

  set (first, "ziel", "alt");
  settle (first);
  set (first, "anlass", "Kita");
  settle (first);
  undo (first);
  close_file (first);

  second = wb_test_project_open (fixture);
  g_assert_true (wb_project_file_get_can_undo (second));
  g_assert_true (wb_project_file_get_can_redo (second));
  redo (second);
  g_assert_cmpstr (get (second, "anlass"), ==, "Kita");
  undo (second);
  undo (second);
  close_file (second);

  third = wb_test_project_open (fixture);
  g_assert_cmpstr (get (third, "ziel"), ==, "");
  g_assert_false (wb_project_file_get_can_undo (third));
}

/* What is done in one go is one thing to take back. */
static void
test_one_go (WbTestProject *fixture,
             gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (GPtrArray) revisions = NULL;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *field = g_strdup_printf ("feld%u", i);

      set (file, field, "vorausgefüllt");
    }
  settle (file);
  revisions = load_history (fixture);
  g_assert_cmpuint (revisions->len, ==, 1);
  undo (file);
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *field = g_strdup_printf ("feld%u", i);

      g_assert_cmpstr (get (file, field), ==, "");
    }
}

/* What comes to nothing is no revision. */
static void
test_nothing (WbTestProject *fixture,
              gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (GPtrArray) revisions = NULL;

  set (file, "ziel", "x");
  set (file, "ziel", "");
  settle (file);
  wb_project_file_set_current_step (file, "schritt");
  settle (file);
  revisions = load_history (fixture);
  g_assert_cmpuint (revisions->len, ==, 0);
  g_assert_false (wb_project_file_get_can_undo (file));
}

static void
assert_rows (WbProjectFile *file,
             const char    *expected)
{
  g_autofree const char **rows = wb_answers_list_rows (wb_project_file_get_answers (file), "liste");
  g_autofree char *joined = g_strjoinv (",", (char **) rows);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_rows_come_back (WbTestProject *fixture,
                     gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  WbAnswers *answers = wb_project_file_get_answers (file);

  for (const char *id = "abc"; *id != '\0'; id++)
    {
      g_autofree char *row = g_strndup (id, 1);

      wb_answers_add_row (answers, "liste", row);
      wb_answers_set (answers, "liste", row, "wer", row);
      settle (file);
    }
  wb_answers_remove_row (answers, "liste", "b");
  settle (file);
  assert_rows (file, "a,c");
  undo (file);
  assert_rows (file, "a,b,c");
  g_assert_cmpstr (wb_answers_get (answers, "liste", "b", "wer"), ==, "b");
  redo (file);
  assert_rows (file, "a,c");
  g_assert_cmpstr (wb_answers_get (answers, "liste", "b", "wer"), ==, "");
  undo (file);
  undo (file);
  assert_rows (file, "a,b");
}

/* The decks of the project are a part of its history. */
static void
test_slides (WbTestProject *fixture,
             gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (GPtrArray) slides = wb_slide_list_new ();
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) back = NULL;

  g_ptr_array_add (slides, wb_slide_new ("anlass"));
  wb_project_file_set_slides (file, "praesentation", slides);
  settle (file);
  undo (file);
  none = wb_project_file_get_slides (file, "praesentation");
  g_assert_cmpuint (none->len, ==, 0);
  redo (file);
  back = wb_project_file_get_slides (file, "praesentation");
  g_assert_cmpuint (back->len, ==, 1);
  g_assert_cmpstr (((WbSlide *) g_ptr_array_index (back, 0))->key, ==, "anlass");
}

static void
add_passage (GPtrArray  *edits,
             guint       place,
             const char *key)
{
  WbSlide *edit = wb_slide_new (key);

  edit->title = g_strdup (key);
  edit->body = g_strdup ("Text");
  g_ptr_array_insert (edits, (int) place, edit);
}

/* The passages of a text, too; that one was put in front of another is no change of the other. */
static void
test_passages (WbTestProject *fixture,
               gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (GPtrArray) edits = wb_slide_list_new ();
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GError) error = NULL;
  const WbRevision *last;

  add_passage (edits, 0, "zwei/p1~b");
  wb_project_file_set_slides (file, "brief", edits);
  settle (file);
  add_passage (edits, 0, "eins/p1~a");
  wb_project_file_set_slides (file, "brief", edits);
  settle (file);
  revisions = wb_project_file_load_history (wb_project_file_get_path (file), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (revisions->len, ==, 2);
  last = g_ptr_array_index (revisions, 1);
  g_assert_cmpuint (last->edits->len, ==, 1);
  g_assert_cmpstr (((const WbEdit *) g_ptr_array_index (last->edits, 0))->row, ==, "eins/p1~a");
  undo (file);
  back = wb_project_file_get_slides (file, "brief");
  g_assert_cmpuint (back->len, ==, 1);
}

/* What somebody types while a step back is still being written is newer than that step. */
static void
test_newer_stays (WbTestProject *fixture,
                  gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) again = NULL;

  set (file, "ziel", "alt");
  settle (file);
  wb_project_file_undo (file);
  set (file, "ziel", "neu");
  settle (file);
  g_assert_cmpstr (get (file, "ziel"), ==, "neu");
  close_file (file);
  again = wb_test_project_open (fixture);
  g_assert_cmpstr (get (again, "ziel"), ==, "neu");
}

/* Everything there is, in words that can be compared. */
static char *
describe (WbAnswers *answers)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, "liste");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *field = g_strdup_printf ("feld%u", i);

      g_string_append_printf (text, "%s=%s;", field, wb_answers_get (answers, field, "", ""));
    }
  for (guint i = 0; rows[i] != NULL; i++)
    g_string_append_printf (text, "%s:%s|%s;", rows[i], wb_answers_get (answers, "liste", rows[i], "wer"),
                            wb_answers_get (answers, "liste", rows[i], "was"));

  return g_string_free (text, FALSE);
}

static void
edit_table (WbAnswers *answers)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, "liste");
  guint n = wb_answers_count_rows (answers, "liste");
  int what = g_test_rand_int_range (0, 4);

  if (n == 0 || what == 0)
    wb_answers_add_row (answers, "liste", NULL);
  else if (what == 1)
    wb_answers_remove_row (answers, "liste", rows[g_test_rand_int_range (0, n)]);
  else
    {
      g_autofree char *value = g_strdup_printf ("%d", g_test_rand_int_range (0, 50));

      wb_answers_set (answers, "liste", rows[g_test_rand_int_range (0, n)], what == 2 ? "wer" : "was", value);
    }
}

static void
edit_at_random (WbProjectFile *file)
{
  g_autofree char *field = g_strdup_printf ("feld%d", g_test_rand_int_range (0, 6));
  g_autofree char *value = g_strdup_printf ("%d", g_test_rand_int_range (0, 5));

  if (g_test_rand_bit ())
    set (file, field, g_str_equal (value, "0") ? "" : value);
  else
    edit_table (wb_project_file_get_answers (file));
  settle (file);
}

static void
test_random (WbTestProject *fixture,
             gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  WbAnswers *answers = wb_project_file_get_answers (file);
  g_autofree char *start = describe (answers);
  g_autofree char *end = NULL;
  guint n_undone = 0;

  for (guint i = 0; i < N_STEPS; i++)
    {
      int what = g_test_rand_int_range (0, 8);

      if (what == 0)
        undo (file);
      else if (what == 1)
        redo (file);
      else
        edit_at_random (file);
    }
  end = describe (answers);

  for (; wb_project_file_get_can_undo (file); n_undone++)
    undo (file);
  {
    g_autofree char *now = describe (answers);

    g_assert_cmpstr (now, ==, start);
  }
  for (guint i = 0; i < n_undone; i++)
    redo (file);
  {
    g_autofree char *now = describe (answers);
    g_autoptr (WbProjectFile) again = NULL;
    g_autofree char *saved = NULL;

    g_assert_cmpstr (now, ==, end);
    close_file (file);
    again = wb_test_project_open (fixture);
    saved = describe (wb_project_file_get_answers (again));
    g_assert_cmpstr (saved, ==, end);
  }
}

static gint64
get_newest (WbTestProject *fixture)
{
  g_autoptr (GPtrArray) revisions = load_history (fixture);
  const WbRevision *newest = revisions->len > 0 ? g_ptr_array_index (revisions, revisions->len - 1) : NULL;

  return newest != NULL ? newest->id : 0;
}

/* Each state there ever was can be looked at, and gone back to. */
static void
test_every_state (WbTestProject *fixture,
                  gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (GHashTable) states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key;
  gpointer value;
  gint64 before = 0;

  for (guint i = 0; i < 40; i++)
    {
      gint64 id;

      if (g_test_rand_int_range (0, 6) == 0)
        undo (file);
      else
        edit_at_random (file);
      id = get_newest (fixture);
      /* What was typed into one answer came to nothing. */
      if (id < before)
        g_hash_table_remove (states, &before);
      before = id;
      g_hash_table_replace (states, g_memdup2 (&id, sizeof id), describe (wb_project_file_get_answers (file)));
    }

  g_hash_table_iter_init (&iter, states);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WbAnswers) state = wb_project_file_load_state (fixture->path, *(gint64 *) key, &error);
      g_autofree char *seen = NULL;
      g_autofree char *restored = NULL;

      g_assert_no_error (error);
      seen = describe (state);
      g_assert_cmpstr (seen, ==, value);
      wb_project_file_restore (file, *(gint64 *) key);
      settle (file);
      restored = describe (wb_project_file_get_answers (file));
      g_assert_cmpstr (restored, ==, value);
    }
}

static void
note_failure (WbProjectFile *file,
              const GError  *error,
              gpointer       user_data)
{
  guint *n_failures = user_data;

  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  (*n_failures)++;
}

/* A state that there never was is one sentence, and keeps nothing from being written. */
static void
test_no_such_state (WbTestProject *fixture,
                    gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (WbProjectFile) again = NULL;
  g_autoptr (GError) error = NULL;
  guint n_failures = 0;

  g_signal_connect (file, "step-failed", G_CALLBACK (note_failure), &n_failures);
  set (file, "ziel", "alt");
  settle (file);
  wb_project_file_restore (file, 4711);
  set (file, "anlass", "Kita");
  settle (file);
  g_assert_cmpuint (n_failures, ==, 1);
  g_assert_null (wb_project_file_load_state (fixture->path, 4711, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  close_file (file);
  again = wb_test_project_open (fixture);
  g_assert_cmpstr (get (again, "ziel"), ==, "alt");
  g_assert_cmpstr (get (again, "anlass"), ==, "Kita");
}

/* The history of a mailed file is as foreign as the rest of it. */
static void
test_hostile (WbTestProject *fixture,
              gconstpointer  data)
{
  static const char *const changes[] = {
    "x''", "x'00'", "x'54ff'", "x'5404010101006165'", "randomblob (4000)", "zeroblob (100)", "'kein Blob'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE revision SET changes = %s", changes[i]);
      WbProjectFile *file = wb_test_project_create (fixture);
      g_autoptr (GPtrArray) revisions = NULL;

      set (file, "ziel", "alt");
      close_file (file);
      g_object_unref (file);
      wb_test_project_run_sql (fixture, sql);
      file = wb_test_project_open (fixture);
      undo (file);
      set (file, "anlass", "Kita");
      close_file (file);
      g_object_unref (file);
      file = wb_test_project_open (fixture);
      g_assert_cmpstr (get (file, "anlass"), ==, "Kita");
      g_object_unref (file);
      g_unlink (fixture->path);
    }
}

/* No changeset that was cut off or tampered with gets as far as SQLite and reads what is not there. */
static void
test_damaged (WbTestProject *fixture,
              gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbConnection) connection = NULL;
  g_autoptr (GBytes) changes = NULL;
  const guint8 *bytes;
  gsize size;

  set (file, "ziel", "alt");
  wb_answers_add_row (wb_project_file_get_answers (file), "liste", "a");
  close_file (file);
  connection = wb_connection_open (fixture->path, WB_OPEN_READ, &error);
  changes = wb_revision_table_load_changes (connection, 1, &error);
  g_assert_no_error (error);
  bytes = g_bytes_get_data (changes, &size);
  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (bytes, i);

      /* With whole changes less, it is still one. */
      if (i > 0 && wb_changeset_check (cut))
        g_assert_nonnull (memchr ("T\x09\x12\x17", bytes[i], 4));
      for (guint bit = 0; bit < 8; bit++)
        {
          g_autofree guint8 *copy = g_memdup2 (bytes, size);
          g_autoptr (GBytes) flipped = NULL;
          g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_edit_free);

          copy[i] ^= 1 << bit;
          flipped = g_bytes_new_take (g_steal_pointer (&copy), size);
          if (wb_changeset_check (flipped))
            wb_changeset_read (connection, flipped, edits, NULL);
        }
    }
}

/* A file of version 2 has no history yet; it gets one, and keeps what it holds. */
static void
test_upgrade (WbTestProject *fixture,
              gconstpointer  data)
{
  g_autofree char *old = wb_test_fixture ("project-v2.wegbereiter");
  g_autofree char *bytes = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (WbProjectFile) file = NULL;
  WbAnswers *answers;
  gsize length;

  g_assert_true (g_file_get_contents (old, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));
  before = load_history (fixture);
  g_assert_cmpuint (before->len, ==, 0);

  file = wb_test_project_open (fixture);
  answers = wb_project_file_get_answers (file);
  g_assert_cmpstr (get (file, "anlass-satz"), ==, "Die Kita-Plätze reichen nicht.");
  g_assert_cmpstr (wb_answers_get (answers, "sponsor", "", "name"), ==, "Frau A. (Beispiel)");
  g_assert_cmpuint (wb_answers_count_rows (answers, "beteiligtenliste"), ==, 2);
  g_assert_false (wb_project_file_get_can_undo (file));
  set (file, "anlass-satz", "Es sind mehr Kinder da.");
  settle (file);
  undo (file);
  g_assert_cmpstr (get (file, "anlass-satz"), ==, "Die Kita-Plätze reichen nicht.");
}

/* What the history says: which value, what it was, what it became. */
static void
test_what_changed (WbTestProject *fixture,
                   gconstpointer  data)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (fixture);
  g_autoptr (GPtrArray) revisions = NULL;
  const WbRevision *revision;
  const WbEdit *edit;

  set (file, "rolle", "Leitung");
  settle (file);
  set (file, "anderes", "x");
  settle (file);
  set (file, "rolle", "Datenschutz");
  settle (file);
  wb_project_file_set_title (file, "Neuer Name");
  settle (file);
  undo (file);
  g_assert_cmpstr (wb_project_file_get_title (file), ==, "Sozialräume");

  revisions = load_history (fixture);
  g_assert_cmpuint (revisions->len, ==, 5);
  revision = g_ptr_array_index (revisions, 2);
  g_assert_cmpint (revision->kind, ==, WB_REVISION_EDIT);
  g_assert_cmpuint (revision->edits->len, ==, 1);
  edit = g_ptr_array_index (revision->edits, 0);
  g_assert_cmpint (edit->target, ==, WB_EDIT_CELL);
  g_assert_cmpstr (edit->field, ==, "rolle");
  g_assert_cmpstr (edit->before, ==, "Leitung");
  g_assert_cmpstr (edit->after, ==, "Datenschutz");
  revision = g_ptr_array_index (revisions, 3);
  edit = g_ptr_array_index (revision->edits, 0);
  g_assert_cmpint (edit->target, ==, WB_EDIT_FACT);
  g_assert_cmpstr (edit->after, ==, "Neuer Name");
  revision = g_ptr_array_index (revisions, 4);
  g_assert_cmpint (revision->kind, ==, WB_REVISION_UNDO);
  g_assert_cmpint (revision->of, ==, 4);
}

#define ADD(name) g_test_add ("/project-history/" #name, WbTestProject, NULL, wb_test_project_set_up, test_##name, wb_test_project_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (there_and_back);
  ADD (after_restart);
  ADD (moved_row);
  ADD (moved_far);
  ADD (one_go);
  ADD (nothing);
  ADD (rows_come_back);
  ADD (slides);
  ADD (passages);
  ADD (newer_stays);
  ADD (random);
  ADD (every_state);
  ADD (no_such_state);
  ADD (hostile);
  ADD (damaged);
  ADD (upgrade);
  ADD (what_changed);

  return g_test_run ();
}
