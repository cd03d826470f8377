/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-backup-store.h"
#include "wb-project-file.h"

G_BEGIN_DECLS

/* So long after a change, at the latest, a copy is kept. */
#define WB_BACKUP_INTERVAL_SECONDS 300

/**
 * WbBackupKeeper:
 *
 * Has copies kept of an open project, in a worker: at once, some minutes after it was changed, and when
 * wb_backup_keeper_finish() is called. Does not keep the file open.
 *
 * Signal "failed" (GError), the first time that no copy could be kept; the work goes on.
 */
#define WB_TYPE_BACKUP_KEEPER (wb_backup_keeper_get_type ())
G_DECLARE_FINAL_TYPE (WbBackupKeeper, wb_backup_keeper, WB, BACKUP_KEEPER, GObject)

/* (transfer full) */
WbBackupKeeper *wb_backup_keeper_new             (WbBackupStore  *store,
                                                  WbProjectFile  *file);
/* The program that must not end while a copy is being written. */
void            wb_backup_keeper_set_application (WbBackupKeeper *self,
                                                  GApplication   *application);
/* The last copy; all of the project must be in its file. Nothing more is done or said after it. */
void            wb_backup_keeper_finish          (WbBackupKeeper *self);

G_END_DECLS
