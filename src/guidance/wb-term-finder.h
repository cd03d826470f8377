/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a term stands in a text: byte offsets, end exclusive. */
typedef struct
{
  guint start;
  guint end;
  const char *id; /* borrowed from the finder */
} WbTermSpan;

/**
 * WbTermFinder:
 *
 * Finds the terms of a glossary in running text. Terms are whole words ("API", not "APIs" unless that is a spelling of its own, nor
 * the "API" of "API-Schlüssel"); the longest one wins; case does not matter, except for spellings in capitals only ("TOM").
 * Any run of blanks counts as one. The time it takes grows with the text, not with the number of terms.
 */
typedef struct _WbTermFinder WbTermFinder;

/* (transfer full) */
WbTermFinder *wb_term_finder_new  (void);
void          wb_term_finder_free (WbTermFinder *self);
/* Adds a spelling of the term @id. Of two terms with the same spelling the first one added is found. */
void          wb_term_finder_add  (WbTermFinder *self,
                                   const char   *id,
                                   const char   *spelling);
/* The terms in @text (valid UTF-8), in order, not overlapping. @seen: (nullable) a set of ids that are passed over; those found
 * are added to it (borrowed strings), so that a term is found once. Array of WbTermSpan. (transfer full) */
GArray       *wb_term_finder_find (WbTermFinder *self,
                                   const char   *text,
                                   GHashTable   *seen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbTermFinder, wb_term_finder_free)

G_END_DECLS
