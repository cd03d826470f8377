/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-document.h"
#include "wb-library.h"
#include "wb-user-store.h"

G_BEGIN_DECLS

/*
 * Documents about several entries of the library.
 */

/* The entries of a collection (@collected: WbCollected) as one document, or as slides when @deck. Entries that the library does not
 * hold are left out; WB_ERROR_NOT_FOUND when none is left. @town is nullable. (transfer full) */
WbDocument *wb_collection_shelf_build   (WbLibrary          *library,
                                         const char         *title,
                                         GPtrArray          *collected,
                                         gboolean            deck,
                                         WbMunicipality     *town,
                                         GError            **error);
/* Entries side by side: at most WB_COMPARE_MAX of @ids. @town is nullable. (transfer full) */
WbDocument *wb_collection_shelf_compare (WbLibrary          *library,
                                         const char *const  *ids,
                                         WbMunicipality     *town,
                                         GError            **error);

G_END_DECLS
