/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-phonetic.h"
#include "wb-search-kin.h"
#include "wb-spelling.h"
#include "wb-test-library.h"

#include <string.h>

#define N_ENTRIES 25

static char *folder;
static WbLibrary *library;

static WbResult *
search (WbQuery *query)
{
  g_autoptr (GError) error = NULL;
  WbResult *result = wb_library_search (library, query, NULL, &error);

  g_assert_no_error (error);

  return result;
}

static void
check_marks (const char *text,
             GArray     *marks)
{
  gsize end = 0;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strchr (text, '\n'));
  for (guint i = 0; i < marks->len; i++)
    {
      const WbMark *mark = &g_array_index (marks, WbMark, i);

      g_assert_cmpuint (mark->start, <, mark->end);
      g_assert_cmpuint (mark->start, >=, end);
      g_assert_cmpuint (mark->end, <=, strlen (text));
      g_assert_true (g_utf8_validate (text + mark->start, mark->end - mark->start, NULL));
      end = mark->end;
    }
}

static void
check_hits (WbResult *result)
{
  GListModel *hits = wb_result_get_hits (result);

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (WbHit) hit = g_list_model_get_item (hits, i);

      check_marks (wb_hit_get_title (hit), wb_hit_get_title_marks (hit));
      check_marks (wb_hit_get_snippet (hit), wb_hit_get_snippet_marks (hit));
    }
}

static void
check_suggestions (WbResult   *result,
                   const char *expected)
{
  g_auto (GStrv) words = g_strsplit (expected, "|", -1);
  char **made = wb_result_get_suggestions (result);

  g_assert_cmpuint (g_strv_length (made), <=, 5);
  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    if (!g_strv_contains ((const char *const *) made, words[i]))
      g_test_fail_printf ("“%s” is not suggested", words[i]);
  for (guint i = 0; made[i] != NULL; i++)
    {
      g_autofree char *ids = wb_test_search (library, made[i]);

      g_assert_cmpstr (ids, !=, "");
    }
}

/* One row of the table: query, way, ids, suggestions. */
static void
check_row (char **row)
{
  g_autofree char *text = g_strcompress (row[0]);
  g_autofree char *ids = wb_test_search (library, text);
  g_autoptr (WbQuery) query = wb_query_new (text);
  g_autoptr (WbResult) result = search (query);
  guint n = wb_result_get_n_hits (result);
  gboolean good;

  if (g_str_equal (row[1], "hits") || g_str_equal (row[1], "partial"))
    good = g_str_equal (ids, row[2])
           && wb_result_get_partial (result) == g_str_equal (row[1], "partial");
  else if (g_str_equal (row[1], "first"))
    good = g_str_has_prefix (ids, row[2]);
  else if (g_str_equal (row[1], "some"))
    good = n > 0;
  else if (g_str_equal (row[1], "all"))
    good = n == N_ENTRIES;
  else
    good = g_str_equal (row[1], "none") && n == 0;
  if (!good)
    g_test_fail_printf ("“%s” (%s): found %s, not %s", row[0], row[1], ids, row[2]);
  check_hits (result);
  check_suggestions (result, row[3]);
}

static void
test_table (void)
{
  g_autofree char *path = wb_test_fixture ("search.tsv");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) row = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      g_assert_cmpuint (g_strv_length (row), ==, 4);
      check_row (row);
      n++;
    }
  g_assert_cmpuint (n, >=, 80);
}

/* Whatever is typed is a query. */
static void
test_garbage (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  static const char pieces[] = "\"'*()[]{}:^+-~,.;/\\ %_=<>\t\x01\xff\xc3\xa4\xe2\x80 AND OR NOT NEAR aeiou";

  for (guint i = 0; i < 300; i++)
    {
      char text[64] = { 0 };

      for (guint j = 0; j < 40; j++)
        text[j] = pieces[g_rand_int_range (rand, 0, sizeof (pieces) - 1)];
      g_free (wb_test_search (library, text));
    }
}

static void
test_long_query (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *one = g_strnfill (10000, 'b');
  g_autofree char *quotes = g_strnfill (10000, '"');

  for (guint i = 0; words->len < 10000; i++)
    g_string_append_printf (words, "Wort%u-Teil ", i);
  g_free (wb_test_search (library, words->str));
  g_free (wb_test_search (library, one));
  g_free (wb_test_search (library, quotes));
}

