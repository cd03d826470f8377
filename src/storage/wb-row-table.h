/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-connection.h"

G_BEGIN_DECLS

/* Table "row": the rows of the table fields, in order. */

gboolean wb_row_table_create (WbConnection  *connection,
                              GError       **error);
/* Puts the row behind the last one of its field. */
gboolean wb_row_table_add    (WbConnection  *connection,
                              const char    *field,
                              const char    *id,
                              GError       **error);
gboolean wb_row_table_remove (WbConnection  *connection,
                              const char    *field,
                              const char    *id,
                              GError       **error);
/* Gives the rows of @field the order of @ids (char *), which are all of them; nothing is written when they have it. */
gboolean wb_row_table_sort   (WbConnection  *connection,
                              const char    *field,
                              GPtrArray     *ids,
                              GError       **error);
gboolean wb_row_table_load   (WbConnection  *connection,
                              WbAnswers     *answers,
                              GError       **error);

G_END_DECLS
