/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-item.h"

G_BEGIN_DECLS

/* Table "origin" of packs.db: which entries came with which content pack. The bundled library has none. */

gboolean wb_origin_table_create (WbConnection  *connection,
                                 GError       **error);
/* TRUE when the library has the table, and so was made with packs. */
gboolean wb_origin_table_exists (WbConnection  *connection,
                                 gboolean      *exists,
                                 GError       **error);
/* Writes the pack of @item, if it came with one. */
gboolean wb_origin_table_add    (WbConnection  *connection,
                                 gint64         number,
                                 WbItem        *item,
                                 GError       **error);
/* Reads it; an item without one stays as it is. */
gboolean wb_origin_table_load   (WbConnection  *connection,
                                 gint64         number,
                                 WbItem        *item,
                                 GError       **error);

G_END_DECLS
