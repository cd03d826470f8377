/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "wb-calendar.h"
#include "wb-guide.h"
#include "wb-project-file.h"

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
/* Ticks @task, or takes the tick away, in @file, its project: a change like one in the form, with its place in the history. INVALID when the task
 * cannot be ticked or is not there any more; READ_ONLY. */
gboolean wb_project_tasks_mark (WbProjectFile  *file,
                                const WbTask   *task,
                                gboolean        done,
                                GError        **error);
/* The same in the file that @task names, which must not be open elsewhere. Blocks until it is written. */
gboolean wb_project_tasks_mark_file (const WbTask  *task,
                                     gboolean       done,
                                     GError       **error);
/* Writes @tasks (element-type WbTask) to @path, see wb_calendar_write(); a file that is there is replaced. */
gboolean wb_project_tasks_export (GPtrArray       *tasks,
                                  WbCalendarForm   form,
                                  const char      *path,
                                  GError         **error);

G_END_DECLS
