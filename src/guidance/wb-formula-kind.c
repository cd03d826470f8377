/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-compute.h"

#include <glib/gi18n-lib.h>

#include "wb-answer-check.h"

/* What a formula yields, and how it reads in words; both look at the formula and the guide only. */

#define MAX_DEPTH 32
/* So many parts of formulas are looked at for one; formulas that name one another many times over would take forever. */
#define MAX_VISITS 10000

typedef struct
{
  const WbField *table; /* (nullable) */
  WbGuide *guide;
  char **fault; /* (nullable) */
  int depth;
  guint *visits; /* left */
} Look;

static gboolean look_at (const WbFormula *formula,
                         Look            *look,
                         WbQuantity      *kind);

/* Takes @fault. */
static gboolean
refuse (Look *look,
        char *fault)
{
  if (look->fault != NULL && *look->fault == NULL)
    *look->fault = fault;
  else
    g_free (fault);

  return FALSE;
}

static gboolean
kind_of_type (WbFieldType      type,
              const WbFormula *formula,
              const WbField   *table,
              const char      *name,
              Look            *look,
              WbQuantity      *kind)
{
  Look inner = { table, look->guide, look->fault, look->depth, look->visits };

  switch (type)
    {
    case WB_FIELD_NUMBER:
    case WB_FIELD_RATING:
      *kind = WB_QUANTITY_NUMBER;
      return TRUE;
    case WB_FIELD_MONEY:
      *kind = WB_QUANTITY_MONEY;
      return TRUE;
    case WB_FIELD_DATE:
      *kind = WB_QUANTITY_DATE;
      return TRUE;
    case WB_FIELD_DURATION:
      *kind = WB_QUANTITY_DURATION;
      return TRUE;
    case WB_FIELD_COMPUTED:
      if (formula != NULL)
        return look_at (formula, &inner, kind);
      return refuse (look, g_strdup_printf (_("“%s” has no formula"), name));

    case WB_FIELD_TEXT:
    case WB_FIELD_LONG_TEXT:
    case WB_FIELD_CHOICE:
    case WB_FIELD_CHOICES:
    case WB_FIELD_PERSON:
    case WB_FIELD_TABLE:
    case WB_FIELD_CHECKLIST:
    case WB_FIELD_GROUP:
    case WB_FIELD_ATTACHMENT:
    case WB_FIELD_LINK:
    case WB_FIELD_YES_NO:
    default:
      return refuse (look, g_strdup_printf (_("“%s” is nothing that can be computed with"), name));
    }
}

static gboolean
look_at_name (const WbFormula *formula,
              Look            *look,
              WbQuantity      *kind)
{
  const WbColumn *column = look->table != NULL ? wb_field_get_column (look->table, formula->field) : NULL;
  const WbField *field;

  if (column != NULL)
    return kind_of_type (column->type, column->formula, look->table, column->id, look, kind);
  field = wb_guide_get_field (look->guide, formula->field);
  if (field == NULL)
    return refuse (look, g_strdup_printf (look->table != NULL ? _("“%s” is no column before this one, and no field that is asked before")
                                                              : _("“%s” is no field that is asked before"), formula->field));

  return kind_of_type (field->type, field->formula, NULL, field->id, look, kind);
}

static gboolean
look_at_option (const WbFormula *formula,
                const WbField   *field,
                Look            *look)
{
  if (field == NULL || (field->type != WB_FIELD_CHOICE && field->type != WB_FIELD_CHOICES))
    return refuse (look, g_strdup_printf (_("“%s” is no choice that is asked before"), formula->field));

  return wb_field_get_option (field, formula->column) != NULL
         || refuse (look, g_strdup_printf (_("“%s” has no option “%s”"), field->id, formula->column));
}

static gboolean
look_at_table (const WbFormula *formula,
               Look            *look,
               WbQuantity      *kind)
{
  const WbField *field = wb_guide_get_field (look->guide, formula->field);
  const WbColumn *column;

  *kind = WB_QUANTITY_NUMBER;
  if (formula->type == WB_FORMULA_COUNT && formula->column != NULL)
    return look_at_option (formula, field, look);
  if (formula->type == WB_FORMULA_COUNT && field != NULL && field->type == WB_FIELD_CHECKLIST)
    return TRUE;
  if (field == NULL || field->columns->len == 0)
    return refuse (look, g_strdup_printf (_("“%s” is no table that is asked before"), formula->field));
  if (formula->type == WB_FORMULA_COUNT)
    return TRUE;

  column = wb_field_get_column (field, formula->column);
  if (column == NULL)
    return refuse (look, g_strdup_printf (_("“%s” has no column “%s”"), field->id, formula->column));
  if (!kind_of_type (column->type, column->formula, field, column->id, look, kind))
    return FALSE;

  return (*kind != WB_QUANTITY_DATE && *kind != WB_QUANTITY_DURATION)
         || refuse (look, g_strdup_printf (_("“%s” cannot be added up"), column->id));
}

