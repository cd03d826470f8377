/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-section.h"

G_BEGIN_DECLS

/**
 * WbDiagnosisPage:
 *
 * The section "Standortbestimmung": begin or continue a self-check, look at its result, and walk through circles and barriers. Its actions:
 *
 * | action | target | does |
 * |---|---|---|
 * | `diagnosis.begin` | TRUE for a group | begins a self-check |
 * | `diagnosis.continue` | number (int64) | goes on with a draft, or changes a finished one |
 * | `diagnosis.show-result` | number (int64) | shows what it says |
 * | `diagnosis.delete` | number (int64) | deletes it, after asking |
 * | `diagnosis.show-circle` | id; "" for the first | shows a circle |
 * | `diagnosis.step-circle` | 1 or -1 (int32) | the next or previous circle |
 * | `diagnosis.show-barrier` | id; "" for the first | the walk through causes and effects |
 * | `diagnosis.save`, `print`, `present` | – | the report of the result shown |
 * | `diagnosis.back` | – | back to where one came from |
 */
#define WB_TYPE_DIAGNOSIS_PAGE (wb_diagnosis_page_get_type ())
G_DECLARE_FINAL_TYPE (WbDiagnosisPage, wb_diagnosis_page, WB, DIAGNOSIS_PAGE, WbSection)

GtkWidget *wb_diagnosis_page_new (WbServices *services);

G_END_DECLS
