/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-item.h"

G_BEGIN_DECLS

/* What is known of an entry without its text. Immutable, counted; any thread. */
typedef struct
{
  WbKind kind;
  gint64 number; /* in the file, from 1 on */

  /* Owned; never NULL */
  char *id;
  char *title;
  char *title_key; /* folded, for "exactly this title" */
  char *sort_key;
  char *summary;
  char *as_of;
  char *review_by;
  GPtrArray *values; /* WbFacetValue */

  /*< private >*/
  gatomicrefcount ref_count;
} WbEntry;

WbEntry    *wb_entry_ref       (WbEntry       *self);
void        wb_entry_unref     (WbEntry       *self);
/* The first value of @facet; (nullable) */
const char *wb_entry_get_value (const WbEntry *self,
                                const char    *facet);
/* "kind" counts as a facet, too. */
gboolean    wb_entry_has_value (const WbEntry *self,
                                const char    *facet,
                                const char    *value);

/**
 * WbLibraryIndex:
 *
 * All entries of a library in memory, in the order of the file. Immutable, counted; any thread.
 */
typedef struct _WbLibraryIndex WbLibraryIndex;

/* (transfer full) */
WbLibraryIndex *wb_library_index_load    (WbConnection    *connection,
                                          GError         **error);
WbLibraryIndex *wb_library_index_ref     (WbLibraryIndex  *self);
void            wb_library_index_unref   (WbLibraryIndex  *self);
guint           wb_library_index_get_n   (WbLibraryIndex  *self);
/* (transfer none) */
WbEntry        *wb_library_index_get     (WbLibraryIndex  *self,
                                          guint            position);
/* (transfer none) (nullable) */
WbEntry        *wb_library_index_lookup  (WbLibraryIndex  *self,
                                          const char      *id);
/* The kinds (bit 1 << WbKind) that have an entry with @value of @facet; with any of its values when @value is NULL. */
guint           wb_library_index_get_kinds (WbLibraryIndex *self,
                                            const char     *facet,
                                            const char     *value);
/* By kind, then title, as a GCompareFunc over WbEntry pointers' pointers; and by title alone. */
int             wb_entry_compare_kinds   (gconstpointer    a,
                                          gconstpointer    b);
int             wb_entry_compare_titles  (gconstpointer    a,
                                          gconstpointer    b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbEntry, wb_entry_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbLibraryIndex, wb_library_index_unref)

G_END_DECLS
