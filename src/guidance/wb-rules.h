/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-guide.h"

G_BEGIN_DECLS

/*
 * The rules of a guide as pure functions: no state, no side effects.
 * A field that is itself skipped counts as unanswered in the condition of another.
 */

/* TRUE when @condition is NULL or holds for @answers. */
gboolean wb_condition_holds   (const WbCondition *condition,
                               WbGuide           *guide,
                               WbAnswers         *answers);
/* TRUE when the step, or the field and its step, are asked at all. */
gboolean wb_step_applies      (const WbStep      *step,
                               WbGuide           *guide,
                               WbAnswers         *answers);
gboolean wb_field_applies     (const WbField     *field,
                               WbGuide           *guide,
                               WbAnswers         *answers);
/* TRUE when @field has an answer that counts: any text, any choice, a person with a name, a table with
 * a filled row, a checklist with every item done. */
gboolean wb_field_is_answered (const WbField     *field,
                               WbAnswers         *answers);

G_END_DECLS
