/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-free-path.h"

#include <string.h>

#include "wb-project-file.h"

static gboolean
is_free (const char *path)
{
  return !g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
}

char *
wb_free_path_find (const char *path)
{
  g_autofree char *stem = g_strdup (path);
  const char *suffix = g_str_has_suffix (path, WB_PROJECT_SUFFIX) ? WB_PROJECT_SUFFIX : "";

  g_return_val_if_fail (path != NULL, NULL);

  if (is_free (path))
    return g_steal_pointer (&stem);
  stem[strlen (stem) - strlen (suffix)] = '\0';
  for (guint i = 2;; i++)
    {
      g_autofree char *other = g_strdup_printf ("%s-%u%s", stem, i, suffix);

      if (is_free (other))
        return g_steal_pointer (&other);
    }
}
