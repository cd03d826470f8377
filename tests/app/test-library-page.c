/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "wb-block-view.h"
#include "wb-collection-window.h"
#include "wb-compare-tray.h"
#include "wb-compare-window.h"
#include "wb-facet-pane.h"
#include "wb-library-page.h"
#include "wb-library-writer.h"
#include "wb-own-notes.h"
#include "wb-reading-history.h"
#include "wb-reading-pane.h"
#include "wb-related-links.h"
#include "wb-results-pane.h"
#include "wb-review-date.h"
#include "wb-test-services.h"

typedef struct
{
  char *folder;
  WbServices *services;
  GtkWidget *window;
  WbLibraryPage *page;
  WbResultsPane *results;
  WbReadingPane *reading;
  WbFacetPane *facets;
  const char *status; /* what wait_for_status() waits for */
} Fixture;

static WbVocabulary *
make_vocabulary (void)
{
  WbVocabulary *vocabulary = wb_vocabulary_new ();

  wb_vocabulary_add_facet (vocabulary, "domain", "Bereich");
  wb_vocabulary_add_value (vocabulary, "domain", "soziales", "Soziales");
  wb_vocabulary_add_value (vocabulary, "domain", "umwelt", "Umwelt");
  wb_vocabulary_add_facet (vocabulary, "effect", "Wirkungsfeld");
  wb_vocabulary_add_value (vocabulary, "effect", "kompetenzen", "Kompetenzen");
  wb_vocabulary_add_facet (vocabulary, "evidence", "Beleg");
  wb_vocabulary_add_value (vocabulary, "evidence", "belegt", "Belegt");
  wb_vocabulary_add_facet (vocabulary, "barrier", "Mildert Barriere");
  for (guint i = 1; i <= 8; i++)
    {
      g_autofree char *id = g_strdup_printf ("b%u", i);

      wb_vocabulary_add_value (vocabulary, "barrier", id, id);
    }
  wb_vocabulary_add_facet (vocabulary, "state", "Land");
  wb_vocabulary_add_value (vocabulary, "state", "MV", "Mecklenburg-Vorpommern");
  wb_vocabulary_add_facet (vocabulary, "data", "Benötigte Daten");
  wb_vocabulary_add_value (vocabulary, "data", "statistik", "Statistik");

  return vocabulary;
}

static void
add_entry (WbLibraryWriter *writer,
           WbKind           kind,
           const char      *id,
           const char      *title,
           const char      *domain,
           const char      *rel,
           const char      *target)
{
  const WbSource source = { (char *) "Bericht", (char *) "Landkreis", (char *) "https://example.org/", NULL,
                            (char *) "2026-11-01", (char *) "belegt", NULL };
  g_autoptr (WbItem) item = wb_item_new (kind, id, title);
  g_autoptr (GError) error = NULL;

  wb_item_set_summary (item, "Eine Zusammenfassung.");
  wb_item_set_body (item, "## Ausgangslage\n\nEin Text mit [Verweis](wb:atlas).\n\n## Ergebnis\n\nNoch einer.\n");
  wb_item_set_dates (item, "2026-11-01", kind == WB_KIND_LAW ? "2020-01-01" : "2999-01-01");
  wb_item_set_licence (item, "CC-BY-4.0");
  wb_item_add_facet (item, "domain", domain);
  wb_item_add_facet (item, "effect", "kompetenzen");
  wb_item_add_facet (item, "evidence", "belegt");
  /* Eight barriers for use cases only; one entry of a Land. */
  for (guint i = 1; kind == WB_KIND_USE_CASE && i <= 8; i++)
    {
      g_autofree char *barrier = g_strdup_printf ("b%u", i);

      wb_item_add_facet (item, "barrier", barrier);
    }
  if (g_str_equal (id, "daten"))
    wb_item_add_facet (item, "state", "MV");
  wb_item_add_source (item, &source);
  if (rel != NULL)
    wb_item_add_link (item, rel, target, NULL, kind);
  g_assert_true (wb_library_writer_add_item (writer, item, "Ausgangslage Ein Text mit Verweis. Ergebnis Noch einer.",
                                             "", &error));
  g_assert_no_error (error);
}

