/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-guide-lint.h"

#include <glib/gi18n-lib.h>

#include "wb-rules.h"

#define MAX_COMBINATIONS 60000
#define MAX_DEPTH 64

/* What no content holds as the value of a text. */
#define SOMETHING "\x01"

/* A cell that conditions ask about, with all it may be: "" and each value that makes a difference. */
typedef struct
{
  const WbField *field;
  char *row; /* option of several choices; "" otherwise */
  GPtrArray *values;
  guint chosen;
} Variable;

typedef struct
{
  WbGuide *guide;
  WbAnswers *answers;
  GPtrArray *variables; /* Variable */
  GHashTable *seen;     /* WbField whose own conditions were looked at */
} Trial;

typedef gboolean (*Holds) (Trial         *trial,
                           gconstpointer  subject);

static void
variable_free (gpointer data)
{
  Variable *variable = data;

  g_free (variable->row);
  g_ptr_array_unref (variable->values);
  g_free (variable);
}

void
wb_guide_finding_free (WbGuideFinding *self)
{
  if (self == NULL)
    return;

  g_free (self->place);
  g_free (self->message);
  g_free (self);
}

static Variable *
get_variable (Trial         *trial,
              const WbField *field,
              const char    *row)
{
  Variable *variable;

  for (guint i = 0; i < trial->variables->len; i++)
    {
      variable = g_ptr_array_index (trial->variables, i);
      if (variable->field == field && g_str_equal (variable->row, row))
        return variable;
    }

  variable = g_new0 (Variable, 1);
  variable->field = field;
  variable->row = g_strdup (row);
  variable->values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (variable->values, g_strdup (""));
  g_ptr_array_add (trial->variables, variable);

  return variable;
}

static void
add_value (Variable   *variable,
           const char *value)
{
  if (!g_ptr_array_find_with_equal_func (variable->values, value, g_str_equal, NULL))
    g_ptr_array_add (variable->values, g_strdup (value));
}

/* All that @field may be answered with, as far as @condition can tell. */
static void
add_answers (Trial             *trial,
             const WbField     *field,
             const WbCondition *condition)
{
  if (condition->type == WB_CONDITION_HAS)
    {
      add_value (get_variable (trial, field, condition->value), "1");
      return;
    }
  if (field->type == WB_FIELD_CHOICES)
    {
      for (guint i = 0; i < field->options->len; i++)
        add_value (get_variable (trial, field, ((WbOption *) g_ptr_array_index (field->options, i))->id), "1");
      return;
    }
  if (field->type == WB_FIELD_CHOICE)
    {
      for (guint i = 0; i < field->options->len; i++)
        add_value (get_variable (trial, field, ""), ((WbOption *) g_ptr_array_index (field->options, i))->id);
      return;
    }
  add_value (get_variable (trial, field, ""), SOMETHING);
  if (condition->type == WB_CONDITION_IS)
    add_value (get_variable (trial, field, ""), condition->value);
}

static void
gather (Trial             *trial,
        const WbCondition *condition,
        int                depth)
{
  const WbField *field;
  const WbStep *step;

  if (condition == NULL || depth > MAX_DEPTH)
    return;
  for (guint i = 0; condition->parts != NULL && i < condition->parts->len; i++)
    gather (trial, g_ptr_array_index (condition->parts, i), depth + 1);
  field = condition->field != NULL ? wb_guide_get_field (trial->guide, condition->field) : NULL;
  if (field == NULL)
    return;

  add_answers (trial, field, condition);
  if (!g_hash_table_add (trial->seen, (gpointer) field))
    return;
  step = wb_guide_find_step_of (trial->guide, field);
  gather (trial, field->when, depth + 1);
  gather (trial, step != NULL ? step->when : NULL, depth + 1);
}

/* An answer of any kind. */
static void
answer (Trial          *trial,
        const Variable *variable)
{
  const WbField *field = variable->field;
  const char *value = g_ptr_array_index (variable->values, variable->chosen);
  const char *mark = *value != '\0' ? "1" : "";

  if (field->type == WB_FIELD_PERSON)
    wb_answers_set (trial->answers, field->id, "", "name", value);
  else if (field->type == WB_FIELD_CHECKLIST)
    for (guint i = 0; i < field->options->len; i++)
      wb_answers_set (trial->answers, field->id, ((WbOption *) g_ptr_array_index (field->options, i))->id, "done", mark);
  else if (wb_field_type_has_rows (field->type) && field->columns->len > 0)
    {
      if (wb_answers_count_rows (trial->answers, field->id) == 0)
        wb_answers_add_row (trial->answers, field->id, "1");
      wb_answers_set (trial->answers, field->id, "1", ((WbColumn *) g_ptr_array_index (field->columns, 0))->id, value);
    }
  else
    wb_answers_set (trial->answers, field->id, variable->row, "", value);
}

