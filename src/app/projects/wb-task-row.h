/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-task.h"

G_BEGIN_DECLS

/**
 * WbTaskRow:
 *
 * A task in the list over all projects: what, where, who, until when, and a button that ticks it. Activating the row goes to where it comes from
 * (action "win.open-project-at").
 *
 * Signal "mark" (done), when somebody ticks it or takes the tick away.
 */
#define WB_TYPE_TASK_ROW (wb_task_row_get_type ())
G_DECLARE_FINAL_TYPE (WbTaskRow, wb_task_row, WB, TASK_ROW, GtkListBoxRow)

/* @task: borrowed, must outlive the row. */
GtkWidget    *wb_task_row_new      (const WbTask *task,
                                    const GDate  *today);
const WbTask *wb_task_row_get_task (WbTaskRow    *self);

G_END_DECLS
