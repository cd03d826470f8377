/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-export.h"

G_BEGIN_DECLS

/**
 * WbExportJob:
 *
 * A document being written to a file on a thread of its own, which can be watched and stopped. Stopped or failed, it leaves no file,
 * and one that was there as it was.
 *
 * Signals: "progress" while it runs, when there is something new to tell, at most ten times a second. All on the main thread.
 */
#define WB_TYPE_EXPORT_JOB (wb_export_job_get_type ())
G_DECLARE_FINAL_TYPE (WbExportJob, wb_export_job, WB, EXPORT_JOB, GObject)

/* (transfer full) */
WbExportJob *wb_export_job_new          (WbDocument             *document,
                                         const WbExportOptions  *options,
                                         const char             *path);
/* The name of the file, without its folder. (transfer none) */
const char  *wb_export_job_get_name     (WbExportJob            *self);
/* 0 to 1. */
double       wb_export_job_get_done     (WbExportJob            *self);
/* "Page 120 of 400"; or that the pages are being laid out. (transfer full) */
char        *wb_export_job_dup_place    (WbExportJob            *self);
/* Once only. The job lives until @callback was called. */
void         wb_export_job_run_async    (WbExportJob            *self,
                                         GAsyncReadyCallback     callback,
                                         gpointer                user_data);
/* Fails as wb_export_write(): WB_ERROR_CANCELLED when it was stopped. */
gboolean     wb_export_job_run_finish   (WbExportJob            *self,
                                         GAsyncResult           *result,
                                         GError                **error);
void         wb_export_job_stop         (WbExportJob            *self);

G_END_DECLS
