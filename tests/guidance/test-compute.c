/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "wb-compute.h"
#include "wb-test-guide.h"

typedef struct
{
  WbGuide *guide;
  WbAnswers *answers;
  WbStep *step;
  WbField *table;
} Fixture;

static WbFormula *
name (const char *field)
{
  return wb_formula_new_field (WB_FORMULA_FIELD, field, NULL);
}

static WbFormula *
number (int value)
{
  return wb_formula_new_number (value * WB_DECIMAL_ONE);
}

static WbFormula *
pair (WbFormulaType  type,
      WbFormula     *a,
      WbFormula     *b)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_formula_unref);

  g_ptr_array_add (parts, a);
  if (b != NULL)
    g_ptr_array_add (parts, b);

  return wb_formula_new_parts (type, parts);
}

static WbField *
add_computed (Fixture    *fixture,
              const char *id,
              WbFormula  *formula)
{
  WbField *field = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_COMPUTED, id, NULL);

  field->formula = formula;

  return field;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->guide = wb_guide_new ("guide", "Guide", 1);
  fixture->answers = wb_answers_new ();
  fixture->step = wb_test_add_step (fixture->guide, "step", NULL);
  wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_MONEY, "once", NULL);
  wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_MONEY, "yearly", NULL);
  wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_NUMBER, "people", NULL);
  wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_DATE, "start", NULL);
  wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_DATE, "end", NULL);
  wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_DURATION, "length", NULL);
  wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_TEXT, "words", NULL);
  fixture->table = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_TABLE, "costs", NULL);
  wb_field_add_column (fixture->table, "what", "What", WB_FIELD_TEXT);
  wb_field_add_column (fixture->table, "amount", "Amount", WB_FIELD_MONEY);
  wb_field_add_column (fixture->table, "times", "Times", WB_FIELD_NUMBER);
  wb_field_add_column (fixture->table, "all", "All", WB_FIELD_COMPUTED)->formula =
    pair (WB_FORMULA_PRODUCT, name ("amount"), name ("times"));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->guide);
  g_object_unref (fixture->answers);
}

static void
set (Fixture    *fixture,
     const char *field,
     const char *value)
{
  wb_answers_set (fixture->answers, field, "", "", value);
}

static void
assert_value (Fixture       *fixture,
              const WbField *field,
              const char    *expected)
{
  g_autofree char *missing = NULL;
  g_autofree char *value = wb_compute_field (field, fixture->guide, fixture->answers, &missing);

  g_assert_cmpstr (value, ==, expected);
  g_assert_cmpint (missing == NULL, ==, expected != NULL);
}

static void
add_row (Fixture    *fixture,
         const char *id,
         const char *amount,
         const char *times)
{
  wb_answers_add_row (fixture->answers, "costs", id);
  wb_answers_set (fixture->answers, "costs", id, "amount", amount);
  wb_answers_set (fixture->answers, "costs", id, "times", times);
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  const WbField *sum = add_computed (fixture, "sum", pair (WB_FORMULA_SUM, name ("once"), pair (WB_FORMULA_PRODUCT, number (5), name ("yearly"))));
  g_autofree char *missing = NULL;

  assert_value (fixture, sum, NULL);
  set (fixture, "once", "1000.00");
  assert_value (fixture, sum, NULL);
  g_assert_null (wb_compute_field (sum, fixture->guide, fixture->answers, &missing));
  g_assert_nonnull (strstr (missing, "yearly"));
  set (fixture, "yearly", "200.10");
  assert_value (fixture, sum, "2000.50");
  set (fixture, "yearly", "0.00");
  assert_value (fixture, sum, "1000.00");
  set (fixture, "yearly", "damaged");
  assert_value (fixture, sum, NULL);
}

