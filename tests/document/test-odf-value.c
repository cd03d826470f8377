/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "odf/wb-odf-value.h"

static void
assert_number (const char     *text,
               WbOdfValueType  type,
               double          number,
               guint           decimals,
               gboolean        grouping)
{
  const WbOdfValue value = wb_odf_value_parse (text);

  g_assert_cmpint (value.type, ==, type);
  g_assert_cmpfloat_with_epsilon (value.number, number, 1e-9);
  g_assert_cmpuint (value.decimals, ==, decimals);
  g_assert_cmpint (value.grouping, ==, grouping);
}

static void
test_numbers (void)
{
  assert_number ("0", WB_ODF_VALUE_NUMBER, 0, 0, FALSE);
  assert_number (" 42 ", WB_ODF_VALUE_NUMBER, 42, 0, FALSE);
  assert_number ("1234", WB_ODF_VALUE_NUMBER, 1234, 0, FALSE);
  assert_number ("1.234", WB_ODF_VALUE_NUMBER, 1234, 0, TRUE);
  assert_number ("12.345.678,90", WB_ODF_VALUE_NUMBER, 12345678.9, 2, TRUE);
  assert_number ("0,5", WB_ODF_VALUE_NUMBER, 0.5, 1, FALSE);
  assert_number ("-3,25", WB_ODF_VALUE_NUMBER, -3.25, 2, FALSE);
  assert_number ("−3", WB_ODF_VALUE_NUMBER, -3, 0, FALSE);
  assert_number ("+3", WB_ODF_VALUE_NUMBER, 3, 0, FALSE);
  assert_number ("12 %", WB_ODF_VALUE_PERCENTAGE, 0.12, 0, FALSE);
  assert_number ("12,5\u202f%", WB_ODF_VALUE_PERCENTAGE, 0.125, 1, FALSE);
  assert_number ("1.500,00 €", WB_ODF_VALUE_EURO, 1500, 2, TRUE);
  assert_number ("3 EUR", WB_ODF_VALUE_EURO, 3, 0, FALSE);
}

static void
test_dates (void)
{
  g_assert_cmpint (wb_odf_value_parse ("24.11.2026").type, ==, WB_ODF_VALUE_DATE);
  g_assert_cmpstr (wb_odf_value_parse ("24.11.2026").date, ==, "2026-11-24");
  g_assert_cmpstr (wb_odf_value_parse ("1.2.2026").date, ==, "2026-02-01");
  g_assert_cmpstr (wb_odf_value_parse ("29.02.2024").date, ==, "2024-02-29");
}

static void
test_strings (void)
{
  static const char *const strings[] = {
    "", " ", "–", "-", "%", "€", ",5", "5,", "01234", "007", "1.2", "1.23", "1.2345", "1234.567", "1.2.3", "0.123", "1,2,3", "1.234,",
    "29.02.2026", "32.01.2026", "24.11.26", "24.11.2026 10:00", "1.1.99999", "12 %%", "12 % mehr", "3 € je Tag", "1e5", "0x10", "١٢",
    "12345678901234567890", "--3", "ungefähr 12", "9:00", "1/2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      const WbOdfValue value = wb_odf_value_parse (strings[i]);

      if (value.type != WB_ODF_VALUE_STRING)
        g_error ("“%s” is no value", strings[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/odf-value/numbers", test_numbers);
  g_test_add_func ("/odf-value/dates", test_dates);
  g_test_add_func ("/odf-value/strings", test_strings);

  return g_test_run ();
}
