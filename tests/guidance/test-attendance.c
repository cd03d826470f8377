/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-attendance.h"

static WbLesson *
make_lesson (guint minutes,
             guint n_questions)
{
  WbLesson *lesson = wb_lesson_new (minutes, "goal", NULL);

  for (guint i = 0; i < n_questions; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%u", i + 1);

      wb_lesson_add_question (lesson, WB_QUESTION_SINGLE, id, "Which?", "Because.");
    }

  return lesson;
}

static void
test_attendance (void)
{
  g_autoptr (WbAttendance) attendance = wb_attendance_new ();
  g_autoptr (WbAttendance) complete = wb_attendance_new ();
  g_autoptr (WbLearner) learner = wb_learner_new ("Kim");
  g_autoptr (WbLesson) first = make_lesson (12, 3);
  g_autoptr (WbLesson) second = make_lesson (15, 2);
  const WbAttendedLesson *lesson;
  WbAttendedLesson sum;

  g_assert_false (wb_attendance_is_complete (attendance));
  /* Wrong first, then right; right first, then wrong; a question that is gone. */
  wb_learner_add_trial (learner, wb_trial_new ("l1", "q1", "0", FALSE, 100));
  wb_learner_add_trial (learner, wb_trial_new ("l1", "q1", "1", TRUE, 200));
  wb_learner_add_trial (learner, wb_trial_new ("l1", "q2", "1", TRUE, 100));
  wb_learner_add_trial (learner, wb_trial_new ("l1", "q2", "0", FALSE, 200));
  wb_learner_add_trial (learner, wb_trial_new ("l1", "gone", "0", TRUE, 100));
  wb_learner_add_trial (learner, wb_trial_new ("l2", "q1", "0", TRUE, 300));
  wb_learner_add_finished (learner, wb_finished_new ("l1", "k", 250));
  wb_attendance_add (attendance, "l1", "One", first, learner);
  wb_attendance_add (complete, "l1", "One", first, learner);
  wb_attendance_add (attendance, "l2", "Two", second, learner);

  lesson = g_ptr_array_index (attendance->lessons, 0);
  g_assert_true (lesson->finished);
  g_assert_cmpint (lesson->time, ==, 250);
  g_assert_cmpuint (lesson->n_answered, ==, 2);
  g_assert_cmpuint (lesson->n_right, ==, 1);
  lesson = g_ptr_array_index (attendance->lessons, 1);
  g_assert_false (lesson->finished);
  g_assert_cmpuint (lesson->n_answered, ==, 1);
  g_assert_false (wb_attendance_is_complete (attendance));
  g_assert_true (wb_attendance_is_complete (complete));

  wb_attendance_sum (attendance, &sum);
  g_assert_cmpuint (sum.minutes, ==, 27);
  g_assert_cmpuint (sum.n_questions, ==, 5);
  g_assert_cmpuint (sum.n_answered, ==, 3);
  g_assert_cmpuint (sum.n_right, ==, 2);
  g_assert_cmpint (sum.time, ==, 250);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attendance/attendance", test_attendance);

  return g_test_run ();
}
