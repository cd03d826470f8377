/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-task.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-answer-check.h"
#include "wb-day.h"
#include "wb-rules.h"

#define WEEK 7

void
wb_task_free (WbTask *self)
{
  g_free (self->field);
  g_free (self->row);
  g_free (self->column);
  g_free (self->done_value);
  g_free (self->text);
  g_free (self->owner);
  g_free (self->due);
  g_free (self->step);
  g_free (self->step_title);
  g_free (self->path);
  g_free (self->project);
  g_free (self->project_id);
  g_free (self);
}

/* A day that is none is left out: the file may come from anywhere. (transfer full) */
static char *
take_day (const char *value)
{
  GDate day;

  return g_strdup (wb_day_parse (value, &day) ? value : "");
}

/* One line without spaces at its ends. (transfer full) */
static char *
take_line (const char *text)
{
  return g_strstrip (g_strdelimit (g_strdup (text), "\r\n\t", ' '));
}

/* What the others fill. (transfer full) */
static WbTask *
task_new (WbTaskKind     kind,
          const WbStep  *step,
          const WbField *field,
          const char    *row)
{
  WbTask *task = g_new0 (WbTask, 1);

  task->kind = kind;
  task->field = g_strdup (field->id);
  task->row = g_strdup (row);
  task->step = g_strdup (step->id);
  task->step_title = g_strdup (step->title);
  task->path = g_strdup ("");
  task->project = g_strdup ("");
  task->project_id = g_strdup ("");

  return task;
}

/* The first column of @type behind the first one. (nullable) */
static const WbColumn *
find_column (const WbField *table,
             WbFieldType    type)
{
  for (guint i = 1; i < table->columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (table->columns, i);

      if (column->type == type)
        return column;
    }

  return NULL;
}

static const char *
get_cell (WbAnswers      *answers,
          const WbField  *table,
          const char     *row,
          const WbColumn *column)
{
  return column != NULL ? wb_answers_get (answers, table->id, row, column->id) : "";
}

static void
add_rows (GPtrArray     *tasks,
          const WbStep  *step,
          const WbField *table,
          WbAnswers     *answers)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, table->id);
  gboolean milestones = table->grid == WB_GRID_MILESTONES;
  const WbColumn *text = table->columns->len > 0 ? g_ptr_array_index (table->columns, 0) : NULL;
  const WbColumn *owner = milestones ? wb_field_get_column (table, "owner") : find_column (table, WB_FIELD_TEXT);
  const WbColumn *due = find_column (table, WB_FIELD_DATE);
  const WbColumn *done = find_column (table, WB_FIELD_YES_NO);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_autofree char *line = take_line (get_cell (answers, table, rows[i], text));
      WbTask *task;

      if (*line == '\0')
        continue;
      task = task_new (WB_TASK_OF_TABLE, step, table, rows[i]);
      task->text = g_steal_pointer (&line);
      task->owner = take_line (get_cell (answers, table, rows[i], owner));
      task->due = take_day (get_cell (answers, table, rows[i], due));
      task->column = g_strdup (done != NULL ? done->id : "");
      task->done_value = g_strdup ("yes");
      task->done = g_str_equal (get_cell (answers, table, rows[i], done), "yes");
      g_ptr_array_add (tasks, task);
    }
}

static void
add_items (GPtrArray     *tasks,
           const WbStep  *step,
           const WbField *checklist,
           WbAnswers     *answers)
{
  for (guint i = 0; i < checklist->options->len; i++)
    {
      const WbOption *item = g_ptr_array_index (checklist->options, i);
      g_autofree char *owner = take_line (wb_answers_get (answers, checklist->id, item->id, "owner"));
      g_autofree char *due = take_day (wb_answers_get (answers, checklist->id, item->id, "date"));
      WbTask *task;

      if (*owner == '\0' && *due == '\0')
        continue;
      task = task_new (WB_TASK_OF_CHECKLIST, step, checklist, item->id);
      task->text = take_line (item->label);
      task->owner = g_steal_pointer (&owner);
      task->due = g_steal_pointer (&due);
      task->column = g_strdup ("done");
      task->done_value = g_strdup ("1");
      task->done = *wb_answers_get (answers, checklist->id, item->id, "done") != '\0';
      g_ptr_array_add (tasks, task);
    }
}