static gboolean
is_plain (WbQuantity kind)
{
  return kind == WB_QUANTITY_NUMBER || kind == WB_QUANTITY_DAYS || kind == WB_QUANTITY_PERCENT;
}

static gboolean
join_two (WbFormulaType type,
          WbQuantity    a,
          WbQuantity    b,
          WbQuantity   *kind)
{
  switch (type)
    {
    case WB_FORMULA_SUM:
    case WB_FORMULA_DIFFERENCE:
      *kind = a == WB_QUANTITY_DAYS && b != a ? b : a;
      return (a == b || (is_plain (a) && is_plain (b))) && a != WB_QUANTITY_DATE && a != WB_QUANTITY_DURATION;
    case WB_FORMULA_PRODUCT:
      *kind = a == WB_QUANTITY_MONEY || b == WB_QUANTITY_MONEY ? WB_QUANTITY_MONEY : WB_QUANTITY_NUMBER;
      return (is_plain (a) && (is_plain (b) || b == WB_QUANTITY_MONEY)) || (a == WB_QUANTITY_MONEY && is_plain (b));
    case WB_FORMULA_QUOTIENT:
      *kind = a == WB_QUANTITY_MONEY && is_plain (b) ? WB_QUANTITY_MONEY : WB_QUANTITY_NUMBER;
      return (is_plain (a) || a == WB_QUANTITY_MONEY) && (is_plain (b) || b == a);
    case WB_FORMULA_SHARE:
      *kind = WB_QUANTITY_PERCENT;
      return (is_plain (a) && is_plain (b)) || (a == WB_QUANTITY_MONEY && b == a);
    case WB_FORMULA_DAYS:
      *kind = WB_QUANTITY_DAYS;
      return a == WB_QUANTITY_DATE && b == a;
    case WB_FORMULA_DATE:
      *kind = WB_QUANTITY_DATE;
      return a == WB_QUANTITY_DATE && b == WB_QUANTITY_DURATION;
    case WB_FORMULA_NUMBER:
    case WB_FORMULA_FIELD:
    case WB_FORMULA_TOTAL:
    case WB_FORMULA_COUNT:
    default:
      return FALSE;
    }
}

static gboolean
look_at_parts (const WbFormula *formula,
               Look            *look,
               WbQuantity      *kind)
{
  gboolean pair = formula->type != WB_FORMULA_SUM && formula->type != WB_FORMULA_PRODUCT;

  if (pair && formula->parts->len != 2)
    return refuse (look, g_strdup (_("needs two parts")));

  for (guint i = 0; i < formula->parts->len; i++)
    {
      WbQuantity part;

      if (!look_at (g_ptr_array_index (formula->parts, i), look, &part))
        return FALSE;
      if (i == 0)
        *kind = part;
      else if (!join_two (formula->type, *kind, part, kind))
        return refuse (look, g_strdup (_("brings together what cannot be computed with one another, such as money and a number in one sum")));
    }

  /* The sum of one date is none. */
  return (*kind != WB_QUANTITY_DATE && *kind != WB_QUANTITY_DURATION) || formula->type == WB_FORMULA_DATE
         || refuse (look, g_strdup (_("dates and durations cannot be added up")));
}

static gboolean
look_at (const WbFormula *formula,
         Look            *look,
         WbQuantity      *kind)
{
  gboolean fine;

  if (look->depth >= MAX_DEPTH || *look->visits == 0)
    return refuse (look, g_strdup (_("goes too deep, or round in a circle")));

  look->depth++;
  (*look->visits)--;
  switch (formula->type)
    {
    case WB_FORMULA_NUMBER:
      *kind = WB_QUANTITY_NUMBER;
      fine = TRUE;
      break;
    case WB_FORMULA_FIELD:
      fine = look_at_name (formula, look, kind);
      break;
    case WB_FORMULA_TOTAL:
    case WB_FORMULA_COUNT:
      fine = look_at_table (formula, look, kind);
      break;
    case WB_FORMULA_SUM:
    case WB_FORMULA_DIFFERENCE:
    case WB_FORMULA_PRODUCT:
    case WB_FORMULA_QUOTIENT:
    case WB_FORMULA_SHARE:
    case WB_FORMULA_DAYS:
    case WB_FORMULA_DATE:
    default:
      fine = look_at_parts (formula, look, kind);
      break;
    }
  look->depth--;

  return fine;
}

gboolean
wb_formula_find_kind (const WbFormula *formula,
                      const WbField   *table,
                      WbGuide         *guide,
                      WbQuantity      *kind,
                      char           **fault)
{
  guint visits = MAX_VISITS;
  Look look = { table, guide, fault, 0, &visits };
  WbQuantity found;

  g_return_val_if_fail (formula != NULL && kind != NULL, FALSE);
  g_return_val_if_fail (WB_IS_GUIDE (guide), FALSE);

  if (fault != NULL)
    *fault = NULL;
  if (!look_at (formula, &look, &found))
    return FALSE;
  *kind = found;

  return TRUE;
}

