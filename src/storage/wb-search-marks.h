/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-search-terms.h"
#include "wb-search.h"

G_BEGIN_DECLS

/* Where the terms (WbSearchTerm) stand in @text: WbMark, in order, not overlapping. (transfer full) */
GArray *wb_search_marks_find    (WbTokenizer  *tokenizer,
                                 GPtrArray    *terms,
                                 const char   *text);
/* The passage of @text (paragraphs on lines of their own) or @summary that shows most of the terms, with its
 * marks. (transfer full) */
char   *wb_search_marks_excerpt (WbTokenizer  *tokenizer,
                                 GPtrArray    *terms,
                                 const char   *summary,
                                 const char   *text,
                                 GArray      **marks);

G_END_DECLS
