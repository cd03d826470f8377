/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-facet-pane.h"
#include "wb-search.h"

G_BEGIN_DECLS

/**
 * WbResultsPane:
 *
 * The list of results with what belongs to it: how many there are, their order, the filters that are active, and what
 * to do when there are none or when the search failed.
 *
 * Property "folded": there is only room for one pane, so a single click opens an entry and the filters are reached
 * by a button here. Actions it uses: "library.toggle-facets", "library.search", "library.loosen",
 * "library.remove-filter", "library.clear-filters", "library.toggle-compare", "library.bookmarks-only", "library.retry".
 *
 * Signals: "selected" (WbHit: the row chosen by the user, not by a setter), "activated" (WbHit), "sort-changed".
 */
#define WB_TYPE_RESULTS_PANE (wb_results_pane_get_type ())
G_DECLARE_FINAL_TYPE (WbResultsPane, wb_results_pane, WB, RESULTS_PANE, AdwBin)

void        wb_results_pane_set_vocabulary (WbResultsPane *self,
                                            WbVocabulary  *vocabulary);
gboolean    wb_results_pane_get_folded     (WbResultsPane *self);
void        wb_results_pane_set_folded     (WbResultsPane *self,
                                            gboolean       folded);
WbSort      wb_results_pane_get_sort       (WbResultsPane *self);
/* Shows what was found for @text; @facets says which filters stand in the way when that is nothing. */
void        wb_results_pane_set_result     (WbResultsPane *self,
                                            WbResult      *result,
                                            const char    *text,
                                            WbFacetPane   *facets,
                                            gboolean       bookmarks_only);
/* Says that and why the search could not be made. */
void        wb_results_pane_set_error      (WbResultsPane *self,
                                            const GError  *error);
/* Shows a button for each active filter. */
void        wb_results_pane_set_filters    (WbResultsPane *self,
                                            WbFacetPane   *facets,
                                            gboolean       bookmarks_only);
guint       wb_results_pane_get_n_hits     (WbResultsPane *self);
/* What the status line says. */
const char *wb_results_pane_get_status     (WbResultsPane *self);

/* Selects the entry @id (nullable: none) where it is among the results, and scrolls to it. No signal. */
void        wb_results_pane_select         (WbResultsPane *self,
                                            const char    *id);
/* The hit @step places behind the selected one, or the first when nothing is selected. (transfer full) (nullable) */
WbHit      *wb_results_pane_get_neighbour  (WbResultsPane *self,
                                            int            step);
/* The hit at @position. (transfer full) (nullable) */
WbHit      *wb_results_pane_get_hit        (WbResultsPane *self,
                                            guint          position);
/* Puts the focus on the selected row, or the first. FALSE when there is none. */
gboolean    wb_results_pane_focus_list     (WbResultsPane *self);

G_END_DECLS
