/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-guide.h"
#include "wb-library.h"
#include "wb-project-file.h"

G_BEGIN_DECLS

/**
 * WbExportDialog:
 *
 * All documents that come out of a project. Closes when one was chosen; saving, printing and showing go on over the
 * parent window.
 */
#define WB_TYPE_EXPORT_DIALOG (wb_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WbExportDialog, wb_export_dialog, WB, EXPORT_DIALOG, AdwWindow)

GtkWidget *wb_export_dialog_new (GtkWindow     *parent,
                                 WbLibrary     *library,
                                 WbProjectFile *file,
                                 WbGuide       *guide);

G_END_DECLS
