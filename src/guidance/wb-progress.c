/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-progress.h"

#include "wb-answer-fault.h"

WbStepState
wb_step_get_state (const WbStep *step,
                   WbGuide      *guide,
                   WbAnswers    *answers)
{
  gboolean touched = FALSE;
  gboolean missing = FALSE;
  gboolean answered = FALSE;

  g_return_val_if_fail (step != NULL, WB_STEP_OPEN);

  if (!wb_step_applies (step, guide, answers))
    return WB_STEP_SKIPPED;

  for (guint i = 0; i < step->fields->len; i++)
    {
      const WbField *field = g_ptr_array_index (step->fields, i);

      if (!wb_field_applies (field, guide, answers))
        continue;
      if (wb_answers_has (answers, field->id))
        touched = TRUE;
      if (wb_field_is_answered (field, answers))
        answered = TRUE;
      else if (field->need != WB_NEED_OPTIONAL)
        missing = TRUE;
      if (wb_answer_find_fault (field, guide, answers) != NULL)
        missing = TRUE;
    }

  if (answered && !missing)
    return WB_STEP_DONE;

  return touched ? WB_STEP_STARTED : WB_STEP_OPEN;
}

static void
count_step (WbProgress   *progress,
            const WbStep *step,
            WbGuide      *guide,
            WbAnswers    *answers)
{
  switch (wb_step_get_state (step, guide, answers))
    {
    case WB_STEP_SKIPPED:
      progress->skipped++;
      return;
    case WB_STEP_DONE:
      progress->done++;
      break;
    case WB_STEP_OPEN:
    case WB_STEP_STARTED:
    default:
      break;
    }
  progress->total++;
}

WbProgress
wb_guide_get_progress (WbGuide   *guide,
                       WbAnswers *answers)
{
  WbProgress progress = { 0, };
  GPtrArray *steps;

  g_return_val_if_fail (WB_IS_GUIDE (guide), progress);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), progress);

  steps = wb_guide_get_steps (guide);
  for (guint i = 0; i < steps->len; i++)
    count_step (&progress, g_ptr_array_index (steps, i), guide, answers);

  return progress;
}

WbProgress
wb_phase_get_progress (const WbPhase *phase,
                       WbGuide       *guide,
                       WbAnswers     *answers)
{
  WbProgress progress = { 0, };

  g_return_val_if_fail (phase != NULL, progress);

  for (guint i = 0; i < phase->steps->len; i++)
    count_step (&progress, g_ptr_array_index (phase->steps, i), guide, answers);

  return progress;
}

const WbStep *
wb_guide_get_next (WbGuide   *guide,
                   WbAnswers *answers)
{
  GPtrArray *steps;

  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  steps = wb_guide_get_steps (guide);
  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);
      WbStepState state = wb_step_get_state (step, guide, answers);

      if (state != WB_STEP_DONE && state != WB_STEP_SKIPPED)
        return step;
    }

  return NULL;
}

static const WbStep *
find_neighbour (WbGuide      *guide,
                WbAnswers    *answers,
                const WbStep *step,
                int           direction)
{
  GPtrArray *steps = wb_guide_get_steps (guide);
  guint position = 0;
  gint64 i = -1;

  if (step != NULL && g_ptr_array_find (steps, step, &position))
    i = position;
  for (i += direction; i >= 0 && i < steps->len; i += direction)
    {
      const WbStep *candidate = g_ptr_array_index (steps, (guint) i);

      if (wb_step_applies (candidate, guide, answers))
        return candidate;
    }

  return NULL;
}

const WbStep *
wb_guide_step_after (WbGuide      *guide,
                     WbAnswers    *answers,
                     const WbStep *step)
{
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  return find_neighbour (guide, answers, step, 1);
}

const WbStep *
wb_guide_step_before (WbGuide      *guide,
                      WbAnswers    *answers,
                      const WbStep *step)
{
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  return find_neighbour (guide, answers, step, -1);
}

GPtrArray *
wb_guide_list_missing (WbGuide   *guide,
                       WbAnswers *answers)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  GPtrArray *steps;

  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  steps = wb_guide_get_steps (guide);
  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        {
          WbField *field = g_ptr_array_index (step->fields, j);

          if (field->need == WB_NEED_REQUIRED && wb_field_applies (field, guide, answers)
              && !wb_field_is_answered (field, answers))
            g_ptr_array_add (missing, field);
        }
    }

  return g_steal_pointer (&missing);
}
