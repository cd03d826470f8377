/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-tokenizer.h"
#include "wb-word-families.h"

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
  char *behind;    /* (nullable) the little word that comes behind it at the end of the query */
  char *first;     /* (nullable) the two words that a compound nobody wrote is taken apart into; */
  char *last;      /* (nullable) without @first the end of it only */
  char *shown;     /* (nullable) what is looked for in the place of the word as it was typed, as it is usually written */
  WbWordFamily *family;    /* (nullable) other words for the same thing */
  GPtrArray *part_families; /* WbWordFamily: other words for a part of it */
  GPtrArray *roots;         /* char *: beginnings of words that are made of the same */
} WbSearchTerm;

/* Takes any text for a query: at most 24 terms (WbSearchTerm), without repetitions. Little words ("wie", "der")
 * count only when there are no others. Valid UTF-8 only. (transfer full) */
GPtrArray *wb_search_terms_parse        (WbTokenizer         *tokenizer,
                                         const char          *text);
/* Puts the word @key (@shown as it is usually written) in the place of what was typed, and drops the kin. */
void       wb_search_term_correct       (WbSearchTerm        *self,
                                         WbTokenizer         *tokenizer,
                                         const char          *key,
                                         const char          *shown);
/* TRUE for the key of a word of questions that tells nothing about what is looked for. */
gboolean   wb_search_terms_is_little    (const char          *key);
/* TRUE when @text holds nothing but spaces and punctuation, so that nothing is asked yet. */
gboolean   wb_search_terms_is_blank     (const char          *text);

/* FTS5 expressions, made of quoted keys only. (transfer full) */
char      *wb_search_term_match_words   (const WbSearchTerm  *self);
/* For a term still being typed. (nullable) */
char      *wb_search_term_match_prefix  (const WbSearchTerm  *self);
/* @forms: the word forms that hold @part. (nullable) when there is nothing to match. */
char      *wb_search_term_match_parts   (const WbSearchTerm  *self,
                                         char               **forms);
/* Words that begin with one of the roots. (transfer full) (nullable) */
char      *wb_search_term_match_roots   (const WbSearchTerm  *self);
/* The words of a compound: both, or one of them. (transfer full) (nullable) */
char      *wb_search_term_match_halves  (const WbSearchTerm  *self,
                                         gboolean             both);
/* Where the part stands in @key, or NULL. Three letters count at the end of a word only. */
const char *wb_search_term_find_part    (const WbSearchTerm  *self,
                                         const char          *key);

G_END_DECLS
