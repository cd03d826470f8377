/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"

G_BEGIN_DECLS

/* Table "meta" (key, value): single facts about the file. In libraries, projects and user.db. */

gboolean wb_meta_table_create  (WbConnection  *connection,
                                GError       **error);
/* NULL or "" removes the key. */
gboolean wb_meta_table_set     (WbConnection  *connection,
                                const char    *key,
                                const char    *value,
                                GError       **error);
/* All keys with their values. (transfer full) */
GHashTable *wb_meta_table_load (WbConnection  *connection,
                                GError       **error);

G_END_DECLS
