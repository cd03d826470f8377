/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-solution.h"

static void
test_ways (void)
{
  WbWay way = WB_WAY_TENDER;

  g_assert_false (wb_way_from_string ("buy", &way));
  g_assert_false (wb_way_from_string (NULL, &way));
  g_assert_cmpint (way, ==, WB_WAY_TENDER);
  for (guint i = 0; i < WB_N_WAYS; i++)
    {
      g_assert_true (wb_way_from_string (wb_way_to_string (i), &way));
      g_assert_cmpuint (way, ==, i);
      g_assert_cmpstr (wb_way_get_label (i), !=, "");
    }
}

static void
test_values (void)
{
  g_autoptr (WbSolution) solution = wb_solution_new ("Stadt", "EUPL", "jährlich", "selbst", 1u << WB_WAY_HOSTED);
  g_autoptr (WbSolution) held = wb_solution_ref (solution);

  g_assert_cmpstr (held->owner, ==, "Stadt");
  g_assert_cmpstr (held->licence, ==, "EUPL");
  g_assert_cmpuint (held->ways, ==, 1u << WB_WAY_HOSTED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/solution/ways", test_ways);
  g_test_add_func ("/solution/values", test_values);

  return g_test_run ();
}
