/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-item-table.h"

#include "wb-fold.h"
#include "wb-statement.h"

#include <glib/gi18n-lib.h>

gboolean
wb_item_table_create (WbConnection  *connection,
                      GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE item ("
                            " number INTEGER PRIMARY KEY,"
                            " id TEXT NOT NULL UNIQUE,"
                            " kind TEXT NOT NULL,"
                            " title TEXT NOT NULL,"
                            " sort_key TEXT NOT NULL,"
                            " summary TEXT NOT NULL,"
                            " body TEXT NOT NULL,"
                            " payload TEXT,"
                            " as_of TEXT,"
                            " review_by TEXT,"
                            " licence TEXT"
                            ");"
                            "CREATE INDEX item_kind ON item (kind)",
                            error);
}

gboolean
wb_item_table_add (WbConnection  *connection,
                   gint64         number,
                   WbItem        *item,
                   GError       **error)
{
  /* ä sorts as a: the first German collation, as in dictionaries. */
  g_autofree char *sort_key = wb_fold_bare (wb_item_get_title (item));
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO item (number, id, kind, title, sort_key, summary,"
                                " body, payload, as_of, review_by, licence)"
                                " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  wb_statement_bind_text (statement, 2, wb_item_get_id (item));
  wb_statement_bind_text (statement, 3, wb_kind_to_string (wb_item_get_kind (item)));
  wb_statement_bind_text (statement, 4, wb_item_get_title (item));
  wb_statement_bind_text (statement, 5, sort_key);
  wb_statement_bind_text (statement, 6, wb_item_get_summary (item));
  wb_statement_bind_text (statement, 7, wb_item_get_body (item));
  wb_statement_bind_text (statement, 8, wb_item_get_payload (item));
  wb_statement_bind_text (statement, 9, wb_item_get_as_of (item));
  wb_statement_bind_text (statement, 10, wb_item_get_review_by (item));
  wb_statement_bind_text (statement, 11, wb_item_get_licence (item));

  return wb_statement_run (statement, error);
}

static WbItem *
read_item (WbStatement *statement,
           WbKind       kind)
{
  g_autofree char *id = wb_statement_dup_text (statement, 1);
  g_autofree char *title = wb_statement_dup_text (statement, 3);
  g_autofree char *summary = wb_statement_dup_text (statement, 4);
  g_autofree char *body = wb_statement_dup_text (statement, 5);
  g_autofree char *payload = wb_statement_dup_text (statement, 6);
  g_autofree char *as_of = wb_statement_dup_text (statement, 7);
  g_autofree char *review_by = wb_statement_dup_text (statement, 8);
  g_autofree char *licence = wb_statement_dup_text (statement, 9);
  WbItem *item = wb_item_new (kind, id, title);

  wb_item_set_summary (item, summary);
  wb_item_set_body (item, body);
  wb_item_set_payload (item, payload);
  wb_item_set_dates (item, as_of, review_by);
  wb_item_set_licence (item, licence);

  return item;
}

WbItem *
wb_item_table_get (WbConnection  *connection,
                   const char    *id,
                   gint64        *number,
                   GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  g_autofree char *kind_name = NULL;
  WbStatementState state;
  WbKind kind;

  statement = wb_statement_new (connection,
                                "SELECT number, id, kind, title, summary, body, payload, as_of,"
                                " review_by, licence FROM item WHERE id = ?1",
                                error);
  if (statement == NULL)
    return NULL;
  wb_statement_bind_text (statement, 1, id);
  state = wb_statement_step (statement, error);
  if (state == WB_STATEMENT_ERROR)
    return NULL;
  if (state == WB_STATEMENT_DONE)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
                   _("The library holds no entry with the name “%s”."), id);
      return NULL;
    }

  kind_name = wb_statement_dup_text (statement, 2);
  if (!wb_kind_from_string (kind_name, &kind))
    {
      wb_connection_set_error (connection, SQLITE_CORRUPT, error);
      return NULL;
    }
  *number = wb_statement_get_int (statement, 0);

  return read_item (statement, kind);
}

GPtrArray *
wb_item_table_list_kind (WbConnection  *connection,
                         WbKind         kind,
                         GError       **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT number, id, kind, title, summary, body, payload, as_of,"
                                " review_by, licence FROM item WHERE kind = ?1 ORDER BY number",
                                error);
  if (statement == NULL)
    return NULL;
  wb_statement_bind_text (statement, 1, wb_kind_to_string (kind));
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    g_ptr_array_add (items, read_item (statement, kind));

  return state == WB_STATEMENT_DONE ? g_steal_pointer (&items) : NULL;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

gboolean
wb_item_table_scan (WbConnection   *connection,
                    WbItemRowFunc   func,
                    gpointer        user_data,
                    GError        **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT number, kind, id, title, sort_key, summary, as_of,"
                                " review_by FROM item ORDER BY number",
                                error);
  if (statement == NULL)
    return FALSE;
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *kind_name = wb_statement_dup_text (statement, 1);
      g_autofree char *id = wb_statement_dup_text (statement, 2);
      g_autofree char *title = wb_statement_dup_text (statement, 3);
      g_autofree char *sort_key = wb_statement_dup_text (statement, 4);
      g_autofree char *summary = wb_statement_dup_text (statement, 5);
      g_autofree char *as_of = wb_statement_dup_text (statement, 6);
      g_autofree char *review_by = wb_statement_dup_text (statement, 7);
      WbKind kind;

      if (!wb_kind_from_string (kind_name, &kind))
        return wb_connection_set_error (connection, SQLITE_CORRUPT, error);
      func (wb_statement_get_int (statement, 0), kind, or_empty (id), or_empty (title),
            or_empty (sort_key), or_empty (summary), or_empty (as_of), or_empty (review_by),
            user_data);
    }

  return state == WB_STATEMENT_DONE;
}

gboolean
wb_item_table_read (WbConnection  *connection,
                    gint64         number,
                    WbItemRow     *row,
                    GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "SELECT id, title, summary, as_of, review_by FROM item WHERE number = ?1", error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  if (wb_statement_step (statement, error) != WB_STATEMENT_ROW)
    return FALSE;
  row->id = wb_statement_dup_text (statement, 0);
  row->title = wb_statement_dup_text (statement, 1);
  row->summary = wb_statement_dup_text (statement, 2);
  row->as_of = wb_statement_dup_text (statement, 3);
  row->review_by = wb_statement_dup_text (statement, 4);

  return TRUE;
}

gboolean
wb_item_table_find (WbConnection *connection,
                    const char   *id,
                    gint64       *number)
{
  g_autoptr (WbStatement) statement = wb_statement_new (connection, "SELECT number FROM item WHERE id = ?1", NULL);

  if (statement == NULL)
    return FALSE;
  wb_statement_bind_text (statement, 1, id);
  if (wb_statement_step (statement, NULL) != WB_STATEMENT_ROW)
    return FALSE;
  *number = wb_statement_get_int (statement, 0);

  return TRUE;
}
