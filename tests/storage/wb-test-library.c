/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-test-library.h"

#include "wb-library-writer.h"

#include <glib/gstdio.h>

char *
wb_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("wb-storage-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

void
wb_test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        wb_test_remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

char *
wb_test_fixture (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", "storage", name, NULL);
}

static WbVocabulary *
make_vocabulary (void)
{
  WbVocabulary *vocabulary = wb_vocabulary_new ();

  wb_vocabulary_add_facet (vocabulary, "size", "Größe");
  wb_vocabulary_add_value (vocabulary, "size", "klein", "Kleinstadt");
  wb_vocabulary_add_value (vocabulary, "size", "mittel", "Mittelstadt");
  wb_vocabulary_add_facet (vocabulary, "effort", "Aufwand");
  wb_vocabulary_add_value (vocabulary, "effort", "gering", "Gering");

  return vocabulary;
}

static char *
get (GKeyFile   *entries,
     const char *id,
     const char *key)
{
  g_autoptr (GError) error = NULL;
  char *value = g_key_file_get_string (entries, id, key, &error);

  g_assert_no_error (error);

  return value;
}

static WbItem *
make_item (GKeyFile   *entries,
           const char *id)
{
  g_autofree char *kind_name = get (entries, id, "kind");
  g_autofree char *title = get (entries, id, "title");
  g_autofree char *summary = get (entries, id, "summary");
  g_autofree char *as_of = get (entries, id, "as_of");
  g_autofree char *facets = get (entries, id, "facets");
  g_auto (GStrv) pairs = g_strsplit (facets, ";", -1);
  WbSource source = { (char *) "Quelle", (char *) "Amt", NULL, (char *) "Akte 7", (char *) "2026-01-01",
                      (char *) "belegt", NULL };
  WbKind kind;
  WbItem *item;

  g_assert_true (wb_kind_from_string (kind_name, &kind));
  item = wb_item_new (kind, id, title);
  wb_item_set_summary (item, summary);
  wb_item_set_body (item, "## Text");
  wb_item_set_dates (item, as_of, "2027-01-01");
  wb_item_set_licence (item, "CC-BY-4.0");
  wb_item_add_fact (item, "Träger", "Stadt");
  wb_item_add_link (item, "see-also", "sozialatlas", NULL, WB_KIND_USE_CASE);
  wb_item_add_source (item, &source);
  for (guint i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], ":", 2);

      wb_item_add_facet (item, pair[0], pair[1]);
    }

  return item;
}

static void
write_families (WbLibraryWriter *writer)
{
  static const char *const brigade[] = { "feuerwehr", "löschzug", "brandschutz", NULL };
  static const char *const nursery[] = { "kita", "krippe", "kinderhort", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (wb_library_writer_add_family (writer, brigade, &error));
  g_assert_true (wb_library_writer_add_family (writer, nursery, &error));
  g_assert_no_error (error);
}

void
wb_test_write_library (const char *path)
{
  g_autofree char *fixture = wb_test_fixture ("entries.ini");
  g_autoptr (GKeyFile) entries = g_key_file_new ();
  g_autoptr (WbVocabulary) vocabulary = make_vocabulary ();
  g_autoptr (WbLibraryWriter) writer = NULL;
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (entries, fixture, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  writer = wb_library_writer_new (path, &error);
  g_assert_no_error (error);
  g_assert_true (wb_library_writer_set_vocabulary (writer, vocabulary, &error));
  write_families (writer);
  ids = g_key_file_get_groups (entries, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (WbItem) item = make_item (entries, ids[i]);
      g_autofree char *text = get (entries, ids[i], "text");
      g_autofree char *keywords = get (entries, ids[i], "keywords");

      wb_library_writer_add_item (writer, item, text, keywords, &error);
      g_assert_no_error (error);
    }
  wb_library_writer_finish (writer, &error);
  g_assert_no_error (error);
}

char *
wb_test_search (WbLibrary  *library,
                const char *text)
{
  g_autoptr (WbQuery) query = wb_query_new (text);
  g_autoptr (WbResult) result = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GListModel *hits;

  result = wb_library_search (library, query, NULL, &error);
  g_assert_no_error (error);
  hits = wb_result_get_hits (result);
  g_assert_cmpuint (wb_result_get_n_hits (result), ==, g_list_model_get_n_items (hits));
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (WbHit) hit = g_list_model_get_item (hits, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? "," : "", wb_hit_get_id (hit));
    }

  return g_strdup (ids->str);
}
