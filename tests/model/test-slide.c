/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-slide.h"

static void
test_own (void)
{
  g_autoptr (WbSlide) first = wb_slide_new_own ();
  g_autoptr (WbSlide) second = wb_slide_new_own ();
  g_autoptr (WbSlide) other = wb_slide_new ("anlass");

  g_assert_true (wb_slide_is_own (first));
  g_assert_false (wb_slide_is_own (other));
  g_assert_cmpstr (first->key, !=, second->key);
  g_assert_cmpstr (first->title, ==, "");
  g_assert_cmpint (first->level, ==, 2);
}

static void
test_copy_and_equal (void)
{
  g_autoptr (WbSlide) slide = wb_slide_new ("anlass");
  g_autoptr (WbSlide) copy = NULL;

  slide->title = g_strdup ("Anlass");
  copy = wb_slide_copy (slide);
  g_assert_true (wb_slide_equal (slide, copy));
  copy->hidden = TRUE;
  g_assert_false (wb_slide_equal (slide, copy));
  copy->hidden = FALSE;
  /* No text and an empty one are not the same: the one is the template's. */
  copy->body = g_strdup ("");
  g_assert_false (wb_slide_equal (slide, copy));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/slide/own", test_own);
  g_test_add_func ("/slide/copy-and-equal", test_copy_and_equal);

  return g_test_run ();
}
