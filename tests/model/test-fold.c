/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "wb-fold.h"

static const struct
{
  const char *text;
  const char *spelled;
  const char *bare;
} cases[] = {
  { "", "", "" },
  { "Müllheim", "muellheim", "mullheim" },
  { "STRASSENBELEUCHTUNG", "strassenbeleuchtung", "strassenbeleuchtung" },
  { "Straßenbeleuchtung", "strassenbeleuchtung", "strassenbeleuchtung" },
  { "STRAẞE", "strasse", "strasse" },
  { "ÄÖÜ äöü", "aeoeue aeoeue", "aou aou" },
  /* The same word, composed and in parts. */
  { "Bu\xcc\x88rger", "buerger", "burger" },
  { "Cafe\xcc\x81", "cafe", "cafe" },
  { "Café", "cafe", "cafe" },
  { "Budyšin", "budysin", "budysin" },
  { "Łódź", "lodz", "lodz" },
  { "Æble Ørsted", "aeble orsted", "aeble orsted" },
  { "Datenschutz-Folgenabschätzung", "datenschutz folgenabschaetzung", "datenschutz folgenabschatzung" },
  { "  Art. 35, Abs. 1  (DSGVO) ", "art 35 abs 1 dsgvo", "art 35 abs 1 dsgvo" },
  { "12/34", "12 34", "12 34" },
  { "o'brien", "o brien", "o brien" },
  { "Ver\xc2\xadwal\xc2\xadtung", "verwaltung", "verwaltung" },
  { "\xef\xac\x81nden", "finden", "finden" }, /* a ligature */
  { "***", "", "" },
  { "🙂", "", "" },
  { "Kita🙂Plätze", "kita plaetze", "kita platze" },
  { "Москва ΑΒΓ", "москва αβγ", "москва αβγ" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *spelled = wb_fold_spelled (cases[i].text);
      g_autofree char *bare = wb_fold_bare (cases[i].text);

      g_assert_cmpstr (spelled, ==, cases[i].spelled);
      g_assert_cmpstr (bare, ==, cases[i].bare);
    }
}

static void
test_invalid (void)
{
  static const char *const broken[] = {
    "M\xfcller", "\xff\xfe", "abc\xc3", "\xed\xa0\x80", "a\xf0\x9f\x98", "\x80",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *folded = wb_fold_spelled (broken[i]);

      g_assert_true (g_utf8_validate (folded, -1, NULL));
    }
}

static void
test_long (void)
{
  g_autofree char *text = g_strnfill (5 * 1000 * 1000, 'A');
  g_autofree char *folded = wb_fold_spelled (text);

  g_assert_cmpuint (strlen (folded), ==, strlen (text));
  g_assert_true (folded[0] == 'a');
}

/* A string out of Latin letters with all their accents, marks, signs and, now and then, a stray byte. */
static char *
make_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  int length = g_rand_int_range (rand, 0, 40);

  for (int i = 0; i < length; i++)
    switch (g_rand_int_range (rand, 0, 12))
      {
      case 0:
        g_string_append_c (text, g_rand_int_range (rand, 0x80, 0x100));
        break;
      case 1:
        g_string_append_unichar (text, g_rand_int_range (rand, 0x300, 0x370));
        break;
      case 2:
        g_string_append_unichar (text, g_rand_int_range (rand, 0x1e00, 0x2100));
        break;
      default:
        g_string_append_unichar (text, g_rand_int_range (rand, 0x20, 0x250));
        break;
      }

  return g_string_free (text, FALSE);
}

static void
check_folded (const char *folded,
              const char *again)
{
  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_cmpstr (again, ==, folded);
  g_assert_null (strstr (folded, "  "));
  g_assert_false (g_str_has_prefix (folded, " "));
  g_assert_false (g_str_has_suffix (folded, " "));
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      g_assert_true (ch == ' ' || g_unichar_isalnum (ch));
      g_assert_false (g_unichar_isupper (ch));
    }
}

/* What is folded once stays as it is: else index and query could differ by how often they were folded. */
static void
test_any_text (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *text = make_text (rand);
      g_autofree char *spelled = wb_fold_spelled (text);
      g_autofree char *spelled_again = wb_fold_spelled (spelled);
      g_autofree char *bare = wb_fold_bare (text);
      g_autofree char *bare_again = wb_fold_bare (bare);

      check_folded (spelled, spelled_again);
      check_folded (bare, bare_again);
    }
}

/* Capitals, and the way an accent is coded, make no difference. */
static void
test_same_word (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4711);

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (GString) word = g_string_new (NULL);
      g_autofree char *folded = NULL;
      g_autofree char *upper = NULL;
      g_autofree char *upper_folded = NULL;
      g_autofree char *parts = NULL;
      g_autofree char *parts_folded = NULL;

      for (int j = 0; j < 8; j++)
        {
          static const char *const letters[] = { "a", "ä", "ö", "ü", "ß", "é", "š", "z" };

          g_string_append (word, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);
        }
      folded = wb_fold_spelled (word->str);
      upper = g_utf8_strup (word->str, -1);
      upper_folded = wb_fold_spelled (upper);
      parts = g_utf8_normalize (word->str, -1, G_NORMALIZE_DEFAULT);
      parts_folded = wb_fold_spelled (parts);

      g_assert_cmpstr (upper_folded, ==, folded);
      g_assert_cmpstr (parts_folded, ==, folded);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/table", test_table);
  g_test_add_func ("/fold/invalid", test_invalid);
  g_test_add_func ("/fold/long", test_long);
  g_test_add_func ("/fold/any-text", test_any_text);
  g_test_add_func ("/fold/same-word", test_same_word);

  return g_test_run ();
}
