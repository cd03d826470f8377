/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-project-seed.h"
#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbNewProjectDialog:
 *
 * Asks for the title and the place of a new project (suggested: the user's documents folder), creates the file
 * and activates "win.open-project" on its parent window.
 *
 * @item: a use case that links to a guide, or a guide.
 */
#define WB_TYPE_NEW_PROJECT_DIALOG (wb_new_project_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WbNewProjectDialog, wb_new_project_dialog, WB, NEW_PROJECT_DIALOG, AdwWindow)

GtkWidget *wb_new_project_dialog_new (GtkWindow  *parent,
                                      WbServices *services,
                                      WbItem     *item);
/* A new project after @peek: by the same guide and for the same use case, which need not be in the library. Takes @peek. */
GtkWidget *wb_new_project_dialog_new_from_template (GtkWindow     *parent,
                                                    WbServices    *services,
                                                    WbProjectPeek *peek);
/* Takes @peek, the project that people and roles come from. To be called before the dialog is shown. */
void       wb_new_project_dialog_set_source        (WbNewProjectDialog *self,
                                                    WbProjectPeek      *peek,
                                                    WbSeedKind          kind);

G_END_DECLS
