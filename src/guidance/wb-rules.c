/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-rules.h"

/* Conditions may only name earlier fields, so the chain ends; a damaged guide must not recurse for ever. */
#define MAX_DEPTH 64

static gboolean condition_holds (const WbCondition *condition,
                                 WbGuide           *guide,
                                 WbAnswers         *answers,
                                 int                depth);

static const WbStep *
find_step_of_field (WbGuide       *guide,
                    const WbField *field)
{
  GPtrArray *steps = wb_guide_get_steps (guide);

  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      if (g_ptr_array_find (step->fields, field, NULL))
        return step;
    }

  return NULL;
}

static gboolean
field_applies (const WbField *field,
               WbGuide       *guide,
               WbAnswers     *answers,
               int            depth)
{
  const WbStep *step = find_step_of_field (guide, field);

  if (step != NULL && !condition_holds (step->when, guide, answers, depth + 1))
    return FALSE;

  return condition_holds (field->when, guide, answers, depth + 1);
}

static gboolean
field_condition_holds (const WbCondition *condition,
                       WbGuide           *guide,
                       WbAnswers         *answers,
                       int                depth)
{
  const WbField *field = wb_guide_get_field (guide, condition->field);

  if (field == NULL || !field_applies (field, guide, answers, depth))
    return FALSE;

  switch (condition->type)
    {
    case WB_CONDITION_IS:
      return g_str_equal (wb_answers_get (answers, field->id, "", ""), condition->value);
    case WB_CONDITION_HAS:
      return *wb_answers_get (answers, field->id, condition->value, "") != '\0';
    case WB_CONDITION_ANSWERED:
      return wb_field_is_answered (field, answers);
    case WB_CONDITION_ALL:
    case WB_CONDITION_ANY:
    case WB_CONDITION_NOT:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
group_holds (const WbCondition *condition,
             WbGuide           *guide,
             WbAnswers         *answers,
             int                depth)
{
  /* "all" stops at the first that fails, "any" at the first that holds, "not" turns its part round. */
  gboolean stop_at = condition->type == WB_CONDITION_ANY;

  for (guint i = 0; i < condition->parts->len; i++)
    {
      const WbCondition *part = g_ptr_array_index (condition->parts, i);
      gboolean holds = condition_holds (part, guide, answers, depth + 1);

      if (condition->type == WB_CONDITION_NOT)
        return !holds;
      if (holds == stop_at)
        return stop_at;
    }

  return !stop_at;
}

static gboolean
condition_holds (const WbCondition *condition,
                 WbGuide           *guide,
                 WbAnswers         *answers,
                 int                depth)
{
  if (condition == NULL)
    return TRUE;
  if (depth > MAX_DEPTH)
    return FALSE;
  if (condition->type <= WB_CONDITION_ANSWERED)
    return field_condition_holds (condition, guide, answers, depth);

  return group_holds (condition, guide, answers, depth);
}

gboolean
wb_condition_holds (const WbCondition *condition,
                    WbGuide           *guide,
                    WbAnswers         *answers)
{
  g_return_val_if_fail (WB_IS_GUIDE (guide), FALSE);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), FALSE);

  return condition_holds (condition, guide, answers, 0);
}

gboolean
wb_step_applies (const WbStep *step,
                 WbGuide      *guide,
                 WbAnswers    *answers)
{
  g_return_val_if_fail (step != NULL, FALSE);

  return wb_condition_holds (step->when, guide, answers);
}

gboolean
wb_field_applies (const WbField *field,
                  WbGuide       *guide,
                  WbAnswers     *answers)
{
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (WB_IS_GUIDE (guide), FALSE);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), FALSE);

  return field_applies (field, guide, answers, 0);
}

static gboolean
table_is_answered (const WbField *field,
                   WbAnswers     *answers)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);

  for (guint i = 0; rows[i] != NULL; i++)
    for (guint j = 0; j < field->columns->len; j++)
      {
        const WbColumn *column = g_ptr_array_index (field->columns, j);

        if (*wb_answers_get (answers, field->id, rows[i], column->id) != '\0')
          return TRUE;
      }

  return FALSE;
}

static gboolean
checklist_is_answered (const WbField *field,
                       WbAnswers     *answers)
{
  for (guint i = 0; i < field->options->len; i++)
    {
      const WbOption *item = g_ptr_array_index (field->options, i);

      if (*wb_answers_get (answers, field->id, item->id, "done") == '\0')
        return FALSE;
    }

  return field->options->len > 0;
}

gboolean
wb_field_is_answered (const WbField *field,
                      WbAnswers     *answers)
{
  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), FALSE);

  switch (field->type)
    {
    case WB_FIELD_CHOICES:
      return wb_answers_has (answers, field->id);
    case WB_FIELD_PERSON:
      return *wb_answers_get (answers, field->id, "", "name") != '\0';
    case WB_FIELD_TABLE:
      return table_is_answered (field, answers);
    case WB_FIELD_CHECKLIST:
      return checklist_is_answered (field, answers);
    case WB_FIELD_TEXT:
    case WB_FIELD_LONG_TEXT:
    case WB_FIELD_CHOICE:
    case WB_FIELD_DATE:
    case WB_FIELD_RATING:
    case WB_FIELD_NUMBER:
    case WB_FIELD_YES_NO:
    default:
      return *wb_answers_get (answers, field->id, "", "") != '\0';
    }
}
