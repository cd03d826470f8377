/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-user-store.h"

G_BEGIN_DECLS

/* Table "project": the project files that were open before. */

gboolean   wb_recent_table_create (WbConnection           *connection,
                                   GError                **error);
gboolean   wb_recent_table_set    (WbConnection           *connection,
                                   const WbRecentProject  *project,
                                   GError                **error);
gboolean   wb_recent_table_remove (WbConnection           *connection,
                                   const char             *path,
                                   GError                **error);
/* WbRecentProject, last opened first. (transfer full) */
GPtrArray *wb_recent_table_list   (WbConnection           *connection,
                                   GError                **error);

G_END_DECLS
