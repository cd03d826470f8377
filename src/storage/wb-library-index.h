/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-item.h"

G_BEGIN_DECLS

/* A value that some entry has, there once however many have it. "kind" counts as a facet, too. */
typedef struct
{
  WbFacetValue value; /* first, so that a pointer to one is a pointer to the other */
  guint number;       /* from 0 on */
  guint kinds;        /* that have it, as bits (1 << WbKind) */
} WbIndexValue;

/* What is known of an entry without its text. Immutable; belongs to the index. */
typedef struct
{
  WbKind kind;
  gint64 number; /* in the file, from 1 on */

  /* Owned; never NULL */
  char *id;
  char *title;
  char *sort_key;
  char *summary;
  char *as_of;
  char *review_by;
  GPtrArray *values; /* WbIndexValue, borrowed from the index; first that of the kind */
} WbEntry;

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
/* The value as the index knows it, or NULL when no entry has it. With @value NULL: what is known of the facet. (transfer none) */
const WbIndexValue *wb_library_index_find_value (WbLibraryIndex *self,
                                                 const char     *facet,
                                                 const char     *value);
/* Numbers of values are below this. */
guint           wb_library_index_get_n_values   (WbLibraryIndex *self);
/* By kind, then title, as a GCompareFunc over WbEntry pointers' pointers; and by title alone. */
int             wb_entry_compare_kinds   (gconstpointer    a,
                                          gconstpointer    b);
int             wb_entry_compare_titles  (gconstpointer    a,
                                          gconstpointer    b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbLibraryIndex, wb_library_index_unref)

G_END_DECLS
