/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-user-store.h"

G_BEGIN_DECLS

/**
 * WbCollectionsBox:
 *
 * The user's collections, a button each, and one for a new one. Uses the actions "library.open-collection" (number) and
 * "library.new-collection".
 */
#define WB_TYPE_COLLECTIONS_BOX (wb_collections_box_get_type ())
G_DECLARE_FINAL_TYPE (WbCollectionsBox, wb_collections_box, WB, COLLECTIONS_BOX, AdwBin)

/* To be set once; what is shown follows the store. */
void wb_collections_box_set_store (WbCollectionsBox *self,
                                   WbUserStore      *store);

G_END_DECLS
