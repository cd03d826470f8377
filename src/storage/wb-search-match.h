/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-library-index.h"
#include "wb-search-terms.h"

G_BEGIN_DECLS

/* The level of a term that stands in the title, the best place. */
#define WB_SEARCH_MATCH_TITLE 3

/* How an entry matches all the terms together. */
typedef struct
{
  guint position; /* in the index */
  gboolean exact_title;
  guint n_terms;   /* found at all */
  guint n_exact;   /* quoted ones among them */
  guint n_kin;     /* found by another word only */
  guint n_parts;   /* found as parts only */
  guint n_prefixes; /* found as beginnings only */
  guint level;     /* sum over the terms: title 3, keywords and summary 2, text 1 */
  double score;    /* sum of bm25 */
  double weight;   /* sum over the terms: how rare, and how well found */
} WbMatch;

/* Looks for all @terms. A match for every entry, in the order of the index. @found: for each term the number of
 * entries that hold it. (transfer full): array of WbMatch */
GArray *wb_search_match_all    (WbConnection    *connection,
                                WbLibraryIndex  *index,
                                GPtrArray       *terms,
                                guint           *found,
                                GError         **error);
/* Keeps the matches that count as hits. TRUE when the best of them hold all the terms. Of the words of a sentence not all need
 * be there: what weighs at least half as much as the best counts, too. @found: from wb_search_match_all(). */
gboolean wb_search_match_select (GArray         *matches,
                                 GPtrArray      *terms,
                                 const guint    *found);
/* Best first; equals stay in the order of the titles. */
void    wb_search_match_sort   (GArray          *matches,
                                GPtrArray       *terms,
                                WbLibraryIndex  *index);

G_END_DECLS
