/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-rules.h"
#include "wb-test-guide.h"

typedef struct
{
  /* Owned */
  WbGuide *guide;
  WbAnswers *answers;

  /* Borrowed from the guide */
  WbStep *step;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->guide = wb_guide_new ("guide", "Guide", 1);
  fixture->answers = wb_answers_new ();
  fixture->step = wb_test_add_step (fixture->guide, "first", NULL);
  wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_CHOICE, "data", NULL);
  wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_CHOICES, "groups", NULL);
  wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_TEXT, "goal", NULL);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_finalize_object (fixture->guide);
  g_assert_finalize_object (fixture->answers);
}

/* Takes @condition. */
static gboolean
holds (Fixture     *fixture,
       WbCondition *condition)
{
  g_autoptr (WbCondition) owned = condition;

  return wb_condition_holds (owned, fixture->guide, fixture->answers);
}

static void
answer (Fixture    *fixture,
        const char *field,
        const char *value)
{
  wb_answers_set (fixture->answers, field, "", "", value);
}

static void
test_single (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_true (wb_condition_holds (NULL, fixture->guide, fixture->answers));
  g_assert_false (holds (fixture, wb_test_is ("data", "yes")));
  g_assert_false (holds (fixture, wb_test_has ("groups", "children")));
  g_assert_false (holds (fixture, wb_test_answered ("goal")));

  answer (fixture, "data", "yes");
  answer (fixture, "goal", "Less waiting");
  wb_answers_set (fixture->answers, "groups", "children", "", "1");
  g_assert_true (holds (fixture, wb_test_is ("data", "yes")));
  g_assert_false (holds (fixture, wb_test_is ("data", "no")));
  g_assert_true (holds (fixture, wb_test_has ("groups", "children")));
  g_assert_false (holds (fixture, wb_test_has ("groups", "elderly")));
  g_assert_true (holds (fixture, wb_test_answered ("goal")));
  g_assert_true (holds (fixture, wb_test_answered ("groups")));
}

/* A field that the guide does not have is never answered, and an empty answer is none. */
static void
test_unknown_and_empty (Fixture       *fixture,
                        gconstpointer  data)
{
  answer (fixture, "ghost", "yes");
  g_assert_false (holds (fixture, wb_test_is ("ghost", "yes")));
  g_assert_false (holds (fixture, wb_test_answered ("ghost")));
  g_assert_true (holds (fixture, wb_test_group (WB_CONDITION_NOT, wb_test_answered ("ghost"), NULL)));

  answer (fixture, "goal", "x");
  answer (fixture, "goal", "");
  g_assert_false (holds (fixture, wb_test_answered ("goal")));
}

/* All of all, any and not, for each of the four states of two conditions. */
static void
test_groups (Fixture       *fixture,
             gconstpointer  data)
{
  for (int state = 0; state < 4; state++)
    {
      gboolean a = (state & 1) != 0;
      gboolean b = (state & 2) != 0;

      answer (fixture, "data", a ? "yes" : "no");
      answer (fixture, "goal", b ? "x" : "");
      g_assert_cmpint (holds (fixture, wb_test_group (WB_CONDITION_ALL, wb_test_is ("data", "yes"),
                                                      wb_test_answered ("goal"), NULL)), ==, a && b);
      g_assert_cmpint (holds (fixture, wb_test_group (WB_CONDITION_ANY, wb_test_is ("data", "yes"),
                                                      wb_test_answered ("goal"), NULL)), ==, a || b);
      g_assert_cmpint (holds (fixture, wb_test_group (WB_CONDITION_NOT, wb_test_is ("data", "yes"), NULL)), ==, !a);
      g_assert_cmpint (holds (fixture, wb_test_group (WB_CONDITION_NOT,
                                                      wb_test_group (WB_CONDITION_ANY, wb_test_is ("data", "yes"),
                                                                     wb_test_answered ("goal"), NULL),
                                                      NULL)), ==, !a && !b);
    }

  g_assert_true (holds (fixture, wb_test_group (WB_CONDITION_ALL, NULL)));
  g_assert_false (holds (fixture, wb_test_group (WB_CONDITION_ANY, NULL)));
}

