/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-letterhead.h"

G_BEGIN_DECLS

/* Table "letterhead" of user.db: the user's letterhead, in one row or none. */

gboolean      wb_letterhead_table_create (WbConnection        *connection,
                                          GError             **error);
/* @letterhead: (nullable) NULL takes it away. */
gboolean      wb_letterhead_table_set    (WbConnection        *connection,
                                          const WbLetterhead  *letterhead,
                                          GError             **error);
/* Whatever stands in the file keeps to the limits of WbLetterhead; a picture that is too large counts as none. Empty where there is no
 * row. (transfer full) */
WbLetterhead *wb_letterhead_table_get    (WbConnection        *connection,
                                          GError             **error);

G_END_DECLS
