/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-tokenizer.h"

#include <string.h>

static gboolean
append (const WbToken *token,
        gpointer       user_data)
{
  GString *out = user_data;

  g_string_append_printf (out, "%s%s%s", out->len > 0 ? " " : "", token->joined ? "+" : "", token->key);

  return TRUE;
}

static void
assert_tokens (const char *text,
               const char *expected)
{
  g_autoptr (WbTokenizer) tokenizer = wb_tokenizer_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  wb_tokenizer_run (tokenizer, text, strlen (text), TRUE, append, out);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_words (void)
{
  assert_tokens ("", "");
  assert_tokens ("  ... ", "");
  assert_tokens ("Müller, Mueller und MULLER", "muller muller und muller");
  assert_tokens ("Mu\xcc\x88ller", "muller");
  assert_tokens ("Straße/STRASSE", "strasse strasse");
  assert_tokens ("neue Steuer, Quelle", "neue steuer quelle");
  assert_tokens ("§ 67c, 12/34", "67c 12 34");
  assert_tokens ("Stra\xc2\xad" "ße", "strasse");
  assert_tokens ("a\xff" "b", "a b");
  assert_tokens ("🌳 Baum", "baum");
}

static void
test_hyphens (void)
{
  assert_tokens ("E-Mail", "e +email mail");
  assert_tokens ("Open-Data-Portal", "open +opendata +opendataportal data +dataportal portal");
  assert_tokens ("O'Brien", "o +obrien brien");
  assert_tokens ("Bau- und Planungsamt", "bau und planungsamt");
  assert_tokens ("-a-", "a");
  assert_tokens ("a--b", "a b");
}

static gboolean
check_offsets (const WbToken *token,
               gpointer       user_data)
{
  const char *text = user_data;

  g_assert_cmpuint (token->start, <, token->end);
  g_assert_cmpuint (token->end, <=, strlen (text));
  g_assert_true (g_utf8_validate (text + token->start, token->end - token->start, NULL));

  return TRUE;
}

static void
test_offsets (void)
{
  const char *text = "Größe – „Öl“: Käse-Theke, 日本語 ÄÖÜ";
  g_autoptr (WbTokenizer) tokenizer = wb_tokenizer_new ();

  wb_tokenizer_run (tokenizer, text, strlen (text), TRUE, check_offsets, (gpointer) text);
}

static void
test_stems (void)
{
  static const char *const pairs[][2] = {
    { "haus", "hauser" },         { "gemeinde", "gemeinden" }, { "baum", "baume" },
    { "kita", "kitas" },          { "app", "apps" },           { "buro", "buros" },
    { "hobby", "hobbys" },        { "workshop", "workshops" }, { "stadt", "stadte" },
    { "ergebnis", "ergebnisse" }, { "plan", "plane" },         { "beleuchtung", "beleuchtungen" },
    { "straße", "straßen" },      { "Projekt", "Projekte" },   { "Leitfaden", "Leitfäden" },
  };
  g_autoptr (WbTokenizer) tokenizer = wb_tokenizer_new ();

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *one = wb_tokenizer_make_key (pairs[i][0], strlen (pairs[i][0]));
      g_autofree char *many = wb_tokenizer_make_key (pairs[i][1], strlen (pairs[i][1]));
      g_autofree char *stem = g_strdup (wb_tokenizer_stem (tokenizer, one));

      g_assert_cmpstr (wb_tokenizer_stem (tokenizer, many), ==, stem);
    }
  g_assert_cmpstr (wb_tokenizer_stem (tokenizer, "haus"), ==, "haus");
  g_assert_cmpstr (wb_tokenizer_stem (tokenizer, "atlas"), ==, "atlas");
}

/* Index and query both go through this, once or twice. */
static void
test_key_stays (void)
{
  static const char *const words[]
    = { "Müllheim", "Büeer", "Säue", "Haeuser", "Quelle", "oee", "ueee", "Ægir", "½", "ŁÓDŹ", "ẞ", "Aerue" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *once = wb_tokenizer_make_key (words[i], strlen (words[i]));
      g_autofree char *twice = wb_tokenizer_make_key (once, strlen (once));

      g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_long_words (void)
{
  g_autofree char *word = g_strnfill (10000, 'x');
  g_autofree char *umlauts = g_malloc0 (20001);
  g_autofree char *key = wb_tokenizer_make_key (word, 10000);
  g_autofree char *chain = g_malloc0 (20001);
  g_autoptr (WbTokenizer) tokenizer = wb_tokenizer_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_cmpuint (strlen (key), <, 200);
  for (guint i = 0; i < 10000; i++)
    {
      memcpy (umlauts + 2 * i, "é", 2);
      memcpy (chain + 2 * i, "a-", 2);
    }
  g_free (key);
  key = wb_tokenizer_make_key (umlauts, 20000);
  g_assert_true (g_utf8_validate (key, -1, NULL));
  /* A chain of hyphens must not grow with its square. */
  wb_tokenizer_run (tokenizer, chain, 20000, TRUE, append, out);
  g_assert_cmpuint (out->len, <, 200000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tokenizer/words", test_words);
  g_test_add_func ("/tokenizer/hyphens", test_hyphens);
  g_test_add_func ("/tokenizer/offsets", test_offsets);
  g_test_add_func ("/tokenizer/stems", test_stems);
  g_test_add_func ("/tokenizer/key-stays", test_key_stays);
  g_test_add_func ("/tokenizer/long-words", test_long_words);

  return g_test_run ();
}
