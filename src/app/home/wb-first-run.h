/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbFirstRun:
 *
 * What a new user sees: first the choice of the municipality, which can be skipped, then three cards with what one can do.
 *
 * Signal "done" (section): the user is through; the name of the section to show, or "project" for the one that is open.
 */
#define WB_TYPE_FIRST_RUN (wb_first_run_get_type ())
G_DECLARE_FINAL_TYPE (WbFirstRun, wb_first_run, WB, FIRST_RUN, AdwBin)

GtkWidget *wb_first_run_new         (WbServices *services);
/* Whether a project is open, with which somebody came; the way on then leads to it. */
void       wb_first_run_set_project (WbFirstRun *self,
                                     gboolean    project);

G_END_DECLS
