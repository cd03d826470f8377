/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"

G_BEGIN_DECLS

/*
 * Table "attachment": the bytes of the files that were attached to a project, each once, by their SHA-256. What they are called and which
 * question they belong to stands in the answers.
 *
 * The bytes are never changed, and not taken out when an attachment is removed: the history only notes the hash, so that going back
 * costs nothing and always finds them, however often somebody goes back and forth. Only wb_attachment_table_purge() takes them out.
 *
 * There is no index: a project has a handful of them, and the pages of a damaged file are told apart by what they look like.
 */

gboolean wb_attachment_table_create   (WbConnection  *connection,
                                       GError       **error);
/* Puts @bytes in, unless they are there; in place of what stands there under that hash and is something else. INVALID when it would be more than WB_ATTACHMENT_MAX_PROJECT_BYTES. */
gboolean wb_attachment_table_add      (WbConnection  *connection,
                                       const char    *hash,
                                       GBytes        *bytes,
                                       GError       **error);
/* The bytes with @hash, which have been checked to have it. NOT_FOUND; CORRUPT when they are others. (transfer full) */
GBytes  *wb_attachment_table_load     (WbConnection  *connection,
                                       const char    *hash,
                                       GError       **error);
/* How many bytes all of them have, and how many of these belong to no attachment any more. A file without the table has none. */
gboolean wb_attachment_table_measure  (WbConnection  *connection,
                                       gint64        *all,
                                       gint64        *unused,
                                       GError       **error);
/* Puts in what the answers refer to and this file has not got, or has got damaged, out of @other. What is not there, not what it should be,
 * or larger than WB_ATTACHMENT_MAX_BYTES is left out. INVALID when more than @room bytes would come from there, for a project
 * WB_ATTACHMENT_MAX_PROJECT_BYTES. */
gboolean wb_attachment_table_complete (WbConnection  *connection,
                                       WbConnection  *other,
                                       gsize          room,
                                       GError       **error);
/* Takes out the bytes that belong to no attachment any more, and overwrites them. */
gboolean wb_attachment_table_purge    (WbConnection  *connection,
                                       GError       **error);
/* The hashes that the answers refer to and that are not in the table, or whose bytes are others; each once. Reads all bytes.
 * (transfer full) */
char   **wb_attachment_table_find_missing (WbConnection  *connection,
                                       GError       **error);
/* What a file with @hash is called. (transfer full) */
char    *wb_attachment_table_find_name (WbConnection  *connection,
                                       const char    *hash,
                                       GError       **error);

G_END_DECLS
