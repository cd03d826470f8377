/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-library.h"
#include "wb-user-store.h"

G_BEGIN_DECLS

/* A value that is ticked. */
typedef struct
{
  const char *facet; /* borrowed from the pane */
  const char *value;
  const char *label;
} WbActiveFilter;

/**
 * WbFacetPane:
 *
 * What the results can be narrowed down by, with the number of hits each value would bring: kinds first, then the facets in the
 * vocabulary's order, then entries due for a check. A facet or value that no entry of the chosen kinds has is left out; values
 * without hits just now stay and cannot be ticked. Groups fold, and a long one shows its first values only, unless asked for more.
 *
 * Property "n-active" (number of ticked values). Signal "changed": the user (or a setter below) ticked something else.
 */
#define WB_TYPE_FACET_PANE (wb_facet_pane_get_type ())
G_DECLARE_FINAL_TYPE (WbFacetPane, wb_facet_pane, WB, FACET_PANE, AdwBin)

void        wb_facet_pane_set_library    (WbFacetPane  *self,
                                          WbLibrary    *library);
/* The user's collections stand above the filters; to be set once. */
void        wb_facet_pane_set_store      (WbFacetPane  *self,
                                          WbUserStore  *store);
/* Shows the counts of @result. */
void        wb_facet_pane_set_result     (WbFacetPane  *self,
                                          WbResult     *result);
/* Narrows @query down to what is ticked. */
void        wb_facet_pane_apply          (WbFacetPane  *self,
                                          WbQuery      *query);
guint       wb_facet_pane_get_n_active   (WbFacetPane  *self);
/* WbActiveFilter, in the order shown. (transfer full) */
GArray     *wb_facet_pane_list_active    (WbFacetPane  *self);
void        wb_facet_pane_set_active     (WbFacetPane  *self,
                                          const char   *facet,
                                          const char   *value,
                                          gboolean      active);
/* Unticks all of @facet, or everything when NULL. */
void        wb_facet_pane_clear          (WbFacetPane  *self,
                                          const char   *facet);
/* The number shown beside a value; -1 when there is no such value. */
int         wb_facet_pane_get_count      (WbFacetPane  *self,
                                          const char   *facet,
                                          const char   *value);
/* Ids of the facets each of which alone keeps @result empty: without what is ticked there, something would be found (how
 * much, wb_result_get_n_without() says).
 * (transfer container): g_ptr_array_unref(); strings are borrowed. */
GPtrArray  *wb_facet_pane_find_obstacles (WbFacetPane  *self,
                                          WbResult     *result);
/* What the facet is called. */
const char *wb_facet_pane_get_label      (WbFacetPane  *self,
                                          const char   *facet);
/* Whether the facet, or a value of it (nullable), is on show (though perhaps in a folded group). */
gboolean    wb_facet_pane_shows          (WbFacetPane  *self,
                                          const char   *facet,
                                          const char   *value);

G_END_DECLS
