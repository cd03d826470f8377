/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-learner.h"

static void
test_record (void)
{
  g_autoptr (WbLearner) learner = wb_learner_new ("Kim");

  wb_learner_add_trial (learner, wb_trial_new ("l1", "q1", "1", TRUE, 30));
  wb_learner_add_trial (learner, wb_trial_new ("l1", "q1", "0", FALSE, 20));
  wb_learner_add_trial (learner, wb_trial_new ("l2", "q1", "2", FALSE, 40));
  wb_learner_add_finished (learner, wb_finished_new ("l1", "k1", 50));
  g_assert_cmpstr (wb_learner_get_name (learner), ==, "Kim");
  g_assert_cmpstr (wb_learner_find_trial (learner, "l1", "q1")->given, ==, "1");
  g_assert_null (wb_learner_find_trial (learner, "l1", "q2"));
  g_assert_cmpint (wb_learner_find_finished (learner, "l1")->time, ==, 50);
  g_assert_null (wb_learner_find_finished (learner, "l2"));
}

static void
test_names (void)
{
  g_autofree char *umlaut = wb_learner_make_key ("Jörg  Groß");
  g_autofree char *spelled = wb_learner_make_key ("joerg gross ");
  g_autofree char *guest = wb_learner_make_key ("");
  g_autofree char *longest = g_strnfill (WB_LEARNER_MAX_NAME, 'x');
  g_autofree char *longer = g_strnfill (WB_LEARNER_MAX_NAME + 1, 'x');

  g_assert_cmpstr (umlaut, ==, spelled);
  g_assert_cmpstr (guest, ==, "");
  g_assert_true (wb_learner_check_name ("Kim"));
  g_assert_true (wb_learner_check_name ("007"));
  g_assert_true (wb_learner_check_name (longest));
  g_assert_false (wb_learner_check_name (longer));
  g_assert_false (wb_learner_check_name (""));
  g_assert_false (wb_learner_check_name (" – "));
  g_assert_false (wb_learner_check_name ("Kim\nAlex"));
  g_assert_false (wb_learner_check_name ("Kim\xff"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/learner/record", test_record);
  g_test_add_func ("/learner/names", test_names);

  return g_test_run ();
}
