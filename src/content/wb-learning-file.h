/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-learner.h"

G_BEGIN_DECLS

/*
 * Learning progress on its way from one laptop to another: a JSON file.
 *
 *   {"format": 1, "holds": "learning-progress", "learners": [{
 *     "name": "Kim",                                  "" for the guest
 *     "answers": [{"lesson", "question", "given",     as wb_response_to_string() writes it
 *                  "right": true, "time": "2026-11-22T08:48:04Z"}],
 *     "lessons": [{"lesson", "course", "time"}]}]}    finished ones
 *
 * A "time" that is not known is left out.
 */

#define WB_LEARNING_FILE_FORMAT 1

/* Writes @learners (array of WbLearner) to @path, mode 0600. What was there is replaced once the new file is complete. */
gboolean   wb_learning_file_write (const char  *path,
                                   GPtrArray   *learners,
                                   GError     **error);
/* Reads such a file, whoever wrote it: array of WbLearner. WB_ERROR_INVALID, NEWER or NOT_FOUND with one sentence. (transfer full) */
GPtrArray *wb_learning_file_read  (const char  *path,
                                   GError     **error);

G_END_DECLS
