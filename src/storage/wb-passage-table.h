/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-user-store.h"

G_BEGIN_DECLS

/* Table "passage": what the user highlighted in an entry's text. */

gboolean   wb_passage_table_create   (WbConnection     *connection,
                                      GError          **error);
/* @number gets the new row's. */
gboolean   wb_passage_table_add      (WbConnection     *connection,
                                      const char       *item,
                                      const WbPassage  *passage,
                                      gint64           *number,
                                      GError          **error);
gboolean   wb_passage_table_set_note (WbConnection     *connection,
                                      gint64            number,
                                      const char       *note,
                                      GError          **error);
gboolean   wb_passage_table_remove   (WbConnection     *connection,
                                      gint64            number,
                                      GError          **error);
/* WbPassage, the oldest first. (transfer full) */
GPtrArray *wb_passage_table_list     (WbConnection     *connection,
                                      const char       *item,
                                      GError          **error);

G_END_DECLS
