/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-diagnosis.h"

/* Four barriers in three fields; "geld" has two statements, the second of them reverse. */
typedef struct
{
  GPtrArray *barriers;
  GPtrArray *circles;
  WbAssessment *assessment;
  WbDiagnosis *diagnosis;
} Fixture;

static void
add_barrier (Fixture     *fixture,
             const char  *id,
             WbDimension  dimension,
             WbCause      cause,
             gboolean     second)
{
  g_autoptr (WbBarrier) barrier = wb_barrier_new (dimension, cause, WB_NAMED_BY_BOTH);

  wb_barrier_add_statement (barrier, "a1", "Es fehlt.", FALSE);
  if (second)
    wb_barrier_add_statement (barrier, "a2", "Es ist da.", TRUE);
  g_ptr_array_add (fixture->barriers, wb_diagnosis_barrier_new (id, id, barrier));
}

static void
add_circle (Fixture    *fixture,
            const char *id,
            const char *links)
{
  g_autoptr (WbCircle) circle = wb_circle_new ();
  g_auto (GStrv) parts = g_strsplit (links, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    wb_circle_add_link (circle, parts[i], "führt dazu");
  wb_lever_add_entry (wb_circle_add_lever (circle, 0, "Erster Hebel", "so"), "playbook-a");
  wb_lever_add_entry (wb_circle_add_lever (circle, g_strv_length (parts) - 1, "Letzter Hebel", "so"), "playbook-b");
  g_ptr_array_add (fixture->circles, wb_diagnosis_circle_new (id, id, circle));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->barriers = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_diagnosis_barrier_free);
  fixture->circles = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_diagnosis_circle_free);
  fixture->assessment = wb_assessment_new (1, 1000, FALSE, NULL);
  add_barrier (fixture, "geld", WB_DIMENSION_PROCESS, WB_CAUSE_MEANS, TRUE);
  add_barrier (fixture, "zeit", WB_DIMENSION_PROCESS, WB_CAUSE_MEANS, FALSE);
  add_barrier (fixture, "wissen", WB_DIMENSION_PEOPLE, WB_CAUSE_TRAITS, FALSE);
  add_barrier (fixture, "technik", WB_DIMENSION_TECHNOLOGY, WB_CAUSE_TRAITS, FALSE);
  add_circle (fixture, "kreis-a", "geld zeit wissen");
  add_circle (fixture, "kreis-b", "technik wissen");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->diagnosis, wb_diagnosis_unref);
  wb_assessment_unref (fixture->assessment);
  g_ptr_array_unref (fixture->barriers);
  g_ptr_array_unref (fixture->circles);
}

/* @counts: replies 0 to 4, and "don't know", as digits. */
static void
reply (Fixture    *fixture,
       const char *barrier,
       const char *statement,
       const char *counts)
{
  WbTally tally = { { 0 } };

  for (guint i = 0; i < WB_N_REPLIES; i++)
    tally.counts[i] = (guint) g_ascii_digit_value (counts[i]);
  wb_assessment_set_tally (fixture->assessment, barrier, statement, &tally);
}

static void
diagnose (Fixture *fixture)
{
  g_clear_pointer (&fixture->diagnosis, wb_diagnosis_unref);
  fixture->diagnosis = wb_diagnosis_new (fixture->assessment, fixture->barriers, fixture->circles);
}

static const WbCircleFinding *
find_circle (Fixture    *fixture,
             const char *id)
{
  GPtrArray *findings = wb_diagnosis_get_findings (fixture->diagnosis);

  for (guint i = 0; i < findings->len; i++)
    {
      const WbCircleFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->circle->id, id))
        return finding;
    }

  g_assert_not_reached ();
}

static void
test_nothing_answered (Fixture       *fixture,
                       gconstpointer  data)
{
  diagnose (fixture);
  g_assert_cmpuint (wb_diagnosis_count_statements (fixture->diagnosis), ==, 5);
  g_assert_cmpuint (wb_diagnosis_count_answered (fixture->diagnosis), ==, 0);
  g_assert_cmpint (wb_diagnosis_get_barrier (fixture->diagnosis, "geld")->level, ==, WB_LEVEL_UNKNOWN);
  g_assert_cmpint (wb_diagnosis_get_field (fixture->diagnosis, WB_DIMENSION_PROCESS, WB_CAUSE_MEANS)->level, ==,
                   WB_LEVEL_UNKNOWN);
  g_assert_cmpint (find_circle (fixture, "kreis-a")->turn, ==, WB_TURN_UNKNOWN);
  g_assert_cmpint (find_circle (fixture, "kreis-a")->certainty, ==, WB_CERTAINTY_UNCERTAIN);
  g_assert_cmpuint (wb_diagnosis_get_advice (fixture->diagnosis)->len, ==, 0);
  g_assert_null (wb_diagnosis_get_barrier (fixture->diagnosis, "gibtsnicht"));
}

