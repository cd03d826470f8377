/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-slide.h"

G_BEGIN_DECLS

/* Table "slide": what the user changed in the decks of a project, in the order of each deck. NULL: the template's. */

gboolean wb_slide_table_create  (WbConnection  *connection,
                                 GError       **error);
/* Puts @slides (WbSlide) in the place of what is there for @deck. */
gboolean wb_slide_table_replace (WbConnection  *connection,
                                 const char    *deck,
                                 GPtrArray     *slides,
                                 GError       **error);
/* deck → GPtrArray of WbSlide. A file without the table has none. (transfer full) */
GHashTable *wb_slide_table_load (WbConnection  *connection,
                                 GError       **error);

G_END_DECLS
