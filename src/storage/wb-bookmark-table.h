/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"

G_BEGIN_DECLS

/* Table "bookmark": marked entries of the library. */

gboolean wb_bookmark_table_create (WbConnection  *connection,
                                   GError       **error);
gboolean wb_bookmark_table_set    (WbConnection  *connection,
                                   const char    *item,
                                   gboolean       bookmarked,
                                   GError       **error);
/* Newest first. (transfer full) */
char   **wb_bookmark_table_list   (WbConnection  *connection,
                                   GError       **error);

G_END_DECLS
