/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-compute.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-answer-check.h"
#include "wb-day.h"
#include "wb-duration.h"
#include "wb-rules.h"

/* Deeper than any person writes; keeps a damaged guide off the stack. */
#define MAX_DEPTH 32
/* So many parts of formulas are looked at for one value, and so many more for each row of a table; a guide whose formulas name one another
 * many times over would take forever otherwise. */
#define MAX_VISITS 10000
#define VISITS_PER_ROW 50
#define MAX_ROWS 1000000

/* What is left of them for the value. */
typedef struct
{
  guint visits;
  guint rows;
  gboolean failed;  /* the first reason is that it cannot be computed */
  gboolean skipped; /* or that what it is computed from is not asked */
} Budget;

/* Everything a formula is looked at with. */
typedef struct
{
  const WbField *table; /* (nullable) */
  const char *row;      /* (nullable) */
  WbGuide *guide;
  WbAnswers *answers;
  char **missing; /* (nullable) */
  Budget *budget;
  int depth;
} Scope;

typedef enum
{
  RESULT_VALUE,
  RESULT_OPEN,    /* something is missing, or cannot be computed */
  RESULT_SKIPPED, /* the question is not asked */
} Result;

/* @number: a number, cents and all; a day as its Julian number. */
typedef struct
{
  WbDecimal number;
  WbDuration duration;
} Value;

static Result evaluate (const WbFormula *formula,
                        Scope           *scope,
                        Value           *value);

/* The first reason stays. Takes @reason. */
static Result
leave_open (Scope *scope,
            char  *reason)
{
  if (scope->missing != NULL && *scope->missing == NULL)
    *scope->missing = reason;
  else
    g_free (reason);

  return RESULT_OPEN;
}

static Result
miss (Scope      *scope,
      const char *label)
{
  return leave_open (scope, g_strdup_printf (_("“%s” has no answer yet"), label));
}

static Result
cannot (Scope *scope)
{
  if (scope->missing == NULL || *scope->missing == NULL)
    scope->budget->failed = TRUE;
  return leave_open (scope, g_strdup (_("it cannot be computed from these values")));
}

/* A stored cell of @type as a value. */
static gboolean
read_value (const char  *text,
            WbFieldType  type,
            Value       *value)
{
  GDate date;

  if (type == WB_FIELD_DURATION)
    return wb_duration_parse (text, &value->duration);
  if (type != WB_FIELD_DATE)
    return wb_decimal_parse (text, &value->number);
  if (!wb_day_parse (text, &date))
    return FALSE;
  value->number = (WbDecimal) g_date_get_julian (&date) * WB_DECIMAL_ONE;

  return TRUE;
}

static Result
read_cell (const WbField  *table,
           const WbColumn *column,
           const char     *row,
           Scope          *scope,
           Value          *value)
{
  const char *text;
  guint looked = 0;
  gboolean asked = wb_column_applies_counted (column, table, row, scope->guide, scope->answers, &looked);

  /* A condition may look at another table, for each row of this one. */
  if (looked > scope->budget->rows)
    return cannot (scope);
  scope->budget->rows -= looked;
  if (!asked)
    return RESULT_SKIPPED;
  if (column->type == WB_FIELD_COMPUTED)
    {
      Scope inner = { table, row, scope->guide, scope->answers, scope->missing, scope->budget, scope->depth };

      return column->formula != NULL ? evaluate (column->formula, &inner, value) : cannot (scope);
    }

  text = wb_answers_get (scope->answers, table->id, row, column->id);
  if (*text == '\0')
    return miss (scope, column->label);

  return read_value (text, column->type, value) ? RESULT_VALUE : cannot (scope);
}

static Result
read_field (const WbFormula *formula,
            Scope           *scope,
            Value           *value)
{
  const WbColumn *column = scope->table != NULL ? wb_field_get_column (scope->table, formula->field) : NULL;
  const WbField *field;
  const char *text;

  if (column != NULL && scope->row != NULL)
    return read_cell (scope->table, column, scope->row, scope, value);

  field = wb_guide_get_field (scope->guide, formula->field);
  if (field == NULL)
    return cannot (scope);
  if (!wb_field_applies (field, scope->guide, scope->answers))
    return RESULT_SKIPPED;
  if (field->type == WB_FIELD_COMPUTED)
    {
      Scope inner = { NULL, NULL, scope->guide, scope->answers, scope->missing, scope->budget, scope->depth };

      return field->formula != NULL ? evaluate (field->formula, &inner, value) : cannot (scope);
    }

  text = wb_answers_get (scope->answers, field->id, "", "");
  if (*text == '\0')
    return miss (scope, field->label);

  return read_value (text, field->type, value) ? RESULT_VALUE : cannot (scope);
}

