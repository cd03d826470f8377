/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-searcher.h"

#include "wb-hit-list.h"
#include "wb-search-kin.h"
#include "wb-search-match.h"
#include "wb-search-mend.h"
#include "wb-search-private.h"
#include "wb-search-table.h"

/* Hits that get a passage out of the text. Nobody scrolls further to read passages. */
#define MAX_PASSAGES 30
#define MAX_SUGGESTIONS 5
#define MAX_CANDIDATES 10

struct _WbSearcher
{
  /* Owned */
  WbConnection *connection;
  WbTokenizer *tokenizer;
  WbLibraryIndex *index;
  WbWordFamilies *families;
  WbSpelling *spelling; /* (nullable) until something is misspelt */
};

/* One search on its way. */
typedef struct
{
  const WbQuery *query;

  /* Owned */
  GPtrArray *terms; /* WbSearchTerm */
  guint *found;     /* for each term: number of entries that hold it */
  GArray *matches;  /* WbMatch; of the text alone, before any narrowing */
  gboolean complete; /* the matches hold all terms */
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->terms, g_ptr_array_unref);
  g_clear_pointer (&search->matches, g_array_unref);
  g_free (search->found);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

WbSearcher *
wb_searcher_new (const char      *path,
                 WbLibraryIndex  *index,
                 GError         **error)
{
  g_autoptr (WbSearcher) self = g_new0 (WbSearcher, 1);

  self->tokenizer = wb_tokenizer_new ();
  self->index = wb_library_index_ref (index);
  self->connection = wb_connection_open (path, WB_OPEN_IMMUTABLE, error);
  if (self->connection == NULL || !wb_connection_harden (self->connection, error)
      || !wb_tokenizer_register (self->connection, error))
    return NULL;
  self->families = wb_word_families_load (self->connection, self->tokenizer, error);
  if (self->families == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
wb_searcher_free (WbSearcher *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->connection, wb_connection_free);
  wb_spelling_free (self->spelling);
  wb_word_families_free (self->families);
  wb_tokenizer_free (self->tokenizer);
  wb_library_index_unref (self->index);
  g_free (self);
}

/* Only what has all terms in its title can be it; folding the titles of all would take longer than the search. */
static void
mark_exact_titles (WbSearcher *self,
                   Search     *search)
{
  g_autofree char *key = wb_tokenizer_fold (self->tokenizer, search->query->text);

  for (guint i = 0; i < search->matches->len; i++)
    {
      WbMatch *match = &g_array_index (search->matches, WbMatch, i);
      const WbEntry *entry = wb_library_index_get (self->index, match->position);
      g_autofree char *title_key = NULL;

      if (match->level < WB_SEARCH_MATCH_TITLE * search->terms->len)
        continue;
      title_key = wb_tokenizer_fold (self->tokenizer, entry->title);
      match->exact_title = g_str_equal (title_key, key);
    }
}

static gboolean
ensure_spelling (WbSearcher  *self,
                 GError     **error)
{
  if (self->spelling == NULL)
    self->spelling = wb_spelling_load (self->connection, error);

  return self->spelling != NULL;
}

static gboolean
match_terms (WbSearcher  *self,
             Search      *search,
             GError     **error)
{
  g_clear_pointer (&search->matches, g_array_unref);
  search->matches = wb_search_match_all (self->connection, self->index, search->terms, search->found, error);

  return search->matches != NULL;
}

/* Looks again with other words in the place of those that no entry holds. */
static gboolean
mend (WbSearcher  *self,
      Search      *search,
      GError     **error)
{
  gboolean mended = FALSE;

  for (guint i = 0; i < search->terms->len; i++)
    {
      WbSearchTerm *term = g_ptr_array_index (search->terms, i);

      if (search->found[i] > 0 || term->exact)
        continue;
      if (!ensure_spelling (self, error))
        return FALSE;
      if (!wb_search_mend_term (term, self->spelling, self->tokenizer))
        continue;
      wb_search_kin_add (term, self->families);
      mended = TRUE;
    }

  return !mended || match_terms (self, search, error);
}

/* What the text alone finds, best first. */
static gboolean
look_up (WbSearcher  *self,
         Search      *search,
         GError     **error)
{
  search->terms = wb_search_terms_parse (self->tokenizer, search->query->text);
  search->found = g_new0 (guint, search->terms->len + 1);
  wb_search_kin_add_all (search->terms, self->families);
  if (!match_terms (self, search, error) || !mend (self, search, error))
    return FALSE;

  search->complete = TRUE;
  if (search->terms->len > 0)
    search->complete = wb_search_match_select (search->matches, search->terms, search->found);
  else if (!wb_search_terms_is_blank (search->query->text))
    g_array_set_size (search->matches, 0);
  if (search->terms->len > 0)
    mark_exact_titles (self, search);
  wb_search_match_sort (search->matches, search->terms, self->index);

  return TRUE;
}

static gboolean
is_due (const WbQuery *query,
        const WbEntry *entry)
{
  return query->today != NULL && *entry->review_by != '\0' && strcmp (entry->review_by, query->today) < 0;
}

static gboolean
meets (const WbQuery      *query,
       const WbEntry      *entry,
       const WbFacetValue *choice)
{
  if (g_str_equal (choice->facet, WB_FACET_REVIEW))
    return g_str_equal (choice->value, WB_REVIEW_DUE) && is_due (query, entry);

  return wb_entry_has_value (entry, choice->facet, choice->value);
}

/* The number of facets with a choice that @entry does not meet; the last of them in @facet. */
static guint
count_misses (const WbQuery  *query,
              const WbEntry  *entry,
              const char    **facet)
{
  guint n_misses = 0;

  for (guint i = 0; i < query->values->len; i++)
    {
      const WbFacetValue *choice = g_ptr_array_index (query->values, i);
      gboolean met = FALSE;
      gboolean first = TRUE;

      for (guint j = 0; j < query->values->len; j++)
        {
          const WbFacetValue *other = g_ptr_array_index (query->values, j);

          if (!g_str_equal (other->facet, choice->facet))
            continue;
          first = first && j >= i;
          met = met || meets (query, entry, other);
        }
      if (!first || met)
        continue;
      n_misses++;
      *facet = choice->facet;
    }

  return n_misses;
}

/* @only: (nullable) the facet to count, or all of them. */
static void
count_entry (WbResult      *result,
             const WbQuery *query,
             const WbEntry *entry,
             const char    *only)
{
  if (is_due (query, entry) && (only == NULL || g_str_equal (only, WB_FACET_REVIEW)))
    wb_result_count_due (result);
  for (guint i = 0; i < entry->values->len; i++)
    {
      const WbIndexValue *value = g_ptr_array_index (entry->values, i);

      if (only == NULL || g_str_equal (only, value->value.facet))
        wb_result_count (result, value);
    }
}

/* Notes on the way what @entry would be a hit of, if it were not for @missed (NULL: it is a hit). */
static void
count_match (WbResult      *result,
             const WbQuery *query,
             const WbEntry *entry,
             const char    *missed,
             gboolean       listed)
{
  if (!listed)
    {
      if (missed == NULL)
        wb_result_add_without_ids (result);
      return;
    }

  count_entry (result, query, entry, missed);
  if (missed != NULL)
    wb_result_add_without (result, missed);
}

/* Narrows down to the choices, counting on the way: an entry that misses the choices of one facet only would be there
 * if another value of that facet were chosen. (transfer full): WbEntry, borrowed */
static GPtrArray *
narrow_down (WbSearcher *self,
             Search     *search,
             WbResult   *result)
{
  GPtrArray *hits = g_ptr_array_new ();

  for (guint i = 0; i < search->matches->len; i++)
    {
      const WbMatch *match = &g_array_index (search->matches, WbMatch, i);
      WbEntry *entry = wb_library_index_get (self->index, match->position);
      const char *missed = NULL;
      const gboolean listed = search->query->ids == NULL || g_hash_table_contains (search->query->ids, entry->id);
      const guint n_misses = count_misses (search->query, entry, &missed);

      if (n_misses > 1)
        continue;
      if (result != NULL)
        count_match (result, search->query, entry, missed, listed);
      if (n_misses == 0 && listed)
        g_ptr_array_add (hits, entry);
    }
  if (result != NULL)
    wb_result_set_n_unfiltered (result, search->matches->len);

  return hits;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const WbEntry *left = *(const WbEntry *const *) a;
  const WbEntry *right = *(const WbEntry *const *) b;
  int order = strcmp (right->as_of, left->as_of);

  return order != 0 ? order : wb_entry_compare_titles (a, b);
}

/* The best weight of each facet, added up. */
static int
weigh (const GArray  *weights,
       const WbEntry *entry)
{
  int sum = 0;

  for (guint i = 0; i < weights->len; i++)
    {
      const WbFacetValue *value = &g_array_index (weights, WbWeight, i).value;
      int best = 0;
      gboolean first = TRUE;

      for (guint j = 0; j < weights->len; j++)
        {
          const WbWeight *other = &g_array_index (weights, WbWeight, j);

          if (!g_str_equal (other->value.facet, value->facet))
            continue;
          first = first && j >= i;
          if (other->weight > best && wb_entry_has_value (entry, other->value.facet, other->value.value))
            best = other->weight;
        }
      sum += first ? best : 0;
    }

  return sum;
}

typedef struct
{
  WbEntry *entry;
  int weight;
  guint position;
} Weighed;

static int
compare_weighed (gconstpointer a,
                 gconstpointer b)
{
  const Weighed *left = a;
  const Weighed *right = b;

  if (left->weight != right->weight)
    return right->weight - left->weight;

  return left->position < right->position ? -1 : 1;
}

static void
sort_by_weight (Search    *search,
                GPtrArray *hits)
{
  g_autoptr (GArray) weighed = g_array_sized_new (FALSE, FALSE, sizeof (Weighed), hits->len);

  for (guint i = 0; i < hits->len; i++)
    {
      Weighed one = { g_ptr_array_index (hits, i), 0, i };

      one.weight = weigh (search->query->weights, one.entry);
      g_array_append_val (weighed, one);
    }
  g_array_sort (weighed, compare_weighed);
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_index (hits, i) = g_array_index (weighed, Weighed, i).entry;
}

static void
sort_hits (Search    *search,
           GPtrArray *hits)
{
  if (search->query->sort == WB_SORT_TITLE)
    g_ptr_array_sort (hits, wb_entry_compare_titles);
  else if (search->query->sort == WB_SORT_NEWEST)
    g_ptr_array_sort (hits, compare_dates);
  else if (search->terms->len == 0)
    g_ptr_array_sort (hits, wb_entry_compare_kinds);
  if (search->query->sort == WB_SORT_FIT)
    sort_by_weight (search, hits);
}

/* Takes the terms from @search. */
static gboolean
add_hits (WbSearcher    *self,
          Search        *search,
          GPtrArray     *hits,
          GCancellable  *cancellable,
          WbResult      *result,
          GError       **error)
{
  guint n = search->query->limit > 0 ? MIN (search->query->limit, hits->len) : hits->len;
  const gboolean passages = search->terms->len > 0;
  g_autoptr (WbHitList) list = wb_hit_list_new (self->index, g_ptr_array_ref (search->terms));

  for (guint i = 0; i < n; i++)
    {
      WbEntry *entry = g_ptr_array_index (hits, i);
      char *text = NULL;

      if (passages && i < MAX_PASSAGES)
        {
          if (g_cancellable_is_cancelled (cancellable))
            return wb_connection_set_error (self->connection, SQLITE_INTERRUPT, error);
          text = wb_search_table_get_text (self->connection, entry->number, error);
          if (text == NULL)
            return FALSE;
        }
      wb_hit_list_append (list, entry, text);
    }
  wb_result_set_hits (result, G_LIST_MODEL (list), hits->len);

  return TRUE;
}

/* The query with other words at the places of the terms that were not found: @first at the first of them, the nearest
 * word at the others. (nullable) (transfer full) */
static char *
rewrite_query (WbSearcher  *self,
               Search      *search,
               const char  *first)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < search->terms->len; i++)
    {
      const WbSearchTerm *term = g_ptr_array_index (search->terms, i);
      g_autoptr (GPtrArray) words = NULL;
      const char *quote = term->exact ? "\"" : "";

      if (out->len > 0)
        g_string_append_c (out, ' ');
      if (search->found[i] > 0)
        {
          g_string_append_printf (out, "%s%.*s%s", quote, (int) (term->end - term->start),
                                  search->query->text + term->start, quote);
          continue;
        }
      if (first == NULL)
        words = wb_spelling_suggest (self->spelling, term->joined, 1);
      if (first == NULL && words->len == 0)
        return NULL;
      g_string_append (out, first != NULL ? first : g_ptr_array_index (words, 0));
      first = NULL;
    }

  return g_strdup (out->str);
}

