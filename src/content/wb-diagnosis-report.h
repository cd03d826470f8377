/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-diagnosis.h"
#include "wb-document.h"
#include "wb-library.h"
#include "wb-municipality.h"

G_BEGIN_DECLS

/* The report "Wo wir stehen" for those who lead: as pages, or as slides. @earlier (nullable) is the self-check to compare with,
 * @town (nullable) goes into the head, @library names the entries that help. What was not answered has no level in it.
 * (transfer full) */
WbDocument *wb_diagnosis_report_new (WbDocumentFormat    format,
                                     const WbAssessment *assessment,
                                     const WbAssessment *earlier,
                                     GPtrArray          *barriers,
                                     GPtrArray          *circles,
                                     WbMunicipality     *town,
                                     WbLibrary          *library);
/* One circle on two slides, for the projector: the ring, with what each arrow means in the notes, and its levers. @diagnosis (nullable)
 * gives levels. (transfer full) */
WbDocument *wb_diagnosis_report_new_circle (const WbDiagnosisCircle *circle,
                                            GPtrArray               *barriers,
                                            const WbDiagnosis       *diagnosis,
                                            WbLibrary               *library);
/* Day, number of people and of answered statements in one line, as below the title. (transfer full) */
char       *wb_diagnosis_report_describe (const WbAssessment *assessment,
                                          const WbDiagnosis  *diagnosis);
/* The day of a self-check as people write it. (transfer full) */
char       *wb_diagnosis_report_format_day (const WbAssessment *assessment);

G_END_DECLS
