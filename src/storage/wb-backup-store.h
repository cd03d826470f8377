/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-backup.h"

G_BEGIN_DECLS

/**
 * WbBackupStore:
 *
 * The copies that are kept of the projects: of each the last WB_BACKUP_KEEP_LAST, and the last one of each of the last
 * WB_BACKUP_KEEP_DAYS days. They are whole project files, 0600, in a folder per project, named by the id in the file, so that they
 * are found whatever the project is called and wherever it lies. All functions may be called on any thread, and wait for the disk.
 */
#define WB_TYPE_BACKUP_STORE (wb_backup_store_get_type ())
G_DECLARE_FINAL_TYPE (WbBackupStore, wb_backup_store, WB, BACKUP_STORE, GObject)

#define WB_BACKUP_KEEP_LAST 10
#define WB_BACKUP_KEEP_DAYS 30
/* What the copies of one project may come to, in bytes: with large attachments fewer are kept, but never fewer than WB_BACKUP_KEEP_ALWAYS. */
#define WB_BACKUP_MAX_BYTES (G_GINT64_CONSTANT (500) * 1000 * 1000)
#define WB_BACKUP_KEEP_ALWAYS 3

/* Where they lie on this laptop, whether there are any yet or not. (transfer full) */
char          *wb_backup_store_find_folder (void) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) */
WbBackupStore *wb_backup_store_new         (const char     *folder);
const char    *wb_backup_store_get_folder  (WbBackupStore  *self);

/* Keeps a copy of the project at @path, unless there is one of the same state. @now: Unix time in seconds. A project without an id,
 * one that was never opened to be written, has no copies: that is no error. */
gboolean       wb_backup_store_make        (WbBackupStore  *self,
                                            const char     *path,
                                            gint64          now,
                                            GError        **error);
/* The copies of the project at @path, the newest first: WbBackup. Also those of a file that is damaged or gone: then by the place
 * where it was last. (transfer full) */
GPtrArray     *wb_backup_store_list        (WbBackupStore  *self,
                                            const char     *path,
                                            GError        **error);
/* The folder with the copies of the project at @path; NULL when there are none. (transfer full) (nullable) */
char          *wb_backup_store_find_place  (WbBackupStore  *self,
                                            const char     *path);
/* Puts the copy @backup in the place of the project at @path, which must be closed. Its present state is kept as a copy first; a
 * damaged file is kept beside it, its new name goes to @aside (nullable). BUSY when the project is open somewhere. */
gboolean       wb_backup_store_restore     (WbBackupStore  *self,
                                            const char     *backup,
                                            const char     *path,
                                            gint64          now,
                                            char          **aside,
                                            GError        **error);

G_END_DECLS
