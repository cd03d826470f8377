/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-spool-private.h"

G_BEGIN_DECLS

/* Writes @bytes beside @path and renames, so that the old file stays as it is when anything goes wrong. A new file is
 * 0600; an old one keeps its mode. What a program that was ended meanwhile left in the folder is taken away. Fails with
 * WB_ERROR_NO_SPACE, WB_ERROR_READ_ONLY, WB_ERROR_NOT_FOUND or WB_ERROR_FAILED. */
gboolean wb_output_file_write (const char  *path,
                               GBytes      *bytes,
                               GError     **error);

/* The same with what is in @spool. */
gboolean wb_output_file_write_spool (const char  *path,
                                     WbSpool     *spool,
                                     GError     **error);

/* Now, or SOURCE_DATE_EPOCH where that is set so that two runs give the same bytes: "2026-11-22T12:00:00Z". (transfer full) */
char    *wb_output_file_dup_date (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
