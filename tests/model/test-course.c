/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-course.h"

static void
test_lessons (void)
{
  WbCourse *course = wb_course_new ("Know who matters.");
  GPtrArray *lessons = wb_course_get_lessons (course);

  wb_course_add_lesson (course, "stakeholder-2");
  wb_course_add_lesson (course, "stakeholder-1");

  g_assert_cmpstr (wb_course_get_goal (course), ==, "Know who matters.");
  g_assert_cmpuint (lessons->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (lessons, 0), ==, "stakeholder-2");
  g_assert_cmpstr (g_ptr_array_index (lessons, 1), ==, "stakeholder-1");

  g_assert_finalize_object (course);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/course/lessons", test_lessons);

  return g_test_run ();
}
