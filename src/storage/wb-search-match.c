/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-search-match.h"

#include "wb-postings.h"
#include "wb-radix-sort.h"
#include "wb-search-table.h"

#include <math.h>
#include <string.h>

#define RARITY_EXPONENT 0.7
#define MAX_FORMS 200
/* The same for each word of a family, and how long one must be for that. */
#define MAX_KIN_FORMS 60
#define MIN_KIN_PART 5
/* With more hits than that nobody needs other words. */
#define MAX_WITHOUT_KIN 1000
/* Of the words of a sentence a hit must hold this much of the best hit's weight. */
#define MIN_WEIGHT 0.5

/* How a term was found, the better the higher. */
typedef enum
{
  FOUND_NOT,
  FOUND_HALF,     /* one word of a compound */
  FOUND_KIN_PART, /* another word for a part of it */
  FOUND_ROOT,
  FOUND_KIN,      /* another word for it */
  FOUND_PART,
  FOUND_PREFIX,
  FOUND_WORD,
} Found;

typedef struct
{
  guint8 found; /* Found */
  guint8 level;
  float score;
  float own_value; /* the best of all places and ways that have to do with the word itself, 0 to 1 */
  float value;     /* the best of all */
} TermHit;

typedef struct
{
  Found found;
  GArray *hits; /* TermHit */
} Pass;

/* The title tells more than the text, the word itself more than a part of it or another one. */
static double
value_hit (Found found,
           guint level)
{
  static const double places[] = { 0, 0.25, 0.9, 1 };
  static const double ways[] = { 0, 0.3, 0.3, 0.5, 0.8, 0.6, 0.9, 1 };

  return places[MIN (level, G_N_ELEMENTS (places) - 1)] * ways[found];
}

static void
note_hit (gint64   number,
          guint    level,
          double   score,
          gpointer user_data)
{
  Pass *pass = user_data;
  const double value = value_hit (pass->found, level);
  TermHit *hit;

  if (number < 1 || number > (gint64) pass->hits->len)
    return;
  hit = &g_array_index (pass->hits, TermHit, number - 1);
  if (hit->found == FOUND_NOT)
    *hit = (TermHit){ pass->found, level, score, 0, 0 };
  hit->value = MAX (hit->value, value);
  if (pass->found >= FOUND_PART)
    hit->own_value = MAX (hit->own_value, value);
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
  const WbSearchMode mode = found > FOUND_PART ? WB_SEARCH_RANKED : WB_SEARCH_COUNTED;
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

/* The entries that were found in the way @least or a better one. */
static guint
count_hits (GArray *hits,
            Found   least)
{
  guint n = 0;

  for (guint i = 0; i < hits->len; i++)
    n += g_array_index (hits, TermHit, i).found >= least ? 1 : 0;

  return n;
}

/* The words themselves, and the word forms that hold one of them, so that "Lampe" finds Straßenlampen. (transfer full) */
static char *
make_family_expression (WbConnection        *connection,
                        const WbWordFamily  *family,
                        GError             **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < family->keys->len; i++)
    {
      const char *key = g_ptr_array_index (family->keys, i);
      g_auto (GStrv) forms = NULL;

      g_string_append_printf (out, "%s\"%s\"", i > 0 ? " OR " : "", key);
      if (strlen (key) < MIN_KIN_PART)
        continue;
      forms = wb_search_table_list_forms (connection, key, MAX_KIN_FORMS, error);
      if (forms == NULL)
        return NULL;
      for (guint j = 0; forms[j] != NULL; j++)
        g_string_append_printf (out, " OR \"%c%s\"", WB_TOKENIZER_EXACT_MARK, forms[j]);
    }

  return g_strdup (out->str);
}

static void
note_family_hit (gint64   number,
                 guint    level,
                 double   score,
                 gpointer user_data)
{
  GArray *hits = user_data;
  const WbFamilyHit hit = { number, level };

  g_array_append_val (hits, hit);
}

