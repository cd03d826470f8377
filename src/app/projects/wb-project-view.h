/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-guide.h"
#include "wb-project-file.h"
#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbProjectView:
 *
 * An open project: phases and steps at the side, one step's fields in the middle, help at the right. Fills the whole
 * window and brings its own header bars; its back button activates "win.show-section" with "projects". Notes the
 * project's state in the user store (recent projects) when steps change and when it is disposed.
 *
 * Properties "services", "file", "guide" (construct only).
 */
#define WB_TYPE_PROJECT_VIEW (wb_project_view_get_type ())
G_DECLARE_FINAL_TYPE (WbProjectView, wb_project_view, WB, PROJECT_VIEW, AdwBin)

GtkWidget     *wb_project_view_new         (WbServices    *services,
                                            WbProjectFile *file,
                                            WbGuide       *guide);
WbProjectFile *wb_project_view_get_file    (WbProjectView *self);
/* Goes to the step that asks for the field @id and puts the focus there. FALSE when there is no such field. */
gboolean       wb_project_view_show_field  (WbProjectView *self,
                                            const char    *id);
/* Writes what is being typed and waits for the disk. FALSE with the reason when that failed. */
gboolean       wb_project_view_flush       (WbProjectView *self,
                                            GError       **error);

G_END_DECLS
