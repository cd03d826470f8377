/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-rules.h"

/* One look at the answers. What is known of a field is kept, since conditions name the same fields again and again; while
 * a field is being looked at it counts as skipped, so that a damaged guide whose conditions go round in circles has an end. */
typedef struct
{
  WbGuide *guide;
  WbAnswers *answers;
  GHashTable *applies; /* WbField, or WbColumn of @row → GINT_TO_POINTER (gboolean) */
  GHashTable *truths;  /* (nullable) WbColumn of @row that is not asked → GINT_TO_POINTER (Truth) */
  const char *row;     /* (nullable) */
  guint looked;        /* how many conditions, and rows and items for them, were looked at */
} Evaluation;

/* In this order, so that "all" is the least of its parts, "any" the greatest, and "not" what is left to the greatest. */
typedef enum
{
  TRUTH_NO,
  TRUTH_OPEN,
  TRUTH_YES,
} Truth;

/* Deeper groups than any person writes; keeps a damaged guide off the stack. */
#define MAX_DEPTH 64

static gboolean condition_holds (const WbCondition *condition,
                                 Evaluation        *evaluation,
                                 int                depth);

static gboolean
field_applies (const WbField *field,
               Evaluation    *evaluation)
{
  const WbStep *step;
  gpointer known;
  gboolean applies;

  if (g_hash_table_lookup_extended (evaluation->applies, field, NULL, &known))
    return GPOINTER_TO_INT (known);

  g_hash_table_insert (evaluation->applies, (gpointer) field, GINT_TO_POINTER (FALSE));
  step = wb_guide_find_step_of (evaluation->guide, field);
  applies = (step == NULL || condition_holds (step->when, evaluation, 0))
            && condition_holds (field->when, evaluation, 0);
  g_hash_table_insert (evaluation->applies, (gpointer) field, GINT_TO_POINTER (applies));

  return applies;
}

static gboolean
column_applies (const WbColumn *column,
                Evaluation     *evaluation)
{
  gpointer known;
  gboolean applies;

  if (g_hash_table_lookup_extended (evaluation->applies, column, NULL, &known))
    return GPOINTER_TO_INT (known);

  g_hash_table_insert (evaluation->applies, (gpointer) column, GINT_TO_POINTER (FALSE));
  applies = condition_holds (column->when, evaluation, 0);
  g_hash_table_insert (evaluation->applies, (gpointer) column, GINT_TO_POINTER (applies));

  return applies;
}

/* About another answer of the same row. */
static gboolean
cell_condition_holds (const WbCondition *condition,
                      Evaluation        *evaluation)
{
  const WbField *field = wb_guide_get_field (evaluation->guide, condition->field);
  const WbColumn *column = field != NULL ? wb_field_get_column (field, condition->column) : NULL;
  const char *value;

  if (column == NULL || evaluation->row == NULL || !column_applies (column, evaluation))
    return FALSE;
  value = wb_answers_get (evaluation->answers, field->id, evaluation->row, column->id);

  return condition->type == WB_CONDITION_IS ? g_str_equal (value, condition->value) : *value != '\0';
}

static gboolean
field_condition_holds (const WbCondition *condition,
                       Evaluation        *evaluation)
{
  const WbField *field = wb_guide_get_field (evaluation->guide, condition->field);
  WbAnswers *answers = evaluation->answers;

  if (field == NULL || !field_applies (field, evaluation))
    return FALSE;

  switch (condition->type)
    {
    case WB_CONDITION_IS:
      return g_str_equal (wb_answers_get (answers, field->id, "", ""), condition->value);
    case WB_CONDITION_HAS:
      return *wb_answers_get (answers, field->id, condition->value, "") != '\0';
    case WB_CONDITION_ANSWERED:
      evaluation->looked += wb_answers_count_rows (answers, field->id) + field->options->len;
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
             Evaluation        *evaluation,
             int                depth)
{
  /* "all" stops at the first that fails, "any" at the first that holds, "not" turns its part round. */
  gboolean stop_at = condition->type == WB_CONDITION_ANY;

  for (guint i = 0; i < condition->parts->len; i++)
    {
      const WbCondition *part = g_ptr_array_index (condition->parts, i);
      gboolean holds = condition_holds (part, evaluation, depth + 1);

      if (condition->type == WB_CONDITION_NOT)
        return !holds;
      if (holds == stop_at)
        return stop_at;
    }

  return !stop_at;
}

static gboolean
condition_holds (const WbCondition *condition,
                 Evaluation        *evaluation,
                 int                depth)
{
  if (condition == NULL)
    return TRUE;
  if (depth > MAX_DEPTH)
    return FALSE;
  evaluation->looked++;
  if (condition->column != NULL)
    return cell_condition_holds (condition, evaluation);
  if (condition->type <= WB_CONDITION_ANSWERED)
    return field_condition_holds (condition, evaluation);

  return group_holds (condition, evaluation, depth);
}

gboolean
wb_condition_holds (const WbCondition *condition,
                    WbGuide           *guide,
                    WbAnswers         *answers)
{
  return wb_condition_holds_in_row (condition, NULL, guide, answers);
}

gboolean
wb_condition_holds_in_row (const WbCondition *condition,
                           const char        *row,
                           WbGuide           *guide,
                           WbAnswers         *answers)
{
  g_autoptr (GHashTable) applies = NULL;
  Evaluation evaluation;

  g_return_val_if_fail (WB_IS_GUIDE (guide), FALSE);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), FALSE);

  /* Most steps and fields have none. */
  if (condition == NULL)
    return TRUE;

  applies = g_hash_table_new (NULL, NULL);
  evaluation = (Evaluation) { guide, answers, applies, NULL, row, 0 };

  return condition_holds (condition, &evaluation, 0);
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
  g_autoptr (GHashTable) applies = NULL;
  Evaluation evaluation;

  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (WB_IS_GUIDE (guide), FALSE);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), FALSE);

  applies = g_hash_table_new (NULL, NULL);
  evaluation = (Evaluation) { guide, answers, applies, NULL, NULL, 0 };

  return field_applies (field, &evaluation);
}

