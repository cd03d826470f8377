/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-compounds-private.h"

#include <string.h>

#define MAX_PATTERN 64

/* A pattern, or the place in a word where one is looked for. */
typedef struct
{
  const char *letters;
  const char *digits; /* one for each letter: what stands behind it; "0" for nothing. NULL when looking for one */
  gsize length;
} Pattern;

struct _WbCompounds
{
  gsize longest;

  /* Owned */
  GHashTable *patterns; /* Pattern → itself */
  GStringChunk *strings;
};

static guint
pattern_hash (gconstpointer key)
{
  const Pattern *pattern = key;
  guint hash = 5381;

  for (gsize i = 0; i < pattern->length; i++)
    hash = hash * 33 + (guchar) pattern->letters[i];

  return hash;
}

static gboolean
pattern_equal (gconstpointer a,
               gconstpointer b)
{
  const Pattern *one = a;
  const Pattern *other = b;

  return one->length == other->length && memcmp (one->letters, other->letters, one->length) == 0;
}

static gboolean
is_letter (char ch)
{
  return g_ascii_isalpha (ch) || ch == '.' || (guchar) ch >= 0x80;
}

static void
add_pattern (WbCompounds *self,
             const char  *line,
             gsize        length)
{
  char letters[MAX_PATTERN];
  char digits[MAX_PATTERN];
  Pattern *pattern;
  gsize n = 0;

  for (gsize i = 0; i < length && n < MAX_PATTERN; i++)
    {
      if (g_ascii_isdigit (line[i]) && n > 0)
        digits[n - 1] = line[i];
      else if (is_letter (line[i]))
        {
          letters[n] = line[i];
          digits[n++] = '0';
        }
      else
        return;
    }
  if (n == 0 || n == MAX_PATTERN)
    return;

  pattern = g_new (Pattern, 1);
  pattern->letters = g_string_chunk_insert_len (self->strings, letters, n);
  pattern->digits = g_string_chunk_insert_len (self->strings, digits, n);
  pattern->length = n;
  self->longest = MAX (self->longest, n);
  g_hash_table_add (self->patterns, pattern);
}

WbCompounds *
wb_compounds_new (const char *text,
                  gsize       length)
{
  WbCompounds *self = g_new0 (WbCompounds, 1);
  const char *end = text + length;

  self->patterns = g_hash_table_new_full (pattern_hash, pattern_equal, g_free, NULL);
  self->strings = g_string_chunk_new (64 * 1024);

  while (text < end)
    {
      const char *line_end = memchr (text, '\n', end - text);

      if (line_end == NULL)
        line_end = end;
      add_pattern (self, text, line_end - text);
      text = line_end + 1;
    }

  return self;
}

void
wb_compounds_free (WbCompounds *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->patterns);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* Raises the digits behind the letters from @start on to those of the patterns that begin there. */
static void
match_at (WbCompounds *self,
          const char  *dotted,
          gsize        length,
          gsize        start,
          char        *digits)
{
  for (gsize n = 1; n <= self->longest && start + n <= length; n++)
    {
      const Pattern wanted = { dotted + start, NULL, n };
      const Pattern *found = g_hash_table_lookup (self->patterns, &wanted);

      for (gsize i = 0; found != NULL && i < n; i++)
        digits[start + i] = MAX (digits[start + i], found->digits[i]);
    }
}

void
wb_compounds_split (WbCompounds *self,
                    const char  *word,
                    gsize        length,
                    gboolean    *joints)
{
  g_autofree char *dotted = NULL;
  g_autofree char *digits = NULL;

  g_return_if_fail (self != NULL);

  /* Points stand for the ends of the word. */
  dotted = g_malloc (length + 2);
  dotted[0] = dotted[length + 1] = '.';
  memcpy (dotted + 1, word, length);
  digits = g_strnfill (length + 2, '0');

  for (gsize i = 0; i < length + 2; i++)
    match_at (self, dotted, length + 2, i, digits);
  for (gsize i = 0; i < length; i++)
    joints[i] = i + 1 < length && (digits[i + 1] & 1) != 0;
}