/* The next combination; FALSE after the last. */
static gboolean
go_on (Trial *trial)
{
  for (guint i = 0; i < trial->variables->len; i++)
    {
      Variable *variable = g_ptr_array_index (trial->variables, i);

      variable->chosen = (variable->chosen + 1) % variable->values->len;
      answer (trial, variable);
      if (variable->chosen != 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether some combination makes @holds true; what cannot be tried counts as @unknown. Ends the trial. */
static gboolean
find_combination (Trial         *trial,
                  Holds          holds,
                  gconstpointer  subject,
                  gboolean       unknown)
{
  guint64 combinations = 1;
  gboolean found = FALSE;

  for (guint i = 0; i < trial->variables->len && combinations <= MAX_COMBINATIONS; i++)
    combinations *= ((Variable *) g_ptr_array_index (trial->variables, i))->values->len;
  if (combinations > MAX_COMBINATIONS)
    found = unknown;
  else
    do
      found = holds (trial, subject);
    while (!found && go_on (trial));

  g_ptr_array_unref (trial->variables);
  g_hash_table_unref (trial->seen);
  g_object_unref (trial->answers);

  return found;
}

static void
begin (Trial   *trial,
       WbGuide *guide)
{
  trial->guide = guide;
  trial->answers = wb_answers_new ();
  trial->variables = g_ptr_array_new_with_free_func (variable_free);
  trial->seen = g_hash_table_new (NULL, NULL);
}

static gboolean
step_holds (Trial         *trial,
            gconstpointer  subject)
{
  return wb_step_applies (subject, trial->guide, trial->answers);
}

static gboolean
field_holds (Trial         *trial,
             gconstpointer  subject)
{
  return wb_field_applies (subject, trial->guide, trial->answers);
}

static gboolean
asks_nothing (Trial         *trial,
              gconstpointer  subject)
{
  const WbStep *step = subject;

  if (!wb_step_applies (step, trial->guide, trial->answers))
    return FALSE;
  for (guint i = 0; i < step->fields->len; i++)
    if (wb_field_applies (g_ptr_array_index (step->fields, i), trial->guide, trial->answers))
      return FALSE;

  return TRUE;
}

/* Takes @place. */
static void
report (GPtrArray  *findings,
        char       *place,
        const char *message)
{
  WbGuideFinding *finding = g_new0 (WbGuideFinding, 1);

  finding->place = place;
  finding->message = g_strdup (message);
  g_ptr_array_add (findings, finding);
}

static gboolean
can_apply (WbGuide       *guide,
           const WbStep  *step,
           const WbField *field)
{
  Trial trial;

  if (step->when == NULL && (field == NULL || field->when == NULL))
    return TRUE;
  begin (&trial, guide);
  gather (&trial, step->when, 0);
  gather (&trial, field != NULL ? field->when : NULL, 0);

  return field != NULL ? find_combination (&trial, field_holds, field, TRUE) : find_combination (&trial, step_holds, step, TRUE);
}

static gboolean
can_ask_nothing (WbGuide      *guide,
                 const WbStep *step)
{
  Trial trial;

  begin (&trial, guide);
  gather (&trial, step->when, 0);
  for (guint i = 0; i < step->fields->len; i++)
    gather (&trial, ((WbField *) g_ptr_array_index (step->fields, i))->when, 0);

  return find_combination (&trial, asks_nothing, step, FALSE);
}

static void
lint_step (WbGuide      *guide,
           const WbStep *step,
           const char   *place,
           GPtrArray    *findings)
{
  gboolean always = FALSE;

  if (!can_apply (guide, step, NULL))
    {
      report (findings, g_strdup_printf ("%s.when", place), _("no answers lead to this step"));
      return;
    }
  for (guint i = 0; i < step->fields->len; i++)
    {
      const WbField *field = g_ptr_array_index (step->fields, i);

      always = always || field->when == NULL;
      if (field->when != NULL && !can_apply (guide, step, field))
        report (findings, g_strdup_printf ("%s.fields[%u].when", place, i), _("no answers lead to this question"));
    }
  if (!always && can_ask_nothing (guide, step))
    report (findings, g_strdup_printf ("%s.fields", place), _("the step can apply and then asks nothing"));
}

GPtrArray *
wb_guide_lint (WbGuide *guide)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_guide_finding_free);
  GPtrArray *phases;

  g_return_val_if_fail (WB_IS_GUIDE (guide), findings);

  phases = wb_guide_get_phases (guide);
  for (guint i = 0; i < phases->len; i++)
    {
      const WbPhase *phase = g_ptr_array_index (phases, i);

      for (guint j = 0; j < phase->steps->len; j++)
        {
          g_autofree char *place = g_strdup_printf ("phases[%u].steps[%u]", i, j);

          lint_step (guide, g_ptr_array_index (phase->steps, j), place, findings);
        }
    }

  return findings;
}
