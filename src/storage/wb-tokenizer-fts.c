/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-tokenizer.h"

/* The side of the tokenizer that FTS5 sees. */

typedef int (*EmitFunc) (void *context, int flags, const char *token, int length, int start, int end);

typedef struct
{
  EmitFunc emit;
  void *context;
  WbTokenizer *stems; /* (nullable) when no stems are wanted */
  int result;

  /* Owned */
  GString *buffer;
} Sink;

static int
create_tokenizer (void           *context,
                  const char    **arguments,
                  int             n_arguments,
                  Fts5Tokenizer **tokenizer)
{
  *tokenizer = (Fts5Tokenizer *) wb_tokenizer_new ();

  return SQLITE_OK;
}

static void
delete_tokenizer (Fts5Tokenizer *tokenizer)
{
  wb_tokenizer_free ((WbTokenizer *) tokenizer);
}

static gboolean
emit_token (const WbToken *token,
            gpointer       user_data)
{
  Sink *sink = user_data;

  sink->result = sink->emit (sink->context, token->joined ? FTS5_TOKEN_COLOCATED : 0, token->key,
                             strlen (token->key), token->start, token->end);
  if (sink->result == SQLITE_OK && sink->stems != NULL)
    {
      g_string_assign (sink->buffer, WB_TOKENIZER_STEM_MARK);
      g_string_append (sink->buffer, wb_tokenizer_stem (sink->stems, token->key));
      sink->result = sink->emit (sink->context, FTS5_TOKEN_COLOCATED, sink->buffer->str,
                                 sink->buffer->len, token->start, token->end);
    }

  return sink->result == SQLITE_OK;
}

static int
tokenize (Fts5Tokenizer *tokenizer,
          void          *context,
          int            flags,
          const char    *text,
          int            length,
          EmitFunc       emit)
{
  WbTokenizer *self = (WbTokenizer *) tokenizer;
  gboolean query = (flags & FTS5_TOKENIZE_QUERY) != 0;
  gboolean exact = query && length > 0 && text[0] == WB_TOKENIZER_EXACT_MARK;
  gboolean prefix = query && (flags & FTS5_TOKENIZE_PREFIX) != 0;
  g_autoptr (GString) buffer = g_string_new (NULL);
  Sink sink = { emit, context, exact || prefix ? NULL : self, SQLITE_OK, buffer };

  if (text != NULL && length > 0)
    wb_tokenizer_run (self, text, length, !query, emit_token, &sink);

  return sink.result;
}

static fts5_api *
find_api (WbConnection  *connection,
          GError       **error)
{
  sqlite3 *handle = wb_connection_get_handle (connection);
  sqlite3_stmt *statement = NULL;
  fts5_api *api = NULL;
  int result = sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &statement, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  if (result == SQLITE_OK)
    sqlite3_step (statement);
  result = sqlite3_finalize (statement);
  if (api == NULL)
    wb_connection_set_error (connection, result != SQLITE_OK ? result : SQLITE_INTERNAL, error);

  return api;
}

/* 3: in the title, 2: in keywords or summary, 1: in the text only; the best place counts, however long the text is. */
static int
get_level (int column)
{
  static const int levels[] = { 3, 2, 2, 1 };

  return column >= 0 && column < (int) G_N_ELEMENTS (levels) ? levels[column] : 0;
}

/* wb_level (search): where in the row at hand the query was found. */
static void
find_level (const Fts5ExtensionApi *api,
            Fts5Context            *fts,
            sqlite3_context        *context,
            int                     n_values,
            sqlite3_value         **values)
{
  int n = 0;
  int best = 0;
  int result = api->xInstCount (fts, &n);

  for (int i = 0; i < n && best < get_level (0) && result == SQLITE_OK; i++)
    {
      int phrase, column, offset;

      result = api->xInst (fts, i, &phrase, &column, &offset);
      if (result == SQLITE_OK)
        best = MAX (best, get_level (column));
    }

  if (result == SQLITE_OK)
    sqlite3_result_int (context, best);
  else
    sqlite3_result_error_code (context, result);
}

/* wb_count (search): how often, with the weights that wb-search-table.c gives the columns. A score that needs no look at other rows. */
static void
count_places (const Fts5ExtensionApi *api,
              Fts5Context            *fts,
              sqlite3_context        *context,
              int                     n_values,
              sqlite3_value         **values)
{
  static const double weights[] = { 8, 4, 3, 1 };
  double sum = 0;
  int n = 0;
  int result = api->xInstCount (fts, &n);

  for (int i = 0; i < n && result == SQLITE_OK; i++)
    {
      int phrase, column, offset;

      result = api->xInst (fts, i, &phrase, &column, &offset);
      if (result == SQLITE_OK && column >= 0 && column < (int) G_N_ELEMENTS (weights))
        sum += weights[column];
    }

  if (result == SQLITE_OK)
    sqlite3_result_double (context, sum);
  else
    sqlite3_result_error_code (context, result);
}

gboolean
wb_tokenizer_register (WbConnection  *connection,
                       GError       **error)
{
  static fts5_tokenizer functions = { create_tokenizer, delete_tokenizer, tokenize };
  fts5_api *api;
  int result;

  g_return_val_if_fail (connection != NULL, FALSE);

  api = find_api (connection, error);
  if (api == NULL)
    return FALSE;
  result = api->xCreateTokenizer (api, "wb_german", NULL, &functions, NULL);
  if (result == SQLITE_OK)
    result = api->xCreateFunction (api, "wb_level", NULL, find_level, NULL);
  if (result == SQLITE_OK)
    result = api->xCreateFunction (api, "wb_count", NULL, count_places, NULL);

  return result == SQLITE_OK || wb_connection_set_error (connection, result, error);
}
