/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-duration.h"

static void
test_text (void)
{
  static const char *const good[] = { "PT6H", "P5D", "P6W", "P6M", "P1.5D", "PT0.25H", "P0D" };
  static const char *const bad[] = { "", "P", "PT", "PH", "P6", "6W", "P-1D", "P6H", "PT6D", "P1,5D", "P1M2D", "p6w", "P6W ", "PxD" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *text = NULL;
      WbDuration duration;

      g_assert_true (wb_duration_parse (good[i], &duration));
      text = wb_duration_to_string (&duration);
      g_assert_cmpstr (text, ==, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      WbDuration duration;

      g_test_message ("%s", bad[i]);
      g_assert_false (wb_duration_parse (bad[i], &duration));
    }
}

static void
test_after (void)
{
  static const struct
  {
    const char *duration;
    int day, month, year;
    int to_day, to_month, to_year;
  } cases[] = {
    { "P6W", 1, 3, 2026, 12, 4, 2026 },   { "P1M", 31, 1, 2026, 28, 2, 2026 }, { "P12M", 29, 2, 2028, 28, 2, 2029 },
    { "P0D", 24, 11, 2026, 24, 11, 2026 }, { "P0.5D", 24, 11, 2026, 25, 11, 2026 }, { "PT23H", 24, 11, 2026, 24, 11, 2026 },
    { "PT24H", 24, 11, 2026, 25, 11, 2026 }, { "P1.5M", 1, 1, 2026, 16, 2, 2026 }, { "P0.5W", 1, 1, 2026, 5, 1, 2026 },
  };
  WbDuration duration;
  GDate start, end;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].duration);
      g_assert_true (wb_duration_parse (cases[i].duration, &duration));
      g_date_clear (&start, 1);
      g_date_set_dmy (&start, cases[i].day, cases[i].month, cases[i].year);
      g_assert_true (wb_duration_after (&duration, &start, &end));
      g_assert_cmpint (g_date_get_day (&end), ==, cases[i].to_day);
      g_assert_cmpint (g_date_get_month (&end), ==, cases[i].to_month);
      g_assert_cmpint (g_date_get_year (&end), ==, cases[i].to_year);
    }

  g_assert_true (wb_duration_parse ("P1000000M", &duration));
  g_assert_false (wb_duration_after (&duration, &start, &end));
  g_assert_true (wb_duration_parse ("P9000000000000D", &duration));
  g_assert_false (wb_duration_after (&duration, &start, &end));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/duration/text", test_text);
  g_test_add_func ("/duration/after", test_after);

  return g_test_run ();
}
