/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-connection.h"
#include "wb-library-writer.h"
#include "wb-test-library.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = wb_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "library.db", NULL);
  wb_test_write_library (fixture->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  wb_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_open_fails (const char *path,
                   WbError     code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);

  g_assert_null (wb_library_open (path, &error));
  g_assert_error (error, WB_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
}

static void
run_sql (const char *path,
         const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbConnection) connection = wb_connection_open (path, WB_OPEN_WRITE, &error);

  g_assert_no_error (error);
  wb_connection_run (connection, sql, &error);
  g_assert_no_error (error);
}

static void
test_item (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibrary) library = wb_library_open (fixture->path, &error);
  g_autoptr (WbItem) item = NULL;
  const WbLink *link;
  const WbSource *source;

  g_assert_no_error (error);
  item = wb_library_get_item (library, "begriff-api", &error);
  g_assert_no_error (error);
  g_assert_cmpint (wb_item_get_kind (item), ==, WB_KIND_TERM);
  g_assert_cmpstr (wb_item_get_title (item), ==, "API");
  g_assert_cmpstr (wb_item_get_body (item), ==, "## Text");
  g_assert_cmpstr (wb_item_get_review_by (item), ==, "2027-01-01");
  g_assert_null (wb_item_get_payload (item));
  link = g_ptr_array_index (wb_item_get_links (item), 0);
  g_assert_cmpstr (link->title, ==, "Sozialatlas des Landkreises");
  g_assert_cmpint (link->kind, ==, WB_KIND_USE_CASE);
  source = g_ptr_array_index (wb_item_get_sources (item), 0);
  g_assert_cmpstr (source->reference, ==, "Akte 7");
  g_assert_null (source->url);
  g_assert_null (wb_library_get_item (library, "gibt-es-nicht", &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
}

static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibrary) library = wb_library_open (fixture->path, &error);
  g_autoptr (GListModel) playbooks = NULL;
  g_autoptr (GListModel) backlinks = NULL;
  g_autoptr (GListModel) same = NULL;
  g_autoptr (GListModel) others = NULL;
  g_autoptr (WbItem) first = NULL;
  g_autofree char *title = NULL;
  g_autofree char *none = NULL;
  WbKind kind;

  playbooks = wb_library_list (library, WB_KIND_PLAYBOOK, &error);
  g_assert_cmpuint (g_list_model_get_n_items (playbooks), ==, 4);
  first = g_list_model_get_item (playbooks, 0);
  g_assert_cmpstr (wb_item_get_id (first), ==, "data-governance");
  g_assert_cmpstr (wb_item_get_facet (first, "effect"), ==, "umsetzungsfaehigkeit");
  backlinks = wb_library_list_backlinks (library, "sozialatlas", NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (backlinks), ==, 25);
  same = wb_library_list_backlinks (library, "sozialatlas", "see-also", &error);
  g_assert_cmpuint (g_list_model_get_n_items (same), ==, 25);
  others = wb_library_list_backlinks (library, "sozialatlas", "uses", &error);
  g_assert_cmpuint (g_list_model_get_n_items (others), ==, 0);
  g_assert_true (wb_library_lookup (library, "begriff-api", &title, &kind));
  g_assert_cmpstr (title, ==, "API");
  g_assert_false (wb_library_lookup (library, "x", &none, &kind));
  g_assert_null (none);
  g_assert_cmpstr (wb_vocabulary_get_value_label (wb_library_get_vocabulary (library), "size", "klein"),
                   ==, "Kleinstadt");
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none.db", NULL);

  assert_open_fails (path, WB_ERROR_NOT_FOUND);
  assert_open_fails (fixture->folder, WB_ERROR_NOT_FOUND);
}

static void
test_foreign (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "brief.db", NULL);

  g_assert_true (g_file_set_contents (path, "Sehr geehrte Damen und Herren", -1, NULL));
  assert_open_fails (path, WB_ERROR_FOREIGN);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_open_fails (path, WB_ERROR_FOREIGN);
  run_sql (fixture->path, "PRAGMA application_id = 4711");
  assert_open_fails (fixture->path, WB_ERROR_FOREIGN);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  run_sql (fixture->path, "PRAGMA user_version = 99");
  assert_open_fails (fixture->path, WB_ERROR_NEWER);
}

