/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-overview.h"
#include "wb-project-seed.h"

#include <glib/gstdio.h>
#include <string.h>

#include "wb-day.h"
#include "wb-error.h"
#include "wb-project-file.h"

static const char GUIDE[] =
  "{\"version\": 1, \"tasks\": \"work\", \"documents\": [], \"phases\": [{\"id\": \"p\", \"title\": \"Phase\", \"goal\": \"Goal\", \"steps\": ["
  "{\"id\": \"first\", \"title\": \"First\", \"minutes\": 5, \"why\": \"Why\", \"help\": [], \"fields\": ["
  "{\"id\": \"goal\", \"type\": \"text\", \"label\": \"Goal\", \"why\": \"w\", \"example\": \"e\", \"need\": \"required\"}]},"
  "{\"id\": \"second\", \"title\": \"Second\", \"minutes\": 5, \"why\": \"Why\", \"help\": [], \"fields\": ["
  "{\"id\": \"lead\", \"type\": \"person\", \"label\": \"Lead\", \"why\": \"w\", \"example\": \"e\", \"need\": \"required\"},"
  "{\"id\": \"council\", \"type\": \"date\", \"label\": \"Council\", \"why\": \"w\", \"example\": \"e\", \"need\": \"optional\"},"
  "{\"id\": \"work\", \"type\": \"table\", \"label\": \"Work\", \"why\": \"w\", \"example\": \"e\", \"need\": \"optional\", \"columns\": ["
  "{\"id\": \"what\", \"label\": \"What\", \"type\": \"text\"}, {\"id\": \"until\", \"label\": \"Until\", \"type\": \"date\"},"
  "{\"id\": \"done\", \"label\": \"Done\", \"type\": \"yes-no\"}]}]}]}]}";

typedef struct
{
  char *folder;
  char *path;
  GDate today;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = NULL;

  fixture->folder = g_dir_make_tmp ("wb-overview-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "a.wegbereiter", NULL);
  g_assert_true (wb_day_parse ("2026-11-24", &fixture->today));
  file = wb_project_file_create (fixture->path, "Test", "guide", "Guide", GUIDE, "case", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (wb_project_file_close (file, &error));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *new = g_build_filename (fixture->folder, "new.wegbereiter", NULL);

  g_unlink (fixture->path);
  g_unlink (new);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* Answers the cell, or sets the fact @field where @row is NULL. */
static void
set (Fixture    *fixture,
     const char *field,
     const char *row,
     const char *column,
     const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = wb_project_file_open (fixture->path, &error);

  g_assert_no_error (error);
  if (row == NULL)
    wb_project_file_set_fact (file, field, value);
  else
    {
      if (*row != '\0' && wb_answers_count_rows (wb_project_file_get_answers (file), field) == 0)
        wb_answers_add_row (wb_project_file_get_answers (file), field, row);
      wb_answers_set (wb_project_file_get_answers (file), field, row, column, value);
    }
  g_assert_true (wb_project_file_close (file, &error));
}

static WbProjectOverview *
read_overview (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  WbProjectOverview *overview = wb_project_overview_read (fixture->path, &fixture->today, &error);

  g_assert_no_error (error);

  return overview;
}

static void
assert_stage (Fixture        *fixture,
              WbProjectStage  stage)
{
  g_autoptr (WbProjectOverview) overview = read_overview (fixture);

  g_assert_cmpint (overview->state, ==, stage);
}

static void
test_stages (Fixture       *fixture,
             gconstpointer  data)
{
  assert_stage (fixture, WB_PROJECT_STAGE_NEW);
  set (fixture, "goal", "", "", "Space");
  assert_stage (fixture, WB_PROJECT_STAGE_ACTIVE);
  set (fixture, WB_PROJECT_FACT_STATE, NULL, NULL, "paused");
  assert_stage (fixture, WB_PROJECT_STAGE_PAUSED);
  set (fixture, WB_PROJECT_FACT_STATE, NULL, NULL, "done");
  assert_stage (fixture, WB_PROJECT_STAGE_DONE);
  set (fixture, WB_PROJECT_FACT_STATE, NULL, NULL, "");
  assert_stage (fixture, WB_PROJECT_STAGE_ACTIVE);
}

static void
test_due (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (WbProjectOverview) before = read_overview (fixture);
  g_autoptr (WbProjectOverview) over = NULL;
  g_autoptr (WbProjectOverview) after = NULL;

  g_assert_cmpstr (before->next_step, ==, "First");
  g_assert_cmpstr (before->next_due, ==, "");
  /* A day of the project that is over is not due. */
  set (fixture, "council", "", "", "2026-11-01");
  over = read_overview (fixture);
  g_assert_cmpuint (over->tasks->len, ==, 0);
  set (fixture, "council", "", "", "2027-01-20");
  set (fixture, "work", "a", "what", "Ask");
  set (fixture, "work", "a", "until", "2026-11-20");
  after = read_overview (fixture);
  g_assert_cmpstr (after->next_due, ==, "2026-11-20");
  g_assert_cmpstr (after->next_text, ==, "Ask");
  g_assert_cmpuint (after->tasks->len, ==, 2);
  g_assert_cmpstr (((const WbTask *) g_ptr_array_index (after->tasks, 0))->project, ==, "Test");
}

static void
test_bad_guide (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbProjectFile) file = NULL;

  g_unlink (fixture->path);
  file = wb_project_file_create (fixture->path, "Test", "guide", "Guide", "{\"version\": 1}", NULL, NULL, &error);
  g_assert_true (wb_project_file_close (file, &error));
  g_assert_null (wb_project_overview_read (fixture->path, &fixture->today, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "a.wegbereiter"));
}

static void
test_seed (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "new.wegbereiter", NULL);
  g_autoptr (WbSeed) seed = NULL;
  g_autoptr (WbProjectPeek) made = NULL;

  set (fixture, "goal", "", "", "Space");
  set (fixture, "lead", "", "name", "Alex");
  seed = wb_seed_new (WB_SEED_PEOPLE, wb_project_peek_read (fixture->path, NULL), "other", "Other", GUIDE, &error);
  g_assert_no_error (error);
  g_assert_true (wb_seed_create (seed, path, "New", "other", "Other", GUIDE, "next", NULL, &error));
  g_assert_no_error (error);
  made = wb_project_peek_read (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (wb_answers_get (made->answers, "lead", "", "name"), ==, "Alex");
  g_assert_false (wb_answers_has (made->answers, "goal"));
  g_assert_cmpstr (made->use_case, ==, "next");
  g_assert_cmpstr (made->id, !=, seed->from->id);
  /* What is there stays. */
  g_assert_false (wb_seed_create (seed, path, "Again", "other", "Other", GUIDE, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_clear_pointer (&made, wb_project_peek_free);
  made = wb_project_peek_read (path, &error);
  g_assert_cmpstr (made->title, ==, "New");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/overview/stages", test_stages);
  ADD ("/overview/due", test_due);
  ADD ("/overview/bad-guide", test_bad_guide);
  ADD ("/seed/people", test_seed);
#undef ADD

  return g_test_run ();
}
