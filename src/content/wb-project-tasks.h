/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "wb-guide.h"

G_BEGIN_DECLS

/*
 * The list of tasks of a project: the table that its guide names (wb_guide_get_tasks()).
 */

/* Adds @text as a task to the project in the file @path, which must not be open elsewhere. @title (nullable) gets the project's title
 * (transfer full). Blocks until it is written. On any error the file stays as it is: NOT_FOUND, FOREIGN, CORRUPT, BUSY, READ_ONLY, NO_SPACE;
 * INVALID when the guide of the project has no list of tasks, or @text is too long for it. */
gboolean wb_project_tasks_add (const char  *path,
                               const char  *text,
                               char       **title,
                               GError     **error);

G_END_DECLS
