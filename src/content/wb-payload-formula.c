/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-payload.h"

#include <glib/gi18n-lib.h>

#include "wb-compute.h"

/* Formulas and checks of a field. */

#define MAX_LINE 300
#define MAX_PARTS 20
#define MAX_CHECKS 20
#define MAX_ROWS 1000

static WbFormula *read_formula (const WbJson *json);

/* @number is within the limits of wb_json_get_number(). */
static WbDecimal
to_decimal (double number)
{
  double millionths = number * (double) WB_DECIMAL_ONE;

  return (WbDecimal) (millionths + (millionths < 0 ? -0.5 : 0.5));
}

static WbFormula *
read_parts (const WbJson  *json,
            const char    *key,
            WbFormulaType  type)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_formula_unref);
  gboolean pair = type != WB_FORMULA_SUM && type != WB_FORMULA_PRODUCT;
  WbJson list;
  guint length = wb_json_get_array (json, key, MAX_PARTS, WB_JSON_REQUIRED, &list);

  if (length > 0 && pair && length != 2)
    {
      wb_json_fault (json, key, _("needs two parts"));
      return NULL;
    }
  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      WbFormula *part = read_formula (&element);

      if (part == NULL)
        return NULL;
      g_ptr_array_add (parts, part);
    }

  return parts->len > 0 ? wb_formula_new_parts (type, g_steal_pointer (&parts)) : NULL;
}

static WbFormula *
read_table (const WbJson  *json,
            const char    *key,
            WbFormulaType  type)
{
  const char *field = wb_json_get_text (json, key, 0, WB_JSON_REQUIRED | WB_JSON_ID);
  const char *column = NULL;

  if (type == WB_FORMULA_TOTAL)
    column = wb_json_get_text (json, "column", 0, WB_JSON_REQUIRED | WB_JSON_ID);
  else
    column = wb_json_get_text (json, "is", 0, WB_JSON_ID);
  if (field == NULL || (type == WB_FORMULA_TOTAL && column == NULL))
    return NULL;

  return wb_formula_new_field (type, field, column);
}

