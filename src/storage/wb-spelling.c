/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-spelling.h"

#include "wb-family-table.h"
#include "wb-phonetic.h"
#include "wb-search-table.h"

#include <string.h>

/* Longest word the distance is taken of. */
#define MAX_LENGTH 48
/* Shortest word that is corrected, and shortest beginning of one. */
#define MIN_CORRECTED 4
#define MIN_BEGINNING 6
/* Words from here on may have two mistakes; the shorter of them only when they sound the same. */
#define MIN_MIDDLING 6
#define MIN_LONG 8
/* Two mistakes are believed only in a word that sounds nearly the same. */
#define MAX_CODE_DISTANCE 1
/* Shortest beginning of a compound that tells anything. */
#define MIN_HEAD 5

typedef struct
{
  guint32 letters; /* a bit for each letter that occurs */
  guint n_items;

  /* Borrowed from the chunk */
  const char *key;
  const char *shown;
} Word;

struct _WbSpelling
{
  /* Owned */
  GStringChunk *strings;
  GArray *words[MAX_LENGTH + 1]; /* Word, by the length of the key */
  GHashTable *keys;              /* key → how it is written, both borrowed from the chunk */
};

typedef struct
{
  const Word *word;
  guint distance;
  gboolean sounds_alike;
  gboolean begins_alike;
} Candidate;

/* A word as it was typed, and what may be said of the words it is compared with. */
typedef struct
{
  const char *key;
  gsize length;
  guint32 letters;
  guint max;
  gboolean typing;
  gboolean heads; /* beginnings of compounds, too */
  gboolean sure;  /* to be put in the place of what was typed, not only offered */
  char code[WB_PHONETIC_MAX + 1];

  /* Owned */
  GArray *candidates; /* Candidate */
} Wanted;

static guint32
find_letters (const char *key)
{
  guint32 letters = 0;

  for (const char *p = key; *p != '\0'; p++)
    letters |= g_ascii_islower (*p) ? 1u << (*p - 'a') : 1u << (26 + (guchar) *p % 6);

  return letters;
}

/* Each mistake takes at most one letter away and brings at most one. */
static gboolean
may_be_near (guint32 a,
             guint32 b,
             guint   max)
{
  return (guint) __builtin_popcount (a & ~b) <= max && (guint) __builtin_popcount (b & ~a) <= max;
}

static gboolean
is_number (const char *key)
{
  return key[strspn (key, "0123456789")] == '\0';
}

static void
add_word (const char *form,
          const char *shown,
          guint       n_items,
          gpointer    user_data)
{
  WbSpelling *self = user_data;
  const gsize length = strlen (form);
  Word word = { find_letters (form), n_items, NULL, NULL };

  if (length < 3 || length > MAX_LENGTH || is_number (form))
    return;
  word.key = g_string_chunk_insert (self->strings, form);
  word.shown = g_str_equal (form, shown) ? word.key : g_string_chunk_insert (self->strings, shown);
  g_array_append_val (self->words[length], word);
  g_hash_table_insert (self->keys, (char *) word.key, (char *) word.shown);
}

/* No entry holds it, perhaps, but it leads to some. */
static void
add_family_word (guint       family,
                 const char *key,
                 const char *shown,
                 gpointer    user_data)
{
  WbSpelling *self = user_data;

  if (!g_hash_table_contains (self->keys, key))
    add_word (key, shown, 0, self);
}

