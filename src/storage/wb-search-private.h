/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-library-index.h"
#include "wb-search.h"

G_BEGIN_DECLS

typedef struct
{
  WbFacetValue value;
  int weight;
} WbWeight;

struct _WbQuery
{
  WbSort sort;
  guint limit; /* 0: all */

  /* Owned */
  char *text;        /* valid UTF-8 */
  GPtrArray *values; /* WbFacetValue */
  GHashTable *ids;   /* (nullable) a set */
  GArray *weights;   /* WbWeight */
  char *today;       /* (nullable) */
};

/* @entry belongs to @index. Takes the marks, which may be NULL for none. @snippet NULL: the summary. (transfer full) */
WbHit    *wb_hit_new                (WbLibraryIndex *index,
                                     const WbEntry  *entry,
                                     GArray         *title_marks,
                                     const char     *snippet,
                                     GArray         *snippet_marks);

/* (transfer full) */
WbResult *wb_result_new             (WbLibraryIndex *index);
/* @hits: WbHit; @n_hits: all of them, also those beyond the limit. */
void      wb_result_set_hits        (WbResult    *self,
                                     GListModel  *hits,
                                     guint        n_hits);
void      wb_result_set_partial     (WbResult    *self,
                                     gboolean     partial);
/* One more entry with @value. */
void      wb_result_count           (WbResult           *self,
                                     const WbIndexValue *value);
/* One more entry that is due for a check. */
void      wb_result_count_due       (WbResult    *self);
void      wb_result_add_without     (WbResult    *self,
                                     const char  *facet);
void      wb_result_add_without_ids (WbResult    *self);
void      wb_result_set_n_unfiltered (WbResult   *self,
                                     guint        n_unfiltered);
/* Takes @corrections. */
void      wb_result_set_corrections (WbResult    *self,
                                     char       **corrections);
/* Takes @suggestions. */
void      wb_result_set_suggestions (WbResult    *self,
                                     char       **suggestions);

G_END_DECLS
