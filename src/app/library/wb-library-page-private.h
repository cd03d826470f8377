/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-library-page.h"

#include "wb-compare-tray.h"
#include "wb-facet-pane.h"
#include "wb-reading-history.h"
#include "wb-reading-pane.h"
#include "wb-results-pane.h"

G_BEGIN_DECLS

/* The parts: wb-library-page.c is the widget and its layout, -search.c finds, -reading.c opens entries and goes to and fro,
 * -compare.c puts them side by side, -collections.c gathers them. */
struct _WbLibraryPage
{
  WbSection parent_instance;

  /* Template widgets */
  GtkStack *title_stack;
  GtkSearchEntry *search_entry;
  AdwWindowTitle *reading_title;
  GtkWidget *sidebar_back;
  GtkWidget *results_back;
  GtkWidget *facets_button;
  GtkWidget *bookmarks_button;
  GtkWidget *hit_buttons;
  AdwFlap *flap;
  AdwLeaflet *leaflet;
  WbFacetPane *facet_pane;
  WbResultsPane *results_pane;
  WbReadingPane *reading_pane;
  WbCompareTray *compare_tray;
  AdwToastOverlay *toasts;

  /* Owned */
  WbReadingHistory *history;
  GCancellable *search_cancellable; /* of the search that runs, or of the last one */
  char *searched;                   /* text of the last search (nullable) */
  char *removed_title;              /* of the collection deleted last (nullable) */
  GPtrArray *removed;               /* its entries, WbCollected (nullable) */

  /* State */
  gboolean bookmarks_only;
  gboolean pinned;          /* the facets stand beside the list instead of lying over it */
  gboolean facets_wanted;   /* when pinned */
  gboolean focus_facets;    /* once they are shown */
  guint layout_source;      /* 0 when none */
  guint settle_source;      /* 0 when none */
};

/* In wb-library-page.c */
void     wb_library_page_update_header   (WbLibraryPage *self);
gboolean wb_library_page_shows_reading   (WbLibraryPage *self);
/* Whether the focus is inside @part. */
gboolean wb_library_page_has_focus       (WbLibraryPage *self,
                                          GtkWidget     *part);
void     wb_library_page_set_bookmarks_only (WbLibraryPage *self,
                                             gboolean       bookmarks_only);

/* In wb-library-page-search.c */
void     wb_library_page_run_search      (WbLibraryPage *self);
void     wb_library_page_install_search  (GtkWidgetClass *widget_class);

/* In wb-library-page-collections.c */
void     wb_library_page_install_collections (GtkWidgetClass *widget_class);

/* In wb-library-page-compare.c */
void     wb_library_page_install_compare (GtkWidgetClass *widget_class);

/* In wb-library-page-reading.c */
/* Shows the entry @id without moving the focus; @settled: as in WbReadingHistory. */
void     wb_library_page_show_entry      (WbLibraryPage *self,
                                          const char    *id,
                                          const char    *anchor,
                                          gboolean       settled);
void     wb_library_page_update_history  (WbLibraryPage *self);
void     wb_library_page_install_reading (GtkWidgetClass *widget_class);

G_END_DECLS