static gboolean
row_is_filled (const WbField *field,
               WbAnswers     *answers,
               const char    *row)
{
  for (guint i = 0; i < field->columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (field->columns, i);

      if (*wb_answers_get (answers, field->id, row, column->id) != '\0')
        return TRUE;
    }

  return FALSE;
}

/* FALSE when too many rows were looked at. */
static gboolean
take_rows (Scope *scope,
           guint  n)
{
  if (n > scope->budget->rows)
    return FALSE;
  scope->budget->rows -= n;
  scope->budget->visits += n * VISITS_PER_ROW;

  return TRUE;
}

static Result
add_up (const WbField  *field,
        const WbColumn *column,
        Scope          *scope,
        Value          *value)
{
  g_autofree const char **rows = wb_answers_list_rows (scope->answers, field->id);
  guint n = 0, skipped = 0;

  value->number = 0;
  for (guint i = 0; rows[i] != NULL; i++)
    {
      Value cell = { 0 };
      Result result;

      if (!row_is_filled (field, scope->answers, rows[i]))
        continue;
      if (!take_rows (scope, 1))
        return cannot (scope);
      result = read_cell (field, column, rows[i], scope, &cell);
      if (result == RESULT_SKIPPED)
        {
          skipped++;
          continue;
        }
      if (result != RESULT_VALUE)
        return RESULT_OPEN;
      if (!wb_decimal_add (value->number, cell.number, &value->number))
        return cannot (scope);
      n++;
    }

  if (n == 0 && skipped > 0)
    return RESULT_SKIPPED;

  return n > 0 ? RESULT_VALUE : miss (scope, field->label);
}

static guint
count_ticked (const WbField *checklist,
              WbAnswers     *answers)
{
  guint n = 0;

  for (guint i = 0; i < checklist->options->len; i++)
    {
      const WbOption *item = g_ptr_array_index (checklist->options, i);

      n += strcmp (wb_answers_get (answers, checklist->id, item->id, "done"), "1") == 0;
    }

  return n;
}

static gboolean
is_chosen (const WbField *field,
           const char    *option,
           WbAnswers     *answers)
{
  if (field->type == WB_FIELD_CHOICES)
    return strcmp (wb_answers_get (answers, field->id, option, ""), "1") == 0;

  return strcmp (wb_answers_get (answers, field->id, "", ""), option) == 0;
}

/* @option: (nullable) */
static guint
count_in (const WbField *field,
          const char    *option,
          WbAnswers     *answers)
{
  if (option != NULL)
    return is_chosen (field, option, answers);

  return field->type == WB_FIELD_CHECKLIST ? count_ticked (field, answers) : wb_compute_count (field, answers);
}

static Result
read_total (const WbFormula *formula,
            Scope           *scope,
            Value           *value)
{
  const WbField *field = wb_guide_get_field (scope->guide, formula->field);
  const gboolean total = formula->type == WB_FORMULA_TOTAL;
  const WbColumn *column = field != NULL && total ? wb_field_get_column (field, formula->column) : NULL;
  guint count;

  if (field == NULL || (total && column == NULL))
    return cannot (scope);
  if (!wb_field_applies (field, scope->guide, scope->answers))
    return RESULT_SKIPPED;
  if (column != NULL)
    return add_up (field, column, scope, value);

  count = count_in (field, formula->column, scope->answers);
  /* One tick says that somebody has begun; an item without one is then not done. */
  if (!wb_field_is_answered (field, scope->answers) && (field->type != WB_FIELD_CHECKLIST || count == 0))
    return miss (scope, field->label);
  if (!take_rows (scope, count))
    return cannot (scope);
  value->number = (WbDecimal) count * WB_DECIMAL_ONE;

  return RESULT_VALUE;
}

/* A sum leaves out what is not asked: there is nothing to add. A product cannot. */
static Result
gather (const WbFormula *formula,
        Scope           *scope,
        Value           *value)
{
  gboolean sum = formula->type == WB_FORMULA_SUM;
  guint n = 0;

  value->number = sum ? 0 : WB_DECIMAL_ONE;
  for (guint i = 0; i < formula->parts->len; i++)
    {
      Value part = { 0 };
      Result result = evaluate (g_ptr_array_index (formula->parts, i), scope, &part);

      if (result == RESULT_SKIPPED && sum)
        continue;
      if (result != RESULT_VALUE)
        return result;
      if (!(sum ? wb_decimal_add : wb_decimal_multiply) (value->number, part.number, &value->number))
        return cannot (scope);
      n++;
    }

  return n > 0 ? RESULT_VALUE : RESULT_SKIPPED;
}

