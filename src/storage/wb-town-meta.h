/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-municipality.h"

G_BEGIN_DECLS

/* A municipality kept in table "meta", whole, so that it is there without the register. */

/* NULL removes it. */
gboolean        wb_town_meta_set  (WbConnection    *connection,
                                   WbMunicipality  *town,
                                   GError         **error);
/* @values: from wb_meta_table_load(). (transfer full) (nullable) */
WbMunicipality *wb_town_meta_read (GHashTable      *values);

G_END_DECLS
