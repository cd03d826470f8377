/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-export-job.h"

G_BEGIN_DECLS

/* What takes less is over before anybody has read that it is going on. */
#define WB_EXPORT_PANE_DELAY 400 /* milliseconds */

/**
 * WbExportPane:
 *
 * How far a document is that is being written: a bar, a line of text, and a button that stops it. Nothing is known about the length of some,
 * so that the bar only moves.
 */
#define WB_TYPE_EXPORT_PANE (wb_export_pane_get_type ())
G_DECLARE_FINAL_TYPE (WbExportPane, wb_export_pane, WB, EXPORT_PANE, GtkBox)

GtkWidget *wb_export_pane_new     (void);
/* Shows @job from now on; NULL: none. */
void       wb_export_pane_set_job (WbExportPane *self,
                                   WbExportJob  *job);

G_END_DECLS
