/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-library-index.h"
#include "wb-search.h"
#include "wb-tokenizer.h"

G_BEGIN_DECLS

/**
 * WbSearcher:
 *
 * The search itself, on a connection of its own. One search at a time.
 *
 * Every term is looked for as a word, as the beginning of a word (the last one), as a part of a compound, and by the words
 * that people use for the same (wb-search-kin.h); a term that no entry holds is mended (wb-search-mend.h). Entries that
 * hold all terms come; if there are none, those that hold at least half of them. Order: exactly this title; more terms;
 * words before beginnings before parts before other words; title before keywords and summary before text; then bm25. Of a
 * sentence not all words need be there, and rare words weigh more than common ones.
 */
typedef struct _WbSearcher WbSearcher;

/* (transfer full) */
WbSearcher *wb_searcher_new       (const char      *path,
                                   WbLibraryIndex  *index,
                                   GError         **error);
void        wb_searcher_free      (WbSearcher      *self);
/* (transfer full) */
WbResult   *wb_searcher_run       (WbSearcher      *self,
                                   const WbQuery   *query,
                                   GCancellable    *cancellable,
                                   GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbSearcher, wb_searcher_free)

G_END_DECLS
