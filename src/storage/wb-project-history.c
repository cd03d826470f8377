/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-history.h"

#include <glib/gi18n-lib.h>

#include "wb-changeset.h"
#include "wb-project-attach.h"
#include "wb-project-merge.h"
#include "wb-revision-table.h"
#include "wb-undo-stack.h"

struct _WbProjectHistory
{
  /* Owned; (nullable) */
  WbUndoStack *stack; /* NULL until read from the file */
  WbRevision *last;   /* the newest revision, when it may still be added to */
  WbEdit *place;      /* the only place @last is about; NULL when there are more */

  /* Borrowed */
  WbConnection *connection;
};

static void
close_last (WbProjectHistory *self)
{
  g_clear_pointer (&self->last, wb_revision_free);
  g_clear_pointer (&self->place, wb_edit_free);
}

void
wb_project_history_forget (WbProjectHistory *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->stack, wb_undo_stack_free);
  close_last (self);
}

void
wb_project_history_free (WbProjectHistory *self)
{
  if (self == NULL)
    return;

  wb_project_history_forget (self);
  g_free (self);
}

static gboolean
read_stack (WbProjectHistory  *self,
            GError           **error)
{
  g_autoptr (GPtrArray) revisions = NULL;

  if (self->stack != NULL)
    return TRUE;
  revisions = wb_revision_table_load (self->connection, error);
  if (revisions == NULL)
    return FALSE;

  self->stack = wb_undo_stack_new ();
  for (guint i = 0; i < revisions->len; i++)
    {
      const WbRevision *revision = g_ptr_array_index (revisions, i);

      wb_undo_stack_push (self->stack, revision->id, revision->kind, revision->of);
    }

  return TRUE;
}