WbSpelling *
wb_spelling_load (WbConnection  *connection,
                  GError       **error)
{
  g_autoptr (WbSpelling) self = g_new0 (WbSpelling, 1);

  g_return_val_if_fail (connection != NULL, NULL);

  self->strings = g_string_chunk_new (64 * 1024);
  self->keys = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i <= MAX_LENGTH; i++)
    self->words[i] = g_array_new (FALSE, FALSE, sizeof (Word));

  if (!wb_search_table_scan_words (connection, add_word, self, error)
      || !wb_family_table_scan (connection, add_family_word, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
wb_spelling_free (WbSpelling *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i <= MAX_LENGTH; i++)
    g_array_unref (self->words[i]);
  g_hash_table_unref (self->keys);
  g_string_chunk_free (self->strings);
  g_free (self);
}

guint
wb_spelling_measure (const char *a,
                     const char *b,
                     guint       max,
                     gboolean    beginning)
{
  guint rows[3][MAX_LENGTH + 1];
  guint *before = rows[0], *last = rows[1], *row = rows[2];
  const gsize n_a = strlen (a);
  gsize n_b = strlen (b);
  guint distance;

  if (beginning)
    n_b = MIN (n_b, n_a + max);
  if (n_a > MAX_LENGTH || n_b > MAX_LENGTH || MAX (n_a, n_b) - MIN (n_a, n_b) > max)
    return max + 1;

  for (guint j = 0; j <= n_b; j++)
    last[j] = j;
  for (guint i = 1; i <= n_a; i++)
    {
      guint least = row[0] = i;
      guint *spare = before;

      for (guint j = 1; j <= n_b; j++)
        {
          row[j] = MIN (MIN (last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
          least = MIN (least, row[j]);
        }
      if (least > max)
        return max + 1;
      before = last;
      last = row;
      row = spare;
    }

  distance = last[n_b];
  for (gsize j = 0; beginning && j < n_b; j++)
    distance = MIN (distance, last[j]);

  return MIN (distance, max + 1);
}

/* "Verkehrssicherung" for Verkehrssicherungspflicht: most of a compound that nobody wrote. */
static gboolean
is_head (const Wanted *wanted,
         const Word   *word,
         gsize         length)
{
  return wanted->heads && length >= MIN_HEAD && length * 2 >= wanted->length
         && g_str_has_prefix (wanted->key, word->key);
}

/* "Hydranten" is no "Quadranten". */
static gboolean
is_believable (const Wanted    *wanted,
               const Candidate *candidate,
               const char      *code)
{
  if (!wanted->sure || candidate->distance < 2)
    return TRUE;
  if (wanted->typing)
    return candidate->begins_alike;

  if (wanted->length < MIN_LONG)
    return candidate->begins_alike && candidate->sounds_alike;

  return candidate->begins_alike && wb_spelling_measure (wanted->code, code, MAX_CODE_DISTANCE, FALSE) <= MAX_CODE_DISTANCE;
}

static void
consider (Wanted     *wanted,
          const Word *word,
          gsize       length)
{
  const gboolean far_letters = wanted->typing ? (guint) __builtin_popcount (wanted->letters & ~word->letters) > wanted->max
                                              : !may_be_near (wanted->letters, word->letters, wanted->max);
  Candidate candidate = { word, wanted->max + 1, FALSE, FALSE };
  char code[WB_PHONETIC_MAX + 1];

  if (!far_letters)
    candidate.distance = wb_spelling_measure (wanted->key, word->key, wanted->max, wanted->typing);
  if (candidate.distance > wanted->max && !is_head (wanted, word, length))
    return;
  wb_phonetic_encode (word->key, code);
  candidate.sounds_alike = g_str_equal (code, wanted->code);
  candidate.begins_alike = *word->key == *wanted->key;
  if (is_believable (wanted, &candidate, code))
    g_array_append_val (wanted->candidates, candidate);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->distance != right->distance)
    return left->distance < right->distance ? -1 : 1;
  if (left->sounds_alike != right->sounds_alike)
    return right->sounds_alike - left->sounds_alike;
  if (left->begins_alike != right->begins_alike)
    return right->begins_alike - left->begins_alike;
  if (left->word->n_items != right->word->n_items)
    return left->word->n_items > right->word->n_items ? -1 : 1;

  return strcmp (left->word->key, right->word->key);
}

static void
find_candidates (WbSpelling *self,
                 Wanted     *wanted)
{
  const gsize shortest = wanted->heads ? MIN_HEAD : wanted->length - MIN (wanted->max, wanted->length);
  const gsize longest = wanted->typing ? MAX_LENGTH : MIN (wanted->length + wanted->max, MAX_LENGTH);

  wanted->letters = find_letters (wanted->key);
  wb_phonetic_encode (wanted->key, wanted->code);
  for (gsize length = MIN (shortest, MAX_LENGTH); length <= longest; length++)
    for (guint i = 0; i < self->words[length]->len; i++)
      consider (wanted, &g_array_index (self->words[length], Word, i), length);
  g_array_sort (wanted->candidates, compare_candidates);
}

/* "Gemeidne" and "Gemeinde" */
static gboolean
has_same_letters (const char *a,
                  const char *b)
{
  int counts[256] = { 0 };

  for (; *a != '\0'; a++)
    counts[(guchar) *a]++;
  for (; *b != '\0'; b++)
    counts[(guchar) *b]--;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] != 0)
      return FALSE;

  return TRUE;
}

