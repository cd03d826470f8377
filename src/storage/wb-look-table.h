/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-look.h"

G_BEGIN_DECLS

/* Table "look" of library.db: the looks of letterheads, in their order. */

gboolean   wb_look_table_create (WbConnection  *connection,
                                 GError       **error);
gboolean   wb_look_table_add    (WbConnection  *connection,
                                 guint          position,
                                 const WbLook  *look,
                                 GError       **error);
/* Array of WbLook. (transfer full) */
GPtrArray *wb_look_table_list   (WbConnection  *connection,
                                 GError       **error);

G_END_DECLS
