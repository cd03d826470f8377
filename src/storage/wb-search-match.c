/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-search-match.h"

#include "wb-postings.h"
#include "wb-radix-sort.h"
#include "wb-search-table.h"

#include <math.h>
#include <string.h>

#define MAX_FORMS 200
/* Of the words of a sentence a hit must hold this much of the best hit's weight. */
#define MIN_WEIGHT 0.5
/* Shortest words that a compound is taken apart into: "Bau" and "amt" stand in too many. */
#define MIN_COMPOUND_PART 4

/* How a term was found, the better the higher. */
typedef enum
{
  FOUND_NOT,
  FOUND_PART,
  FOUND_PREFIX,
  FOUND_WORD,
} Found;

typedef struct
{
  Found found;
  guint level;
  double score;
} TermHit;

typedef struct
{
  Found found;
  GArray *hits; /* TermHit */
} Pass;

static void
note_hit (gint64   number,
          guint    level,
          double   score,
          gpointer user_data)
{
  Pass *pass = user_data;
  TermHit *hit;

  if (number < 1 || number > (gint64) pass->hits->len)
    return;
  hit = &g_array_index (pass->hits, TermHit, number - 1);
  if (hit->found == FOUND_NOT)
    *hit = (TermHit){ pass->found, level, score };
}

/* The rows that hold the words of the phrases side by side; in @user_data a byte an entry. */
static void
note_row (gint64   number,
          guint    level,
          double   score,
          gpointer user_data)
{
  GByteArray *rows = user_data;

  if (number >= 1 && number <= (gint64) rows->len)
    rows->data[number - 1] = 1;
}

/* Leaves the entries only that FTS5 finds, too. */
static gboolean
keep_rows (WbConnection  *connection,
           const char    *expression,
           GByteArray    *places,
           GError       **error)
{
  g_autoptr (GByteArray) rows = g_byte_array_new ();

  g_byte_array_set_size (rows, places->len);
  memset (rows->data, 0, rows->len);
  if (!wb_search_table_match (connection, expression, WB_SEARCH_ROWS, note_row, rows, error))
    return FALSE;
  for (guint i = 0; i < places->len; i++)
    places->data[i] = rows->data[i] != 0 ? places->data[i] : 0;

  return TRUE;
}

static void
note_places (GByteArray *places,
             Pass       *pass)
{
  for (guint i = 0; i < places->len; i++)
    {
      const guint8 at = places->data[i];

      if (at != 0)
        note_hit (i + 1, (at & WB_PLACE_TITLE) != 0 ? WB_SEARCH_MATCH_TITLE : (at & WB_PLACE_HEAD) != 0 ? 2 : 1,
                  ((at & WB_PLACE_TITLE) != 0 ? 8 : 0) + ((at & WB_PLACE_HEAD) != 0 ? 4 : 0) + ((at & WB_PLACE_TEXT) != 0 ? 1 : 0),
                  pass);
    }
}

static guint
count_places (GByteArray *places)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    n += places->data[i] != 0 ? 1 : 0;

  return n;
}

/* In a large library the postings say what is found and where. FTS5 is asked only to rank what is few, and for phrases. */
static gboolean
run_large_pass (WbConnection  *connection,
                const char    *expression,
                WbSearchMode   mode,
                Pass          *pass,
                GError       **error)
{
  g_autoptr (WbPostings) postings = wb_postings_new (connection, pass->hits->len, error);
  g_autoptr (GByteArray) places = g_byte_array_new ();
  gboolean certain;
  guint n;

  g_byte_array_set_size (places, pass->hits->len);
  if (postings == NULL || !wb_postings_match (postings, expression, places->data, &certain, error))
    return FALSE;
  n = count_places (places);
  if (n == 0)
    return TRUE;
  if (mode == WB_SEARCH_RANKED && n <= WB_POSTING_MIN)
    return wb_search_table_match (connection, expression, mode, note_hit, pass, error);
  if (!certain && !keep_rows (connection, expression, places, error))
    return FALSE;
  note_places (places, pass);

  return TRUE;
}

/* Parts are not ranked: for each of their many word forms FTS5 would count all entries once more. */
static gboolean
run_pass (WbConnection  *connection,
          const char    *expression,
          Found          found,
          GArray        *hits,
          GError       **error)
{
  const WbSearchMode mode = found != FOUND_PART ? WB_SEARCH_RANKED : WB_SEARCH_COUNTED;
  Pass pass = { found, hits };

  if (expression == NULL)
    return TRUE;
  if (hits->len > WB_POSTING_MIN)
    return run_large_pass (connection, expression, mode, &pass, error);

  return wb_search_table_match (connection, expression, mode, note_hit, &pass, error);
}

