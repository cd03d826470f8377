/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-progress.h"
#include "wb-test-guide.h"

typedef struct
{
  /* Owned */
  WbGuide *guide;
  WbAnswers *answers;

  /* Borrowed from the guide */
  WbStep *goal;    /* title (required), note (optional) */
  WbStep *check;   /* asked when data is "yes": basis (recommended) */
  WbStep *wishes;  /* idea (optional) */
  WbStep *team;    /* in the second phase: lead (required) */
} Fixture;

static void
add_needed (WbGuide    *guide,
            WbStep     *step,
            const char *id,
            WbNeed      need)
{
  wb_test_add_field (guide, step, WB_FIELD_TEXT, id, NULL)->need = need;
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  WbGuide *guide = fixture->guide = wb_guide_new ("guide", "Guide", 1);

  fixture->answers = wb_answers_new ();
  fixture->goal = wb_test_add_step (guide, "goal", NULL);
  add_needed (guide, fixture->goal, "title", WB_NEED_REQUIRED);
  add_needed (guide, fixture->goal, "note", WB_NEED_OPTIONAL);
  fixture->check = wb_test_add_step (guide, "check", wb_test_is ("title", "secret"));
  add_needed (guide, fixture->check, "basis", WB_NEED_RECOMMENDED);
  fixture->wishes = wb_test_add_step (guide, "wishes", NULL);
  add_needed (guide, fixture->wishes, "idea", WB_NEED_OPTIONAL);
  wb_guide_add_phase (guide, "second", "Second", NULL);
  fixture->team = wb_test_add_step (guide, "team", NULL);
  add_needed (guide, fixture->team, "lead", WB_NEED_REQUIRED);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_finalize_object (fixture->guide);
  g_assert_finalize_object (fixture->answers);
}

static void
answer (Fixture    *fixture,
        const char *field,
        const char *value)
{
  wb_answers_set (fixture->answers, field, "", "", value);
}

static void
assert_state (Fixture     *fixture,
              WbStep      *step,
              WbStepState  expected)
{
  g_assert_cmpint (wb_step_get_state (step, fixture->guide, fixture->answers), ==, expected);
}

static void
assert_progress (WbProgress progress,
                 guint      done,
                 guint      total,
                 guint      skipped)
{
  g_assert_cmpuint (progress.done, ==, done);
  g_assert_cmpuint (progress.total, ==, total);
  g_assert_cmpuint (progress.skipped, ==, skipped);
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data)
{
  assert_state (fixture, fixture->goal, WB_STEP_OPEN);
  assert_state (fixture, fixture->check, WB_STEP_SKIPPED);
  assert_state (fixture, fixture->wishes, WB_STEP_OPEN);

  answer (fixture, "note", "x");
  assert_state (fixture, fixture->goal, WB_STEP_STARTED);
  answer (fixture, "title", "secret");
  assert_state (fixture, fixture->goal, WB_STEP_DONE);
  assert_state (fixture, fixture->check, WB_STEP_OPEN);

  answer (fixture, "basis", "x");
  assert_state (fixture, fixture->check, WB_STEP_DONE);
  answer (fixture, "idea", "x");
  assert_state (fixture, fixture->wishes, WB_STEP_DONE);

  answer (fixture, "title", "");
  assert_state (fixture, fixture->goal, WB_STEP_STARTED);
  assert_state (fixture, fixture->check, WB_STEP_SKIPPED);
}

/* A row without a filled cell is a beginning, but no answer. */
static void
test_empty_row_is_a_beginning (Fixture       *fixture,
                               gconstpointer  data)
{
  WbStep *step = wb_test_add_step (fixture->guide, "sources", NULL);
  WbField *table = wb_test_add_field (fixture->guide, step, WB_FIELD_TABLE, "table", NULL);

  wb_field_add_column (table, "name", "Name", WB_FIELD_TEXT);
  wb_answers_add_row (fixture->answers, "table", "r");
  assert_state (fixture, step, WB_STEP_STARTED);
  wb_answers_set (fixture->answers, "table", "r", "name", "x");
  assert_state (fixture, step, WB_STEP_DONE);
}

/* A required field that is skipped holds nothing up. */
static void
test_skipped_field (Fixture       *fixture,
                    gconstpointer  data)
{
  WbField *field = wb_test_add_field (fixture->guide, fixture->team, WB_FIELD_TEXT, "deputy",
                                      wb_test_answered ("note"));

  field->need = WB_NEED_REQUIRED;
  answer (fixture, "lead", "Alex");
  assert_state (fixture, fixture->team, WB_STEP_DONE);
  answer (fixture, "note", "x");
  assert_state (fixture, fixture->team, WB_STEP_STARTED);
  answer (fixture, "deputy", "Kim");
  assert_state (fixture, fixture->team, WB_STEP_DONE);
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  const WbPhase *first = wb_guide_get_phase (fixture->guide, fixture->goal);
  const WbPhase *second = wb_guide_get_phase (fixture->guide, fixture->team);

  assert_progress (wb_guide_get_progress (fixture->guide, fixture->answers), 0, 3, 1);
  assert_progress (wb_phase_get_progress (first, fixture->guide, fixture->answers), 0, 2, 1);
  assert_progress (wb_phase_get_progress (second, fixture->guide, fixture->answers), 0, 1, 0);

  answer (fixture, "title", "open");
  assert_progress (wb_guide_get_progress (fixture->guide, fixture->answers), 1, 3, 1);
  /* One answer opens a step: more is to be done than before, and that is said. */
  answer (fixture, "title", "secret");
  assert_progress (wb_guide_get_progress (fixture->guide, fixture->answers), 1, 4, 0);
  answer (fixture, "lead", "Alex");
  assert_progress (wb_guide_get_progress (fixture->guide, fixture->answers), 2, 4, 0);
  assert_progress (wb_phase_get_progress (second, fixture->guide, fixture->answers), 1, 1, 0);
}

