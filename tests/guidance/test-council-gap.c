/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-council-gap.h"
#include "wb-day.h"
#include "wb-task.h"
#include "wb-test-guide.h"

#include <string.h>

#define TODAY "2026-11-22"
#define MEETING "2027-01-12"
#define HAND_IN "2026-12-18"

typedef struct
{
  WbGuide *guide;
  WbAnswers *answers;
  GPtrArray *papers;
  GDate today;
  GPtrArray *gaps; /* (nullable) of the last look() */
} Fixture;

static WbField *
add_field (Fixture     *fixture,
           WbStep      *step,
           WbFieldType  type,
           const char  *id,
           WbNeed       need)
{
  WbField *field = wb_test_add_field (fixture->guide, step, type, id, NULL);

  field->need = need;

  return field;
}

/* A paper that shows @fields. */
static void
add_paper (Fixture    *fixture,
           const char *name,
           const char *fields)
{
  WbCouncilPaper *paper = g_new0 (WbCouncilPaper, 1);
  g_auto (GStrv) ids = g_strsplit (fields, " ", -1);

  paper->name = g_strdup (name);
  paper->title = g_strdup_printf ("The %s", name);
  paper->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  paper->signatures = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (paper->fields, g_strdup (ids[i]));
  g_ptr_array_add (fixture->papers, paper);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  WbCouncil *council = wb_council_new ();
  WbStep *step;
  WbField *field;

  fixture->guide = wb_guide_new ("guide", "Guide", 1);
  fixture->answers = wb_answers_new ();
  fixture->papers = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_council_paper_free);
  step = wb_test_add_step (fixture->guide, "step", NULL);
  add_field (fixture, step, WB_FIELD_TEXT, "hint", WB_NEED_RECOMMENDED);
  add_field (fixture, step, WB_FIELD_TEXT, "goal", WB_NEED_REQUIRED);
  add_field (fixture, step, WB_FIELD_TEXT, "extra", WB_NEED_OPTIONAL);
  add_field (fixture, step, WB_FIELD_TEXT, "elsewhere", WB_NEED_REQUIRED);
  field = add_field (fixture, step, WB_FIELD_CHOICE, "choice", WB_NEED_RECOMMENDED);
  wb_field_add_option (field, "yes", "Yes", NULL);
  wb_field_add_option (field, "open", "Not yet", NULL);
  add_field (fixture, step, WB_FIELD_DATE, "council", WB_NEED_RECOMMENDED);
  field = add_field (fixture, step, WB_FIELD_TABLE, "work", WB_NEED_OPTIONAL);
  wb_field_add_column (field, "what", "What", WB_FIELD_TEXT);
  wb_field_add_column (field, "who", "Who", WB_FIELD_TEXT);
  wb_field_add_column (field, "until", "Until", WB_FIELD_DATE);
  wb_field_add_column (field, "ready", "Ready", WB_FIELD_YES_NO);
  wb_guide_set_tasks (fixture->guide, "work");
  wb_guide_add_document (fixture->guide, "paper", "Paper", "entry", NULL);
  wb_guide_add_document (fixture->guide, "slides", "Slides", "entry", NULL);
  council->meeting = g_strdup ("council");
  g_ptr_array_add (wb_council_add_undecided (council, "choice")->options, g_strdup ("open"));
  wb_guide_set_council (fixture->guide, council);
  g_assert_true (wb_day_parse (TODAY, &fixture->today));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->gaps, g_ptr_array_unref);
  g_ptr_array_unref (fixture->papers);
  g_assert_finalize_object (fixture->guide);
  g_assert_finalize_object (fixture->answers);
}

static guint
look (Fixture    *fixture,
      const char *meeting,
      const char *hand_in)
{
  g_autoptr (GPtrArray) tasks = wb_task_list (fixture->guide, fixture->answers);

  g_clear_pointer (&fixture->gaps, g_ptr_array_unref);
  fixture->gaps = wb_council_gap_list (fixture->guide, fixture->answers, fixture->papers, tasks, &(WbCouncilDays) { meeting, hand_in },
                                       &fixture->today);

  return fixture->gaps->len;
}

static const WbCouncilGap *
get (Fixture *fixture,
     guint    i)
{
  g_assert_cmpuint (i, <, fixture->gaps->len);

  return g_ptr_array_index (fixture->gaps, i);
}

static void
add_task (Fixture    *fixture,
          const char *what,
          const char *until,
          const char *ready)
{
  const char *row = wb_answers_add_row (fixture->answers, "work", NULL);

  wb_answers_set (fixture->answers, "work", row, "what", what);
  wb_answers_set (fixture->answers, "work", row, "until", until);
  wb_answers_set (fixture->answers, "work", row, "ready", ready);
}

