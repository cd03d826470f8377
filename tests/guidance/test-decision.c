/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-decision.h"
#include "wb-test-guide.h"

static WbGuide *
make_guide (void)
{
  WbGuide *guide = wb_guide_new ("guide", "Guide", 1);
  WbStep *step = wb_test_add_step (guide, "step", NULL);
  WbField *way = wb_test_add_field (guide, step, WB_FIELD_CHOICE, "way", NULL);
  WbField *places = wb_test_add_field (guide, step, WB_FIELD_CHOICES, "places", NULL);
  WbField *hidden = wb_test_add_field (guide, step, WB_FIELD_CHOICE, "hidden", wb_test_is ("way", "short"));

  wb_field_add_option (way, "long", "The long one", NULL);
  wb_field_add_option (places, "square", "Square", NULL);
  wb_field_add_option (places, "lane", "Lane", NULL);
  wb_field_add_option (hidden, "yes", "Yes", NULL);
  wb_test_add_field (guide, step, WB_FIELD_TEXT, "text", NULL);

  return guide;
}

static void
add_revision (GPtrArray  *revisions,
              gint64      time,
              const char *field,
              const char *row)
{
  WbRevision *revision = wb_revision_new (revisions->len + 1, WB_REVISION_EDIT, 0, time, "token");

  g_ptr_array_add (revision->edits, wb_edit_new (WB_EDIT_CELL, field, row, "", "", "1"));
  g_ptr_array_add (revisions, revision);
}

static void
assert_decision (GPtrArray  *decisions,
                 guint       i,
                 gint64      time,
                 const char *question,
                 const char *answer)
{
  const WbDecision *decision = g_ptr_array_index (decisions, i);

  g_assert_cmpint (decision->time, ==, time);
  g_assert_cmpstr (decision->question, ==, question);
  g_assert_cmpstr (decision->answer, ==, answer);
}

static void
test_list (void)
{
  g_autoptr (WbGuide) guide = make_guide ();
  g_autoptr (WbAnswers) answers = wb_answers_new ();
  g_autoptr (GPtrArray) revisions = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_revision_free);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) decisions = NULL;

  none = wb_decision_list (revisions, guide, answers);
  g_assert_cmpuint (none->len, ==, 0);

  wb_answers_set (answers, "way", "", "", "long");
  wb_answers_set (answers, "hidden", "", "", "yes");
  wb_answers_set (answers, "text", "", "", "words");
  wb_answers_set (answers, "places", "square", "", "1");
  wb_answers_set (answers, "places", "lane", "", "1");
  add_revision (revisions, 10, "way", "");
  add_revision (revisions, 20, "places", "square");
  add_revision (revisions, 25, "text", "");
  add_revision (revisions, 30, "way", "");
  decisions = wb_decision_list (revisions, guide, answers);
  g_assert_cmpuint (decisions->len, ==, 2);
  assert_decision (decisions, 0, 20, "places", "Square, Lane");
  assert_decision (decisions, 1, 30, "way", "The long one");
}

/* A record of decisions says itself when something was decided, by whom and why; what is not decided is no decision. */
static void
test_record (void)
{
  g_autoptr (WbGuide) guide = make_guide ();
  g_autoptr (WbAnswers) answers = wb_answers_new ();
  g_autoptr (GPtrArray) revisions = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_revision_free);
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GDateTime) noon = g_date_time_new_local (2027, 5, 3, 12, 0, 0);
  const char *a, *b, *c;

  wb_guide_add_field (guide, g_ptr_array_index (wb_guide_get_steps (guide), 0), wb_field_new_grid (WB_GRID_DECISIONS, "record", "Decisions"));
  a = wb_answers_add_row (answers, "record", NULL);
  b = wb_answers_add_row (answers, "record", NULL);
  c = wb_answers_add_row (answers, "record", NULL);
  wb_answers_set (answers, "record", a, "question", "Whose map?");
  wb_answers_set (answers, "record", a, "decision", "The county’s");
  wb_answers_set (answers, "record", a, "who", "Steering group");
  wb_answers_set (answers, "record", a, "reasons", "Kept up there");
  wb_answers_set (answers, "record", a, "date", "2027-05-03");
  wb_answers_set (answers, "record", b, "question", "And when?");
  wb_answers_set (answers, "record", c, "question", "How?");
  wb_answers_set (answers, "record", c, "decision", "By hand");
  wb_answers_set (answers, "way", "", "", "long");
  add_revision (revisions, 10, "way", "");
  add_revision (revisions, 20, "record", c);
  decisions = wb_decision_list (revisions, guide, answers);
  g_assert_cmpuint (decisions->len, ==, 3);
  assert_decision (decisions, 0, 10, "way", "The long one");
  assert_decision (decisions, 1, 20, "How?", "By hand");
  assert_decision (decisions, 2, g_date_time_to_unix (noon), "Whose map?", "The county’s (Steering group). Reasons: Kept up there");
}

/* What was answered before anything was noted comes first, without a time. */
static void
test_unnoted (void)
{
  g_autoptr (WbGuide) guide = make_guide ();
  g_autoptr (WbAnswers) answers = wb_answers_new ();
  g_autoptr (GPtrArray) revisions = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_revision_free);
  g_autoptr (GPtrArray) decisions = NULL;

  wb_answers_set (answers, "way", "", "", "long");
  wb_answers_set (answers, "places", "lane", "", "1");
  add_revision (revisions, 5, "way", "");
  decisions = wb_decision_list (revisions, guide, answers);
  g_assert_cmpuint (decisions->len, ==, 2);
  assert_decision (decisions, 0, 0, "places", "Lane");
  assert_decision (decisions, 1, 5, "way", "The long one");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decision/list", test_list);
  g_test_add_func ("/decision/record", test_record);
  g_test_add_func ("/decision/unnoted", test_unnoted);

  return g_test_run ();
}
