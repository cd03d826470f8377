/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-guide-lint.h"
#include "wb-test-guide.h"

static WbField *
add_choice (WbGuide    *guide,
            WbStep     *step,
            const char *id)
{
  WbField *field = wb_test_add_field (guide, step, WB_FIELD_CHOICE, id, NULL);

  wb_field_add_option (field, "yes", "Yes", NULL);
  wb_field_add_option (field, "no", "No", NULL);

  return field;
}

static void
assert_found (WbGuide    *guide,
              const char *place)
{
  g_autoptr (GPtrArray) findings = wb_guide_lint (guide);

  g_assert_cmpuint (findings->len, ==, place != NULL ? 1 : 0);
  if (place != NULL)
    g_assert_cmpstr (((WbGuideFinding *) g_ptr_array_index (findings, 0))->place, ==, place);
}

static void
test_sound (void)
{
  g_autoptr (WbGuide) guide = wb_guide_new ("guide", "Guide", 1);
  WbStep *step = wb_test_add_step (guide, "a", NULL);
  WbField *many;

  add_choice (guide, step, "first");
  many = wb_test_add_field (guide, step, WB_FIELD_CHOICES, "many", NULL);
  wb_field_add_option (many, "x", "X", NULL);
  wb_test_add_field (guide, step, WB_FIELD_PERSON, "person", NULL);
  wb_test_add_field (guide, step, WB_FIELD_TEXT, "text", NULL);
  step = wb_test_add_step (guide, "b", wb_test_group (WB_CONDITION_ALL, wb_test_is ("first", "no"), wb_test_has ("many", "x"),
                                                      wb_test_answered ("person"), wb_test_is ("text", "word"), NULL));
  wb_test_add_field (guide, step, WB_FIELD_TEXT, "c", NULL);
  assert_found (guide, NULL);
}

/* Each condition for itself can hold, both together cannot. */
static void
test_step_never (void)
{
  g_autoptr (WbGuide) guide = wb_guide_new ("guide", "Guide", 1);

  add_choice (guide, wb_test_add_step (guide, "a", NULL), "first");
  wb_test_add_field (guide,
                     wb_test_add_step (guide, "b", wb_test_group (WB_CONDITION_ALL, wb_test_is ("first", "no"), wb_test_is ("first", "yes"), NULL)),
                     WB_FIELD_TEXT, "c", NULL);
  assert_found (guide, "phases[0].steps[1].when");
}

/* The question depends on one that is only asked when it must not be. */
static void
test_field_never (void)
{
  g_autoptr (WbGuide) guide = wb_guide_new ("guide", "Guide", 1);
  WbStep *step = wb_test_add_step (guide, "a", NULL);

  add_choice (guide, step, "first");
  add_choice (guide, step, "second")->when = wb_test_is ("first", "yes");
  wb_test_add_field (guide, step, WB_FIELD_TEXT, "third",
                     wb_test_group (WB_CONDITION_ALL, wb_test_is ("second", "yes"), wb_test_is ("first", "no"), NULL));
  assert_found (guide, "phases[0].steps[0].fields[2].when");
}

static void
test_dead_end (void)
{
  g_autoptr (WbGuide) guide = wb_guide_new ("guide", "Guide", 1);
  WbStep *step;

  add_choice (guide, wb_test_add_step (guide, "a", NULL), "first");
  step = wb_test_add_step (guide, "b", wb_test_answered ("first"));
  wb_test_add_field (guide, step, WB_FIELD_TEXT, "c", wb_test_is ("first", "yes"));
  assert_found (guide, "phases[0].steps[1].fields");
  wb_test_add_field (guide, step, WB_FIELD_TEXT, "d", wb_test_is ("first", "no"));
  assert_found (guide, NULL);
}

/* More than can be tried is not judged. */
static void
test_too_many (void)
{
  g_autoptr (WbGuide) guide = wb_guide_new ("guide", "Guide", 1);
  WbStep *step = wb_test_add_step (guide, "a", NULL);
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_condition_unref);

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("f%d", i);

      add_choice (guide, step, id);
      g_ptr_array_add (parts, wb_test_is (id, "yes"));
    }
  g_ptr_array_add (parts, wb_test_is ("f0", "no"));
  wb_test_add_field (guide, wb_test_add_step (guide, "b", wb_condition_new_group (WB_CONDITION_ALL, parts)), WB_FIELD_TEXT, "z", NULL);
  assert_found (guide, NULL);
}

/* Nobody answers what is computed. */
static void
test_only_computed (void)
{
  g_autoptr (WbGuide) guide = wb_guide_new ("guide", "Guide", 1);
  WbStep *step = wb_test_add_step (guide, "a", NULL);

  wb_test_add_field (guide, step, WB_FIELD_NUMBER, "number", NULL);
  step = wb_test_add_step (guide, "b", NULL);
  wb_test_add_field (guide, step, WB_FIELD_COMPUTED, "computed", NULL)->formula = wb_formula_new_field (WB_FORMULA_FIELD, "number", NULL);
  assert_found (guide, "phases[0].steps[1].fields");
  wb_test_add_field (guide, step, WB_FIELD_TEXT, "text", NULL);
  assert_found (guide, NULL);
}

/* One way of two through a condition is closed. */
static void
test_part_never (void)
{
  g_autoptr (WbGuide) guide = wb_guide_new ("guide", "Guide", 1);
  WbStep *step = wb_test_add_step (guide, "a", NULL);

  add_choice (guide, step, "first");
  add_choice (guide, step, "second")->when = wb_test_is ("first", "yes");
  wb_test_add_field (guide, step, WB_FIELD_TEXT, "third",
                     wb_test_group (WB_CONDITION_ANY, wb_test_is ("first", "yes"),
                                    wb_test_group (WB_CONDITION_ALL, wb_test_is ("second", "yes"), wb_test_is ("first", "no"), NULL), NULL));
  assert_found (guide, "phases[0].steps[0].fields[2].when.any[1]");
}

