/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-peek.h"

#include <glib/gstdio.h>

#include "wb-error.h"
#include "wb-test-library.h"
#include "wb-test-project.h"

static void
test_open_elsewhere (WbTestProject *self,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = wb_test_project_create (self);
  g_autoptr (WbProjectPeek) first = NULL, second = NULL;
  WbAnswers *answers = wb_project_file_get_answers (file);

  wb_answers_set (answers, "goal", "", "", "Ziel");
  wb_answers_add_row (answers, "work", "a");
  wb_project_file_set_fact (file, WB_PROJECT_FACT_STATE, "paused");
  g_assert_true (wb_project_file_flush (file, &error));

  /* The other one goes on writing. */
  first = wb_project_peek_read (self->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (wb_answers_get (first->answers, "goal", "", ""), ==, "Ziel");
  g_assert_cmpuint (wb_answers_count_rows (first->answers, "work"), ==, 1);
  g_assert_cmpstr (first->title, ==, "Sozialräume");
  g_assert_cmpstr (first->guide_json, ==, "{\"version\":1}");
  g_assert_cmpstr (first->state, ==, "paused");
  g_assert_cmpstr (first->meeting, ==, "");
  wb_answers_set (answers, "goal", "", "", "Anderes");
  g_assert_true (wb_project_file_flush (file, &error));
  g_assert_no_error (error);
  second = wb_project_peek_read (self->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (wb_answers_get (second->answers, "goal", "", ""), ==, "Anderes");
  g_assert_cmpstr (second->id, ==, first->id);
  g_assert_true (wb_project_file_close (file, &error));
}

static void
test_fact_undo (WbTestProject *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = wb_test_project_create (self);
  g_autoptr (WbProjectPeek) peek = NULL;

  wb_project_file_set_fact (file, WB_PROJECT_FACT_MEETING, "2027-01-20");
  g_assert_true (wb_project_file_close (file, &error));
  g_clear_object (&file);
  file = wb_test_project_open (self);
  g_assert_cmpstr (wb_project_file_get_fact (file, WB_PROJECT_FACT_MEETING), ==, "2027-01-20");
  wb_project_file_undo (file);
  g_assert_true (wb_project_file_close (file, &error));
  g_assert_no_error (error);
  peek = wb_project_peek_read (self->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (peek->meeting, ==, "");
}

static void
test_ids (WbTestProject *self,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_strconcat (self->path, ".copy", NULL);
  g_autoptr (WbProjectPeek) first = NULL, copied = NULL, other = NULL, old = NULL;

  g_object_unref (wb_test_project_create (self));
  first = wb_project_peek_read (self->path, &error);
  g_assert_no_error (error);
  g_assert_true (wb_project_file_copy (self->path, copy, &error));
  copied = wb_project_peek_read (copy, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first->id, ==, copied->id);

  g_unlink (self->path);
  g_object_unref (wb_test_project_create (self));
  other = wb_project_peek_read (self->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first->id, !=, other->id);

  /* From before there were ids. */
  wb_test_project_run_sql (self, "DELETE FROM meta WHERE key = 'project-id'");
  old = wb_project_peek_read (self->path, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (old->id, "leitfaden "));
}

static void
test_bad (WbTestProject *self,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (wb_project_peek_read (self->path, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (self->path, "not one of ours, and long enough to be looked at as a header of a file: "
                                      "0123456789012345678901234567890123456789", -1, NULL));
  g_assert_null (wb_project_peek_read (self->path, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_FOREIGN);
  g_clear_error (&error);
  g_unlink (self->path);
  g_object_unref (wb_test_project_create (self));
  wb_test_project_run_sql (self, "DROP TABLE answer");
  g_assert_null (wb_project_peek_read (self->path, &error));
  g_assert_nonnull (error);
}

/* A file of an older version is read as it is, and stays so. */
static void
test_old_version (WbTestProject *self,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectPeek) peek = NULL;
  g_autofree char *fixture = wb_test_fixture ("project-v1.wegbereiter");
  g_autofree char *before = NULL, *after = NULL;
  gsize length, length_after;

  g_assert_true (g_file_get_contents (fixture, &before, &length, &error));
  g_assert_true (g_file_set_contents (self->path, before, length, &error));
  peek = wb_project_peek_read (self->path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (peek->title, !=, "");
  g_assert_true (g_file_get_contents (self->path, &after, &length_after, &error));
  g_assert_cmpmem (before, length, after, length_after);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, WbTestProject, NULL, wb_test_project_set_up, function, wb_test_project_tear_down)
  ADD ("/peek/open-elsewhere", test_open_elsewhere);
  ADD ("/peek/fact-undo", test_fact_undo);
  ADD ("/peek/ids", test_ids);
  ADD ("/peek/bad", test_bad);
  ADD ("/peek/old-version", test_old_version);
#undef ADD

  return g_test_run ();
}
