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

/* Takes @entry, read from @index, and the marks, which may be NULL for none. @snippet NULL: the summary. (transfer full) */
WbHit    *wb_hit_new                (WbLibraryIndex *index,
                                     WbEntry        *entry,
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
/* How many entries have each value, by its number, and how many are due for a check. Takes @counts. */
void      wb_result_set_counts      (WbResult    *self,
                                     guint       *counts,
                                     guint        n_due);
/* How many entries the choices of each facet alone stand in the way of, by its number, and those of WB_FACET_REVIEW. Takes @without. */
void      wb_result_set_without     (WbResult    *self,
                                     guint       *without,
                                     guint        without_due);
void      wb_result_set_without_ids (WbResult    *self,
                                     guint        without_ids);
void      wb_result_set_n_unfiltered (WbResult   *self,
                                     guint        n_unfiltered);
/* Takes @corrections. */
void      wb_result_set_corrections (WbResult    *self,
                                     char       **corrections);
/* Takes @suggestions. */
void      wb_result_set_suggestions (WbResult    *self,
                                     char       **suggestions);

G_END_DECLS
