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

static WbResponse *
pick (guint n,
      ...)
{
  guint picks[8];
  va_list args;

  va_start (args, n);
  for (guint i = 0; i < n; i++)
    picks[i] = va_arg (args, guint);
  va_end (args);

  return wb_response_new_picks (picks, n);
}

static gboolean
is_right_typed (const WbQuestion *question,
                const char       *text)
{
  g_autoptr (WbResponse) response = wb_response_new_typed (text);

  return wb_quiz_is_right (question, response);
}

/* One right decision is enough, all of them at once is none. */
static void
test_case (void)
{
  g_autoptr (WbQuestion) question = wb_question_new (WB_QUESTION_CASE, "q", "What now?", "");
  g_autoptr (WbResponse) wrong = pick (1, 0), right = pick (1, 1), also_right = pick (1, 2), all = pick (2, 1, 2),
                         none = pick (0), outside = pick (1, 9);

  wb_question_add_decision (question, "A", FALSE, "", "a");
  wb_question_add_decision (question, "B", TRUE, "", "b");
  wb_question_add_decision (question, "C", TRUE, "", "c");

  g_assert_false (wb_quiz_is_right (question, wrong));
  g_assert_true (wb_quiz_is_right (question, right));
  g_assert_true (wb_quiz_is_right (question, also_right));
  g_assert_false (wb_quiz_is_right (question, all));
  g_assert_false (wb_quiz_is_right (question, none));
  g_assert_false (wb_quiz_is_right (question, outside));
  g_assert_false (wb_quiz_is_complete (question, none));
  g_assert_true (wb_quiz_is_complete (question, wrong));
}

static void
test_order (void)
{
  g_autoptr (WbQuestion) question = wb_question_new (WB_QUESTION_ORDER, "q", "In which order?", "");
  g_autoptr (WbResponse) right = pick (3, 0, 1, 2), wrong = pick (3, 0, 2, 1), part = pick (2, 0, 1);
  g_auto (GStrv) solution = NULL;

  wb_question_add_item (question, "A");
  wb_question_add_item (question, "B");
  wb_question_add_item (question, "C");

  g_assert_true (wb_quiz_is_right (question, right));
  g_assert_false (wb_quiz_is_right (question, wrong));
  g_assert_true (wb_quiz_is_part_right (question, wrong, 0));
  g_assert_false (wb_quiz_is_part_right (question, wrong, 1));
  g_assert_false (wb_quiz_is_right (question, part));
  g_assert_false (wb_quiz_is_complete (question, part));
  g_assert_false (is_right_typed (question, "A"));
  solution = wb_quiz_list_solution (question);
  g_assert_cmpstrv (solution, ((const char *[]) { "A", "B", "C", NULL }));
}

static void
test_match (void)
{
  g_autoptr (WbQuestion) question = wb_question_new (WB_QUESTION_MATCH, "q", "What belongs together?", "");
  g_autoptr (WbResponse) right = pick (3, 0, 1, 2), wrong = pick (3, 0, 2, 1), open = pick (3, 0, WB_RESPONSE_NONE, 2);
  g_auto (GStrv) solution = NULL;

  wb_question_add_pair (question, "A", "1");
  wb_question_add_pair (question, "B", "2");
  wb_question_add_pair (question, "C", "3");

  g_assert_true (wb_quiz_is_right (question, right));
  g_assert_true (wb_quiz_is_complete (question, right));
  g_assert_false (wb_quiz_is_right (question, wrong));
  g_assert_true (wb_quiz_is_complete (question, wrong));
  g_assert_false (wb_quiz_is_right (question, open));
  g_assert_false (wb_quiz_is_complete (question, open));
  g_assert_true (wb_quiz_is_part_right (question, open, 2));
  solution = wb_quiz_list_solution (question);
  g_assert_cmpstrv (solution, ((const char *[]) { "A – 1", "B – 2", "C – 3", NULL }));
}

