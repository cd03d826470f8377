/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-postings.h"

#include "wb-tokenizer.h"

#include <string.h>

#define ALL_PLACES (WB_PLACE_TITLE | WB_PLACE_HEAD | WB_PLACE_TEXT)

struct _WbPostings
{
  guint n;
  WbConnection *connection; /* borrowed */

  /* Owned */
  WbStatement *words;
  WbStatement *beginnings;
  WbTokenizer *tokenizer;
};

/* An expression on its way. */
typedef struct
{
  WbPostings *self;
  const char *p; /* what is still to be read */
  guint8 filter; /* the places that count */
  gboolean certain;
  GError **error;
} Parser;

WbPostings *
wb_postings_new (WbConnection  *connection,
                 guint          n,
                 GError       **error)
{
  g_autoptr (WbPostings) self = g_new0 (WbPostings, 1);

  self->n = n;
  self->connection = connection;
  self->tokenizer = wb_tokenizer_new ();
  self->words = wb_posting_table_prepare (connection, FALSE, error);
  if (self->words == NULL)
    return NULL;
  self->beginnings = wb_posting_table_prepare (connection, TRUE, error);

  return self->beginnings != NULL ? g_steal_pointer (&self) : NULL;
}

void
wb_postings_free (WbPostings *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->words, wb_statement_free);
  g_clear_pointer (&self->beginnings, wb_statement_free);
  wb_tokenizer_free (self->tokenizer);
  g_free (self);
}

static gboolean
skip (Parser     *parser,
      const char *text)
{
  while (*parser->p == ' ')
    parser->p++;
  if (!g_str_has_prefix (parser->p, text))
    return FALSE;
  parser->p += strlen (text);

  return TRUE;
}

/* As the tokenizer gives a word to FTS5: its key, and unless it is exact or a beginning, the stem. */
static gboolean
add_word (Parser     *parser,
          const char *key,
          gboolean    exact,
          gboolean    prefix,
          guint8     *out)
{
  WbPostings *self = parser->self;
  g_autofree char *stem = NULL;

  if (!wb_posting_table_add (prefix ? self->beginnings : self->words, key, out, self->n, parser->error))
    return FALSE;
  if (exact || prefix)
    return TRUE;
  stem = g_strconcat (WB_TOKENIZER_STEM_MARK, wb_tokenizer_stem (self->tokenizer, key), NULL);

  return wb_posting_table_add (self->words, stem, out, self->n, parser->error);
}

static void
keep_places (guint8 *places,
             guint   n,
             guint8  filter)
{
  for (guint i = 0; filter != ALL_PLACES && i < n; i++)
    places[i] &= filter;
}

/* Sets @out to where all the words of @phrase stand. */
static gboolean
match_phrase (Parser     *parser,
              const char *phrase,
              gboolean    prefix,
              guint8     *out)
{
  const guint n = parser->self->n;
  const gboolean exact = *phrase == WB_TOKENIZER_EXACT_MARK;
  g_auto (GStrv) words = g_strsplit (phrase + (exact ? 1 : 0), " ", -1);
  const guint n_words = g_strv_length (words);
  g_autofree guint8 *next = n_words > 1 ? g_malloc (n) : NULL;

  memset (out, 0, n);
  if (n_words > 0 && !add_word (parser, words[0], exact, prefix && n_words == 1, out))
    return FALSE;
  parser->certain &= n_words < 2;
  for (guint i = 1; i < n_words; i++)
    {
      memset (next, 0, n);
      if (!add_word (parser, words[i], exact, prefix && i + 1 == n_words, next))
        return FALSE;
      for (guint j = 0; j < n; j++)
        out[j] &= next[j];
    }
  keep_places (out, n, parser->filter);

  return TRUE;
}

static gboolean match_any (Parser *parser,
                           guint8 *out);

static gboolean
fail (Parser *parser)
{
  g_debug ("Not an expression of ours: %s", parser->p);

  return wb_connection_set_error (parser->self->connection, SQLITE_INTERNAL, parser->error);
}

