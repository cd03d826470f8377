/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-contrast.h"
#include "wb-letterhead.h"

#include <string.h>

static void
test_empty (void)
{
  g_autoptr (WbLetterhead) letterhead = wb_letterhead_new ();

  g_assert_true (wb_letterhead_is_empty (letterhead));
  wb_letterhead_set_text (&letterhead->look, "bunt", FALSE);
  wb_letterhead_set_text (&letterhead->name, "  \t ", FALSE);
  g_assert_true (wb_letterhead_is_empty (letterhead));
  letterhead->accent = 0xff0000;
  g_assert_false (wb_letterhead_is_empty (letterhead));
  letterhead->accent = WB_LETTERHEAD_ACCENT;
  wb_letterhead_set_text (&letterhead->foot, "Sprechzeiten", TRUE);
  g_assert_false (wb_letterhead_is_empty (letterhead));
}

static void
test_text (void)
{
  g_autoptr (WbLetterhead) letterhead = wb_letterhead_new ();
  g_autofree char *long_text = g_strnfill (5000, 'x');
  g_autofree char *many_lines = g_strnfill (100, '\n');
  g_autofree char *lines = g_strconcat ("a", many_lines, "b", NULL);

  wb_letterhead_set_text (&letterhead->name, " Stadt\nMüllheim\x01 ", FALSE);
  g_assert_cmpstr (letterhead->name, ==, "Stadt Müllheim");
  wb_letterhead_set_text (&letterhead->address, "Rathausplatz 1\n12345 Ort", TRUE);
  g_assert_cmpstr (letterhead->address, ==, "Rathausplatz 1\n12345 Ort");
  wb_letterhead_set_text (&letterhead->name, "kaputt \xff", FALSE);
  g_assert_true (g_utf8_validate (letterhead->name, -1, NULL));
  wb_letterhead_set_text (&letterhead->name, long_text, FALSE);
  g_assert_cmpuint (strlen (letterhead->name), ==, WB_LETTERHEAD_MAX_NAME);
  wb_letterhead_set_text (&letterhead->contact, long_text, TRUE);
  g_assert_cmpuint (strlen (letterhead->contact), ==, WB_LETTERHEAD_MAX_TEXT);
  wb_letterhead_set_text (&letterhead->foot, lines, TRUE);
  g_assert_nonnull (strrchr (letterhead->foot, '\n'));
  g_assert_cmpuint (strrchr (letterhead->foot, '\n') - letterhead->foot, <, WB_LETTERHEAD_MAX_LINES);
  wb_letterhead_set_text (&letterhead->foot, NULL, TRUE);
  g_assert_cmpstr (letterhead->foot, ==, "");
}

static void
test_copy (void)
{
  g_autoptr (WbLetterhead) letterhead = wb_letterhead_new ();
  g_autoptr (WbLetterhead) copy = NULL;

  wb_letterhead_set_text (&letterhead->name, "Amt", FALSE);
  letterhead->side = WB_LETTERHEAD_RIGHT;
  letterhead->picture = g_bytes_new_static ("abc", 3);
  copy = wb_letterhead_copy (letterhead);
  wb_letterhead_set_text (&letterhead->name, "Anderes", FALSE);
  g_assert_cmpstr (copy->name, ==, "Amt");
  g_assert_cmpint (copy->side, ==, WB_LETTERHEAD_RIGHT);
  g_assert_true (g_bytes_equal (copy->picture, letterhead->picture));
}

/* Whatever was chosen: what is used can be read. */
static void
test_accent (void)
{
  g_autoptr (WbLetterhead) letterhead = wb_letterhead_new ();

  g_assert_cmpuint (wb_letterhead_get_accent (letterhead), ==, WB_LETTERHEAD_ACCENT);
  letterhead->accent = 0xffff00;
  g_assert_cmpuint (wb_letterhead_get_accent (letterhead), !=, 0xffff00);
  g_assert_cmpfloat (wb_contrast_ratio (wb_letterhead_get_accent (letterhead), WB_CONTRAST_WHITE), >=, WB_CONTRAST_TEXT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/letterhead/empty", test_empty);
  g_test_add_func ("/letterhead/text", test_text);
  g_test_add_func ("/letterhead/copy", test_copy);
  g_test_add_func ("/letterhead/accent", test_accent);

  return g_test_run ();
}
