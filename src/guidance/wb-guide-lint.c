/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-guide-lint-private.h"

#include <glib/gi18n-lib.h>

#include "wb-guide-trial-private.h"
#include "wb-rules.h"

/* The ways through a guide. */

#define MAX_DEPTH 64

/* What one combination is looked at for; what is NULL does not matter. */
typedef struct
{
  const WbStep *step;
  const WbField *field;
  const WbField *other;
  const WbCondition *holds;
  const WbCondition *also;
  const WbCondition *fails;
} Wish;

/* A condition with its step and field, while its parts are looked at. */
typedef struct
{
  WbGuide *guide;
  const WbStep *step;
  const WbField *field; /* (nullable) */
  const WbCondition *whole;
  GPtrArray *findings;
} Branch;

void
wb_guide_finding_free (WbGuideFinding *self)
{
  if (self == NULL)
    return;

  g_free (self->place);
  g_free (self->message);
  g_free (self);
}

void
wb_guide_lint_report (GPtrArray  *findings,
                      char       *place,
                      const char *format,
                      ...)
{
  WbGuideFinding *finding = g_new0 (WbGuideFinding, 1);
  va_list args;

  finding->place = place;
  va_start (args, format);
  finding->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (findings, finding);
}

static gboolean
is_granted (WbGuide   *guide,
            WbAnswers *answers,
            gpointer   user_data)
{
  const Wish *wish = user_data;

  return (wish->step == NULL || wb_step_applies (wish->step, guide, answers))
         && (wish->field == NULL || wb_field_applies (wish->field, guide, answers))
         && (wish->other == NULL || wb_field_applies (wish->other, guide, answers))
         && (wish->holds == NULL || wb_condition_holds_in_row (wish->holds, WB_GUIDE_TRIAL_ROW, guide, answers))
         && (wish->also == NULL || wb_condition_holds_in_row (wish->also, WB_GUIDE_TRIAL_ROW, guide, answers))
         && (wish->fails == NULL || !wb_condition_holds_in_row (wish->fails, WB_GUIDE_TRIAL_ROW, guide, answers));
}

/* TRUE where that cannot be tried. */
static gboolean
can_be (WbGuide    *guide,
        const Wish *wish)
{
  g_autoptr (WbGuideTrial) trial = wb_guide_trial_new (guide);

  if (wish->step != NULL)
    wb_guide_trial_add_step (trial, wish->step);
  if (wish->field != NULL)
    wb_guide_trial_add_field (trial, wish->field);
  if (wish->other != NULL)
    wb_guide_trial_add_field (trial, wish->other);
  wb_guide_trial_add_condition (trial, wish->holds);
  wb_guide_trial_add_condition (trial, wish->also);
  wb_guide_trial_add_condition (trial, wish->fails);

  return wb_guide_trial_find (trial, is_granted, (gpointer) wish, TRUE);
}

gboolean
wb_guide_lint_fields_meet (WbGuide       *guide,
                           const WbField *field,
                           const WbField *other)
{
  Wish wish = { .field = field, .other = other };

  g_return_val_if_fail (WB_IS_GUIDE (guide), TRUE);

  return can_be (guide, &wish);
}

gboolean
wb_guide_lint_step_meets (WbGuide       *guide,
                          const WbStep  *step,
                          const WbField *field)
{
  Wish wish = { .step = step, .field = field };

  g_return_val_if_fail (WB_IS_GUIDE (guide), TRUE);

  return can_be (guide, &wish);
}

static gboolean
asks_nothing (WbGuide   *guide,
              WbAnswers *answers,
              gpointer   user_data)
{
  const WbStep *step = user_data;

  if (!wb_step_applies (step, guide, answers))
    return FALSE;
  for (guint i = 0; i < step->fields->len; i++)
    {
      const WbField *field = g_ptr_array_index (step->fields, i);

      if (field->type != WB_FIELD_COMPUTED && wb_field_applies (field, guide, answers))
        return FALSE;
    }

  return TRUE;
}

/* Nobody answers what is computed: a step of nothing else would stay open for ever. */
static gboolean
can_ask_nothing (WbGuide      *guide,
                 const WbStep *step)
{
  g_autoptr (WbGuideTrial) trial = wb_guide_trial_new (guide);

  wb_guide_trial_add_step (trial, step);
  for (guint i = 0; i < step->fields->len; i++)
    {
      const WbField *field = g_ptr_array_index (step->fields, i);

      if (field->type != WB_FIELD_COMPUTED && field->when == NULL)
        return FALSE;
      wb_guide_trial_add_field (trial, field);
    }

  return wb_guide_trial_find (trial, asks_nothing, (gpointer) step, FALSE);
}

