/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-pack-file.h"

#include "wb-file.h"
#include "wb-library.h"
#include "wb-meta-table.h"

#include <glib/gi18n-lib.h>

void
wb_pack_file_free (WbPackFile *self)
{
  if (self == NULL)
    return;

  g_free (self->base);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

static gboolean
check_version (WbConnection  *connection,
               const char    *path,
               GError       **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  guint version;

  if (!wb_connection_check_format (connection, WB_LIBRARY_APPLICATION_ID, &version, error))
    return FALSE;
  if (version <= WB_LIBRARY_VERSION)
    return TRUE;
  g_set_error (error, WB_ERROR, WB_ERROR_NEWER,
               _("The library “%s” was made for a newer version of this program and was left untouched."), name);

  return FALSE;
}

WbPackFile *
wb_pack_file_read (const char  *path,
                   gboolean     with_rows,
                   GError     **error)
{
  g_autoptr (WbPackFile) self = g_new0 (WbPackFile, 1);
  g_autoptr (WbConnection) connection = NULL;
  g_autoptr (GHashTable) facts = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!wb_file_check_regular (path, error))
    return NULL;
  connection = wb_connection_open (path, WB_OPEN_IMMUTABLE, error);
  if (connection == NULL || !wb_connection_harden (connection, error) || !check_version (connection, path, error))
    return NULL;
  facts = wb_meta_table_load (connection, error);
  if (facts == NULL)
    return NULL;

  self->base = g_strdup (g_hash_table_lookup (facts, "base"));
  if (self->base == NULL)
    self->base = g_strdup ("");
  self->can_roll_back = g_hash_table_contains (facts, "rollback");
  if (with_rows)
    {
      self->rows = wb_pack_table_list (connection, error);
      if (self->rows == NULL)
        return NULL;
    }

  return g_steal_pointer (&self);
}
