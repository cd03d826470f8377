/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-guide.h"

G_BEGIN_DECLS

/*
 * The rules of a guide as pure functions: no state, no side effects.
 * A field that is itself skipped counts as unanswered in the condition of another.
 */

/* TRUE when @condition is NULL or holds for @answers; what asks about a row does not hold. */
gboolean wb_condition_holds   (const WbCondition *condition,
                               WbGuide           *guide,
                               WbAnswers         *answers);
/* The same for a question of a group, asked in @row (nullable: in none, as wb_condition_holds() does it). */
gboolean wb_condition_holds_in_row (const WbCondition *condition,
                                    const char        *row,
                                    WbGuide           *guide,
                                    WbAnswers         *answers);
/* TRUE when the step, or the field and its step, are asked at all. */
gboolean wb_step_applies      (const WbStep      *step,
                               WbGuide           *guide,
                               WbAnswers         *answers);
gboolean wb_field_applies     (const WbField     *field,
                               WbGuide           *guide,
                               WbAnswers         *answers);
/* TRUE when the question @column of the group @field is asked in @row; that of the group itself is not looked at. */
gboolean wb_column_applies    (const WbColumn    *column,
                               const WbField     *field,
                               const char        *row,
                               WbGuide           *guide,
                               WbAnswers         *answers);
/* The same; @looked is set to how many conditions, and rows and items for them, were looked at: what asking costs. */
gboolean wb_column_applies_counted (const WbColumn *column,
                                    const WbField  *field,
                                    const char     *row,
                                    WbGuide        *guide,
                                    WbAnswers      *answers,
                                    guint          *looked);
/* TRUE while that is not decided: it is not asked, and answers that the row still has to get could change that. Questions outside of the row
 * count as they are answered now. */
gboolean wb_column_is_undecided (const WbColumn  *column,
                                 const WbField   *field,
                                 const char      *row,
                                 WbGuide         *guide,
                                 WbAnswers       *answers);
/* TRUE when @field has an answer that counts: any text, any choice, a person with a name, a table with
 * a filled row, a checklist with every item done. */
gboolean wb_field_is_answered (const WbField     *field,
                               WbAnswers         *answers);

G_END_DECLS