static WbFormula *
read_operation (const WbJson *json)
{
  static const struct
  {
    const char *key;
    WbFormulaType type;
    int size;
  } operations[] = {
    { "sum", WB_FORMULA_SUM, 1 },           { "difference", WB_FORMULA_DIFFERENCE, 1 },
    { "product", WB_FORMULA_PRODUCT, 1 },   { "quotient", WB_FORMULA_QUOTIENT, 1 },
    { "share", WB_FORMULA_SHARE, 1 },       { "days", WB_FORMULA_DAYS, 1 },
    { "date", WB_FORMULA_DATE, 1 },         { "total", WB_FORMULA_TOTAL, 2 },
    { "count", WB_FORMULA_COUNT, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    {
      if (!wb_json_has (json, operations[i].key))
        continue;
      if (json_object_get_size (json_node_get_object (json->node))
          != (guint) operations[i].size + (operations[i].type == WB_FORMULA_COUNT && wb_json_has (json, "is")))
        {
          wb_json_fault (json, NULL, _("is no formula"));
          return NULL;
        }
      if (operations[i].type == WB_FORMULA_TOTAL || operations[i].type == WB_FORMULA_COUNT)
        return read_table (json, operations[i].key, operations[i].type);
      return read_parts (json, operations[i].key, operations[i].type);
    }
  /* Programs learn new ones; a project that was made with one may meet an older program. */
  wb_json_fault (json, NULL, _("is no formula that this Wegbereiter knows; a newer one may know it"));

  return NULL;
}

/* How deep this goes is bounded by WB_JSON_MAX_DEPTH. */
static WbFormula *
read_formula (const WbJson *json)
{
  const char *name;

  if (json->node != NULL && JSON_NODE_HOLDS_OBJECT (json->node))
    return read_operation (json);
  if (json->node != NULL && JSON_NODE_HOLDS_VALUE (json->node) && json_node_get_value_type (json->node) != G_TYPE_STRING)
    {
      double number = json_node_get_double (json->node);

      if (json_node_get_value_type (json->node) != G_TYPE_BOOLEAN && ABS (number) <= 1e12)
        return wb_formula_new_number (to_decimal (number));
      wb_json_fault (json, NULL, _("is no formula"));
      return NULL;
    }

  name = wb_json_as_text (json, 0, WB_JSON_REQUIRED | WB_JSON_ID);

  return name != NULL ? wb_formula_new_field (WB_FORMULA_FIELD, name, NULL) : NULL;
}

WbFormula *
wb_payload_read_formula (const WbJson  *json,
                         const WbField *table,
                         WbGuide       *guide)
{
  WbJson member = wb_json_member (json, "formula");
  g_autoptr (WbFormula) formula = NULL;
  g_autofree char *fault = NULL;
  WbQuantity kind;

  if (member.node == NULL)
    {
      wb_json_fault (json, "formula", _("is missing"));
      return NULL;
    }
  formula = read_formula (&member);
  if (formula == NULL)
    return NULL;
  if (wb_formula_find_kind (formula, table, guide, &kind, &fault) && kind != WB_QUANTITY_DURATION)
    return g_steal_pointer (&formula);
  wb_json_fault (&member, NULL, "%s", fault != NULL ? fault : _("is no formula"));

  return NULL;
}

static const struct
{
  const char *key;
  WbFieldCheckType type;
} checks[] = {
  { "min", WB_CHECK_MIN },
  { "max", WB_CHECK_MAX },
  { "pattern", WB_CHECK_PATTERN },
  { "not-before", WB_CHECK_NOT_BEFORE },
  { "not-after", WB_CHECK_NOT_AFTER },
  { "rows", WB_CHECK_ROWS },
  { "total", WB_CHECK_TOTAL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (checks) == WB_N_FIELD_CHECK_TYPES);

static WbDecimal
read_number (const WbJson *json,
             const char   *key)
{
  return to_decimal (wb_json_get_number (json, key, 0, WB_JSON_REQUIRED));
}

/* What a formula yields; a formula that could not be read has its fault already and counts as fitting. */
static gboolean
yields (const WbFormula *formula,
        const WbField   *table,
        WbGuide         *guide,
        gboolean         date)
{
  WbQuantity kind;

  if (formula == NULL || !wb_formula_find_kind (formula, table, guide, &kind, NULL))
    return TRUE;

  return (kind == WB_QUANTITY_DATE) == date;
}

static gboolean
is_number_like (const WbField *field,
                WbGuide       *guide)
{
  return field->type == WB_FIELD_NUMBER || field->type == WB_FIELD_MONEY || field->type == WB_FIELD_RATING
         || (field->type == WB_FIELD_COMPUTED && yields (field->formula, NULL, guide, FALSE));
}

static gboolean
is_date_like (const WbField *field,
              WbGuide       *guide)
{
  return field->type == WB_FIELD_DATE || (field->type == WB_FIELD_COMPUTED && yields (field->formula, NULL, guide, TRUE));
}

static const char *
read_pattern (const WbJson  *json,
              const WbField *field)
{
  const char *pattern = wb_json_get_text (json, "pattern", MAX_LINE, WB_JSON_REQUIRED | WB_JSON_LINE);
  g_autoptr (GRegex) regex = pattern != NULL ? g_regex_new (pattern, 0, 0, NULL) : NULL;

  if (field->type != WB_FIELD_TEXT && field->type != WB_FIELD_LONG_TEXT)
    wb_json_fault (json, "pattern", _("does not belong to a field of the type “%s”"), wb_field_type_to_string (field->type));
  else if (pattern != NULL && regex == NULL)
    wb_json_fault (json, "pattern", _("is no regular expression"));
  else
    return pattern;

  return NULL;
}

static const char *
read_other_date (const WbJson  *json,
                 const char    *key,
                 const WbField *field,
                 WbGuide       *guide)
{
  const char *id = wb_json_get_text (json, key, 0, WB_JSON_REQUIRED | WB_JSON_ID);
  const WbField *other = id != NULL ? wb_guide_get_field (guide, id) : NULL;

  if (field->type != WB_FIELD_DATE)
    wb_json_fault (json, key, _("does not belong to a field of the type “%s”"), wb_field_type_to_string (field->type));
  else if (id != NULL && (other == NULL || !is_date_like (other, guide)))
    wb_json_fault (json, key, _("“%s” is no date that is asked before"), id);
  else
    return id;

  return NULL;
}

static const char *
read_total_column (const WbJson  *json,
                   const WbField *field,
                   WbGuide       *guide)
{
  const char *id = wb_json_get_text (json, "column", 0, WB_JSON_REQUIRED | WB_JSON_ID);
  const WbColumn *column = id != NULL ? wb_field_get_column (field, id) : NULL;

  if (id == NULL || (column != NULL && (column->type == WB_FIELD_NUMBER || column->type == WB_FIELD_MONEY
                                        || (column->type == WB_FIELD_COMPUTED && yields (column->formula, field, guide, FALSE)))))
    return id;
  wb_json_fault (json, "column", _("“%s” is no column of numbers"), id);

  return NULL;
}

static WbFieldCheck *
read_check (const WbJson     *json,
            WbFieldCheckType  type,
            const char       *key,
            const WbField    *field,
            WbGuide          *guide)
{
  const char *say = wb_json_get_text (json, "say", MAX_LINE, WB_JSON_REQUIRED | WB_JSON_LINE);
  const char *text = "";
  WbDecimal value = 0;

  switch (type)
    {
    case WB_CHECK_PATTERN:
      text = read_pattern (json, field);
      break;
    case WB_CHECK_NOT_BEFORE:
    case WB_CHECK_NOT_AFTER:
      text = read_other_date (json, key, field, guide);
      break;
    case WB_CHECK_ROWS:
      value = (WbDecimal) wb_json_get_int (json, key, 1, MAX_ROWS, 1, WB_JSON_REQUIRED) * WB_DECIMAL_ONE;
      if (!wb_field_type_has_rows (field->type))
        wb_json_fault (json, key, _("does not belong to a field of the type “%s”"), wb_field_type_to_string (field->type));
      break;
    case WB_CHECK_TOTAL:
      value = read_number (json, key);
      text = read_total_column (json, field, guide);
      break;
    case WB_CHECK_MIN:
    case WB_CHECK_MAX:
    default:
      value = read_number (json, key);
      if (!is_number_like (field, guide))
        wb_json_fault (json, key, _("does not belong to a field of the type “%s”"), wb_field_type_to_string (field->type));
      break;
    }

  return say != NULL && text != NULL ? wb_field_check_new (type, value, text, say) : NULL;
}

void
wb_payload_read_checks (const WbJson *json,
                        WbField      *field,
                        WbGuide      *guide)
{
  WbJson list;
  guint length;

  if (!wb_json_has (json, "checks"))
    return;

  length = wb_json_get_array (json, "checks", MAX_CHECKS, WB_JSON_REQUIRED, &list);
  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      WbFieldCheck *check = NULL;
      guint found = 0;

      if (!wb_json_is_object (&element))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (checks); j++)
        if (wb_json_has (&element, checks[j].key) && found++ == 0)
          {
            wb_json_allow (&element, checks[j].key, "say", checks[j].type == WB_CHECK_TOTAL ? "column" : "say", NULL);
            check = read_check (&element, checks[j].type, checks[j].key, field, guide);
          }
      if (found != 1)
        wb_json_fault (&element, NULL, _("needs one of min, max, pattern, not-before, not-after, rows, total"));
      if (check != NULL)
        g_ptr_array_add (field->checks, check);
    }
}