static void
test_operations (Fixture       *fixture,
                 gconstpointer  data)
{
  set (fixture, "once", "1000.00");
  set (fixture, "yearly", "400.00");
  set (fixture, "people", "3");
  set (fixture, "start", "2026-01-31");
  set (fixture, "end", "2026-03-01");
  set (fixture, "length", "P6W");

  assert_value (fixture, add_computed (fixture, "a", pair (WB_FORMULA_DIFFERENCE, name ("yearly"), name ("once"))), "-600.00");
  assert_value (fixture, add_computed (fixture, "b", pair (WB_FORMULA_QUOTIENT, name ("once"), name ("people"))), "333.33");
  assert_value (fixture, add_computed (fixture, "c", pair (WB_FORMULA_QUOTIENT, name ("once"), name ("yearly"))), "2.5");
  assert_value (fixture, add_computed (fixture, "d", pair (WB_FORMULA_SHARE, name ("yearly"), name ("once"))), "40.0");
  assert_value (fixture, add_computed (fixture, "e", pair (WB_FORMULA_DAYS, name ("start"), name ("end"))), "29");
  assert_value (fixture, add_computed (fixture, "f", pair (WB_FORMULA_DATE, name ("start"), name ("length"))), "2026-03-14");
  /* A computed value may go on in another. */
  assert_value (fixture, add_computed (fixture, "g", pair (WB_FORMULA_SUM, name ("a"), name ("once"))), "400.00");
  set (fixture, "people", "0");
  assert_value (fixture, wb_guide_get_field (fixture->guide, "b"), NULL);
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  const WbField *total = add_computed (fixture, "total", wb_formula_new_field (WB_FORMULA_TOTAL, "costs", "amount"));
  const WbField *all = add_computed (fixture, "everything", wb_formula_new_field (WB_FORMULA_TOTAL, "costs", "all"));
  const WbField *count = add_computed (fixture, "count", wb_formula_new_field (WB_FORMULA_COUNT, "costs", NULL));
  const WbColumn *column = wb_field_get_column (fixture->table, "all");
  g_autofree char *cell = NULL;

  assert_value (fixture, total, NULL);
  assert_value (fixture, count, NULL);
  add_row (fixture, "1", "10.10", "3");
  add_row (fixture, "2", "", "");
  assert_value (fixture, total, "10.10");
  assert_value (fixture, count, "1");
  cell = wb_compute_cell (fixture->table, column, "1", fixture->guide, fixture->answers, NULL);
  g_assert_cmpstr (cell, ==, "30.30");
  assert_value (fixture, all, "30.30");
  g_assert_null (wb_compute_cell (fixture->table, column, "2", fixture->guide, fixture->answers, NULL));

  /* A row that says something without an amount leaves the sum open. */
  wb_answers_set (fixture->answers, "costs", "2", "what", "Screen");
  assert_value (fixture, total, NULL);
  assert_value (fixture, count, "2");
  wb_answers_set (fixture->answers, "costs", "2", "amount", "0.90");
  assert_value (fixture, total, "11.00");
  assert_value (fixture, all, NULL);
}

/* What is computed from a question that is not asked in the row is not open; what waits for an answer is. */
static void
test_skipped_cell (Fixture       *fixture,
                   gconstpointer  data)
{
  const WbColumn *all = wb_field_get_column (fixture->table, "all");
  g_autofree char *cell = NULL;

  ((WbColumn *) wb_field_get_column (fixture->table, "times"))->when = wb_condition_new_cell (WB_CONDITION_IS, "costs", "what", "many");
  add_row (fixture, "1", "10.10", "");
  g_assert_true (wb_compute_cell_is_skipped (fixture->table, all, "1", fixture->guide, fixture->answers));
  wb_answers_set (fixture->answers, "costs", "1", "what", "many");
  g_assert_null (wb_compute_cell (fixture->table, all, "1", fixture->guide, fixture->answers, NULL));
  g_assert_false (wb_compute_cell_is_skipped (fixture->table, all, "1", fixture->guide, fixture->answers));
  wb_answers_set (fixture->answers, "costs", "1", "times", "3");
  cell = wb_compute_cell (fixture->table, all, "1", fixture->guide, fixture->answers, NULL);
  g_assert_cmpstr (cell, ==, "30.30");
  g_assert_false (wb_compute_cell_is_skipped (fixture->table, all, "1", fixture->guide, fixture->answers));
}

/* Ticks of a checklist, and how often an option was chosen. */
static void
test_count (Fixture       *fixture,
            gconstpointer  data)
{
  WbField *list = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_CHECKLIST, "list", NULL);
  WbField *one = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_CHOICE, "one", NULL);
  WbField *two = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_CHOICE, "two", NULL);
  const WbField *ticked, *chosen;

  wb_field_add_option (list, "a", "A", NULL);
  wb_field_add_option (list, "b", "B", NULL);
  wb_field_add_option (one, "yes", "Yes", NULL);
  wb_field_add_option (two, "yes", "Yes", NULL);
  wb_field_add_option (two, "no", "No", NULL);
  ticked = add_computed (fixture, "ticked", wb_formula_new_field (WB_FORMULA_COUNT, "list", NULL));
  chosen = add_computed (fixture, "chosen", pair (WB_FORMULA_SUM, wb_formula_new_field (WB_FORMULA_COUNT, "one", "yes"),
                                                  wb_formula_new_field (WB_FORMULA_COUNT, "two", "yes")));

  assert_value (fixture, ticked, NULL);
  wb_answers_set (fixture->answers, "list", "b", "done", "1");
  assert_value (fixture, ticked, "1");
  wb_answers_set (fixture->answers, "list", "b", "done", "0");
  assert_value (fixture, ticked, NULL);
  wb_answers_set (fixture->answers, "list", "a", "done", "0");
  assert_value (fixture, ticked, "0");

  set (fixture, "one", "yes");
  assert_value (fixture, chosen, NULL);
  set (fixture, "two", "no");
  assert_value (fixture, chosen, "1");
  set (fixture, "two", "yes");
  assert_value (fixture, chosen, "2");
}