static char *to_words (const WbFormula *formula,
                       Look            *look,
                       gboolean         inner);

static char *
name_to_words (const WbFormula *formula,
               Look            *look)
{
  const WbColumn *column = look->table != NULL ? wb_field_get_column (look->table, formula->field) : NULL;
  const WbField *field = wb_guide_get_field (look->guide, formula->field);
  const char *label = column != NULL ? column->label : field != NULL ? field->label : formula->field;

  return g_strdup_printf (_("“%s”"), label);
}

static char *
option_to_words (const WbFormula *formula,
                 const WbField   *field)
{
  const WbOption *option = field != NULL ? wb_field_get_option (field, formula->column) : NULL;

  /* Translators: a question and one of its answers; what is counted is 1 or 0. */
  return g_strdup_printf (_("1 if “%s” is “%s”"), field != NULL ? field->label : formula->field,
                          option != NULL ? option->label : formula->column);
}

static char *
table_to_words (const WbFormula *formula,
                Look            *look)
{
  const WbField *field = wb_guide_get_field (look->guide, formula->field);
  const gboolean total = formula->type == WB_FORMULA_TOTAL;
  const WbColumn *column = field != NULL && total ? wb_field_get_column (field, formula->column) : NULL;
  const char *table = field != NULL ? field->label : formula->field;

  if (column != NULL)
    return g_strdup_printf (_("sum of “%s” in “%s”"), column->label, table);
  if (!total && formula->column != NULL)
    return option_to_words (formula, field);
  if (field != NULL && field->type == WB_FIELD_CHECKLIST)
    return g_strdup_printf (_("number of ticked items in “%s”"), table);

  return g_strdup_printf (_("number of rows in “%s”"), table);
}

/* "a + b + c", in brackets inside another. */
static char *
join_words (const WbFormula *formula,
            Look            *look,
            const char      *between,
            gboolean         inner)
{
  g_autoptr (GString) words = g_string_new (inner && formula->parts->len > 1 ? "(" : "");

  for (guint i = 0; i < formula->parts->len; i++)
    {
      g_autofree char *part = to_words (g_ptr_array_index (formula->parts, i), look, TRUE);

      g_string_append_printf (words, "%s%s", i > 0 ? between : "", part);
    }
  if (inner && formula->parts->len > 1)
    g_string_append_c (words, ')');

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
pair_to_words (const WbFormula *formula,
               Look            *look,
               const char      *format)
{
  g_autofree char *a = to_words (g_ptr_array_index (formula->parts, 0), look, TRUE);
  g_autofree char *b = to_words (g_ptr_array_index (formula->parts, formula->parts->len - 1), look, TRUE);
  GString *words = g_string_new (format);

  /* Not as a format: the words of a guide may hold anything. */
  g_string_replace (words, "{2}", b, 1);
  g_string_replace (words, "{1}", a, 1);

  return g_string_free (words, FALSE);
}

static char *
number_to_words (WbDecimal number)
{
  g_autofree char *text = wb_decimal_to_string (number, WB_DECIMAL_ALL);

  return wb_answer_number_to_display (text);
}

static char *
to_words (const WbFormula *formula,
          Look            *look,
          gboolean         inner)
{
  char *words;

  if (look->depth >= MAX_DEPTH)
    return g_strdup ("…");

  look->depth++;
  switch (formula->type)
    {
    case WB_FORMULA_NUMBER:
      words = number_to_words (formula->number);
      break;
    case WB_FORMULA_FIELD:
      words = name_to_words (formula, look);
      break;
    case WB_FORMULA_TOTAL:
    case WB_FORMULA_COUNT:
      words = table_to_words (formula, look);
      break;
    case WB_FORMULA_SUM:
      words = join_words (formula, look, " + ", inner);
      break;
    case WB_FORMULA_DIFFERENCE:
      words = join_words (formula, look, " − ", inner);
      break;
    case WB_FORMULA_PRODUCT:
      words = join_words (formula, look, " × ", inner);
      break;
    case WB_FORMULA_QUOTIENT:
      words = join_words (formula, look, " ÷ ", inner);
      break;
    case WB_FORMULA_SHARE:
      /* Translators: {1} and {2} are what is computed with. */
      words = pair_to_words (formula, look, _("share of {1} in {2}, in per cent"));
      break;
    case WB_FORMULA_DAYS:
      words = pair_to_words (formula, look, _("days from {1} to {2}"));
      break;
    case WB_FORMULA_DATE:
    default:
      words = pair_to_words (formula, look, _("{1} plus {2}"));
      break;
    }
  look->depth--;

  return words;
}

char *
wb_formula_to_words (const WbFormula *formula,
                     const WbField   *table,
                     WbGuide         *guide)
{
  Look look = { table, guide, NULL, 0, NULL };

  g_return_val_if_fail (formula != NULL, NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  return to_words (formula, &look, FALSE);
}
