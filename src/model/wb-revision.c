/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-revision.h"

static const char *const names[WB_N_REVISION_KINDS] = {
  [WB_REVISION_EDIT] = "edit",
  [WB_REVISION_UNDO] = "undo",
  [WB_REVISION_REDO] = "redo",
  [WB_REVISION_RESTORE] = "restore",
  /* To a file a merge is an edit like others, so that programs that cannot merge read it, too. */
  [WB_REVISION_MERGE] = "edit",
};

G_DEFINE_BOXED_TYPE (WbRevision, wb_revision, wb_revision_copy, wb_revision_free)

static void
free_edit (gpointer data)
{
  wb_edit_free (data);
}

WbRevision *
wb_revision_new (gint64          id,
                 WbRevisionKind  kind,
                 gint64          of,
                 gint64          time,
                 const char     *token)
{
  WbRevision *self = g_new0 (WbRevision, 1);

  self->id = id;
  self->kind = kind;
  self->of = of;
  self->time = time;
  self->token = g_strdup (token != NULL ? token : "");
  self->edits = g_ptr_array_new_with_free_func (free_edit);

  return self;
}

WbRevision *
wb_revision_copy (WbRevision *self)
{
  WbRevision *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = wb_revision_new (self->id, self->kind, self->of, self->time, self->token);
  for (guint i = 0; i < self->edits->len; i++)
    {
      const WbEdit *edit = g_ptr_array_index (self->edits, i);

      g_ptr_array_add (copy->edits, wb_edit_new (edit->target, edit->field, edit->row, edit->column,
                                                 edit->before, edit->after));
    }

  return copy;
}

void
wb_revision_free (WbRevision *self)
{
  if (self == NULL)
    return;

  g_free (self->token);
  g_ptr_array_unref (self->edits);
  g_free (self);
}

const char *
wb_revision_kind_to_string (WbRevisionKind kind)
{
  g_return_val_if_fail (kind < WB_N_REVISION_KINDS, NULL);

  return names[kind];
}

gboolean
wb_revision_kind_from_string (const char     *name,
                              WbRevisionKind *kind)
{
  g_return_val_if_fail (name != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < WB_N_REVISION_KINDS; i++)
    if (g_str_equal (names[i], name))
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}