static gboolean
match_parts (WbConnection        *connection,
             const WbSearchTerm  *term,
             GArray              *hits,
             GError             **error)
{
  g_auto (GStrv) forms = NULL;
  g_autofree char *expression = NULL;

  if (term->part != NULL)
    {
      forms = wb_search_table_list_forms (connection, term->part, MAX_FORMS, error);
      if (forms == NULL)
        return FALSE;
    }
  expression = wb_search_term_match_parts (term, forms);

  return run_pass (connection, expression, FOUND_PART, hits, error);
}

static guint
count_hits (GArray *hits)
{
  guint n = 0;

  for (guint i = 0; i < hits->len; i++)
    n += g_array_index (hits, TermHit, i).found != FOUND_NOT ? 1 : 0;

  return n;
}

/* The longest word of the library that @key begins or ends with. (nullable) (transfer full) */
static char *
find_compound_part (WbConnection *connection,
                    const char   *key,
                    gboolean      end)
{
  for (gsize length = strlen (key) - MIN_COMPOUND_PART; length >= MIN_COMPOUND_PART; length--)
    {
      g_autofree char *part = end ? g_strdup (key + strlen (key) - length) : g_strndup (key, length);

      if (g_utf8_validate (part, -1, NULL) && wb_search_table_count_word (connection, part) > 0)
        return g_steal_pointer (&part);
    }

  return NULL;
}

/* A compound that nobody wrote, in a sentence: "Bauausschuss" is an Ausschuss, "Kooperationsvertrag" is about Kooperation and a
 * Vertrag. Who types one word only is better told what it is called here. */
static gboolean
match_compound (WbConnection        *connection,
                const WbSearchTerm  *term,
                GArray              *hits,
                GError             **error)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *both = NULL;
  g_autofree char *one = NULL;

  if (!term->loose || strlen (term->joined) < 2 * MIN_COMPOUND_PART || count_hits (hits) > 0)
    return TRUE;
  last = find_compound_part (connection, term->joined, TRUE);
  first = find_compound_part (connection, term->joined, FALSE);
  if (last == NULL || (first == NULL && 2 * strlen (last) < strlen (term->joined)))
    return TRUE;
  if (first != NULL)
    both = g_strdup_printf ("\"%s\" AND \"%s\"", first, last);
  one = g_strdup_printf ("\"%s\"", last);

  return run_pass (connection, both, FOUND_PART, hits, error)
         && (count_hits (hits) > 0 || run_pass (connection, one, FOUND_PART, hits, error));
}

/* From the best way of being found to the least; the first one counts. */
static gboolean
match_term (WbConnection        *connection,
            const WbSearchTerm  *term,
            GArray              *hits,
            GError             **error)
{
  g_autofree char *words = wb_search_term_match_words (term);
  g_autofree char *prefix = wb_search_term_match_prefix (term);

  return run_pass (connection, words, FOUND_WORD, hits, error)
         && run_pass (connection, prefix, FOUND_PREFIX, hits, error)
         && match_parts (connection, term, hits, error)
         && match_compound (connection, term, hits, error);
}

/* A rare word tells more than a common one, the title more than the text, the word itself more than a part of it. */
static double
weigh_hit (const TermHit *hit,
           double         rarity)
{
  static const double places[] = { 0, 0.3, 0.85, 1 };
  static const double ways[] = { 0, 0.6, 0.9, 1 };

  return rarity * places[MIN (hit->level, G_N_ELEMENTS (places) - 1)] * ways[hit->found];
}

static guint
add_hits (GArray             *matches,
          GArray             *hits,
          const WbSearchTerm *term)
{
  const guint n = count_hits (hits);
  const double rarity = log1p (hits->len / (double) MAX (n, 1));

  for (guint i = 0; i < hits->len; i++)
    {
      const TermHit *hit = &g_array_index (hits, TermHit, i);
      WbMatch *match = &g_array_index (matches, WbMatch, i);

      if (hit->found == FOUND_NOT)
        continue;
      match->n_terms++;
      match->n_exact += term->exact ? 1 : 0;
      match->n_parts += hit->found == FOUND_PART ? 1 : 0;
      match->n_prefixes += hit->found == FOUND_PREFIX ? 1 : 0;
      match->level += hit->level;
      match->score += hit->score;
      match->weight += weigh_hit (hit, rarity);
    }

  return n;
}

