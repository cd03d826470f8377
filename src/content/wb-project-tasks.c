/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-tasks.h"

#include <glib/gi18n-lib.h>

#include "wb-answer-check.h"
#include "wb-error.h"
#include "wb-payload-reader.h"
#include "wb-project-file.h"

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
