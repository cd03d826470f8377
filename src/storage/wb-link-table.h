/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-item.h"

G_BEGIN_DECLS

/* Table "link": from entry to entry. */

gboolean  wb_link_table_create         (WbConnection  *connection,
                                        GError       **error);
gboolean  wb_link_table_add            (WbConnection  *connection,
                                        gint64         number,
                                        WbItem        *item,
                                        GError       **error);
/* Adds the declared links of entry @number to @item, with title and kind of the other entry. */
gboolean  wb_link_table_load           (WbConnection  *connection,
                                        gint64         number,
                                        WbItem        *item,
                                        GError       **error);
/* Numbers (gint64) of the entries that link to @target, by a tie @rel (nullable: any), each once. (transfer full) */
GArray   *wb_link_table_list_backlinks (WbConnection  *connection,
                                        const char    *target,
                                        const char    *rel,
                                        GError       **error);

G_END_DECLS
