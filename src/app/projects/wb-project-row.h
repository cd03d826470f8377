/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-overview-loader.h"
#include "wb-user-store.h"

G_BEGIN_DECLS

/**
 * WbProjectRow:
 *
 * A project that was open before: title, guide, state, next step, what is due next, progress, when it was open last. Says so when the file is not
 * there any more, or cannot be read.
 *
 * Signals: "forget", when the user wants it off the list; "wanted" (what), for the rest: "locate", "window", "duplicate", "next-case", "pause",
 * "finish", "resume", "delete".
 */
#define WB_TYPE_PROJECT_ROW (wb_project_row_get_type ())
G_DECLARE_FINAL_TYPE (WbProjectRow, wb_project_row, WB, PROJECT_ROW, GtkListBoxRow)

/* Copies what it needs. */
GtkWidget  *wb_project_row_new         (const WbRecentProject *project);
const char *wb_project_row_get_path    (WbProjectRow          *self);
const WbRecentProject *wb_project_row_get_recent (WbProjectRow *self);
/* What its file says; in place of what was noted when it was last open. */
void        wb_project_row_set_loaded  (WbProjectRow          *self,
                                        const WbLoadedProject *loaded,
                                        const GDate           *today);
/* What is due next, "2026-11-24", and how far it is; "" and WB_PROJECT_STAGE_NEW until it is loaded. */
const char *wb_project_row_get_due     (WbProjectRow          *self);
WbProjectStage wb_project_row_get_state (WbProjectRow         *self);
/* TRUE once the file was looked for and not found. */
gboolean    wb_project_row_get_missing (WbProjectRow          *self);

G_END_DECLS
