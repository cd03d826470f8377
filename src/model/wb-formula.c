/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-formula.h"

G_DEFINE_BOXED_TYPE (WbFormula, wb_formula, wb_formula_ref, wb_formula_unref)

static WbFormula *
formula_alloc (WbFormulaType type)
{
  WbFormula *self = g_new0 (WbFormula, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;

  return self;
}

WbFormula *
wb_formula_new_number (WbDecimal number)
{
  WbFormula *self = formula_alloc (WB_FORMULA_NUMBER);

  self->number = number;

  return self;
}

WbFormula *
wb_formula_new_field (WbFormulaType  type,
                      const char    *field,
                      const char    *column)
{
  WbFormula *self;

  g_return_val_if_fail (type == WB_FORMULA_FIELD || type == WB_FORMULA_TOTAL || type == WB_FORMULA_COUNT, NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (type == WB_FORMULA_COUNT || (column != NULL) == (type == WB_FORMULA_TOTAL), NULL);

  self = formula_alloc (type);
  self->field = g_strdup (field);
  self->column = g_strdup (column);

  return self;
}

WbFormula *
wb_formula_new_parts (WbFormulaType  type,
                      GPtrArray     *parts)
{
  WbFormula *self;

  g_return_val_if_fail (type >= WB_FORMULA_SUM && type < WB_N_FORMULA_TYPES, NULL);
  g_return_val_if_fail (parts != NULL && parts->len > 0, NULL);

  self = formula_alloc (type);
  self->parts = parts;

  return self;
}

WbFormula *
wb_formula_ref (WbFormula *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
wb_formula_unref (WbFormula *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->field);
  g_free (self->column);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}
