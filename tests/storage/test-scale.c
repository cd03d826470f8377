/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-hit-list.h"
#include "wb-library-index.h"
#include "wb-library-writer.h"
#include "wb-posting-table.h"
#include "wb-test-library.h"

/*
 * A library with more entries than are ranked one by one. What stands in which entry follows from its number, so that each search
 * can be judged by counting.
 */

#define N_ENTRIES 20000

G_STATIC_ASSERT (N_ENTRIES > WB_POSTING_MIN);

static const WbKind kinds[] = { WB_KIND_USE_CASE, WB_KIND_PLAYBOOK, WB_KIND_LAW };
static const char *const sizes[] = { "klein", "mittel", "gross", "kreis" };

static char *folder;
static char *path;
static WbLibrary *library;

/* "gemeinde" in every text, "zeder" in every second summary, "quelle" in every third title, "wald weg" side by side in every
 * fifth text and apart in the others, "xylofon" in a hundred entries, and a word for each entry alone. */
static void
add_item (WbLibraryWriter *writer,
          guint            i)
{
  g_autofree char *id = g_strdup_printf ("eintrag-%05u", i);
  g_autofree char *title = g_strdup_printf ("%s %05u", i % 3 == 0 ? "Quelle" : "Brunnen", i);
  g_autofree char *as_of = g_strdup_printf ("2026-%02u-%02u", 1 + i % 12, 1 + i % 28);
  g_autofree char *review_by = g_strdup_printf ("2027-%02u-01", 1 + i % 12);
  g_autofree char *text = g_strdup_printf ("Gemeinde %s %s", i % 5 == 0 ? "Wald Weg" : "Weg im Wald", i % 200 == 7 ? "Xylofon" : "");
  g_autoptr (WbItem) item = wb_item_new (kinds[i % G_N_ELEMENTS (kinds)], id, title);
  g_autoptr (GError) error = NULL;

  wb_item_set_summary (item, i % 2 == 0 ? "Zeder" : "Linde");
  wb_item_set_dates (item, as_of, review_by);
  wb_item_add_facet (item, "size", sizes[i % G_N_ELEMENTS (sizes)]);
  wb_library_writer_add_item (writer, item, text, "", &error);
  g_assert_no_error (error);
}

static void
write_library (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibraryWriter) writer = wb_library_writer_new (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < N_ENTRIES; i++)
    add_item (writer, i);
  wb_library_writer_finish (writer, &error);
  g_assert_no_error (error);
}

static WbResult *
search (const WbQuery *query)
{
  g_autoptr (GError) error = NULL;
  WbResult *result = wb_library_search (library, query, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (wb_result_get_hits (result)), ==, wb_result_get_n_hits (result));

  return result;
}

static char *
get_id (WbResult *result,
        guint     place)
{
  g_autoptr (WbHit) hit = g_list_model_get_item (wb_result_get_hits (result), place);

  return g_strdup (wb_hit_get_id (hit));
}

/* @first: the id of the first hit. */
static void
assert_search (const char *text,
               guint       n,
               const char *first)
{
  g_autoptr (WbQuery) query = wb_query_new (text);
  g_autoptr (WbResult) result = search (query);
  g_autofree char *id = NULL;

  if (wb_result_get_n_hits (result) != n)
    g_test_fail_printf ("“%s”: %u hits, not %u", text, wb_result_get_n_hits (result), n);
  if (n == 0 || wb_result_get_n_hits (result) == 0)
    return;
  id = get_id (result, 0);
  if (!g_str_equal (id, first))
    g_test_fail_printf ("“%s”: %s comes first, not %s", text, id, first);
}

static guint
count (guint divisor,
       guint rest)
{
  guint n = 0;

  for (guint i = 0; i < N_ENTRIES; i++)
    n += i % divisor == rest ? 1 : 0;

  return n;
}

static void
test_letters (void)
{
  assert_search ("g", N_ENTRIES, "eintrag-00001");
  assert_search ("q", count (3, 0), "eintrag-00000");
  assert_search ("z", count (2, 0), "eintrag-00002");
  assert_search ("b", N_ENTRIES - count (3, 0), "eintrag-00001");
  assert_search ("x", count (200, 7), "eintrag-00007");
  assert_search ("ze", count (2, 0), "eintrag-00002");
  assert_search ("k", 0, NULL);
}

