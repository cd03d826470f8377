/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "wb-paper-form.h"

typedef struct
{
  WbGuide *guide;
  WbAnswers *answers;
  GPtrArray *steps;
} Fixture;

static WbField *
add (Fixture     *fixture,
     WbStep      *step,
     WbFieldType  type,
     const char  *id)
{
  WbField *field = wb_field_new (type, id, id);

  g_free (field->why);
  field->why = g_strdup_printf ("why %s", id);
  g_free (field->example);
  field->example = g_strdup_printf ("example %s", id);
  wb_guide_add_field (fixture->guide, step, field);

  return field;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  WbPhase *phase;
  WbStep *first, *second;
  WbField *field;

  fixture->guide = wb_guide_new ("guide", "Guide", 1);
  fixture->answers = wb_answers_new ();
  phase = wb_guide_add_phase (fixture->guide, "p", "Phase", NULL);
  first = wb_guide_add_step (fixture->guide, phase, "s1", "First");
  second = wb_guide_add_step (fixture->guide, phase, "s2", "Second");
  fixture->steps = phase->steps;
  add (fixture, first, WB_FIELD_TEXT, "goal");
  field = add (fixture, first, WB_FIELD_RATING, "rate");
  field->scale_min = 1;
  field->scale_max = 3;
  field->scale_low = g_strdup ("little");
  add (fixture, first, WB_FIELD_MONEY, "cost");
  add (fixture, first, WB_FIELD_COMPUTED, "double")->formula = wb_formula_new_field (WB_FORMULA_FIELD, "cost", NULL);
  field = add (fixture, first, WB_FIELD_TEXT, "only");
  field->when = wb_condition_new_field (WB_CONDITION_IS, "goal", "yes");
  field->unless = g_strdup ("Not needed without a yes.");
  field = add (fixture, second, WB_FIELD_GROUP, "talks");
  field->item = g_strdup ("Talk");
  wb_field_add_column (field, "with", "With", WB_FIELD_TEXT);
  wb_field_add_column (field, "again", "Again", WB_FIELD_YES_NO);
  wb_field_add_column (field, "day", "Day", WB_FIELD_TEXT)->when = wb_condition_new_cell (WB_CONDITION_IS, "talks", "again", "yes");
  field = add (fixture, second, WB_FIELD_TEXT, "hidden");
  field->when = wb_condition_new_field (WB_CONDITION_IS, "goal", "no");
  field->unless = g_strdup ("Hidden by an answer.");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->guide);
  g_object_unref (fixture->answers);
}

static char *
build (Fixture     *fixture,
       GPtrArray   *steps,
       gboolean     filled,
       const char  *return_to)
{
  const WbTemplateContext context = { .guide = fixture->guide, .answers = fixture->answers, .project = "Atlas" };
  const WbPaperForm form = { "Title", steps, filled, return_to, NULL };
  g_autoptr (WbDocument) document = wb_paper_form_build (&form, &context);

  return wb_block_to_text (wb_document_get_root (document));
}

#define assert_has(text, part) g_assert_nonnull (strstr (text, part))
#define assert_lacks(text, part) g_assert_null (strstr (text, part))

/* Empty although there are answers; what the one with the pen decides is there, with when it is not needed. */
static void
test_blank (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = NULL;

  wb_answers_set (fixture->answers, "goal", "", "", "secret goal");
  wb_answers_set (fixture->answers, "cost", "", "", "5.00");
  text = build (fixture, fixture->steps, FALSE, "Alex, Room 7");
  assert_has (text, "Alex, Room 7");
  assert_has (text, "why goal");
  assert_has (text, "example goal");
  assert_has (text, "1: little");
  assert_has (text, "To be skipped if this is so: Not needed without a yes.");
  assert_has (text, "Hidden by an answer.");
  assert_has (text, "Talk 2");
  assert_lacks (text, "secret goal");
  assert_lacks (text, "5.00");
  assert_lacks (text, "double");
}

static void
test_filled (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *text = NULL;

  wb_answers_set (fixture->answers, "goal", "", "", "my goal");
  wb_answers_set (fixture->answers, "cost", "", "", "5.00");
  wb_answers_set (fixture->answers, "talks", wb_answers_add_row (fixture->answers, "talks", NULL), "with", "Kim");
  text = build (fixture, fixture->steps, TRUE, NULL);
  assert_has (text, "my goal");
  assert_has (text, "double");
  assert_has (text, "Talk 1");
  assert_has (text, "Kim");
  assert_lacks (text, "Talk 2");
}

