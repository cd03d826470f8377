/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-carry.h"

#include <string.h>

#include "wb-test-guide.h"

typedef struct
{
  WbGuide *from;
  WbGuide *to;
  WbAnswers *answers;
  WbAnswers *target;
} Fixture;

/* @old: the guide of the first project; the other one lacks a column and an option, and has another type under the id "board". */
static WbGuide *
make_guide (gboolean old)
{
  WbGuide *guide = wb_guide_new ("guide", "Guide", 1);
  WbStep *step = wb_test_add_step (guide, "step", NULL);
  WbField *team;
  WbColumn *state;

  wb_test_add_field (guide, step, WB_FIELD_PERSON, "lead", NULL);
  wb_test_add_field (guide, step, old ? WB_FIELD_PERSON : WB_FIELD_TEXT, "board", NULL);
  wb_test_add_field (guide, step, WB_FIELD_TEXT, "goal", NULL);
  wb_test_add_field (guide, step, WB_FIELD_DATE, "council", NULL);
  team = wb_test_add_field (guide, step, WB_FIELD_TABLE, "team", NULL);
  wb_field_add_column (team, "who", "Name", WB_FIELD_TEXT);
  wb_field_add_column (team, "since", "Since", WB_FIELD_DATE);
  state = wb_field_add_column (team, "state", "State", WB_FIELD_CHOICE);
  wb_column_add_option (state, "in", "In");
  if (old)
    {
      wb_column_add_option (state, "out", "Out");
      wb_field_add_column (team, "note", "Note", WB_FIELD_TEXT);
      wb_field_add_option (wb_test_add_field (guide, step, WB_FIELD_CHECKLIST, "check", NULL), "law", "Law", NULL);
      team = wb_test_add_field (guide, step, WB_FIELD_TABLE, "work", NULL);
      wb_field_add_column (team, "what", "What", WB_FIELD_TEXT);
      wb_field_add_column (team, "who", "Who", WB_FIELD_TEXT);
      wb_guide_set_tasks (guide, "work");
    }

  return guide;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  WbAnswers *answers = wb_answers_new ();

  fixture->from = make_guide (TRUE);
  fixture->to = make_guide (FALSE);
  fixture->answers = answers;
  fixture->target = wb_answers_new ();
  wb_answers_set (answers, "lead", "", "name", "Alex");
  wb_answers_set (answers, "lead", "", "contact", "1234");
  wb_answers_set (answers, "board", "", "name", "Kim");
  wb_answers_set (answers, "goal", "", "", "Space");
  wb_answers_set (answers, "council", "", "", "2027-01-20");
  wb_answers_add_row (answers, "team", "r");
  wb_answers_set (answers, "team", "r", "who", "Toni");
  wb_answers_set (answers, "team", "r", "since", "2026-01-01");
  wb_answers_set (answers, "team", "r", "state", "out");
  wb_answers_set (answers, "team", "r", "note", "n");
  wb_answers_set (answers, "check", "law", "done", "1");
  wb_answers_add_row (answers, "work", "w");
  wb_answers_set (answers, "work", "w", "what", "Ask");
  wb_answers_set (answers, "work", "w", "who", "Toni");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->from);
  g_assert_finalize_object (fixture->to);
  g_assert_finalize_object (fixture->answers);
  g_assert_finalize_object (fixture->target);
}

static WbCarried *
find (GPtrArray  *carried,
      const char *field)
{
  for (guint i = 0; i < carried->len; i++)
    if (g_str_equal (((WbCarried *) g_ptr_array_index (carried, i))->field, field))
      return g_ptr_array_index (carried, i);

  return NULL;
}

static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) carried = wb_carry_list_people (fixture->from, fixture->answers, fixture->to);
  g_autofree const char **rows = NULL;

  /* Not the one that is something else there, nor what is about no person. */
  g_assert_cmpuint (carried->len, ==, 2);
  g_assert_cmpstr (find (carried, "lead")->summary, ==, "Alex");
  g_assert_cmpstr (find (carried, "team")->summary, ==, "1 row: Toni");
  wb_carry_people (carried, fixture->from, fixture->answers, fixture->to, fixture->target);
  g_assert_cmpstr (wb_answers_get (fixture->target, "lead", "", "name"), ==, "Alex");
  g_assert_cmpstr (wb_answers_get (fixture->target, "lead", "", "contact"), ==, "1234");
  g_assert_false (wb_answers_has (fixture->target, "board"));
  g_assert_false (wb_answers_has (fixture->target, "goal"));
  rows = wb_answers_list_rows (fixture->target, "team");
  g_assert_cmpuint (wb_answers_count_rows (fixture->target, "team"), ==, 1);
  g_assert_cmpstr (wb_answers_get (fixture->target, "team", rows[0], "who"), ==, "Toni");
  g_assert_cmpstr (wb_answers_get (fixture->target, "team", rows[0], "since"), ==, "");
  g_assert_cmpstr (wb_answers_get (fixture->target, "team", rows[0], "state"), ==, "");
  g_assert_cmpstr (wb_answers_get (fixture->target, "team", rows[0], "note"), ==, "");
}

static void
test_people_chosen (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GPtrArray) carried = wb_carry_list_people (fixture->from, fixture->answers, fixture->to);

  find (carried, "lead")->keep = FALSE;
  wb_answers_add_row (fixture->target, "team", "already");
  wb_carry_people (carried, fixture->from, fixture->answers, fixture->to, fixture->target);
  g_assert_false (wb_answers_has (fixture->target, "lead"));
  g_assert_cmpuint (wb_answers_count_rows (fixture->target, "team"), ==, 1);
}

static void
test_template (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) carried = wb_carry_list_template (fixture->from, fixture->answers);
  g_autofree const char **rows = NULL;

  g_assert_true (find (carried, "goal")->keep);
  g_assert_true (find (carried, "work")->keep);
  g_assert_false (find (carried, "lead")->keep);
  g_assert_false (find (carried, "team")->keep);
  g_assert_false (find (carried, "council")->keep);
  /* A tick alone is nothing that could go. */
  g_assert_null (find (carried, "check"));

  wb_carry_template (carried, fixture->from, fixture->answers, fixture->target);
  g_assert_cmpstr (wb_answers_get (fixture->target, "goal", "", ""), ==, "Space");
  g_assert_false (wb_answers_has (fixture->target, "lead"));
  g_assert_false (wb_answers_has (fixture->target, "council"));
  rows = wb_answers_list_rows (fixture->target, "work");
  g_assert_cmpstr (wb_answers_get (fixture->target, "work", rows[0], "what"), ==, "Ask");
  g_assert_cmpstr (wb_answers_get (fixture->target, "work", rows[0], "who"), ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/carry/people", test_people);
  ADD ("/carry/people-chosen", test_people_chosen);
  ADD ("/carry/template", test_template);
#undef ADD

  return g_test_run ();
}
