/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-question.h"

static void
test_types (void)
{
  for (guint i = 0; i < WB_N_QUESTION_TYPES; i++)
    {
      WbQuestionType type = WB_N_QUESTION_TYPES;

      g_assert_true (wb_question_type_from_string (wb_question_type_to_string (i), &type));
      g_assert_cmpuint (type, ==, i);
    }
}

static void
test_unknown_type (void)
{
  WbQuestionType type = WB_QUESTION_ORDER;

  g_assert_false (wb_question_type_from_string ("essay", &type));
  g_assert_false (wb_question_type_from_string (NULL, &type));
  g_assert_cmpint (type, ==, WB_QUESTION_ORDER);
}

/* Lists are there, and empty, whatever the type. */
static void
test_empty (void)
{
  g_autoptr (WbQuestion) question = wb_question_new (WB_QUESTION_NUMBER, "q", "How many?", "Count.");

  g_assert_cmpuint (question->options->len + question->items->len + question->pairs->len + question->accepted->len, ==, 0);
  g_assert_cmpstr (question->unit, ==, "");
  g_assert_null (question->situation);
  g_assert_false (wb_question_has_options (question));
}

static void
test_case (void)
{
  g_autoptr (WbQuestion) question = wb_question_new (WB_QUESTION_CASE, "q", "What now?", "Because.");
  const WbAnswerOption *option;

  wb_question_set_situation (question, "First wording.");
  wb_question_set_situation (question, "The mayor asks.");
  wb_question_add_decision (question, "Wait", FALSE, "Too late.", "Nothing happens.");
  wb_question_add_decision (question, "Call", TRUE, "In time.", "It is solved.");

  g_assert_true (wb_question_has_options (question));
  g_assert_cmpstr (question->situation, ==, "The mayor asks.");
  g_assert_cmpuint (question->options->len, ==, 2);
  option = g_ptr_array_index (question->options, 1);
  g_assert_true (option->correct);
  g_assert_cmpstr (option->consequence, ==, "It is solved.");
}

static void
test_values (void)
{
  g_autoptr (WbQuestion) question = wb_question_new (WB_QUESTION_MATCH, "q", "Which?", "");
  g_autoptr (WbQuestion) held = wb_question_ref (question);
  const WbPair *pair;

  wb_question_add_pair (question, "one", "eins");
  wb_question_add_item (question, "first");
  wb_question_add_accepted (question, "spelling");
  wb_question_set_number (question, 12.5, 0.5, "hours");

  pair = g_ptr_array_index (held->pairs, 0);
  g_assert_cmpstr (pair->left, ==, "one");
  g_assert_cmpstr (pair->right, ==, "eins");
  g_assert_cmpstr (g_ptr_array_index (held->items, 0), ==, "first");
  g_assert_cmpstr (g_ptr_array_index (held->accepted, 0), ==, "spelling");
  g_assert_cmpfloat (held->value, ==, 12.5);
  g_assert_cmpfloat (held->tolerance, ==, 0.5);
  g_assert_cmpstr (held->unit, ==, "hours");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/question/types", test_types);
  g_test_add_func ("/question/unknown-type", test_unknown_type);
  g_test_add_func ("/question/empty", test_empty);
  g_test_add_func ("/question/case", test_case);
  g_test_add_func ("/question/values", test_values);

  return g_test_run ();
}
