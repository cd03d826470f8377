/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-condition.h"

static void
test_field (void)
{
  g_autoptr (WbCondition) is = wb_condition_new_field (WB_CONDITION_IS, "data", "yes");
  g_autoptr (WbCondition) answered = wb_condition_new_field (WB_CONDITION_ANSWERED, "goal", NULL);

  g_assert_cmpint (is->type, ==, WB_CONDITION_IS);
  g_assert_cmpstr (is->field, ==, "data");
  g_assert_cmpstr (is->value, ==, "yes");
  g_assert_null (is->parts);
  g_assert_cmpstr (answered->field, ==, "goal");
  g_assert_null (answered->value);
}

/* A group keeps its parts alive, and lets go of them in the end (the sanitizer watches). */
static void
test_group (void)
{
  g_autoptr (WbCondition) part = wb_condition_new_field (WB_CONDITION_HAS, "groups", "children");
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_condition_unref);
  g_autoptr (WbCondition) group = NULL;

  g_ptr_array_add (parts, wb_condition_ref (part));
  g_ptr_array_add (parts, wb_condition_new_field (WB_CONDITION_ANSWERED, "goal", NULL));
  group = wb_condition_new_group (WB_CONDITION_ANY, parts);

  g_assert_cmpint (group->type, ==, WB_CONDITION_ANY);
  g_assert_cmpuint (group->parts->len, ==, 2);
  g_assert_true (g_ptr_array_index (group->parts, 0) == part);
  g_assert_null (group->field);
}

static void
test_boxed (void)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (WbCondition) condition = wb_condition_new_field (WB_CONDITION_ANSWERED, "goal", NULL);

  g_value_init (&value, WB_TYPE_CONDITION);
  g_value_set_boxed (&value, condition);

  g_assert_true (g_value_get_boxed (&value) == condition);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/condition/field", test_field);
  g_test_add_func ("/condition/group", test_group);
  g_test_add_func ("/condition/boxed", test_boxed);

  return g_test_run ();
}