static gboolean
add_duration (const Value *date,
              const Value *duration,
              Value       *value)
{
  gint64 julian = date->number / WB_DECIMAL_ONE;
  GDate start, end;

  if (julian <= 0 || !g_date_valid_julian ((guint32) julian))
    return FALSE;
  g_date_clear (&start, 1);
  g_date_set_julian (&start, (guint32) julian);
  if (!wb_duration_after (&duration->duration, &start, &end))
    return FALSE;
  value->number = (WbDecimal) g_date_get_julian (&end) * WB_DECIMAL_ONE;

  return TRUE;
}

static Result
combine (const WbFormula *formula,
         Scope           *scope,
         Value           *value)
{
  Value a = { 0 }, b = { 0 };
  WbDecimal part;
  Result result;
  gboolean done;

  if (formula->parts->len != 2)
    return cannot (scope);
  result = evaluate (g_ptr_array_index (formula->parts, 0), scope, &a);
  if (result != RESULT_VALUE)
    return result;
  result = evaluate (g_ptr_array_index (formula->parts, 1), scope, &b);
  if (result != RESULT_VALUE)
    return result;

  switch (formula->type)
    {
    case WB_FORMULA_DIFFERENCE:
      done = wb_decimal_subtract (a.number, b.number, &value->number);
      break;
    case WB_FORMULA_QUOTIENT:
      done = wb_decimal_divide (a.number, b.number, &value->number);
      break;
    case WB_FORMULA_SHARE:
      done = wb_decimal_multiply (a.number, 100 * WB_DECIMAL_ONE, &part) && wb_decimal_divide (part, b.number, &value->number);
      break;
    case WB_FORMULA_DAYS:
      done = wb_decimal_subtract (b.number, a.number, &value->number);
      break;
    case WB_FORMULA_DATE:
      done = add_duration (&a, &b, value);
      break;
    case WB_FORMULA_NUMBER:
    case WB_FORMULA_FIELD:
    case WB_FORMULA_TOTAL:
    case WB_FORMULA_COUNT:
    case WB_FORMULA_SUM:
    case WB_FORMULA_PRODUCT:
    default:
      done = FALSE;
      break;
    }

  return done ? RESULT_VALUE : cannot (scope);
}

static Result
evaluate (const WbFormula *formula,
          Scope           *scope,
          Value           *value)
{
  Result result;

  if (scope->depth >= MAX_DEPTH || scope->budget->visits == 0)
    return cannot (scope);

  scope->budget->visits--;
  scope->depth++;
  switch (formula->type)
    {
    case WB_FORMULA_NUMBER:
      value->number = formula->number;
      result = RESULT_VALUE;
      break;
    case WB_FORMULA_FIELD:
      result = read_field (formula, scope, value);
      break;
    case WB_FORMULA_TOTAL:
    case WB_FORMULA_COUNT:
      result = read_total (formula, scope, value);
      break;
    case WB_FORMULA_SUM:
    case WB_FORMULA_PRODUCT:
      result = gather (formula, scope, value);
      break;
    case WB_FORMULA_DIFFERENCE:
    case WB_FORMULA_QUOTIENT:
    case WB_FORMULA_SHARE:
    case WB_FORMULA_DAYS:
    case WB_FORMULA_DATE:
    default:
      result = combine (formula, scope, value);
      break;
    }
  scope->depth--;

  return result;
}

/* (transfer full) */
static char *
format_value (WbDecimal           number,
              WbQuantity          kind,
              const WbNumberForm *form)
{
  GDate date;

  switch (kind)
    {
    case WB_QUANTITY_MONEY:
      return wb_decimal_to_string (number, 2);
    case WB_QUANTITY_PERCENT:
      return wb_decimal_to_string (number, form->decimals >= 0 ? form->decimals : 1);
    case WB_QUANTITY_DAYS:
      return wb_decimal_to_string (number, 0);
    case WB_QUANTITY_DATE:
      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) (number / WB_DECIMAL_ONE));
      return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
    case WB_QUANTITY_NUMBER:
    case WB_QUANTITY_DURATION:
    default:
      return wb_decimal_to_string (number, form->decimals);
    }
}

static char *
compute (const WbFormula    *formula,
         const WbNumberForm *form,
         Scope              *scope)
{
  WbQuantity kind;
  Value value = { 0 };
  Result result;

  if (scope->missing != NULL)
    *scope->missing = NULL;
  if (formula == NULL || !wb_formula_find_kind (formula, scope->table, scope->guide, &kind, NULL))
    {
      cannot (scope);
      return NULL;
    }
  result = evaluate (formula, scope, &value);
  if (result == RESULT_SKIPPED)
    {
      scope->budget->skipped = TRUE;
      leave_open (scope, g_strdup (_("what it is computed from is not asked here")));
    }

  return result == RESULT_VALUE ? format_value (value.number, kind, form) : NULL;
}

char *
wb_compute_field (const WbField *field,
                  WbGuide       *guide,
                  WbAnswers     *answers,
                  char         **missing)
{
  Budget budget = { MAX_VISITS, MAX_ROWS, FALSE, FALSE };
  Scope scope = { NULL, NULL, guide, answers, missing, &budget, 0 };

  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide) && WB_IS_ANSWERS (answers), NULL);

  return compute (field->formula, &field->form, &scope);
}