static void
test_words (void)
{
  assert_search ("gemeinde ", N_ENTRIES, "eintrag-00001");
  assert_search ("Gemeinden ", N_ENTRIES, "eintrag-00001");
  assert_search ("quelle ", count (3, 0), "eintrag-00000");
  assert_search ("zeder gemeinde ", count (2, 0), "eintrag-00002");
  assert_search ("quelle zeder ", count (6, 0), "eintrag-00000");
  assert_search ("quelle 00033", 1, "eintrag-00033");
  assert_search ("Brunnen 19999", 1, "eintrag-19999");
  assert_search ("xylofon", count (200, 7), "eintrag-00007");
  assert_search ("ylofon", count (200, 7), "eintrag-00007");
  assert_search ("emeinde", N_ENTRIES, "eintrag-00001");
}

/* FTS5 says where the words stand side by side, the postings only that both are there. */
static void
test_phrases (void)
{
  assert_search ("\"wald weg\"", count (5, 0), "eintrag-00005");
  assert_search ("\"weg im wald\"", N_ENTRIES - count (5, 0), "eintrag-00001");
  assert_search ("\"wald gemeinde\"", 0, NULL);
  assert_search ("wald-weg", N_ENTRIES, "eintrag-00005");
  assert_search ("\"gemeinde\"", N_ENTRIES, "eintrag-00001");
  assert_search ("\"gemeinden\"", 0, NULL);
}

static void
test_counts (void)
{
  static const char *const texts[] = { "", "z", "gemeinde", "q" };

  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        g_autoptr (WbQuery) all = wb_query_new (texts[t]);
        g_autoptr (WbQuery) some = wb_query_new (texts[t]);
        g_autoptr (WbResult) counted = search (all);
        g_autoptr (WbResult) chosen = NULL;

        wb_query_add_value (some, "size", sizes[i]);
        chosen = search (some);
        g_assert_cmpuint (wb_result_get_n_hits (chosen), ==, wb_result_get_count (counted, "size", sizes[i]));
        g_assert_cmpuint (wb_result_get_count (chosen, "size", "klein"), ==, wb_result_get_count (counted, "size", "klein"));
        g_assert_cmpuint (wb_result_get_n_without (chosen, "size"), ==, wb_result_get_n_hits (counted));
        g_assert_cmpuint (wb_result_get_n_unfiltered (chosen), ==, wb_result_get_n_hits (counted));
      }
}

/* Every order is checked from the first row to the last. */
static void
test_orders (void)
{
  g_autoptr (WbQuery) query = wb_query_new ("");
  g_autoptr (WbResult) by_title = NULL;
  g_autoptr (WbResult) by_date = NULL;
  g_autofree char *before = g_strdup ("");

  wb_query_set_sort (query, WB_SORT_TITLE);
  by_title = search (query);
  wb_query_set_sort (query, WB_SORT_NEWEST);
  by_date = search (query);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autoptr (WbHit) hit = g_list_model_get_item (wb_result_get_hits (by_title), i);

      g_assert_cmpstr (before, <, wb_hit_get_title (hit));
      g_free (before);
      before = g_strdup (wb_hit_get_title (hit));
    }
  for (guint i = 1; i < N_ENTRIES; i += 97)
    {
      g_autoptr (WbHit) newer = g_list_model_get_item (wb_result_get_hits (by_date), i - 1);
      g_autoptr (WbHit) older = g_list_model_get_item (wb_result_get_hits (by_date), i);

      g_assert_cmpstr (wb_hit_get_as_of (newer), >=, wb_hit_get_as_of (older));
    }
}

/* Whoever scrolls to the end keeps no more rows than whoever stays at the beginning. */
static void
test_list (void)
{
  g_autoptr (WbQuery) query = wb_query_new ("gemeinde");
  g_autoptr (WbResult) result = search (query);
  GListModel *hits = wb_result_get_hits (result);
  g_autoptr (WbHit) kept = g_list_model_get_item (hits, 0);
  g_autoptr (WbHit) again = g_list_model_get_item (hits, 0);

  g_assert_true (kept == again);
  g_assert_cmpuint (wb_hit_list_get_n_made (WB_HIT_LIST (hits)), ==, 1);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autoptr (WbHit) hit = g_list_model_get_item (hits, i);

      g_assert_cmpstr (wb_hit_get_title (hit), !=, "");
    }
  g_assert_cmpuint (wb_hit_list_get_n_made (WB_HIT_LIST (hits)), <=, 1000);
  g_assert_null (g_list_model_get_item (hits, N_ENTRIES));
  g_assert_cmpstr (wb_hit_get_title (kept), ==, "Brunnen 00001");
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Each key stops the search of the one before it: only the last one brings anything. */
static void
test_cancel (void)
{
  static const char *const keys[] = { "g", "ge", "gem", "geme", "gemei", "gemein" };
  GCancellable *cancellables[G_N_ELEMENTS (keys)];
  GAsyncResult *results[G_N_ELEMENTS (keys)] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (WbQuery) query = wb_query_new (keys[i]);

      if (i > 0)
        g_cancellable_cancel (cancellables[i - 1]);
      cancellables[i] = g_cancellable_new ();
      wb_library_search_async (library, query, cancellables[i], searched_cb, &results[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WbResult) result = NULL;

      while (results[i] == NULL)
        g_main_context_iteration (NULL, TRUE);
      result = wb_library_search_finish (library, results[i], &error);
      /* The first may have been through before it was stopped. */
      if (result == NULL)
        g_assert_error (error, WB_ERROR, WB_ERROR_CANCELLED);
      g_assert_true (i + 1 < G_N_ELEMENTS (keys) || result != NULL);
      g_object_unref (results[i]);
      g_object_unref (cancellables[i]);
    }
}

