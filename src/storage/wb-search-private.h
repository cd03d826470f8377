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

/* Takes the marks, which may be NULL for none. @snippet NULL: the summary. (transfer full) */
WbHit    *wb_hit_new                (WbEntry     *entry,
                                     GArray      *title_marks,
                                     const char  *snippet,
                                     GArray      *snippet_marks);

/* (transfer full) */
WbResult *wb_result_new             (void);
/* @hits: WbHit; @n_hits: all of them, also those beyond the limit. */
void      wb_result_set_hits        (WbResult    *self,
                                     GListModel  *hits,
                                     guint        n_hits);
void      wb_result_set_partial     (WbResult    *self,
                                     gboolean     partial);
void      wb_result_count           (WbResult    *self,
                                     const char  *facet,
                                     const char  *value);
void      wb_result_add_without     (WbResult    *self,
                                     const char  *facet);
void      wb_result_add_without_ids (WbResult    *self);
void      wb_result_set_n_unfiltered (WbResult   *self,
                                     guint        n_unfiltered);
/* Takes @suggestions. */
void      wb_result_set_suggestions (WbResult    *self,
                                     char       **suggestions);

G_END_DECLS
