/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-attachment-table.h"
#include "wb-connection.h"
#include "wb-merge.h"
#include "wb-project-attach.h"
#include "wb-project-file.h"
#include "wb-project-fork.h"
#include "wb-test-library.h"
#include "wb-test-project.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* How many random things each side does. */
#define N_STEPS 40

/* A project, and the place of a copy of it. */
typedef struct
{
  WbTestProject mine;
  WbTestProject theirs;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  wb_test_project_set_up (&self->mine, data);
  self->theirs.folder = self->mine.folder;
  self->theirs.path = g_build_filename (self->mine.folder, "Kollegin.wegbereiter", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_free (self->theirs.path);
  wb_test_project_tear_down (&self->mine, data);
}

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
copy_bytes (const char *from,
            const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
}

static void
set_cell (WbProjectFile *file,
          const char    *field,
          const char    *row,
          const char    *column,
          const char    *value)
{
  wb_answers_set (wb_project_file_get_answers (file), field, row, column, value);
  settle (file);
}

static void
set (WbProjectFile *file,
     const char    *field,
     const char    *value)
{
  set_cell (file, field, "", "", value);
}

static const char *
get (WbProjectFile *file,
     const char    *field)
{
  return wb_answers_get (wb_project_file_get_answers (file), field, "", "");
}

static void
close_file (WbProjectFile *file)
{
  g_autoptr (GError) error = NULL;

  settle (file);
  g_assert_true (wb_project_file_close (file, &error));
  g_assert_no_error (error);
}

/* Opens it, sets one answer, and closes it. */
static void
write_answer (WbTestProject *project,
              const char    *field,
              const char    *value)
{
  g_autoptr (WbProjectFile) file = wb_test_project_open (project);

  set (file, field, value);
  close_file (file);
}

/* A project with some answers and its copy. */
static void
make_copies (Fixture *self)
{
  g_autoptr (WbProjectFile) file = wb_test_project_create (&self->mine);
  WbAnswers *answers = wb_project_file_get_answers (file);

  set (file, "ziel", "Ausgang");
  wb_answers_add_row (answers, "liste", "a");
  set_cell (file, "liste", "a", "wer", "Jugendamt");
  wb_answers_add_row (answers, "liste", "b");
  set_cell (file, "liste", "b", "wer", "Bauamt");
  close_file (file);
  copy_bytes (self->mine.path, self->theirs.path);
}

static WbProjectFork *
read_fork (const char *mine,
           const char *theirs)
{
  g_autoptr (GError) error = NULL;
  WbProjectFork *fork = wb_project_fork_read (mine, theirs, NULL, &error);

  g_assert_no_error (error);

  return fork;
}

static void
choose_all (WbMerge       *merge,
            WbMergeChoice  choice)
{
  GPtrArray *conflicts = wb_merge_get_conflicts (merge);

  for (guint i = 0; i < conflicts->len; i++)
    wb_merge_choose (merge, g_ptr_array_index (conflicts, i), choice);
}

/* Merges the other copy into @file, the one at @mine; says how much came in and how much was in conflict. */
static void
merge (WbProjectFile *file,
       const char    *theirs,
       WbMergeChoice  choice,
       guint         *incoming,
       guint         *conflicts)
{
  g_autoptr (WbProjectFork) fork = read_fork (wb_project_file_get_path (file), theirs);
  g_autoptr (WbMerge) merged = wb_merge_new (fork->base, fork->mine, fork->theirs, NULL);
  WbProjectState *result;

  *incoming = wb_merge_get_incoming (merged)->len;
  *conflicts = wb_merge_get_conflicts (merged)->len;
  choose_all (merged, choice);
  result = wb_merge_make_result (merged);
  wb_project_fork_mark (fork, result);
  wb_project_file_merge (file, result, fork->my_token, theirs);
  settle (file);
}

/* What the file holds, read anew. */
static WbProjectState *
load_state (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_strconcat (path, "-copy", NULL);
  g_autoptr (WbProjectFork) fork = NULL;

  copy_bytes (path, copy);
  fork = wb_project_fork_read (path, copy, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (copy), ==, 0);

  return g_steal_pointer (&fork->mine);
}

static void
test_merge (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (WbProjectFile) mine = NULL;
  g_autoptr (WbProjectFile) theirs = NULL;
  g_autoptr (WbProjectFile) later = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (WbProjectState) before = NULL;
  g_autoptr (WbProjectState) after = NULL;
  const WbRevision *newest;
  WbAnswers *answers;
  guint incoming, conflicts;

  make_copies (self);
  mine = wb_test_project_open (&self->mine);
  theirs = wb_test_project_open (&self->theirs);
  set (mine, "ziel", "meins");
  set (mine, "anlass", "Kita");
  set (theirs, "ziel", "ihres");
  set (theirs, "frist", "bald");
  wb_answers_add_row (wb_project_file_get_answers (theirs), "liste", "t");
  set_cell (theirs, "liste", "t", "wer", "Personalrat");
  wb_answers_remove_row (wb_project_file_get_answers (theirs), "liste", "a");
  close_file (theirs);
  before = load_state (self->mine.path);

  merge (mine, self->theirs.path, WB_MERGE_THEIRS, &incoming, &conflicts);
  g_assert_cmpuint (incoming, ==, 3);
  g_assert_cmpuint (conflicts, ==, 1);
  answers = wb_project_file_get_answers (mine);
  g_assert_cmpstr (get (mine, "ziel"), ==, "ihres");
  g_assert_cmpstr (get (mine, "anlass"), ==, "Kita");
  g_assert_cmpstr (get (mine, "frist"), ==, "bald");
  g_assert_cmpuint (wb_answers_count_rows (answers, "liste"), ==, 2);
  g_assert_cmpstr (wb_answers_get (answers, "liste", "t", "wer"), ==, "Personalrat");
  g_assert_cmpstr (wb_answers_get (answers, "liste", "a", "wer"), ==, "");
  history = wb_project_file_load_history (self->mine.path, NULL);
  newest = g_ptr_array_index (history, history->len - 1);
  g_assert_cmpint (newest->kind, ==, WB_REVISION_MERGE);

  /* One step back, and all is as before; forth again, and it is merged. */
  wb_project_file_undo (mine);
  settle (mine);
  after = load_state (self->mine.path);
  g_assert_true (wb_project_state_equal (before, after));
  g_assert_cmpstr (get (mine, "ziel"), ==, "meins");
  wb_project_file_redo (mine);
  close_file (mine);
  later = wb_test_project_open (&self->mine);
  g_assert_cmpstr (get (later, "frist"), ==, "bald");
}

/* What was decided once is not asked again, and what is new comes in. */
static void
test_again (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (WbProjectFile) mine = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) longer = NULL;
  guint incoming, conflicts;

  make_copies (self);
  write_answer (&self->mine, "ziel", "meins");
  write_answer (&self->theirs, "ziel", "ihres");
  mine = wb_test_project_open (&self->mine);
  merge (mine, self->theirs.path, WB_MERGE_MINE, &incoming, &conflicts);
  g_assert_cmpuint (conflicts, ==, 1);
  history = wb_project_file_load_history (self->mine.path, NULL);
  merge (mine, self->theirs.path, WB_MERGE_MINE, &incoming, &conflicts);
  g_assert_cmpuint (incoming + conflicts, ==, 0);
  longer = wb_project_file_load_history (self->mine.path, NULL);
  g_assert_cmpuint (longer->len, ==, history->len);

  write_answer (&self->theirs, "frist", "bald");
  merge (mine, self->theirs.path, WB_MERGE_MINE, &incoming, &conflicts);
  g_assert_cmpuint (incoming, ==, 1);
  g_assert_cmpuint (conflicts, ==, 0);
  g_assert_cmpstr (get (mine, "ziel"), ==, "meins");
  g_assert_cmpstr (get (mine, "frist"), ==, "bald");

  /* A merge that was taken back counts as not done. */
  wb_project_file_undo (mine);
  settle (mine);
  merge (mine, self->theirs.path, WB_MERGE_MINE, &incoming, &conflicts);
  g_assert_cmpuint (incoming, ==, 1);
  close_file (mine);
}

