/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-lesson.h"

static void
test_shape (void)
{
  WbLesson *lesson = wb_lesson_new (12, "Name four roles.", NULL);
  WbQuestion *question = wb_lesson_add_question (lesson, WB_QUESTION_MULTIPLE, "q1", "Who decides?", "Because.");
  WbAnswerOption *option;

  wb_question_add_option (question, "The council", TRUE, "It holds the budget.");
  wb_question_add_option (question, "The printer", FALSE, "It prints.");

  g_assert_cmpuint (wb_lesson_get_minutes (lesson), ==, 12);
  g_assert_cmpstr (wb_lesson_get_goal (lesson), ==, "Name four roles.");
  g_assert_null (wb_lesson_get_task (lesson));
  g_assert_cmpuint (wb_lesson_get_questions (lesson)->len, ==, 1);
  g_assert_true (g_ptr_array_index (wb_lesson_get_questions (lesson), 0) == question);
  g_assert_cmpint (question->type, ==, WB_QUESTION_MULTIPLE);
  g_assert_cmpstr (question->explanation, ==, "Because.");
  g_assert_cmpuint (question->options->len, ==, 2);
  option = g_ptr_array_index (question->options, 1);
  g_assert_cmpstr (option->text, ==, "The printer");
  g_assert_cmpstr (option->explanation, ==, "It prints.");
  g_assert_false (option->correct);

  g_assert_finalize_object (lesson);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lesson/shape", test_shape);

  return g_test_run ();
}
