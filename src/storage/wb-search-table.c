/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-search-table.h"

#include "wb-statement.h"

gboolean
wb_search_table_create (WbConnection  *connection,
                        GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE title ("
                            " key TEXT NOT NULL,"
                            " item INTEGER NOT NULL REFERENCES item (number),"
                            " PRIMARY KEY (key, item)"
                            ") WITHOUT ROWID;"
                            "CREATE TABLE search_text ("
                            " item INTEGER PRIMARY KEY REFERENCES item (number),"
                            " plain TEXT NOT NULL"
                            ");"
                            "CREATE VIRTUAL TABLE search USING fts5 ("
                            " title, keywords, summary, text,"
                            " content = '', tokenize = 'wb_german', prefix = '2 3'"
                            ");"
                            "CREATE TABLE word ("
                            " number INTEGER PRIMARY KEY,"
                            " form TEXT NOT NULL UNIQUE,"
                            " shown TEXT NOT NULL,"
                            " n_items INTEGER NOT NULL"
                            ");"
                            "CREATE VIRTUAL TABLE part USING fts5 ("
                            " form, content = 'word', content_rowid = 'number',"
                            " tokenize = 'trigram case_sensitive 1'"
                            ")",
                            error);
}

static gboolean
add_text (WbConnection  *connection,
          gint64         number,
          const char    *plain,
          GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO search_text (item, plain) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  wb_statement_bind_text (statement, 2, plain);

  return wb_statement_run (statement, error);
}

gboolean
wb_search_table_add (WbConnection  *connection,
                     gint64         number,
                     WbItem        *item,
                     const char    *plain,
                     const char    *keywords,
                     GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  if (!add_text (connection, number, plain, error))
    return FALSE;
  statement = wb_statement_new (connection,
                                "INSERT INTO search (rowid, title, keywords, summary, text)"
                                " VALUES (?1, ?2, ?3, ?4, ?5)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  wb_statement_bind_text (statement, 2, wb_item_get_title (item));
  wb_statement_bind_text (statement, 3, keywords);
  wb_statement_bind_text (statement, 4, wb_item_get_summary (item));
  wb_statement_bind_text (statement, 5, plain);

  return wb_statement_run (statement, error);
}

gboolean
wb_search_table_add_word (WbConnection  *connection,
                          const char    *form,
                          const char    *shown,
                          guint          n_items,
                          GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO word (form, shown, n_items) VALUES (?1, ?2, ?3)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, form);
  wb_statement_bind_text (statement, 2, shown);
  wb_statement_bind_int (statement, 3, n_items);

  return wb_statement_run (statement, error);
}

gboolean
wb_search_table_add_title (WbConnection  *connection,
                           gint64         number,
                           const char    *key,
                           GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection, "INSERT INTO title (key, item) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, key);
  wb_statement_bind_int (statement, 2, number);

  return wb_statement_run (statement, error);
}

gboolean
wb_search_table_finish (WbConnection  *connection,
                        GError       **error)
{
  return wb_connection_run (connection,
                            "INSERT INTO part (part) VALUES ('rebuild');"
                            "INSERT INTO part (part) VALUES ('optimize');"
                            "INSERT INTO search (search) VALUES ('optimize')",
                            error);
}

char *
wb_search_table_get_text (WbConnection  *connection,
                          gint64         number,
                          GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  char *text;

  statement = wb_statement_new (connection, "SELECT plain FROM search_text WHERE item = ?1", error);
  if (statement == NULL)
    return NULL;
  wb_statement_bind_int (statement, 1, number);
  switch (wb_statement_step (statement, error))
    {
    case WB_STATEMENT_ROW:
      text = wb_statement_dup_text (statement, 0);
      return text != NULL ? text : g_strdup ("");
    case WB_STATEMENT_DONE:
      return g_strdup ("");
    case WB_STATEMENT_ERROR:
    default:
      return NULL;
    }
}

gboolean
wb_search_table_match (WbConnection  *connection,
                       const char    *expression,
                       WbSearchMode   mode,
                       WbMatchFunc    func,
                       gpointer       user_data,
                       GError       **error)
{
  static const char *const texts[] = {
    [WB_SEARCH_RANKED] = "SELECT rowid, wb_level (search), -bm25 (search, 8.0, 4.0, 3.0, 1.0) FROM search WHERE search MATCH ?1",
    [WB_SEARCH_COUNTED] = "SELECT rowid, wb_level (search), wb_count (search) FROM search WHERE search MATCH ?1",
    [WB_SEARCH_ROWS] = "SELECT rowid, 0, 0 FROM search WHERE search MATCH ?1",
  };
  g_autoptr (WbStatement) statement = wb_statement_new (connection, texts[mode], error);
  WbStatementState state;

  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, expression);
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    func (wb_statement_get_int (statement, 0), wb_statement_get_int (statement, 1),
          wb_statement_get_double (statement, 2), user_data);

  return state == WB_STATEMENT_DONE;
}

char **
wb_search_table_list_forms (WbConnection  *connection,
                            const char    *part,
                            guint          limit,
                            GError       **error)
{
  g_autofree char *expression = g_strdup_printf ("\"%s\"", part);
  g_autoptr (GStrvBuilder) forms = g_strv_builder_new ();
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT w.form FROM part p JOIN word w ON w.number = p.rowid"
                                " WHERE part MATCH ?1 ORDER BY length (w.form), w.form LIMIT ?2",
                                error);
  if (statement == NULL)
    return NULL;
  wb_statement_bind_text (statement, 1, expression);
  wb_statement_bind_int (statement, 2, limit);
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *form = wb_statement_dup_text (statement, 0);

      g_strv_builder_add (forms, form);
    }

  return state == WB_STATEMENT_DONE ? g_strv_builder_end (forms) : NULL;
}

GArray *
wb_search_table_list_titles (WbConnection  *connection,
                             const char    *key,
                             GError       **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection, "SELECT item FROM title WHERE key = ?1 ORDER BY item", error);
  if (statement == NULL)
    return NULL;
  wb_statement_bind_text (statement, 1, key);
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      const gint64 number = wb_statement_get_int (statement, 0);

      g_array_append_val (numbers, number);
    }

  return state == WB_STATEMENT_DONE ? g_steal_pointer (&numbers) : NULL;
}

guint
wb_search_table_count_word (WbConnection *connection,
                            const char   *form)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection, "SELECT n_items FROM word WHERE form = ?1", NULL);
  if (statement == NULL)
    return 0;
  wb_statement_bind_text (statement, 1, form);

  return wb_statement_step (statement, NULL) == WB_STATEMENT_ROW ? wb_statement_get_int (statement, 0) : 0;
}

gboolean
wb_search_table_scan_words (WbConnection  *connection,
                            WbWordFunc     func,
                            gpointer       user_data,
                            GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection, "SELECT form, shown, n_items FROM word ORDER BY number",
                                error);
  if (statement == NULL)
    return FALSE;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *form = wb_statement_dup_text (statement, 0);
      g_autofree char *shown = wb_statement_dup_text (statement, 1);

      if (form != NULL && shown != NULL)
        func (form, shown, wb_statement_get_int (statement, 2), user_data);
    }

  return state == WB_STATEMENT_DONE;
}
