/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-searcher.h"

#include "wb-hit-list.h"
#include "wb-search-kin.h"
#include "wb-search-match.h"
#include "wb-search-narrow.h"
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
  gboolean sentence; /* and are in the order of their weight */
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

/* Only what has all terms in its title can be it. */
static gboolean
mark_exact_titles (WbSearcher  *self,
                   Search      *search,
                   GError     **error)
{
  g_autofree char *key = wb_tokenizer_fold (self->tokenizer, search->query->text);
  g_autoptr (GArray) numbers = wb_search_table_list_titles (self->connection, key, error);
  guint at = 0;

  /* Both are in the order of the entries. */
  for (guint i = 0; numbers != NULL && i < search->matches->len && at < numbers->len; i++)
    {
      WbMatch *match = &g_array_index (search->matches, WbMatch, i);

      while (at < numbers->len && g_array_index (numbers, gint64, at) < (gint64) match->position + 1)
        at++;
      match->exact_title = at < numbers->len && g_array_index (numbers, gint64, at) == (gint64) match->position + 1
                           && match->level >= WB_SEARCH_MATCH_TITLE * search->terms->len;
    }

  return numbers != NULL;
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

/* What the text alone finds, in the order of the library. */
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
  search->sentence = wb_search_match_is_sentence (search->matches, search->terms);

  return search->terms->len == 0 || mark_exact_titles (self, search, error);
}

static GArray *
list_positions (GArray *matches)
{
  GArray *positions = g_array_sized_new (FALSE, FALSE, sizeof (guint32), matches->len);

  for (guint i = 0; i < matches->len; i++)
    g_array_append_val (positions, g_array_index (matches, WbMatch, i).position);

  return positions;
}

/* Best first, whatever the query wants that to be. (transfer full): positions in the index (guint32) */
static GArray *
sort_hits (WbSearcher *self,
           Search     *search)
{
  const gboolean ranked = search->terms->len > 0 && (search->query->sort == WB_SORT_RELEVANCE || search->query->sort == WB_SORT_FIT);
  GArray *hits = ranked ? wb_search_match_sort (search->matches, search->sentence, self->index) : list_positions (search->matches);

  if (search->query->sort == WB_SORT_TITLE)
    wb_library_index_sort_by_title (self->index, hits);
  else if (search->query->sort == WB_SORT_NEWEST)
    wb_library_index_sort_by_date (self->index, hits);
  else if (search->terms->len == 0)
    wb_library_index_sort_by_kind (self->index, hits);
  if (search->query->sort == WB_SORT_FIT)
    wb_search_narrow_sort_by_weight (self->index, search->query, hits);
  g_clear_pointer (&search->matches, g_array_unref);

  return hits;
}

/* Takes the hits. */
static gboolean
add_hits (WbSearcher    *self,
          Search        *search,
          GArray        *hits,
          GCancellable  *cancellable,
          WbResult      *result,
          GError       **error)
{
  const guint n_hits = hits->len;
  const guint n = search->query->limit > 0 ? MIN (search->query->limit, n_hits) : n_hits;
  g_autoptr (WbHitList) list = NULL;

  g_array_set_size (hits, n);
  list = wb_hit_list_new (self->index, hits, g_ptr_array_ref (search->terms));
  for (guint i = 0; search->terms->len > 0 && i < MIN (n, MAX_PASSAGES); i++)
    {
      char *text;

      if (g_cancellable_is_cancelled (cancellable))
        return wb_connection_set_error (self->connection, SQLITE_INTERRUPT, error);
      text = wb_search_table_get_text (self->connection, (gint64) g_array_index (hits, guint32, i) + 1, error);
      if (text == NULL)
        return FALSE;
      wb_hit_list_add_text (list, text);
    }
  wb_result_set_hits (result, G_LIST_MODEL (list), n_hits);

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
  g_auto (Search) other = { query };

  g_free (query->text);
  query->text = g_strdup (text);
  if (!look_up (self, &other, error) || !other.complete)
    return FALSE;
  wb_search_narrow (self->index, query, other.matches, NULL);

  return other.matches->len > 0;
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

      if (term->shown != NULL)
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
  g_auto (Search) run = { query };

  if (!look_up (self, &run, error))
    return NULL;
  wb_result_set_corrections (result, list_corrections (&run));
  wb_result_set_partial (result, !run.complete && run.matches->len > 0);
  wb_search_narrow (self->index, query, run.matches, result);
  if (!add_hits (self, &run, sort_hits (self, &run), cancellable, result, error))
    return NULL;
  if (wb_result_get_n_hits (result) == 0 && !suggest (self, &run, result, error))
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
