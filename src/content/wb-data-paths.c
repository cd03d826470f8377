/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-data-paths.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "wb-error.h"

/* Seen from src/cli or src/app of a build tree, from a folder of tests, and from an installed bin. */
static const char *const folders[] = {
  "../data",
  "../../data",
  "../share/wegbereiter",
};

static char *
find (const char *folder,
      const char *name)
{
  char *path;

  for (guint i = 0; *folder != '\0' && i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *candidate = g_build_filename (folder, folders[i], name, NULL);

      if (g_file_test (candidate, G_FILE_TEST_IS_REGULAR))
        return g_canonicalize_filename (candidate, NULL);
    }

  path = g_build_filename (WB_PKGDATADIR, name, NULL);
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return path;
  g_free (path);

  return NULL;
}

static char *
get_program_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL ? g_path_get_dirname (program) : g_strdup ("");
}

char *
wb_data_paths_find_library_from (const char  *folder,
                                 GError     **error)
{
  char *path;

  g_return_val_if_fail (folder != NULL, NULL);

  path = find (folder, "library.db");
  if (path == NULL)
    g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
                 _("The bundled library (library.db) is not there. Please install the program again."));

  return path;
}

char *
wb_data_paths_find_register_from (const char  *folder,
                                  GError     **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (folder != NULL, NULL);

  path = find (folder, "register/municipalities.tsv");
  if (path == NULL)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
                   _("The register of municipalities is not there. Please install the program again."));
      return NULL;
    }

  return g_path_get_dirname (path);
}

char *
wb_data_paths_find_library (GError **error)
{
  g_autofree char *folder = get_program_folder ();

  return wb_data_paths_find_library_from (folder, error);
}

char *
wb_data_paths_find_register (GError **error)
{
  g_autofree char *folder = get_program_folder ();

  return wb_data_paths_find_register_from (folder, error);
}
