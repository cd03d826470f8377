/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-hyphenator.h"

#include <hyphen.h>
#include <string.h>

#define DICTIONARY "/usr/share/hyphen/hyph_de_DE.dic"
#define SOFT_HYPHEN 0xad

/* Letters that stay together at either end of a word. */
#define MIN_LETTERS_LEFT 3
#define MIN_LETTERS_RIGHT 3
/* Longer "words" are none; the patterns would only waste time on them. */
#define MAX_LETTERS 200

/* The dictionary is read once and only read from then on. NULL when it is missing or in an unknown encoding. */
static HyphenDict *
get_dictionary (void)
{
  static gsize initialized = 0;
  static HyphenDict *dictionary = NULL;

  if (g_once_init_enter (&initialized))
    {
      dictionary = hnj_hyphen_load (DICTIONARY);
      if (dictionary != NULL && !dictionary->utf8 && g_ascii_strcasecmp (dictionary->cset, "ISO8859-1") != 0)
        g_clear_pointer (&dictionary, hnj_hyphen_free);
      g_once_init_leave (&initialized, 1);
    }

  return dictionary;
}

/* The word in lower case in the encoding of the patterns; FALSE when a letter is not in it. */
static gboolean
encode_word (HyphenDict *dictionary,
             const char *word,
             gsize       length,
             GString    *encoded)
{
  g_string_truncate (encoded, 0);

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar ch = g_unichar_tolower (g_utf8_get_char (p));

      if (dictionary->utf8)
        g_string_append_unichar (encoded, ch);
      else if (ch < 0x100)
        g_string_append_c (encoded, (char) ch);
      else
        return FALSE;
    }

  return TRUE;
}

static void
free_replacements (char **rep,
                   int   *pos,
                   int   *cut,
                   gsize  n)
{
  for (gsize i = 0; rep != NULL && i < n; i++)
    free (rep[i]);
  free (rep);
  free (pos);
  free (cut);
}

static gboolean
is_break (const char *hyphens,
          gsize       i)
{
  return (hyphens[i] & 1) != 0;
}

/* Where the patterns are in doubt about a compound they leave single letters: "So-zi-a-l-ver-wal-tung". Of such a row
 * of breaks only the outer ones of three or more are good; of two nobody knows which. */
static void
drop_doubtful (char  *hyphens,
               gsize  n)
{
  for (gsize i = 0; i < n; i++)
    {
      gsize end = i;

      while (end < n && is_break (hyphens, end))
        end++;
      if (end - i == 2)
        hyphens[i] = hyphens[i + 1] = '0';
      for (gsize j = i + 1; j + 1 < end; j++)
        hyphens[j] = '0';
      i = MAX (i, end);
    }
}

static void
append_hyphenated (GString    *out,
                   HyphenDict *dictionary,
                   const char *word,
                   gsize       length,
                   GString    *encoded)
{
  g_autofree char *hyphens = NULL;
  char **rep = NULL;
  int *pos = NULL;
  int *cut = NULL;
  gsize i = 0;

  if (!encode_word (dictionary, word, length, encoded))
    {
      g_string_append_len (out, word, length);
      return;
    }

  hyphens = g_malloc0 (encoded->len + 5);
  if (hnj_hyphen_hyphenate3 (dictionary, encoded->str, encoded->len, hyphens, NULL, &rep, &pos, &cut,
                             MIN_LETTERS_LEFT, MIN_LETTERS_RIGHT, 0, 0) != 0)
    memset (hyphens, '0', encoded->len);
  drop_doubtful (hyphens, g_utf8_strlen (word, length));

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p), i++)
    {
      const gboolean last = g_utf8_next_char (p) >= word + length;

      g_string_append_len (out, p, g_utf8_next_char (p) - p);
      /* Places where the spelling would change are left alone. */
      if (!last && is_break (hyphens, i) && (rep == NULL || rep[i] == NULL))
        g_string_append_unichar (out, SOFT_HYPHEN);
    }

  free_replacements (rep, pos, cut, encoded->len);
}

/* Abbreviations are not broken. */
static gboolean
is_all_capitals (const char *word,
                 gsize       length)
{
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

static const char *
find_word_end (const char *p,
               guint      *n_letters)
{
  *n_letters = 0;
  while (*p != '\0' && (g_unichar_isalpha (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p))))
    {
      (*n_letters)++;
      p = g_utf8_next_char (p);
    }

  return p;
}

static const char *
find_token_end (const char *p)
{
  while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/* Web and mail addresses are copied letter by letter, and what has soft hyphens already knows better. */
static gboolean
token_is_fixed (const char *token,
                gsize       length)
{
  return g_strstr_len (token, length, "://") != NULL ||
         g_strstr_len (token, length, "www.") != NULL ||
         g_strstr_len (token, length, "\302\255") != NULL ||
         memchr (token, '@', length) != NULL ||
         memchr (token, '_', length) != NULL;
}

static void
append_token (GString    *out,
              HyphenDict *dictionary,
              const char *token,
              const char *end,
              guint       min_letters,
              GString    *scratch)
{
  while (token < end)
    {
      guint n_letters;
      const char *word_end = find_word_end (token, &n_letters);

      if (n_letters == 0)
        word_end = g_utf8_next_char (token);

      if (n_letters < MAX (min_letters, 1) || n_letters > MAX_LETTERS || is_all_capitals (token, word_end - token))
        g_string_append_len (out, token, word_end - token);
      else
        append_hyphenated (out, dictionary, token, word_end - token, scratch);
      token = word_end;
    }
}

char *
wb_hyphenate (const char *text,
              guint       min_letters)
{
  HyphenDict *dictionary = get_dictionary ();
  g_autoptr(GString) out = NULL;
  g_autoptr(GString) scratch = NULL;
  const char *p = text;

  g_return_val_if_fail (text != NULL, NULL);

  if (dictionary == NULL || !g_utf8_validate (text, -1, NULL))
    return g_strdup (text);

  out = g_string_sized_new (strlen (text) * 5 / 4 + 1);
  scratch = g_string_new (NULL);

  while (*p != '\0')
    {
      const char *end = find_token_end (p);

      if (end == p)
        {
          end = g_utf8_next_char (p);
          g_string_append_len (out, p, end - p);
        }
      else if (token_is_fixed (p, end - p))
        g_string_append_len (out, p, end - p);
      else
        append_token (out, dictionary, p, end, min_letters, scratch);
      p = end;
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}