/* "Schnitstelle": a letter once in place of twice. */
static gboolean
differs_by_doubling (const char *a,
                     const char *b)
{
  while (*a != '\0' && *a == *b)
    {
      const char letter = *a;

      while (*a == letter)
        a++;
      while (*b == letter)
        b++;
    }

  return *a == *b;
}

/* A mistake that does not make one proper word of another; in a long word a letter may be missing, too. */
static gboolean
is_slip (const Candidate *candidate,
         const char      *key)
{
  const gsize length = strlen (key);

  if (has_same_letters (key, candidate->word->key) || differs_by_doubling (key, candidate->word->key))
    return TRUE;

  return candidate->distance == 1 && length > MIN_LONG && strlen (candidate->word->key) != length;
}

static guint
choose_max (gsize length)
{
  return length < MIN_MIDDLING ? 1 : 2;
}

const char *
wb_spelling_correct (WbSpelling  *self,
                     const char  *key,
                     gboolean     typing,
                     gboolean     careful,
                     const char **shown)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  const gsize length = strlen (key);
  Wanted wanted = { key, length, 0, choose_max (length), FALSE, FALSE, TRUE, "", candidates };
  const Candidate *best;

  g_return_val_if_fail (self != NULL, NULL);

  if (length < MIN_CORRECTED || length > MAX_LENGTH || is_number (key))
    return NULL;
  find_candidates (self, &wanted);
  if (candidates->len == 0 && typing && length >= MIN_BEGINNING)
    {
      wanted.typing = TRUE;
      wanted.max = length < MIN_LONG ? 1 : 2;
      find_candidates (self, &wanted);
    }
  if (candidates->len == 0)
    return NULL;
  best = &g_array_index (candidates, Candidate, 0);
  if (careful && !best->sounds_alike && !is_slip (best, key))
    return NULL;
  if (shown != NULL)
    *shown = best->word->shown;

  return best->word->key;
}

static guint
choose_wide_max (gsize length)
{
  if (length < 3)
    return 0;
  if (length < 6)
    return 1;

  return length < 10 ? 2 : 3;
}

GPtrArray *
wb_spelling_suggest (WbSpelling *self,
                     const char *key,
                     guint       limit)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  const gsize length = strlen (key);
  Wanted wanted = { key, length, 0, choose_wide_max (length), FALSE, TRUE, FALSE, "", candidates };

  g_return_val_if_fail (self != NULL, words);

  if (wanted.max == 0 || length > MAX_LENGTH)
    return words;
  find_candidates (self, &wanted);
  for (guint i = 0; i < candidates->len && i < limit; i++)
    g_ptr_array_add (words, g_strdup (g_array_index (candidates, Candidate, i).word->shown));

  return words;
}

const char *
wb_spelling_lookup (WbSpelling *self,
                    const char *key)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->keys, key);
}
