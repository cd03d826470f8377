/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-attendance.h"

#include <string.h>

static void
lesson_free (gpointer data)
{
  WbAttendedLesson *lesson = data;

  g_free (lesson->id);
  g_free (lesson->title);
  g_free (lesson);
}

WbAttendance *
wb_attendance_new (void)
{
  WbAttendance *self = g_new0 (WbAttendance, 1);

  self->lessons = g_ptr_array_new_with_free_func (lesson_free);

  return self;
}

void
wb_attendance_free (WbAttendance *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->lessons);
  g_free (self);
}

void
wb_attendance_add (WbAttendance *self,
                   const char   *id,
                   const char   *title,
                   WbLesson     *lesson,
                   WbLearner    *learner)
{
  WbAttendedLesson *attended;
  const WbFinished *finished;
  GPtrArray *questions;

  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL && title != NULL);
  g_return_if_fail (WB_IS_LESSON (lesson));
  g_return_if_fail (WB_IS_LEARNER (learner));

  attended = g_new0 (WbAttendedLesson, 1);
  attended->id = g_strdup (id);
  attended->title = g_strdup (title);
  attended->minutes = wb_lesson_get_minutes (lesson);
  finished = wb_learner_find_finished (learner, id);
  attended->finished = finished != NULL;
  attended->time = finished != NULL ? finished->time : 0;
  questions = wb_lesson_get_questions (lesson);
  attended->n_questions = questions->len;
  for (guint i = 0; i < questions->len; i++)
    {
      const WbQuestion *question = g_ptr_array_index (questions, i);
      const WbTrial *trial = wb_learner_find_trial (learner, id, question->id);

      attended->n_answered += trial != NULL ? 1 : 0;
      attended->n_right += trial != NULL && trial->right ? 1 : 0;
    }
  g_ptr_array_add (self->lessons, attended);
}

gboolean
wb_attendance_is_complete (const WbAttendance *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->lessons->len; i++)
    if (!((const WbAttendedLesson *) g_ptr_array_index (self->lessons, i))->finished)
      return FALSE;

  return self->lessons->len > 0;
}

void
wb_attendance_sum (const WbAttendance *self,
                   WbAttendedLesson   *sum)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (sum != NULL);

  memset (sum, 0, sizeof *sum);
  for (guint i = 0; i < self->lessons->len; i++)
    {
      const WbAttendedLesson *lesson = g_ptr_array_index (self->lessons, i);

      sum->minutes += lesson->minutes;
      sum->n_questions += lesson->n_questions;
      sum->n_answered += lesson->n_answered;
      sum->n_right += lesson->n_right;
      sum->time = MAX (sum->time, lesson->time);
    }
}
