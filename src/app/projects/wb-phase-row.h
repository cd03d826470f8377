/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-guide.h"
#include "wb-progress.h"

G_BEGIN_DECLS

/**
 * WbPhaseRow:
 *
 * A phase in the list at the side: title, "2 of 7", and whether its steps are shown below.
 */
#define WB_TYPE_PHASE_ROW (wb_phase_row_get_type ())
G_DECLARE_FINAL_TYPE (WbPhaseRow, wb_phase_row, WB, PHASE_ROW, GtkListBoxRow)

/* @phase belongs to a guide that outlives the row. */
GtkWidget     *wb_phase_row_new          (const WbPhase *phase);
const WbPhase *wb_phase_row_get_phase    (WbPhaseRow    *self);
gboolean       wb_phase_row_get_expanded (WbPhaseRow    *self);
/* @current: the step that is open belongs to it. */
void           wb_phase_row_update       (WbPhaseRow    *self,
                                          WbProgress     progress,
                                          gboolean       expanded,
                                          gboolean       current);

G_END_DECLS