gboolean
wb_compute_field_fails (const WbField *field,
                        WbGuide       *guide,
                        WbAnswers     *answers)
{
  Budget budget = { MAX_VISITS, MAX_ROWS, FALSE, FALSE };
  g_autofree char *missing = NULL;
  g_autofree char *value = NULL;
  Scope scope = { NULL, NULL, guide, answers, &missing, &budget, 0 };

  g_return_val_if_fail (field != NULL, FALSE);
  g_return_val_if_fail (WB_IS_GUIDE (guide) && WB_IS_ANSWERS (answers), FALSE);

  value = compute (field->formula, &field->form, &scope);

  return value == NULL && budget.failed;
}

char *
wb_compute_cell (const WbField  *table,
                 const WbColumn *column,
                 const char     *row,
                 WbGuide        *guide,
                 WbAnswers      *answers,
                 char          **missing)
{
  Budget budget = { MAX_VISITS, MAX_ROWS, FALSE, FALSE };
  Scope scope = { table, row, guide, answers, missing, &budget, 0 };

  g_return_val_if_fail (table != NULL && column != NULL && row != NULL, NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide) && WB_IS_ANSWERS (answers), NULL);

  return compute (column->formula, &column->form, &scope);
}

gboolean
wb_compute_cell_is_skipped (const WbField  *table,
                            const WbColumn *column,
                            const char     *row,
                            WbGuide        *guide,
                            WbAnswers      *answers)
{
  Budget budget = { MAX_VISITS, MAX_ROWS, FALSE, FALSE };
  Scope scope = { table, row, guide, answers, NULL, &budget, 0 };

  g_return_val_if_fail (table != NULL && column != NULL && row != NULL, FALSE);
  g_return_val_if_fail (WB_IS_GUIDE (guide) && WB_IS_ANSWERS (answers), FALSE);

  g_free (compute (column->formula, &column->form, &scope));

  return budget.skipped;
}

gboolean
wb_compute_total (const WbField  *field,
                  const WbColumn *column,
                  WbGuide        *guide,
                  WbAnswers      *answers,
                  WbDecimal      *total,
                  char          **missing)
{
  Budget budget = { MAX_VISITS, MAX_ROWS, FALSE, FALSE };
  Scope scope = { NULL, NULL, guide, answers, missing, &budget, 0 };
  Value value = { 0 };

  g_return_val_if_fail (field != NULL && column != NULL && total != NULL, FALSE);
  g_return_val_if_fail (WB_IS_GUIDE (guide) && WB_IS_ANSWERS (answers), FALSE);

  if (missing != NULL)
    *missing = NULL;
  if (add_up (field, column, &scope, &value) != RESULT_VALUE)
    return FALSE;
  *total = value.number;

  return TRUE;
}

guint
wb_compute_count (const WbField *field,
                  WbAnswers     *answers)
{
  g_autofree const char **rows = NULL;
  guint n = 0;

  g_return_val_if_fail (field != NULL, 0);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), 0);

  rows = wb_answers_list_rows (answers, field->id);
  for (guint i = 0; rows[i] != NULL; i++)
    n += row_is_filled (field, answers, rows[i]);

  return n;
}

char *
wb_compute_to_display (const WbField  *field,
                       const WbColumn *column,
                       WbGuide        *guide,
                       const char     *value)
{
  const WbFormula *formula;
  const WbNumberForm *form;
  g_autofree char *number = NULL;
  WbQuantity kind;

  g_return_val_if_fail (field != NULL && value != NULL, NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  formula = column != NULL ? column->formula : field->formula;
  form = column != NULL ? &column->form : &field->form;
  if (formula == NULL || !wb_formula_find_kind (formula, column != NULL ? field : NULL, guide, &kind, NULL))
    return g_strdup (value);

  switch (kind)
    {
    case WB_QUANTITY_MONEY:
      return wb_answer_money_to_display (value);
    case WB_QUANTITY_DATE:
      return wb_answer_date_to_display (value);
    case WB_QUANTITY_PERCENT:
      number = wb_answer_number_to_display (value);
      /* Translators: a share in per cent. */
      return g_strdup_printf (_("%s %%"), number);
    case WB_QUANTITY_DAYS:
      number = wb_answer_number_to_display (value);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day", "%s days", g_str_equal (value, "1") ? 1 : 2), number);
    case WB_QUANTITY_NUMBER:
    case WB_QUANTITY_DURATION:
    default:
      number = wb_answer_number_to_display (value);
      return form->unit != NULL ? g_strdup_printf ("%s %s", number, form->unit) : g_steal_pointer (&number);
    }
}
