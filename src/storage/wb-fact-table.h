/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-item.h"

G_BEGIN_DECLS

/* Table "fact": the fact sheets. */

gboolean wb_fact_table_create (WbConnection  *connection,
                               GError       **error);
gboolean wb_fact_table_add    (WbConnection  *connection,
                               gint64         number,
                               WbItem        *item,
                               GError       **error);
/* Adds the facts of entry @number to @item. */
gboolean wb_fact_table_load   (WbConnection  *connection,
                               gint64         number,
                               WbItem        *item,
                               GError       **error);

G_END_DECLS