WbProjectHistory *
wb_project_history_new (WbConnection  *connection,
                        GError       **error)
{
  g_autoptr (WbProjectHistory) self = NULL;

  g_return_val_if_fail (connection != NULL, NULL);

  self = g_new0 (WbProjectHistory, 1);
  self->connection = connection;

  return read_stack (self, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
add_revision (WbProjectHistory  *self,
              WbRevisionKind     kind,
              gint64             of,
              gint64             now,
              GBytes            *changes,
              GError           **error)
{
  g_autofree char *token = g_uuid_string_random ();
  g_autoptr (WbRevision) revision = wb_revision_new (0, kind, of, now, token);

  close_last (self);
  if (!wb_revision_table_add (self->connection, revision, changes, error))
    return FALSE;
  wb_undo_stack_push (self->stack, revision->id, kind, of);
  if (kind == WB_REVISION_EDIT)
    self->last = g_steal_pointer (&revision);

  return TRUE;
}

/* The newest revision gets longer, or is gone when it comes to nothing now. */
static gboolean
add_to_last (WbProjectHistory  *self,
             gint64             now,
             GBytes            *changes,
             GError           **error)
{
  g_autoptr (GBytes) before = wb_revision_table_load_changes (self->connection, self->last->id, error);
  g_autoptr (GBytes) all = NULL;

  all = before != NULL ? wb_changeset_join (self->connection, before, changes, error) : NULL;
  if (all == NULL)
    return FALSE;
  if (g_bytes_get_size (all) == 0)
    {
      if (!wb_revision_table_remove (self->connection, self->last->id, error))
        return FALSE;
      wb_undo_stack_drop (self->stack, self->last->id);
      close_last (self);
      return TRUE;
    }
  g_free (self->last->token);
  self->last->token = g_uuid_string_random ();
  self->last->time = now;

  return wb_revision_table_update (self->connection, self->last, all, error);
}

/* The only edit of @edits, when it is an answer. (nullable) (transfer none) */
static WbEdit *
get_place (GPtrArray *edits)
{
  WbEdit *edit = edits->len == 1 ? g_ptr_array_index (edits, 0) : NULL;

  return edit != NULL && edit->target == WB_EDIT_CELL ? edit : NULL;
}

static gboolean
belongs_to_last (WbProjectHistory *self,
                 gint64            now,
                 const WbEdit     *place)
{
  return self->last != NULL && place != NULL && self->place != NULL && wb_edit_same_place (place, self->place)
         && ABS (now - self->last->time) <= WB_PROJECT_HISTORY_PAUSE;
}

static gboolean
note_changes (WbProjectHistory  *self,
              gint64             now,
              GBytes            *changes,
              GError           **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_edit_free);
  WbEdit *place;

  if (!wb_changeset_read (self->connection, changes, edits, error))
    return FALSE;
  place = get_place (edits);
  if (belongs_to_last (self, now, place))
    return add_to_last (self, now, changes, error);
  if (!add_revision (self, WB_REVISION_EDIT, 0, now, changes, error))
    return FALSE;
  self->place = place != NULL ? wb_edit_new (place->target, place->field, place->row, place->column, NULL, NULL) : NULL;

  return TRUE;
}

gboolean
wb_project_history_record (WbProjectHistory  *self,
                           gint64             now,
                           WbTransaction      write,
                           gpointer           user_data,
                           GError           **error)
{
  g_autoptr (WbChangeRecorder) recorder = NULL;
  g_autoptr (GBytes) changes = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (write != NULL, FALSE);

  if (!read_stack (self, error))
    return FALSE;
  recorder = wb_change_recorder_new (self->connection, error);
  if (recorder == NULL || !write (self->connection, user_data, error))
    return FALSE;
  changes = wb_change_recorder_finish (recorder, error);
  if (changes == NULL)
    return FALSE;

  return g_bytes_get_size (changes) == 0 || note_changes (self, now, changes, error);
}

/* Makes @changes, and notes them as a revision. */
static gboolean
make_changes (WbProjectHistory  *self,
              WbRevisionKind     kind,
              gint64             of,
              gint64             now,
              GBytes            *changes,
              GPtrArray         *edits,
              GError           **error)
{
  return wb_changeset_apply (self->connection, changes, error)
         && wb_changeset_read (self->connection, changes, edits, error)
         && add_revision (self, kind, of, now, changes, error);
}

gboolean
wb_project_history_undo (WbProjectHistory  *self,
                         gint64             now,
                         GPtrArray         *edits,
                         GError           **error)
{
  g_autoptr (GBytes) changes = NULL;
  g_autoptr (GBytes) inverse = NULL;
  gint64 id;

  g_return_val_if_fail (self != NULL && edits != NULL, FALSE);

  if (!read_stack (self, error))
    return FALSE;
  id = wb_undo_stack_get_undo (self->stack);
  if (id == 0)
    return TRUE;
  changes = wb_revision_table_load_changes (self->connection, id, error);
  inverse = changes != NULL ? wb_changeset_invert (self->connection, changes, error) : NULL;

  return inverse != NULL && make_changes (self, WB_REVISION_UNDO, id, now, inverse, edits, error);
}

gboolean
wb_project_history_redo (WbProjectHistory  *self,
                         gint64             now,
                         GPtrArray         *edits,
                         GError           **error)
{
  g_autoptr (GBytes) changes = NULL;
  gint64 id;

  g_return_val_if_fail (self != NULL && edits != NULL, FALSE);

  if (!read_stack (self, error))
    return FALSE;
  id = wb_undo_stack_get_redo (self->stack);
  if (id == 0)
    return TRUE;
  changes = wb_revision_table_load_changes (self->connection, id, error);

  return changes != NULL && make_changes (self, WB_REVISION_REDO, id, now, changes, edits, error);
}

/* Whether the newest revision is still the one of @token. */
static gboolean
check_newest (WbProjectHistory  *self,
              const char        *token,
              GError           **error)
{
  g_autofree char *newest = wb_revision_table_load_token (self->connection, error);

  if (newest == NULL)
    return FALSE;
  if (g_str_equal (newest, token))
    return TRUE;
  g_set_error_literal (error, WB_ERROR, WB_ERROR_INVALID,
                       _("The project was changed while the copies were compared, so nothing was merged; please compare them again."));

  return FALSE;
}

static gboolean
store_merge (WbProjectHistory  *self,
             WbProjectState    *state,
             const char        *other,
             gint64             now,
             GPtrArray         *edits,
             GError           **error)
{
  g_autoptr (WbChangeRecorder) recorder = wb_change_recorder_new (self->connection, error);
  g_autoptr (GBytes) changes = NULL;

  if (recorder == NULL || !wb_project_merge_store (self->connection, state, error))
    return FALSE;
  changes = wb_change_recorder_finish (recorder, error);
  if (changes == NULL || (other != NULL && !wb_project_complete (self->connection, other, error)))
    return FALSE;
  if (g_bytes_get_size (changes) == 0)
    return TRUE;

  return wb_changeset_read (self->connection, changes, edits, error)
         && add_revision (self, WB_REVISION_MERGE, 0, now, changes, error);
}

gboolean
wb_project_history_merge (WbProjectHistory  *self,
                          WbProjectState    *state,
                          const char        *token,
                          const char        *other,
                          gint64             now,
                          GPtrArray         *edits,
                          GError           **error)
{
  g_return_val_if_fail (self != NULL && state != NULL, FALSE);
  g_return_val_if_fail (token != NULL && edits != NULL, FALSE);

  if (!read_stack (self, error) || !check_newest (self, token, error)
      || !wb_connection_run (self->connection, "SAVEPOINT merge", error))
    return FALSE;
  if (store_merge (self, state, other, now, edits, error))
    return wb_connection_run (self->connection, "RELEASE merge", error);
  /* The caller may go on without it. */
  wb_connection_run (self->connection, "ROLLBACK TO merge; RELEASE merge", NULL);

  return FALSE;
}

/* What leads from now back to the state after @id. (transfer full) */
static GBytes *
find_way_back (WbProjectHistory  *self,
               GPtrArray         *revisions,
               gint64             id,
               GError           **error)
{
  g_autoptr (GBytes) way = g_bytes_new (NULL, 0);

  for (guint i = revisions->len; i > 0; i--)
    {
      const WbRevision *revision = g_ptr_array_index (revisions, i - 1);
      g_autoptr (GBytes) changes = NULL;
      g_autoptr (GBytes) inverse = NULL;
      GBytes *longer;

      if (revision->id <= id)
        break;
      changes = wb_revision_table_load_changes (self->connection, revision->id, error);
      inverse = changes != NULL ? wb_changeset_invert (self->connection, changes, error) : NULL;
      longer = inverse != NULL ? wb_changeset_join (self->connection, way, inverse, error) : NULL;
      if (longer == NULL)
        return NULL;
      g_bytes_unref (way);
      way = longer;
    }

  return g_steal_pointer (&way);
}

static gboolean
has_revision (GPtrArray *revisions,
              gint64     id)
{
  for (guint i = 0; i < revisions->len; i++)
    if (((const WbRevision *) g_ptr_array_index (revisions, i))->id == id)
      return TRUE;

  return FALSE;
}

gboolean
wb_project_history_restore (WbProjectHistory  *self,
                            gint64             id,
                            gint64             now,
                            GPtrArray         *edits,
                            GError           **error)
{
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GBytes) way = NULL;

  g_return_val_if_fail (self != NULL && edits != NULL, FALSE);

  revisions = read_stack (self, error) ? wb_revision_table_load (self->connection, error) : NULL;
  if (revisions == NULL)
    return FALSE;
  if (id != 0 && !has_revision (revisions, id))
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND,
                   _("The history holds no state number %" G_GINT64_FORMAT "."), id);
      return FALSE;
    }
  way = find_way_back (self, revisions, id, error);
  if (way == NULL)
    return FALSE;

  return g_bytes_get_size (way) == 0 || make_changes (self, WB_REVISION_RESTORE, id, now, way, edits, error);
}

gint64
wb_project_history_get_undo (WbProjectHistory *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stack != NULL ? wb_undo_stack_get_undo (self->stack) : 0;
}

gint64
wb_project_history_get_redo (WbProjectHistory *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stack != NULL ? wb_undo_stack_get_redo (self->stack) : 0;
}
