/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-link-table.h"

#include "wb-statement.h"

gboolean
wb_link_table_create (WbConnection  *connection,
                      GError       **error)
{
  return wb_connection_run (connection,
                            "CREATE TABLE link ("
                            " item INTEGER NOT NULL REFERENCES item (number),"
                            " position INTEGER NOT NULL,"
                            " rel TEXT NOT NULL,"
                            " target TEXT NOT NULL,"
                            " PRIMARY KEY (item, position)"
                            ") WITHOUT ROWID;"
                            "CREATE INDEX link_target ON link (target)",
                            error);
}

gboolean
wb_link_table_add (WbConnection  *connection,
                   gint64         number,
                   WbItem        *item,
                   GError       **error)
{
  GPtrArray *links = wb_item_get_links (item);
  g_autoptr (WbStatement) statement = NULL;

  statement = wb_statement_new (connection,
                                "INSERT INTO link (item, position, rel, target)"
                                " VALUES (?1, ?2, ?3, ?4)",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  for (guint i = 0; i < links->len; i++)
    {
      const WbLink *link = g_ptr_array_index (links, i);

      wb_statement_bind_int (statement, 2, i);
      wb_statement_bind_text (statement, 3, link->rel);
      wb_statement_bind_text (statement, 4, link->target);
      if (!wb_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
wb_link_table_load (WbConnection  *connection,
                    gint64         number,
                    WbItem        *item,
                    GError       **error)
{
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT l.rel, l.target, i.title, i.kind FROM link l"
                                " LEFT JOIN item i ON i.id = l.target"
                                " WHERE l.item = ?1 AND l.rel <> ?2 ORDER BY l.position",
                                error);
  if (statement == NULL)
    return FALSE;
  wb_statement_bind_int (statement, 1, number);
  wb_statement_bind_text (statement, 2, WB_LINK_MENTIONS);
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      g_autofree char *rel = wb_statement_dup_text (statement, 0);
      g_autofree char *target = wb_statement_dup_text (statement, 1);
      g_autofree char *title = wb_statement_dup_text (statement, 2);
      g_autofree char *kind_name = wb_statement_dup_text (statement, 3);
      WbKind kind = WB_KIND_USE_CASE;

      if (rel == NULL || target == NULL)
        continue;
      wb_kind_from_string (kind_name, &kind);
      wb_item_add_link (item, rel, target, title, kind);
    }

  return state == WB_STATEMENT_DONE;
}

GArray *
wb_link_table_list_backlinks (WbConnection  *connection,
                              const char    *target,
                              const char    *rel,
                              GError       **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (WbStatement) statement = NULL;
  WbStatementState state;

  statement = wb_statement_new (connection,
                                "SELECT DISTINCT item FROM link WHERE target = ?1"
                                " AND (?2 IS NULL OR rel = ?2) ORDER BY item",
                                error);
  if (statement == NULL)
    return NULL;
  wb_statement_bind_text (statement, 1, target);
  wb_statement_bind_text (statement, 2, rel);
  while ((state = wb_statement_step (statement, error)) == WB_STATEMENT_ROW)
    {
      gint64 number = wb_statement_get_int (statement, 0);

      g_array_append_val (numbers, number);
    }

  return state == WB_STATEMENT_DONE ? g_steal_pointer (&numbers) : NULL;
}
