/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"

G_BEGIN_DECLS

/* Table "family": words that stand for each other, as keys (wb_tokenizer_make_key()) and as they are written, each in one family. */

gboolean wb_family_table_create (WbConnection  *connection,
                                 GError       **error);
gboolean wb_family_table_add    (WbConnection  *connection,
                                 guint          family,
                                 const char    *key,
                                 const char    *shown,
                                 GError       **error);
/* Sees a word; those of a family come together. */
typedef void (*WbFamilyFunc)    (guint          family,
                                 const char    *key,
                                 const char    *shown,
                                 gpointer       user_data);
gboolean wb_family_table_scan   (WbConnection  *connection,
                                 WbFamilyFunc   func,
                                 gpointer       user_data,
                                 GError       **error);

G_END_DECLS