static void
test_always (void)
{
  g_autoptr (WbGuide) guide = wb_guide_new ("guide", "Guide", 1);
  WbStep *step = wb_test_add_step (guide, "a", NULL);

  add_choice (guide, step, "first");
  add_choice (guide, step, "second")->when = wb_test_is ("first", "yes");
  /* "second" is never "yes" while it is not asked. */
  wb_test_add_field (guide, step, WB_FIELD_TEXT, "third",
                     wb_test_group (WB_CONDITION_NOT, wb_test_group (WB_CONDITION_ALL, wb_test_is ("first", "no"), wb_test_is ("second", "yes"), NULL),
                                    NULL));
  assert_found (guide, "phases[0].steps[0].fields[2].when");
}

static void
add_check (WbField          *field,
           WbFieldCheckType  type,
           int               value)
{
  g_ptr_array_add (field->checks, wb_field_check_new (type, value * WB_DECIMAL_ONE, "", "Say."));
}

static void
test_ranges (void)
{
  g_autoptr (WbGuide) guide = wb_guide_new ("guide", "Guide", 1);
  WbStep *step = wb_test_add_step (guide, "a", NULL);
  WbField *field = wb_test_add_field (guide, step, WB_FIELD_NUMBER, "number", NULL);

  add_check (field, WB_CHECK_MAX, 5);
  add_check (field, WB_CHECK_MIN, 5);
  assert_found (guide, NULL);
  add_check (field, WB_CHECK_MIN, 6);
  assert_found (guide, "phases[0].steps[0].fields[0].checks[2]");
}

/* Two questions that exclude each other are compared. */
static void
test_never_together (void)
{
  g_autoptr (WbGuide) guide = wb_guide_new ("guide", "Guide", 1);
  WbStep *step = wb_test_add_step (guide, "a", NULL);
  WbField *late, *early;

  add_choice (guide, step, "first");
  early = wb_test_add_field (guide, step, WB_FIELD_DATE, "early", wb_test_is ("first", "yes"));
  late = wb_test_add_field (guide, step, WB_FIELD_DATE, "late", wb_test_is ("first", "no"));
  g_assert_false (wb_guide_lint_fields_meet (guide, early, late));
  g_assert_true (wb_guide_lint_step_meets (guide, step, late));
  g_ptr_array_add (late->checks, wb_field_check_new (WB_CHECK_NOT_BEFORE, 0, "early", "Say."));
  assert_found (guide, "phases[0].steps[0].fields[2].checks[0]");
  g_clear_pointer (&late->when, wb_condition_unref);
  g_assert_true (wb_guide_lint_fields_meet (guide, early, late));
  assert_found (guide, NULL);
}

/* Inside of a group, in one row. */
static void
test_columns (void)
{
  g_autoptr (WbGuide) guide = wb_guide_new ("guide", "Guide", 1);
  WbStep *step = wb_test_add_step (guide, "a", NULL);
  WbField *group;
  WbColumn *first, *second;

  add_choice (guide, step, "choice");
  group = wb_test_add_field (guide, step, WB_FIELD_GROUP, "group", wb_test_is ("choice", "yes"));
  first = wb_field_add_column (group, "first", "First", WB_FIELD_CHOICE);
  wb_column_add_option (first, "x", "X");
  wb_field_add_column (group, "again", "Again", WB_FIELD_YES_NO);
  second = wb_field_add_column (group, "second", "Second", WB_FIELD_TEXT);
  second->when = wb_test_group (WB_CONDITION_ALL, wb_condition_new_cell (WB_CONDITION_IS, "group", "first", "x"),
                                wb_condition_new_cell (WB_CONDITION_IS, "group", "again", "no"), NULL);
  assert_found (guide, NULL);
  g_clear_pointer (&second->when, wb_condition_unref);
  second->when = wb_test_group (WB_CONDITION_ALL, wb_condition_new_cell (WB_CONDITION_IS, "group", "again", "yes"),
                                wb_condition_new_cell (WB_CONDITION_IS, "group", "again", "no"), NULL);
  assert_found (guide, "phases[0].steps[0].fields[1].columns[2].when");
  g_clear_pointer (&second->when, wb_condition_unref);
  second->when = wb_test_group (WB_CONDITION_ANY, wb_test_is ("choice", "no"), wb_condition_new_cell (WB_CONDITION_ANSWERED, "group", "first", NULL),
                                NULL);
  assert_found (guide, "phases[0].steps[0].fields[1].columns[2].when.any[0]");
  g_clear_pointer (&second->when, wb_condition_unref);
  second->when = wb_test_is ("choice", "yes");
  assert_found (guide, "phases[0].steps[0].fields[1].columns[2].when");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/guide-lint/sound", test_sound);
  g_test_add_func ("/guide-lint/step-never", test_step_never);
  g_test_add_func ("/guide-lint/field-never", test_field_never);
  g_test_add_func ("/guide-lint/dead-end", test_dead_end);
  g_test_add_func ("/guide-lint/too-many", test_too_many);

  g_test_add_func ("/guide-lint/only-computed", test_only_computed);
  g_test_add_func ("/guide-lint/part-never", test_part_never);
  g_test_add_func ("/guide-lint/always", test_always);
  g_test_add_func ("/guide-lint/ranges", test_ranges);
  g_test_add_func ("/guide-lint/never-together", test_never_together);
  g_test_add_func ("/guide-lint/columns", test_columns);

  return g_test_run ();
}
