/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-library-writer.h"
#include "wb-test-library.h"

/*
 * The numbers beside the filters against the lists they stand for, over random entries and random choices. The seed is the test
 * run's own (--seed), so that a failure can be repeated.
 */

#define N_ITEMS 240
#define N_QUERIES 60
#define TODAY "2026-06-15"

static const struct
{
  const char *facet;
  const char *values[6];
} facets[] = {
  { "domain", { "soziales", "energie", "verkehr", "bauen", NULL } },
  { "size", { "klein", "mittel", "gross", "kreis", NULL } },
  { "effort", { "gering", "mittel", "hoch", NULL } },
  { "barrier", { "mensch", "prozess", "technik", NULL } },
  { "state", { "NI", "MV", "BY", NULL } },
};

static const char *const words[] = { "strom", "karte", "antrag", "messung" };
static const WbKind kinds[] = { WB_KIND_USE_CASE, WB_KIND_PLAYBOOK, WB_KIND_LAW };

static WbLibrary *library;

static guint
count_values (guint facet)
{
  guint n = 0;

  while (facets[facet].values[n] != NULL)
    n++;

  return n;
}

static void
add_item (WbLibraryWriter *writer,
          guint            number)
{
  g_autofree char *id = g_strdup_printf ("eintrag-%u", number);
  g_autoptr (WbItem) item = wb_item_new (kinds[g_test_rand_int_range (0, 3)], id, id);
  g_autofree char *as_of = g_strdup_printf ("2026-01-%02u", g_test_rand_int_range (1, 29));
  g_autofree char *review_by = g_strdup_printf ("2026-%02u-15", g_test_rand_int_range (1, 13));
  g_autoptr (GError) error = NULL;

  wb_item_set_dates (item, as_of, g_test_rand_int_range (0, 5) == 0 ? NULL : review_by);
  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    for (guint j = 0; j < count_values (i); j++)
      if (g_test_rand_int_range (0, 3) == 0)
        wb_item_add_facet (item, facets[i].facet, facets[i].values[j]);
  wb_library_writer_add_item (writer, item, words[g_test_rand_int_range (0, 4)], "", &error);
  g_assert_no_error (error);
}

static WbLibrary *
make_library (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibraryWriter) writer = wb_library_writer_new (path, &error);
  WbLibrary *made;

  g_assert_no_error (error);
  for (guint i = 0; i < N_ITEMS; i++)
    add_item (writer, i);
  wb_library_writer_finish (writer, &error);
  g_assert_no_error (error);
  made = wb_library_open (path, &error);
  g_assert_no_error (error);

  return made;
}

/* What is ticked; a bit a value. The last two are kinds and the due check. */
typedef struct
{
  const char *text;
  guint ticked[G_N_ELEMENTS (facets)];
  guint kinds;
  gboolean due;
  char **ids; /* (nullable) */
} Choice;

static Choice
choose (void)
{
  Choice choice = { g_test_rand_int_range (0, 2) == 0 ? "" : words[g_test_rand_int_range (0, 4)] };
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    if (g_test_rand_int_range (0, 2) == 0)
      choice.ticked[i] = g_test_rand_int_range (0, 1 << count_values (i));
  choice.kinds = g_test_rand_int_range (0, 3) == 0 ? g_test_rand_int_range (0, 8) : 0;
  choice.due = g_test_rand_int_range (0, 4) == 0;
  for (guint i = 0; i < N_ITEMS; i += 3)
    {
      g_autofree char *id = g_strdup_printf ("eintrag-%u", i);

      g_strv_builder_add (ids, id);
    }
  choice.ids = g_test_rand_int_range (0, 4) == 0 ? g_strv_builder_end (ids) : NULL;

  return choice;
}

static WbResult *
run (const Choice *choice)
{
  g_autoptr (WbQuery) query = wb_query_new (choice->text);
  g_autoptr (GError) error = NULL;
  WbResult *result;

  wb_query_set_today (query, TODAY);
  wb_query_set_ids (query, (const char *const *) choice->ids);
  if (choice->due)
    wb_query_add_value (query, WB_FACET_REVIEW, WB_REVIEW_DUE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((choice->kinds & 1u << i) != 0)
      wb_query_add_value (query, "kind", wb_kind_to_string (kinds[i]));
  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    for (guint j = 0; j < count_values (i); j++)
      if ((choice->ticked[i] & 1u << j) != 0)
        wb_query_add_value (query, facets[i].facet, facets[i].values[j]);
  result = wb_library_search (library, query, NULL, &error);
  g_assert_no_error (error);

  return result;
}

static guint
count_hits (const Choice *choice)
{
  g_autoptr (WbResult) result = run (choice);

  /* The list holds what the number says. */
  g_assert_cmpuint (g_list_model_get_n_items (wb_result_get_hits (result)), ==, wb_result_get_n_hits (result));

  return wb_result_get_n_hits (result);
}

static void
check_facet (const Choice *choice,
             WbResult     *result,
             guint         facet)
{
  Choice other = *choice;

  for (guint j = 0; j < count_values (facet); j++)
    {
      other.ticked[facet] = 1u << j;
      g_assert_cmpuint (wb_result_get_count (result, facets[facet].facet, facets[facet].values[j]), ==, count_hits (&other));
    }
  other.ticked[facet] = 0;
  g_assert_cmpuint (wb_result_get_n_without (result, facets[facet].facet), ==, count_hits (&other));
}

static void
check_rest (const Choice *choice,
            WbResult     *result)
{
  Choice other = *choice;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      other.kinds = 1u << i;
      g_assert_cmpuint (wb_result_get_count (result, "kind", wb_kind_to_string (kinds[i])), ==, count_hits (&other));
    }
  other.kinds = 0;
  g_assert_cmpuint (wb_result_get_n_without (result, "kind"), ==, count_hits (&other));

  other = *choice;
  other.due = TRUE;
  g_assert_cmpuint (wb_result_get_count (result, WB_FACET_REVIEW, WB_REVIEW_DUE), ==, count_hits (&other));
  other.due = FALSE;
  g_assert_cmpuint (wb_result_get_n_without (result, WB_FACET_REVIEW), ==, count_hits (&other));

  other = *choice;
  other.ids = NULL;
  g_assert_cmpuint (wb_result_get_n_without_ids (result), ==, count_hits (&other));
  other = (Choice) { choice->text };
  g_assert_cmpuint (wb_result_get_n_unfiltered (result), ==, count_hits (&other));
}

