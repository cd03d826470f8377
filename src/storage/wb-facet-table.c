/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-facet-table.h"

#include "wb-statement.h"

gboolean
wb_facet_table_create (WbConnection  *connection,
                       GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE facet ("
                            " position INTEGER PRIMARY KEY,"
                            " id TEXT NOT NULL UNIQUE,"
                            " label TEXT NOT NULL"
                            ");"
                            "CREATE TABLE facet_value ("
                            " facet INTEGER NOT NULL REFERENCES facet (position),"
                            " position INTEGER NOT NULL,"
                            " id TEXT NOT NULL,"
                            " label TEXT NOT NULL,"
                            " PRIMARY KEY (facet, position)"
                            ") WITHOUT ROWID",
                            error);
}

static gboolean
add_facet (WbConnection   *connection,
           guint           position,
           const WbFacet  *facet,
           GError        **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO facet (position, id, label) VALUES (?1, ?2, ?3)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, position);
  wb_statement_bind_text (statement, 2, facet->id);
  wb_statement_bind_text (statement, 3, facet->label);

  return wb_statement_run (statement, error);
}

static gboolean
add_values (WbConnection   *connection,
            guint           position,
            const WbFacet  *facet,
            GError        **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO facet_value (facet, position, id, label)"
                                " VALUES (?1, ?2, ?3, ?4)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, position);
  for (guint i = 0; i < facet->values->len; i++)
    {
      const WbTerm *term = g_ptr_array_index (facet->values, i);

      wb_statement_bind_int (statement, 2, i);
      wb_statement_bind_text (statement, 3, term->id);
      wb_statement_bind_text (statement, 4, term->label);
      if (!wb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
wb_facet_table_set (WbConnection  *connection,
                    WbVocabulary  *vocabulary,
                    GError       **error)
{
  GPtrArray *facets = wb_vocabulary_get_facets (vocabulary);

  if (!wb_connection_run (connection, "DELETE FROM facet_value; DELETE FROM facet", error))
    return FALSE;
  for (guint i = 0; i < facets->len; i++)
    {
      const WbFacet *facet = g_ptr_array_index (facets, i);

      if (!add_facet (connection, i, facet, error) || !add_values (connection, i, facet, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_facets (WbConnection  *connection,
             WbVocabulary  *vocabulary,
             GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection, "SELECT id, label FROM facet ORDER BY position", error);
  if (statement == NULL)
    return FALSE;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *id = wb_statement_dup_text (statement, 0);
      g_autofree char *label = wb_statement_dup_text (statement, 1);

      if (id != NULL && wb_vocabulary_get_facet (vocabulary, id) == NULL)
        wb_vocabulary_add_facet (vocabulary, id, label);
    }

  return state == WB_STATEMENT_DONE;
}

static gboolean
load_values (WbConnection  *connection,
             WbVocabulary  *vocabulary,
             GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT f.id, v.id, v.label FROM facet_value v"
                                " JOIN facet f ON f.position = v.facet"
                                " ORDER BY v.facet, v.position",
                                error);
  if (statement == NULL)
    return FALSE;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *facet = wb_statement_dup_text (statement, 0);
      g_autofree char *id = wb_statement_dup_text (statement, 1);
      g_autofree char *label = wb_statement_dup_text (statement, 2);

      if (facet != NULL && id != NULL)
        wb_vocabulary_add_value (vocabulary, facet, id, label);
    }

  return state == WB_STATEMENT_DONE;
}

WbVocabulary *
wb_facet_table_load (WbConnection  *connection,
                     GError       **error)
{
  g_autoptr (WbVocabulary) vocabulary = wb_vocabulary_new ();

  if (!load_facets (connection, vocabulary, error) || !load_values (connection, vocabulary, error))
    return NULL;

  return g_steal_pointer (&vocabulary);
}