static void
add_date (GPtrArray     *tasks,
          const WbStep  *step,
          const WbField *field,
          WbAnswers     *answers)
{
  g_autofree char *due = take_day (wb_answers_get (answers, field->id, "", ""));
  WbTask *task;

  if (*due == '\0')
    return;
  task = task_new (WB_TASK_OF_DATE, step, field, "");
  task->text = take_line (field->label);
  task->owner = g_strdup ("");
  task->due = g_steal_pointer (&due);
  task->column = g_strdup ("");
  task->done_value = g_strdup ("");
  g_ptr_array_add (tasks, task);
}

GPtrArray *
wb_task_list (WbGuide   *guide,
              WbAnswers *answers)
{
  GPtrArray *tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_task_free);
  GPtrArray *steps = wb_guide_get_steps (guide);
  const char *table = wb_guide_get_tasks (guide);

  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        {
          const WbField *field = g_ptr_array_index (step->fields, j);

          if (!wb_field_applies (field, guide, answers))
            continue;
          if (field->type == WB_FIELD_TABLE && (field->grid == WB_GRID_MILESTONES || g_strcmp0 (field->id, table) == 0))
            add_rows (tasks, step, field, answers);
          else if (field->type == WB_FIELD_CHECKLIST)
            add_items (tasks, step, field, answers);
          else if (field->type == WB_FIELD_DATE)
            add_date (tasks, step, field, answers);
        }
    }

  return tasks;
}

gboolean
wb_task_is_late (const WbTask *self,
                 const GDate  *today)
{
  GDate due;

  g_return_val_if_fail (self != NULL && today != NULL, FALSE);

  return self->kind != WB_TASK_OF_DATE && !self->done && wb_day_parse (self->due, &due) && g_date_compare (&due, today) < 0;
}

int
wb_task_compare (gconstpointer a,
                 gconstpointer b)
{
  const WbTask *first = *(const WbTask *const *) a;
  const WbTask *second = *(const WbTask *const *) b;
  int order;

  if ((*first->due == '\0') != (*second->due == '\0'))
    return *first->due == '\0' ? 1 : -1;
  order = strcmp (first->due, second->due);

  return order != 0 ? order : g_utf8_collate (first->project, second->project);
}

/* "Week from 30.11. to 06.12.2026". (transfer full) */
static char *
name_week (const GDate *monday)
{
  GDate sunday = *monday;

  g_date_add_days (&sunday, WEEK - 1);

  /* Translators: day, month of a Monday; day, month, year of the Sunday behind it. */
  return g_strdup_printf (_("Week from %02d.%02d. to %02d.%02d.%04d"), g_date_get_day (monday), g_date_get_month (monday),
                          g_date_get_day (&sunday), g_date_get_month (&sunday), g_date_get_year (&sunday));
}

char *
wb_task_get_group (const WbTask *self,
                   const GDate  *today)
{
  GDate due, monday, this_monday;
  int days;

  g_return_val_if_fail (self != NULL && today != NULL, NULL);

  if (!wb_day_parse (self->due, &due))
    return g_strdup (_("Without a date"));
  if (wb_task_is_late (self, today))
    return g_strdup (_("Overdue"));
  wb_day_get_monday (&due, &monday);
  wb_day_get_monday (today, &this_monday);
  days = g_date_days_between (&this_monday, &monday);
  if (days < 0)
    return g_strdup (_("Earlier"));
  if (days == 0)
    return g_strdup (_("This week"));
  if (days == WEEK)
    return g_strdup (_("Next week"));

  return name_week (&monday);
}