static void
test_step_and_field (Fixture       *fixture,
                     gconstpointer  data)
{
  WbStep *check = wb_test_add_step (fixture->guide, "check", wb_test_is ("data", "yes"));
  WbField *basis = wb_test_add_field (fixture->guide, check, WB_FIELD_TEXT, "basis", NULL);
  WbField *consent = wb_test_add_field (fixture->guide, check, WB_FIELD_TEXT, "consent",
                                        wb_test_answered ("goal"));

  g_assert_true (wb_step_applies (fixture->step, fixture->guide, fixture->answers));
  g_assert_false (wb_step_applies (check, fixture->guide, fixture->answers));
  g_assert_false (wb_field_applies (basis, fixture->guide, fixture->answers));

  answer (fixture, "goal", "x");
  g_assert_false (wb_field_applies (consent, fixture->guide, fixture->answers));

  answer (fixture, "data", "yes");
  answer (fixture, "goal", "");
  g_assert_true (wb_step_applies (check, fixture->guide, fixture->answers));
  g_assert_true (wb_field_applies (basis, fixture->guide, fixture->answers));
  g_assert_false (wb_field_applies (consent, fixture->guide, fixture->answers));

  answer (fixture, "goal", "x");
  g_assert_true (wb_field_applies (consent, fixture->guide, fixture->answers));
}

/* Somebody answered yes, a step opened, was filled, and then the answer became no: what was filled in
 * there must not open anything any more. */
static void
test_skipped_is_unanswered (Fixture       *fixture,
                            gconstpointer  data)
{
  WbStep *check = wb_test_add_step (fixture->guide, "check", wb_test_is ("data", "yes"));
  WbStep *impact;

  wb_test_add_field (fixture->guide, check, WB_FIELD_CHOICE, "risk", NULL);
  impact = wb_test_add_step (fixture->guide, "impact", wb_test_is ("risk", "high"));

  answer (fixture, "data", "yes");
  answer (fixture, "risk", "high");
  g_assert_true (wb_step_applies (impact, fixture->guide, fixture->answers));

  answer (fixture, "data", "no");
  g_assert_false (wb_step_applies (impact, fixture->guide, fixture->answers));
  g_assert_false (holds (fixture, wb_test_answered ("risk")));

  answer (fixture, "data", "yes");
  g_assert_true (wb_step_applies (impact, fixture->guide, fixture->answers));
}

/* A damaged guide whose fields wait for one another, and a condition nested a thousand times. */
static void
test_no_endless_recursion (Fixture       *fixture,
                           gconstpointer  data)
{
  WbField *one = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_TEXT, "one", wb_test_answered ("two"));
  WbField *two = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_TEXT, "two", wb_test_answered ("one"));
  WbField *self = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_TEXT, "self", wb_test_answered ("self"));
  WbCondition *deep = wb_test_answered ("goal");

  answer (fixture, "one", "x");
  answer (fixture, "two", "x");
  answer (fixture, "self", "x");
  g_assert_false (wb_field_applies (one, fixture->guide, fixture->answers));
  g_assert_false (wb_field_applies (two, fixture->guide, fixture->answers));
  g_assert_false (wb_field_applies (self, fixture->guide, fixture->answers));

  answer (fixture, "goal", "x");
  for (int i = 0; i < 1000; i++)
    deep = wb_test_group (WB_CONDITION_ALL, deep, NULL);
  g_assert_false (holds (fixture, deep));
}

/* Thirty questions in a row, each asked when the one before is "a" or "b": a look at the last one must not look at
 * the first one a thousand million times. Ends by time-out when it does. */
static void
test_no_explosion (Fixture       *fixture,
                   gconstpointer  data)
{
  WbField *last = NULL;

  for (int i = 1; i <= 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%d", i);
      g_autofree char *before = g_strdup_printf ("q%d", i - 1);
      WbCondition *when = i == 1 ? NULL
                                 : wb_test_group (WB_CONDITION_ANY, wb_test_is (before, "a"),
                                                  wb_test_is (before, "b"), NULL);

      last = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_CHOICE, id, when);
      answer (fixture, id, "b");
    }
  g_assert_true (wb_field_applies (last, fixture->guide, fixture->answers));

  answer (fixture, "q1", "c");
  g_assert_false (wb_field_applies (last, fixture->guide, fixture->answers));
}

static void
test_answered (Fixture       *fixture,
               gconstpointer  data)
{
  WbField *person = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_PERSON, "lead", NULL);
  WbField *table = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_TABLE, "sources", NULL);
  WbField *list = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_CHECKLIST, "dsgvo", NULL);
  WbField *rating = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_RATING, "quality", NULL);
  WbAnswers *answers = fixture->answers;

  wb_field_add_column (table, "name", "Name", WB_FIELD_TEXT);
  wb_field_add_option (list, "a", "A", NULL);
  wb_field_add_option (list, "b", "B", NULL);

  wb_answers_set (answers, "lead", "", "role", "IT");
  g_assert_false (wb_field_is_answered (person, answers));
  wb_answers_set (answers, "lead", "", "name", "Alex");
  g_assert_true (wb_field_is_answered (person, answers));

  wb_answers_add_row (answers, "sources", "r");
  g_assert_false (wb_field_is_answered (table, answers));
  wb_answers_set (answers, "sources", "r", "name", "Register");
  g_assert_true (wb_field_is_answered (table, answers));

  wb_answers_set (answers, "dsgvo", "a", "done", "1");
  wb_answers_set (answers, "dsgvo", "b", "note", "still open");
  g_assert_false (wb_field_is_answered (list, answers));
  wb_answers_set (answers, "dsgvo", "b", "done", "1");
  g_assert_true (wb_field_is_answered (list, answers));

  g_assert_false (wb_field_is_answered (rating, answers));
  answer (fixture, "quality", "1");
  g_assert_true (wb_field_is_answered (rating, answers));
}

