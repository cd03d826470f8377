/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-diagnosis.h"

G_BEGIN_DECLS

/**
 * WbMatrixView:
 *
 * The matrix of barriers, five causes by three dimensions, as a map of fields or as a table, with a legend; below it what lies in the
 * field that is chosen. The arrow keys go from field to field.
 *
 * Barriers are opened with the action "win.open-item".
 */
#define WB_TYPE_MATRIX_VIEW (wb_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (WbMatrixView, wb_matrix_view, WB, MATRIX_VIEW, GtkWidget)

GtkWidget *wb_matrix_view_new      (WbDiagnosis  *diagnosis);
/* The field as a toggle button. (transfer none) */
GtkWidget *wb_matrix_view_get_cell (WbMatrixView *self,
                                    WbDimension   dimension,
                                    WbCause       cause);

G_END_DECLS
