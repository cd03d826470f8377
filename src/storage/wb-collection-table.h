/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-user-store.h"

G_BEGIN_DECLS

/* Table "collection": what the user puts together for an occasion, such as "for the council meeting". */

gboolean   wb_collection_table_create (WbConnection  *connection,
                                       GError       **error);
/* @number gets the new row's. */
gboolean   wb_collection_table_add    (WbConnection  *connection,
                                       const char    *title,
                                       gint64        *number,
                                       GError       **error);
gboolean   wb_collection_table_rename (WbConnection  *connection,
                                       gint64         number,
                                       const char    *title,
                                       GError       **error);
gboolean   wb_collection_table_remove (WbConnection  *connection,
                                       gint64         number,
                                       GError       **error);
/* WbCollection, the oldest first. (transfer full) */
GPtrArray *wb_collection_table_list   (WbConnection  *connection,
                                       GError       **error);

G_END_DECLS
