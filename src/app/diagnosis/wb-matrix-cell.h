/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-diagnosis.h"

G_BEGIN_DECLS

/**
 * WbMatrixCell:
 *
 * A field of the matrix as a toggle button: the level as number, fill and pattern, and the strongest barrier in words. What is not
 * known has a dash and neither fill nor pattern.
 */
#define WB_TYPE_MATRIX_CELL (wb_matrix_cell_get_type ())
G_DECLARE_FINAL_TYPE (WbMatrixCell, wb_matrix_cell, WB, MATRIX_CELL, GtkToggleButton)

GtkWidget *wb_matrix_cell_new        (const WbDiagnosis *diagnosis,
                                      WbDimension        dimension,
                                      WbCause            cause);
int        wb_matrix_cell_get_level  (WbMatrixCell      *self);
/* A small sample with number and pattern, for a legend; not for assistive technology, which hears the word beside it. */
GtkWidget *wb_matrix_cell_new_sample (int                level);

G_END_DECLS
