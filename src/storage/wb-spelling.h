/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"

G_BEGIN_DECLS

/**
 * WbSpelling:
 *
 * The words of a library and of its families, held in memory to find those that are near to a misspelt one. Loading reads every word once
 * (some hundredths of a second for 100,000), so it is done at the first misspelling, in the thread that searches; after that a
 * word is compared with those only that have nearly its length and nearly its letters.
 *
 * Near is: up to 7 letters one letter put in, left out, changed or swapped with its neighbour (Damerau-Levenshtein), from 8
 * letters on two; two from 6 letters on in words that sound the same ("Fuerwehr"). Among equally near words those that sound alike (wb-phonetic.h) come first, then those that begin alike,
 * then those that more entries hold.
 */
typedef struct _WbSpelling WbSpelling;

/* (transfer full) */
WbSpelling *wb_spelling_load    (WbConnection  *connection,
                                 GError       **error);
void        wb_spelling_free    (WbSpelling    *self);
/* The key of the word that is most likely meant by @key, or NULL when none is near. @typing: @key is only the beginning of a
 * word, so a word that goes on is near, too. @careful: only a word that sounds the same, has the same letters, or is long and has one letter more or less, so that no proper word is taken for another one ("abschaffen" for
 * "anschaffen"). @shown: (out) (transfer none) how that word is usually written. (transfer none) */
const char *wb_spelling_correct (WbSpelling    *self,
                                 const char    *key,
                                 gboolean       typing,
                                 gboolean       careful,
                                 const char   **shown);
/* Words to offer for @key, nearest first, at most @limit, as they are usually written; here one letter more may differ, and
 * the beginning of a compound counts, too. (transfer full): char * */
GPtrArray  *wb_spelling_suggest (WbSpelling    *self,
                                 const char    *key,
                                 guint          limit);
/* How the word @key is usually written, or NULL when the library does not have it. (transfer none) */
const char *wb_spelling_lookup  (WbSpelling    *self,
                                 const char    *key);
/* How many letters must be put in, left out, changed or swapped to make @b of @a; @max + 1 when more than @max. With @beginning:
 * to make some beginning of @b. Counts bytes, since keys are nearly always ASCII. */
guint       wb_spelling_measure (const char    *a,
                                 const char    *b,
                                 guint          max,
                                 gboolean       beginning);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbSpelling, wb_spelling_free)

G_END_DECLS
