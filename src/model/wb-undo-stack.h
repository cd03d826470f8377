/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-revision.h"

G_BEGIN_DECLS

/**
 * WbUndoStack:
 *
 * What can be taken back and what can be made once more, found by going through a history from its
 * beginning. Everything that is done afterwards ends what could be made once more.
 */
typedef struct _WbUndoStack WbUndoStack;

/* (transfer full) */
WbUndoStack *wb_undo_stack_new      (void);
void         wb_undo_stack_free     (WbUndoStack    *self);

/* Goes on by one revision; they come in their order. A revision that refers to one which is not on top was not
 * written by this program: it counts as an edit. */
void         wb_undo_stack_push     (WbUndoStack    *self,
                                     gint64          id,
                                     WbRevisionKind  kind,
                                     gint64          of);
/* Forgets @id, the newest revision, because nothing is left of it. */
void         wb_undo_stack_drop     (WbUndoStack    *self,
                                     gint64          id);
/* The revision that undo takes back next; 0 for none. */
gint64       wb_undo_stack_get_undo (WbUndoStack    *self);
/* The revision that redo makes once more; 0 for none. */
gint64       wb_undo_stack_get_redo (WbUndoStack    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbUndoStack, wb_undo_stack_free)

G_END_DECLS
