/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-item.h"

G_BEGIN_DECLS

/* Table "item_value": the facet values of the entries. */

gboolean wb_value_table_create (WbConnection  *connection,
                                GError       **error);
gboolean wb_value_table_add    (WbConnection  *connection,
                                gint64         number,
                                WbItem        *item,
                                GError       **error);

/* Sees one value; the strings are lent for the time of the call. */
typedef void (*WbValueRowFunc) (gint64      number,
                                const char *facet,
                                const char *value,
                                gpointer    user_data);
/* By entry, in the order of the entry. */
gboolean wb_value_table_scan   (WbConnection   *connection,
                                WbValueRowFunc  func,
                                gpointer        user_data,
                                GError        **error);

G_END_DECLS
