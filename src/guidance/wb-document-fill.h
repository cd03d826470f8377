/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-guide.h"

G_BEGIN_DECLS

/* How many of the questions that a document shows have an answer. Questions that do not apply are not counted,
 * each item of a checklist is one. */
typedef struct
{
  guint answered;
  guint asked;
} WbDocumentFill;

/* @fields: ids of fields, as a set; NULL: all of the guide. Ids that are none of the guide are not counted. */
WbDocumentFill  wb_document_fill_count           (GHashTable            *fields,
                                                  WbGuide               *guide,
                                                  WbAnswers             *answers);
/* TRUE when less than half of what is asked has an answer. A document that asks for nothing never is. */
gboolean        wb_document_fill_is_mostly_blank (WbDocumentFill         fill);
/* Why @document does not apply: all steps that lead to it, or the field that fills it, are left out. NULL when it applies; "" when
 * the guide gives no reason. Static or of @guide. (nullable) */
const char     *wb_document_fill_get_reason      (const WbGuideDocument *document,
                                                  WbGuide               *guide,
                                                  WbAnswers             *answers);

G_END_DECLS
