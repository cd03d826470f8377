/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WB_FILE_LOCK_MAX_OWNER 100

/**
 * WbFileLock:
 *
 * Says "I am working on this file" to other processes and to the rest of this one, beside SQLite's
 * own short locks. Goes away with the process, however that ends.
 *
 * Must be freed after the SQLite connection to the same file: closing any descriptor of a file
 * drops the locks that SQLite holds on it.
 */
typedef struct _WbFileLock WbFileLock;

/* NULL, with @taken set, when somebody else has it. Where the file system knows no locks, there is a lock that
 * holds within this process only. (transfer full) (nullable) */
WbFileLock *wb_file_lock_take (const char  *path,
                               gboolean    *taken);
/* The same, and says who has the lock, to those who come later: @owner, of which WB_FILE_LOCK_MAX_OWNER bytes count. @holder (nullable): when
 * somebody else has it, what they said, if they did. Nothing is written anywhere for that: which bytes far behind the end of the file
 * are locked spells it, so it goes with the lock. (transfer full) (nullable) */
WbFileLock *wb_file_lock_take_as (const char  *path,
                                  const char  *owner,
                                  char       **holder,
                                  gboolean    *taken);
void        wb_file_lock_free (WbFileLock  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbFileLock, wb_file_lock_free)

G_END_DECLS