/* Whether @text brings full hits with the same choices. */
static gboolean
brings_hits (WbSearcher  *self,
             Search      *search,
             const char  *text,
             GError     **error)
{
  g_autoptr (WbQuery) query = wb_query_copy (search->query);
  g_autoptr (GPtrArray) hits = NULL;
  g_auto (Search) other = { query };

  g_free (query->text);
  query->text = g_strdup (text);
  if (!look_up (self, &other, error) || !other.complete)
    return FALSE;
  hits = narrow_down (self, &other, NULL);

  return hits->len > 0;
}

static const WbSearchTerm *
find_missing_term (Search *search)
{
  for (guint i = 0; i < search->terms->len; i++)
    if (search->found[i] == 0)
      return g_ptr_array_index (search->terms, i);

  return NULL;
}

static gboolean
suggest (WbSearcher  *self,
         Search      *search,
         WbResult    *result,
         GError     **error)
{
  const WbSearchTerm *missing = find_missing_term (search);
  g_autoptr (GPtrArray) words = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;

  if (missing == NULL)
    return TRUE;
  if (!ensure_spelling (self, error))
    return FALSE;
  words = wb_spelling_suggest (self->spelling, missing->joined, MAX_CANDIDATES);

  for (guint i = 0; i < words->len && texts->len < MAX_SUGGESTIONS && local_error == NULL; i++)
    {
      g_autofree char *text = rewrite_query (self, search, g_ptr_array_index (words, i));

      if (text != NULL && brings_hits (self, search, text, &local_error))
        g_ptr_array_add (texts, g_steal_pointer (&text));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  g_ptr_array_set_free_func (texts, NULL);
  g_ptr_array_add (texts, NULL);
  wb_result_set_suggestions (result, (char **) g_ptr_array_steal (texts, NULL));

  return TRUE;
}

/* (transfer full) */
static char **
list_corrections (const Search *search)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < search->terms->len; i++)
    {
      const WbSearchTerm *term = g_ptr_array_index (search->terms, i);

      if (term->shown != NULL && search->found[i] > 0)
        g_strv_builder_add (words, term->shown);
    }

  return g_strv_builder_end (words);
}