/* "Don't know" is no zero. */
static void
test_do_not_know (Fixture       *fixture,
                  gconstpointer  data)
{
  const WbScore *score;

  reply (fixture, "wissen", "a1", "000001");
  diagnose (fixture);
  score = wb_diagnosis_get_barrier (fixture->diagnosis, "wissen");
  g_assert_cmpint (score->level, ==, WB_LEVEL_UNKNOWN);
  g_assert_cmpuint (score->n, ==, 0);
  g_assert_cmpuint (score->n_unknown, ==, 1);
  g_assert_cmpuint (wb_diagnosis_count_answered (fixture->diagnosis), ==, 0);
}

static void
test_reverse (Fixture       *fixture,
              gconstpointer  data)
{
  reply (fixture, "geld", "a2", "100000");
  diagnose (fixture);
  g_assert_cmpint (wb_diagnosis_get_barrier (fixture->diagnosis, "geld")->level, ==, 4);
  reply (fixture, "geld", "a1", "000010");
  reply (fixture, "geld", "a2", "000010");
  diagnose (fixture);
  /* 4 and 4 − 4 = 0: the middle */
  g_assert_cmpint (wb_diagnosis_get_barrier (fixture->diagnosis, "geld")->level, ==, 2);
}

static void
test_median_and_spread (Fixture       *fixture,
                        gconstpointer  data)
{
  const WbScore *score;

  reply (fixture, "wissen", "a1", "110131");
  diagnose (fixture);
  score = wb_diagnosis_get_barrier (fixture->diagnosis, "wissen");
  /* 0 1 3 4 4 4 */
  g_assert_cmpuint (score->n, ==, 6);
  g_assert_cmpuint (score->n_possible, ==, 7);
  g_assert_cmpfloat (score->median, ==, 3.5);
  g_assert_cmpint (score->level, ==, 4);
  g_assert_cmpint (score->lower, ==, 1);
  g_assert_cmpint (score->upper, ==, 4);
  g_assert_cmpuint (wb_diagnosis_count_people (fixture->diagnosis), ==, 7);
}

/* The median of the field is that of its replies, not of its barriers. */
static void
test_field (Fixture       *fixture,
            gconstpointer  data)
{
  const WbScore *field;

  reply (fixture, "geld", "a1", "200000");
  reply (fixture, "geld", "a2", "000020");
  reply (fixture, "zeit", "a1", "000020");
  diagnose (fixture);
  field = wb_diagnosis_get_field (fixture->diagnosis, WB_DIMENSION_PROCESS, WB_CAUSE_MEANS);
  g_assert_cmpuint (field->n, ==, 6);
  g_assert_cmpint (field->level, ==, 0);
  g_assert_cmpint (field->upper, ==, 4);
  g_assert_cmpstr (wb_diagnosis_get_strongest (fixture->diagnosis, WB_DIMENSION_PROCESS, WB_CAUSE_MEANS)->id, ==, "zeit");
  g_assert_null (wb_diagnosis_get_strongest (fixture->diagnosis, WB_DIMENSION_PEOPLE, WB_CAUSE_LAWS));
  g_assert_cmpuint (wb_diagnosis_get_field (fixture->diagnosis, WB_DIMENSION_PEOPLE, WB_CAUSE_LAWS)->n_possible, ==, 0);
}

static void
test_turns (Fixture       *fixture,
            gconstpointer  data)
{
  reply (fixture, "geld", "a1", "000100");
  reply (fixture, "geld", "a2", "010000");
  reply (fixture, "zeit", "a1", "000010");
  reply (fixture, "wissen", "a1", "010000");
  reply (fixture, "technik", "a1", "100000");
  diagnose (fixture);
  g_assert_cmpint (find_circle (fixture, "kreis-a")->turn, ==, WB_TURN_TURNS);
  g_assert_cmpuint (find_circle (fixture, "kreis-a")->n_felt, ==, 2);
  g_assert_cmpint (find_circle (fixture, "kreis-a")->certainty, ==, WB_CERTAINTY_CERTAIN);
  g_assert_cmpint (find_circle (fixture, "kreis-b")->turn, ==, WB_TURN_RESTS);
  reply (fixture, "zeit", "a1", "001000");
  diagnose (fixture);
  g_assert_cmpint (find_circle (fixture, "kreis-a")->turn, ==, WB_TURN_SETS_IN);
}

/* One of three links answered: nothing is said, however strong that one is. */
static void
test_too_little (Fixture       *fixture,
                 gconstpointer  data)
{
  reply (fixture, "zeit", "a1", "000010");
  reply (fixture, "geld", "a1", "000001");
  reply (fixture, "wissen", "a1", "000001");
  diagnose (fixture);
  g_assert_cmpint (find_circle (fixture, "kreis-a")->turn, ==, WB_TURN_UNKNOWN);
  reply (fixture, "wissen", "a1", "000010");
  diagnose (fixture);
  g_assert_cmpint (find_circle (fixture, "kreis-a")->turn, ==, WB_TURN_TURNS);
  g_assert_cmpuint (find_circle (fixture, "kreis-a")->n_known, ==, 2);
}