gboolean
wb_column_applies (const WbColumn *column,
                   const WbField  *field,
                   const char     *row,
                   WbGuide        *guide,
                   WbAnswers      *answers)
{
  guint looked = 0;

  return wb_column_applies_counted (column, field, row, guide, answers, &looked);
}

gboolean
wb_column_applies_counted (const WbColumn *column,
                           const WbField  *field,
                           const char     *row,
                           WbGuide        *guide,
                           WbAnswers      *answers,
                           guint          *looked)
{
  g_autoptr (GHashTable) applies = NULL;
  Evaluation evaluation;
  gboolean asked;

  g_return_val_if_fail (column != NULL && field != NULL && row != NULL && looked != NULL, FALSE);
  g_return_val_if_fail (WB_IS_GUIDE (guide), FALSE);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), FALSE);

  *looked = 0;
  /* Most have none. */
  if (column->when == NULL)
    return TRUE;

  applies = g_hash_table_new (NULL, NULL);
  evaluation = (Evaluation) { guide, answers, applies, NULL, row, 0 };

  asked = column_applies (column, &evaluation);
  *looked = evaluation.looked;

  return asked;
}

static Truth find_truth (const WbCondition *condition,
                         Evaluation        *evaluation,
                         int                depth);

/* Whether the question is asked in the row, or may yet be. */
static Truth
find_column_truth (const WbColumn *column,
                   Evaluation     *evaluation)
{
  gpointer known;
  Truth truth;

  if (column_applies (column, evaluation))
    return TRUTH_YES;
  if (g_hash_table_lookup_extended (evaluation->truths, column, NULL, &known))
    return GPOINTER_TO_INT (known);

  g_hash_table_insert (evaluation->truths, (gpointer) column, GINT_TO_POINTER (TRUTH_NO));
  truth = find_truth (column->when, evaluation, 0);
  g_hash_table_insert (evaluation->truths, (gpointer) column, GINT_TO_POINTER (truth));

  return truth;
}

static Truth
find_cell_truth (const WbCondition *condition,
                 Evaluation        *evaluation)
{
  const WbField *field = wb_guide_get_field (evaluation->guide, condition->field);
  const WbColumn *column = field != NULL ? wb_field_get_column (field, condition->column) : NULL;
  Truth asked = column != NULL ? find_column_truth (column, evaluation) : TRUTH_NO;
  const char *value;

  if (asked == TRUTH_NO)
    return TRUTH_NO;
  value = wb_answers_get (evaluation->answers, field->id, evaluation->row, column->id);
  if (*value == '\0')
    return TRUTH_OPEN;

  /* What was answered before the question went counts when it comes back. */
  return condition->type != WB_CONDITION_IS || g_str_equal (value, condition->value) ? asked : TRUTH_NO;
}

static Truth
find_group_truth (const WbCondition *condition,
                  Evaluation        *evaluation,
                  int                depth)
{
  Truth truth = condition->type == WB_CONDITION_ANY ? TRUTH_NO : TRUTH_YES;

  for (guint i = 0; i < condition->parts->len; i++)
    {
      Truth part = find_truth (g_ptr_array_index (condition->parts, i), evaluation, depth + 1);

      if (condition->type == WB_CONDITION_NOT)
        return TRUTH_YES - part;
      truth = condition->type == WB_CONDITION_ANY ? MAX (truth, part) : MIN (truth, part);
    }

  return truth;
}

/* Only what is asked in the row can be open: what stands before it is taken as it is. */
static Truth
find_truth (const WbCondition *condition,
            Evaluation        *evaluation,
            int                depth)
{
  if (condition == NULL)
    return TRUTH_YES;
  if (depth > MAX_DEPTH)
    return TRUTH_NO;
  if (condition->column != NULL)
    return find_cell_truth (condition, evaluation);
  if (condition->type <= WB_CONDITION_ANSWERED)
    return field_condition_holds (condition, evaluation) ? TRUTH_YES : TRUTH_NO;

  return find_group_truth (condition, evaluation, depth);
}

gboolean
wb_column_is_undecided (const WbColumn *column,
                        const WbField  *field,
                        const char     *row,
                        WbGuide        *guide,
                        WbAnswers      *answers)
{
  g_autoptr (GHashTable) applies = NULL;
  g_autoptr (GHashTable) truths = NULL;
  Evaluation evaluation;

  g_return_val_if_fail (column != NULL && field != NULL && row != NULL, FALSE);
  g_return_val_if_fail (WB_IS_GUIDE (guide), FALSE);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), FALSE);

  /* Most have none. */
  if (column->when == NULL)
    return FALSE;

  applies = g_hash_table_new (NULL, NULL);
  truths = g_hash_table_new (NULL, NULL);
  evaluation = (Evaluation) { guide, answers, applies, truths, row, 0 };

  return find_column_truth (column, &evaluation) == TRUTH_OPEN;
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
    case WB_FIELD_GROUP:
    case WB_FIELD_ATTACHMENT:
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
