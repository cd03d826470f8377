/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-tasks.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "wb-answer-check.h"
#include "wb-error.h"
#include "wb-file.h"
#include "wb-payload-reader.h"

static const WbField *
find_table (WbProjectFile  *file,
            WbGuide        *guide,
            GError        **error)
{
  const char *id = wb_guide_get_tasks (guide);
  const WbField *table = id != NULL ? wb_guide_get_field (guide, id) : NULL;

  if (wb_project_file_get_read_only (file))
    {
      g_set_error_literal (error, WB_ERROR, WB_ERROR_READ_ONLY, wb_project_file_get_read_only_reason (file));
      return NULL;
    }
  if (table == NULL)
    g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("The project “%s” has no list of tasks; nothing was changed."),
                 wb_project_file_get_title (file));

  return table;
}

gboolean
wb_project_tasks_add (const char  *path,
                      const char  *text,
                      char       **title,
                      GError     **error)
{
  g_autoptr (WbProjectFile) file = NULL;
  g_autoptr (WbGuide) guide = NULL;
  const WbField *table;
  const WbColumn *column;
  WbAnswers *answers;

  g_return_val_if_fail (path != NULL && text != NULL, FALSE);

  file = wb_project_file_open (path, error);
  if (file != NULL)
    guide = wb_guide_from_json (wb_project_file_get_guide_id (file), wb_project_file_get_guide_title (file),
                                wb_project_file_get_guide_json (file), error);
  table = guide != NULL ? find_table (file, guide, error) : NULL;
  if (table == NULL)
    return FALSE;

  column = g_ptr_array_index (table->columns, 0);
  if (!wb_answer_check (table, "new", column->id, text, error))
    return FALSE;
  answers = wb_project_file_get_answers (file);
  wb_answers_set (answers, table->id, wb_answers_add_row (answers, table->id, NULL), column->id, text);
  if (title != NULL)
    *title = g_strdup (wb_project_file_get_title (file));

  return wb_project_file_close (file, error);
}

/* Whether there still is what @task was read from. */
static gboolean
is_there (WbAnswers    *answers,
          const WbTask *task)
{
  g_autofree const char **rows = NULL;

  if (task->kind != WB_TASK_OF_TABLE)
    return task->kind == WB_TASK_OF_CHECKLIST;
  rows = wb_answers_list_rows (answers, task->field);

  return g_strv_contains (rows, task->row);
}

gboolean
wb_project_tasks_mark (WbProjectFile  *file,
                       const WbTask   *task,
                       gboolean        done,
                       GError        **error)
{
  WbAnswers *answers;

  g_return_val_if_fail (WB_IS_PROJECT_FILE (file) && task != NULL, FALSE);

  answers = wb_project_file_get_answers (file);
  if (wb_project_file_get_read_only (file))
    {
      g_set_error_literal (error, WB_ERROR, WB_ERROR_READ_ONLY, wb_project_file_get_read_only_reason (file));
      return FALSE;
    }
  if (*task->column == '\0' || !is_there (answers, task))
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("The task “%s” cannot be ticked in the project “%s”; nothing was changed."),
                   task->text, wb_project_file_get_title (file));
      return FALSE;
    }
  wb_answers_set (answers, task->field, task->row, task->column, done ? task->done_value : "");

  return TRUE;
}

gboolean
wb_project_tasks_mark_file (const WbTask  *task,
                            gboolean       done,
                            GError       **error)
{
  g_autoptr (WbProjectFile) file = NULL;

  g_return_val_if_fail (task != NULL, FALSE);

  file = wb_project_file_open (task->path, error);

  return file != NULL && wb_project_tasks_mark (file, task, done, error) && wb_project_file_close (file, error);
}

gboolean
wb_project_tasks_export (GPtrArray       *tasks,
                         WbCalendarForm   form,
                         const char      *path,
                         GError         **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *text = NULL;
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (tasks != NULL && path != NULL, FALSE);

  temporary = wb_file_make_temporary (path, error);
  if (temporary == NULL)
    return FALSE;
  text = wb_calendar_write (tasks, form, now);
  if (wb_file_fill (temporary, text, error) && wb_file_replace (temporary, path, 0600, error))
    return TRUE;
  g_unlink (temporary);

  return FALSE;
}
