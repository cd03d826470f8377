/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-condition.h"

G_DEFINE_BOXED_TYPE (WbCondition, wb_condition, wb_condition_ref, wb_condition_unref)

WbCondition *
wb_condition_new_field (WbConditionType  type,
                        const char      *field,
                        const char      *value)
{
  WbCondition *self;

  g_return_val_if_fail (type <= WB_CONDITION_ANSWERED, NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (value != NULL || type == WB_CONDITION_ANSWERED, NULL);

  self = g_new0 (WbCondition, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->field = g_strdup (field);
  self->value = g_strdup (value);

  return self;
}

WbCondition *
wb_condition_new_cell (WbConditionType  type,
                       const char      *group,
                       const char      *column,
                       const char      *value)
{
  WbCondition *self;

  g_return_val_if_fail (type == WB_CONDITION_IS || type == WB_CONDITION_ANSWERED, NULL);
  g_return_val_if_fail (column != NULL, NULL);

  self = wb_condition_new_field (type, group, value);
  if (self != NULL)
    self->column = g_strdup (column);

  return self;
}

WbCondition *
wb_condition_new_group (WbConditionType  type,
                        GPtrArray       *parts)
{
  WbCondition *self;

  g_return_val_if_fail (type >= WB_CONDITION_ALL, NULL);
  g_return_val_if_fail (parts != NULL, NULL);

  self = g_new0 (WbCondition, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->parts = parts;

  return self;
}

WbCondition *
wb_condition_ref (WbCondition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
wb_condition_unref (WbCondition *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->field);
  g_free (self->column);
  g_free (self->value);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}