/* What is not asked is not added, and leaves everything else open. */
static void
test_skipped (Fixture       *fixture,
              gconstpointer  data)
{
  WbField *extra = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_MONEY, "extra", wb_test_is ("words", "yes"));
  const WbField *sum = add_computed (fixture, "sum", pair (WB_FORMULA_SUM, name ("once"), name ("extra")));
  const WbField *share = add_computed (fixture, "share", pair (WB_FORMULA_SHARE, name ("extra"), name ("once")));
  const WbField *alone = add_computed (fixture, "alone", pair (WB_FORMULA_SUM, name ("extra"), NULL));

  set (fixture, "once", "100.00");
  set (fixture, extra->id, "20.00");
  assert_value (fixture, sum, "100.00");
  assert_value (fixture, share, NULL);
  assert_value (fixture, alone, NULL);
  set (fixture, "words", "yes");
  assert_value (fixture, sum, "120.00");
  assert_value (fixture, share, "20.0");
}

static void
assert_refused (Fixture   *fixture,
                WbFormula *taken)
{
  g_autoptr (WbFormula) formula = taken;
  g_autofree char *fault = NULL;
  WbQuantity kind;

  g_assert_false (wb_formula_find_kind (formula, NULL, fixture->guide, &kind, &fault));
  g_assert_nonnull (fault);
}

static void
test_kinds (Fixture       *fixture,
            gconstpointer  data)
{
  assert_refused (fixture, name ("nobody"));
  assert_refused (fixture, name ("words"));
  assert_refused (fixture, name ("costs"));
  assert_refused (fixture, pair (WB_FORMULA_SUM, name ("once"), name ("people")));
  assert_refused (fixture, pair (WB_FORMULA_PRODUCT, name ("once"), name ("yearly")));
  assert_refused (fixture, pair (WB_FORMULA_SUM, name ("start"), NULL));
  assert_refused (fixture, pair (WB_FORMULA_DAYS, name ("start"), name ("length")));
  assert_refused (fixture, pair (WB_FORMULA_DATE, name ("length"), name ("start")));
  assert_refused (fixture, pair (WB_FORMULA_QUOTIENT, name ("people"), name ("once")));
  assert_refused (fixture, wb_formula_new_field (WB_FORMULA_TOTAL, "costs", "what"));
  assert_refused (fixture, wb_formula_new_field (WB_FORMULA_TOTAL, "costs", "none"));
  assert_refused (fixture, wb_formula_new_field (WB_FORMULA_COUNT, "once", NULL));
  assert_refused (fixture, wb_formula_new_field (WB_FORMULA_COUNT, "once", "yes"));
}

/* A damaged guide may go round in circles; that is open, not endless. */
static void
test_circle (Fixture       *fixture,
             gconstpointer  data)
{
  WbField *a = add_computed (fixture, "a", name ("b"));

  add_computed (fixture, "b", name ("a"));
  assert_value (fixture, a, NULL);
  assert_refused (fixture, name ("a"));
}