static void
test_next (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (wb_guide_get_next (fixture->guide, fixture->answers) == fixture->goal);
  answer (fixture, "title", "open");
  g_assert_true (wb_guide_get_next (fixture->guide, fixture->answers) == fixture->wishes);
  answer (fixture, "title", "secret");
  g_assert_true (wb_guide_get_next (fixture->guide, fixture->answers) == fixture->check);
  answer (fixture, "basis", "x");
  answer (fixture, "idea", "x");
  answer (fixture, "lead", "x");
  g_assert_null (wb_guide_get_next (fixture->guide, fixture->answers));
}

static void
test_neighbours (Fixture       *fixture,
                 gconstpointer  data)
{
  WbGuide *guide = fixture->guide;
  WbAnswers *answers = fixture->answers;

  g_assert_true (wb_guide_step_after (guide, answers, NULL) == fixture->goal);
  g_assert_true (wb_guide_step_after (guide, answers, fixture->goal) == fixture->wishes);
  g_assert_true (wb_guide_step_after (guide, answers, fixture->check) == fixture->wishes);
  g_assert_true (wb_guide_step_after (guide, answers, fixture->wishes) == fixture->team);
  g_assert_null (wb_guide_step_after (guide, answers, fixture->team));
  g_assert_true (wb_guide_step_before (guide, answers, fixture->team) == fixture->wishes);
  g_assert_true (wb_guide_step_before (guide, answers, fixture->wishes) == fixture->goal);
  g_assert_null (wb_guide_step_before (guide, answers, fixture->goal));
  g_assert_null (wb_guide_step_before (guide, answers, NULL));
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) at_first = wb_guide_list_missing (fixture->guide, fixture->answers);
  g_autoptr (GPtrArray) at_last = NULL;

  g_assert_cmpuint (at_first->len, ==, 2);
  g_assert_true (g_ptr_array_index (at_first, 0) == wb_guide_get_field (fixture->guide, "title"));
  g_assert_true (g_ptr_array_index (at_first, 1) == wb_guide_get_field (fixture->guide, "lead"));

  answer (fixture, "title", "secret");
  answer (fixture, "lead", "x");
  at_last = wb_guide_list_missing (fixture->guide, fixture->answers);
  g_assert_cmpuint (at_last->len, ==, 0);
}

/* Whatever is answered: every step is counted exactly once, and the phases add up to the whole. */
static void
test_any_answers (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const fields[] = { "title", "note", "basis", "idea", "lead" };
  static const char *const values[] = { "", "x", "secret" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int i = 0; i < 500; i++)
    {
      WbProgress whole;
      WbProgress sum = { 0, };

      answer (fixture, fields[g_rand_int_range (rand, 0, G_N_ELEMENTS (fields))],
              values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))]);
      whole = wb_guide_get_progress (fixture->guide, fixture->answers);
      for (guint j = 0; j < wb_guide_get_phases (fixture->guide)->len; j++)
        {
          WbPhase *phase = g_ptr_array_index (wb_guide_get_phases (fixture->guide), j);
          WbProgress part = wb_phase_get_progress (phase, fixture->guide, fixture->answers);

          sum.done += part.done;
          sum.total += part.total;
          sum.skipped += part.skipped;
        }

      assert_progress (sum, whole.done, whole.total, whole.skipped);
      g_assert_cmpuint (whole.total + whole.skipped, ==, 4);
      g_assert_cmpuint (whole.done, <=, whole.total);
      g_assert_cmpint (wb_guide_get_next (fixture->guide, fixture->answers) == NULL, ==, whole.done == whole.total);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

/* Whatever order the questions are answered in, no step that was done is undone by it; and who answered all is through. */
static void
test_never_falls (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *const fields[] = { "title", "note", "basis", "idea", "lead" };
  const guint n = G_N_ELEMENTS (fields);

  for (guint round = 0; round < 200; round++)
    {
      const gboolean secret = g_test_rand_bit ();
      guint order[G_N_ELEMENTS (fields)] = { 0, 1, 2, 3, 4 };
      WbProgress before = { 0 };
      WbProgress now = { 0 };

      for (guint i = 0; i < n; i++)
        answer (fixture, fields[i], "");
      for (guint i = n; i > 1; i--)
        {
          const guint other = (guint) g_test_rand_int_range (0, (gint32) i);
          const guint taken = order[i - 1];

          order[i - 1] = order[other];
          order[other] = taken;
        }
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (GPtrArray) missing = NULL;

          answer (fixture, fields[order[i]], secret ? "secret" : "open");
          now = wb_guide_get_progress (fixture->guide, fixture->answers);
          missing = wb_guide_list_missing (fixture->guide, fixture->answers);
          g_assert_cmpuint (now.done, >=, before.done);
          g_assert_cmpuint (now.done, <=, now.total);
          g_assert_true (now.done < now.total || missing->len == 0);
          before = now;
        }
      g_assert_cmpuint (now.total, ==, secret ? 4 : 3);
      g_assert_cmpuint (now.done, ==, now.total);
      g_assert_null (wb_guide_get_next (fixture->guide, fixture->answers));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/progress/never-falls", test_never_falls);
  ADD ("/progress/states", test_states);
  ADD ("/progress/empty-row-is-a-beginning", test_empty_row_is_a_beginning);
  ADD ("/progress/skipped-field", test_skipped_field);
  ADD ("/progress/counts", test_counts);
  ADD ("/progress/next", test_next);
  ADD ("/progress/neighbours", test_neighbours);
  ADD ("/progress/missing", test_missing);
  ADD ("/progress/any-answers", test_any_answers);

  return g_test_run ();
}
