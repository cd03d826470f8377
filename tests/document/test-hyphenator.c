/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-hyphenator.h"

#include <string.h>

/* @expected has "|" where a soft hyphen is. */
static void
assert_hyphenated (const char *text,
                   guint       min_letters,
                   const char *expected)
{
  g_autofree char *hyphenated = wb_hyphenate (text, min_letters);
  g_autoptr(GString) shown = g_string_new (hyphenated);

  g_string_replace (shown, "\302\255", "|", 0);
  g_assert_cmpstr (shown->str, ==, expected);
}

static void
test_words (void)
{
  assert_hyphenated ("", 5, "");
  assert_hyphenated ("Verwaltung", 5, "Ver|wal|tung");
  assert_hyphenated ("Straßenbeleuchtung", 5, "Stra|ßen|be|leuch|tung");
  assert_hyphenated ("Schwellenprüfung, Rechtsgrundlage.", 5, "Schwel|len|prü|fung, Rechts|grund|lage.");
  /* Compounds are broken at their joints. */
  assert_hyphenated ("Altersaufbau", 5, "Alters|auf|bau");
  assert_hyphenated ("Zuständigkeitsvereinbarung", 5, "Zustän|dig|keits|ver|ein|ba|rung");
  /* Single letters never stand alone, where the patterns leave them. */
  assert_hyphenated ("Sozialverwaltung", 5, "Sozi|al|ver|wal|tung");
}

static void
test_left_alone (void)
{
  assert_hyphenated ("Verwaltung", 11, "Verwaltung");
  assert_hyphenated ("BUNDESDATENSCHUTZGESETZ", 5, "BUNDESDATENSCHUTZGESETZ");
  assert_hyphenated ("https://www.verwaltung.example/verwaltung", 5, "https://www.verwaltung.example/verwaltung");
  assert_hyphenated ("verwaltung@verwaltung.example", 5, "verwaltung@verwaltung.example");
  assert_hyphenated ("Verwal\302\255tungsakt", 5, "Verwal|tungsakt");
  assert_hyphenated ("Администрация", 5, "Администрация");
  assert_hyphenated ("a\nb  c\t d", 1, "a\nb  c\t d");
}

static void
test_hostile (void)
{
  g_autofree char *word = g_strnfill (5000, 'a');
  g_autofree char *result = wb_hyphenate (word, 5);
  g_autofree char *invalid = wb_hyphenate ("Verwal\377tung", 3);

  g_assert_cmpstr (result, ==, word);
  g_assert_cmpstr (invalid, ==, "Verwal\377tung");
}

static void
test_text_stays (void)
{
  const char *text = "Grüße aus Ludwigslust-Parchim: „Folgenabschätzung“ – 1.234,5 % 👍 e\314\201";
  g_autofree char *hyphenated = wb_hyphenate (text, 2);
  g_autoptr(GString) stripped = g_string_new (hyphenated);

  g_string_replace (stripped, "\302\255", "", 0);
  g_assert_cmpstr (stripped->str, ==, text);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (g_file_test ("/usr/share/hyphen/hyph_de_DE.dic", G_FILE_TEST_EXISTS))
    g_test_add_func ("/hyphenator/words", test_words);
  g_test_add_func ("/hyphenator/left-alone", test_left_alone);
  g_test_add_func ("/hyphenator/hostile", test_hostile);
  g_test_add_func ("/hyphenator/text-stays", test_text_stays);

  return g_test_run ();
}
