/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"

G_BEGIN_DECLS

/**
 * Changesets of SQLite's session extension (https://www.sqlite.org/sessionintro.html): what was changed in the tables
 * of a project, with the values before and after. They can be turned round, joined and applied.
 *
 * Only the tables "answer", "row", "slide" and "meta" are looked at.
 */

/**
 * WbChangeRecorder:
 *
 * Notes what is changed through a connection from now on. Must be freed before the connection.
 */
typedef struct _WbChangeRecorder WbChangeRecorder;

/* (transfer full) */
WbChangeRecorder *wb_change_recorder_new    (WbConnection      *connection,
                                             GError           **error);
void              wb_change_recorder_free   (WbChangeRecorder  *self);
/* What changed; an empty one when nothing did. (transfer full) */
GBytes           *wb_change_recorder_finish (WbChangeRecorder  *self,
                                             GError           **error);

/* Whether @changes is one, and about tables of ours only. The functions below trust what they get: a changeset out of a file has
 * to be checked before. */
gboolean          wb_changeset_check        (GBytes            *changes);
/* Whether a table of that name and width is one whose changes are noted. */
gboolean          wb_changeset_knows_table  (const char        *table,
                                             guint              n_columns);
/* The changeset that takes @changes back. (transfer full) */
GBytes           *wb_changeset_invert       (WbConnection      *connection,
                                             GBytes            *changes,
                                             GError           **error);
/* Both, one after the other, as one: what is the same in the end is not in it. (transfer full) */
GBytes           *wb_changeset_join         (WbConnection      *connection,
                                             GBytes            *first,
                                             GBytes            *second,
                                             GError           **error);
/* Makes the changes, inside a transaction of the caller's. A value that is not what it was before is changed all the same;
 * what is not there is not made again. */
gboolean          wb_changeset_apply        (WbConnection      *connection,
                                             GBytes            *changes,
                                             GError           **error);
/* Adds what is in @changes to @edits (WbEdit). */
gboolean          wb_changeset_read         (WbConnection      *connection,
                                             GBytes            *changes,
                                             GPtrArray         *edits,
                                             GError           **error);
/* The same for somebody who reads it: without the rows that were only renumbered because another was put between them. Nothing may be
 * left. */
gboolean          wb_changeset_tell         (WbConnection      *connection,
                                             GBytes            *changes,
                                             GPtrArray         *edits,
                                             GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbChangeRecorder, wb_change_recorder_free)

G_END_DECLS