static gboolean
ensure_family_expression (WbConnection  *connection,
                          WbWordFamily  *family,
                          GError       **error)
{
  if (family->expression == NULL)
    family->expression = make_family_expression (connection, family, error);

  return family->expression != NULL;
}

/* Looked for once only: whoever types goes on asking for the same words. */
static gboolean
ensure_family_hits (WbConnection  *connection,
                    WbWordFamily  *family,
                    GError       **error)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (WbFamilyHit));

  if (family->hits != NULL)
    return TRUE;
  if (!ensure_family_expression (connection, family, error)
      || !wb_search_table_match (connection, family->expression, WB_SEARCH_COUNTED, note_family_hit, hits, error))
    return FALSE;
  family->hits = g_steal_pointer (&hits);

  return TRUE;
}

/* Who has found plenty needs no other words. In a large library postings are quicker than keeping what was found is cheap. */
static gboolean
match_family (WbConnection  *connection,
              WbWordFamily  *family,
              Found          found,
              GArray        *hits,
              GError       **error)
{
  Pass pass = { found, hits };

  if (family == NULL || count_hits (hits, FOUND_HALF) > MAX_WITHOUT_KIN)
    return TRUE;
  if (!ensure_family_expression (connection, family, error))
    return FALSE;
  if (hits->len > WB_POSTING_MIN)
    return run_pass (connection, family->expression, found, hits, error);
  if (!ensure_family_hits (connection, family, error))
    return FALSE;
  for (guint i = 0; i < family->hits->len; i++)
    {
      const WbFamilyHit *hit = &g_array_index (family->hits, WbFamilyHit, i);

      note_hit (hit->number, hit->level, 0, &pass);
    }

  return TRUE;
}

/* Of a compound typed alone, other words must stand for both of its parts: "Hallenbelegung" is not all that has to do with
 * buildings. */
static gboolean
match_all_families (WbConnection        *connection,
                    const WbSearchTerm  *term,
                    GArray              *hits,
                    GError             **error)
{
  g_autofree guint8 *seen = g_new0 (guint8, hits->len + 1);
  Pass pass = { FOUND_KIN_PART, hits };

  for (guint i = 0; i < term->part_families->len; i++)
    {
      WbWordFamily *family = g_ptr_array_index (term->part_families, i);

      if (!ensure_family_hits (connection, family, error))
        return FALSE;
      for (guint j = 0; j < family->hits->len; j++)
        {
          const WbFamilyHit *hit = &g_array_index (family->hits, WbFamilyHit, j);

          if (hit->number < 1 || hit->number > (gint64) hits->len || seen[hit->number] != i)
            continue;
          if (++seen[hit->number] == term->part_families->len)
            note_hit (hit->number, hit->level, 0, &pass);
        }
    }

  return TRUE;
}

static gboolean
match_kin (WbConnection        *connection,
           const WbSearchTerm  *term,
           GArray              *hits,
           GError             **error)
{
  g_autofree char *roots = NULL;

  if (!match_family (connection, term->family, FOUND_KIN, hits, error))
    return FALSE;
  if (count_hits (hits, FOUND_HALF) <= MAX_WITHOUT_KIN)
    roots = wb_search_term_match_roots (term);
  if (!run_pass (connection, roots, FOUND_ROOT, hits, error))
    return FALSE;
  if (!term->loose && term->part_families->len > 1 && hits->len <= WB_POSTING_MIN)
    return match_all_families (connection, term, hits, error);
  for (guint i = 0; i < term->part_families->len; i++)
    if (!match_family (connection, g_ptr_array_index (term->part_families, i), FOUND_KIN_PART, hits, error))
      return FALSE;

  return TRUE;
}

