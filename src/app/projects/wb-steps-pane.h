/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-answers.h"
#include "wb-guide.h"

G_BEGIN_DECLS

/**
 * WbStepsPane:
 *
 * The way through a project at the side: overall progress, phases, steps. Follows the answers.
 *
 * Signals: "selected" (step id), when the user moved to another step; "activated" (step id), when
 * one was pressed, so that a narrow window can show it.
 */
#define WB_TYPE_STEPS_PANE (wb_steps_pane_get_type ())
G_DECLARE_FINAL_TYPE (WbStepsPane, wb_steps_pane, WB, STEPS_PANE, GtkWidget)

/* Once. */
void wb_steps_pane_set_guide   (WbStepsPane  *self,
                                WbGuide      *guide,
                                WbAnswers    *answers);
/* Marks @step (nullable) as the one that is open; no signal. */
void wb_steps_pane_set_current (WbStepsPane  *self,
                                const WbStep *step);

G_END_DECLS
