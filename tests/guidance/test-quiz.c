/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-quiz.h"

/* Only exactly the right options are right, for each way to choose among three of which two are right. */
static void
test_multiple (void)
{
  g_autoptr (WbLesson) lesson = wb_lesson_new (5, "Goal", NULL);
  WbQuestion *question = wb_lesson_add_question (lesson, WB_QUESTION_MULTIPLE, "q", "Which?", "");

  wb_question_add_option (question, "A", TRUE, "");
  wb_question_add_option (question, "B", FALSE, "");
  wb_question_add_option (question, "C", TRUE, "");

  for (int choice = 0; choice < 8; choice++)
    {
      gboolean chosen[] = { (choice & 1) != 0, (choice & 2) != 0, (choice & 4) != 0 };

      g_assert_cmpint (wb_question_is_right (question, chosen), ==, choice == 5);
    }
}

static void
test_single (void)
{
  g_autoptr (WbLesson) lesson = wb_lesson_new (5, "Goal", NULL);
  WbQuestion *question = wb_lesson_add_question (lesson, WB_QUESTION_SINGLE, "q", "Which?", "");
  gboolean first[] = { TRUE, FALSE };
  gboolean second[] = { FALSE, TRUE };
  gboolean none[] = { FALSE, FALSE };

  wb_question_add_option (question, "A", FALSE, "");
  wb_question_add_option (question, "B", TRUE, "");

  g_assert_false (wb_question_is_right (question, first));
  g_assert_true (wb_question_is_right (question, second));
  g_assert_false (wb_question_is_right (question, none));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quiz/multiple", test_multiple);
  g_test_add_func ("/quiz/single", test_single);

  return g_test_run ();
}