/* Both take over from each other in turn: nothing is asked twice. */
static void
test_crosswise (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (WbProjectFile) mine = NULL;
  g_autoptr (WbProjectFile) theirs = NULL;
  g_autoptr (WbProjectState) first = NULL;
  g_autoptr (WbProjectState) second = NULL;
  g_autoptr (GPtrArray) edits = NULL;
  guint incoming, conflicts;

  make_copies (self);
  write_answer (&self->mine, "ziel", "meins");
  write_answer (&self->theirs, "ziel", "ihres");
  write_answer (&self->theirs, "frist", "bald");
  mine = wb_test_project_open (&self->mine);
  merge (mine, self->theirs.path, WB_MERGE_MINE, &incoming, &conflicts);
  g_assert_cmpuint (conflicts, ==, 1);
  set (mine, "anlass", "Kita");
  theirs = wb_test_project_open (&self->theirs);
  merge (theirs, self->mine.path, WB_MERGE_MINE, &incoming, &conflicts);
  g_assert_cmpuint (conflicts, ==, 0);
  g_assert_cmpuint (incoming, ==, 2);
  g_assert_cmpstr (get (theirs, "ziel"), ==, "meins");
  set (theirs, "ziel", "neu");
  merge (mine, self->theirs.path, WB_MERGE_MINE, &incoming, &conflicts);
  g_assert_cmpuint (conflicts, ==, 0);
  g_assert_cmpuint (incoming, ==, 1);
  g_assert_cmpstr (get (mine, "ziel"), ==, "neu");
  close_file (mine);
  close_file (theirs);
  first = load_state (self->mine.path);
  second = load_state (self->theirs.path);
  edits = wb_project_state_compare (first, second);
  for (guint i = 0; i < edits->len; i++)
    g_assert_cmpint (((const WbEdit *) g_ptr_array_index (edits, i))->target, ==, WB_EDIT_FACT);
}

