/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-hyphenator.h"

#include "wb-compounds-private.h"

#include <hyphen.h>
#include <stdio.h>
#include <string.h>

#define DICTIONARY "/usr/share/hyphen/hyph_de_DE.dic"
#define ENCODING "ISO8859-1"
#define SOFT_HYPHEN 0xad

/* Letters that stay together at either end of a word. */
#define MIN_LETTERS_LEFT 3
#define MIN_LETTERS_RIGHT 3
/* Longer "words" are none; the patterns would only waste time on them. */
#define MAX_LETTERS 200
/* Words that are kept with their hyphens, about 50 bytes each. */
#define MAX_KNOWN 20000

typedef struct
{
  HyphenDict *parts;
  WbCompounds *compounds; /* (nullable) */
} Patterns;

static HyphenDict *
load_parts (const char *text,
            gsize       length)
{
  FILE *file = fmemopen ((char *) text, length, "r");
  HyphenDict *dictionary;

  if (file == NULL)
    return NULL;

  dictionary = hnj_hyphen_load_file (file);
  fclose (file);
  if (dictionary != NULL && !dictionary->utf8 && g_ascii_strcasecmp (dictionary->cset, ENCODING) != 0)
    g_clear_pointer (&dictionary, hnj_hyphen_free);

  return dictionary;
}

/* The first line names the encoding; above the line NEXTLEVEL stand the patterns for compounds, below it those for
 * their parts. A file without that line has patterns for all in one. */
static Patterns *
load_patterns (void)
{
  g_autofree char *text = NULL;
  gsize length;
  const char *next;
  Patterns *self;

  if (!g_file_get_contents (DICTIONARY, &text, &length, NULL))
    return NULL;

  self = g_new0 (Patterns, 1);
  next = g_strstr_len (text, length, "\nNEXTLEVEL");
  if (next != NULL && g_str_has_prefix (text, ENCODING))
    {
      const char *rest = next + strlen ("\nNEXTLEVEL");
      g_autofree char *parts = g_strconcat (ENCODING, rest, NULL);

      self->compounds = wb_compounds_new (text, next - text);
      self->parts = load_parts (parts, strlen (parts));
    }
  else
    self->parts = load_parts (text, length);

  return self->parts != NULL ? self : NULL;
}

/* The patterns are read once and only read from then on. NULL when they are missing or in an unknown encoding. */
static const Patterns *
get_patterns (void)
{
  static gsize initialized = 0;
  static Patterns *patterns = NULL;

  if (g_once_init_enter (&initialized))
    {
      patterns = load_patterns ();
      g_once_init_leave (&initialized, 1);
    }

  return patterns;
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

/* Sets the breaks of one part of a compound, or of a whole word. */
static void
hyphenate_part (HyphenDict *dictionary,
                const char *part,
                gsize       length,
                char       *hyphens)
{
  g_autofree char *buffer = g_malloc0 (length + 5);
  char **rep = NULL;
  int *pos = NULL;
  int *cut = NULL;

  if (hnj_hyphen_hyphenate2 (dictionary, part, length, buffer, NULL, &rep, &pos, &cut) != 0)
    return;

  /* Places where the spelling would change are left alone. */
  for (gsize i = 0; i + 1 < length; i++)
    hyphens[i] = is_break (buffer, i) && (rep == NULL || rep[i] == NULL) ? '1' : '0';
  free_replacements (rep, pos, cut, length);
}

/* One character for each letter of the word: "1" where it may be broken behind it. */
static char *
find_breaks (const Patterns *patterns,
             const char     *word,
             gsize           length,
             gsize           n_letters)
{
  char *hyphens = g_strnfill (length, '0');
  gsize start = 0;

  if (patterns->compounds != NULL && length == n_letters)
    {
      g_autofree gboolean *joints = g_new0 (gboolean, length);

      wb_compounds_split (patterns->compounds, word, length, joints);
      for (gsize i = 0; i < length; i++)
        if (joints[i])
          {
            hyphenate_part (patterns->parts, word + start, i + 1 - start, hyphens + start);
            hyphens[i] = '1';
            start = i + 1;
          }
    }
  hyphenate_part (patterns->parts, word + start, length - start, hyphens + start);

  drop_doubtful (hyphens, n_letters);
  for (gsize i = 0; i < n_letters; i++)
    if (i + 1 < MIN_LETTERS_LEFT || i + 1 + MIN_LETTERS_RIGHT > n_letters)
      hyphens[i] = '0';

  return hyphens;
}

static void
append_hyphenated (GString        *out,
                   const Patterns *patterns,
                   const char     *word,
                   gsize           length,
                   GString        *encoded)
{
  g_autofree char *hyphens = NULL;
  gsize i = 0;

  if (!encode_word (patterns->parts, word, length, encoded))
    {
      g_string_append_len (out, word, length);
      return;
    }

  hyphens = find_breaks (patterns, encoded->str, encoded->len, g_utf8_strlen (word, length));
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p), i++)
    {
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
      if (is_break (hyphens, i))
        g_string_append_unichar (out, SOFT_HYPHEN);
    }
}

/* Words come again and again: @word with its soft hyphens is kept. Several threads lay out at a time. */
static void
append_known (GString        *out,
              const Patterns *patterns,
              const char     *word,
              gsize           length,
              GString        *scratch)
{
  static GMutex mutex;
  static GHashTable *known = NULL;
  g_autofree char *key = g_strndup (word, length);
  const gsize before = out->len;
  const char *found;

  g_mutex_lock (&mutex);
  if (known == NULL)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  found = g_hash_table_lookup (known, key);
  if (found != NULL)
    g_string_append (out, found);
  else
    {
      append_hyphenated (out, patterns, word, length, scratch);
      if (g_hash_table_size (known) >= MAX_KNOWN)
        g_hash_table_remove_all (known);
      g_hash_table_insert (known, g_steal_pointer (&key), g_strdup (out->str + before));
    }
  g_mutex_unlock (&mutex);
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
  while (*p != '\0' && ((guchar) *p < 0x80 ? !g_ascii_isspace (*p) : !g_unichar_isspace (g_utf8_get_char (p))))
    p = g_utf8_next_char (p);

  return p;
}

/* Web and mail addresses are copied letter by letter, and what has soft hyphens already knows better. */
static gboolean
token_is_fixed (const char *token,
                gsize       length)
{
  for (const char *p = token; p < token + length; p++)
    {
      const gsize left = token + length - p;

      if (*p == '@' || *p == '_' || (*p == ':' && left >= 3 && memcmp (p, "://", 3) == 0) ||
          (*p == 'w' && left >= 4 && memcmp (p, "www.", 4) == 0) ||
          (*p == '\302' && left >= 2 && p[1] == '\255'))
        return TRUE;
    }

  return FALSE;
}

static void
append_token (GString        *out,
              const Patterns *patterns,
              const char     *token,
              const char     *end,
              guint           min_letters,
              GString        *scratch)
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
        append_known (out, patterns, token, word_end - token, scratch);
      token = word_end;
    }
}

char *
wb_hyphenate (const char *text,
              guint       min_letters)
{
  const Patterns *patterns = get_patterns ();
  g_autoptr(GString) out = NULL;
  g_autoptr(GString) scratch = NULL;
  const char *p = text;

  g_return_val_if_fail (text != NULL, NULL);

  if (patterns == NULL || !g_utf8_validate (text, -1, NULL))
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
        append_token (out, patterns, p, end, min_letters, scratch);
      p = end;
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}