/* Ten levels, each of which names the one below twenty times: given up at once. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  WbField *last = NULL;

  set (fixture, "people", "1");
  for (int level = 0; level < 10; level++)
    {
      g_autofree char *id = g_strdup_printf ("f%d", level);
      g_autofree char *below = level > 0 ? g_strdup_printf ("f%d", level - 1) : g_strdup ("people");
      GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_formula_unref);

      for (int i = 0; i < 20; i++)
        g_ptr_array_add (parts, name (below));
      last = add_computed (fixture, id, wb_formula_new_parts (WB_FORMULA_SUM, parts));
      if (level == 1)
        assert_value (fixture, last, "400");
    }
  assert_value (fixture, last, NULL);
  assert_refused (fixture, name ("f9"));
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (WbFormula) formula =
    pair (WB_FORMULA_SHARE, pair (WB_FORMULA_SUM, name ("once"), pair (WB_FORMULA_PRODUCT, number (5), name ("yearly"))),
          wb_formula_new_field (WB_FORMULA_TOTAL, "costs", "amount"));
  g_autofree char *words = wb_formula_to_words (formula, NULL, fixture->guide);

  g_assert_cmpstr (words, ==, "share of (“once” + (5 × “yearly”)) in sum of “Amount” in “costs”, in per cent");
}

/* However the rows lie: the sum of the column is that of its cents, and one gap opens it. */
static void
test_random_totals (Fixture       *fixture,
                    gconstpointer  data)
{
  const WbField *total = add_computed (fixture, "total", wb_formula_new_field (WB_FORMULA_TOTAL, "costs", "amount"));

  for (int round = 0; round < 60; round++)
    {
      int n = g_test_rand_int_range (1, 30);
      gint64 cents = 0;
      g_autofree char *expected = NULL;
      g_autofree const char **rows = NULL;

      for (int i = 0; i < n; i++)
        {
          int amount = g_test_rand_int_range (-500000, 90000000);
          g_autofree char *text = g_strdup_printf ("%s%d.%02d", amount < 0 ? "-" : "", ABS (amount) / 100, ABS (amount) % 100);

          cents += amount;
          wb_answers_add_row (fixture->answers, "costs", NULL);
          g_free (rows);
          rows = wb_answers_list_rows (fixture->answers, "costs");
          wb_answers_set (fixture->answers, "costs", rows[i], "amount", text);
        }
      expected = g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d", cents < 0 ? "-" : "", ABS (cents) / 100, (int) (ABS (cents) % 100));
      assert_value (fixture, total, expected);

      wb_answers_set (fixture->answers, "costs", rows[n / 2], "what", "something");
      wb_answers_set (fixture->answers, "costs", rows[n / 2], "amount", "");
      assert_value (fixture, total, NULL);
      for (int i = 0; i < n; i++)
        {
          g_autofree const char **left = wb_answers_list_rows (fixture->answers, "costs");

          wb_answers_remove_row (fixture->answers, "costs", left[0]);
        }
    }
}

/* What is not asked in a row is not missing in the sum. */
static void
test_hidden_cells (Fixture       *fixture,
                   gconstpointer  data)
{
  WbField *group = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_GROUP, "trips", NULL);
  WbColumn *fare;
  WbField *total;

  wb_field_add_column (group, "paid", "Paid", WB_FIELD_YES_NO);
  fare = wb_field_add_column (group, "fare", "Fare", WB_FIELD_MONEY);
  fare->when = wb_condition_new_cell (WB_CONDITION_IS, "trips", "paid", "yes");
  total = add_computed (fixture, "fares", wb_formula_new_field (WB_FORMULA_TOTAL, "trips", "fare"));
  wb_answers_add_row (fixture->answers, "trips", "1");
  wb_answers_set (fixture->answers, "trips", "1", "paid", "yes");
  assert_value (fixture, total, NULL);
  wb_answers_set (fixture->answers, "trips", "1", "fare", "5.00");
  wb_answers_add_row (fixture->answers, "trips", "2");
  wb_answers_set (fixture->answers, "trips", "2", "paid", "no");
  wb_answers_set (fixture->answers, "trips", "2", "fare", "7.00");
  assert_value (fixture, total, "5.00");
  wb_answers_set (fixture->answers, "trips", "2", "paid", "yes");
  assert_value (fixture, total, "12.00");
}

/* A condition that looks through another table for each row does not go on for ever. */
static void
test_dear_condition (Fixture       *fixture,
                     gconstpointer  data)
{
  WbField *other = wb_test_add_field (fixture->guide, fixture->step, WB_FIELD_TABLE, "other", NULL);
  const WbField *total = add_computed (fixture, "total", wb_formula_new_field (WB_FORMULA_TOTAL, "costs", "amount"));

  wb_field_add_column (other, "what", "What", WB_FIELD_TEXT);
  ((WbColumn *) wb_field_get_column (fixture->table, "amount"))->when =
    wb_test_group (WB_CONDITION_NOT, wb_condition_new_field (WB_CONDITION_ANSWERED, "other", NULL), NULL);
  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      add_row (fixture, id, "1.00", "1");
    }
  assert_value (fixture, total, "1500.00");
  g_assert_false (wb_compute_field_fails (total, fixture->guide, fixture->answers));
  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      wb_answers_add_row (fixture->answers, "other", id);
    }
  assert_value (fixture, total, NULL);
  g_assert_true (wb_compute_field_fails (total, fixture->guide, fixture->answers));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/compute/open", test_open },       { "/compute/operations", test_operations }, { "/compute/table", test_table },
    { "/compute/count", test_count },     { "/compute/skipped-cell", test_skipped_cell },
    { "/compute/skipped", test_skipped }, { "/compute/kinds", test_kinds },           { "/compute/circle", test_circle },
    { "/compute/many", test_many },       { "/compute/dear-condition", test_dear_condition },
    { "/compute/words", test_words },     { "/compute/hidden-cells", test_hidden_cells },     { "/compute/random-totals", test_random_totals },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
