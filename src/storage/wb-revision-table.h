/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-revision.h"

G_BEGIN_DECLS

/* Table "revision" in a project file: its history, one row for each thing that was done, with a changeset. */

gboolean   wb_revision_table_create  (WbConnection        *connection,
                                      GError             **error);
/* Adds @revision, whose id is set. Its edits are not looked at. */
gboolean   wb_revision_table_add     (WbConnection        *connection,
                                      WbRevision          *revision,
                                      GBytes              *changes,
                                      GError             **error);
/* Writes the time, token and changes of the revision with that id anew. */
gboolean   wb_revision_table_update  (WbConnection        *connection,
                                      const WbRevision    *revision,
                                      GBytes              *changes,
                                      GError             **error);
gboolean   wb_revision_table_remove  (WbConnection        *connection,
                                      gint64               id,
                                      GError             **error);
/* NOT_FOUND when there is no such revision, CORRUPT when its changes were tampered with. (transfer full) */
GBytes    *wb_revision_table_load_changes (WbConnection   *connection,
                                      gint64               id,
                                      GError             **error);
/* All from the oldest to the newest, without their edits; element-type WbRevision. (transfer full) */
GPtrArray *wb_revision_table_load    (WbConnection        *connection,
                                      GError             **error);

/* The token of the newest one, "" when there is none. (transfer full) */
char      *wb_revision_table_load_token (WbConnection     *connection,
                                      GError             **error);

G_END_DECLS