/* A checklist without items has nothing to answer. */
static void
test_empty_checklist (Fixture       *fixture,
                      gconstpointer  data)
{
  WbField *list = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_CHECKLIST, "empty", NULL);

  g_assert_false (wb_field_is_answered (list, fixture->answers));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

/* A question of a group is asked in the rows where another answer of the row, or one before, says so. */
static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  WbField *group = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_GROUP, "talks", NULL);
  WbColumn *mood = wb_field_add_column (group, "mood", "Mood", WB_FIELD_CHOICE);
  WbColumn *worry = wb_field_add_column (group, "worry", "Worry", WB_FIELD_TEXT);
  WbColumn *remedy = wb_field_add_column (group, "remedy", "Remedy", WB_FIELD_TEXT);

  wb_column_add_option (mood, "bad", "Bad");
  worry->when = wb_condition_new_cell (WB_CONDITION_IS, "talks", "mood", "bad");
  remedy->when = wb_test_group (WB_CONDITION_ALL, wb_condition_new_cell (WB_CONDITION_ANSWERED, "talks", "worry", NULL),
                                wb_test_is ("data", "yes"), NULL);
  wb_answers_add_row (fixture->answers, "talks", "a");
  wb_answers_add_row (fixture->answers, "talks", "b");
  g_assert_true (wb_column_applies (mood, group, "a", fixture->guide, fixture->answers));
  g_assert_false (wb_column_applies (worry, group, "a", fixture->guide, fixture->answers));
  g_assert_true (wb_column_is_undecided (worry, group, "a", fixture->guide, fixture->answers));

  wb_answers_set (fixture->answers, "talks", "a", "mood", "bad");
  g_assert_true (wb_column_applies (worry, group, "a", fixture->guide, fixture->answers));
  g_assert_false (wb_column_applies (worry, group, "b", fixture->guide, fixture->answers));
  wb_answers_set (fixture->answers, "talks", "a", "worry", "rain");
  g_assert_false (wb_column_applies (remedy, group, "a", fixture->guide, fixture->answers));
  g_assert_false (wb_column_is_undecided (remedy, group, "a", fixture->guide, fixture->answers));
  answer (fixture, "data", "yes");
  g_assert_true (wb_column_applies (remedy, group, "a", fixture->guide, fixture->answers));

  /* What is not asked any more counts as unanswered, although it is still there. */
  wb_answers_set (fixture->answers, "talks", "a", "mood", "good");
  g_assert_false (wb_column_applies (worry, group, "a", fixture->guide, fixture->answers));
  g_assert_false (wb_column_applies (remedy, group, "a", fixture->guide, fixture->answers));
  /* Outside of a row it asks about nothing. */
  g_assert_false (wb_condition_holds (worry->when, fixture->guide, fixture->answers));
  g_assert_false (wb_column_is_undecided (worry, group, "a", fixture->guide, fixture->answers));
}

static void
assert_undecided (Fixture    *fixture,
                  const char *column,
                  gboolean    expected)
{
  const WbField *group = wb_guide_get_field (fixture->guide, "talks");

  g_assert_cmpint (wb_column_is_undecided (wb_field_get_column (group, column), group, "1", fixture->guide, fixture->answers), ==,
                   expected);
}

/* "b" after "a", "c" after "b": what cannot come any more is decided, although what leads to it is blank. */
static void
test_undecided_chain (Fixture       *fixture,
                      gconstpointer  data)
{
  WbField *group = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_GROUP, "talks", NULL);
  WbColumn *b, *c;

  wb_field_add_column (group, "a", "A", WB_FIELD_YES_NO);
  b = wb_field_add_column (group, "b", "B", WB_FIELD_TEXT);
  c = wb_field_add_column (group, "c", "C", WB_FIELD_TEXT);
  b->when = wb_condition_new_cell (WB_CONDITION_IS, "talks", "a", "yes");
  c->when = wb_condition_new_cell (WB_CONDITION_IS, "talks", "b", "x");
  wb_answers_add_row (fixture->answers, "talks", "1");

  assert_undecided (fixture, "a", FALSE);
  assert_undecided (fixture, "b", TRUE);
  assert_undecided (fixture, "c", TRUE);
  wb_answers_set (fixture->answers, "talks", "1", "a", "yes");
  assert_undecided (fixture, "b", FALSE);
  assert_undecided (fixture, "c", TRUE);
  wb_answers_set (fixture->answers, "talks", "1", "b", "y");
  assert_undecided (fixture, "c", FALSE);
  wb_answers_set (fixture->answers, "talks", "1", "b", "");
  wb_answers_set (fixture->answers, "talks", "1", "a", "no");
  assert_undecided (fixture, "b", FALSE);
  assert_undecided (fixture, "c", FALSE);
  /* An answer that is out of sight comes back with its question. */
  wb_answers_set (fixture->answers, "talks", "1", "b", "x");
  assert_undecided (fixture, "c", FALSE);
  wb_answers_set (fixture->answers, "talks", "1", "a", "");
  assert_undecided (fixture, "c", TRUE);
}

