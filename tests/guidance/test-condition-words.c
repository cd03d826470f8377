/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-condition-words.h"
#include "wb-test-guide.h"

/* Takes @condition. */
static void
assert_words (WbGuide     *guide,
              WbCondition *condition,
              const char  *expected)
{
  g_autoptr (WbCondition) owned = condition;
  g_autofree char *words = wb_condition_to_words (owned, guide);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (WbGuide) guide = wb_guide_new ("guide", "Guide", 1);
  WbStep *step = wb_test_add_step (guide, "a", NULL);
  WbField *field = wb_test_add_field (guide, step, WB_FIELD_CHOICE, "light", NULL);
  WbColumn *column;

  wb_field_add_option (field, "led", "LED lamp", NULL);
  field = wb_test_add_field (guide, step, WB_FIELD_GROUP, "talks", NULL);
  column = wb_field_add_column (field, "mood", "Mood", WB_FIELD_CHOICE);
  wb_column_add_option (column, "bad", "Not good");
  wb_field_add_column (field, "again", "Again?", WB_FIELD_YES_NO);

  assert_words (guide, wb_test_is ("light", "led"), "“light” is “LED lamp”");
  assert_words (guide, wb_condition_new_cell (WB_CONDITION_IS, "talks", "mood", "bad"), "“Mood” is “Not good”");
  assert_words (guide, wb_condition_new_cell (WB_CONDITION_IS, "talks", "again", "no"), "“Again?” is “No”");
  assert_words (guide, wb_condition_new_cell (WB_CONDITION_ANSWERED, "talks", "mood", NULL), "“Mood” has an answer");
  assert_words (guide, wb_test_group (WB_CONDITION_NOT, wb_test_answered ("light"), NULL), "“light” has no answer");
  assert_words (guide,
                wb_test_group (WB_CONDITION_ALL, wb_test_answered ("light"),
                               wb_test_group (WB_CONDITION_NOT,
                                              wb_test_group (WB_CONDITION_ALL, wb_test_is ("light", "led"), wb_test_answered ("talks"), NULL), NULL),
                               NULL),
                "“light” has an answer and (“light” is not “LED lamp” or “talks” has no answer)");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/condition-words", test_words);

  return g_test_run ();
}