static char *
get_part_place (const WbCondition *condition,
                const char        *place,
                guint              i)
{
  if (condition->type == WB_CONDITION_NOT)
    return g_strdup_printf ("%s.not", place);

  return g_strdup_printf ("%s.%s[%u]", place, condition->type == WB_CONDITION_ALL ? "all" : "any", i);
}

/* Each part must be able to hold while the whole does, or, behind a "not", at all: a question may well repeat what its step says. */
static void
lint_parts (const Branch      *branch,
            const WbCondition *condition,
            const char        *place,
            gboolean           turned,
            int                depth)
{
  if (condition->parts == NULL || depth > MAX_DEPTH)
    {
      wb_guide_lint_waited (branch->guide, condition, place, branch->findings);
      return;
    }
  if (condition->type == WB_CONDITION_NOT)
    turned = !turned;
  for (guint i = 0; i < condition->parts->len; i++)
    {
      const WbCondition *part = g_ptr_array_index (condition->parts, i);
      g_autofree char *part_place = get_part_place (condition, place, i);
      Wish wish = { .holds = part };
      Wish whole = { .step = branch->step, .field = branch->field, .holds = part, .also = branch->whole };

      if (!can_be (branch->guide, turned ? &wish : &whole))
        wb_guide_lint_report (branch->findings, g_strdup (part_place), _("no answers fulfil this part of the condition"));
      else
        lint_parts (branch, part, part_place, turned, depth + 1);
    }
}

/* The condition of @field, or of @step where @field is NULL. */
static gboolean
lint_when (WbGuide       *guide,
           const WbStep  *step,
           const WbField *field,
           const char    *place,
           GPtrArray     *findings)
{
  const WbCondition *when = field != NULL ? field->when : step->when;
  Branch branch = { guide, step, field, when, findings };
  Wish asked = { .step = step, .field = field };
  Wish skipped = { .step = field != NULL ? step : NULL, .fails = when };
  g_autofree char *when_place = g_strconcat (place, ".when", NULL);

  if (when == NULL)
    return TRUE;
  if (!can_be (guide, &asked))
    {
      wb_guide_lint_report (findings, g_strdup (when_place), "%s",
                            field != NULL ? _("no answers lead to this question") : _("no answers lead to this step"));
      return FALSE;
    }
  if (!can_be (guide, &skipped))
    wb_guide_lint_report (findings, g_strdup (when_place), _("always holds; “unless” is never shown"));
  else
    lint_parts (&branch, when, when_place, FALSE, 0);

  return TRUE;
}

/* The questions inside of a group, in a row of their own. */
static void
lint_columns (WbGuide       *guide,
              const WbStep  *step,
              const WbField *field,
              const char    *place,
              GPtrArray     *findings)
{
  for (guint i = 0; i < field->columns->len; i++)
    {
      const WbCondition *when = ((const WbColumn *) g_ptr_array_index (field->columns, i))->when;
      g_autofree char *when_place = g_strdup_printf ("%s.columns[%u].when", place, i);
      Branch branch = { guide, step, field, when, findings };
      Wish asked = { .step = step, .field = field, .holds = when };
      Wish skipped = { .step = step, .field = field, .fails = when };

      if (when == NULL)
        continue;
      if (!can_be (guide, &asked))
        wb_guide_lint_report (findings, g_strdup (when_place), _("no answers lead to this question"));
      else if (!can_be (guide, &skipped))
        wb_guide_lint_report (findings, g_strdup (when_place), _("always holds"));
      else
        lint_parts (&branch, when, when_place, FALSE, 0);
    }
}

static void
lint_rules (WbGuide       *guide,
            const WbStep  *step,
            const WbField *field,
            const char    *place,
            GPtrArray     *findings)
{
  for (guint i = 0; i < field->rules->len; i++)
    {
      const WbGridRule *rule = g_ptr_array_index (field->rules, i);
      Wish wish = { .step = step, .field = field, .holds = rule->when };

      if (rule->when != NULL && !can_be (guide, &wish))
        wb_guide_lint_report (findings, g_strdup_printf ("%s.rules[%u].when", place, i), _("no answers lead to this rule"));
    }
}

static void
lint_step (WbGuide      *guide,
           const WbStep *step,
           const char   *place,
           GPtrArray    *findings)
{
  if (!lint_when (guide, step, NULL, place, findings))
    return;

  for (guint i = 0; i < step->fields->len; i++)
    {
      const WbField *field = g_ptr_array_index (step->fields, i);
      g_autofree char *field_place = g_strdup_printf ("%s.fields[%u]", place, i);

      if (!lint_when (guide, step, field, field_place, findings))
        continue;
      lint_columns (guide, step, field, field_place, findings);
      lint_rules (guide, step, field, field_place, findings);
      wb_guide_lint_values (guide, field, field_place, findings);
    }
  if (can_ask_nothing (guide, step))
    wb_guide_lint_report (findings, g_strdup_printf ("%s.fields", place), _("the step can apply and then asks nothing"));
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
