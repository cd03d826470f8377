/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"

G_BEGIN_DECLS

/* What a project is known by, wherever its file goes and whatever it is called: a UUID in table "meta". Files that were copied
 * from one another have the same. */

/* A new one. (transfer full) */
char    *wb_project_id_make   (void);
/* Gives the file one when it has none. */
gboolean wb_project_id_ensure (WbConnection  *connection,
                               GError       **error);
/* NULL, without an error, when the file has none that is one. (transfer full) (nullable) */
char    *wb_project_id_read   (WbConnection  *connection,
                               GError       **error);

G_END_DECLS