/* A library of four entries, so that every count can be foreseen. */
static WbLibrary *
make_library (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibraryWriter) writer = wb_library_writer_new (path, &error);
  g_autoptr (WbVocabulary) vocabulary = make_vocabulary ();
  WbLibrary *library;

  g_assert_no_error (error);
  wb_library_writer_set_vocabulary (writer, vocabulary, &error);
  g_assert_no_error (error);
  add_entry (writer, WB_KIND_USE_CASE, "atlas", "Sozialatlas im Kreis", "soziales", "guide", "leitfaden");
  add_entry (writer, WB_KIND_USE_CASE, "baeume", "Baumkataster mit Karte", "umwelt", "see-also", "atlas");
  add_entry (writer, WB_KIND_PLAYBOOK, "daten", "Sozialdaten sicher nutzen", "soziales", "law", "recht");
  add_entry (writer, WB_KIND_LAW, "recht", "Recht auf Auskunft", "umwelt", WB_LINK_MENTIONS, "atlas");
  g_assert_true (wb_library_writer_finish (writer, &error));
  g_assert_no_error (error);

  library = wb_library_open (path, &error);
  g_assert_no_error (error);

  return library;
}

static gboolean
has_status (gpointer data)
{
  Fixture *fixture = data;

  return g_strcmp0 (wb_results_pane_get_status (fixture->results), fixture->status) == 0;
}

static void
wait_for_status (Fixture    *fixture,
                 const char *status)
{
  fixture->status = status;
  wb_test_wait (has_status, fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (WbUserStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *user_path = NULL;

  fixture->folder = wb_test_make_folder ();
  user_path = g_build_filename (fixture->folder, "user.db", NULL);
  library = make_library (fixture->folder);
  store = wb_user_store_open (user_path, &error);
  g_assert_no_error (error);
  fixture->services = wb_services_new (library, store, fixture->folder);

  fixture->page = WB_LIBRARY_PAGE (wb_library_page_new (fixture->services));
  fixture->results = WB_RESULTS_PANE (wb_test_find (GTK_WIDGET (fixture->page), WB_TYPE_RESULTS_PANE, NULL, NULL));
  fixture->reading = WB_READING_PANE (wb_test_find (GTK_WIDGET (fixture->page), WB_TYPE_READING_PANE, NULL, NULL));
  fixture->facets = WB_FACET_PANE (wb_test_find (GTK_WIDGET (fixture->page), WB_TYPE_FACET_PANE, NULL, NULL));

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_status (fixture, "4 entries");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->services);
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->results), action, NULL));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_properties (Fixture       *fixture,
                 gconstpointer  data)
{
  WbServices *services = NULL;
  gboolean button = FALSE;
  guint n = 0;

  g_signal_connect_swapped (fixture->page, "notify::sidebar-button", G_CALLBACK (count_cb), &n);
  g_object_set (fixture->page, "sidebar-button", FALSE, NULL);
  g_assert_cmpuint (n, ==, 0);
  g_object_set (fixture->page, "sidebar-button", TRUE, NULL);
  g_object_set (fixture->page, "sidebar-button", TRUE, NULL);
  g_assert_cmpuint (n, ==, 1);
  g_object_get (fixture->page, "sidebar-button", &button, "services", &services, NULL);
  g_assert_true (button);
  g_assert_true (services == fixture->services);
  g_object_unref (services);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *row;

  wb_library_page_search (fixture->page, "sozial");
  wait_for_status (fixture, "2 hits");
  g_assert_cmpint (wb_facet_pane_get_count (fixture->facets, "kind", "use-case"), ==, 1);
  g_assert_cmpint (wb_facet_pane_get_count (fixture->facets, "kind", "law"), ==, 0);
  g_assert_cmpint (wb_facet_pane_get_count (fixture->facets, "domain", "soziales"), ==, 2);

  /* The row's name says all of it, since the focus is on the list's own widget. */
  row = wb_test_find (GTK_WIDGET (fixture->results), g_type_from_name ("WbResultRow"), NULL, NULL);
  g_assert_nonnull (row);
  if (wb_test_find (row, GTK_TYPE_LABEL, wb_test_shows, "Sozialatlas im Kreis") != NULL)
    gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         "Use case, Soziales, Sozialatlas im Kreis, Belegt");

  wb_library_page_search (fixture->page, "");
  wait_for_status (fixture, "4 entries");
}

/* Of several searches in a row only the last is shown. */
static void
test_last_search_wins (Fixture       *fixture,
                       gconstpointer  data)
{
  wb_library_page_search (fixture->page, "sozial");
  wb_library_page_search (fixture->page, "xyzzy");
  wb_library_page_search (fixture->page, "baumkataster");
  wait_for_status (fixture, "1 hit");
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (wb_results_pane_get_status (fixture->results), ==, "1 hit");
}

