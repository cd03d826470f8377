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
  guint32 position; /* in the index */
  guint8 exact_title;
  guint8 n_terms;   /* found at all */
  guint8 n_exact;   /* quoted ones among them */
  guint8 n_kin;     /* found by another word only */
  guint8 n_parts;   /* found as parts only */
  guint8 n_prefixes; /* found as beginnings only */
  guint8 level;     /* sum over the terms: title 3, keywords and summary 2, text 1 */
  float score;      /* sum of bm25 */
  float weight;     /* sum over the terms: how rare, and how well found */
} WbMatch;

/* Looks for all @terms. A match for every entry, in the order of the index. @found: for each term the number of
 * entries that hold it, or another word for it. (transfer full): array of WbMatch */
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
/* What nobody wrote together in these words is taken for a sentence, too: its hits are in the order of their weight. */
gboolean wb_search_match_is_sentence (GArray         *matches,
                                      GPtrArray      *terms);
/* Best first, equals in the order of the titles. (transfer full): positions in the index (guint32) */
GArray *wb_search_match_sort   (GArray          *matches,
                                gboolean         sentence,
                                WbLibraryIndex  *index);

G_END_DECLS
