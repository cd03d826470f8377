/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-municipality.h"
#include "wb-tokenizer.h"

G_BEGIN_DECLS

/*
 * Names of places folded for comparison: words in the form of keys, a space before each, "St." written out,
 * abbreviations with their point: "Bad Homburg v. d. Höhe" is " bad homburg v. d. hohe".
 */

/* (transfer full) */
char  *wb_register_names_fold    (WbTokenizer  *tokenizer,
                                  const char   *name);
/* What was typed, as words without points. (transfer full) */
char **wb_register_names_split   (WbTokenizer  *tokenizer,
                                  const char   *text);
/* Whether a word of @names begins with @word, or is an abbreviation of it. */
gboolean wb_register_names_match (const char   *names,
                                  const char   *word);
/* A word for a kind of county or association as its abbreviation, so that "Landkreis", "LK" and "Kreis" are the same; any other
 * word as it is. */
const char *wb_register_names_shorten_kind (const char *word);
/* TRUE for words like "Hansestadt" that towns bear in front of their names. */
gboolean wb_register_names_is_title (const char *word);
/* TRUE for words like "Landkreis" that need not stand in the name. */
gboolean wb_register_names_is_filler (const char *word);

G_END_DECLS
