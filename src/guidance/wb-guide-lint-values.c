/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-guide-lint-private.h"

#include <glib/gi18n-lib.h>

/* What questions compare and compute with: ranges that exclude everything, questions that are never there when they are needed. */

static gboolean
exclude_one_another (const WbField      *field,
                     const WbFieldCheck *check,
                     const WbFieldCheck *other)
{
  if (check->type == WB_CHECK_MIN && other->type == WB_CHECK_MAX)
    return check->value > other->value;
  if (check->type == WB_CHECK_MAX && other->type == WB_CHECK_MIN)
    return check->value < other->value;

  return check->type == WB_CHECK_TOTAL && other->type == WB_CHECK_TOTAL && check->value != other->value
         && g_str_equal (check->text, other->text) && wb_field_get_column (field, check->text) != NULL;
}

static gboolean
is_outside_scale (const WbField      *field,
                  const WbFieldCheck *check)
{
  if (field->type != WB_FIELD_RATING)
    return FALSE;
  if (check->type == WB_CHECK_MIN)
    return check->value > (WbDecimal) field->scale_max * WB_DECIMAL_ONE;

  return check->type == WB_CHECK_MAX && check->value < (WbDecimal) field->scale_min * WB_DECIMAL_ONE;
}

/* The other question is never asked when this one is. Takes @place. */
static void
expect_meeting (WbGuide       *guide,
                const WbField *field,
                const char    *id,
                char          *place,
                GPtrArray     *findings)
{
  const WbField *other = id != NULL ? wb_guide_get_field (guide, id) : NULL;

  if (other != NULL && other != field && !wb_guide_lint_fields_meet (guide, field, other))
    wb_guide_lint_report (findings, place, _("“%s” is never asked together with “%s”"), other->id, field->id);
  else
    g_free (place);
}

static void
lint_checks (WbGuide       *guide,
             const WbField *field,
             const char    *place,
             GPtrArray     *findings)
{
  for (guint i = 0; i < field->checks->len; i++)
    {
      const WbFieldCheck *check = g_ptr_array_index (field->checks, i);
      gboolean dates = check->type == WB_CHECK_NOT_BEFORE || check->type == WB_CHECK_NOT_AFTER;

      if (is_outside_scale (field, check))
        wb_guide_lint_report (findings, g_strdup_printf ("%s.checks[%u]", place, i), _("no answer can pass this check"));
      for (guint j = 0; j < i; j++)
        if (exclude_one_another (field, check, g_ptr_array_index (field->checks, j)))
          wb_guide_lint_report (findings, g_strdup_printf ("%s.checks[%u]", place, i),
                                _("no answer can pass this check and checks[%u]"), j);
      if (dates)
        expect_meeting (guide, field, check->text, g_strdup_printf ("%s.checks[%u]", place, i), findings);
    }
}

/* A question in @formula that is never asked when @field is; also in a sum, which would leave it out for ever. (nullable) */
static const WbField *
find_absent (WbGuide         *guide,
             const WbField   *field,
             const WbFormula *formula)
{
  const WbField *absent = NULL;
  const WbField *other;

  if (formula->parts == NULL)
    {
      other = formula->field != NULL && wb_field_get_column (field, formula->field) == NULL
                ? wb_guide_get_field (guide, formula->field)
                : NULL;
      return other != NULL && other != field && !wb_guide_lint_fields_meet (guide, field, other) ? other : NULL;
    }
  for (guint i = 0; i < formula->parts->len && absent == NULL; i++)
    absent = find_absent (guide, field, g_ptr_array_index (formula->parts, i));

  return absent;
}

static void
lint_formula (WbGuide         *guide,
              const WbField   *field,
              const WbFormula *formula,
              const char      *place,
              GPtrArray       *findings)
{
  const WbField *absent = formula != NULL ? find_absent (guide, field, formula) : NULL;

  if (absent != NULL)
    wb_guide_lint_report (findings, g_strconcat (place, ".formula", NULL), _("“%s” is never asked together with “%s”"),
                          absent->id, field->id);
}

void
wb_guide_lint_values (WbGuide       *guide,
                      const WbField *field,
                      const char    *place,
                      GPtrArray     *findings)
{
  lint_checks (guide, field, place, findings);
  lint_formula (guide, field, field->formula, place, findings);
  expect_meeting (guide, field, field->people, g_strconcat (place, ".people", NULL), findings);
  for (guint i = 0; i < field->columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (field->columns, i);
      g_autofree char *column_place = g_strdup_printf ("%s.columns[%u]", place, i);

      lint_formula (guide, field, column->formula, column_place, findings);
    }
  for (guint i = 0; i < field->rules->len; i++)
    {
      const WbGridRule *rule = g_ptr_array_index (field->rules, i);

      for (guint j = 0; rule->type == WB_GRID_RULE_SAME && rule->words[j] != NULL; j++)
        expect_meeting (guide, field, rule->words[j], g_strdup_printf ("%s.rules[%u].same[%u]", place, i, j), findings);
    }
}

void
wb_guide_lint_waited (WbGuide           *guide,
                      const WbCondition *condition,
                      const char        *place,
                      GPtrArray         *findings)
{
  const WbField *field = condition->type == WB_CONDITION_IS && condition->column == NULL ? wb_guide_get_field (guide, condition->field) : NULL;

  for (guint i = 0; field != NULL && i < field->checks->len; i++)
    {
      const WbFieldCheck *check = g_ptr_array_index (field->checks, i);

      if (check->type == WB_CHECK_PATTERN && !g_regex_match_simple (check->text, condition->value, 0, 0))
        wb_guide_lint_report (findings, g_strdup (place), _("waits for “%s”, which a check of “%s” objects to"),
                              condition->value, field->id);
    }
}