GArray *
wb_search_match_all (WbConnection    *connection,
                     WbLibraryIndex  *index,
                     GPtrArray       *terms,
                     guint           *found,
                     GError         **error)
{
  guint n = wb_library_index_get_n (index);
  g_autoptr (GArray) matches = g_array_sized_new (FALSE, TRUE, sizeof (WbMatch), n);

  g_array_set_size (matches, n);
  for (guint i = 0; i < n; i++)
    g_array_index (matches, WbMatch, i).position = i;

  for (guint i = 0; i < terms->len; i++)
    {
      const WbSearchTerm *term = g_ptr_array_index (terms, i);
      g_autoptr (GArray) hits = g_array_sized_new (FALSE, TRUE, sizeof (TermHit), n);

      g_array_set_size (hits, n);
      if (!match_term (connection, term, hits, error))
        return NULL;
      found[i] = add_hits (matches, hits, term);
    }

  return g_steal_pointer (&matches);
}

static gboolean
is_sentence (GPtrArray *terms)
{
  for (guint i = 0; i < terms->len; i++)
    if (((const WbSearchTerm *) g_ptr_array_index (terms, i))->loose)
      return TRUE;

  return FALSE;
}

static guint
count_exact (GPtrArray *terms)
{
  guint n = 0;

  for (guint i = 0; i < terms->len; i++)
    n += ((const WbSearchTerm *) g_ptr_array_index (terms, i))->exact ? 1 : 0;

  return n;
}

/* Half of the terms; half of those that stand anywhere at all, when these are the greater part of a sentence. */
static guint
get_half (GPtrArray   *terms,
          const guint *found)
{
  guint n = 0;

  for (guint i = 0; i < terms->len; i++)
    n += found[i] > 0 ? 1 : 0;

  return is_sentence (terms) && 2 * n > terms->len ? (n + 1) / 2 : (terms->len + 1) / 2;
}

gboolean
wb_search_match_select (GArray      *matches,
                        GPtrArray   *terms,
                        const guint *found)
{
  const guint half = get_half (terms, found);
  const guint n_exact = count_exact (terms);
  double enough = 0;
  guint best = 0;
  guint needed;
  guint n = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      best = MAX (best, g_array_index (matches, WbMatch, i).n_terms);
      enough = MAX (enough, g_array_index (matches, WbMatch, i).weight * MIN_WEIGHT);
    }
  if (best < half || !is_sentence (terms))
    enough = G_MAXDOUBLE;
  /* All of them, or else at least half; what stands in quotes is never given up. */
  needed = best < terms->len ? MAX (half, MIN (best, (terms->len + 1) / 2)) : best;

  for (guint i = 0; i < matches->len; i++)
    {
      WbMatch match = g_array_index (matches, WbMatch, i);
      const gboolean weighty = match.n_terms > 0 && match.weight >= enough;

      if ((match.n_terms >= needed || weighty) && match.n_exact == n_exact)
        g_array_index (matches, WbMatch, n++) = match;
    }
  g_array_set_size (matches, n);

  return best == terms->len;
}

/* The greater @number, the smaller; numbers in the order of their bits. */
static guint32
turn_number (float number)
{
  guint32 bits;

  memcpy (&bits, &number, sizeof bits);

  return (bits & 1u << 31) != 0 ? bits : ~bits & ~(1u << 31);
}

/* What comes first decides. Each number has room for that of all terms; the best is the smallest. */
static guint64
make_key (const WbMatch *match,
          gboolean       sentence)
{
  guint64 key = match->exact_title ? 0 : 1;

  key = key << 32 | (sentence ? turn_number (match->weight) : 0);
  key = key << 5 | (31 - match->n_terms);
  key = key << 5 | match->n_parts;
  key = key << 5 | match->n_prefixes;

  return key << 7 | (127 - match->level);
}

GArray *
wb_search_match_sort (GArray         *matches,
                      GPtrArray      *terms,
                      WbLibraryIndex *index)
{
  const guint32 *ranks = wb_library_index_get_catalogue (index)->ranks;
  const gboolean sentence = is_sentence (terms);
  const guint n = matches->len;
  g_autofree guint64 *keys = g_new (guint64, n + 1);
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
  guint32 *at;

  g_array_set_size (order, n);
  at = (guint32 *) (gpointer) order->data;
  for (guint i = 0; i < n; i++)
    {
      const WbMatch *match = &g_array_index (matches, WbMatch, i);

      at[i] = i;
      keys[i] = (guint64) turn_number (match->score) << 32 | ranks[match->position];
    }
  wb_radix_sort (keys, at, n);
  for (guint i = 0; i < n; i++)
    keys[i] = make_key (&g_array_index (matches, WbMatch, at[i]), sentence);
  wb_radix_sort (keys, at, n);
  for (guint i = 0; i < n; i++)
    at[i] = g_array_index (matches, WbMatch, at[i]).position;

  return order;
}
