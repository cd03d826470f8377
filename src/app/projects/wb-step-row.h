/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-guide.h"
#include "wb-progress.h"

G_BEGIN_DECLS

/**
 * WbStepRow:
 *
 * A step in the list at the side: its state as icon and, for screen readers, in words; skipped steps with their reason.
 */
#define WB_TYPE_STEP_ROW (wb_step_row_get_type ())
G_DECLARE_FINAL_TYPE (WbStepRow, wb_step_row, WB, STEP_ROW, GtkListBoxRow)

/* @step belongs to a guide that outlives the row. */
GtkWidget    *wb_step_row_new      (const WbStep *step);
const WbStep *wb_step_row_get_step (WbStepRow    *self);
/* @current: this is the step that is open. */
void          wb_step_row_update   (WbStepRow    *self,
                                    WbStepState   state,
                                    gboolean      current);

G_END_DECLS
