/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-peek.h"

#include <glib/gi18n-lib.h>

#include "wb-answer-table.h"
#include "wb-file.h"
#include "wb-meta-table.h"
#include "wb-project-file.h"
#include "wb-project-schema.h"
#include "wb-row-table.h"
#include "wb-town-meta.h"

void
wb_project_peek_free (WbProjectPeek *self)
{
  g_free (self->path);
  g_free (self->id);
  g_free (self->title);
  g_free (self->guide_id);
  g_free (self->guide_title);
  g_free (self->guide_json);
  g_free (self->use_case);
  g_free (self->state);
  g_free (self->meeting);
  g_free (self->hand_in);
  g_clear_object (&self->town);
  g_clear_object (&self->answers);
  g_free (self);
}

/* (transfer full) */
static char *
dup_meta (GHashTable *meta,
          const char *key)
{
  const char *value = g_hash_table_lookup (meta, key);

  return g_strdup (value != NULL ? value : "");
}

/* A project from before there were ids is known by the guide and the place of its file. (transfer full) */
static char *
find_id (GHashTable *meta,
         const char *path)
{
  g_autofree char *id = dup_meta (meta, WB_PROJECT_ID);
  g_autofree char *guide = NULL;
  g_autofree char *name = NULL;

  if (*id != '\0')
    return g_steal_pointer (&id);
  guide = dup_meta (meta, WB_PROJECT_GUIDE_ID);
  name = g_filename_display_name (path);

  return g_strdup_printf ("%s %s", guide, name);
}

/* (transfer full) */
static WbConnection *
open_file (const char  *path,
           GError     **error)
{
  g_autoptr (WbConnection) connection = NULL;
  guint version;

  if (!wb_file_check_regular (path, error))
    return NULL;
  connection = wb_connection_open (path, WB_OPEN_READ, error);
  if (connection == NULL || !wb_connection_harden (connection, error)
      || !wb_connection_check_format (connection, WB_PROJECT_APPLICATION_ID, &version, error))
    return NULL;

  return g_steal_pointer (&connection);
}

WbProjectPeek *
wb_project_peek_read (const char  *path,
                      GError     **error)
{
  g_autoptr (WbConnection) connection = NULL;
  g_autoptr (WbProjectPeek) self = NULL;
  g_autoptr (GHashTable) meta = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  connection = open_file (path, error);
  /* One state, whatever is written meanwhile. */
  if (connection == NULL || !wb_connection_run (connection, "BEGIN", error))
    return NULL;
  meta = wb_meta_table_load (connection, error);
  if (meta == NULL)
    return NULL;
  self = g_new0 (WbProjectPeek, 1);
  self->path = g_canonicalize_filename (path, NULL);
  self->id = find_id (meta, self->path);
  self->title = dup_meta (meta, WB_PROJECT_TITLE);
  self->guide_id = dup_meta (meta, WB_PROJECT_GUIDE_ID);
  self->guide_title = dup_meta (meta, WB_PROJECT_GUIDE_TITLE);
  self->guide_json = dup_meta (meta, WB_PROJECT_GUIDE_JSON);
  self->use_case = dup_meta (meta, WB_PROJECT_USE_CASE);
  self->state = dup_meta (meta, WB_PROJECT_FACT_STATE);
  self->meeting = dup_meta (meta, WB_PROJECT_FACT_MEETING);
  self->hand_in = dup_meta (meta, WB_PROJECT_FACT_HAND_IN);
  self->town = wb_town_meta_read (meta);
  self->answers = wb_answers_new ();
  if (!wb_row_table_load (connection, self->answers, error) || !wb_answer_table_load (connection, self->answers, error))
    return NULL;

  return g_steal_pointer (&self);
}
