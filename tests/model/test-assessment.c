/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-assessment.h"

static void
test_tallies (void)
{
  g_autoptr (WbAssessment) assessment = wb_assessment_new (0, 5, TRUE, NULL);
  WbTally tally = { { 0, 2, 0, 0, 1, 3 } };
  WbTally one = { { 0, 0, 0, 1, 0, 0 } };
  WbTally none = { { 0 } };

  g_assert_cmpstr (assessment->title, ==, "");
  g_assert_null (wb_assessment_get_tally (assessment, "a", "1"));
  g_assert_cmpint (wb_assessment_get_reply (assessment, "a", "1"), ==, -1);
  wb_assessment_set_tally (assessment, "a", "1", &tally);
  wb_assessment_set_tally (assessment, "a", "2", &one);
  g_assert_cmpuint (wb_assessment_count (assessment), ==, 2);
  g_assert_cmpuint (wb_assessment_count_people (assessment), ==, 6);
  g_assert_cmpuint (wb_assessment_get_tally (assessment, "a", "1")->counts[5], ==, 3);
  g_assert_cmpint (wb_assessment_get_reply (assessment, "a", "1"), ==, -1);
  g_assert_cmpint (wb_assessment_get_reply (assessment, "a", "2"), ==, WB_REPLY_MOSTLY);
  wb_assessment_set_tally (assessment, "a", "1", &none);
  g_assert_null (wb_assessment_get_tally (assessment, "a", "1"));
  g_assert_cmpuint (wb_assessment_count (assessment), ==, 1);
}

static void
test_too_many (void)
{
  g_autoptr (WbAssessment) assessment = wb_assessment_new (0, 5, TRUE, "Runde");
  WbTally tally = { { G_MAXUINT, 0, 0, 0, 0, 0 } };

  wb_assessment_set_tally (assessment, "a", "1", &tally);
  g_assert_cmpuint (wb_assessment_get_tally (assessment, "a", "1")->counts[0], ==, WB_TALLY_MAX);
}

static void
collect (const char    *barrier,
         const char    *statement,
         const WbTally *tally,
         gpointer       user_data)
{
  g_string_append_printf (user_data, "%s/%s=%u ", barrier, statement, wb_tally_count (tally));
}

static void
test_foreach (void)
{
  g_autoptr (WbAssessment) assessment = wb_assessment_new (0, 5, FALSE, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  WbTally one = { { 1, 0, 0, 0, 0, 0 } };

  wb_assessment_set_tally (assessment, "b", "1", &one);
  wb_assessment_set_tally (assessment, "a", "2", &one);
  wb_assessment_set_tally (assessment, "a", "1", &one);
  wb_assessment_foreach (assessment, collect, text);
  g_assert_cmpstr (text->str, ==, "a/1=1 a/2=1 b/1=1 ");
}

static void
test_labels (void)
{
  g_assert_cmpstr (wb_reply_get_label (WB_REPLY_NOT), ==, "does not apply");
  g_assert_cmpstr (wb_reply_get_label (WB_REPLY_DO_NOT_KNOW), ==, "don’t know");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/assessment/tallies", test_tallies);
  g_test_add_func ("/assessment/too-many", test_too_many);
  g_test_add_func ("/assessment/foreach", test_foreach);
  g_test_add_func ("/assessment/labels", test_labels);

  return g_test_run ();
}
