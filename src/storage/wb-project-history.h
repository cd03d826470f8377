/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-project-state.h"

G_BEGIN_DECLS

/* Edits of one and the same answer that follow each other within this many seconds are one revision, so that undo
 * takes back what was typed in one go. */
#define WB_PROJECT_HISTORY_PAUSE 3

/**
 * WbProjectHistory:
 *
 * Writes the history of a project along with its changes, and goes back and forth in it. Belongs to the thread that
 * has the connection. Everything is called inside a transaction of the caller's; when that is rolled back,
 * wb_project_history_forget() has to follow.
 *
 * @now: Unix time in seconds. @edits (WbEdit): what was changed is added to it.
 */
typedef struct _WbProjectHistory WbProjectHistory;

/* Reads where the file stands in its history. Borrows @connection, of a file of the newest version. (transfer full) */
WbProjectHistory *wb_project_history_new      (WbConnection      *connection,
                                               GError           **error);
void              wb_project_history_free     (WbProjectHistory  *self);
/* What was noted since the last commit is not in the file. */
void              wb_project_history_forget   (WbProjectHistory  *self);

/* Calls @write, and notes what it changed as one revision. */
gboolean          wb_project_history_record   (WbProjectHistory  *self,
                                               gint64             now,
                                               WbTransaction      write,
                                               gpointer           user_data,
                                               GError           **error);
/* Takes back what was done last, or makes it once more; nothing happens where there is nothing. */
gboolean          wb_project_history_undo     (WbProjectHistory  *self,
                                               gint64             now,
                                               GPtrArray         *edits,
                                               GError           **error);
gboolean          wb_project_history_redo     (WbProjectHistory  *self,
                                               gint64             now,
                                               GPtrArray         *edits,
                                               GError           **error);
/* Goes back to the state after the revision @id, 0: to the beginning. That is a revision, too. NOT_FOUND. */
gboolean          wb_project_history_restore  (WbProjectHistory  *self,
                                               gint64             id,
                                               gint64             now,
                                               GPtrArray         *edits,
                                               GError           **error);
/* Makes the file hold @state, as one revision. INVALID when it was changed since the revision whose token is @token (see
 * wb_revision_table_load_token()), which @state was made from. @other: (nullable) the project file that holds the bytes of the attachments
 * that are new. */
gboolean          wb_project_history_merge    (WbProjectHistory  *self,
                                               WbProjectState    *state,
                                               const char        *token,
                                               const char        *other,
                                               gint64             now,
                                               GPtrArray         *edits,
                                               GError           **error);
/* What would be undone and redone next; 0 for none. */
gint64            wb_project_history_get_undo (WbProjectHistory  *self);
gint64            wb_project_history_get_redo (WbProjectHistory  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbProjectHistory, wb_project_history_free)

G_END_DECLS
