/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-row-move.h"

static void
check_rows (WbAnswers  *answers,
            const char *expected)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, "table");
  g_autofree char *joined = g_strjoinv (" ", (char **) rows);

  g_assert_cmpstr (joined, ==, expected);
}

/* To the front, to the end, by one; what stands in the row goes along, what stands in others stays. */
static void
test_move (void)
{
  g_autoptr (WbAnswers) answers = wb_answers_new ();

  wb_answers_add_row (answers, "table", "a");
  wb_answers_add_row (answers, "table", "b");
  wb_answers_add_row (answers, "table", "c");
  wb_answers_add_row (answers, "other", "a");
  wb_answers_set (answers, "table", "a", "name", "A");
  wb_answers_set (answers, "table", "a", "date", "2027-01-12");
  wb_answers_set (answers, "table", "b", "name", "B");
  wb_answers_set (answers, "other", "a", "name", "Other");

  g_assert_true (wb_row_move (answers, "table", "a", 1));
  check_rows (answers, "b a c");
  g_assert_true (wb_row_move (answers, "table", "a", 100));
  check_rows (answers, "b c a");
  g_assert_true (wb_row_move (answers, "table", "c", 0));
  check_rows (answers, "c b a");
  g_assert_cmpstr (wb_answers_get (answers, "table", "a", "name"), ==, "A");
  g_assert_cmpstr (wb_answers_get (answers, "table", "a", "date"), ==, "2027-01-12");
  g_assert_cmpstr (wb_answers_get (answers, "table", "b", "name"), ==, "B");
  g_assert_cmpstr (wb_answers_get (answers, "other", "a", "name"), ==, "Other");
}

static void
count (guint *n)
{
  (*n)++;
}

/* Nobody hears of what does not happen. */
static void
test_nothing (void)
{
  g_autoptr (WbAnswers) answers = wb_answers_new ();
  guint n = 0;

  g_assert_false (wb_row_move (answers, "table", "a", 0));
  wb_answers_add_row (answers, "table", "a");
  wb_answers_add_row (answers, "table", "b");
  g_signal_connect_swapped (answers, "changed", G_CALLBACK (count), &n);
  g_assert_false (wb_row_move (answers, "table", "a", 0));
  g_assert_false (wb_row_move (answers, "table", "b", 1));
  g_assert_false (wb_row_move (answers, "table", "b", G_MAXUINT));
  g_assert_false (wb_row_move (answers, "table", "c", 0));
  g_assert_cmpuint (n, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row-move/move", test_move);
  g_test_add_func ("/row-move/nothing", test_nothing);

  return g_test_run ();
}
