/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-prefill.h"

typedef struct
{
  WbGuide *guide;
  WbAnswers *answers;
  WbStep *step;
  GHashTable *facts;
} Fixture;

static WbField *
add (Fixture     *fixture,
     WbFieldType  type,
     const char  *id,
     const char  *prefill)
{
  WbField *field = wb_field_new (type, id, id);

  field->prefill = g_strdup (prefill);
  wb_guide_add_field (fixture->guide, fixture->step, field);

  return field;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->guide = wb_guide_new ("guide", "Guide", 1);
  fixture->answers = wb_answers_new ();
  fixture->step = wb_guide_add_step (fixture->guide, wb_guide_add_phase (fixture->guide, "p", "P", NULL), "s", "S");
  fixture->facts = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (fixture->facts, (char *) "", (char *) "Sozialatlas");
  g_hash_table_insert (fixture->facts, (char *) "Daten", (char *) "Meldedaten");
  add (fixture, WB_FIELD_TEXT, "goal", NULL);
  add (fixture, WB_FIELD_PERSON, "lead", NULL);
  add (fixture, WB_FIELD_MONEY, "cost", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->guide);
  g_object_unref (fixture->answers);
  g_hash_table_unref (fixture->facts);
}

static void
assert_proposed (Fixture       *fixture,
                 const WbField *field,
                 const char    *expected)
{
  const WbTemplateContext context = { .guide = fixture->guide, .answers = fixture->answers, .project = "Atlas" };
  g_autofree char *proposal = wb_prefill_propose (field, &context, fixture->facts);

  g_assert_cmpstr (proposal, ==, expected);
}

static void
test_answers (Fixture       *fixture,
              gconstpointer  data)
{
  const WbField *field = add (fixture, WB_FIELD_LONG_TEXT, "text", "Goal: {{goal}} by {{lead.name}} for {{ cost }}");

  assert_proposed (fixture, field, NULL);
  wb_answers_set (fixture->answers, "goal", "", "", "Better {{numbers}}");
  wb_answers_set (fixture->answers, "lead", "", "name", "Alex");
  assert_proposed (fixture, field, NULL);
  wb_answers_set (fixture->answers, "cost", "", "", "12.50");
  assert_proposed (fixture, field, "Goal: Better {{numbers}} by Alex for 12.50\u00a0€");

  /* Never over an answer. */
  wb_answers_set (fixture->answers, "text", "", "", "Mine");
  assert_proposed (fixture, field, NULL);
  g_assert_cmpstr (wb_answers_get (fixture->answers, "text", "", ""), ==, "Mine");
  wb_answers_set (fixture->answers, "text", "", "", "");
  g_assert_false (wb_answers_has (fixture->answers, "text"));
}

static void
test_use_case (Fixture       *fixture,
               gconstpointer  data)
{
  assert_proposed (fixture, add (fixture, WB_FIELD_TEXT, "a", "{{@use-case}}: {{@use-case Daten}}"), "Sozialatlas: Meldedaten");
  assert_proposed (fixture, add (fixture, WB_FIELD_TEXT, "b", "{{@use-case Technik}}"), NULL);
  assert_proposed (fixture, add (fixture, WB_FIELD_TEXT, "c", "{{@project}} und\nmehr"), "Atlas und mehr");
  assert_proposed (fixture, add (fixture, WB_FIELD_TEXT, "d", "{{@town}}"), NULL);
  assert_proposed (fixture, add (fixture, WB_FIELD_TEXT, "e", "{{nobody}}"), NULL);
  assert_proposed (fixture, add (fixture, WB_FIELD_TEXT, "f", "open {{ end"), "open {{ end");
}

/* What is still open is no value, and neither is what is not asked. */
static void
test_not_known (Fixture       *fixture,
                gconstpointer  data)
{
  WbField *sum = add (fixture, WB_FIELD_COMPUTED, "sum", NULL);
  WbField *skipped = add (fixture, WB_FIELD_TEXT, "skipped", NULL);

  sum->formula = wb_formula_new_field (WB_FORMULA_FIELD, "cost", NULL);
  skipped->when = wb_condition_new_field (WB_CONDITION_IS, "goal", "never");
  wb_answers_set (fixture->answers, "skipped", "", "", "left over");
  assert_proposed (fixture, add (fixture, WB_FIELD_TEXT, "a", "{{skipped}}"), NULL);
  assert_proposed (fixture, add (fixture, WB_FIELD_TEXT, "b", "{{sum}}"), NULL);
  wb_answers_set (fixture->answers, "cost", "", "", "3.00");
  assert_proposed (fixture, wb_guide_get_field (fixture->guide, "b"), "3.00\u00a0€");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/prefill/answers", Fixture, NULL, set_up, test_answers, tear_down);
  g_test_add ("/prefill/use-case", Fixture, NULL, set_up, test_use_case, tear_down);
  g_test_add ("/prefill/not-known", Fixture, NULL, set_up, test_not_known, tear_down);

  return g_test_run ();
}
