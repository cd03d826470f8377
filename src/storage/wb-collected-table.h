/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-user-store.h"

G_BEGIN_DECLS

/* Table "collected": the entries of the collections, in order, with the user's remarks. */

gboolean   wb_collected_table_create (WbConnection  *connection,
                                      GError       **error);
/* Replaces all entries of a collection by @entries (WbCollected, an item twice counts once); NULL: by none. */
gboolean   wb_collected_table_set    (WbConnection  *connection,
                                      gint64         collection,
                                      GPtrArray     *entries,
                                      GError       **error);
/* WbCollected, in order. (transfer full) */
GPtrArray *wb_collected_table_list   (WbConnection  *connection,
                                      gint64         collection,
                                      GError       **error);

G_END_DECLS