static void
test_facets (Fixture       *fixture,
             gconstpointer  data)
{
  guint n = 0;

  g_signal_connect_swapped (fixture->facets, "notify::n-active", G_CALLBACK (count_cb), &n);
  wb_library_page_show_kind (fixture->page, "use-case");
  wait_for_status (fixture, "2 entries");
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (wb_facet_pane_get_n_active (fixture->facets), ==, 1);
  /* A number says what ticking the box would bring. */
  g_assert_cmpint (wb_facet_pane_get_count (fixture->facets, "kind", "playbook"), ==, 1);
  g_assert_cmpint (wb_facet_pane_get_count (fixture->facets, "domain", "soziales"), ==, 1);

  wb_facet_pane_set_active (fixture->facets, "domain", "umwelt", TRUE);
  wait_for_status (fixture, "1 entry");
  g_assert_cmpuint (n, ==, 2);
  act (fixture, "library.clear-filters");
  wait_for_status (fixture, "4 entries");
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (wb_facet_pane_get_count (fixture->facets, "kind", "no-such-kind"), ==, -1);
}

static GtkWidget *
find_button (Fixture    *fixture,
             const char *label)
{
  return wb_test_find (GTK_WIDGET (fixture->results), GTK_TYPE_BUTTON, wb_test_shows, label);
}

static void
test_no_hits (Fixture       *fixture,
              gconstpointer  data)
{
  /* In quotes, or it would be put right. */
  wb_library_page_search (fixture->page, "\"Sozialatlaas\"");
  wait_for_status (fixture, "0 hits");
  g_assert_nonnull (wb_test_find (GTK_WIDGET (fixture->results), GTK_TYPE_LABEL, wb_test_shows,
                                  "Did you mean one of these?"));
  g_assert_nonnull (find_button (fixture, "Sozialatlas"));
  g_signal_emit_by_name (find_button (fixture, "Sozialatlas"), "clicked");
  wait_for_status (fixture, "1 hit");

  /* What stands in the way is named, and goes away on request. */
  wb_library_page_show_kind (fixture->page, "law");
  wait_for_status (fixture, "0 hits");
  g_assert_nonnull (find_button (fixture, "Without the filter “Kind”: 1 hit"));
  g_signal_emit_by_name (find_button (fixture, "Without the filter “Kind”: 1 hit"), "clicked");
  wait_for_status (fixture, "1 hit");
}

/* What was looked for in the place of a misspelt word is said above the hits, and goes away with the next search. */
static void
test_misspelt (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *label;

  wb_library_page_search (fixture->page, "Sozialatlaas");
  wait_for_status (fixture, "1 hit");
  label = wb_test_find (GTK_WIDGET (fixture->results), GTK_TYPE_LABEL, wb_test_shows, "Searched for instead: “Sozialatlas”");
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_visible (label));
  wb_library_page_search (fixture->page, "Sozialatlas ");
  while (gtk_widget_get_visible (label))
    g_main_context_iteration (NULL, TRUE);
}

