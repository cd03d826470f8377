/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"

G_BEGIN_DECLS

/* Table "note": the user's own text on an entry of the library. */

gboolean wb_note_table_create (WbConnection  *connection,
                               GError       **error);
/* @text "" takes the note away. */
gboolean wb_note_table_set    (WbConnection  *connection,
                               const char    *item,
                               const char    *text,
                               GError       **error);
/* "" where there is none; NULL on an error. (transfer full) */
char    *wb_note_table_get    (WbConnection  *connection,
                               const char    *item,
                               GError       **error);

G_END_DECLS