static char *
join_marks (const char *text,
            GArray     *marks)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      const WbMark *mark = &g_array_index (marks, WbMark, i);

      g_string_append_printf (out, "%s%.*s", i > 0 ? "|" : "", (int) (mark->end - mark->start),
                              text + mark->start);
    }

  return g_strdup (out->str);
}

static void
assert_marks (const char *text,
              const char *id,
              const char *title_marks,
              const char *snippet_marks)
{
  g_autoptr (WbQuery) query = wb_query_new (text);
  g_autoptr (WbResult) result = search (query);
  GListModel *hits = wb_result_get_hits (result);

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (WbHit) hit = g_list_model_get_item (hits, i);
      g_autofree char *in_title = join_marks (wb_hit_get_title (hit), wb_hit_get_title_marks (hit));
      g_autofree char *in_snippet = join_marks (wb_hit_get_snippet (hit), wb_hit_get_snippet_marks (hit));

      if (!g_str_equal (wb_hit_get_id (hit), id))
        continue;
      g_assert_cmpstr (in_title, ==, title_marks);
      g_assert_cmpstr (in_snippet, ==, snippet_marks);
      return;
    }
  g_test_fail_printf ("“%s” does not find %s", text, id);
}

static void
test_marks (void)
{
  assert_marks ("Muellheim", "strassenbeleuchtung", "", "Müllheim");
  assert_marks ("beleuchtung", "strassenbeleuchtung", "beleuchtung", "");
  assert_marks ("häuser", "energiebericht", "Häuser", "Haus");
  assert_marks ("opendata", "data-governance", "", "Open-Data-Portal");
  assert_marks ("opendata ", "data-governance", "", "Open-Data");
  assert_marks ("\"Haus der Jugend\"", "energiebericht", "", "Haus der Jugend");
  assert_marks ("rat überz", "rat-ueberzeugen", "Rat|überzeugen", "rat");
  assert_marks ("baumkat", "baumkataster", "Baumkataster", "");
}

static void
add_values (WbQuery    *query,
            const char *facet,
            const char *first,
            const char *second)
{
  wb_query_add_value (query, facet, first);
  if (second != NULL)
    wb_query_add_value (query, facet, second);
}

static void
test_facets (void)
{
  g_autoptr (WbQuery) query = wb_query_new ("");
  g_autoptr (WbResult) all = search (query);
  g_autoptr (WbResult) two = NULL;
  g_autoptr (WbResult) both = NULL;

  g_assert_cmpuint (wb_result_get_count (all, "kind", "use-case"), ==, 10);
  g_assert_cmpuint (wb_result_get_count (all, "kind", "law"), ==, 2);
  g_assert_cmpuint (wb_result_get_count (all, "size", "klein"), ==, 3);
  g_assert_cmpuint (wb_result_get_count (all, "size", "riesig"), ==, 0);

  /* "Or" within a facet; the facet's own choice does not change its own counts. */
  add_values (query, "size", "klein", "kreis");
  two = search (query);
  g_assert_cmpuint (wb_result_get_n_hits (two), ==, 6);
  g_assert_cmpuint (wb_result_get_count (two, "size", "klein"), ==, 3);
  g_assert_cmpuint (wb_result_get_count (two, "size", "mittel"), ==, 3);
  g_assert_cmpuint (wb_result_get_count (two, "effort", "gering"), ==, 2);
  g_assert_cmpuint (wb_result_get_count (two, "effort", "hoch"), ==, 1);
  g_assert_cmpuint (wb_result_get_count (two, "kind", "use-case"), ==, 6);
  g_assert_cmpuint (wb_result_get_count (two, "kind", "law"), ==, 0);

  /* "And" between facets. */
  add_values (query, "effort", "gering", NULL);
  both = search (query);
  g_assert_cmpuint (wb_result_get_n_hits (both), ==, 2);
  g_assert_cmpuint (wb_result_get_count (both, "size", "klein"), ==, 1);
  g_assert_cmpuint (wb_result_get_count (both, "size", "kreis"), ==, 1);
  g_assert_cmpuint (wb_result_get_count (both, "size", "mittel"), ==, 0);
  g_assert_cmpuint (wb_result_get_count (both, "effort", "mittel"), ==, 3);
}

