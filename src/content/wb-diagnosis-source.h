/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-diagnosis.h"
#include "wb-library.h"

G_BEGIN_DECLS

/*
 * What a self-check asks about, out of the library.
 */

/* WbDiagnosisBarrier, by cause, dimension and id. An entry that cannot be read is an error, since all results would be wrong without
 * it. (transfer full) */
GPtrArray *wb_diagnosis_source_list_barriers (WbLibrary  *library,
                                              GError    **error);
/* WbDiagnosisCircle, by title. (transfer full) */
GPtrArray *wb_diagnosis_source_list_circles  (WbLibrary  *library,
                                              GError    **error);

G_END_DECLS