static WbResult *
search (WbSearcher     *self,
        const WbQuery  *query,
        GCancellable   *cancellable,
        GError        **error)
{
  g_autoptr (WbResult) result = wb_result_new (self->index);
  g_autoptr (GPtrArray) hits = NULL;
  g_auto (Search) run = { query };

  if (!look_up (self, &run, error))
    return NULL;
  hits = narrow_down (self, &run, result);
  sort_hits (&run, hits);
  wb_result_set_corrections (result, list_corrections (&run));
  wb_result_set_partial (result, !run.complete && run.matches->len > 0);
  if (!add_hits (self, &run, hits, cancellable, result, error))
    return NULL;
  if (hits->len == 0 && !suggest (self, &run, result, error))
    return NULL;

  return g_steal_pointer (&result);
}

WbResult *
wb_searcher_run (WbSearcher     *self,
                 const WbQuery  *query,
                 GCancellable   *cancellable,
                 GError        **error)
{
  WbResult *result;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  if (g_cancellable_is_cancelled (cancellable))
    {
      wb_connection_set_error (self->connection, SQLITE_INTERRUPT, error);
      return NULL;
    }
  wb_connection_set_cancellable (self->connection, cancellable);
  result = search (self, query, cancellable, error);
  wb_connection_set_cancellable (self->connection, NULL);

  return result;
}
