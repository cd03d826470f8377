/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-diagnosis.h"
#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbResultView:
 *
 * What a self-check says: the matrix, the circles with how sure it is that they turn, the levers with the entries that help, the comparison
 * with another date, and the rules by which all that was found. Circles are opened with the action "diagnosis.show-circle".
 */
#define WB_TYPE_RESULT_VIEW (wb_result_view_get_type ())
G_DECLARE_FINAL_TYPE (WbResultView, wb_result_view, WB, RESULT_VIEW, GtkWidget)

GtkWidget    *wb_result_view_new           (WbServices   *services,
                                            WbAssessment *assessment,
                                            GPtrArray    *barriers,
                                            GPtrArray    *circles);
/* (transfer none) */
WbDiagnosis  *wb_result_view_get_diagnosis (WbResultView *self);
/* The one it is compared with; NULL when with none. (transfer none) (nullable) */
WbAssessment *wb_result_view_get_earlier   (WbResultView *self);
/* Compares with the @index-th of the other dates, from 0. */
void          wb_result_view_compare       (WbResultView *self,
                                            guint         index);

G_END_DECLS
