/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-search-match.h"

#include "wb-search-table.h"

#include <math.h>
#include <string.h>

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
  Found found;
  guint level;
  double score;
  double own_value; /* the best of all places and ways that have to do with the word itself, 0 to 1 */
  double value;     /* the best of all */
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
  static const double places[] = { 0, 0.3, 0.85, 1 };
  static const double ways[] = { 0, 0.4, 0.4, 0.5, 0.6, 0.6, 0.9, 1 };

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

/* Parts are not ranked: for each of their many word forms FTS5 would count all entries once more. */
static gboolean
run_pass (WbConnection  *connection,
          const char    *expression,
          Found          found,
          GArray        *hits,
          GError       **error)
{
  Pass pass = { found, hits };

  return expression == NULL
         || wb_search_table_match (connection, expression, found > FOUND_PART, note_hit, &pass, error);
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

/* Looked for once only: whoever types goes on asking for the same words. */
static gboolean
ensure_family_hits (WbConnection  *connection,
                    WbWordFamily  *family,
                    GError       **error)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (WbFamilyHit));
  g_autofree char *expression = NULL;

  if (family->hits != NULL)
    return TRUE;
  expression = make_family_expression (connection, family, error);
  if (expression == NULL || !wb_search_table_match (connection, expression, FALSE, note_family_hit, hits, error))
    return FALSE;
  family->hits = g_steal_pointer (&hits);

  return TRUE;
}

/* Who has found plenty needs no other words. */
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
  if (!ensure_family_hits (connection, family, error))
    return FALSE;
  for (guint i = 0; i < family->hits->len; i++)
    {
      const WbFamilyHit *hit = &g_array_index (family->hits, WbFamilyHit, i);

      note_hit (hit->number, hit->level, 0, &pass);
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

static double
get_rarity (GArray *hits,
            guint   n)
{
  return log1p (hits->len / (double) MAX (n, 1));
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

/* A rare word tells more than a common one; that others use many words for the same takes nothing from it. */
static guint
add_hits (GArray             *matches,
          GArray             *hits,
          const WbSearchTerm *term)
{
  const guint n = count_hits (hits, FOUND_HALF);
  const double rarity = get_rarity (hits, n);
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

/* What nobody wrote together in these words is taken for a sentence, too. */
static gboolean
is_sentence (GPtrArray *terms,
             GArray    *matches)
{
  guint best = 0;

  for (guint i = 0; i < terms->len; i++)
    if (((const WbSearchTerm *) g_ptr_array_index (terms, i))->loose)
      return TRUE;
  for (guint i = 0; i < matches->len; i++)
    {
      const WbMatch *match = &g_array_index (matches, WbMatch, i);

      best = MAX (best, match->n_terms - match->n_kin);
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
  const gboolean sentence = is_sentence (terms, matches);
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

static int
compare_numbers (double left,
                 double right)
{
  return (left < right) - (left > right);
}

typedef struct
{
  gboolean sentence;

  /* Borrowed */
  WbLibraryIndex *index;
} Order;

static int
compare_matches (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const Order *by = user_data;
  const WbMatch *left = a;
  const WbMatch *right = b;
  WbEntry *left_entry;
  WbEntry *right_entry;
  int order = compare_numbers (left->exact_title, right->exact_title);

  if (order == 0 && by->sentence)
    order = compare_numbers (left->weight, right->weight);
  if (order == 0)
    order = compare_numbers (left->n_terms, right->n_terms);
  if (order == 0)
    order = -compare_numbers (left->n_kin, right->n_kin);
  if (order == 0)
    order = -compare_numbers (left->n_parts, right->n_parts);
  if (order == 0)
    order = -compare_numbers (left->n_prefixes, right->n_prefixes);
  if (order == 0)
    order = compare_numbers (left->level, right->level);
  if (order == 0)
    order = compare_numbers (left->score, right->score);
  if (order != 0)
    return order;

  left_entry = wb_library_index_get (by->index, left->position);
  right_entry = wb_library_index_get (by->index, right->position);

  return wb_entry_compare_titles (&left_entry, &right_entry);
}

void
wb_search_match_sort (GArray         *matches,
                      GPtrArray      *terms,
                      WbLibraryIndex *index)
{
  Order by = { is_sentence (terms, matches), index };

  g_array_sort_with_data (matches, compare_matches, &by);
}
