/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-user-store.h"

G_BEGIN_DECLS

/**
 * WbProjectRow:
 *
 * A project that was open before: title, guide, next step, progress, when it was open last. Says so when the file is not there any more.
 *
 * Signal "forget", when the user wants it off the list.
 */
#define WB_TYPE_PROJECT_ROW (wb_project_row_get_type ())
G_DECLARE_FINAL_TYPE (WbProjectRow, wb_project_row, WB, PROJECT_ROW, GtkListBoxRow)

/* Copies what it needs. */
GtkWidget  *wb_project_row_new         (const WbRecentProject *project);
const char *wb_project_row_get_path    (WbProjectRow          *self);
/* TRUE once the file was looked for and not found. */
gboolean    wb_project_row_get_missing (WbProjectRow          *self);

G_END_DECLS
