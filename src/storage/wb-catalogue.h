/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-item.h"

G_BEGIN_DECLS

/**
 * WbCatalogue:
 *
 * What filters, counts and orders need of each entry, as numbers: some forty bytes an entry, so that a hundred thousand of them
 * are in memory at once. Made when a library is written (table "catalogue") and read from there, not out of the entries.
 * Immutable. The entry at a position has the number position + 1 in the other tables.
 */
typedef struct
{
  guint n; /* entries */

  /* Owned; one for each entry */
  guint8 *kinds;      /* WbKind */
  guint32 *ranks;     /* place in the order of the titles, from 0 on */
  guint16 *as_of;     /* number in @days */
  guint16 *review_by; /* number in @days */
  guint32 *starts;    /* its values are at starts[i] to starts[i + 1] - 1 of @values; that of the kind comes first */

  /* Owned */
  guint16 *values;  /* numbers in @names */
  GPtrArray *names; /* WbFacetValue; "kind" counts as a facet, too */
  GPtrArray *days;  /* char *, ISO 8601, in order; "" is the first */
} WbCatalogue;

gboolean     wb_catalogue_create_table (WbConnection  *connection,
                                        GError       **error);
/* Out of the tables of the entries; what was there before is replaced. */
gboolean     wb_catalogue_write        (WbConnection  *connection,
                                        GError       **error);
/* WB_ERROR_CORRUPT when it contradicts itself. (transfer full) */
WbCatalogue *wb_catalogue_read         (WbConnection  *connection,
                                        GError       **error);
void         wb_catalogue_free         (WbCatalogue   *self);
/* The number of the first of the days that is @day or later; the number of days when there is none. */
guint        wb_catalogue_find_day     (const WbCatalogue *self,
                                        const char        *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbCatalogue, wb_catalogue_free)

G_END_DECLS
