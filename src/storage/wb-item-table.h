/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-item.h"

G_BEGIN_DECLS

/* Table "item": one row an entry. @number is its place in the order of writing, from 1 on. */

gboolean wb_item_table_create (WbConnection  *connection,
                               GError       **error);
gboolean wb_item_table_add    (WbConnection  *connection,
                               gint64         number,
                               WbItem        *item,
                               GError       **error);
/* The entry with its text, without what other tables hold; WB_ERROR_NOT_FOUND when there is none. (transfer full) */
WbItem  *wb_item_table_get    (WbConnection  *connection,
                               const char    *id,
                               gint64        *number,
                               GError       **error);

/* Sees one entry without its text. All strings are lent for the time of the call, none is NULL. */
/* All entries of a kind with all but their links, facts, facets and sources: array of WbItem. (transfer full) */
GPtrArray *wb_item_table_list_kind (WbConnection  *connection,
                                    WbKind         kind,
                                    GError       **error);
typedef void (*WbItemRowFunc) (gint64      number,
                               WbKind      kind,
                               const char *id,
                               const char *title,
                               const char *sort_key,
                               const char *summary,
                               const char *as_of,
                               const char *review_by,
                               gpointer    user_data);
/* What a list shows of an entry: owned by whom it is read for; each may be NULL. */
typedef struct
{
  char *id;
  char *title;
  char *summary;
  char *as_of;
  char *review_by;
} WbItemRow;
/* FALSE when there is no entry @number, also without an error. */
gboolean wb_item_table_read   (WbConnection  *connection,
                               gint64         number,
                               WbItemRow     *row,
                               GError       **error);
/* FALSE when there is no entry @id, or that cannot be told. */
gboolean wb_item_table_find   (WbConnection  *connection,
                               const char    *id,
                               gint64        *number);
gboolean wb_item_table_scan   (WbConnection  *connection,
                               WbItemRowFunc  func,
                               gpointer       user_data,
                               GError       **error);

G_END_DECLS