/* A number must say what ticking the box brings: compare each with the search it stands for. */
static void
test_counts_hold (void)
{
  static const char *const texts[] = { "", "gemeinde", "strom", "datenschutz" };
  static const char *const sizes[] = { "klein", "mittel", "gross", "kreis" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        g_autoptr (WbQuery) before = wb_query_new (texts[i]);
        g_autoptr (WbQuery) after = NULL;
        g_autoptr (WbResult) counted = NULL;
        g_autoptr (WbResult) ticked = NULL;

        wb_query_add_value (before, "effort", "mittel");
        after = wb_query_copy (before);
        wb_query_add_value (after, "size", sizes[j]);
        counted = search (before);
        ticked = search (after);
        g_assert_cmpuint (wb_result_get_count (counted, "size", sizes[j]), ==,
                          wb_result_get_n_hits (ticked));
      }
}

static void
test_ids_and_limit (void)
{
  static const char *const ids[] = { "begriff-api", "sozialatlas", "gibt-es-nicht", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (WbQuery) query = wb_query_new ("");
  g_autoptr (WbResult) some = NULL;
  g_autoptr (WbResult) nothing = NULL;
  g_autoptr (WbResult) limited = NULL;

  wb_query_set_ids (query, ids);
  some = search (query);
  g_assert_cmpuint (wb_result_get_n_hits (some), ==, 2);
  wb_query_set_ids (query, none);
  nothing = search (query);
  g_assert_cmpuint (wb_result_get_n_hits (nothing), ==, 0);
  wb_query_set_ids (query, NULL);
  wb_query_set_limit (query, 4);
  limited = search (query);
  g_assert_cmpuint (wb_result_get_n_hits (limited), ==, N_ENTRIES);
  g_assert_cmpuint (g_list_model_get_n_items (wb_result_get_hits (limited)), ==, 4);
  g_assert_cmpuint (wb_result_get_count (limited, "kind", "use-case"), ==, 10);
}

static void
assert_first (WbSort      sort,
              const char *id)
{
  g_autoptr (WbQuery) query = wb_query_new ("");
  g_autoptr (WbResult) result = NULL;
  g_autoptr (WbHit) hit = NULL;

  wb_query_set_sort (query, sort);
  result = search (query);
  hit = g_list_model_get_item (wb_result_get_hits (result), 0);
  g_assert_cmpstr (wb_hit_get_id (hit), ==, id);
}

static void
test_sorting (void)
{
  assert_first (WB_SORT_RELEVANCE, "baumkataster");
  assert_first (WB_SORT_TITLE, "recht-sgb-x");
  assert_first (WB_SORT_NEWEST, "begriff-lorawan");
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (WbQuery) query = wb_query_new ("beleuchtung");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *first = NULL;
  GAsyncResult *second = NULL;
  g_autoptr (WbResult) result = NULL;
  g_autoptr (WbResult) none = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  wb_library_search_async (library, query, cancellable, searched_cb, &first);
  wb_library_search_async (library, query, NULL, searched_cb, &second);
  while (first == NULL || second == NULL)
    g_main_context_iteration (NULL, TRUE);
  none = wb_library_search_finish (library, first, &error);
  g_assert_null (none);
  g_assert_error (error, WB_ERROR, WB_ERROR_CANCELLED);
  g_clear_error (&error);
  result = wb_library_search_finish (library, second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wb_result_get_n_hits (result), ==, 2);
  g_object_unref (first);
  g_object_unref (second);
}

static void
test_distance (void)
{
  g_assert_cmpuint (wb_spelling_measure ("haus", "haus", 2, FALSE), ==, 0);
  g_assert_cmpuint (wb_spelling_measure ("haus", "hasu", 2, FALSE), ==, 1);
  g_assert_cmpuint (wb_spelling_measure ("haus", "maus", 2, FALSE), ==, 1);
  g_assert_cmpuint (wb_spelling_measure ("haus", "hausen", 2, FALSE), ==, 2);
  g_assert_cmpuint (wb_spelling_measure ("haus", "baustelle", 2, FALSE), ==, 3);
  g_assert_cmpuint (wb_spelling_measure ("", "ab", 2, FALSE), ==, 2);
}

static void
test_distance_of_beginning (void)
{
  g_assert_cmpuint (wb_spelling_measure ("schnitst", "schnittstelle", 2, TRUE), ==, 1);
  g_assert_cmpuint (wb_spelling_measure ("schnittst", "schnittstelle", 2, TRUE), ==, 0);
  g_assert_cmpuint (wb_spelling_measure ("schnitst", "schnittstelle", 2, FALSE), ==, 3);
}

static void
assert_sound (const char *key,
              const char *expected)
{
  char code[WB_PHONETIC_MAX + 1];

  wb_phonetic_encode (key, code);
  g_assert_cmpstr (code, ==, expected);
}

/* The first two are the examples that the method is usually explained with. */
static void
test_sound (void)
{
  g_autofree char *endless = g_strnfill (500, 'x');
  char code[WB_PHONETIC_MAX + 1];

  assert_sound ("wikipedia", "3412");
  assert_sound ("mullerludenscheidt", "65752682");
  assert_sound ("fater", "327");
  assert_sound ("vater", "327");
  assert_sound ("hexe", "048");
  assert_sound ("", "");
  assert_sound ("12", "");
  wb_phonetic_encode (endless, code);
  g_assert_cmpuint (strlen (code), <=, WB_PHONETIC_MAX);
}

static void
assert_root (const char *key,
             const char *expected)
{
  g_autofree char *root = wb_search_kin_find_root (key);

  g_assert_cmpstr (root, ==, expected);
}

static void
test_roots (void)
{
  assert_root ("exportieren", "export");
  assert_root ("messung", "mess");
  assert_root ("planungen", "plan");
  assert_root ("eingescannt", "einscann");
  assert_root ("auszuschreiben", "ausschreib");
  assert_root ("gemeldet", "meld");
  assert_root ("verstandlichkeit", "verstandlich");
  assert_root ("ung", NULL);
  assert_root ("haus", NULL);
  assert_root ("", NULL);
}

static void
assert_corrections (const char *text,
                    const char *expected)
{
  g_autoptr (WbQuery) query = wb_query_new (text);
  g_autoptr (WbResult) result = search (query);
  g_autofree char *words = g_strjoinv ("|", wb_result_get_corrections (result));

  g_assert_cmpstr (words, ==, expected);
}

/* What is looked for in the place of what was typed is said; nothing is put in the place of a word that is there. */
static void
test_corrections (void)
{
  assert_corrections ("Feuerwehr", "");
  assert_corrections ("Kinderhort", "");
  assert_corrections ("Fuerwehr", "Feuerwehr");
  assert_corrections ("Löschzuk", "löschzug");
  assert_corrections ("wo ist die Fuerwehr der Gemeidne", "Feuerwehr|Gemeinde");
  assert_corrections ("Bäumekontrolle", "Bäume Kontrolle");
  assert_corrections ("\"Fuerwehr\"", "");
  assert_corrections ("xyzzy", "");
  assert_corrections ("", "");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = wb_test_make_folder ();
  path = g_build_filename (folder, "library.db", NULL);
  wb_test_write_library (path);
  library = wb_library_open (path, &error);
  g_assert_no_error (error);

  g_test_add_func ("/search/table", test_table);
  g_test_add_func ("/search/garbage", test_garbage);
  g_test_add_func ("/search/long-query", test_long_query);
  g_test_add_func ("/search/marks", test_marks);
  g_test_add_func ("/search/facets", test_facets);
  g_test_add_func ("/search/counts-hold", test_counts_hold);
  g_test_add_func ("/search/ids-and-limit", test_ids_and_limit);
  g_test_add_func ("/search/sorting", test_sorting);
  g_test_add_func ("/search/async", test_async);
  g_test_add_func ("/search/distance", test_distance);
  g_test_add_func ("/search/distance-of-beginning", test_distance_of_beginning);
  g_test_add_func ("/search/sound", test_sound);
  g_test_add_func ("/search/roots", test_roots);
  g_test_add_func ("/search/corrections", test_corrections);
  status = g_test_run ();

  /* A worker may still hold it for a moment. */
  g_clear_object (&library);
  wb_test_remove_folder (folder);
  g_free (folder);

  return status;
}