/* Each filter that alone is to blame has a button with what it would bring; where no single one is, all go together. */
static void
test_loosen (Fixture       *fixture,
             gconstpointer  data)
{
  wb_library_page_show_kind (fixture->page, "law");
  wb_facet_pane_set_active (fixture->facets, "domain", "soziales", TRUE);
  wait_for_status (fixture, "0 entries");
  g_assert_nonnull (find_button (fixture, "Without the filter “Kind”: 2 hits"));
  g_assert_nonnull (find_button (fixture, "Without the filter “Bereich”: 1 hit"));

  wb_facet_pane_set_active (fixture->facets, "barrier", "b1", TRUE);
  wb_facet_pane_set_active (fixture->facets, "state", "MV", TRUE);
  wait_for_status (fixture, "0 entries");
  while (find_button (fixture, "Without any filter: 4 hits") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (find_button (fixture, "Without the filter “Kind”: 2 hits"));
  g_signal_emit_by_name (find_button (fixture, "Without any filter: 4 hits"), "clicked");
  wait_for_status (fixture, "4 entries");
}

static void
test_facet_groups (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *title;
  GtkWidget *more;

  /* All facets of the vocabulary, but none that no entry has. */
  g_assert_true (wb_facet_pane_shows (fixture->facets, "barrier", NULL));
  g_assert_true (wb_facet_pane_shows (fixture->facets, "state", "MV"));
  g_assert_false (wb_facet_pane_shows (fixture->facets, "data", NULL));

  /* A long one is folded. */
  g_assert_true (wb_facet_pane_shows (fixture->facets, "barrier", "b6"));
  g_assert_false (wb_facet_pane_shows (fixture->facets, "barrier", "b7"));
  title = wb_test_find (GTK_WIDGET (fixture->facets), GTK_TYPE_LABEL, wb_test_shows, "Mildert Barriere");
  gtk_expander_set_expanded (GTK_EXPANDER (gtk_widget_get_ancestor (title, GTK_TYPE_EXPANDER)), TRUE);
  more = wb_test_find (GTK_WIDGET (fixture->facets), GTK_TYPE_BUTTON, wb_test_shows, "2 more");
  g_assert_nonnull (more);
  gtk_test_accessible_assert_property (more, GTK_ACCESSIBLE_PROPERTY_LABEL, "Mildert Barriere, 2 more");
  g_signal_emit_by_name (more, "clicked");
  g_assert_true (wb_facet_pane_shows (fixture->facets, "barrier", "b8"));
  g_signal_emit_by_name (more, "clicked");
  g_assert_false (wb_facet_pane_shows (fixture->facets, "barrier", "b8"));

  /* Among laws there are no barriers. */
  wb_library_page_show_kind (fixture->page, "law");
  wait_for_status (fixture, "1 entry");
  g_assert_false (wb_facet_pane_shows (fixture->facets, "barrier", NULL));
  g_assert_true (wb_facet_pane_shows (fixture->facets, "domain", NULL));
  /* What is ticked stays on show wherever it would be hidden. */
  wb_facet_pane_set_active (fixture->facets, "barrier", "b8", TRUE);
  wait_for_status (fixture, "0 entries");
  g_assert_true (wb_facet_pane_shows (fixture->facets, "barrier", "b8"));
}

static gboolean
has_due_chip (GtkWidget *row)
{
  g_autofree char *text = wb_review_date_describe ("2020-01-01");

  return wb_test_find (row, GTK_TYPE_LABEL, wb_test_shows, text) != NULL;
}

static void
test_due (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *date = wb_review_date_describe ("2020-01-01");
  g_autofree char *name = g_strconcat ("Law, Umwelt, Recht auf Auskunft, Belegt, ", date, NULL);
  GtkWidget *row;

  g_assert_cmpint (wb_facet_pane_get_count (fixture->facets, "review", "due"), ==, 1);
  wb_facet_pane_set_active (fixture->facets, "review", "due", TRUE);
  wait_for_status (fixture, "1 entry");
  row = wb_test_find (GTK_WIDGET (fixture->results), g_type_from_name ("WbResultRow"), NULL, NULL);
  g_assert_true (has_due_chip (row));
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  wb_library_page_open (fixture->page, "recht", NULL);
  g_assert_true (has_due_chip (GTK_WIDGET (fixture->reading)));
  wb_library_page_open (fixture->page, "atlas", NULL);
  g_assert_false (has_due_chip (GTK_WIDGET (fixture->reading)));
}

static void
test_fits_us (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (WbMunicipality) town = wb_municipality_new ("13076060", "Hagenow, Stadt", "Stadt", NULL, NULL,
                                                         "Mecklenburg-Vorpommern", "19230", 12000);
  GtkWidget *sort = wb_test_find (GTK_WIDGET (fixture->results), GTK_TYPE_DROP_DOWN, NULL, NULL);
  g_autoptr (WbHit) before = wb_results_pane_get_hit (fixture->results, 0);
  g_autoptr (WbHit) first = NULL;

  g_assert_cmpstr (wb_hit_get_id (before), !=, "daten");
  wb_user_store_set_town (wb_services_get_store (fixture->services), town, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (sort), 1);
  g_assert_cmpint (wb_results_pane_get_sort (fixture->results), ==, WB_SORT_FIT);
  while (first == NULL || !g_str_equal (wb_hit_get_id (first), "daten"))
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_object (&first);
      first = wb_results_pane_get_hit (fixture->results, 0);
    }
}

