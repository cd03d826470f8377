/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-circle.h"

static void
test_parts (void)
{
  g_autoptr (WbCircle) circle = wb_circle_new ();
  g_autoptr (WbCircle) held = wb_circle_ref (circle);
  WbLever *lever;
  const WbCircleLink *link;

  wb_circle_add_link (circle, "barriere-a", "führt weiter");
  wb_circle_add_link (circle, "barriere-b", "führt zurück");
  lever = wb_circle_add_lever (circle, 1, "Hebel", "So geht es.");
  wb_lever_add_entry (lever, "handbuch");

  g_assert_cmpuint (held->links->len, ==, 2);
  link = g_ptr_array_index (held->links, 1);
  g_assert_cmpstr (link->barrier, ==, "barriere-b");
  g_assert_cmpuint (held->levers->len, ==, 1);
  g_assert_cmpuint (lever->after, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (lever->to, 0), ==, "handbuch");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/circle/parts", test_parts);

  return g_test_run ();
}
