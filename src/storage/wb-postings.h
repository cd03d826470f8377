/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-posting-table.h"

G_BEGIN_DECLS

/**
 * WbPostings:
 *
 * Matches the expressions of our searches against the postings of a large library: quoted words, with "=" in front for exact ones
 * and "*" behind for beginnings, phrases, AND, OR, and columns in braces before a pair of parentheses. Not thread-safe; must be
 * freed before its connection.
 */
typedef struct _WbPostings WbPostings;

/* @n: the number of entries. (transfer full) */
WbPostings *wb_postings_new   (WbConnection  *connection,
                               guint          n,
                               GError       **error);
void        wb_postings_free  (WbPostings    *self);
/* Sets @places, for each entry WbPlace flags, to where @expression matches. @certain: FALSE when it holds a phrase; the words of a
 * phrase then stand there, but perhaps not side by side. */
gboolean    wb_postings_match (WbPostings    *self,
                               const char    *expression,
                               guint8        *places,
                               gboolean      *certain,
                               GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbPostings, wb_postings_free)

G_END_DECLS
