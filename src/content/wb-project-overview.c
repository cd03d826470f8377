/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-overview.h"

#include <glib/gi18n-lib.h>

#include "wb-day.h"
#include "wb-error.h"
#include "wb-payload-reader.h"
#include "wb-progress.h"

void
wb_project_overview_free (WbProjectOverview *self)
{
  g_free (self->path);
  g_free (self->title);
  g_free (self->guide_title);
  g_free (self->next_step);
  g_free (self->next_due);
  g_free (self->next_text);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->peek, wb_project_peek_free);
  g_free (self);
}

const char *
wb_project_stage_to_words (WbProjectStage state)
{
  switch (state)
    {
    case WB_PROJECT_STAGE_NEW:
      return _("New");
    case WB_PROJECT_STAGE_ACTIVE:
      return _("In work");
    case WB_PROJECT_STAGE_PAUSED:
      return _("Paused");
    case WB_PROJECT_STAGE_DONE:
      return _("Done");
    default:
      g_return_val_if_reached ("");
    }
}

static WbProjectStage
find_state (const WbProjectPeek *peek,
            const WbProgress    *progress)
{
  if (g_str_equal (peek->state, "paused"))
    return WB_PROJECT_STAGE_PAUSED;
  if (g_str_equal (peek->state, "done") || (progress->total > 0 && progress->done == progress->total))
    return WB_PROJECT_STAGE_DONE;

  return progress->done > 0 ? WB_PROJECT_STAGE_ACTIVE : WB_PROJECT_STAGE_NEW;
}

static gboolean
is_over (const WbTask *task,
         const GDate  *today)
{
  GDate day;

  return task->kind == WB_TASK_OF_DATE && wb_day_parse (task->due, &day) && g_date_compare (&day, today) < 0;
}

static void
take_tasks (WbProjectOverview *self,
            WbGuide           *guide,
            const GDate       *today)
{
  const WbTask *next = NULL;

  self->tasks = wb_task_list (guide, self->peek->answers);
  for (guint i = 0; i < self->tasks->len;)
    {
      WbTask *task = g_ptr_array_index (self->tasks, i);

      if (is_over (task, today))
        {
          g_ptr_array_remove_index (self->tasks, i);
          continue;
        }
      g_free (task->path);
      task->path = g_strdup (self->path);
      g_free (task->project);
      task->project = g_strdup (self->title);
      g_free (task->project_id);
      task->project_id = g_strdup (self->peek->id);
      if (!task->done && *task->due != '\0' && (next == NULL || g_strcmp0 (task->due, next->due) < 0))
        next = task;
      i++;
    }
  self->next_due = g_strdup (next != NULL ? next->due : "");
  self->next_text = g_strdup (next != NULL ? next->text : "");
}

WbProjectOverview *
wb_project_overview_read (const char   *path,
                          const GDate  *today,
                          GError      **error)
{
  g_autoptr (WbProjectOverview) self = NULL;
  g_autoptr (WbProjectPeek) peek = NULL;
  g_autoptr (WbGuide) guide = NULL;
  g_autoptr (GError) fault = NULL;
  const WbStep *next;
  WbProgress progress;

  g_return_val_if_fail (path != NULL && today != NULL, NULL);

  peek = wb_project_peek_read (path, error);
  if (peek == NULL)
    return NULL;
  guide = wb_guide_from_json (peek->guide_id, peek->guide_title, peek->guide_json, &fault);
  if (guide == NULL)
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("The guide in “%s” cannot be read (%s); the answers are still in the file."),
                   name, fault->message);
      return NULL;
    }

  progress = wb_guide_get_progress (guide, peek->answers);
  next = wb_guide_get_next (guide, peek->answers);
  self = g_new0 (WbProjectOverview, 1);
  self->state = find_state (peek, &progress);
  self->done = progress.done;
  self->total = progress.total;
  self->path = g_strdup (peek->path);
  self->title = g_strdup (peek->title);
  self->guide_title = g_strdup (peek->guide_title);
  self->next_step = g_strdup (next != NULL ? next->title : NULL);
  self->peek = g_steal_pointer (&peek);
  take_tasks (self, guide, today);

  return g_steal_pointer (&self);
}