static void
test_error (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "Der <Stick> fehlt.");

  wb_results_pane_set_error (fixture->results, error);
  g_assert_cmpstr (wb_results_pane_get_status (fixture->results), ==, "Not searched");
  g_assert_nonnull (wb_test_find (GTK_WIDGET (fixture->results), GTK_TYPE_LABEL, wb_test_shows,
                                  "The Library Could Not Be Searched"));
  act (fixture, "library.retry");
  wait_for_status (fixture, "4 entries");
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *view = wb_test_find (GTK_WIDGET (fixture->reading), WB_TYPE_BLOCK_VIEW, NULL, NULL);
  GtkWidget *related = wb_test_find (GTK_WIDGET (fixture->reading), WB_TYPE_RELATED_LINKS, NULL, NULL);
  guint n = 0;

  g_signal_connect_swapped (fixture->reading, "notify::item-id", G_CALLBACK (count_cb), &n);
  g_assert_null (wb_reading_pane_get_item_id (fixture->reading));
  wb_library_page_open (fixture->page, "atlas", "ergebnis");
  g_assert_cmpstr (wb_reading_pane_get_item_id (fixture->reading), ==, "atlas");
  g_assert_cmpstr (wb_reading_pane_get_title (fixture->reading), ==, "Sozialatlas im Kreis");
  g_assert_cmpuint (n, ==, 1);
  wb_library_page_open (fixture->page, "atlas", NULL);
  g_assert_cmpuint (n, ==, 1);
  g_assert_nonnull (wb_block_view_get_heading (WB_BLOCK_VIEW (view), "ergebnis"));
  g_assert_nonnull (wb_block_view_get_heading (WB_BLOCK_VIEW (view), "sources"));
  /* The link to a guide that is not there is left out; two other entries link here. */
  g_assert_cmpuint (wb_related_links_get_n_links (WB_RELATED_LINKS (related)), ==, 2);

  wb_library_page_open (fixture->page, "fehlt", NULL);
  g_assert_null (wb_reading_pane_get_item_id (fixture->reading));
  g_assert_nonnull (wb_test_find (GTK_WIDGET (fixture->reading), GTK_TYPE_LABEL, wb_test_shows,
                                  "This Entry Could Not Be Opened"));
}

/* The sentences come from guidance; here they are shown, and follow the town. */
static void
test_ties (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *related = wb_test_find (GTK_WIDGET (fixture->reading), WB_TYPE_RELATED_LINKS, NULL, NULL);

  /* "See also" is the same from either end; what declares no tie but has a link in its text mentions. */
  wb_library_page_open (fixture->page, "atlas", NULL);
  g_assert_nonnull (wb_test_find (related, GTK_TYPE_LABEL, wb_test_shows, "See Also"));
  g_assert_nonnull (wb_test_find (related, GTK_TYPE_LABEL, wb_test_shows, "Baumkataster mit Karte"));
  g_assert_nonnull (wb_test_find (related, GTK_TYPE_LABEL, wb_test_shows, "Mentioned In"));
  g_assert_nonnull (wb_test_find (related, GTK_TYPE_LABEL, wb_test_shows, "Recht auf Auskunft"));
  g_assert_null (wb_test_find (related, GTK_TYPE_LABEL, wb_test_shows, "Used By"));
  wb_library_page_open (fixture->page, "recht", NULL);
  g_assert_cmpuint (wb_related_links_get_n_links (WB_RELATED_LINKS (related)), ==, 1);
  g_assert_nonnull (wb_test_find (related, GTK_TYPE_LABEL, wb_test_shows, "Law For"));
}

static GtkLabel *
find_text (Fixture    *fixture,
           const char *text)
{
  GtkWidget *view = wb_test_find (GTK_WIDGET (fixture->reading), WB_TYPE_BLOCK_VIEW, NULL, NULL);

  return GTK_LABEL (wb_test_find (view, GTK_TYPE_LABEL, wb_test_shows, text));
}

static void
test_notes (Fixture       *fixture,
            gconstpointer  data)
{
  WbUserStore *store = wb_services_get_store (fixture->services);
  GtkWidget *view = wb_test_find (GTK_WIDGET (fixture->reading), GTK_TYPE_TEXT_VIEW, NULL, NULL);
  g_autofree char *saved = NULL;

  /* As typed, entry by entry. */
  wb_library_page_open (fixture->page, "atlas", NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Frau (Beispiel) fragen", -1);
  saved = wb_user_store_get_note (store, "atlas");
  g_assert_cmpstr (saved, ==, "Frau (Beispiel) fragen");
  wb_library_page_open (fixture->page, "daten", NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))), ==, 0);
  wb_library_page_open (fixture->page, "atlas", NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))), ==, 22);
}

