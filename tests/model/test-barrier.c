/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-barrier.h"

/* Every name leads back to its place, and has a word for people. */
static void
test_names (void)
{
  WbDimension dimension = WB_DIMENSION_PROCESS;
  WbCause cause = WB_CAUSE_LAWS;

  for (guint i = 0; i < WB_N_DIMENSIONS; i++)
    {
      g_assert_true (wb_dimension_from_string (wb_dimension_to_string (i), &dimension));
      g_assert_cmpuint (dimension, ==, i);
      g_assert_cmpstr (wb_dimension_get_label (i), !=, "");
    }
  for (guint i = 0; i < WB_N_CAUSES; i++)
    {
      g_assert_true (wb_cause_from_string (wb_cause_to_string (i), &cause));
      g_assert_cmpuint (cause, ==, i);
      g_assert_cmpstr (wb_cause_get_label (i), !=, "");
    }
}

static void
test_unknown_names (void)
{
  WbDimension dimension = WB_DIMENSION_PROCESS;
  WbCause cause = WB_CAUSE_LAWS;

  g_assert_false (wb_dimension_from_string ("People", &dimension));
  g_assert_false (wb_dimension_from_string (NULL, &dimension));
  g_assert_false (wb_cause_from_string ("mensch", &cause));
  g_assert_cmpint (dimension, ==, WB_DIMENSION_PROCESS);
  g_assert_cmpint (cause, ==, WB_CAUSE_LAWS);
}

static void
test_parts (void)
{
  g_autoptr (WbBarrier) barrier = wb_barrier_new (WB_DIMENSION_PEOPLE, WB_CAUSE_CULTURE, WB_NAMED_BY_MUNICIPALITIES);
  g_autoptr (WbBarrier) held = wb_barrier_ref (barrier);
  const WbBarrierEffect *effect;
  const WbBarrierStatement *statement;

  wb_barrier_add_effect (barrier, "barriere-zeit", "Darum.");
  wb_barrier_add_statement (barrier, "a1", "So ist es.", TRUE);

  effect = g_ptr_array_index (held->effects, 0);
  g_assert_cmpstr (effect->to, ==, "barriere-zeit");
  statement = g_ptr_array_index (held->statements, 0);
  g_assert_cmpstr (statement->text, ==, "So ist es.");
  g_assert_true (statement->reverse);
  g_assert_cmpint (held->named_by, ==, WB_NAMED_BY_MUNICIPALITIES);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/barrier/names", test_names);
  g_test_add_func ("/barrier/unknown-names", test_unknown_names);
  g_test_add_func ("/barrier/parts", test_parts);

  return g_test_run ();
}
