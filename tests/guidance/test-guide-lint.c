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

  return g_test_run ();
}
