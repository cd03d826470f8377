/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-answer-fault.h"
#include "wb-progress.h"
#include "wb-test-guide.h"

typedef struct
{
  WbGuide *guide;
  WbAnswers *answers;
  WbStep *step;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->guide = wb_guide_new ("guide", "Guide", 1);
  fixture->answers = wb_answers_new ();
  fixture->step = wb_test_add_step (fixture->guide, "step", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->guide);
  g_object_unref (fixture->answers);
}

static WbField *
add (Fixture          *fixture,
     WbFieldType       type,
     const char       *id,
     WbFieldCheckType  check,
     int               value,
     const char       *text)
{
  WbField *field = wb_test_add_field (fixture->guide, fixture->step, type, id, NULL);

  g_ptr_array_add (field->checks, wb_field_check_new (check, value * WB_DECIMAL_ONE, text, "Say"));

  return field;
}

static void
assert_fault (Fixture       *fixture,
              const WbField *field,
              const char    *value,
              gboolean       fault)
{
  wb_answers_set (fixture->answers, field->id, "", "", value);
  g_assert_cmpstr (wb_answer_find_fault (field, fixture->guide, fixture->answers), ==, fault ? "Say" : NULL);
}

static void
test_values (Fixture       *fixture,
             gconstpointer  data)
{
  const WbField *least = add (fixture, WB_FIELD_MONEY, "least", WB_CHECK_MIN, 10, NULL);
  const WbField *most = add (fixture, WB_FIELD_NUMBER, "most", WB_CHECK_MAX, 10, NULL);
  const WbField *pattern = add (fixture, WB_FIELD_TEXT, "pattern", WB_CHECK_PATTERN, 0, "^\\d{8}$");

  assert_fault (fixture, least, "", FALSE);
  assert_fault (fixture, least, "9.99", TRUE);
  assert_fault (fixture, least, "10.00", FALSE);
  assert_fault (fixture, most, "10.000001", TRUE);
  assert_fault (fixture, most, "-3", FALSE);
  assert_fault (fixture, most, "damaged", FALSE);
  assert_fault (fixture, pattern, "", FALSE);
  assert_fault (fixture, pattern, "05315000", FALSE);
  assert_fault (fixture, pattern, "0531500", TRUE);
}

static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  const WbField *start = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_DATE, "start", NULL);
  const WbField *end = add (fixture, WB_FIELD_DATE, "end", WB_CHECK_NOT_BEFORE, 0, "start");
  const WbField *warning = add (fixture, WB_FIELD_DATE, "warning", WB_CHECK_NOT_AFTER, 0, "start");

  assert_fault (fixture, end, "2026-01-01", FALSE);
  assert_fault (fixture, start, "2026-02-01", FALSE);
  assert_fault (fixture, end, "2026-01-01", TRUE);
  assert_fault (fixture, end, "2026-02-01", FALSE);
  assert_fault (fixture, warning, "2026-02-02", TRUE);
  assert_fault (fixture, warning, "2025-12-31", FALSE);
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  WbField *table = add (fixture, WB_FIELD_TABLE, "table", WB_CHECK_ROWS, 2, NULL);

  wb_field_add_column (table, "share", "Share", WB_FIELD_NUMBER);
  wb_answers_add_row (fixture->answers, "table", "1");
  g_assert_null (wb_answer_find_fault (table, fixture->guide, fixture->answers));
  wb_answers_set (fixture->answers, "table", "1", "share", "60");
  g_assert_nonnull (wb_answer_find_fault (table, fixture->guide, fixture->answers));
  wb_answers_add_row (fixture->answers, "table", "2");
  wb_answers_set (fixture->answers, "table", "2", "share", "41");
  g_assert_null (wb_answer_find_fault (table, fixture->guide, fixture->answers));

  g_ptr_array_add (table->checks, wb_field_check_new (WB_CHECK_TOTAL, 100 * WB_DECIMAL_ONE, "share", "Not 100"));
  g_assert_cmpstr (wb_answer_find_fault (table, fixture->guide, fixture->answers), ==, "Not 100");
  wb_answers_set (fixture->answers, "table", "2", "share", "40");
  g_assert_null (wb_answer_find_fault (table, fixture->guide, fixture->answers));
}

/* An answer that fails a check is kept, and the step is not done. */
static void
test_progress (Fixture       *fixture,
               gconstpointer  data)
{
  WbField *field = add (fixture, WB_FIELD_NUMBER, "number", WB_CHECK_MIN, 3, NULL);

  field->need = WB_NEED_REQUIRED;
  assert_fault (fixture, field, "1", TRUE);
  g_assert_cmpint (wb_step_get_state (fixture->step, fixture->guide, fixture->answers), ==, WB_STEP_STARTED);
  assert_fault (fixture, field, "3", FALSE);
  g_assert_cmpint (wb_step_get_state (fixture->step, fixture->guide, fixture->answers), ==, WB_STEP_DONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/answer-fault/values", Fixture, NULL, set_up, test_values, tear_down);
  g_test_add ("/answer-fault/dates", Fixture, NULL, set_up, test_dates, tear_down);
  g_test_add ("/answer-fault/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/answer-fault/progress", Fixture, NULL, set_up, test_progress, tear_down);

  return g_test_run ();
}