static void
test_number (void)
{
  static const struct
  {
    double value, tolerance;
    const char *unit, *typed;
    gboolean right;
  } rows[] = {
    { 12.5, 0, "", "12.5", TRUE },
    { 12.5, 0, "", "12,5", TRUE },
    { 12.5, 0, "", "  12,50 ", TRUE },
    { 12.5, 0, "", "12.4", FALSE },
    { 12.5, 0.5, "Stunden", "12", TRUE },
    { 12.5, 0.5, "Stunden", "13 Stunden", TRUE },
    { 12.5, 0.5, "Stunden", "13stunden", TRUE },
    { 12.5, 0.5, "Stunden", "13,01", FALSE },
    { 12.5, 0.5, "Stunden", "11.99", FALSE },
    { 12.5, 0.5, "Stunden", "Stunden", FALSE },
    { 12.5, 0.5, "Stunden", "13 Tage", FALSE },
    { 0.2, 0.1, "", "0,3", TRUE },
    { 0.2, 0.1, "", "0,1", TRUE },
    { 1250, 0, "", "1.250", TRUE },
    { 1250, 0, "", "1250", TRUE },
    { 1.25, 0, "", "1.250", TRUE },
    { -4, 0, "Grad", "-4 Grad", TRUE },
    { 5, 0, "%", "5 %", TRUE },
    { 5, 0, "m²", "5 m²", TRUE },
    { 5, 0, "", "", FALSE },
    { 5, 0, "", "fünf", FALSE },
    { 5, 0, "", "5; 6", FALSE },
    { 0, 0, "", "nan", FALSE },
    { 0, 1e9, "", "inf", FALSE },
    { 16, 0, "", "0x10", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (WbQuestion) question = wb_question_new (WB_QUESTION_NUMBER, "q", "How many?", "");

      wb_question_set_number (question, rows[i].value, rows[i].tolerance, rows[i].unit);
      g_test_message ("%g ± %g %s: “%s”", rows[i].value, rows[i].tolerance, rows[i].unit, rows[i].typed);
      g_assert_cmpint (is_right_typed (question, rows[i].typed), ==, rows[i].right);
    }
}

static void
test_number_solution (void)
{
  g_autoptr (WbQuestion) question = wb_question_new (WB_QUESTION_NUMBER, "q", "How many?", "");
  g_auto (GStrv) about = NULL, exact = NULL;

  wb_question_set_number (question, 1234.5, 0.5, "Stunden");
  about = wb_quiz_list_solution (question);
  g_assert_cmpstrv (about, ((const char *[]) { "1,234.5 Stunden (± 0.5)", NULL }));
  wb_question_set_number (question, 3, 0, "");
  exact = wb_quiz_list_solution (question);
  g_assert_cmpstrv (exact, ((const char *[]) { "3", NULL }));
}

static void
test_text (void)
{
  static const struct
  {
    const char *typed;
    gboolean right;
  } rows[] = {
    { "Datenschutz-Folgenabschätzung", TRUE }, { "datenschutz-folgenabschaetzung", TRUE },
    { "  DATENSCHUTZ FOLGENABSCHÄTZUNG\t", TRUE }, { "dsfa", TRUE },
    { "Datenschutz", FALSE }, { "Datenschutzfolgenabschatzung", FALSE },
    { "", FALSE }, { "  ", FALSE },
  };
  g_autoptr (WbQuestion) question = wb_question_new (WB_QUESTION_TEXT, "q", "What is it called?", "");
  g_auto (GStrv) solution = NULL;

  wb_question_add_accepted (question, "Datenschutz-Folgenabschätzung");
  wb_question_add_accepted (question, "DSFA");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("“%s”", rows[i].typed);
      g_assert_cmpint (is_right_typed (question, rows[i].typed), ==, rows[i].right);
    }
  g_assert_false (is_right_typed (question, "\xff"));
  solution = wb_quiz_list_solution (question);
  g_assert_cmpstrv (solution, ((const char *[]) { "Datenschutz-Folgenabschätzung", NULL }));
}

/* For any seed: everything once, never in the right order, the same again. */
static void
test_shuffle (void)
{
  for (guint n = 2; n <= 7; n++)
    {
      g_autoptr (WbQuestion) question = wb_question_new (WB_QUESTION_ORDER, "q", "In which order?", "");

      for (guint i = 0; i < n; i++)
        wb_question_add_item (question, "x");
      for (guint seed = 0; seed < 100; seed++)
        {
          g_autofree guint *order = wb_quiz_shuffle (question, seed), *again = wb_quiz_shuffle (question, seed);
          g_autoptr (WbResponse) response = wb_response_new_picks (order, n);

          g_assert_cmpmem (order, n * sizeof *order, again, n * sizeof *again);
          g_assert_false (wb_quiz_is_right (question, response));
          for (guint i = 0; i < n; i++)
            g_assert_true (wb_response_has_pick (response, i));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quiz/multiple", test_multiple);
  g_test_add_func ("/quiz/single", test_single);

  g_test_add_func ("/quiz/case", test_case);
  g_test_add_func ("/quiz/order", test_order);
  g_test_add_func ("/quiz/match", test_match);
  g_test_add_func ("/quiz/number", test_number);
  g_test_add_func ("/quiz/number-solution", test_number_solution);
  g_test_add_func ("/quiz/text", test_text);
  g_test_add_func ("/quiz/shuffle", test_shuffle);

  return g_test_run ();
}