static void
test_counts_match (void)
{
  guint n_empty = 0;

  for (guint i = 0; i < N_QUERIES; i++)
    {
      Choice choice = choose ();
      g_autoptr (WbResult) result = run (&choice);

      n_empty += wb_result_get_n_hits (result) == 0 ? 1 : 0;
      for (guint j = 0; j < G_N_ELEMENTS (facets); j++)
        check_facet (&choice, result, j);
      check_rest (&choice, result);
      g_strfreev (choice.ids);
    }
  /* Both sorts were seen. */
  g_assert_cmpuint (n_empty, <, N_QUERIES);
}

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    for (guint j = 0; j < count_values (i); j++)
      {
        const guint found = wb_library_get_kinds (library, facets[i].facet, facets[i].values[j]);
        guint expected = 0;

        for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
          {
            Choice choice = { "" };

            choice.ticked[i] = 1u << j;
            choice.kinds = 1u << k;
            expected |= count_hits (&choice) > 0 ? 1u << kinds[k] : 0;
          }
        g_assert_cmpuint (found, ==, expected);
        g_assert_cmpuint (found & ~wb_library_get_kinds (library, facets[i].facet, NULL), ==, 0);
      }
  g_assert_cmpuint (wb_library_get_kinds (library, "state", "XX"), ==, 0);
  g_assert_cmpuint (wb_library_get_kinds (library, "xyzzy", NULL), ==, 0);
}

static int
weigh (WbHit *hit)
{
  g_autoptr (WbItem) item = wb_library_get_item (library, wb_hit_get_id (hit), NULL);
  const int size = wb_item_has_facet (item, "size", "klein") ? 3 : wb_item_has_facet (item, "size", "mittel") ? 1 : 0;

  return size + (wb_item_has_facet (item, "state", "MV") ? 3 : 0);
}

static void
test_fit (void)
{
  static const char *const texts[] = { "", "karte" };

  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    {
      g_autoptr (WbQuery) query = wb_query_new (texts[t]);
      g_autoptr (WbResult) plain = wb_library_search (library, query, NULL, NULL);
      g_autoptr (WbResult) result = NULL;
      int last = G_MAXINT;

      wb_query_add_weight (query, "size", "klein", 3);
      wb_query_add_weight (query, "state", "MV", 3);
      wb_query_add_weight (query, "size", "mittel", 1);
      wb_query_set_sort (query, WB_SORT_FIT);
      result = wb_library_search (library, query, NULL, NULL);
      g_assert_cmpuint (wb_result_get_n_hits (result), ==, wb_result_get_n_hits (plain));
      for (guint i = 0; i < g_list_model_get_n_items (wb_result_get_hits (result)); i++)
        {
          g_autoptr (WbHit) hit = g_list_model_get_item (wb_result_get_hits (result), i);

          g_assert_cmpint (weigh (hit), <=, last);
          last = weigh (hit);
        }
      g_assert_cmpint (last, ==, 0);
    }
}

/* The day itself is not yet too late; without a day nothing is due. */
static void
test_due (void)
{
  Choice choice = { "" };
  g_autoptr (WbResult) result = NULL;
  g_autoptr (WbQuery) query = wb_query_new ("");
  g_autoptr (WbResult) undated = wb_library_search (library, query, NULL, NULL);

  choice.due = TRUE;
  result = run (&choice);
  g_assert_cmpuint (wb_result_get_n_hits (result), >, 0);
  for (guint i = 0; i < wb_result_get_n_hits (result); i++)
    {
      g_autoptr (WbHit) hit = g_list_model_get_item (wb_result_get_hits (result), i);

      g_assert_cmpstr (wb_hit_get_review_by (hit), <, TODAY);
      g_assert_cmpstr (wb_hit_get_review_by (hit), >, "");
    }
  g_assert_cmpuint (wb_result_get_count (undated, WB_FACET_REVIEW, WB_REVIEW_DUE), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = wb_test_make_folder ();
  library = make_library (folder);

  g_test_add_func ("/facets/counts-match", test_counts_match);
  g_test_add_func ("/facets/kinds", test_kinds);
  g_test_add_func ("/facets/fit", test_fit);
  g_test_add_func ("/facets/due", test_due);
  status = g_test_run ();

  g_assert_finalize_object (library);
  wb_test_remove_folder (folder);

  return status;
}
