/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-file-turns.h"
#include "wb-project-file.h"

G_BEGIN_DECLS

/**
 * WbOpenProjects:
 *
 * The projects that are open in a window just now, so that whoever lists them or changes one from outside goes through the open file, and none is
 * opened twice.
 *
 * Signals: "saved" (path), when one of them was written; "close-requested" (path), for the window that shows it.
 */
#define WB_TYPE_OPEN_PROJECTS (wb_open_projects_get_type ())
G_DECLARE_FINAL_TYPE (WbOpenProjects, wb_open_projects, WB, OPEN_PROJECTS, GObject)

WbOpenProjects *wb_open_projects_new    (void);
void            wb_open_projects_add    (WbOpenProjects *self,
                                         WbProjectFile  *file);
void            wb_open_projects_remove (WbOpenProjects *self,
                                         WbProjectFile  *file);
/* NULL when @path is not open. (transfer none) (nullable) */
WbProjectFile  *wb_open_projects_find   (WbOpenProjects *self,
                                         const char     *path);
/* For all who open a project, change one from outside or remove it. (transfer none) */
WbFileTurns    *wb_open_projects_get_turns (WbOpenProjects *self);
/* Has the window that shows @path save and close it. FALSE when it is still open then: it could not be saved, and the window says so. */
gboolean        wb_open_projects_close  (WbOpenProjects *self,
                                         const char     *path);

G_END_DECLS
