/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "wb-error.h"

G_BEGIN_DECLS

/**
 * WbConnection:
 *
 * One open SQLite file. Belongs to one thread at a time; whoever shares it brings a lock. Every
 * fault becomes a WB_ERROR with one sentence for the user; SQLite's own words go to g_debug().
 */
typedef struct _WbConnection WbConnection;

typedef enum
{
  WB_OPEN_CREATE,    /* read and write; made when it is not there */
  WB_OPEN_WRITE,     /* read and write; must exist */
  WB_OPEN_READ,      /* read only */
  WB_OPEN_IMMUTABLE, /* read only, and nobody else writes either: no locks, no journal */
} WbOpenMode;

/* What is done inside a transaction. FALSE rolls it back. */
typedef gboolean (*WbTransaction) (WbConnection  *connection,
                                   gpointer       user_data,
                                   GError       **error);

/* (transfer full) */
WbConnection *wb_connection_open            (const char     *path,
                                             WbOpenMode      mode,
                                             GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void          wb_connection_free            (WbConnection   *self);
/* For registering functions and tokenizers. (transfer none) */
sqlite3      *wb_connection_get_handle      (WbConnection   *self);
const char   *wb_connection_get_path        (WbConnection   *self);

/* For files that come from elsewhere: defensive mode, untrusted schema, no triggers, no views,
 * limits on lengths. */
gboolean      wb_connection_harden          (WbConnection   *self,
                                             GError        **error);
/* Checks that the file is one of ours, and tells its version. FOREIGN, CORRUPT. */
gboolean      wb_connection_check_format    (WbConnection   *self,
                                             guint           application_id,
                                             guint          *version,
                                             GError        **error);
/* Looks through all pages. CORRUPT when one of them is damaged. */
gboolean      wb_connection_check_integrity (WbConnection   *self,
                                             GError        **error);

/* Runs one or more statements that return nothing. */
gboolean      wb_connection_run             (WbConnection   *self,
                                             const char     *sql,
                                             GError        **error);
/* The first column of the first row, as a number; 0 when there is no row. */
gboolean      wb_connection_query_int       (WbConnection   *self,
                                             const char     *sql,
                                             gint64         *value,
                                             GError        **error);
/* Runs @func between BEGIN IMMEDIATE and COMMIT; rolls back on any error. */
gboolean      wb_connection_transact        (WbConnection   *self,
                                             WbTransaction   func,
                                             gpointer        user_data,
                                             GError        **error);
/* Writes all of the file, as it is now, to @path, an empty file that is there; the journal is not needed beside it. */
gboolean      wb_connection_copy            (WbConnection   *self,
                                             const char     *path,
                                             GError        **error);
/* All of the file, as it is now, in memory: changing it changes no file. (transfer full) */
WbConnection *wb_connection_copy_to_memory  (WbConnection   *self,
                                             GError        **error) G_GNUC_WARN_UNUSED_RESULT;
/* While set, a running statement is stopped soon after @cancellable (nullable) fires. */
void          wb_connection_set_cancellable (WbConnection   *self,
                                             GCancellable   *cancellable);
/* Turns an SQLite result code into @error. Always returns FALSE. */
gboolean      wb_connection_set_error       (WbConnection   *self,
                                             int             result,
                                             GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbConnection, wb_connection_free)

G_END_DECLS