static void
test_certainty_sinks (Fixture       *fixture,
                      gconstpointer  data)
{
  static const struct
  {
    const char *counts;
    WbCertainty certainty;
  } rows[] = {
    { "000050", WB_CERTAINTY_CERTAIN }, { "000041", WB_CERTAINTY_CERTAIN }, { "000032", WB_CERTAINTY_FAIR },
    { "000023", WB_CERTAINTY_UNCERTAIN }, { "000030", WB_CERTAINTY_FAIR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      reply (fixture, "zeit", "a1", "500000");
      reply (fixture, "technik", "a1", rows[i].counts);
      reply (fixture, "wissen", "a1", rows[i].counts);
      diagnose (fixture);
      g_assert_cmpint (find_circle (fixture, "kreis-b")->certainty, ==, rows[i].certainty);
      g_assert_cmpint (find_circle (fixture, "kreis-b")->turn, ==, WB_TURN_TURNS);
    }
}

static void
test_advice (Fixture       *fixture,
             gconstpointer  data)
{
  const WbLeverAdvice *advice;

  /* kreis-a turns: geld 3, zeit 4, wissen 1; its last lever sits between wissen and geld. */
  reply (fixture, "geld", "a1", "000100");
  reply (fixture, "zeit", "a1", "000010");
  reply (fixture, "wissen", "a1", "010000");
  diagnose (fixture);
  g_assert_cmpuint (wb_diagnosis_get_advice (fixture->diagnosis)->len, ==, 2);
  advice = g_ptr_array_index (wb_diagnosis_get_advice (fixture->diagnosis), 0);
  g_assert_cmpstr (advice->lever->title, ==, "Erster Hebel");
  g_assert_cmpint (advice->weight, ==, 7);
  advice = g_ptr_array_index (wb_diagnosis_get_advice (fixture->diagnosis), 1);
  g_assert_cmpint (advice->weight, ==, 4);
  g_assert_cmpstr (advice->finding->circle->id, ==, "kreis-a");
}

static void
test_strongest_first (Fixture       *fixture,
                      gconstpointer  data)
{
  reply (fixture, "geld", "a1", "100000");
  reply (fixture, "zeit", "a1", "100000");
  reply (fixture, "wissen", "a1", "000010");
  reply (fixture, "technik", "a1", "000010");
  diagnose (fixture);
  g_assert_cmpstr (((const WbCircleFinding *) g_ptr_array_index (wb_diagnosis_get_findings (fixture->diagnosis), 0))->circle->id,
                   ==, "kreis-b");
}

static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (WbDiagnosis) earlier = NULL;
  int change = 99;

  reply (fixture, "zeit", "a1", "000010");
  diagnose (fixture);
  earlier = wb_diagnosis_ref (fixture->diagnosis);
  reply (fixture, "zeit", "a1", "010000");
  reply (fixture, "wissen", "a1", "010000");
  diagnose (fixture);
  g_assert_true (wb_score_compare (wb_diagnosis_get_barrier (earlier, "zeit"),
                                   wb_diagnosis_get_barrier (fixture->diagnosis, "zeit"), &change));
  g_assert_cmpint (change, ==, -3);
  g_assert_false (wb_score_compare (wb_diagnosis_get_barrier (earlier, "wissen"),
                                    wb_diagnosis_get_barrier (fixture->diagnosis, "wissen"), &change));
  g_assert_false (wb_score_compare (NULL, wb_diagnosis_get_barrier (fixture->diagnosis, "zeit"), &change));
}

/* A circle may name barriers that the library does not bring. */
static void
test_unknown_link (Fixture       *fixture,
                   gconstpointer  data)
{
  add_circle (fixture, "kreis-c", "gibtsnicht zeit");
  reply (fixture, "zeit", "a1", "000010");
  diagnose (fixture);
  g_assert_cmpuint (find_circle (fixture, "kreis-c")->n_known, ==, 1);
  g_assert_cmpfloat (find_circle (fixture, "kreis-c")->share_known, ==, 0.5);
}

static void
test_words (void)
{
  g_auto (GStrv) rules = wb_diagnosis_get_rules ();

  g_assert_cmpuint (g_strv_length (rules), ==, 5);
  g_assert_cmpstr (wb_level_get_label (0), ==, "not felt");
  g_assert_cmpstr (wb_level_get_label (WB_LEVEL_UNKNOWN), ==, "not known");
  g_assert_cmpstr (wb_turn_get_label (WB_TURN_TURNS), ==, "Turns");
  g_assert_cmpstr (wb_certainty_get_label (WB_CERTAINTY_FAIR), ==, "fairly certain");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/diagnosis/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("nothing-answered", test_nothing_answered);
  ADD ("do-not-know", test_do_not_know);
  ADD ("reverse", test_reverse);
  ADD ("median-and-spread", test_median_and_spread);
  ADD ("field", test_field);
  ADD ("turns", test_turns);
  ADD ("too-little", test_too_little);
  ADD ("certainty-sinks", test_certainty_sinks);
  ADD ("advice", test_advice);
  ADD ("strongest-first", test_strongest_first);
  ADD ("compare", test_compare);
  ADD ("unknown-link", test_unknown_link);
  g_test_add_func ("/diagnosis/words", test_words);

  return g_test_run ();
}
