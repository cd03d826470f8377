/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbTasksView:
 *
 * The tasks of all known projects: what is late first, then week by week; to be narrowed down to a project or a person, ticked, and written for a
 * calendar.
 *
 * Signal "changed", when a project was changed from here.
 */
#define WB_TYPE_TASKS_VIEW (wb_tasks_view_get_type ())
G_DECLARE_FINAL_TYPE (WbTasksView, wb_tasks_view, WB, TASKS_VIEW, GtkWidget)

GtkWidget *wb_tasks_view_new          (void);
/* To be called once, before anything is shown. */
void       wb_tasks_view_set_services (WbTasksView *self,
                                       WbServices  *services);
/* Shows the tasks of @loaded (element-type WbLoadedProject), and names those projects that could not be read. */
void       wb_tasks_view_set_projects (WbTasksView *self,
                                       GPtrArray   *loaded);

G_END_DECLS
