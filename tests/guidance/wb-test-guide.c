/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-test-guide.h"

WbStep *
wb_test_add_step (WbGuide     *guide,
                  const char  *id,
                  WbCondition *when)
{
  GPtrArray *phases = wb_guide_get_phases (guide);
  WbStep *step;

  if (phases->len == 0)
    wb_guide_add_phase (guide, "phase", "Phase", NULL);
  step = wb_guide_add_step (guide, g_ptr_array_index (phases, phases->len - 1), id, id);
  step->when = when;

  return step;
}

WbField *
wb_test_add_field (WbGuide     *guide,
                   WbStep      *step,
                   WbFieldType  type,
                   const char  *id,
                   WbCondition *when)
{
  WbField *field = wb_field_new (type, id, id);

  field->when = when;
  wb_guide_add_field (guide, step, field);

  return field;
}

WbCondition *
wb_test_is (const char *field,
            const char *value)
{
  return wb_condition_new_field (WB_CONDITION_IS, field, value);
}

WbCondition *
wb_test_has (const char *field,
             const char *value)
{
  return wb_condition_new_field (WB_CONDITION_HAS, field, value);
}

WbCondition *
wb_test_answered (const char *field)
{
  return wb_condition_new_field (WB_CONDITION_ANSWERED, field, NULL);
}

WbCondition *
wb_test_group (WbConditionType type,
               ...)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_condition_unref);
  WbCondition *part;
  va_list args;

  va_start (args, type);
  while ((part = va_arg (args, WbCondition *)) != NULL)
    g_ptr_array_add (parts, part);
  va_end (args);

  return wb_condition_new_group (type, parts);
}