static void
test_passages (Fixture       *fixture,
               gconstpointer  data)
{
  WbUserStore *store = wb_services_get_store (fixture->services);
  WbOwnNotes *notes = WB_OWN_NOTES (wb_test_find (GTK_WIDGET (fixture->reading), WB_TYPE_OWN_NOTES, NULL, NULL));
  g_autoptr (WbPassage) gone = wb_passage_new (0, "steht nicht mehr da", "", "", "trotzdem wichtig");
  g_autoptr (GPtrArray) passages = NULL;
  const WbPassage *passage;

  wb_user_store_add_passage (store, "atlas", gone, NULL, NULL);
  wb_library_page_open (fixture->page, "atlas", NULL);
  g_assert_cmpuint (wb_own_notes_get_n_passages (notes), ==, 1);
  g_assert_nonnull (wb_test_find (GTK_WIDGET (notes), GTK_TYPE_LABEL, wb_test_shows,
                                  "This passage is no longer in the text; the remark stays."));

  g_assert_false (wb_own_notes_highlight (notes));
  gtk_label_select_region (find_text (fixture, "Noch einer."), 5, 10);
  act (fixture, "library.highlight");
  g_assert_cmpuint (wb_own_notes_get_n_passages (notes), ==, 2);
  passages = wb_user_store_list_passages (store, "atlas");
  passage = g_ptr_array_index (passages, 1);
  g_assert_cmpstr (passage->exact, ==, "einer");
  g_assert_cmpstr (passage->before, ==, "Noch ");
  g_assert_cmpstr (passage->after, ==, ".");
  g_assert_nonnull (wb_test_find (GTK_WIDGET (notes), GTK_TYPE_LABEL, wb_test_shows, "“einer”"));
}

static void
test_compare (Fixture       *fixture,
              gconstpointer  data)
{
  WbCompareTray *tray = WB_COMPARE_TRAY (wb_test_find (GTK_WIDGET (fixture->page), WB_TYPE_COMPARE_TRAY, NULL, NULL));
  g_auto (GStrv) ids = NULL;
  g_autofree char *joined = NULL;
  GtkWidget *window = NULL;
  GList *windows;

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (tray)));
  wb_library_page_open (fixture->page, "atlas", NULL);
  act (fixture, "library.compare-this");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (tray)));
  g_assert_true (wb_compare_tray_toggle (tray, "baeume", "Baumkataster mit Karte"));
  g_assert_true (wb_compare_tray_toggle (tray, "daten", "Sozialdaten sicher nutzen"));
  g_assert_false (wb_compare_tray_toggle (tray, "recht", "Recht auf Auskunft"));
  g_assert_true (wb_compare_tray_toggle (tray, "baeume", "Baumkataster mit Karte"));
  ids = wb_compare_tray_get_ids (tray);
  joined = g_strjoinv (" ", ids);
  g_assert_cmpstr (joined, ==, "atlas daten");
  g_assert_false (wb_compare_tray_has (tray, "baeume"));

  act (fixture, "library.compare");
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (WB_IS_COMPARE_WINDOW (l->data))
      window = l->data;
  g_list_free (windows);
  g_assert_nonnull (window);
  g_assert_nonnull (wb_test_find (window, GTK_TYPE_LABEL, wb_test_shows, "At a Glance"));
  g_assert_nonnull (wb_test_find (window, GTK_TYPE_LABEL, wb_test_shows, "Sozialdaten sicher nutzen"));
  gtk_window_destroy (GTK_WINDOW (window));
  act (fixture, "library.clear-compare");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (tray)));
}

static WbCollectionWindow *
find_collection_window (void)
{
  WbCollectionWindow *window = NULL;
  GList *windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (WB_IS_COLLECTION_WINDOW (l->data))
      window = l->data;
  g_list_free (windows);

  return window;
}

static char *
list_collected (Fixture *fixture,
                gint64   number)
{
  g_autoptr (GPtrArray) entries = wb_user_store_list_collected (wb_services_get_store (fixture->services), number);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ((const WbCollected *) g_ptr_array_index (entries, i))->item);

  return g_string_free (ids, FALSE);
}