/* What must be there first, each question once, with the papers that show it; what no paper shows and what is optional is not missing. */
static void
test_papers (Fixture       *fixture,
             gconstpointer  data)
{
  add_paper (fixture, "paper", "hint goal extra council");
  add_paper (fixture, "slides", "goal");
  g_assert_cmpuint (look (fixture, MEETING, HAND_IN), ==, 2);
  g_assert_cmpint (get (fixture, 0)->kind, ==, WB_COUNCIL_GAP_PAPER);
  g_assert_cmpstr (get (fixture, 0)->field, ==, "goal");
  g_assert_true (get (fixture, 0)->must);
  g_assert_nonnull (strstr (get (fixture, 0)->reason, "The paper, The slides"));
  g_assert_cmpstr (get (fixture, 0)->due, ==, HAND_IN);
  g_assert_cmpint (get (fixture, 0)->days, ==, 26);
  g_assert_cmpstr (get (fixture, 1)->field, ==, "hint");
  g_assert_false (get (fixture, 1)->must);
  g_assert_cmpuint (wb_council_gap_count_must (fixture->gaps), ==, 1);

  wb_answers_set (fixture->answers, "goal", "", "", "Something");
  g_assert_cmpuint (look (fixture, MEETING, HAND_IN), ==, 1);
}

static void
test_fault (Fixture       *fixture,
            gconstpointer  data)
{
  WbField *field = add_field (fixture, wb_test_add_step (fixture->guide, "money", NULL), WB_FIELD_NUMBER, "cost", WB_NEED_OPTIONAL);

  g_ptr_array_add (field->checks, wb_field_check_new (WB_CHECK_MIN, WB_DECIMAL_ONE, "", "Nothing costs nothing."));
  add_paper (fixture, "paper", "cost");
  g_assert_cmpuint (look (fixture, MEETING, HAND_IN), ==, 0);
  wb_answers_set (fixture->answers, "cost", "", "", "0");
  g_assert_cmpuint (look (fixture, MEETING, HAND_IN), ==, 1);
  g_assert_true (get (fixture, 0)->must);
  g_assert_nonnull (strstr (get (fixture, 0)->reason, "Nothing costs nothing."));
}

/* A document that does not apply needs nothing. */
static void
test_left_out (Fixture       *fixture,
               gconstpointer  data)
{
  WbStep *step = wb_test_add_step (fixture->guide, "late", wb_test_is ("choice", "yes"));

  g_ptr_array_add (step->documents, g_strdup ("paper"));
  step->unless = g_strdup ("No council");
  add_paper (fixture, "paper", "goal");
  g_assert_cmpuint (look (fixture, MEETING, HAND_IN), ==, 0);
  wb_answers_set (fixture->answers, "choice", "", "", "yes");
  g_assert_cmpuint (look (fixture, MEETING, HAND_IN), ==, 1);
}

static void
test_days (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpuint (look (fixture, "", HAND_IN), ==, 1);
  g_assert_cmpint (get (fixture, 0)->kind, ==, WB_COUNCIL_GAP_DATE);
  g_assert_true (get (fixture, 0)->must);
  g_assert_cmpstr (get (fixture, 0)->field, ==, "council");
  g_assert_false (get (fixture, 0)->timed);

  g_assert_cmpuint (look (fixture, MEETING, ""), ==, 1);
  g_assert_false (get (fixture, 0)->must);
  g_assert_cmpstr (get (fixture, 0)->field, ==, "");

  /* Over, and handed in too late. */
  g_assert_cmpuint (look (fixture, "2026-11-20", "2026-11-21"), ==, 2);
  g_assert_cmpint (get (fixture, 0)->days, ==, -2);
  g_assert_true (get (fixture, 1)->must);
  /* No day at all. */
  g_assert_cmpuint (look (fixture, "2027-02-30", "soon"), ==, 1);

  /* Without one to hand them in, the papers are due when the council meets. */
  add_paper (fixture, "paper", "goal");
  g_assert_cmpuint (look (fixture, MEETING, ""), ==, 2);
  g_assert_cmpstr (get (fixture, 1)->due, ==, MEETING);
  g_assert_cmpuint (look (fixture, "", ""), ==, 2);
  g_assert_cmpstr (get (fixture, 1)->due, ==, "");
}

static void
test_decisions (Fixture       *fixture,
                gconstpointer  data)
{
  WbField *record = wb_field_new_grid (WB_GRID_DECISIONS, "record", "Record");
  WbStep *step = wb_test_add_step (fixture->guide, "end", NULL);

  wb_guide_add_field (fixture->guide, step, record);
  wb_answers_set (fixture->answers, "choice", "", "", "yes");
  g_assert_cmpuint (look (fixture, MEETING, HAND_IN), ==, 0);
  wb_answers_set (fixture->answers, "choice", "", "", "open");
  g_assert_cmpuint (look (fixture, MEETING, HAND_IN), ==, 1);
  g_assert_cmpint (get (fixture, 0)->kind, ==, WB_COUNCIL_GAP_DECISION);
  g_assert_false (get (fixture, 0)->must);
  g_assert_nonnull (strstr (get (fixture, 0)->reason, "Not yet"));
  add_paper (fixture, "paper", "choice");
  g_assert_cmpuint (look (fixture, MEETING, HAND_IN), ==, 1);
  g_assert_true (get (fixture, 0)->must);

  wb_answers_add_row (fixture->answers, "record", "a");
  g_assert_cmpuint (look (fixture, MEETING, HAND_IN), ==, 1);
  wb_answers_set (fixture->answers, "record", "a", "question", "Which\nway?");
  g_assert_cmpuint (look (fixture, MEETING, HAND_IN), ==, 2);
  g_assert_cmpstr (get (fixture, 1)->title, ==, "Which way?");
  g_assert_cmpstr (get (fixture, 1)->row, ==, "a");
  wb_answers_set (fixture->answers, "record", "a", "decision", "That way");
  g_assert_cmpuint (look (fixture, MEETING, HAND_IN), ==, 1);
}

