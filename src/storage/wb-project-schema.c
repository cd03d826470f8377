/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-schema.h"

#include <glib/gstdio.h>
#include <string.h>

#include "wb-answer-table.h"
#include "wb-attachment-table.h"
#include "wb-file.h"
#include "wb-meta-table.h"
#include "wb-project-file.h"
#include "wb-revision-table.h"
#include "wb-row-table.h"
#include "wb-slide-table.h"

static gboolean
create_version_1 (WbConnection  *connection,
                  gpointer       user_data,
                  GError       **error)
{
  return wb_meta_table_create (connection, error) && wb_answer_table_create (connection, error)
         && wb_row_table_create (connection, error);
}

static gboolean
create_version_2 (WbConnection  *connection,
                  gpointer       user_data,
                  GError       **error)
{
  return wb_slide_table_create (connection, error);
}

static gboolean
create_version_3 (WbConnection  *connection,
                  gpointer       user_data,
                  GError       **error)
{
  return wb_revision_table_create (connection, error);
}

static gboolean
create_version_4 (WbConnection  *connection,
                  gpointer       user_data,
                  GError       **error)
{
  return wb_attachment_table_create (connection, error);
}

static const WbTransaction steps[] = { create_version_1, create_version_2, create_version_3, create_version_4 };

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == WB_PROJECT_VERSION);

const WbSchema wb_project_schema = { WB_PROJECT_APPLICATION_ID, WB_PROJECT_VERSION, steps };

gboolean
wb_project_schema_prepare (WbConnection  *connection,
                           GError       **error)
{
  return wb_connection_run (connection, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON",
                            error);
}

static gboolean
write_marks (WbConnection  *connection,
             gpointer       user_data,
             GError       **error)
{
  return wb_schema_apply (&wb_project_schema, connection, WB_PROJECT_VERSION, error);
}

gboolean
wb_project_schema_tidy (WbConnection  *connection,
                        GError       **error)
{
  g_autofree char *journal = g_strconcat (wb_connection_get_path (connection), "-journal", NULL);

  /* Only SQLite may say that a journal is not needed; any write makes it do so. */
  return !g_file_test (journal, G_FILE_TEST_EXISTS)
         || wb_connection_transact (connection, write_marks, NULL, error);
}

/* "Sozialräume.wegbereiter" → "Sozialräume-version-1.wegbereiter": what the file was before this program changed its format. */
static gboolean
keep_copy (WbConnection  *connection,
           guint          version,
           GError       **error)
{
  const char *path = wb_connection_get_path (connection);
  const gsize suffix = g_str_has_suffix (path, WB_PROJECT_SUFFIX) ? strlen (WB_PROJECT_SUFFIX) : 0;
  g_autofree char *stem = g_strndup (path, strlen (path) - suffix);
  g_autofree char *copy = g_strdup_printf ("%s-version-%u%s", stem, version, WB_PROJECT_SUFFIX);
  g_autofree char *temporary = wb_file_make_temporary (copy, error);

  if (temporary == NULL)
    return FALSE;
  if (wb_connection_copy (connection, temporary, error) && wb_file_replace (temporary, copy, 0600, error))
    return TRUE;
  g_unlink (temporary);

  return FALSE;
}

gboolean
wb_project_schema_upgrade (WbConnection  *connection,
                           guint          version,
                           GError       **error)
{
  return version == WB_PROJECT_VERSION
         || (wb_connection_check_integrity (connection, error) && keep_copy (connection, version, error)
             && wb_schema_upgrade (&wb_project_schema, connection, version, error));
}
