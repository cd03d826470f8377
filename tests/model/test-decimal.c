/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-decimal.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    WbDecimal value;
  } good[] = {
    { "0", 0 },           { "1", 1000000 },          { "-1", -1000000 },
    { "+2.5", 2500000 },  { ".5", 500000 },          { "7.", 7000000 },
    { "007", 7000000 },   { "0.000001", 1 },         { "0.0000004", 0 },
    { "0.0000005", 1 },   { "-0.0000005", -1 },      { "12500.50", G_GINT64_CONSTANT (12500500000) },
    { "1e3", 1000000000 }, { "9000000000000", G_GINT64_CONSTANT (9000000000000000000) },
  };
  static const char *const bad[] = { "", "-", ".", "1,5", "x", "1.2.3", "1-1", " 1", "1 ", "inf", "nan", "0x1", "9300000000000",
                                     "99999999999999999999999999", "1e40", "e", "1e" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      WbDecimal value = 42;

      g_test_message ("%s", good[i].text);
      g_assert_true (wb_decimal_parse (good[i].text, &value));
      g_assert_cmpint (value, ==, good[i].value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      WbDecimal value = 42;

      g_test_message ("%s", bad[i]);
      g_assert_false (wb_decimal_parse (bad[i], &value));
      g_assert_cmpint (value, ==, 42);
    }
}

static void
test_to_string (void)
{
  static const struct
  {
    WbDecimal value;
    int decimals;
    const char *text;
  } cases[] = {
    { 0, WB_DECIMAL_ALL, "0" },          { 0, 2, "0.00" },        { 1500000, WB_DECIMAL_ALL, "1.5" },
    { 1500000, 0, "2" },                 { -1500000, 0, "-2" },   { 1499999, 0, "1" },
    { -1, 2, "0.00" },                   { -1, WB_DECIMAL_ALL, "-0.000001" },
    { 5000, 2, "0.01" },                 { 4999, 2, "0.00" },     { G_GINT64_CONSTANT (12500500000), 2, "12500.50" },
    { G_MAXINT64, 6, "9223372036854.775807" },
    { G_MININT64, 6, "-9223372036854.775808" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = wb_decimal_to_string (cases[i].value, cases[i].decimals);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Ten cents a hundred thousand times are ten thousand euros, which no sum of doubles gives. */
static void
test_exact (void)
{
  WbDecimal ten_cents, total = 0;

  g_assert_true (wb_decimal_parse ("0.10", &ten_cents));
  for (int i = 0; i < 100000; i++)
    g_assert_true (wb_decimal_add (total, ten_cents, &total));
  g_assert_cmpint (total, ==, 10000 * WB_DECIMAL_ONE);
}

static void
test_limits (void)
{
  WbDecimal value = 42;

  g_assert_false (wb_decimal_add (G_MAXINT64, 1, &value));
  g_assert_false (wb_decimal_subtract (-G_MAXINT64, 1, &value));
  g_assert_false (wb_decimal_multiply (G_MAXINT64, 2 * WB_DECIMAL_ONE, &value));
  g_assert_false (wb_decimal_divide (WB_DECIMAL_ONE, 0, &value));
  g_assert_false (wb_decimal_divide (G_MAXINT64, 1, &value));
  g_assert_cmpint (value, ==, 42);

  g_assert_true (wb_decimal_divide (WB_DECIMAL_ONE, 3 * WB_DECIMAL_ONE, &value));
  g_assert_cmpint (value, ==, 333333);
  g_assert_true (wb_decimal_divide (-2 * WB_DECIMAL_ONE, 3 * WB_DECIMAL_ONE, &value));
  g_assert_cmpint (value, ==, -666667);
}

/* What is written is read again; sums do not mind the order. */
static void
test_random (void)
{
  for (int i = 0; i < 5000; i++)
    {
      WbDecimal a = ((gint64) g_test_rand_int () * (1 << 20)) ^ g_test_rand_int ();
      WbDecimal b = g_test_rand_int ();
      g_autofree char *text = wb_decimal_to_string (a, WB_DECIMAL_ALL);
      WbDecimal back, sum, turned, difference, product, turned_product;

      g_assert_true (wb_decimal_parse (text, &back));
      g_assert_cmpint (back, ==, a);
      g_assert_true (wb_decimal_add (a, b, &sum) && wb_decimal_add (b, a, &turned) && wb_decimal_subtract (sum, b, &difference));
      g_assert_cmpint (sum, ==, turned);
      g_assert_cmpint (difference, ==, a);
      g_assert_cmpint (wb_decimal_multiply (a, b, &product), ==, wb_decimal_multiply (b, a, &turned_product));
      if (wb_decimal_multiply (a, b, &product))
        g_assert_cmpint (product, ==, turned_product);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decimal/parse", test_parse);
  g_test_add_func ("/decimal/to-string", test_to_string);
  g_test_add_func ("/decimal/exact", test_exact);
  g_test_add_func ("/decimal/limits", test_limits);
  g_test_add_func ("/decimal/random", test_random);

  return g_test_run ();
}