static void
test_truncated (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (guint pages = 1; pages < 8; pages++)
    {
      g_assert_true (g_file_set_contents (fixture->path, bytes, 4096 * pages - 100, NULL));
      assert_open_fails (fixture->path, WB_ERROR_CORRUPT);
    }
}

static void
test_missing_table (Fixture       *fixture,
                    gconstpointer  data)
{
  run_sql (fixture->path, "DROP TABLE item_value");
  assert_open_fails (fixture->path, WB_ERROR_CORRUPT);
}

/* Damage anywhere may hide or break entries, but it never crashes. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *damaged = g_memdup2 (bytes, length);
      g_autoptr (WbLibrary) library = NULL;
      g_autoptr (WbQuery) query = wb_query_new ("beleuchtung gemeinde");
      g_autoptr (WbResult) result = NULL;
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 40; j++)
        damaged[g_rand_int_range (rand, 100, length)] = g_rand_int (rand);
      g_assert_true (g_file_set_contents (fixture->path, damaged, length, NULL));
      library = wb_library_open (fixture->path, &error);
      if (library != NULL)
        result = wb_library_search (library, query, NULL, &error);
      g_assert_true (result != NULL || error != NULL);
    }
}

static void
test_deterministic (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "again.db", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize n_first;
  gsize n_second;

  wb_test_write_library (other);
  g_assert_true (g_file_get_contents (fixture->path, &first, &n_first, NULL));
  g_assert_true (g_file_get_contents (other, &second, &n_second, NULL));
  g_assert_cmpmem (first, n_first, second, n_second);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_unfinished (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WbItem) item = wb_item_new (WB_KIND_TERM, "a", "A");
  WbLibraryWriter *writer;
  struct stat status;
  gsize n_before;
  gsize n_after;

  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
  writer = wb_library_writer_new (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (wb_library_writer_add_item (writer, item, "", "", &error));
  g_assert_false (wb_library_writer_add_item (writer, item, "", "", &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "“a”"));
  g_assert_finalize_object (writer);
  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0644);
}

/* What came with a content pack says so, in the library that was made with it and nowhere else. */
static void
test_origin (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "packs.db", NULL);
  g_autoptr (WbItem) item = wb_item_new (WB_KIND_TERM, "begriff-paket", "Paket");
  g_autoptr (WbItem) read = NULL;
  g_autoptr (WbItem) bundled = NULL;
  g_autoptr (WbLibraryWriter) writer = wb_library_writer_new_over (path, fixture->path, NULL);
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  wb_item_set_pack (item, "Neues aus <dem> Kreis", "Kreis");
  g_assert_true (wb_library_writer_add_item (writer, item, "", "", &error));
  g_assert_true (wb_library_writer_finish (writer, &error));
  library = wb_library_open (path, &error);
  g_assert_no_error (error);
  read = wb_library_get_item (library, "begriff-paket", &error);
  bundled = wb_library_get_item (library, "sozialatlas", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (wb_item_get_pack_title (read), ==, "Neues aus <dem> Kreis");
  g_assert_cmpstr (wb_item_get_pack_publisher (read), ==, "Kreis");
  g_assert_null (wb_item_get_pack_title (bundled));
  g_unlink (path);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "library.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (wb_library_writer_new (path, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
}

static gpointer
read_in_thread (gpointer data)
{
  WbLibrary *library = data;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *ids = wb_test_search (library, "beleuchtung");
      g_autoptr (WbItem) item = wb_library_get_item (library, "sozialatlas", NULL);

      g_assert_nonnull (item);
      g_assert_cmpstr (ids, ==, "energiebericht,strassenbeleuchtung");
    }

  return NULL;
}

static void
test_threads (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (WbLibrary) library = wb_library_open (fixture->path, NULL);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_thread, library);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

#define ADD(name) g_test_add ("/library/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (item);
  ADD (lists);
  ADD (missing);
  ADD (foreign);
  ADD (newer);
  ADD (truncated);
  ADD (missing_table);
  ADD (damaged);
  ADD (deterministic);
  ADD (unfinished);
  ADD (origin);
  ADD (no_folder);
  ADD (threads);

  return g_test_run ();
}
