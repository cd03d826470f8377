/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-tokenizer.h"

G_BEGIN_DECLS

/* An entry that holds a word of a family, see wb_search_table_match(). */
typedef struct
{
  gint64 number;
  guint level;
} WbFamilyHit;

/* Words that people use for the same thing. Counted. */
typedef struct
{
  GPtrArray *keys; /* char * */
  char *expression; /* (nullable) what finds one of the words, once that was asked for; as @hits */
  GArray *hits;    /* (nullable) WbFamilyHit: what one of the words found, once that was asked for; by the thread that searches only */
} WbWordFamily;

WbWordFamily *wb_word_family_ref   (WbWordFamily *self);
void          wb_word_family_unref (WbWordFamily *self);

/**
 * WbWordFamilies:
 *
 * All families of words, "Krippe" and "Kita", that the library's content names.
 */
typedef struct _WbWordFamilies WbWordFamilies;

/* (transfer full) */
WbWordFamilies  *wb_word_families_load        (WbConnection          *connection,
                                               WbTokenizer           *tokenizer,
                                               GError               **error);
void             wb_word_families_free        (WbWordFamilies        *self);
/* The family of a word, by its key or else by the stem of it. (transfer none) (nullable) */
WbWordFamily    *wb_word_families_find        (WbWordFamilies        *self,
                                               const char            *key,
                                               const char            *stem);
/* The family of the longest word of four letters or more that the compound @key begins with (@end FALSE) or ends with. (transfer none)
 * (nullable) */
WbWordFamily    *wb_word_families_find_inside (WbWordFamilies        *self,
                                               const char            *key,
                                               gboolean               end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbWordFamilies, wb_word_families_free)

G_END_DECLS
