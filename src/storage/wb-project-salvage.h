/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "wb-salvage.h"

G_BEGIN_DECLS

/* Saves every row that can be read out of the damaged project at @path into the new file @output, which must not exist. @path and
 * the journal beside it are only read. What was lost is told by the indexes of the file; lost answers that stand in the history are taken
 * from there. @guide_json: (nullable) what to put in the place of the guide in the file, which cannot be read.
 *
 * FOREIGN when it is no project, NEWER, BUSY when it is open somewhere, INVALID when it is larger than 512 MiB, CORRUPT when there is
 * nothing left to save: then there is no @output. On any thread. (transfer full) */
WbSalvage *wb_project_salvage (const char  *path,
                               const char  *output,
                               const char  *guide_json,
                               GError     **error);

G_END_DECLS
