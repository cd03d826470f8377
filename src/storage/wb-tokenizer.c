/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-tokenizer.h"

#include "wb-fold.h"

#include <libstemmer.h>
#include <string.h>

/* Nobody looks for longer words; keeps hostile text from filling the index. */
#define MAX_KEY_BYTES 96
#define MAX_WORD_BYTES 512

/* A word of the text: bytes, end exclusive. @hyphen: the next word is joined to it. */
typedef struct
{
  gsize start;
  gsize end;
  gboolean hyphen;
} Word;

struct _WbTokenizer
{
  struct sb_stemmer *stemmer;

  /* Owned */
  char *stem;
};

WbTokenizer *
wb_tokenizer_new (void)
{
  WbTokenizer *self = g_new0 (WbTokenizer, 1);

  self->stemmer = sb_stemmer_new ("german", "UTF_8");
  if (self->stemmer == NULL)
    g_error ("libstemmer has no German");

  return self;
}

void
wb_tokenizer_free (WbTokenizer *self)
{
  if (self == NULL)
    return;

  sb_stemmer_delete (self->stemmer);
  g_free (self->stem);
  g_free (self);
}

static gboolean
is_vowel_or_q (char ch)
{
  return ch != '\0' && strchr ("aeiouyq", ch) != NULL;
}

/* "ae", "oe", "ue" → bare vowel, but not the "ue" of "neue" or "Quelle". Works in place; doing it
 * twice changes nothing more. */
static void
collapse_umlauts (char *key)
{
  char *out = key;

  for (const char *in = key; *in != '\0';)
    {
      char before = out > key ? out[-1] : '\0';
      char ch = *out++ = *in++;

      if (ch == 'a' || ch == 'o' || (ch == 'u' && !is_vowel_or_q (before)))
        while (*in == 'e')
          in++;
    }
  *out = '\0';
}

static char *
fold_word (const char *word,
           gsize       length)
{
  g_autofree char *copy = g_strndup (word, length);
  gboolean ascii = TRUE;

  for (char *p = copy; *p != '\0'; p++)
    {
      ascii = ascii && g_ascii_isalnum (*p);
      *p = g_ascii_tolower (*p);
    }

  return ascii ? g_steal_pointer (&copy) : wb_fold_spelled (copy);
}

static void
cut_at (char  *text,
        gsize  max_bytes)
{
  if (strlen (text) > max_bytes)
    *g_utf8_find_prev_char (text, text + max_bytes + 1) = '\0';
}

char *
wb_tokenizer_make_key (const char *word,
                       gsize       length)
{
  char *key;

  g_return_val_if_fail (word != NULL, NULL);

  key = fold_word (word, MIN (length, MAX_WORD_BYTES));
  collapse_umlauts (key);
  cut_at (key, MAX_KEY_BYTES);

  return key;
}

/* The stemmer knows no plural of Kita, Büro, Hobby or App. "Haus" and "Atlas" keep their s. */
static gsize
strip_foreign_plural (const char *key,
                      gsize       length)
{
  if (length < 4 || key[length - 1] != 's' || strchr ("aoyp", key[length - 2]) == NULL)
    return length;

  return g_str_has_suffix (key, "las") ? length : length - 1;
}

const char *
wb_tokenizer_stem (WbTokenizer *self,
                   const char  *key)
{
  const sb_symbol *stem;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  length = strip_foreign_plural (key, strlen (key));
  stem = sb_stemmer_stem (self->stemmer, (const sb_symbol *) key, length);
  g_free (self->stem);
  self->stem = stem != NULL ? g_strndup ((const char *) stem, sb_stemmer_length (self->stemmer))
                            : g_strdup (key);

  return self->stem;
}

static gboolean
is_word_char (gunichar ch)
{
  return g_unichar_isalnum (ch) || g_unichar_ismark (ch) || ch == 0xad;
}

static gboolean
is_joiner (gunichar ch)
{
  return ch == '-' || ch == 0x2010 || ch == 0x2011 || ch == '\'' || ch == 0x2019;
}

