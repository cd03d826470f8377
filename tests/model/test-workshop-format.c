/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-workshop-format.h"

/* The clock goes on with each step and ends with their sum. */
static void
test_clock (void)
{
  g_autoptr (WbWorkshopFormat) format = wb_workshop_format_new ("Wozu", "Was");
  const WbWorkshopStep *step;

  g_assert_cmpuint (wb_workshop_format_get_start (format, 0), ==, 0);
  wb_workshop_format_add_step (format, "Ankommen", 10, "Alle kommen.", NULL);
  wb_workshop_format_add_step (format, "Arbeiten", 45, "Alle arbeiten.", "Pause nicht vergessen.");
  wb_workshop_format_add_material (format, "Stifte");

  g_assert_cmpuint (wb_workshop_format_get_start (format, 0), ==, 0);
  g_assert_cmpuint (wb_workshop_format_get_start (format, 1), ==, 10);
  g_assert_cmpuint (wb_workshop_format_get_start (format, 2), ==, 55);
  step = g_ptr_array_index (format->steps, 1);
  g_assert_cmpstr (step->note, ==, "Pause nicht vergessen.");
  g_assert_cmpstr (g_ptr_array_index (format->material, 0), ==, "Stifte");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workshop-format/clock", test_clock);

  return g_test_run ();
}
