/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-guide.h"
#include "wb-project-file.h"

G_BEGIN_DECLS

/* What a page that shows a project asks for files. One question at a time for each @widget; it goes when that does. */

/* Asks where a copy of @file is to be saved and saves it there; a toast or a dialog over @widget says what came of it.
 * @cancellable: of the saving. */
void wb_project_chooser_save_copy  (GtkWidget     *widget,
                                    WbProjectFile *file,
                                    WbGuide       *guide,
                                    GCancellable  *cancellable);
/* Asks for another copy of the project and activates "project.merge-with" with its path. */
void wb_project_chooser_find_other (GtkWidget     *widget);

G_END_DECLS
