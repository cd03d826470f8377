/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-project-copy.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "wb-error.h"

/* One cell, or one row of a table when @column is NULL. */
typedef struct
{
  char *field;
  char *row;
  char *column;
  char *value;
} Cell;

/* All that the worker needs; the answers themselves belong to the main thread. */
typedef struct
{
  char *path;
  char *source; /* (nullable) the project's own file, when all is in it */
  char *title;
  char *guide_id;
  char *guide_title;
  char *guide_json;
  char *use_case;
  char *step;
  WbMunicipality *town;
  GPtrArray *cells; /* Cell; each row before its cells */
} Copy;

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->field);
  g_free (cell->row);
  g_free (cell->column);
  g_free (cell->value);
  g_free (cell);
}

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_free (copy->path);
  g_free (copy->source);
  g_free (copy->title);
  g_free (copy->guide_id);
  g_free (copy->guide_title);
  g_free (copy->guide_json);
  g_free (copy->use_case);
  g_free (copy->step);
  g_clear_object (&copy->town);
  g_ptr_array_unref (copy->cells);
  g_free (copy);
}

static void
add_cell (Copy       *copy,
          WbAnswers  *answers,
          const char *field,
          const char *row,
          const char *column)
{
  const char *value = column != NULL ? wb_answers_get (answers, field, row, column) : "";
  Cell *cell;

  if (column != NULL && *value == '\0')
    return;

  cell = g_new0 (Cell, 1);
  cell->field = g_strdup (field);
  cell->row = g_strdup (row);
  cell->column = g_strdup (column);
  cell->value = g_strdup (value);
  g_ptr_array_add (copy->cells, cell);
}

static void
add_table (Copy          *copy,
           WbAnswers     *answers,
           const WbField *field)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      add_cell (copy, answers, field->id, rows[i], NULL);
      for (guint j = 0; j < field->columns->len; j++)
        add_cell (copy, answers, field->id, rows[i],
                  ((const WbColumn *) g_ptr_array_index (field->columns, j))->id);
    }
}

static void
add_columns (Copy              *copy,
             WbAnswers         *answers,
             const WbField     *field,
             const char        *row,
             const char *const *columns)
{
  for (guint i = 0; columns[i] != NULL; i++)
    add_cell (copy, answers, field->id, row, columns[i]);
}

static void
add_field (Copy          *copy,
           WbAnswers     *answers,
           const WbField *field)
{
  static const char *const plain[] = { "", NULL };
  static const char *const person[] = { "name", "role", "contact", NULL };
  static const char *const item[] = { "done", "owner", "date", "note", NULL };

  /* Of attachments only what they are called: their bytes are where the project was. */
  if (wb_field_type_has_rows (field->type))
    {
      add_table (copy, answers, field);
      return;
    }
  if (field->type == WB_FIELD_PERSON)
    {
      add_columns (copy, answers, field, "", person);
      return;
    }
  if (field->type != WB_FIELD_CHOICES && field->type != WB_FIELD_CHECKLIST)
    {
      add_columns (copy, answers, field, "", plain);
      return;
    }

  for (guint i = 0; i < field->options->len; i++)
    add_columns (copy, answers, field, ((const WbOption *) g_ptr_array_index (field->options, i))->id,
                 field->type == WB_FIELD_CHOICES ? plain : item);
}

static Copy *
take_copy (WbProjectFile *file,
           WbGuide       *guide,
           const char    *path)
{
  GPtrArray *steps = wb_guide_get_steps (guide);
  Copy *copy = g_new0 (Copy, 1);

  copy->path = g_strdup (path);
  copy->source = wb_project_file_flush (file, NULL) ? g_strdup (wb_project_file_get_path (file)) : NULL;
  copy->title = g_strdup (wb_project_file_get_title (file));
  copy->guide_id = g_strdup (wb_project_file_get_guide_id (file));
  copy->guide_title = g_strdup (wb_project_file_get_guide_title (file));
  copy->guide_json = g_strdup (wb_project_file_get_guide_json (file));
  copy->use_case = g_strdup (wb_project_file_get_use_case (file));
  copy->step = g_strdup (wb_project_file_get_current_step (file));
  g_set_object (&copy->town, wb_project_file_get_town (file));
  copy->cells = g_ptr_array_new_with_free_func (cell_free);
  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        add_field (copy, wb_project_file_get_answers (file), g_ptr_array_index (step->fields, j));
    }

  return copy;
}

static gboolean
write_to (const Copy  *copy,
          const char  *path,
          GError     **error)
{
  g_autoptr (WbProjectFile) file = NULL;
  WbAnswers *answers;

  file = wb_project_file_create (path, copy->title, copy->guide_id, copy->guide_title,
                                 copy->guide_json, copy->use_case, copy->town, error);
  if (file == NULL)
    return FALSE;

  answers = wb_project_file_get_answers (file);
  for (guint i = 0; i < copy->cells->len; i++)
    {
      const Cell *cell = g_ptr_array_index (copy->cells, i);

      if (cell->column == NULL)
        wb_answers_add_row (answers, cell->field, cell->row);
      else
        wb_answers_set (answers, cell->field, cell->row, cell->column, cell->value);
    }
  if (copy->step != NULL)
    wb_project_file_set_current_step (file, copy->step);

  return wb_project_file_close (file, error);
}

static gboolean
write_copy (const Copy  *copy,
            GError     **error)
{
  g_autofree char *part = g_strdup_printf ("%s.%08x.part", copy->path, g_random_int ());

  /* With its history the copy can be merged again later. */
  if ((copy->source == NULL || !wb_project_file_copy (copy->source, part, NULL)) && !write_to (copy, part, error))
    {
      g_unlink (part);
      return FALSE;
    }
  if (g_rename (part, copy->path) != 0)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_FAILED, _("The copy could not be put in place: %s"),
                   g_strerror (errno));
      g_unlink (part);
      return FALSE;
    }

  return TRUE;
}

/* The copy's signals go to a context of the worker's own, which nobody runs. */
static void
copy_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  GError *error = NULL;
  gboolean ok;

  g_main_context_push_thread_default (context);
  ok = write_copy (task_data, &error);
  g_main_context_pop_thread_default (context);

  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
wb_project_copy_async (WbProjectFile       *file,
                       WbGuide             *guide,
                       const char          *path,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (WB_IS_PROJECT_FILE (file));
  g_return_if_fail (WB_IS_GUIDE (guide));
  g_return_if_fail (path != NULL);

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, wb_project_copy_async);
  g_task_set_task_data (task, take_copy (file, guide, path), copy_free);
  g_task_run_in_thread (task, copy_thread);
}

gboolean
wb_project_copy_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
