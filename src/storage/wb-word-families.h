/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-tokenizer.h"

G_BEGIN_DECLS

/**
 * WbWordFamilies:
 *
 * Words that people use for the same thing, "Krippe" and "Kita", as the library's content names them. Immutable once loaded.
 */
typedef struct _WbWordFamilies WbWordFamilies;

/* (transfer full) */
WbWordFamilies  *wb_word_families_load        (WbConnection          *connection,
                                               WbTokenizer           *tokenizer,
                                               GError               **error);
void             wb_word_families_free        (WbWordFamilies        *self);
/* The family of a word, by its key or else by the stem of it: char *, the keys of all its words. (transfer none) (nullable) */
const GPtrArray *wb_word_families_find        (WbWordFamilies        *self,
                                               const char            *key,
                                               const char            *stem);
/* The family of the longest word of four letters or more that the compound @key begins with (@end FALSE) or ends with. (transfer none)
 * (nullable) */
const GPtrArray *wb_word_families_find_inside (WbWordFamilies        *self,
                                               const char            *key,
                                               gboolean               end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbWordFamilies, wb_word_families_free)

G_END_DECLS
