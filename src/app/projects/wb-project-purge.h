/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-open-projects.h"

G_BEGIN_DECLS

/* Says over the window of @widget how much space the removed attachments of @file still take, asks once, and takes them out for good when it is its
 * turn. What was freed is said with "win.toast"; a fault in writing by @file, with "save-failed". @projects: where @file is open. */
void wb_project_purge_offer (GtkWidget      *widget,
                             WbOpenProjects *projects,
                             WbProjectFile  *file);

G_END_DECLS
