/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-user-schema.h"

#include "wb-bookmark-table.h"
#include "wb-learning-table.h"
#include "wb-meta-table.h"
#include "wb-recent-table.h"

static gboolean
create_version_1 (WbConnection  *connection,
                  gpointer       user_data,
                  GError       **error)
{
  return wb_meta_table_create (connection, error) && wb_bookmark_table_create (connection, error)
         && wb_recent_table_create (connection, error)
         && wb_learning_table_create (connection, error);
}

static const WbTransaction steps[] = { create_version_1 };

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == WB_USER_VERSION);

const WbSchema wb_user_schema = { WB_USER_APPLICATION_ID, WB_USER_VERSION, steps };

gboolean
wb_user_schema_prepare (WbConnection  *connection,
                        GError       **error)
{
  return wb_connection_run (connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL",
                            error);
}