static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  WbField *grid = wb_field_new_grid (WB_GRID_STAKEHOLDERS, "people", "People");
  WbGridRule *rule = g_new0 (WbGridRule, 1);

  rule->type = WB_GRID_RULE_MISSING;
  rule->id = g_strdup ("staff");
  rule->title = g_strdup ("Staff council");
  rule->reason = g_strdup ("It has to be asked.");
  rule->words = g_strsplit ("Staff", ",", -1);
  g_ptr_array_add (grid->rules, rule);
  wb_guide_add_field (fixture->guide, wb_test_add_step (fixture->guide, "who", NULL), grid);
  g_assert_cmpuint (look (fixture, MEETING, HAND_IN), ==, 1);
  g_assert_cmpint (get (fixture, 0)->kind, ==, WB_COUNCIL_GAP_PEOPLE);
  g_assert_cmpstr (get (fixture, 0)->field, ==, "people");
  wb_answers_add_row (fixture->answers, "people", "a");
  wb_answers_set (fixture->answers, "people", "a", "group", "Our staff");
  g_assert_cmpuint (look (fixture, MEETING, HAND_IN), ==, 0);
}

/* Until the meeting, the late ones first; what is done or comes later is none of the council's. */
static void
test_tasks (Fixture       *fixture,
            gconstpointer  data)
{
  add_task (fixture, "On the day", MEETING, "");
  add_task (fixture, "Before", "2026-12-01", "");
  add_task (fixture, "After", "2027-01-13", "");
  add_task (fixture, "Done", "2026-11-01", "yes");
  add_task (fixture, "Late", "2026-11-01", "");
  add_task (fixture, "Some day", "", "");
  g_assert_cmpuint (look (fixture, MEETING, HAND_IN), ==, 3);
  g_assert_cmpint (get (fixture, 0)->kind, ==, WB_COUNCIL_GAP_LATE);
  g_assert_cmpstr (get (fixture, 0)->title, ==, "Late");
  g_assert_cmpint (get (fixture, 0)->days, ==, -21);
  g_assert_true (get (fixture, 0)->must);
  g_assert_cmpstr (get (fixture, 1)->title, ==, "Before");
  g_assert_cmpstr (get (fixture, 2)->title, ==, "On the day");
  g_assert_false (get (fixture, 2)->must);
  g_assert_true (wb_council_gap_has_own_day (get (fixture, 2)));
  /* Without a meeting only what is late is known. */
  g_assert_cmpuint (look (fixture, "", ""), ==, 2);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *left = wb_council_day_to_words (MEETING, &fixture->today);
  g_autofree char *one = wb_council_day_to_words ("2026-11-21", &fixture->today);
  g_autofree char *now = wb_council_day_to_words (TODAY, &fixture->today);
  g_autofree char *none = wb_council_day_to_words ("", &fixture->today);
  g_autofree char *clear = NULL;
  g_autofree char *open = NULL;
  g_autofree char *unset = NULL;

  g_assert_cmpstr (left, ==, "12.01.2027 (51 days left)");
  g_assert_cmpstr (one, ==, "21.11.2026 (1 day over)");
  g_assert_cmpstr (now, ==, "22.11.2026 (today)");
  g_assert_cmpstr (none, ==, "");
  look (fixture, MEETING, HAND_IN);
  clear = wb_council_summarize (MEETING, fixture->gaps);
  g_assert_cmpstr (clear, ==, "Council meeting on 12.01.2027: nothing is missing");
  add_paper (fixture, "paper", "goal hint");
  look (fixture, MEETING, HAND_IN);
  open = wb_council_summarize (MEETING, fixture->gaps);
  g_assert_cmpstr (open, ==, "Council meeting on 12.01.2027: 2 things missing");
  unset = wb_council_summarize ("", fixture->gaps);
  g_assert_cmpstr (unset, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/council-gap/papers", test_papers);
  ADD ("/council-gap/fault", test_fault);
  ADD ("/council-gap/left-out", test_left_out);
  ADD ("/council-gap/days", test_days);
  ADD ("/council-gap/decisions", test_decisions);
  ADD ("/council-gap/people", test_people);
  ADD ("/council-gap/tasks", test_tasks);
  ADD ("/council-gap/words", test_words);
#undef ADD

  return g_test_run ();
}
