/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-diagnosis.h"
#include "wb-figure.h"

G_BEGIN_DECLS

/*
 * What a self-check says, as figures: the same in the window, in the report and on slides.
 */

/* The matrix with the level of each field and its strongest barrier. (transfer full) */
WbFigure *wb_diagnosis_figure_heat   (const WbDiagnosis       *diagnosis);
/* The ring of @circle. @diagnosis (nullable) gives levels, and marks the links that are felt; without one, @selected (-1: none) is
 * the link that is marked. (transfer full) */
WbFigure *wb_diagnosis_figure_circle (const WbDiagnosisCircle *circle,
                                      GPtrArray               *barriers,
                                      const WbDiagnosis       *diagnosis,
                                      int                      selected);
/* Whether the arrow behind @link is drawn dashed: of the barriers on its two sides at least one has no level. Never without @diagnosis
 * (nullable). */
gboolean  wb_diagnosis_figure_is_uncertain (const WbCircle    *circle,
                                            const WbDiagnosis *diagnosis,
                                            guint              link);
/* All @barriers (WbDiagnosisBarrier) with what they bring about. Marked are those of @circle and its arrows, or @barrier with the arrows
 * from it and to it; both are nullable. (transfer full) */
WbFigure *wb_diagnosis_figure_graph  (GPtrArray               *barriers,
                                      const WbDiagnosisCircle *circle,
                                      const char              *barrier);
/* The letter of the @index-th lever of a circle: "A", "B" …; "" for one that no letter is left for. (transfer full) */
char     *wb_diagnosis_lever_letter  (guint                    index);

G_END_DECLS
