/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbNextCaseDialog:
 *
 * Asks which use case comes next after a project: all use cases of the library, narrowed down by typing. Then WbNewProjectDialog takes over, with the
 * people and roles of the project.
 */
#define WB_TYPE_NEXT_CASE_DIALOG (wb_next_case_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WbNextCaseDialog, wb_next_case_dialog, WB, NEXT_CASE_DIALOG, AdwWindow)

/* @path: the file of the project. */
GtkWidget *wb_next_case_dialog_new (GtkWindow  *parent,
                                    WbServices *services,
                                    const char *path);

G_END_DECLS
