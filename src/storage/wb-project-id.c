/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-id.h"

#include "wb-meta-table.h"
#include "wb-project-schema.h"

char *
wb_project_id_make (void)
{
  return g_uuid_string_random ();
}

char *
wb_project_id_read (WbConnection  *connection,
                    GError       **error)
{
  g_autoptr (GHashTable) meta = NULL;
  const char *id;

  g_return_val_if_fail (connection != NULL, NULL);

  meta = wb_meta_table_load (connection, error);
  if (meta == NULL)
    return NULL;
  id = g_hash_table_lookup (meta, WB_PROJECT_ID);

  /* It becomes the name of a folder. */
  return id != NULL && g_uuid_string_is_valid (id) ? g_ascii_strdown (id, -1) : NULL;
}

static gboolean
write_id (WbConnection  *connection,
          gpointer       user_data,
          GError       **error)
{
  g_autofree char *id = wb_project_id_make ();

  return wb_meta_table_set (connection, WB_PROJECT_ID, id, error);
}

gboolean
wb_project_id_ensure (WbConnection  *connection,
                      GError       **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = wb_project_id_read (connection, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return id != NULL || wb_connection_transact (connection, write_id, NULL, error);
}