static guint8
read_filter (const char *names,
             gsize       length)
{
  g_autofree char *copy = g_strndup (names, length);
  g_auto (GStrv) columns = g_strsplit (copy, " ", -1);
  guint8 filter = 0;

  for (guint i = 0; columns[i] != NULL; i++)
    filter |= g_str_equal (columns[i], "title") ? WB_PLACE_TITLE : g_str_equal (columns[i], "text") ? WB_PLACE_TEXT : WB_PLACE_HEAD;

  return filter;
}

/* Sets @out to a phrase, or what stands in parentheses. */
static gboolean
match_unit (Parser *parser,
            guint8 *out)
{
  g_autofree char *phrase = NULL;
  const char *end;

  if (skip (parser, "("))
    {
      memset (out, 0, parser->self->n);
      return match_any (parser, out) && (skip (parser, ")") || fail (parser));
    }
  if (skip (parser, "{"))
    {
      end = strchr (parser->p, '}');
      if (end == NULL)
        return fail (parser);
      parser->filter = read_filter (parser->p, end - parser->p);
      parser->p = end + 1;
      memset (out, 0, parser->self->n);
      if (!skip (parser, ":") || !skip (parser, "("))
        return fail (parser);
      if (!match_any (parser, out))
        return FALSE;
      parser->filter = ALL_PLACES;
      return skip (parser, ")") || fail (parser);
    }

  end = skip (parser, "\"") ? strchr (parser->p, '"') : NULL;
  if (end == NULL)
    return fail (parser);
  phrase = g_strndup (parser->p, end - parser->p);
  parser->p = end + 1;

  return match_phrase (parser, phrase, skip (parser, "*"), out);
}

/* A word that nothing is joined to by AND: most of them are, in hundreds of forms. */
static gboolean
is_lone_word (const Parser *parser)
{
  const char *p = parser->p + strspn (parser->p, " ");
  const char *end;

  if (parser->filter != ALL_PLACES || *p != '"')
    return FALSE;
  end = p + 1 + strcspn (p + 1, " \"");
  if (*end != '"')
    return FALSE;
  end += 1 + strspn (end + 1, " *");

  return !g_str_has_prefix (end, "AND");
}

/* Adds it to @out without the way round over what is found alone. */
static gboolean
add_lone_word (Parser *parser,
               guint8 *out)
{
  const char *start = strchr (parser->p, '"') + 1;
  const char *end = strchr (start, '"');
  const gboolean exact = *start == WB_TOKENIZER_EXACT_MARK;
  g_autofree char *key = g_strndup (start + (exact ? 1 : 0), end - start - (exact ? 1 : 0));

  parser->p = end + 1;

  return add_word (parser, key, exact, skip (parser, "*"), out);
}

/* Adds to @out where units joined by AND all stand, each anywhere in the entry. */
static gboolean
match_all (Parser *parser,
           guint8 *all,
           guint8 *next,
           guint8 *out)
{
  const guint n = parser->self->n;

  if (is_lone_word (parser))
    return add_lone_word (parser, out);
  if (!match_unit (parser, all))
    return FALSE;
  while (skip (parser, "AND"))
    {
      if (!match_unit (parser, next))
        return FALSE;
      for (guint i = 0; i < n; i++)
        all[i] = all[i] != 0 && next[i] != 0 ? all[i] | next[i] : 0;
    }
  for (guint i = 0; i < n; i++)
    out[i] |= all[i];

  return TRUE;
}

/* Adds to @out where one of the units joined by OR stands. */
static gboolean
match_any (Parser *parser,
           guint8 *out)
{
  g_autofree guint8 *all = g_malloc (parser->self->n);
  g_autofree guint8 *next = g_malloc (parser->self->n);

  do
    if (!match_all (parser, all, next, out))
      return FALSE;
  while (skip (parser, "OR"));

  return TRUE;
}

gboolean
wb_postings_match (WbPostings  *self,
                   const char  *expression,
                   guint8      *places,
                   gboolean    *certain,
                   GError     **error)
{
  Parser parser = { self, expression, ALL_PLACES, TRUE, error };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (expression != NULL, FALSE);
  g_return_val_if_fail (places != NULL && certain != NULL, FALSE);

  memset (places, 0, self->n);
  if (!match_any (&parser, places))
    return FALSE;
  if (*parser.p != '\0')
    return fail (&parser);
  *certain = parser.certain;

  return TRUE;
}