/* A copy from before anything was written has no revision in common. */
static void
test_fresh (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (WbProjectFile) made = wb_test_project_create (&self->mine);
  g_autoptr (WbProjectFile) mine = NULL;
  guint incoming, conflicts;

  close_file (made);
  copy_bytes (self->mine.path, self->theirs.path);
  write_answer (&self->mine, "ziel", "meins");
  write_answer (&self->theirs, "frist", "bald");
  mine = wb_test_project_open (&self->mine);
  merge (mine, self->theirs.path, WB_MERGE_MINE, &incoming, &conflicts);
  g_assert_cmpuint (incoming, ==, 1);
  g_assert_cmpuint (conflicts, ==, 0);
  g_assert_cmpstr (get (mine, "ziel"), ==, "meins");
  g_assert_cmpstr (get (mine, "frist"), ==, "bald");
  close_file (mine);
}

static void
assert_refused (Fixture *self,
                WbError  code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFork) fork = wb_project_fork_read (self->mine.path, self->theirs.path, NULL, &error);

  g_assert_null (fork);
  g_assert_error (error, WB_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_refusals (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (WbProjectFile) other = NULL;
  g_autoptr (GError) error = NULL;

  make_copies (self);
  g_assert_null (wb_project_fork_read (self->mine.path, self->mine.path, NULL, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);

  wb_test_project_run_sql (&self->theirs, "PRAGMA user_version = 99");
  assert_refused (self, WB_ERROR_NEWER);

  g_assert_true (g_file_set_contents (self->theirs.path, "Das ist kein Projekt.", -1, NULL));
  assert_refused (self, WB_ERROR_FOREIGN);
  g_assert_cmpint (g_unlink (self->theirs.path), ==, 0);
  assert_refused (self, WB_ERROR_NOT_FOUND);

  other = wb_test_project_create (&self->theirs);
  set (other, "ziel", "ganz anders");
  close_file (other);
  assert_refused (self, WB_ERROR_INVALID);
}

/* A history that was tampered with is no way back, and changes nothing here. */
static void
test_tampered (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length, new_length;

  make_copies (self);
  write_answer (&self->theirs, "ziel", "ihres");
  g_assert_true (g_file_get_contents (self->mine.path, &before, &length, NULL));
  wb_test_project_run_sql (&self->theirs, "UPDATE revision SET changes = x'54ffffff7f00'");
  assert_refused (self, WB_ERROR_CORRUPT);
  wb_test_project_run_sql (&self->theirs, "UPDATE revision SET kind = 'anders'");
  assert_refused (self, WB_ERROR_CORRUPT);
  g_assert_true (g_file_get_contents (self->mine.path, &after, &new_length, NULL));
  g_assert_cmpmem (before, length, after, new_length);
}

/* Somebody wrote into the project while the copies were compared. */
static void
failed_cb (WbProjectFile *file,
           const GError  *error,
           guint         *n_failed)
{
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  (*n_failed)++;
}

static void
test_overtaken (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (WbProjectFile) mine = NULL;
  g_autoptr (WbProjectFork) fork = NULL;
  guint n_failed = 0;

  make_copies (self);
  write_answer (&self->theirs, "ziel", "ihres");
  mine = wb_test_project_open (&self->mine);
  g_signal_connect (mine, "step-failed", G_CALLBACK (failed_cb), &n_failed);
  fork = read_fork (self->mine.path, self->theirs.path);
  set (mine, "frist", "morgen");
  wb_project_file_merge (mine, wb_project_state_copy (fork->theirs), fork->my_token, self->theirs.path);
  settle (mine);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_cmpstr (get (mine, "ziel"), ==, "Ausgang");
  g_assert_cmpstr (get (mine, "frist"), ==, "morgen");
  set (mine, "frist", "heute");
  close_file (mine);
}

/* Their facts are theirs: what a file is, and what guide it follows, is not for others to change. */
static void
test_own_facts (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (WbProjectFile) mine = NULL;
  guint incoming, conflicts;

  make_copies (self);
  write_answer (&self->theirs, "ziel", "ihres");
  wb_test_project_run_sql (&self->theirs,
                           "UPDATE meta SET value = '{}' WHERE key = 'guide-json';"
                           "INSERT INTO meta (key, value) VALUES ('town-name', 'Anderswo')");
  mine = wb_test_project_open (&self->mine);
  merge (mine, self->theirs.path, WB_MERGE_THEIRS, &incoming, &conflicts);
  g_assert_cmpuint (incoming, ==, 1);
  close_file (mine);
  g_clear_object (&mine);
  mine = wb_test_project_open (&self->mine);
  g_assert_cmpstr (wb_project_file_get_guide_json (mine), ==, "{\"version\":1}");
  g_assert_null (wb_project_file_get_town (mine));
}

/* Until a merge is whole, it has not its name. */
static void
test_unfinished (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *output = g_build_filename (self->mine.folder, "Beide.wegbereiter", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = NULL;
  g_autofree char *unfinished = NULL;

  make_copies (self);
  write_answer (&self->mine, "ziel", "meins");
  unfinished = wb_project_fork_begin (self->mine.path, output, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
  file = wb_project_file_open (unfinished, &error);
  g_assert_no_error (error);
  g_assert_false (wb_project_file_get_read_only (file));
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (file), "ziel", "", ""), ==, "meins");
  close_file (file);
  g_assert_cmpint (g_unlink (unfinished), ==, 0);

  g_assert_null (wb_project_fork_begin (self->mine.path, self->theirs.path, &error));
  g_assert_nonnull (error);
}

static void
test_slides (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (WbProjectFile) mine = NULL;
  g_autoptr (WbProjectFile) theirs = NULL;
  g_autoptr (GPtrArray) my_slides = wb_slide_list_new ();
  g_autoptr (GPtrArray) their_slides = wb_slide_list_new ();
  g_autoptr (GPtrArray) slides = NULL;
  g_autoptr (GPtrArray) back = NULL;
  guint incoming, conflicts;

  make_copies (self);
  g_ptr_array_add (my_slides, wb_slide_new ("eins"));
  g_ptr_array_add (my_slides, wb_slide_new_own ());
  g_ptr_array_add (their_slides, wb_slide_new ("eins"));
  g_ptr_array_add (their_slides, wb_slide_new_own ());
  ((WbSlide *) g_ptr_array_index (their_slides, 0))->title = g_strdup ("Erstens");
  theirs = wb_test_project_open (&self->theirs);
  wb_project_file_set_slides (theirs, "auftakt", their_slides);
  close_file (theirs);
  mine = wb_test_project_open (&self->mine);
  wb_project_file_set_slides (mine, "auftakt", my_slides);
  settle (mine);
  merge (mine, self->theirs.path, WB_MERGE_MINE, &incoming, &conflicts);
  g_assert_cmpuint (conflicts, ==, 0);
  slides = wb_project_file_get_slides (mine, "auftakt");
  g_assert_cmpuint (slides->len, ==, 3);
  g_assert_cmpstr (((WbSlide *) g_ptr_array_index (slides, 0))->title, ==, "Erstens");
  wb_project_file_undo (mine);
  settle (mine);
  back = wb_project_file_get_slides (mine, "auftakt");
  g_assert_cmpuint (back->len, ==, 2);
  close_file (mine);
}

static void
attached_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (wb_project_file_attach_finish (WB_PROJECT_FILE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* A file with @text is attached. */
static void
attach (WbTestProject *project,
        const char    *name,
        const char    *text)
{
  g_autoptr (WbProjectFile) file = wb_test_project_open (project);
  g_autofree char *path = g_build_filename (project->folder, name, NULL);
  const char *const paths[] = { path, NULL };
  gboolean done = FALSE;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  wb_project_file_attach_async (file, "anlagen", paths, NULL, NULL, NULL, attached_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  close_file (file);
}

static void
assert_attached (WbProjectFile *file,
                 const char    *name,
                 const char    *text)
{
  g_autoptr (GPtrArray) list = wb_attachment_list (wb_project_file_get_answers (file), "anlagen");
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const WbAttachment *about = g_ptr_array_index (list, i);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_str_equal (about->name, name))
        continue;
      n++;
      bytes = wb_project_file_load_attachment (wb_project_file_get_path (file), about->hash, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
    }
  g_assert_cmpuint (n, ==, 1);
}

/* What both attached is there, with its bytes; also after going back and forth, and without the other file. */
static void
test_attachments (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (WbProjectFile) mine = NULL;
  guint incoming, conflicts;

  make_copies (self);
  attach (&self->mine, "meins.txt", "von mir");
  attach (&self->theirs, "ihres.txt", "von ihr");
  mine = wb_test_project_open (&self->mine);
  merge (mine, self->theirs.path, WB_MERGE_MINE, &incoming, &conflicts);
  g_assert_cmpuint (conflicts, ==, 0);
  g_assert_cmpuint (incoming, ==, 1);
  g_assert_cmpint (g_unlink (self->theirs.path), ==, 0);
  assert_attached (mine, "meins.txt", "von mir");
  assert_attached (mine, "ihres.txt", "von ihr");
  wb_project_file_undo (mine);
  settle (mine);
  g_assert_cmpuint (wb_answers_count_rows (wb_project_file_get_answers (mine), "anlagen"), ==, 1);
  wb_project_file_redo (mine);
  settle (mine);
  assert_attached (mine, "ihres.txt", "von ihr");
  close_file (mine);
}

/* Nobody can fill up a project with what they attached to their copy. */
static void
test_attachment_room (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  make_copies (self);
  attach (&self->theirs, "ihres.txt", "von ihr");
  copy_bytes (self->theirs.path, self->mine.path);
  wb_test_project_run_sql (&self->mine, "DELETE FROM attachment");
  {
    g_autoptr (WbConnection) mine = wb_connection_open (self->mine.path, WB_OPEN_WRITE, &error);
    g_autoptr (WbConnection) theirs = wb_project_connect_to_read (self->theirs.path, &error);

    g_assert_no_error (error);
    g_assert_false (wb_attachment_table_complete (mine, theirs, strlen ("von ihr") - 1, &error));
    g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
    g_clear_error (&error);
    g_assert_true (wb_attachment_table_complete (mine, theirs, strlen ("von ihr"), &error));
    g_assert_no_error (error);
  }
}

/* Both wrote another note at the same file: one of them is chosen. */
static void
test_attachment_conflict (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr (WbProjectFile) mine = NULL;
  g_autoptr (WbProjectFile) theirs = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const char *row;
  guint incoming, conflicts;

  make_copies (self);
  attach (&self->mine, "plan.txt", "Plan");
  copy_bytes (self->mine.path, self->theirs.path);
  mine = wb_test_project_open (&self->mine);
  list = wb_attachment_list (wb_project_file_get_answers (mine), "anlagen");
  row = ((const WbAttachment *) g_ptr_array_index (list, 0))->row;
  set_cell (mine, "anlagen", row, WB_ATTACHMENT_NOTE, "Entwurf");
  theirs = wb_test_project_open (&self->theirs);
  set_cell (theirs, "anlagen", row, WB_ATTACHMENT_NOTE, "Endfassung");
  close_file (theirs);
  merge (mine, self->theirs.path, WB_MERGE_THEIRS, &incoming, &conflicts);
  g_assert_cmpuint (conflicts, ==, 1);
  g_assert_cmpstr (wb_answers_get (wb_project_file_get_answers (mine), "anlagen", row, WB_ATTACHMENT_NOTE), ==, "Endfassung");
  assert_attached (mine, "plan.txt", "Plan");
  close_file (mine);
}

/*
 * Random branches.
 */

static void
do_something (WbProjectFile *file,
              const char    *side)
{
  static const char *const fields[] = { "ziel", "anlass", "frist", "x", "y" };
  WbAnswers *answers = wb_project_file_get_answers (file);
  g_autofree const char **rows = wb_answers_list_rows (answers, "liste");
  guint n = wb_answers_count_rows (answers, "liste");
  g_autofree char *value = g_strdup_printf ("%d", g_test_rand_int_range (0, 4));
  g_autofree char *id = NULL;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      id = g_strdup_printf ("%s%08x", side, (guint) g_test_rand_int ());
      wb_answers_add_row (answers, "liste", id);
      wb_answers_set (answers, "liste", id, "wer", value);
      break;
    case 1:
      id = n > 0 ? g_strdup (rows[g_test_rand_int_range (0, (int) n)]) : NULL;
      if (id != NULL)
        wb_answers_remove_row (answers, "liste", id);
      break;
    case 2:
      if (n > 0)
        wb_answers_set (answers, "liste", rows[g_test_rand_int_range (0, (int) n)], "wer", value);
      break;
    case 3:
      wb_project_file_undo (file);
      break;
    default:
      wb_answers_set (answers, fields[g_test_rand_int_range (0, G_N_ELEMENTS (fields))], "", "", value);
      break;
    }
  settle (file);
}

/* What is in memory is what is in the file. */
static void
assert_followed (WbProjectFile  *file,
                 WbProjectState *state)
{
  g_autoptr (WbProjectState) memory = wb_project_state_new ();
  g_autoptr (GPtrArray) edits = NULL;
  GPtrArray *rows = wb_project_state_get_order (state, WB_EDIT_ROW, "liste");
  GPtrArray *followed;

  wb_project_state_add_answers (memory, wb_project_file_get_answers (file));
  edits = wb_project_state_compare (memory, state);
  for (guint i = 0; i < edits->len; i++)
    g_assert_cmpint (((const WbEdit *) g_ptr_array_index (edits, i))->target, ==, WB_EDIT_FACT);
  followed = wb_project_state_get_order (memory, WB_EDIT_ROW, "liste");
  g_assert_cmpuint (followed->len, ==, rows->len);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpstr (g_ptr_array_index (followed, i), ==, g_ptr_array_index (rows, i));
}

static void
test_random (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (WbProjectFile) mine = NULL;
  g_autoptr (WbProjectFile) theirs = NULL;
  g_autoptr (WbProjectState) before = NULL;
  g_autoptr (WbProjectState) merged = NULL;
  g_autoptr (WbProjectState) undone = NULL;
  guint incoming, conflicts;

  make_copies (self);
  mine = wb_test_project_open (&self->mine);
  theirs = wb_test_project_open (&self->theirs);
  for (guint i = 0; i < N_STEPS; i++)
    {
      do_something (mine, "m");
      do_something (theirs, "t");
    }
  close_file (theirs);
  before = load_state (self->mine.path);
  merge (mine, self->theirs.path, g_test_rand_bit () ? WB_MERGE_MINE : WB_MERGE_THEIRS, &incoming, &conflicts);
  merged = load_state (self->mine.path);
  assert_followed (mine, merged);
  if (incoming + conflicts > 0)
    wb_project_file_undo (mine);
  settle (mine);
  undone = load_state (self->mine.path);
  g_assert_true (wb_project_state_equal (before, undone));
  assert_followed (mine, undone);
  close_file (mine);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/project-merge/merge", test_merge);
  ADD ("/project-merge/again", test_again);
  ADD ("/project-merge/crosswise", test_crosswise);
  ADD ("/project-merge/fresh", test_fresh);
  ADD ("/project-merge/refusals", test_refusals);
  ADD ("/project-merge/tampered", test_tampered);
  ADD ("/project-merge/overtaken", test_overtaken);
  ADD ("/project-merge/own-facts", test_own_facts);
  ADD ("/project-merge/unfinished", test_unfinished);
  ADD ("/project-merge/slides", test_slides);
  ADD ("/project-merge/attachments", test_attachments);
  ADD ("/project-merge/attachment-room", test_attachment_room);
  ADD ("/project-merge/attachment-conflict", test_attachment_conflict);
  ADD ("/project-merge/random", test_random);

  return g_test_run ();
}
