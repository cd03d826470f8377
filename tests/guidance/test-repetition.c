/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-repetition.h"

#define START 2461000u /* a day like any other */

/* The intervals of SM-2 with E-factor 2.5: 1, 6, then always 2.5 times as long, rounded up. */
static void
test_right_answers (void)
{
  static const guint intervals[] = { 1, 6, 15, 38, 95, 238, 595, 1488, 3650, 3650 };
  WbRepetition repetition = { 0 };
  guint32 day = START;

  g_assert_false (wb_repetition_is_due (&repetition, day));
  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++)
    {
      wb_repetition_add (&repetition, day, TRUE);
      g_assert_cmpuint (repetition.interval, ==, intervals[i]);
      g_assert_cmpuint (repetition.due, ==, day + intervals[i]);
      g_assert_false (wb_repetition_is_due (&repetition, repetition.due - 1));
      g_assert_true (wb_repetition_is_due (&repetition, repetition.due));
      day = repetition.due;
    }
}

static void
test_wrong_begins_again (void)
{
  WbRepetition repetition = { 0 };

  wb_repetition_add (&repetition, START, TRUE);
  wb_repetition_add (&repetition, START + 1, TRUE);
  wb_repetition_add (&repetition, START + 7, FALSE);
  g_assert_cmpuint (repetition.streak, ==, 0);
  g_assert_cmpuint (repetition.due, ==, START + 8);
  wb_repetition_add (&repetition, START + 8, TRUE);
  g_assert_cmpuint (repetition.due, ==, START + 9);
  wb_repetition_add (&repetition, START + 9, TRUE);
  g_assert_cmpuint (repetition.due, ==, START + 15);
}

static void
test_first_of_the_day_counts (void)
{
  WbRepetition repetition = { 0 };

  wb_repetition_add (&repetition, START, FALSE);
  wb_repetition_add (&repetition, START, TRUE);
  wb_repetition_add (&repetition, START, TRUE);
  g_assert_cmpuint (repetition.streak, ==, 0);
  g_assert_cmpuint (repetition.due, ==, START + 1);
}

static void
test_early_answers (void)
{
  WbRepetition repetition = { 0 };

  wb_repetition_add (&repetition, START, TRUE);
  wb_repetition_add (&repetition, START + 1, TRUE);
  g_assert_cmpuint (repetition.due, ==, START + 7);
  wb_repetition_add (&repetition, START + 3, TRUE);
  g_assert_cmpuint (repetition.due, ==, START + 7);
  g_assert_cmpuint (repetition.streak, ==, 2);
  wb_repetition_add (&repetition, START + 4, FALSE);
  g_assert_cmpuint (repetition.due, ==, START + 5);
}

static void
test_day (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GTimeZone) east = g_time_zone_new_offset (3600);
  GDate date;

  /* 22 November 2026, 23:30 in Greenwich: the 23rd one hour to the east. */
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 22, G_DATE_NOVEMBER, 2026);
  g_assert_cmpuint (wb_repetition_get_day (1795390200, utc), ==, g_date_get_julian (&date));
  g_assert_cmpuint (wb_repetition_get_day (1795390200, east), ==, g_date_get_julian (&date) + 1);
  g_assert_cmpuint (wb_repetition_get_day (0, utc), ==, 1);
  g_assert_cmpuint (wb_repetition_get_day (G_MAXINT64, utc), ==, 1);
}

static void
add (WbLearner  *learner,
     const char *lesson,
     const char *question,
     gboolean    right,
     int         day)
{
  wb_learner_add_trial (learner, wb_trial_new (lesson, question, "0", right, 1795305600 + (gint64) day * 86400));
}

static void
test_due (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (WbLearner) learner = wb_learner_new ("Kim");
  g_autoptr (GPtrArray) dues = NULL;
  guint32 today = wb_repetition_get_day (1795305600, utc) + 7;
  const WbDue *first;
  const WbDue *second;

  /* Added without any order, as after a merge. */
  add (learner, "b", "q1", TRUE, 1);
  add (learner, "a", "q2", FALSE, 5);
  add (learner, "b", "q1", TRUE, 0);
  add (learner, "a", "q1", TRUE, 7);
  add (learner, "c", "q1", TRUE, 1);
  add (learner, "c", "q1", TRUE, 2);
  dues = wb_repetition_list_due (learner, today, utc);
  g_assert_cmpuint (dues->len, ==, 2);
  first = g_ptr_array_index (dues, 0);
  second = g_ptr_array_index (dues, 1);
  g_assert_cmpstr (first->lesson, ==, "a");
  g_assert_cmpstr (first->question, ==, "q2");
  g_assert_cmpuint (first->due, ==, today - 1);
  g_assert_cmpstr (second->lesson, ==, "b");
  g_assert_cmpuint (second->due, ==, today);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/repetition/right-answers", test_right_answers);
  g_test_add_func ("/repetition/wrong-begins-again", test_wrong_begins_again);
  g_test_add_func ("/repetition/first-of-the-day-counts", test_first_of_the_day_counts);
  g_test_add_func ("/repetition/early-answers", test_early_answers);
  g_test_add_func ("/repetition/day", test_day);
  g_test_add_func ("/repetition/due", test_due);

  return g_test_run ();
}
