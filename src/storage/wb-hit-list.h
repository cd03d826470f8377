/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-library-index.h"
#include "wb-search.h"

G_BEGIN_DECLS

/**
 * WbHitList:
 *
 * The hits of a search as a list of WbHit, each made when it is first asked for: a library may hold a hundred thousand entries,
 * and a window shows ten of them. Where the terms stand is found at that moment, too. For one thread at a time.
 */
#define WB_TYPE_HIT_LIST (wb_hit_list_get_type ())
G_DECLARE_FINAL_TYPE (WbHitList, wb_hit_list, WB, HIT_LIST, GObject)

/* @index keeps the entries; takes @terms (WbSearchTerm), the words to mark. (transfer full) */
WbHitList *wb_hit_list_new    (WbLibraryIndex *index,
                               GPtrArray      *terms);
/* @entry belongs to the index; takes @text: (nullable) the plain text to cut a passage from; without one the summary is shown. */
void       wb_hit_list_append (WbHitList      *self,
                               const WbEntry  *entry,
                               char           *text);

G_END_DECLS
