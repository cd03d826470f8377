/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-quote.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *exact;
  const char *before;
  const char *after;
  int start; /* -1: gone */
} cases[] = {
  { "Die Kosten steigen.", "Kosten", "Die ", " steigen.", 4 },
  { "Kosten hier, Kosten dort.", "Kosten", "hier, ", " dort", 13 },
  { "Kosten hier, Kosten dort.", "Kosten", "", " hier", 0 },
  /* The text around it has changed: what is left decides. */
  { "Neu davor. Kosten hier. Und Kosten dort neu.", "Kosten", "alt Und ", " dort alt", 28 },
  /* Nothing around it is left. */
  { "Ganz anders: Kosten.", "Kosten", "Die ", " steigen", 13 },
  { "Die Preise steigen.", "Kosten", "Die ", " steigen.", -1 },
  { "", "Kosten", "", "", -1 },
  { "Kosten", "", "", "", -1 },
  { "ßß Größe ßß", "Größe", "ß ", " ß", 5 },
  { "aaa", "aa", "a", "", 1 },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint start = 0;
      guint end = 0;
      const int fit = wb_quote_find (cases[i].text, cases[i].exact, cases[i].before, cases[i].after, &start, &end);

      if ((fit < 0) != (cases[i].start < 0) || (fit >= 0 && (int) start != cases[i].start))
        g_test_fail_printf ("%u: “%s” at %u (%d)", i, cases[i].exact, start, fit);
      else if (fit >= 0)
        g_assert_cmpuint (end - start, ==, strlen (cases[i].exact));
    }
}

/* Whatever is taken out of a text is found again at its place. */
static void
test_round_trip (void)
{
  static const char text[] = "Wer trägt die Kosten? Die Kosten trägt der Kreis. Die Kosten trägt die Stadt, die größte.";
  const char *p = text;

  for (; *g_utf8_next_char (p) != '\0'; p = g_utf8_next_char (p))
    {
      const guint start = p - text;
      const guint end = g_utf8_next_char (p) - text;
      g_autofree char *exact = g_strndup (p, end - start);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      guint found_start = 0;
      guint found_end = 0;

      wb_quote_take_context (text, start, end, &before, &after);
      g_assert_true (g_utf8_validate (before, -1, NULL) && g_utf8_validate (after, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (before, -1), <=, WB_QUOTE_CONTEXT);
      g_assert_cmpint (wb_quote_find (text, exact, before, after, &found_start, &found_end), >=, 0);
      g_assert_cmpuint (found_start, ==, start);
      g_assert_cmpuint (found_end, ==, end);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quote/find", test_find);
  g_test_add_func ("/quote/round-trip", test_round_trip);

  return g_test_run ();
}
