/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-repetition.h"

#include <string.h>

/* 2.5 as a fraction: whole days come out exactly. */
#define FACTOR_ABOVE 5
#define FACTOR_BELOW 2

static guint
choose_interval (guint streak,
                 guint interval)
{
  if (streak <= 1)
    return 1;
  if (streak == 2)
    return 6;

  return MIN ((interval * FACTOR_ABOVE + FACTOR_BELOW - 1) / FACTOR_BELOW, WB_REPETITION_MAX_DAYS);
}

void
wb_repetition_add (WbRepetition *self,
                   guint32       day,
                   gboolean      right)
{
  g_return_if_fail (self != NULL);

  if (self->last != 0 && day <= self->last)
    return;
  self->last = day;
  if (right && self->interval > 0 && day < self->due)
    return;

  self->streak = right ? self->streak + 1 : 0;
  self->interval = choose_interval (self->streak, self->interval);
  self->due = day + self->interval;
}

gboolean
wb_repetition_is_due (const WbRepetition *self,
                      guint32             today)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->interval > 0 && self->due <= today;
}

guint32
wb_repetition_get_day (gint64     time,
                       GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = time > 0 ? g_date_time_new_from_unix_utc (time) : NULL;
  g_autoptr (GDateTime) local = NULL;
  GDate date;
  int year, month, day;

  g_return_val_if_fail (zone != NULL, 1);

  if (utc != NULL)
    local = g_date_time_to_timezone (utc, zone);
  if (local == NULL)
    return 1;
  g_date_time_get_ymd (local, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return g_date_get_julian (&date);
}

static int
compare_trials (gconstpointer a,
                gconstpointer b)
{
  const WbTrial *first = *(const WbTrial *const *) a;
  const WbTrial *second = *(const WbTrial *const *) b;
  int order = strcmp (first->lesson, second->lesson);

  if (order == 0)
    order = strcmp (first->question, second->question);
  if (order == 0)
    order = first->time < second->time ? -1 : first->time > second->time;

  return order;
}

static int
compare_dues (gconstpointer a,
              gconstpointer b)
{
  const WbDue *first = *(const WbDue *const *) a;
  const WbDue *second = *(const WbDue *const *) b;
  int order = first->due < second->due ? -1 : first->due > second->due;

  if (order == 0)
    order = strcmp (first->lesson, second->lesson);
  if (order == 0)
    order = strcmp (first->question, second->question);

  return order;
}

static gboolean
is_same_question (const WbTrial *a,
                  const WbTrial *b)
{
  return g_str_equal (a->lesson, b->lesson) && g_str_equal (a->question, b->question);
}

static void
add_if_due (GPtrArray          *dues,
            const WbTrial      *trial,
            const WbRepetition *repetition,
            guint32             today)
{
  WbDue *due;

  if (!wb_repetition_is_due (repetition, today))
    return;

  due = g_new0 (WbDue, 1);
  due->due = repetition->due;
  due->lesson = trial->lesson;
  due->question = trial->question;
  g_ptr_array_add (dues, due);
}

GPtrArray *
wb_repetition_list_due (WbLearner *learner,
                        guint32    today,
                        GTimeZone *zone)
{
  g_autoptr (GPtrArray) trials = NULL;
  GPtrArray *dues;
  WbRepetition repetition = { 0 };

  g_return_val_if_fail (WB_IS_LEARNER (learner), NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  trials = g_ptr_array_copy (wb_learner_get_trials (learner), NULL, NULL);
  g_ptr_array_set_free_func (trials, NULL);
  g_ptr_array_sort (trials, compare_trials);
  dues = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < trials->len; i++)
    {
      const WbTrial *trial = g_ptr_array_index (trials, i);

      wb_repetition_add (&repetition, wb_repetition_get_day (trial->time, zone), trial->right);
      if (i + 1 < trials->len && is_same_question (trial, g_ptr_array_index (trials, i + 1)))
        continue;
      add_if_due (dues, trial, &repetition, today);
      memset (&repetition, 0, sizeof repetition);
    }
  g_ptr_array_sort (dues, compare_dues);

  return dues;
}