/* A compound that nobody wrote: "Kooperationsvertrag" is about Kooperation and a Vertrag. In a sentence one of them will do. */
static gboolean
match_halves (WbConnection        *connection,
              const WbSearchTerm  *term,
              GArray              *hits,
              GError             **error)
{
  g_autofree char *both = wb_search_term_match_halves (term, TRUE);
  g_autofree char *one = term->loose ? wb_search_term_match_halves (term, FALSE) : NULL;

  return run_pass (connection, both, FOUND_PART, hits, error) && run_pass (connection, one, FOUND_HALF, hits, error);
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
         && match_kin (connection, term, hits, error)
         && match_halves (connection, term, hits, error);
}

/* What a word tells by being rare; less than in proportion, so that one odd word does not drown the others. */
static double
get_rarity (GArray *hits,
            guint   n)
{
  return pow (log1p (hits->len / (double) MAX (n, 1)), RARITY_EXPONENT);
}

static void
add_hit (WbMatch            *match,
         const TermHit      *hit,
         const WbSearchTerm *term)
{
  match->n_terms++;
  match->n_exact += term->exact ? 1 : 0;
  match->n_kin += hit->found < FOUND_PART ? 1 : 0;
  match->n_parts += hit->found == FOUND_PART ? 1 : 0;
  match->n_prefixes += hit->found == FOUND_PREFIX ? 1 : 0;
  match->level += hit->level;
  match->score += hit->score;
}

/* A rare word tells more than a common one; that others use many words for the same takes nothing from it. Returns the number of
 * entries that know the word itself, not only a part of it. */
static guint
add_hits (GArray             *matches,
          GArray             *hits,
          const WbSearchTerm *term)
{
  const double rarity = get_rarity (hits, count_hits (hits, FOUND_HALF));
  const double own_rarity = get_rarity (hits, count_hits (hits, FOUND_PART));

  for (guint i = 0; i < hits->len; i++)
    {
      const TermHit *hit = &g_array_index (hits, TermHit, i);
      WbMatch *match = &g_array_index (matches, WbMatch, i);

      if (hit->found == FOUND_NOT)
        continue;
      add_hit (match, hit, term);
      match->weight += MAX (own_rarity * hit->own_value, rarity * hit->value);
    }

  return count_hits (hits, term->last != NULL ? FOUND_HALF : FOUND_ROOT);
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

gboolean
wb_search_match_is_sentence (GArray    *matches,
                             GPtrArray *terms)
{
  guint best = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      const WbSearchTerm *term = g_ptr_array_index (terms, i);

      if (term->loose || term->last != NULL)
        return TRUE;
    }
  for (guint i = 0; i < matches->len; i++)
    {
      const WbMatch *match = &g_array_index (matches, WbMatch, i);

      best = MAX (best, (guint) (match->n_terms - match->n_kin));
    }

  return terms->len > 1 && best < terms->len;
}

static guint
count_exact (GPtrArray *terms)
{
  guint n = 0;

  for (guint i = 0; i < terms->len; i++)
    n += ((const WbSearchTerm *) g_ptr_array_index (terms, i))->exact ? 1 : 0;

  return n;
}

/* Half of the terms; a third of those that stand anywhere at all, when these are the greater part of a sentence. */
static guint
get_half (GPtrArray   *terms,
          gboolean     sentence,
          const guint *found)
{
  guint n = 0;

  for (guint i = 0; i < terms->len; i++)
    n += found[i] > 0 ? 1 : 0;

  return sentence && 2 * n > terms->len ? (n + 2) / 3 : (terms->len + 1) / 2;
}

gboolean
wb_search_match_select (GArray      *matches,
                        GPtrArray   *terms,
                        const guint *found)
{
  const gboolean sentence = wb_search_match_is_sentence (matches, terms);
  const guint half = get_half (terms, sentence, found);
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
  if (best < half || !sentence)
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
  key = key << 5 | match->n_kin;
  key = key << 5 | match->n_parts;
  key = key << 5 | match->n_prefixes;

  return key << 7 | (127 - match->level);
}

GArray *
wb_search_match_sort (GArray         *matches,
                      gboolean        sentence,
                      WbLibraryIndex *index)
{
  const guint32 *ranks = wb_library_index_get_catalogue (index)->ranks;
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
