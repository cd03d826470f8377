/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-certificate.h"
#include "wb-paginator.h"

#include <string.h>

#define NOON 1795348800 /* 22 November 2026 */

static WbAttendance *
make_attendance (guint n_lessons,
                 guint n_finished)
{
  WbAttendance *attendance = wb_attendance_new ();
  g_autoptr (WbLearner) learner = wb_learner_new ("Kim");
  g_autoptr (WbLesson) lesson = wb_lesson_new (12, "goal", NULL);

  wb_lesson_add_question (lesson, WB_QUESTION_SINGLE, "q1", "Which?", "Because.");
  for (guint i = 0; i < n_lessons; i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i + 1);
      g_autofree char *title = g_strdup_printf ("Lektion <%u> & eine lange Überschrift, die umbricht", i + 1);

      if (i < n_finished)
        {
          wb_learner_add_trial (learner, wb_trial_new (id, "q1", "0", i > 0, NOON));
          wb_learner_add_finished (learner, wb_finished_new (id, "k", i == 0 ? 0 : NOON - 86400));
        }
      wb_attendance_add (attendance, id, title, lesson, learner);
    }

  return attendance;
}

static char *
read_text (WbDocument *document,
           guint      *n_pages)
{
  g_autoptr (WbPaginator) paginator = wb_paginator_new (document, 0, 0);

  *n_pages = wb_paginator_get_n_pages (paginator);

  return wb_block_to_text (wb_document_get_root (document));
}

static void
test_complete (void)
{
  g_autoptr (WbAttendance) attendance = make_attendance (8, 8);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (WbDocument) document = wb_certificate_build ("Kim <Beispiel>", "Datenschutz", "Sie können prüfen.", attendance,
                                                          NOON, utc);
  g_autofree char *text = NULL;
  guint n_pages;

  text = read_text (document, &n_pages);
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_cmpstr (wb_document_get_title (document), ==, "Confirmation of Attendance");
  g_assert_nonnull (strstr (text, "Kim <Beispiel> has worked through"));
  g_assert_nonnull (strstr (text, "Datenschutz"));
  g_assert_nonnull (strstr (text, "Lektion <8> &"));
  g_assert_nonnull (strstr (text, "2026-11-21"));
  g_assert_nonnull (strstr (text, "day not recorded"));
  g_assert_nonnull (strstr (text, "96"));
  g_assert_nonnull (strstr (text, "8 of 8 answered, 7 of them right"));
  g_assert_nonnull (strstr (text, "no accreditation"));
  g_assert_null (strstr (text, "not finished"));
  g_assert_nonnull (strstr (wb_document_get_foot (document), "2026-11-22"));
}

static void
test_incomplete (void)
{
  g_autoptr (WbAttendance) attendance = make_attendance (3, 1);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (WbDocument) document = wb_certificate_build ("Kim", "Datenschutz", NULL, attendance, NOON, utc);
  g_autofree char *text = NULL;
  guint n_pages;

  text = read_text (document, &n_pages);
  g_assert_nonnull (strstr (text, "not finished"));
  g_assert_nonnull (strstr (text, "1 of 3 answered"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/certificate/complete", test_complete);
  g_test_add_func ("/certificate/incomplete", test_incomplete);

  return g_test_run ();
}
