/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-library-index.h"

G_BEGIN_DECLS

#define WB_TYPE_HIT_LIST (wb_hit_list_get_type ())

/**
 * WbHitList:
 *
 * The hits of a search as a list of WbHit, each read and made when it is asked for: a library may hold a hundred thousand entries,
 * and a window shows ten of them. Where the terms stand is found at that moment, too. Hits that were not asked for lately are
 * forgotten and made anew. For one thread at a time.
 */
G_DECLARE_FINAL_TYPE (WbHitList, wb_hit_list, WB, HIT_LIST, GObject)

/* @index reads the entries; takes @positions (guint32) of the hits in it, best first, and @terms (WbSearchTerm), the words to mark.
 * (transfer full) */
WbHitList *wb_hit_list_new      (WbLibraryIndex *index,
                                 GArray         *positions,
                                 GPtrArray      *terms);
/* The plain text of the next of the first hits, to cut a passage from; takes @text. Hits without a text show their summary. */
void       wb_hit_list_add_text (WbHitList      *self,
                                 char           *text);
/* The number of hits that are being kept. */
guint      wb_hit_list_get_n_made (WbHitList    *self);

G_END_DECLS
