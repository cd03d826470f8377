/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-backup-store.h"

G_BEGIN_DECLS

/**
 * WbBackupWindow:
 *
 * The copies that were kept of a project, with time, size and what was changed since; each can be looked at, opened as a
 * new file and put in the place of the project. Works for a project that is open, closed, damaged or gone.
 *
 * Activates "win.open-project" with the path of a new file, and "win.restore-backup" with the project's path and the copy's; closes
 * before that. Both are actions of the parent.
 */
#define WB_TYPE_BACKUP_WINDOW (wb_backup_window_get_type ())
G_DECLARE_FINAL_TYPE (WbBackupWindow, wb_backup_window, WB, BACKUP_WINDOW, AdwWindow)

/* @parent: (nullable); @path: of the project, whether it is there or not */
GtkWidget *wb_backup_window_new (GtkWindow     *parent,
                                 WbBackupStore *store,
                                 const char    *path);
/* Writes the copy that is chosen to the new file @path and opens that; where something is there already, asks for another name. */
void       wb_backup_window_save_to (WbBackupWindow *self,
                                     const char     *path);

G_END_DECLS
