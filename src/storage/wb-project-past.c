/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-file.h"

#include "wb-answer-table.h"
#include "wb-changeset.h"
#include "wb-file.h"
#include "wb-project-history.h"
#include "wb-project-schema.h"
#include "wb-revision-table.h"
#include "wb-row-table.h"

#include <errno.h>
#include <glib/gstdio.h>

/* Opens @path for reading only; @version: of the file. (transfer full) */
static WbConnection *
open_file (const char  *path,
           guint       *version,
           GError     **error)
{
  g_autoptr (WbConnection) connection = NULL;

  if (!wb_file_check_regular (path, error))
    return NULL;
  connection = wb_connection_open (path, WB_OPEN_READ, error);
  if (connection == NULL || !wb_connection_harden (connection, error)
      || !wb_connection_check_format (connection, WB_PROJECT_APPLICATION_ID, version, error))
    return NULL;

  return g_steal_pointer (&connection);
}

/* Whether @revision notes that another copy is in the project now. */
static gboolean
is_merge (const WbRevision *revision)
{
  for (guint i = 0; i < revision->edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (revision->edits, i);

      if (edit->target == WB_EDIT_FACT && g_str_has_prefix (edit->field, WB_STATE_MERGED) && *edit->before == '\0')
        return revision->kind == WB_REVISION_EDIT;
    }

  return FALSE;
}

static gboolean
read_edits (WbConnection  *connection,
            WbRevision    *revision,
            GError       **error)
{
  g_autoptr (GBytes) changes = wb_revision_table_load_changes (connection, revision->id, error);

  if (changes == NULL || !wb_changeset_tell (connection, changes, revision->edits, error))
    return FALSE;
  if (is_merge (revision))
    revision->kind = WB_REVISION_MERGE;

  return TRUE;
}

/* Whether nothing but numbers changed, of rows or passages that made room for others. */
static gboolean
says_nothing (const WbRevision *revision)
{
  return revision->edits->len == 0 && revision->kind != WB_REVISION_RESTORE && revision->kind != WB_REVISION_MERGE;
}

GPtrArray *
wb_project_file_load_history (const char  *path,
                              GError     **error)
{
  g_autoptr (WbConnection) connection = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  guint version;

  g_return_val_if_fail (path != NULL, NULL);

  connection = open_file (path, &version, error);
  if (connection == NULL)
    return NULL;
  if (version < WB_PROJECT_HISTORY_VERSION)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) wb_revision_free);
  all = wb_revision_table_load (connection, error);
  if (all == NULL)
    return NULL;
  revisions = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_revision_free);
  for (guint i = 0; i < all->len; i++)
    {
      WbRevision *revision = g_ptr_array_index (all, i);

      if (!read_edits (connection, revision, error))
        return NULL;
      if (!says_nothing (revision))
        g_ptr_array_add (revisions, g_steal_pointer (&g_ptr_array_index (all, i)));
    }

  return g_steal_pointer (&revisions);
}

/* What wb_project_file_load_state() works with. */
typedef struct
{
  gint64 id;
  gint64 now;
} Past;

static gboolean
go_back (WbConnection  *connection,
         gpointer       user_data,
         GError       **error)
{
  const Past *past = user_data;
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_edit_free);
  g_autoptr (WbProjectHistory) history = wb_project_history_new (connection, error);

  return history != NULL && wb_project_history_restore (history, past->id, past->now, edits, error);
}

WbAnswers *
wb_project_file_load_state (const char  *path,
                            gint64       id,
                            GError     **error)
{
  g_autoptr (WbConnection) connection = NULL;
  g_autoptr (WbConnection) copy = NULL;
  g_autoptr (WbAnswers) answers = NULL;
  Past past = { id, g_get_real_time () / G_USEC_PER_SEC };
  guint version;

  g_return_val_if_fail (path != NULL, NULL);

  connection = open_file (path, &version, error);
  copy = connection != NULL ? wb_connection_copy_to_memory (connection, error) : NULL;
  if (copy == NULL || !wb_connection_harden (copy, error) || !wb_connection_transact (copy, go_back, &past, error))
    return NULL;
  answers = wb_answers_new ();
  if (!wb_row_table_load (copy, answers, error) || !wb_answer_table_load (copy, answers, error))
    return NULL;

  return g_steal_pointer (&answers);
}

gboolean
wb_project_file_copy (const char  *path,
                      const char  *copy,
                      GError     **error)
{
  g_autoptr (WbConnection) connection = NULL;
  g_autofree char *temporary = NULL;
  GError *failure = NULL;
  guint version;

  g_return_val_if_fail (path != NULL && copy != NULL, FALSE);

  connection = open_file (path, &version, error);
  if (connection == NULL)
    return FALSE;
  if (g_file_test (copy, G_FILE_TEST_EXISTS) || g_file_test (copy, G_FILE_TEST_IS_SYMLINK))
    return wb_file_set_error (copy, EEXIST, error);
  temporary = wb_file_make_temporary (copy, error);
  if (temporary == NULL)
    return FALSE;
  if (wb_connection_copy (connection, temporary, &failure) && wb_file_place (temporary, copy, 0600, &failure))
    return TRUE;
  g_unlink (temporary);

  return wb_file_set_fill_error (copy, failure, error);
}
