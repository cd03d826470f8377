/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-answer-fault.h"

#include <string.h>

#include "wb-compute.h"
#include "wb-rules.h"

/* The stored answer, or the computed value; "" when there is none. (transfer full) */
static char *
get_value (const WbField *field,
           WbGuide       *guide,
           WbAnswers     *answers)
{
  char *value;

  if (field->type != WB_FIELD_COMPUTED)
    return g_strdup (wb_answers_get (answers, field->id, "", ""));
  value = wb_compute_field (field, guide, answers, NULL);

  return value != NULL ? value : g_strdup ("");
}

static gboolean
text_fits (const WbFieldCheck *check,
           const char         *value)
{
  WbDecimal number;

  if (*value == '\0')
    return TRUE;
  if (check->type == WB_CHECK_PATTERN)
    return g_regex_match_simple (check->text, value, 0, 0);
  if (!wb_decimal_parse (value, &number))
    return TRUE;

  return check->type == WB_CHECK_MIN ? number >= check->value : number <= check->value;
}

/* ISO dates sort as texts do. */
static gboolean
date_fits (const WbFieldCheck *check,
           const char         *value,
           WbGuide            *guide,
           WbAnswers          *answers)
{
  const WbField *other = wb_guide_get_field (guide, check->text);
  g_autofree char *date = NULL;

  if (other == NULL || *value == '\0' || !wb_field_applies (other, guide, answers))
    return TRUE;
  date = get_value (other, guide, answers);
  if (*date == '\0')
    return TRUE;

  return check->type == WB_CHECK_NOT_BEFORE ? strcmp (value, date) >= 0 : strcmp (value, date) <= 0;
}

static gboolean
total_fits (const WbFieldCheck *check,
            const WbField      *field,
            WbGuide            *guide,
            WbAnswers          *answers)
{
  const WbColumn *column = wb_field_get_column (field, check->text);
  WbDecimal total;

  /* While a value is missing nobody can say. */
  return column == NULL || !wb_compute_total (field, column, guide, answers, &total, NULL) || total == check->value;
}

static gboolean
holds (const WbFieldCheck *check,
       const WbField      *field,
       WbGuide            *guide,
       WbAnswers          *answers)
{
  g_autofree char *value = get_value (field, guide, answers);
  guint n;

  switch (check->type)
    {
    case WB_CHECK_NOT_BEFORE:
    case WB_CHECK_NOT_AFTER:
      return date_fits (check, value, guide, answers);
    case WB_CHECK_ROWS:
      n = wb_compute_count (field, answers);
      return n == 0 || (WbDecimal) n * WB_DECIMAL_ONE >= check->value;
    case WB_CHECK_TOTAL:
      return total_fits (check, field, guide, answers);
    case WB_CHECK_MIN:
    case WB_CHECK_MAX:
    case WB_CHECK_PATTERN:
    default:
      return text_fits (check, value);
    }
}

const char *
wb_answer_find_fault (const WbField *field,
                      WbGuide       *guide,
                      WbAnswers     *answers)
{
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide) && WB_IS_ANSWERS (answers), NULL);

  if (field->checks->len == 0 || !wb_field_applies (field, guide, answers))
    return NULL;
  for (guint i = 0; i < field->checks->len; i++)
    {
      const WbFieldCheck *check = g_ptr_array_index (field->checks, i);

      if (!holds (check, field, guide, answers))
        return check->say;
    }

  return NULL;
}