/* A search that was stopped leaves nothing behind, and one that is stopped already is not begun. */
static void
test_cancelled (void)
{
  g_autoptr (WbQuery) query = wb_query_new ("g");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (WbResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  result = wb_library_search (library, query, cancellable, &error);
  g_assert_null (result);
  g_assert_error (error, WB_ERROR, WB_ERROR_CANCELLED);
  assert_search ("g", N_ENTRIES, "eintrag-00001");
}

/* What is in memory of each entry: numbers only. */
static void
test_memory (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibraryIndex) index = wb_library_index_load (path, &error);
  const WbCatalogue *catalogue;
  gsize bytes;

  g_assert_no_error (error);
  catalogue = wb_library_index_get_catalogue (index);
  g_assert_cmpuint (catalogue->n, ==, N_ENTRIES);
  bytes = catalogue->n * (sizeof *catalogue->kinds + sizeof *catalogue->ranks + sizeof *catalogue->as_of
                          + sizeof *catalogue->review_by + sizeof *catalogue->starts)
          + catalogue->starts[catalogue->n] * sizeof *catalogue->values;
  g_assert_cmpuint (bytes, <=, N_ENTRIES * 20);
}

static guint
count_keys (const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbConnection) connection = wb_connection_open (file, WB_OPEN_IMMUTABLE, &error);
  gint64 n = 0;

  g_assert_no_error (error);
  g_assert_true (wb_connection_query_int (connection, "SELECT count (*) FROM posting", &n, &error));

  return n;
}

/* A library over this one has its postings, too, those of the new entry included; a small library has none. */
static void
test_over (void)
{
  g_autofree char *over = g_build_filename (folder, "over.db", NULL);
  g_autofree char *small = g_build_filename (folder, "small.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibraryWriter) writer = wb_library_writer_new_over (over, path, &error);
  g_autoptr (WbItem) item = wb_item_new (WB_KIND_TERM, "begriff-neu", "Gemeinde");
  g_autoptr (WbLibrary) other = NULL;
  g_autoptr (WbQuery) query = wb_query_new ("gemeinde");
  g_autoptr (WbResult) result = NULL;
  g_autofree char *id = NULL;

  g_assert_no_error (error);
  g_assert_true (wb_library_writer_add_item (writer, item, "", "", &error));
  g_assert_true (wb_library_writer_finish (writer, &error));
  other = wb_library_open (over, &error);
  g_assert_no_error (error);
  result = wb_library_search (other, query, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wb_result_get_n_hits (result), ==, N_ENTRIES + 1);
  id = get_id (result, 0);
  g_assert_cmpstr (id, ==, "begriff-neu");

  wb_test_write_library (small);
  g_assert_cmpuint (count_keys (small), ==, 0);
  g_assert_cmpuint (count_keys (over), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = wb_test_make_folder ();
  path = g_build_filename (folder, "library.db", NULL);
  write_library ();
  library = wb_library_open (path, &error);
  g_assert_no_error (error);

  g_test_add_func ("/scale/letters", test_letters);
  g_test_add_func ("/scale/words", test_words);
  g_test_add_func ("/scale/phrases", test_phrases);
  g_test_add_func ("/scale/counts", test_counts);
  g_test_add_func ("/scale/orders", test_orders);
  g_test_add_func ("/scale/list", test_list);
  g_test_add_func ("/scale/cancel", test_cancel);
  g_test_add_func ("/scale/cancelled", test_cancelled);
  g_test_add_func ("/scale/memory", test_memory);
  g_test_add_func ("/scale/over", test_over);
  status = g_test_run ();

  /* A worker may still hold it for a moment. */
  g_clear_object (&library);
  wb_test_remove_folder (folder);
  g_free (path);
  g_free (folder);

  return status;
}
