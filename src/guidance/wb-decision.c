/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-decision.h"

#include <glib/gi18n-lib.h>

#include "wb-answer-check.h"
#include "wb-day.h"
#include "wb-rules.h"

void
wb_decision_free (WbDecision *self)
{
  if (self == NULL)
    return;

  g_free (self->question);
  g_free (self->answer);
  g_free (self);
}

/* Field → time of its last change. */
static GHashTable *
find_times (GPtrArray *revisions)
{
  GHashTable *times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < revisions->len; i++)
    {
      const WbRevision *revision = g_ptr_array_index (revisions, i);

      for (guint j = 0; j < revision->edits->len; j++)
        {
          const WbEdit *edit = g_ptr_array_index (revision->edits, j);
          gint64 *time;

          if (edit->target != WB_EDIT_CELL)
            continue;
          time = g_new (gint64, 1);
          *time = revision->time;
          g_hash_table_replace (times, g_strdup (edit->field), time);
        }
    }

  return times;
}

/* What was chosen, in words; NULL when nothing is. (transfer full) */
static char *
describe (const WbField *field,
          WbAnswers     *answers)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (field->type == WB_FIELD_CHOICE)
    {
      const char *value = wb_answers_get (answers, field->id, "", "");

      return *value != '\0' ? wb_answer_to_display (field, NULL, value) : NULL;
    }

  for (guint i = 0; i < field->options->len; i++)
    {
      const WbOption *option = g_ptr_array_index (field->options, i);

      if (*wb_answers_get (answers, field->id, option->id, "") != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", option->label);
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* When a day of @row is, at noon where the user is; @fallback where none is given. */
static gint64
get_day (const WbField *field,
         WbAnswers     *answers,
         const char    *row,
         gint64         fallback)
{
  g_autoptr (GDateTime) noon = NULL;
  GDate day;

  if (!wb_day_parse (wb_answers_get (answers, field->id, row, "date"), &day))
    return fallback;
  noon = g_date_time_new_local (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day), 12, 0, 0);

  return noon != NULL ? g_date_time_to_unix (noon) : fallback;
}

/* "A map of the county (steering group). Reasons: it is kept up there". (transfer full) */
static char *
describe_record (const WbField *field,
                 WbAnswers     *answers,
                 const char    *row)
{
  const char *who = wb_answers_get (answers, field->id, row, "who");
  const char *reasons = wb_answers_get (answers, field->id, row, "reasons");
  GString *text = g_string_new (wb_answers_get (answers, field->id, row, "decision"));

  if (*who != '\0')
    g_string_append_printf (text, " (%s)", who);
  if (*reasons != '\0')
    {
      /* Translators: behind a decision: why it was made so */
      g_autofree char *words = g_strdup_printf (_("Reasons: %s"), reasons);

      g_string_append_printf (text, ". %s", words);
    }

  return g_string_free (text, FALSE);
}

/* The decisions that were written down in the table @field. */
static void
add_records (GPtrArray     *decisions,
             const WbField *field,
             WbAnswers     *answers,
             gint64         changed)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);

  for (guint i = 0; rows != NULL && rows[i] != NULL; i++)
    {
      WbDecision *decision;

      if (*wb_answers_get (answers, field->id, rows[i], "decision") == '\0')
        continue;
      decision = g_new0 (WbDecision, 1);
      decision->time = get_day (field, answers, rows[i], changed);
      decision->question = g_strdup (wb_answers_get (answers, field->id, rows[i], "question"));
      decision->answer = describe_record (field, answers, rows[i]);
      g_ptr_array_add (decisions, decision);
    }
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const WbDecision *first = *(WbDecision *const *) a, *second = *(WbDecision *const *) b;

  return (first->time > second->time) - (first->time < second->time);
}

GPtrArray *
wb_decision_list (GPtrArray *revisions,
                  WbGuide   *guide,
                  WbAnswers *answers)
{
  g_autoptr (GHashTable) times = NULL;
  GPtrArray *decisions, *steps;

  g_return_val_if_fail (revisions != NULL, NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  times = find_times (revisions);
  decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_decision_free);
  steps = wb_guide_get_steps (guide);
  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        {
          const WbField *field = g_ptr_array_index (step->fields, j);
          const gint64 *time = g_hash_table_lookup (times, field->id);
          g_autofree char *answer = NULL;
          WbDecision *decision;

          if (field->grid == WB_GRID_DECISIONS && wb_field_applies (field, guide, answers))
            add_records (decisions, field, answers, time != NULL ? *time : 0);
          if ((field->type != WB_FIELD_CHOICE && field->type != WB_FIELD_CHOICES)
              || !wb_field_applies (field, guide, answers))
            continue;
          answer = describe (field, answers);
          if (answer == NULL)
            continue;
          decision = g_new0 (WbDecision, 1);
          decision->time = time != NULL ? *time : 0;
          decision->question = g_strdup (field->label);
          decision->answer = g_steal_pointer (&answer);
          g_ptr_array_add (decisions, decision);
        }
    }
  /* Stable, so that the order of the guide stays. */
  g_ptr_array_sort (decisions, compare_times);

  return decisions;
}