static void
test_collections (Fixture       *fixture,
                  gconstpointer  data)
{
  WbUserStore *store = wb_services_get_store (fixture->services);
  g_autofree char *ids = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *restored = NULL;
  WbCollectionWindow *window;
  GtkWidget *entry;

  /* A new one begins with the entry that is read. */
  wb_library_page_open (fixture->page, "atlas", NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->results), "library.collect", "x", (gint64) 0));
  window = find_collection_window ();
  g_assert_cmpuint (wb_collection_window_get_n_entries (window), ==, 1);
  entry = wb_test_find (GTK_WIDGET (window), GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Für die Ratssitzung");
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_nonnull (wb_test_find (GTK_WIDGET (fixture->facets), GTK_TYPE_LABEL, wb_test_shows, "Für die Ratssitzung (1)"));

  wb_library_page_open (fixture->page, "daten", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->results), "library.collect", "x", (gint64) 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->results), "library.collect", "x", (gint64) 1);
  wb_library_page_open (fixture->page, "recht", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->results), "library.collect", "x", (gint64) 1);
  ids = list_collected (fixture, 1);
  g_assert_cmpstr (ids, ==, "atlas daten recht");

  gtk_widget_activate_action (GTK_WIDGET (fixture->results), "library.open-collection", "x", (gint64) 1);
  window = find_collection_window ();
  g_assert_false (wb_collection_window_move (window, 0, -1));
  g_assert_false (wb_collection_window_move (window, 2, 1));
  g_assert_true (wb_collection_window_move (window, 2, -1));
  moved = list_collected (fixture, 1);
  g_assert_cmpstr (moved, ==, "atlas recht daten");

  /* Deleted, and back again. */
  gtk_widget_activate_action (GTK_WIDGET (window), "collection.delete", NULL);
  while (find_collection_window () != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (wb_test_find (GTK_WIDGET (fixture->facets), GTK_TYPE_LABEL, wb_test_shows, "Für die Ratssitzung (3)"));
  act (fixture, "library.restore-collection");
  g_assert_nonnull (wb_test_find (GTK_WIDGET (fixture->facets), GTK_TYPE_LABEL, wb_test_shows, "Für die Ratssitzung (3)"));
  restored = list_collected (fixture, 2);
  g_assert_cmpstr (restored, ==, "atlas recht daten");
  wb_user_store_remove_collection (store, 2, NULL);
}

static void
test_fit_box (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (WbMunicipality) town = wb_municipality_new ("13076060", "Hagenow, Stadt", "Stadt", NULL, NULL,
                                                         "Mecklenburg-Vorpommern", "19230", 12000);
  GtkWidget *box = wb_test_find (GTK_WIDGET (fixture->reading), g_type_from_name ("WbFitBox"), NULL, NULL);

  wb_library_page_open (fixture->page, "daten", NULL);
  g_assert_false (gtk_widget_get_visible (box));
  wb_user_store_set_town (wb_services_get_store (fixture->services), town, NULL);
  g_assert_true (gtk_widget_get_visible (box));
  g_assert_nonnull (wb_test_find (box, GTK_TYPE_LABEL, wb_test_shows, "Fits Hagenow, because"));
  gtk_test_accessible_assert_property (box, GTK_ACCESSIBLE_PROPERTY_LABEL, "Fits Hagenow, because");
  wb_library_page_open (fixture->page, "recht", NULL);
  g_assert_false (gtk_widget_get_visible (box));
}

static void
test_bookmarks (Fixture       *fixture,
                gconstpointer  data)
{
  WbUserStore *store = wb_services_get_store (fixture->services);
  GtkWidget *button;

  wb_library_page_open (fixture->page, "baeume", NULL);
  button = wb_test_find (GTK_WIDGET (fixture->reading), GTK_TYPE_TOGGLE_BUTTON, NULL, NULL);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  act (fixture, "library.toggle-bookmark");
  g_assert_true (wb_user_store_has_bookmark (store, "baeume"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));

  act (fixture, "library.bookmarks-only");
  wait_for_status (fixture, "1 entry");
  /* Whoever takes the bookmark away elsewhere: button and list follow. */
  wb_user_store_set_bookmark (store, "baeume", FALSE, NULL);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  wait_for_status (fixture, "0 entries");
  g_assert_nonnull (find_button (fixture, "Not only bookmarks: 4 hits"));
  act (fixture, "library.all-entries");
  wait_for_status (fixture, "4 entries");
}

