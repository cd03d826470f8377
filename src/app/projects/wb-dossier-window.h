/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-guide.h"
#include "wb-library.h"
#include "wb-project-file.h"

G_BEGIN_DECLS

/**
 * WbDossierWindow:
 *
 * Puts everything of a project together in a folder: what goes in and where to are asked, how far it is is shown, and the result can
 * be opened.
 */
#define WB_TYPE_DOSSIER_WINDOW (wb_dossier_window_get_type ())
G_DECLARE_FINAL_TYPE (WbDossierWindow, wb_dossier_window, WB, DOSSIER_WINDOW, AdwWindow)

/* @parent: (nullable) */
GtkWidget *wb_dossier_window_new      (GtkWindow       *parent,
                                       WbLibrary       *library,
                                       WbProjectFile   *file,
                                       WbGuide         *guide);
/* Begins to write into the folder @folder, which is made. */
void       wb_dossier_window_write_to (WbDossierWindow *self,
                                       const char      *folder);

G_END_DECLS