/* What can be chosen and what is counted stands on the paper; many columns are no table but sheets. */
static void
test_room (Fixture       *fixture,
           gconstpointer  data)
{
  const WbPhase *phase = g_ptr_array_index (wb_guide_get_phases (fixture->guide), 0);
  WbStep *step = wb_guide_add_step (fixture->guide, (WbPhase *) phase, "s3", "Third");
  WbField *wide = wb_field_new_grid (WB_GRID_STAKEHOLDERS, "who", "who");
  WbField *narrow = wb_field_new (WB_FIELD_TABLE, "costs", "costs");
  WbField *choice = wb_field_new (WB_FIELD_CHOICES, "many", "many");
  WbField *number = wb_field_new (WB_FIELD_NUMBER, "number", "number");
  g_autofree char *text = NULL;

  number->form.unit = g_strdup ("Children");
  wb_field_add_option (choice, "a", "Option A", NULL);
  wb_field_add_column (narrow, "sum", "Sum", WB_FIELD_MONEY);
  wb_field_add_column (narrow, "sure", "Sure", WB_FIELD_YES_NO);
  for (const char *id = "abc"; *id != '\0'; id++)
    {
      const char name[] = { *id, '\0' };
      g_autofree char *label = g_strdup_printf ("Right %s", name);

      wb_field_add_column (wide, name, label, WB_FIELD_YES_NO);
    }
  wb_guide_add_field (fixture->guide, step, wide);
  wb_guide_add_field (fixture->guide, step, narrow);
  wb_guide_add_field (fixture->guide, step, choice);
  wb_guide_add_field (fixture->guide, step, number);
  text = build (fixture, fixture->steps, FALSE, NULL);
  assert_has (text, "Entry 3");
  assert_lacks (text, "Entry 4");
  assert_has (text, "Attitude (please circle)\tFor it / Open to it / Doubtful / Against it");
  assert_has (text, "Influence (please circle)\t1 – low / 2 / 3 / 4 / 5 – high");
  assert_has (text, "Please circle what applies\tRight a / Right b / Right c");
  assert_has (text, "Sum: in euros");
  assert_has (text, "Sure: Yes / No");
  assert_has (text, "Please tick all that apply.");
  assert_has (text, "Please tick one.");
  assert_has (text, "Please give: Children");
  assert_has (text, "Please give: in euros");
}

/* Whoever has the pen sees when a question of a row is asked; once that is answered it is there, or it is not. */
static void
test_row_condition (Fixture       *fixture,
                    gconstpointer  data)
{
  const char *row;
  g_autofree char *blank = build (fixture, fixture->steps, FALSE, NULL);
  g_autofree char *undecided = NULL;
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  assert_has (blank, "Day (only if “Again” is “Yes”)");
  row = wb_answers_add_row (fixture->answers, "talks", NULL);
  wb_answers_set (fixture->answers, "talks", row, "with", "Kim");
  wb_answers_set (fixture->answers, "talks", row, "day", "Tuesday");
  undecided = build (fixture, fixture->steps, TRUE, NULL);
  assert_has (undecided, "Day (only if “Again” is “Yes”)");
  assert_lacks (undecided, "Tuesday");
  wb_answers_set (fixture->answers, "talks", row, "again", "no");
  without = build (fixture, fixture->steps, TRUE, NULL);
  assert_lacks (without, "Day");
  wb_answers_set (fixture->answers, "talks", row, "again", "yes");
  with = build (fixture, fixture->steps, TRUE, NULL);
  assert_has (with, "Tuesday");
  assert_lacks (with, "only if");
}

/* One step alone: what earlier answers decide is left out. */
static void
test_one_step (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autofree char *text = NULL;

  g_ptr_array_add (steps, g_ptr_array_index (fixture->steps, 1));
  wb_answers_set (fixture->answers, "goal", "", "", "yes");
  text = build (fixture, steps, FALSE, NULL);
  assert_lacks (text, "hidden");
  assert_lacks (text, "goal");
  assert_has (text, "talks");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/paper-form/blank", Fixture, NULL, set_up, test_blank, tear_down);
  g_test_add ("/paper-form/filled", Fixture, NULL, set_up, test_filled, tear_down);
  g_test_add ("/paper-form/room", Fixture, NULL, set_up, test_room, tear_down);
  g_test_add ("/paper-form/row-condition", Fixture, NULL, set_up, test_row_condition, tear_down);
  g_test_add ("/paper-form/one-step", Fixture, NULL, set_up, test_one_step, tear_down);

  return g_test_run ();
}
