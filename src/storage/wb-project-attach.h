/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-attach-outcome.h"
#include "wb-project-history.h"

G_BEGIN_DECLS

/* Attaches @sources (WbAttachmentSource) to the question @field, all or none, as one revision of @history; what came of it goes to
 * @outcome, the reason too when it could not be. Inside a transaction of the caller's, which is as before when it failed. FALSE with
 * @error when the transaction as a whole cannot go on. @now: Unix time in seconds. */
gboolean wb_project_attach   (WbConnection      *connection,
                              WbProjectHistory  *history,
                              GPtrArray         *sources,
                              gint64             now,
                              WbAttachOutcome   *outcome,
                              GError           **error);
/* The project at @path, for reading its attachments on any thread. NOT_FOUND, FOREIGN, CORRUPT. (transfer full) */
WbConnection *wb_project_connect_to_read (const char *path,
                                          GError    **error);
/* Puts the bytes that the answers refer to, and that are only in the project at @other, into the file behind @connection. */
gboolean wb_project_complete (WbConnection      *connection,
                              const char        *other,
                              GError           **error);

G_END_DECLS
