/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-guide.h"

G_BEGIN_DECLS

/* What the guide's checks (WbFieldCheck) object to in the answer of @field: its sentence for the first that fails. NULL when all hold,
 * when there is no answer, or when the question is not asked. An answer with a fault is kept all the same. (nullable) (transfer none) */
const char *wb_answer_find_fault     (const WbField *field,
                                      WbGuide       *guide,
                                      WbAnswers     *answers);

G_END_DECLS
