/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-connection.h"
#include "wb-merge.h"
#include "wb-project-file.h"
#include "wb-project-fork.h"
#include "wb-project-peek.h"
#include "wb-revision-table.h"
#include "wb-revision.h"
#include "wb-test-disk.h"
#include "wb-test-project.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* How many damaged files of each kind there are; WB_FUZZ says another number. */
#define N_FILES 40
#define SEED 20261122

/* A sound project, and a copy of it that went another way. */
typedef struct
{
  WbTestProject project;
  char *other;
  GRand *random;
  char *sound; /* the bytes of the project */
  gsize size;
} Fixture;

static guint
count_rounds (void)
{
  const char *number = g_getenv ("WB_FUZZ");

  return number != NULL ? (guint) g_ascii_strtoull (number, NULL, 10) : N_FILES;
}

static void
set (WbProjectFile *file,
     const char    *field,
     const char    *value)
{
  wb_answers_set (wb_project_file_get_answers (file), field, "", "", value);
}

static void
settle (WbProjectFile *file)
{
  wb_project_file_flush (file, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Answers, rows, slides and facts, each in a revision of its own. */
static void
fill (WbProjectFile *file,
      const char    *side)
{
  WbAnswers *answers = wb_project_file_get_answers (file);
  g_autoptr (GPtrArray) slides = wb_slide_list_new ();

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *field = g_strdup_printf ("feld-%u", i);
      g_autofree char *row = g_strdup_printf ("%s-%u", side, i);

      set (file, field, row);
      settle (file);
      wb_answers_add_row (answers, "liste", row);
      wb_answers_set (answers, "liste", row, "wer", "Amt für Soziales");
      settle (file);
    }
  wb_answers_remove_row (answers, "liste", "a-3");
  settle (file);
  g_ptr_array_add (slides, wb_slide_new ("anlass"));
  ((WbSlide *) g_ptr_array_index (slides, 0))->title = g_strdup (side);
  wb_project_file_set_slides (file, "auftakt", slides);
  wb_project_file_set_title (file, side);
  wb_project_file_set_fact (file, WB_PROJECT_FACT_STATE, "paused");
  settle (file);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = NULL;
  g_autoptr (WbProjectFile) other = NULL;

  wb_test_project_set_up (&self->project, data);
  self->random = g_rand_new_with_seed (SEED);
  self->other = g_build_filename (self->project.folder, "Kollegin.wegbereiter", NULL);
  file = wb_test_project_create (&self->project);
  fill (file, "a");
  g_assert_true (wb_project_file_close (file, &error));
  g_assert_true (wb_project_file_copy (self->project.path, self->other, &error));
  other = wb_project_file_open (self->other, &error);
  g_assert_no_error (error);
  fill (other, "b");
  g_assert_true (wb_project_file_close (other, &error));
  g_assert_true (g_file_get_contents (self->project.path, &self->sound, &self->size, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_rand_free (self->random);
  g_free (self->sound);
  g_free (self->other);
  wb_test_project_tear_down (&self->project, data);
}

/* One sentence for people. */
static void
assert_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, WB_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
step_failed_cb (WbProjectFile *file,
                const GError  *error,
                gpointer       user_data)
{
  assert_sentence (error);
}

static void
look_at_history (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = wb_project_file_load_history (path, &error);

  if (history == NULL)
    {
      assert_sentence (error);
      return;
    }
  for (guint i = 0; i <= history->len; i += 5)
    {
      const gint64 id = i < history->len ? ((const WbRevision *) g_ptr_array_index (history, i))->id : 0;
      g_autoptr (GError) failure = NULL;
      g_autoptr (WbAnswers) state = wb_project_file_load_state (path, id, &failure);

      if (state == NULL)
        assert_sentence (failure);
    }
}

/* Goes through all of it: back to the beginning, forth again, to a state in between, and on. */
static void
work_with (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = wb_project_file_open (path, &error);

  if (file == NULL)
    {
      assert_sentence (error);
      return;
    }
  g_signal_connect (file, "step-failed", G_CALLBACK (step_failed_cb), NULL);
  for (guint i = 0; i < 40 && wb_project_file_get_can_undo (file); i++)
    {
      wb_project_file_undo (file);
      settle (file);
    }
  for (guint i = 0; i < 4 && wb_project_file_get_can_redo (file); i++)
    {
      wb_project_file_redo (file);
      settle (file);
    }
  wb_project_file_restore (file, 0);
  settle (file);
  set (file, "feld-1", "danach");
  if (!wb_project_file_close (file, &error))
    assert_sentence (error);
}

/* Merges @theirs into @mine, whichever of them is damaged. */
static void
merge (const char *mine,
       const char *theirs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFork) fork = wb_project_fork_read (mine, theirs, NULL, &error);
  g_autoptr (WbMerge) merged = NULL;
  g_autoptr (WbProjectState) result = NULL;

  if (fork == NULL)
    {
      assert_sentence (error);
      return;
    }
  merged = wb_merge_new (fork->base, fork->mine, fork->theirs, NULL);
  result = wb_merge_make_result (merged);
  wb_project_fork_mark (fork, result);
}

/* Whatever is done with a damaged file: a sentence or an answer. */
static void
go_through (Fixture *self)
{
  const char *path = self->project.path;
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) looked = NULL;
  g_auto (GStrv) findings = wb_project_file_check (path, &error);

  if (findings == NULL)
    assert_sentence (error);
  g_clear_error (&error);
  looked = wb_project_file_look (path, "nur zum Ansehen", &error);
  if (looked == NULL)
    assert_sentence (error);
  g_clear_object (&looked);
  look_at_history (path);
  merge (path, self->other);
  merge (self->other, path);
  work_with (path);
}

static void
write_project (Fixture    *self,
               const char *bytes)
{
  g_assert_true (g_file_set_contents_full (self->project.path, bytes, (gssize) self->size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* Some bytes anywhere in the file are others. */
static void
test_bytes (Fixture       *self,
            gconstpointer  data)
{
  const guint n = count_rounds ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *bytes = g_memdup2 (self->sound, self->size);

      for (guint j = 0; j <= i % 12; j++)
        bytes[g_rand_int_range (self->random, i % 4 == 0 ? 0 : 100, (gint32) self->size)] ^= (char) (1 << g_rand_int_range (self->random, 0, 8));
      write_project (self, bytes);
      go_through (self);
    }
}

/* (transfer full) */
static GBytes *
load_changes (Fixture *self,
              gint64   id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbConnection) connection = wb_connection_open (self->project.path, WB_OPEN_READ, &error);

  g_assert_no_error (error);

  return wb_revision_table_load_changes (connection, id, NULL);
}

/* The changes of revision @id, with some bytes spoiled, cut off or put together with others. (transfer full) */
static GByteArray *
spoil_changes (Fixture *self,
               gint64   id)
{
  g_autoptr (GBytes) changes = load_changes (self, id);
  g_autoptr (GBytes) others = load_changes (self, g_rand_int_range (self->random, 1, 20));
  GByteArray *bytes = g_byte_array_new ();

  if (changes != NULL)
    g_byte_array_append (bytes, g_bytes_get_data (changes, NULL), (guint) g_bytes_get_size (changes));
  if (others != NULL && g_rand_int_range (self->random, 0, 4) == 0)
    g_byte_array_append (bytes, g_bytes_get_data (others, NULL), (guint) g_bytes_get_size (others));
  if (bytes->len > 0 && g_rand_int_range (self->random, 0, 4) == 0)
    g_byte_array_set_size (bytes, (guint) g_rand_int_range (self->random, 0, (gint32) bytes->len));
  for (gint32 i = bytes->len > 0 ? g_rand_int_range (self->random, 0, 4) : 0; i > 0; i--)
    bytes->data[g_rand_int_range (self->random, 0, (gint32) bytes->len)] = (guint8) g_rand_int_range (self->random, 0, 256);

  return bytes;
}

static void
spoil_revision (Fixture *self)
{
  const gint64 id = g_rand_int_range (self->random, 1, 26);
  g_autoptr (GByteArray) bytes = spoil_changes (self, id);
  g_autoptr (GString) sql = g_string_new ("UPDATE revision SET changes = x'");

  for (guint i = 0; i < bytes->len; i++)
    g_string_append_printf (sql, "%02x", bytes->data[i]);
  g_string_append_printf (sql, "' WHERE id = %" G_GINT64_FORMAT, id);
  wb_test_project_run_sql (&self->project, sql->str);
}

/* The file is sound for SQLite, but what the history says has been tampered with. */
static void
test_changes (Fixture       *self,
              gconstpointer  data)
{
  const guint n = count_rounds ();

  for (guint i = 0; i < n; i++)
    {
      write_project (self, self->sound);
      for (guint j = 0; j <= i % 3; j++)
        spoil_revision (self);
      go_through (self);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Nobody pulls the plug here, so nothing has to wait for the disk. */
  wb_test_disk_install ();

  ADD ("/fuzz/bytes", test_bytes);
  ADD ("/fuzz/changes", test_changes);

  return g_test_run ();
}
