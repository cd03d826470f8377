/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-guide.h"

G_BEGIN_DECLS

/*
 * Values that follow from answers, as pure functions. What is missing makes a value open, never 0.
 *
 * @table is the field that the formula of a column belongs to: the names in the formula are then columns of the same row. It is
 * NULL for the formula of a field.
 */

typedef enum
{
  WB_QUANTITY_NUMBER,
  WB_QUANTITY_MONEY,
  WB_QUANTITY_PERCENT,
  WB_QUANTITY_DAYS,
  WB_QUANTITY_DATE,
  WB_QUANTITY_DURATION, /* only as a part of a formula */
} WbQuantity;

/* What @formula yields. FALSE when its parts do not go together, such as money and a number in one sum, or name what is not there; @fault
 * then says so in one phrase. (transfer full) */
gboolean    wb_formula_find_kind    (const WbFormula *formula,
                                     const WbField   *table,
                                     WbGuide         *guide,
                                     WbQuantity      *kind,
                                     char           **fault);
/* The formula for people: "„Einmalig“ + 5 × „Pro Jahr“". (transfer full) */
char       *wb_formula_to_words     (const WbFormula *formula,
                                     const WbField   *table,
                                     WbGuide         *guide) G_GNUC_WARN_UNUSED_RESULT;
/* The value of the COMPUTED @field as numbers and dates are stored. NULL when it is open; @missing (nullable) then says what is missing,
 * in one phrase. (nullable) (transfer full) both */
char       *wb_compute_field        (const WbField   *field,
                                     WbGuide         *guide,
                                     WbAnswers       *answers,
                                     char           **missing) G_GNUC_WARN_UNUSED_RESULT;
/* Whether that is not because something is still to be answered, but because it cannot be computed from what is. */
gboolean    wb_compute_field_fails  (const WbField   *field,
                                     WbGuide         *guide,
                                     WbAnswers       *answers);
/* The same as wb_compute_field() for the COMPUTED column @column in the row @row of @table. Whether the column itself is asked in the row is
 * not looked at: that is for wb_column_applies(). */
char       *wb_compute_cell         (const WbField   *table,
                                     const WbColumn  *column,
                                     const char      *row,
                                     WbGuide         *guide,
                                     WbAnswers       *answers,
                                     char           **missing) G_GNUC_WARN_UNUSED_RESULT;
/* Whether it has no value because what it is computed from is not asked in the row, so that nothing is still to be answered. */
gboolean    wb_compute_cell_is_skipped (const WbField  *table,
                                        const WbColumn *column,
                                        const char     *row,
                                        WbGuide        *guide,
                                        WbAnswers      *answers);
/* A computed value for people: "12.500,50 €", "24.11.2026", "12,5 %". @column: (nullable). (transfer full) */
char       *wb_compute_to_display   (const WbField   *field,
                                     const WbColumn  *column,
                                     WbGuide         *guide,
                                     const char      *value) G_GNUC_WARN_UNUSED_RESULT;
/* TRUE when the column @column of @field can be added up and all of its filled rows have a value; @missing as above. A row in which
 * nothing stands counts as not there, and at least one must be there. */
gboolean    wb_compute_total        (const WbField   *field,
                                     const WbColumn  *column,
                                     WbGuide         *guide,
                                     WbAnswers       *answers,
                                     WbDecimal       *total,
                                     char           **missing);
/* How many rows of @field say something. */
guint       wb_compute_count        (const WbField   *field,
                                     WbAnswers       *answers);

G_END_DECLS
