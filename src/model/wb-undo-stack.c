/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-undo-stack.h"

struct _WbUndoStack
{
  /* Owned; gint64 */
  GArray *done;
  GArray *undone;
};

static gint64
get_top (GArray *ids)
{
  return ids->len > 0 ? g_array_index (ids, gint64, ids->len - 1) : 0;
}

static void
pop (GArray *ids)
{
  g_array_set_size (ids, ids->len - 1);
}

WbUndoStack *
wb_undo_stack_new (void)
{
  WbUndoStack *self = g_new0 (WbUndoStack, 1);

  self->done = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->undone = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

void
wb_undo_stack_free (WbUndoStack *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->done);
  g_array_unref (self->undone);
  g_free (self);
}

void
wb_undo_stack_push (WbUndoStack    *self,
                    gint64          id,
                    WbRevisionKind  kind,
                    gint64          of)
{
  g_return_if_fail (self != NULL);

  if (kind == WB_REVISION_UNDO && of != 0 && get_top (self->done) == of)
    {
      pop (self->done);
      g_array_append_val (self->undone, of);
    }
  else if (kind == WB_REVISION_REDO && of != 0 && get_top (self->undone) == of)
    {
      pop (self->undone);
      g_array_append_val (self->done, of);
    }
  else
    {
      g_array_set_size (self->undone, 0);
      g_array_append_val (self->done, id);
    }
}

void
wb_undo_stack_drop (WbUndoStack *self,
                    gint64       id)
{
  g_return_if_fail (self != NULL);

  if (get_top (self->done) == id)
    pop (self->done);
}

gint64
wb_undo_stack_get_undo (WbUndoStack *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return get_top (self->done);
}

gint64
wb_undo_stack_get_redo (WbUndoStack *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return get_top (self->undone);
}
