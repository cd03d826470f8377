/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-guide.h"
#include "wb-answers.h"

G_BEGIN_DECLS

/**
 * WbProjectFinder:
 *
 * Finds words in a project: type, go down with the arrows, Return goes there and closes.
 *
 * Signal "chosen" (id of a field).
 */
#define WB_TYPE_PROJECT_FINDER (wb_project_finder_get_type ())
G_DECLARE_FINAL_TYPE (WbProjectFinder, wb_project_finder, WB, PROJECT_FINDER, AdwWindow)

GtkWidget *wb_project_finder_new (GtkWindow *parent,
                                  WbGuide   *guide,
                                  WbAnswers *answers);

G_END_DECLS
