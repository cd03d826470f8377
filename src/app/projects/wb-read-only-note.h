/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-open-projects.h"

G_BEGIN_DECLS

/**
 * WbReadOnlyNote:
 *
 * Says why a project can only be read, and, once somebody else has changed the file, that what is shown is older; a button then opens the
 * project anew. Hidden for a project that can be written. The file is looked at when the file system reports a change, which network
 * shares do not always do, and each time the window gets the keyboard.
 */
#define WB_TYPE_READ_ONLY_NOTE (wb_read_only_note_get_type ())
G_DECLARE_FINAL_TYPE (WbReadOnlyNote, wb_read_only_note, WB, READ_ONLY_NOTE, GtkWidget)

/* Once. @open_projects: through which the project is closed before it is opened anew. */
void     wb_read_only_note_set_file  (WbReadOnlyNote *self,
                                      WbProjectFile  *file,
                                      WbOpenProjects *open_projects);
/* Whether it says that what is shown is not what is in the file any more. */
gboolean wb_read_only_note_get_stale (WbReadOnlyNote *self);

G_END_DECLS
