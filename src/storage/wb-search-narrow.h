/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-search-match.h"
#include "wb-search-private.h"

G_BEGIN_DECLS

/*
 * Narrows what the text of a query found down to its choices, and counts on the way: an entry that misses the choices of one facet
 * only would be there if another value of that facet were chosen. By numbers only, so that a hundred thousand entries take no
 * longer than the eye.
 */

/* Takes away the matches (WbMatch) that do not meet the choices. @result: (nullable) gets the counts. */
void    wb_search_narrow (WbLibraryIndex  *index,
                          const WbQuery   *query,
                          GArray          *matches,
                          WbResult        *result);
/* For WB_SORT_FIT: sorts positions (guint32) by the weights of the query, equals as they are. */
void    wb_search_narrow_sort_by_weight (WbLibraryIndex  *index,
                                         const WbQuery   *query,
                                         GArray          *positions);

G_END_DECLS
