/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "wb-decimal.h"

G_BEGIN_DECLS

typedef enum
{
  WB_FORMULA_NUMBER,     /* @number */
  WB_FORMULA_FIELD,      /* the answer of @field; in a column, the cell of the same row in the column @field */
  WB_FORMULA_TOTAL,      /* the sum of @column of the table @field */
  WB_FORMULA_COUNT,      /* how many rows of the table @field say something, how many items of the checklist are ticked;
                          * with @column: 1 when that option of @field is chosen, 0 when not */
  WB_FORMULA_SUM,        /* of all parts */
  WB_FORMULA_DIFFERENCE, /* the first less the second */
  WB_FORMULA_PRODUCT,    /* of all parts */
  WB_FORMULA_QUOTIENT,   /* the first by the second */
  WB_FORMULA_SHARE,      /* the first of the second, in per cent */
  WB_FORMULA_DAYS,       /* from the first date to the second, in days */
  WB_FORMULA_DATE,       /* the first, a date, plus the second, a duration */
} WbFormulaType;

#define WB_N_FORMULA_TYPES (WB_FORMULA_DATE + 1)

typedef struct _WbFormula WbFormula;

/**
 * WbFormula:
 *
 * How a value follows from answers. Immutable once built; counted.
 */
struct _WbFormula
{
  WbFormulaType type;
  WbDecimal number; /* NUMBER */

  /* Owned */
  char *field;      /* FIELD, TOTAL, COUNT */
  char *column;     /* TOTAL, COUNT (nullable) */
  GPtrArray *parts; /* WbFormula: the others */

  /*< private >*/
  gatomicrefcount ref_count;
};

#define WB_TYPE_FORMULA (wb_formula_get_type ())
GType      wb_formula_get_type   (void);

WbFormula *wb_formula_new_number (WbDecimal      number);
/* @column: the column of TOTAL; of COUNT the option, or NULL; else NULL. (transfer full) */
WbFormula *wb_formula_new_field  (WbFormulaType  type,
                                  const char    *field,
                                  const char    *column);
/* @parts: WbFormula, freed with wb_formula_unref(). (transfer full) both ways */
WbFormula *wb_formula_new_parts  (WbFormulaType  type,
                                  GPtrArray     *parts);
WbFormula *wb_formula_ref        (WbFormula     *self);
void       wb_formula_unref      (WbFormula     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbFormula, wb_formula_unref)

G_END_DECLS
