/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-item.h"

G_BEGIN_DECLS

/* Table "source": where the statements of an entry come from. */

gboolean wb_source_table_create (WbConnection  *connection,
                                 GError       **error);
gboolean wb_source_table_add    (WbConnection  *connection,
                                 gint64         number,
                                 WbItem        *item,
                                 GError       **error);
/* Adds the sources of entry @number to @item. */
gboolean wb_source_table_load   (WbConnection  *connection,
                                 gint64         number,
                                 WbItem        *item,
                                 GError       **error);

G_END_DECLS
