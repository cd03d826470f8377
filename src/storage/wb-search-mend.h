/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-search-terms.h"
#include "wb-spelling.h"

G_BEGIN_DECLS

/*
 * What can be done about a term that no entry holds: a compound that nobody wrote is taken apart ("Hallenbelegung": Halle,
 * Belegung); a misspelt word gets the place of the one it is near to ("Schnitstelle": Schnittstelle); of a compound in a
 * sentence at least the end, or else the beginning, says what it is about.
 */

/* TRUE when @term was changed, so that looking again may find something. */
gboolean wb_search_mend_term (WbSearchTerm *term,
                              WbSpelling   *spelling,
                              WbTokenizer  *tokenizer);

G_END_DECLS
