/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-user-schema.h"

#include "wb-assessment-table.h"
#include "wb-bookmark-table.h"
#include "wb-collected-table.h"
#include "wb-collection-table.h"
#include "wb-finished-table.h"
#include "wb-learner-table.h"
#include "wb-learning-table.h"
#include "wb-letterhead-table.h"
#include "wb-meta-table.h"
#include "wb-note-table.h"
#include "wb-passage-table.h"
#include "wb-recent-table.h"
#include "wb-tally-table.h"
#include "wb-trial-table.h"

#define LAST_COURSE "last-course"

static gboolean
create_version_1 (WbConnection  *connection,
                  gpointer       user_data,
                  GError       **error)
{
  return wb_meta_table_create (connection, error) && wb_bookmark_table_create (connection, error)
         && wb_recent_table_create (connection, error)
         && wb_learning_table_create (connection, error);
}

/* Version 1 noted the course in "meta". */
static gboolean
move_course (WbConnection  *connection,
             GError       **error)
{
  g_autoptr (GHashTable) meta = wb_meta_table_load (connection, error);

  return meta != NULL
         && wb_learner_table_set_course (connection, WB_LEARNER_GUEST, g_hash_table_lookup (meta, LAST_COURSE), error)
         && wb_meta_table_set (connection, LAST_COURSE, NULL, error);
}

/* Several learners, and the time of each answer. */
static gboolean
create_version_2 (WbConnection  *connection,
                  gpointer       user_data,
                  GError       **error)
{
  return wb_learner_table_create (connection, error) && wb_trial_table_create (connection, error)
         && wb_finished_table_create (connection, error) && wb_learning_table_move (connection, error)
         && move_course (connection, error);
}

/* Notes, highlighted passages and collections. */
static gboolean
create_version_3 (WbConnection  *connection,
                  gpointer       user_data,
                  GError       **error)
{
  return wb_note_table_create (connection, error) && wb_passage_table_create (connection, error)
         && wb_collection_table_create (connection, error) && wb_collected_table_create (connection, error);
}

/* Self-checks. */
static gboolean
create_version_4 (WbConnection  *connection,
                  gpointer       user_data,
                  GError       **error)
{
  return wb_assessment_table_create (connection, error) && wb_tally_table_create (connection, error);
}

/* The letterhead. */
static gboolean
create_version_5 (WbConnection  *connection,
                  gpointer       user_data,
                  GError       **error)
{
  return wb_letterhead_table_create (connection, error);
}

static const WbTransaction steps[] = {
  create_version_1, create_version_2, create_version_3, create_version_4, create_version_5,
};

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == WB_USER_VERSION);

const WbSchema wb_user_schema = { WB_USER_APPLICATION_ID, WB_USER_VERSION, steps };

gboolean
wb_user_schema_prepare (WbConnection  *connection,
                        GError       **error)
{
  return wb_connection_run (connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL",
                            error);
}