/* One part that fails decides "all", one that holds "any"; "not" of what is open is open. */
static void
test_undecided_groups (Fixture       *fixture,
                       gconstpointer  data)
{
  WbField *group = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_GROUP, "talks", NULL);
  WbColumn *all, *not_all, *any;

  wb_field_add_column (group, "a", "A", WB_FIELD_YES_NO);
  all = wb_field_add_column (group, "all", "All", WB_FIELD_TEXT);
  not_all = wb_field_add_column (group, "not-all", "Not all", WB_FIELD_TEXT);
  any = wb_field_add_column (group, "any", "Any", WB_FIELD_TEXT);
  all->when = wb_test_group (WB_CONDITION_ALL, wb_test_is ("data", "yes"),
                             wb_condition_new_cell (WB_CONDITION_IS, "talks", "a", "yes"), NULL);
  any->when = wb_test_group (WB_CONDITION_ANY, wb_test_is ("data", "yes"),
                             wb_condition_new_cell (WB_CONDITION_IS, "talks", "a", "yes"), NULL);
  not_all->when = wb_test_group (WB_CONDITION_ALL, wb_test_is ("data", "yes"),
                                 wb_test_group (WB_CONDITION_NOT, wb_condition_new_cell (WB_CONDITION_ANSWERED, "talks", "all", NULL), NULL),
                                 wb_condition_new_cell (WB_CONDITION_IS, "talks", "a", "yes"), NULL);
  wb_answers_add_row (fixture->answers, "talks", "1");

  answer (fixture, "data", "no");
  assert_undecided (fixture, "all", FALSE);
  assert_undecided (fixture, "not-all", FALSE);
  assert_undecided (fixture, "any", TRUE);
  answer (fixture, "data", "yes");
  assert_undecided (fixture, "all", TRUE);
  assert_undecided (fixture, "not-all", TRUE);
  assert_undecided (fixture, "any", FALSE);
  wb_answers_set (fixture->answers, "talks", "1", "a", "no");
  assert_undecided (fixture, "all", FALSE);
  assert_undecided (fixture, "not-all", FALSE);
}

/* A damaged guide whose questions wait for one another has an end. */
static void
test_column_circle (Fixture       *fixture,
                    gconstpointer  data)
{
  WbField *group = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_GROUP, "talks", NULL);
  WbColumn *a = wb_field_add_column (group, "a", "A", WB_FIELD_TEXT);
  WbColumn *b = wb_field_add_column (group, "b", "B", WB_FIELD_TEXT);

  a->when = wb_condition_new_cell (WB_CONDITION_ANSWERED, "talks", "b", NULL);
  b->when = wb_condition_new_cell (WB_CONDITION_ANSWERED, "talks", "a", NULL);
  wb_answers_add_row (fixture->answers, "talks", "1");
  wb_answers_set (fixture->answers, "talks", "1", "a", "x");
  wb_answers_set (fixture->answers, "talks", "1", "b", "x");
  g_assert_false (wb_column_applies (a, group, "1", fixture->guide, fixture->answers));
  g_assert_false (wb_column_is_undecided (a, group, "1", fixture->guide, fixture->answers));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/rules/single", test_single);
  ADD ("/rules/unknown-and-empty", test_unknown_and_empty);
  ADD ("/rules/groups", test_groups);
  ADD ("/rules/step-and-field", test_step_and_field);
  ADD ("/rules/skipped-is-unanswered", test_skipped_is_unanswered);
  ADD ("/rules/no-endless-recursion", test_no_endless_recursion);
  ADD ("/rules/answered", test_answered);
  ADD ("/rules/empty-checklist", test_empty_checklist);
  ADD ("/rules/no-explosion", test_no_explosion);
  ADD ("/rules/columns", test_columns);
  ADD ("/rules/undecided-chain", test_undecided_chain);
  ADD ("/rules/undecided-groups", test_undecided_groups);
  ADD ("/rules/column-circle", test_column_circle);

  return g_test_run ();
}
