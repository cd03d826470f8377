/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-search-terms.h"

G_BEGIN_DECLS

/* Words of the library that are near to @key in spelling, nearest first, at most @limit. (transfer full): char * */
GPtrArray *wb_search_suggest_words (WbConnection  *connection,
                                    const char    *key,
                                    guint          limit,
                                    GError       **error);
/* How many letters must be put in, left out, changed or swapped to make @b of @a; @max + 1 when more than @max. Counts
 * bytes, since keys are nearly always ASCII. */
guint      wb_search_suggest_distance (const char *a,
                                       const char *b,
                                       guint       max);

G_END_DECLS
