/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-guide-trial-private.h"

#define MAX_COMBINATIONS 60000
#define MAX_DEPTH 64

/* What no content holds as the value of a text. */
#define SOMETHING "\x01"

/* A cell that conditions ask about, with all it may be: "" and each value that makes a difference. */
typedef struct
{
  const WbField *field;
  char *row;
  char *column;
  GPtrArray *values;
  guint chosen;
} Variable;

struct _WbGuideTrial
{
  WbGuide *guide; /* borrowed */
  WbAnswers *answers;
  GPtrArray *variables; /* Variable */
  GHashTable *seen;     /* WbField and WbColumn whose own conditions were looked at */
};

static void gather (WbGuideTrial      *self,
                    const WbCondition *condition,
                    int                depth);

static void
variable_free (gpointer data)
{
  Variable *variable = data;

  g_free (variable->row);
  g_free (variable->column);
  g_ptr_array_unref (variable->values);
  g_free (variable);
}

WbGuideTrial *
wb_guide_trial_new (WbGuide *guide)
{
  WbGuideTrial *self = g_new0 (WbGuideTrial, 1);

  self->guide = guide;
  self->answers = wb_answers_new ();
  self->variables = g_ptr_array_new_with_free_func (variable_free);
  self->seen = g_hash_table_new (NULL, NULL);

  return self;
}

void
wb_guide_trial_free (WbGuideTrial *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->variables);
  g_hash_table_unref (self->seen);
  g_object_unref (self->answers);
  g_free (self);
}

static Variable *
get_variable (WbGuideTrial  *self,
              const WbField *field,
              const char    *row,
              const char    *column)
{
  Variable *variable;

  for (guint i = 0; i < self->variables->len; i++)
    {
      variable = g_ptr_array_index (self->variables, i);
      if (variable->field == field && g_str_equal (variable->row, row) && g_str_equal (variable->column, column))
        return variable;
    }

  variable = g_new0 (Variable, 1);
  variable->field = field;
  variable->row = g_strdup (row);
  variable->column = g_strdup (column);
  variable->values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (variable->values, g_strdup (""));
  g_ptr_array_add (self->variables, variable);

  return variable;
}

static void
add_value (Variable   *variable,
           const char *value)
{
  if (!g_ptr_array_find_with_equal_func (variable->values, value, g_str_equal, NULL))
    g_ptr_array_add (variable->values, g_strdup (value));
}

static void
add_options (Variable  *variable,
             GPtrArray *options)
{
  for (guint i = 0; i < options->len; i++)
    add_value (variable, ((WbOption *) g_ptr_array_index (options, i))->id);
}

/* Something, and what @condition compares with. */
static void
add_text (Variable          *variable,
          const WbCondition *condition)
{
  add_value (variable, SOMETHING);
  if (condition->type == WB_CONDITION_IS)
    add_value (variable, condition->value);
}

/* All that @field may be answered with, as far as @condition can tell. */
static void
add_answers (WbGuideTrial      *self,
             const WbField     *field,
             const WbCondition *condition)
{
  if (condition->type == WB_CONDITION_HAS)
    add_value (get_variable (self, field, condition->value, ""), "1");
  else if (field->type == WB_FIELD_CHOICES)
    for (guint i = 0; i < field->options->len; i++)
      add_value (get_variable (self, field, ((WbOption *) g_ptr_array_index (field->options, i))->id, ""), "1");
  else if (field->type == WB_FIELD_CHECKLIST)
    add_value (get_variable (self, field, "", "done"), "1");
  else if (field->type == WB_FIELD_CHOICE)
    add_options (get_variable (self, field, "", ""), field->options);
  else if (field->type == WB_FIELD_PERSON)
    add_text (get_variable (self, field, "", "name"), condition);
  else if (!wb_field_type_has_rows (field->type))
    add_text (get_variable (self, field, "", ""), condition);
  else if (field->columns->len > 0)
    add_text (get_variable (self, field, WB_GUIDE_TRIAL_ROW, ((WbColumn *) g_ptr_array_index (field->columns, 0))->id), condition);
}