/* The character at @p, and the byte after it. A broken byte is a character of its own, no letter. */
static gunichar
next_char (const char **p,
           const char  *end)
{
  gunichar ch;

  if ((guchar) **p < 0x80)
    return *(*p)++;
  ch = g_utf8_get_char_validated (*p, end - *p);
  if (ch == (gunichar) -1 || ch == (gunichar) -2)
    {
      *p += 1;
      return ' ';
    }
  *p = g_utf8_next_char (*p);

  return ch;
}

/* Finds the next word from *@p on. *@p is left behind the word, and behind a joiner that leads
 * straight into another one. */
static gboolean
find_word (const char  *text,
           const char  *end,
           const char **p,
           Word        *word)
{
  const char *start = *p;
  const char *after;

  while (start < end && !is_word_char (next_char (p, end)))
    start = *p;
  if (start >= end)
    return FALSE;

  after = *p;
  while (*p < end && is_word_char (next_char (p, end)))
    after = *p;
  word->start = start - text;
  word->end = after - text;
  word->hyphen = FALSE;

  *p = after;
  if (*p < end && is_joiner (next_char (p, end)))
    {
      const char *ahead = *p;

      word->hyphen = ahead < end && is_word_char (next_char (&ahead, end));
    }
  if (!word->hyphen)
    *p = after;

  return TRUE;
}

typedef struct
{
  const char *text;
  WbTokenFunc func;
  gpointer user_data;
} Run;

static gboolean
emit (Run        *run,
      const char *key,
      gsize       start,
      gsize       end,
      gboolean    joined,
      gboolean    attached)
{
  WbToken token = { key, start, end, joined, attached };

  return *key == '\0' || run->func (&token, run->user_data);
}

/* Words @first to @last written as one. */
static gboolean
emit_joined (Run    *run,
             GArray *group,
             guint   first,
             guint   last)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *key = NULL;
  gsize start = g_array_index (group, Word, first).start;
  gsize end = g_array_index (group, Word, last).end;

  for (guint i = first; i <= last; i++)
    {
      const Word *word = &g_array_index (group, Word, i);

      g_string_append_len (all, run->text + word->start, word->end - word->start);
    }
  key = wb_tokenizer_make_key (all->str, all->len);

  return emit (run, key, start, end, TRUE, FALSE);
}

static gboolean
emit_group (Run      *run,
            GArray   *group,
            gboolean  joined)
{
  for (guint i = 0; i < group->len; i++)
    {
      const Word *word = &g_array_index (group, Word, i);
      g_autofree char *key = wb_tokenizer_make_key (run->text + word->start,
                                                    word->end - word->start);

      if (!emit (run, key, word->start, word->end, FALSE, word->hyphen))
        return FALSE;
      /* A word without a key has no position that a joined one could share. */
      if (!joined || *key == '\0' || i + 1 >= group->len)
        continue;
      if (!emit_joined (run, group, i, i + 1))
        return FALSE;
      if (i == 0 && group->len > 2 && !emit_joined (run, group, 0, group->len - 1))
        return FALSE;
    }

  return TRUE;
}

void
wb_tokenizer_run (WbTokenizer *self,
                  const char  *text,
                  gsize        length,
                  gboolean     joined,
                  WbTokenFunc  func,
                  gpointer     user_data)
{
  g_autoptr (GArray) group = NULL;
  Run run = { text, func, user_data };
  const char *p = text;
  Word word;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  group = g_array_new (FALSE, FALSE, sizeof (Word));
  while (find_word (text, text + length, &p, &word))
    {
      g_array_append_val (group, word);
      /* Chains of hyphens without end are cut, or joining them would take for ever. */
      if (word.hyphen && group->len < 8)
        continue;
      if (!emit_group (&run, group, joined))
        return;
      g_array_set_size (group, 0);
    }
}

static gboolean
append_key (const WbToken *token,
            gpointer       user_data)
{
  GString *out = user_data;

  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, token->key);

  return TRUE;
}

char *
wb_tokenizer_fold (WbTokenizer *self,
                   const char  *text)
{
  GString *out = g_string_new (NULL);

  wb_tokenizer_run (self, text, strlen (text), FALSE, append_key, out);

  return g_string_free (out, FALSE);
}
