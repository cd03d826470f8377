/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "wb-data-paths.h"
#include "wb-error.h"

typedef struct
{
  const char *program; /* below the root */
  const char *data;    /* below the root */
} Layout;

static const Layout layouts[] = {
  { "build/src/cli", "build/data" },
  { "build/src/app", "build/data" },
  { "usr/bin", "usr/share/wegbereiter" },
};

static void
make_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_no_errno (g_mkdir_with_parents (parent, 0700));
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_remove (child);
    }
  g_assert_no_errno (g_rmdir (path));
}

static void
test_layout (gconstpointer data)
{
  const Layout *layout = data;
  g_autofree char *root = g_dir_make_tmp ("wb-paths-XXXXXX", NULL);
  g_autofree char *program = g_build_filename (root, layout->program, NULL);
  g_autofree char *folder = g_build_filename (root, layout->data, NULL);
  g_autofree char *expected_library = g_build_filename (folder, "library.db", NULL);
  g_autofree char *expected_register = g_build_filename (folder, "register", NULL);
  g_autofree char *found_library = NULL;
  g_autofree char *found_register = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (program, 0700));
  make_file (folder, "library.db");
  make_file (folder, "register/municipalities.tsv");

  found_library = wb_data_paths_find_library_from (program, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found_library, ==, expected_library);
  found_register = wb_data_paths_find_register_from (program, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found_register, ==, expected_register);

  remove_folder (root);
}

static void
test_nowhere (void)
{
  g_autofree char *root = g_dir_make_tmp ("wb-paths-XXXXXX", NULL);
  g_autofree char *installed = g_build_filename (WB_PKGDATADIR, "library.db", NULL);
  g_autoptr (GError) error = NULL;

  if (g_file_test (installed, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the program is installed here");
      g_rmdir (root);
      return;
    }

  g_assert_null (wb_data_paths_find_library_from (root, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (wb_data_paths_find_register_from ("", &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_rmdir (root);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *path = g_strconcat ("/data-paths/", layouts[i].program, NULL);

      g_test_add_data_func (path, &layouts[i], test_layout);
    }
  g_test_add_func ("/data-paths/nowhere", test_nowhere);

  return g_test_run ();
}
