/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-look.h"
#include "wb-search.h"
#include "wb-vocabulary.h"

G_BEGIN_DECLS

/**
 * WbLibrary:
 *
 * The bundled library, library.db, opened immutable and read-only. Functions block for a few
 * milliseconds at most and may be called from any thread; the search as one types goes through
 * wb_library_search_async(), which runs in a worker and is interrupted by its cancellable.
 */
#define WB_TYPE_LIBRARY (wb_library_get_type ())
G_DECLARE_FINAL_TYPE (WbLibrary, wb_library, WB, LIBRARY, GObject)

#define WB_LIBRARY_APPLICATION_ID 0x57424c42 /* "WBLB" */
#define WB_LIBRARY_VERSION 3

/* Opens @path; WB_ERROR_NOT_FOUND, FOREIGN, CORRUPT or NEWER when that cannot be. (transfer full) */
WbLibrary    *wb_library_open           (const char           *path,
                                         GError              **error);
/* (transfer none) */
WbVocabulary *wb_library_get_vocabulary (WbLibrary            *self);
/* The entry with all it holds; WB_ERROR_NOT_FOUND when there is none. (transfer full) */
WbItem       *wb_library_get_item       (WbLibrary            *self,
                                         const char           *id,
                                         GError              **error);
/* All entries of a kind, WbItem with facets but without text, by title. (transfer full): GListModel */
GListModel   *wb_library_list           (WbLibrary            *self,
                                         WbKind                kind,
                                         GError              **error);
/* All entries of a kind with their text and payload, but without links, facts, facets and sources. Array of WbItem. (transfer full) */
GPtrArray    *wb_library_list_payloads  (WbLibrary            *self,
                                         WbKind                kind,
                                         GError              **error);
/* Title and kind of an entry, without reading the rest. FALSE when there is none. @title: (transfer full) (nullable) */
gboolean      wb_library_lookup         (WbLibrary            *self,
                                         const char           *id,
                                         char                **title,
                                         WbKind               *kind);
/* The looks of letterheads, in their order: WbLook; empty when they cannot be read. (transfer full) */
GPtrArray    *wb_library_list_looks     (WbLibrary            *self);
/* The number of entries of a kind. */
guint         wb_library_count          (WbLibrary            *self,
                                         WbKind                kind);
/* The kinds (bit 1 << WbKind) that have an entry with @value of @facet; with any of its values when @value is NULL. */
guint         wb_library_get_kinds      (WbLibrary            *self,
                                         const char           *facet,
                                         const char           *value);
/* Entries that link to @id by a tie @rel (nullable: any), as WbHit, by kind and title. (transfer full): GListModel */
GListModel   *wb_library_list_backlinks (WbLibrary            *self,
                                         const char           *id,
                                         const char           *rel,
                                         GError              **error);
/* The search; whatever was typed is a query, never an error. (transfer full) */
WbResult     *wb_library_search         (WbLibrary            *self,
                                         const WbQuery        *query,
                                         GCancellable         *cancellable,
                                         GError              **error);
void          wb_library_search_async   (WbLibrary            *self,
                                         const WbQuery        *query,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
WbResult     *wb_library_search_finish  (WbLibrary            *self,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