/* Another answer of the row, and what decides whether it is asked. */
static void
gather_cell (WbGuideTrial      *self,
             const WbField     *field,
             const WbCondition *condition,
             int                depth)
{
  const WbColumn *column = wb_field_get_column (field, condition->column);
  Variable *variable;

  if (column == NULL)
    return;
  variable = get_variable (self, field, WB_GUIDE_TRIAL_ROW, column->id);
  if (column->type == WB_FIELD_CHOICE)
    add_options (variable, column->options);
  else if (column->type == WB_FIELD_YES_NO)
    {
      add_value (variable, "yes");
      add_value (variable, "no");
    }
  else
    add_text (variable, condition);
  if (g_hash_table_add (self->seen, (gpointer) column))
    gather (self, column->when, depth + 1);
}

static void
gather_field (WbGuideTrial  *self,
              const WbField *field,
              int            depth)
{
  const WbStep *step;

  if (!g_hash_table_add (self->seen, (gpointer) field))
    return;

  step = wb_guide_find_step_of (self->guide, field);
  gather (self, field->when, depth + 1);
  gather (self, step != NULL ? step->when : NULL, depth + 1);
}

static void
gather (WbGuideTrial      *self,
        const WbCondition *condition,
        int                depth)
{
  const WbField *field;

  if (condition == NULL || depth > MAX_DEPTH)
    return;
  for (guint i = 0; condition->parts != NULL && i < condition->parts->len; i++)
    gather (self, g_ptr_array_index (condition->parts, i), depth + 1);
  field = condition->field != NULL ? wb_guide_get_field (self->guide, condition->field) : NULL;
  if (field == NULL)
    return;

  if (condition->column != NULL)
    gather_cell (self, field, condition, depth);
  else
    add_answers (self, field, condition);
  gather_field (self, field, depth);
}

void
wb_guide_trial_add_condition (WbGuideTrial      *self,
                              const WbCondition *condition)
{
  g_return_if_fail (self != NULL);

  gather (self, condition, 0);
}

void
wb_guide_trial_add_step (WbGuideTrial *self,
                         const WbStep *step)
{
  g_return_if_fail (self != NULL && step != NULL);

  gather (self, step->when, 0);
}

void
wb_guide_trial_add_field (WbGuideTrial  *self,
                          const WbField *field)
{
  g_return_if_fail (self != NULL && field != NULL);

  gather_field (self, field, 0);
}

static void
answer (WbGuideTrial   *self,
        const Variable *variable)
{
  const WbField *field = variable->field;
  const char *value = g_ptr_array_index (variable->values, variable->chosen);

  if (field->type == WB_FIELD_CHECKLIST)
    {
      for (guint i = 0; i < field->options->len; i++)
        wb_answers_set (self->answers, field->id, ((WbOption *) g_ptr_array_index (field->options, i))->id, "done", value);
      return;
    }
  if (wb_field_type_has_rows (field->type) && wb_answers_count_rows (self->answers, field->id) == 0)
    wb_answers_add_row (self->answers, field->id, "1");
  wb_answers_set (self->answers, field->id, variable->row, variable->column, value);
}

/* The next combination; FALSE after the last. */
static gboolean
go_on (WbGuideTrial *self)
{
  for (guint i = 0; i < self->variables->len; i++)
    {
      Variable *variable = g_ptr_array_index (self->variables, i);

      variable->chosen = (variable->chosen + 1) % variable->values->len;
      answer (self, variable);
      if (variable->chosen != 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
wb_guide_trial_find (WbGuideTrial     *self,
                     WbGuideTrialFunc  func,
                     gpointer          user_data,
                     gboolean          unknown)
{
  guint64 combinations = 1;
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL && func != NULL, unknown);

  for (guint i = 0; i < self->variables->len; i++)
    {
      combinations *= ((Variable *) g_ptr_array_index (self->variables, i))->values->len;
      if (combinations > MAX_COMBINATIONS)
        return unknown;
    }
  do
    found = func (self->guide, self->answers, user_data);
  while (!found && go_on (self));

  return found;
}
