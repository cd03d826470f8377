/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-library-page-private.h"

#include "wb-match.h"
#include "wb-review-date.h"

/* A search under way: which page it belongs to and what was asked. */
typedef struct
{
  gboolean bookmarks_only;

  /* Owned */
  WbLibraryPage *page;
  GCancellable *cancellable;
  char *text;
} Search;

static void
search_free (Search *search)
{
  g_object_unref (search->page);
  g_object_unref (search->cancellable);
  g_free (search->text);
  g_free (search);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

static void
show_result (WbLibraryPage *self,
             const Search  *search,
             WbResult      *result)
{
  wb_facet_pane_set_result (self->facet_pane, result);
  wb_results_pane_set_result (self->results_pane, result, search->text, self->facet_pane,
                              search->bookmarks_only);
  wb_results_pane_select (self->results_pane, wb_reading_pane_get_item_id (self->reading_pane));
  wb_reading_pane_set_highlight (self->reading_pane, *search->text != '\0' ? search->text : NULL);
  wb_library_page_update_header (self);
}

static void
searched_cb (GObject      *source,
             GAsyncResult *async_result,
             gpointer      user_data)
{
  g_autoptr (Search) search = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WbResult) result = wb_library_search_finish (WB_LIBRARY (source), async_result, &error);
  WbLibraryPage *self = search->page;

  /* Somebody typed on, or the page is gone: what came too late is not shown. */
  if (search->cancellable != self->search_cancellable || g_cancellable_is_cancelled (search->cancellable))
    return;

  if (result != NULL)
    show_result (self, search, result);
  else
    wb_results_pane_set_error (self->results_pane, error);
}

/* What counts for the order "fits us"; without a town nothing does. */
static void
add_weights (WbLibraryPage *self,
             WbQuery       *query)
{
  g_autoptr (WbMunicipality) town = wb_user_store_get_town (wb_section_get_store (WB_SECTION (self)));
  g_autoptr (GArray) weights = town != NULL ? wb_match_list_weights (town) : NULL;

  for (guint i = 0; weights != NULL && i < weights->len; i++)
    {
      const WbMatchWeight *weight = &g_array_index (weights, WbMatchWeight, i);

      wb_query_add_weight (query, weight->facet, weight->value, weight->weight);
    }
}

static WbQuery *
build_query (WbLibraryPage *self,
             const char    *text)
{
  WbQuery *query = wb_query_new (text);
  g_autofree char *today = wb_review_date_today ();

  wb_query_set_today (query, today);
  if (wb_results_pane_get_sort (self->results_pane) == WB_SORT_FIT)
    add_weights (self, query);
  wb_query_set_sort (query, wb_results_pane_get_sort (self->results_pane));
  wb_facet_pane_apply (self->facet_pane, query);
  if (self->bookmarks_only)
    {
      g_auto (GStrv) ids = wb_user_store_list_bookmarks (wb_section_get_store (WB_SECTION (self)));

      wb_query_set_ids (query, (const char *const *) ids);
    }

  return query;
}

void
wb_library_page_run_search (WbLibraryPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (WbQuery) query = build_query (self, text);
  Search *search = g_new0 (Search, 1);

  g_cancellable_cancel (self->search_cancellable);
  g_clear_object (&self->search_cancellable);
  self->search_cancellable = g_cancellable_new ();

  g_free (self->searched);
  self->searched = g_strdup (text);

  search->page = g_object_ref (self);
  search->cancellable = g_object_ref (self->search_cancellable);
  search->text = g_strdup (text);
  search->bookmarks_only = self->bookmarks_only;
  wb_results_pane_set_filters (self->results_pane, self->facet_pane, self->bookmarks_only);
  wb_library_search_async (wb_section_get_library (WB_SECTION (self)), query, self->search_cancellable,
                           searched_cb, search);
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  wb_library_page_search (WB_LIBRARY_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
focus_search_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  wb_library_page_search (WB_LIBRARY_PAGE (widget), NULL);
}

static void
retry_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  wb_library_page_run_search (WB_LIBRARY_PAGE (widget));
}

/* The button that was pressed goes away with its filter, so the focus needs another place. */
static void
keep_focus (WbLibraryPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
loosen_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (widget);

  keep_focus (self);
  wb_facet_pane_clear (self->facet_pane, g_variant_get_string (parameter, NULL));
}

static void
remove_filter_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (widget);
  const char *facet;
  const char *value;

  g_variant_get (parameter, "(&s&s)", &facet, &value);
  keep_focus (self);
  wb_facet_pane_set_active (self->facet_pane, facet, value, FALSE);
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (widget);

  keep_focus (self);
  wb_facet_pane_clear (self->facet_pane, NULL);
  wb_library_page_set_bookmarks_only (self, FALSE);
}

static void
all_entries_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  WbLibraryPage *self = WB_LIBRARY_PAGE (widget);

  keep_focus (self);
  wb_library_page_set_bookmarks_only (self, FALSE);
}

void
wb_library_page_install_search (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "library.search", "s", search_action);
  gtk_widget_class_install_action (widget_class, "library.focus-search", NULL, focus_search_action);
  gtk_widget_class_install_action (widget_class, "library.retry", NULL, retry_action);
  gtk_widget_class_install_action (widget_class, "library.loosen", "s", loosen_action);
  gtk_widget_class_install_action (widget_class, "library.remove-filter", "(ss)", remove_filter_action);
  gtk_widget_class_install_action (widget_class, "library.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_install_action (widget_class, "library.all-entries", NULL, all_entries_action);
}
