/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-catalogue.h"
#include "wb-connection.h"
#include "wb-item.h"

G_BEGIN_DECLS

/* A value that some entry has, there once however many have it. "kind" counts as a facet, too. */
typedef struct
{
  WbFacetValue value; /* value NULL stands for the facet itself */
  guint number;       /* from 0 on: of the value, as in the catalogue; of a facet, among the facets */
  guint facet;        /* the number of its facet */
  guint kinds;        /* that have it, as bits (1 << WbKind) */
} WbIndexValue;

/* What a list shows of an entry. Immutable. */
typedef struct
{
  WbKind kind;
  guint position; /* in the index */

  /* Owned; never NULL */
  char *id;
  char *title;
  char *summary;
  char *as_of;
  char *review_by;
  GPtrArray *values; /* WbFacetValue; without the kind */
} WbEntry;

void        wb_entry_free      (WbEntry       *self);
/* The first value of @facet; (nullable) */
const char *wb_entry_get_value (const WbEntry *self,
                                const char    *facet);

/**
 * WbLibraryIndex:
 *
 * All entries of a library: what narrows down, counts and orders them is in memory, as numbers; their texts are read when they are
 * asked for, so that a hundred thousand entries take little more memory than a thousand. Counted; any thread.
 */
typedef struct _WbLibraryIndex WbLibraryIndex;

/* (transfer full) */
WbLibraryIndex *wb_library_index_load    (const char      *path,
                                          GError         **error);
WbLibraryIndex *wb_library_index_ref     (WbLibraryIndex  *self);
void            wb_library_index_unref   (WbLibraryIndex  *self);
guint           wb_library_index_get_n   (WbLibraryIndex  *self);
/* (transfer none) */
const WbCatalogue *wb_library_index_get_catalogue (WbLibraryIndex *self);
/* Reads an entry. Where the file is damaged, the texts that cannot be read are "". (transfer full) */
WbEntry        *wb_library_index_read    (WbLibraryIndex  *self,
                                          guint            position);
/* FALSE when there is no such entry. */
gboolean        wb_library_index_find    (WbLibraryIndex  *self,
                                          const char      *id,
                                          guint           *position);
/* The value as the index knows it, or NULL when no entry has it. With @value NULL: what is known of the facet. (transfer none) */
const WbIndexValue *wb_library_index_find_value (WbLibraryIndex *self,
                                                 const char     *facet,
                                                 const char     *value);
/* The value with this number. (transfer none) */
const WbIndexValue *wb_library_index_get_value  (WbLibraryIndex *self,
                                                 guint           number);
/* Numbers of values, and of facets, are below these. */
guint           wb_library_index_get_n_values   (WbLibraryIndex *self);
guint           wb_library_index_get_n_facets   (WbLibraryIndex *self);
/* Sorts positions (guint32): by kind, then title; or by title alone. */
void            wb_library_index_sort_by_kind   (WbLibraryIndex *self,
                                                 GArray         *positions);
void            wb_library_index_sort_by_title  (WbLibraryIndex *self,
                                                 GArray         *positions);
/* By the date of the statement, the newest first, then title. */
void            wb_library_index_sort_by_date   (WbLibraryIndex *self,
                                                 GArray         *positions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbEntry, wb_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbLibraryIndex, wb_library_index_unref)

G_END_DECLS
