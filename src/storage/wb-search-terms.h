/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-tokenizer.h"

G_BEGIN_DECLS

/* One thing that is looked for: a word, words joined by hyphens, or a "quoted phrase". */
typedef struct
{
  gboolean exact;  /* quoted: these words in this order and form */
  gboolean prefix; /* the last word, still being typed */
  gboolean loose;  /* one of the words of a sentence: a hit may lack it */
  /* Place in the query: bytes, end exclusive, without the quotes. */
  gsize start;
  gsize end;

  /* Owned */
  GPtrArray *keys; /* char *: the keys of the words */
  char *joined;    /* the key of all words written as one */
  char *stem;      /* the stem of @joined */
  char *part;      /* (nullable) what a compound must hold; NULL when too short to tell anything */
} WbSearchTerm;

/* Takes any text for a query: at most 24 terms (WbSearchTerm), without repetitions. Little words ("wie", "der")
 * count only when there are no others. Valid UTF-8 only. (transfer full) */
GPtrArray *wb_search_terms_parse        (WbTokenizer         *tokenizer,
                                         const char          *text);
/* TRUE when @text holds nothing but spaces and punctuation, so that nothing is asked yet. */
gboolean   wb_search_terms_is_blank     (const char          *text);

/* FTS5 expressions, made of quoted keys only. (transfer full) */
char      *wb_search_term_match_words   (const WbSearchTerm  *self);
/* For a term still being typed. (nullable) */
char      *wb_search_term_match_prefix  (const WbSearchTerm  *self);
/* @forms: the word forms that hold @part. (nullable) when there is nothing to match. */
char      *wb_search_term_match_parts   (const WbSearchTerm  *self,
                                         char               **forms);
/* Where the part stands in @key, or NULL. Three letters count at the end of a word only. */
const char *wb_search_term_find_part    (const WbSearchTerm  *self,
                                         const char          *key);

G_END_DECLS
