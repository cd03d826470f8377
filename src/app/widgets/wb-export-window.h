/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-export-job.h"

G_BEGIN_DECLS

/**
 * WbExportWindow:
 *
 * How far a document is that is being written, in a small window above the one it came from. It comes only when the writing takes longer
 * than a moment, and goes when it is over. Closing it stops the writing.
 */
#define WB_TYPE_EXPORT_WINDOW (wb_export_window_get_type ())
G_DECLARE_FINAL_TYPE (WbExportWindow, wb_export_window, WB, EXPORT_WINDOW, AdwWindow)

/* Runs @job. @parent: (nullable). @callback gets @job as source; it calls wb_export_job_run_finish(). */
void wb_export_window_run (GtkWindow           *parent,
                           WbExportJob         *job,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data);

G_END_DECLS