static void
test_back_and_forward (Fixture       *fixture,
                       gconstpointer  data)
{
  wb_library_page_open (fixture->page, "atlas", NULL);
  wb_library_page_open (fixture->page, "daten", NULL);
  wb_library_page_open (fixture->page, "recht", NULL);
  act (fixture, "library.back");
  g_assert_cmpstr (wb_reading_pane_get_item_id (fixture->reading), ==, "daten");
  act (fixture, "library.back");
  g_assert_cmpstr (wb_reading_pane_get_item_id (fixture->reading), ==, "atlas");
  act (fixture, "library.forward");
  g_assert_cmpstr (wb_reading_pane_get_item_id (fixture->reading), ==, "daten");
  wb_library_page_open (fixture->page, "baeume", NULL);
  act (fixture, "library.back");
  g_assert_cmpstr (wb_reading_pane_get_item_id (fixture->reading), ==, "daten");
}

static void
test_hits (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (WbHit) first = wb_results_pane_get_hit (fixture->results, 0);
  g_autoptr (WbHit) second = wb_results_pane_get_hit (fixture->results, 1);

  act (fixture, "library.next-hit");
  g_assert_cmpstr (wb_reading_pane_get_item_id (fixture->reading), ==, wb_hit_get_id (first));
  act (fixture, "library.next-hit");
  g_assert_cmpstr (wb_reading_pane_get_item_id (fixture->reading), ==, wb_hit_get_id (second));
  act (fixture, "library.previous-hit");
  g_assert_cmpstr (wb_reading_pane_get_item_id (fixture->reading), ==, wb_hit_get_id (first));
  g_assert_null (wb_results_pane_get_neighbour (fixture->results, -1));
}

static void
test_history (void)
{
  WbReadingHistory *history = wb_reading_history_new ();
  guint n_back = 0;
  guint n = 0;

  g_signal_connect_swapped (history, "changed", G_CALLBACK (count_cb), &n);
  g_assert_false (wb_reading_history_can_back (history));
  g_assert_null (wb_reading_history_back (history));
  wb_reading_history_visit (history, "a", TRUE);
  wb_reading_history_visit (history, "a", TRUE);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (wb_reading_history_can_back (history));

  /* Passed in the list, not read. */
  wb_reading_history_visit (history, "b", FALSE);
  wb_reading_history_visit (history, "c", FALSE);
  wb_reading_history_visit (history, "d", FALSE);
  g_assert_cmpstr (wb_reading_history_back (history), ==, "a");
  g_assert_false (wb_reading_history_can_back (history));
  g_assert_cmpstr (wb_reading_history_forward (history), ==, "d");

  wb_reading_history_visit (history, "e", FALSE);
  wb_reading_history_settle (history);
  wb_reading_history_visit (history, "f", TRUE);
  g_assert_cmpstr (wb_reading_history_back (history), ==, "e");

  /* Going down the list and up again ends where it began. */
  wb_reading_history_visit (history, "g", FALSE);
  wb_reading_history_visit (history, "e", FALSE);
  g_assert_cmpstr (wb_reading_history_back (history), ==, "d");
  g_assert_true (wb_reading_history_can_forward (history));

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      wb_reading_history_visit (history, id, TRUE);
    }
  while (wb_reading_history_back (history) != NULL)
    n_back++;
  g_assert_cmpuint (n_back, <, 250);

  g_assert_finalize_object (history);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/library-page/history", test_history);
  add ("/library-page/properties", test_properties);
  add ("/library-page/search", test_search);
  add ("/library-page/last-search-wins", test_last_search_wins);
  add ("/library-page/facets", test_facets);
  add ("/library-page/no-hits", test_no_hits);
  add ("/library-page/misspelt", test_misspelt);
  add ("/library-page/loosen", test_loosen);
  add ("/library-page/facet-groups", test_facet_groups);
  add ("/library-page/due", test_due);
  add ("/library-page/fits-us", test_fits_us);
  add ("/library-page/error", test_error);
  add ("/library-page/open", test_open);
  add ("/library-page/ties", test_ties);
  add ("/library-page/notes", test_notes);
  add ("/library-page/passages", test_passages);
  add ("/library-page/compare", test_compare);
  add ("/library-page/collections", test_collections);
  add ("/library-page/fit-box", test_fit_box);
  add ("/library-page/bookmarks", test_bookmarks);
  add ("/library-page/back-and-forward", test_back_and_forward);
  add ("/library-page/hits", test_hits);

  return g_test_run ();
}
