/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-file.h"

#include "wb-file.h"
#include "wb-meta-table.h"
#include "wb-project-id.h"
#include "wb-project-schema.h"
#include "wb-town-meta.h"

#include <glib/gstdio.h>

/* What a new project begins with. */
typedef struct
{
  const char *title;
  const char *guide_id;
  const char *guide_title;
  const char *guide_json;
  const char *use_case;
  WbMunicipality *town;
} Beginning;

static gboolean
write_beginning (WbConnection  *connection,
                 gpointer       user_data,
                 GError       **error)
{
  const Beginning *beginning = user_data;
  g_autofree char *id = wb_project_id_make ();

  return wb_schema_apply (&wb_project_schema, connection, 0, error)
         && wb_meta_table_set (connection, WB_PROJECT_ID, id, error)
         && wb_meta_table_set (connection, WB_PROJECT_TITLE, beginning->title, error)
         && wb_meta_table_set (connection, WB_PROJECT_GUIDE_ID, beginning->guide_id, error)
         && wb_meta_table_set (connection, WB_PROJECT_GUIDE_TITLE, beginning->guide_title, error)
         && wb_meta_table_set (connection, WB_PROJECT_GUIDE_JSON, beginning->guide_json, error)
         && wb_meta_table_set (connection, WB_PROJECT_USE_CASE, beginning->use_case, error)
         && wb_town_meta_set (connection, beginning->town, error);
}

/* All in one transaction: there is a whole project or an empty file. */
static gboolean
fill_file (const char  *path,
           Beginning   *beginning,
           GError     **error)
{
  g_autoptr (WbConnection) connection = wb_connection_open (path, WB_OPEN_WRITE, error);

  return connection != NULL && wb_project_schema_prepare (connection, error)
         && wb_connection_transact (connection, write_beginning, beginning, error);
}

WbProjectFile *
wb_project_file_create (const char      *path,
                        const char      *title,
                        const char      *guide_id,
                        const char      *guide_title,
                        const char      *guide_json,
                        const char      *use_case,
                        WbMunicipality  *town,
                        GError         **error)
{
  Beginning beginning = { title, guide_id, guide_title, guide_json, use_case, town };
  GError *failure = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (title != NULL && guide_id != NULL, NULL);

  if (!wb_file_create_private (path, error))
    return NULL;
  if (!fill_file (path, &beginning, &failure))
    {
      g_unlink (path);
      wb_file_set_fill_error (path, failure, error);
      return NULL;
    }

  return wb_project_file_open (path, error);
}
