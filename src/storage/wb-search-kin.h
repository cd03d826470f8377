/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-search-terms.h"
#include "wb-word-families.h"

G_BEGIN_DECLS

/*
 * What else may be meant by the words of a query: the words of the same family ("Krippe": Kita); what a noun, a verb or a
 * participle is made of ("Messung": mess-, "eingescannt": einscan-, "exportieren": export-); a verb that stands in two
 * pieces ("wer stellt … aus": ausstell-).
 */

/* Adds kin to all @terms but exact ones. */
void wb_search_kin_add_all (GPtrArray      *terms,
                            WbWordFamilies *families);
/* Adds kin to one term. */
void wb_search_kin_add     (WbSearchTerm   *term,
                            WbWordFamilies *families);
/* What the word @key is made of, without the endings (and the "ge") that make other words of it; NULL when that is
 * @key itself or too short to tell anything. (transfer full) (nullable) */
char *wb_search_kin_find_root (const char  *key);

G_END_DECLS
