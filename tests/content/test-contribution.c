/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-contribution.h"

static void
assert_line (const char *text,
             const char *expected)
{
  g_autofree char *line = wb_contribution_make_line (text);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_line (void)
{
  assert_line ("", "");
  assert_line (" \n\t", "");
  assert_line ("  Ein\n\nSatz,  noch\tetwas ", "Ein Satz, noch etwas");
  assert_line ("a\u00a0b\u202fc\u2003d\u2028e\u3000", "a b c d e");
  assert_line ("Anna\u2010Lena\u2011Marie", "Anna-Lena-Marie");
  assert_line ("Krü\u00adger\u200b \ufeffSo\u2060fie", "Krüger Sofie");
  assert_line ("Kru\u0308ger", "Krüger");
  assert_line ("1. * <b> – „x“", "1. * <b> – „x“");
}

/* What is hidden from whoever looks for it in the text as it was typed is found in the line that goes out. */
static void
test_hidden (void)
{
  const char *const texts[] = { "Anruf: 0395\n123456", "Anruf: 0395\u00a0123456", "Anruf: 0395\u2011123456", "Frau\nSchmidt half",
                                "Das war Krü\u00adger", "Das war Kr\u200büger" };
  g_autoptr (WbPrivacy) personal = wb_privacy_new ("die Leitung");

  wb_privacy_add (personal, "Krüger", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *line = wb_contribution_make_line (texts[i]);
      g_autoptr (GPtrArray) marks = wb_privacy_find (personal, line);

      g_assert_cmpuint (marks->len, ==, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contribution/line", test_line);
  g_test_add_func ("/contribution/hidden", test_hidden);

  return g_test_run ();
}
