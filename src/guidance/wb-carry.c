/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-carry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-answer-check.h"
#include "wb-fold.h"
#include "wb-rules.h"

/* How much of an answer is shown, in characters. */
#define MAX_SUMMARY 60

void
wb_carried_free (WbCarried *self)
{
  g_free (self->field);
  g_free (self->label);
  g_free (self->step_title);
  g_free (self->summary);
  g_free (self);
}

static gboolean
has_rows (const WbField *field)
{
  return field->type == WB_FIELD_TABLE || field->type == WB_FIELD_GROUP;
}

/* "Name", in whatever language and spelling the guide is. */
static gboolean
is_name (const WbColumn *column)
{
  g_autofree char *label = wb_fold_spelled (column->label);

  return column->type == WB_FIELD_TEXT && g_str_equal (g_strstrip (label), "name");
}

static gboolean
is_about_people (const WbField *field)
{
  if (field->type == WB_FIELD_PERSON)
    return TRUE;
  if (!has_rows (field))
    return FALSE;
  if (field->grid == WB_GRID_PERSONS || field->grid == WB_GRID_STAKEHOLDERS)
    return TRUE;
  for (guint i = 0; i < field->columns->len; i++)
    if (is_name (g_ptr_array_index (field->columns, i)))
      return TRUE;

  return FALSE;
}

/* (transfer full) */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (text), "\r\n\t", ' '));
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_SUMMARY)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, MAX_SUMMARY);

  return g_strconcat (start, "…", NULL);
}

/* "3 rows: Toni, Kim, Alex". (transfer full) */
static char *
summarize_rows (const WbField *field,
                WbAnswers     *answers)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);
  guint n = wb_answers_count_rows (answers, field->id);
  const WbColumn *column = g_ptr_array_index (field->columns, 0);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *shown = NULL;

  for (guint i = 0; i < field->columns->len; i++)
    if (is_name (g_ptr_array_index (field->columns, i)))
      column = g_ptr_array_index (field->columns, i);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      const char *name = wb_answers_get (answers, field->id, rows[i], column->id);

      if (*name != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  shown = shorten (names->str);

  return g_strdup_printf (ngettext ("%u row: %s", "%u rows: %s", n), n, shown);
}

/* (transfer full) */
static char *
summarize (const WbField *field,
           WbAnswers     *answers)
{
  g_autofree char *shown = NULL;
  const char *role;

  if (has_rows (field) && field->columns->len > 0)
    return summarize_rows (field, answers);
  if (field->type == WB_FIELD_PERSON)
    {
      role = wb_answers_get (answers, field->id, "", "role");
      shown = g_strdup_printf (*role != '\0' ? "%s, %s" : "%s", wb_answers_get (answers, field->id, "", "name"), role);
      return shorten (shown);
    }
  if (field->type == WB_FIELD_CHECKLIST)
    return g_strdup (_("its notes"));
  if (field->type == WB_FIELD_CHOICES)
    return g_strdup ("");
  shown = wb_answer_to_display (field, NULL, wb_answers_get (answers, field->id, "", ""));

  return shorten (shown);
}

static void
add (GPtrArray     *list,
     const WbStep  *step,
     const WbField *field,
     WbAnswers     *answers,
     gboolean       keep)
{
  WbCarried *carried = g_new0 (WbCarried, 1);

  carried->keep = keep;
  carried->field = g_strdup (field->id);
  carried->label = g_strdup (field->label);
  carried->step_title = g_strdup (step->title);
  carried->summary = summarize (field, answers);
  g_ptr_array_add (list, carried);
}

/* Calls for all fields that are answered. */
typedef void (*FieldFunc) (GPtrArray     *list,
                           const WbStep  *step,
                           const WbField *field,
                           WbGuide       *guide,
                           WbAnswers     *answers,
                           gpointer       data);

static GPtrArray *
list_fields (WbGuide   *guide,
             WbAnswers *answers,
             FieldFunc  func,
             gpointer   data)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_carried_free);
  GPtrArray *steps = wb_guide_get_steps (guide);

  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        {
          const WbField *field = g_ptr_array_index (step->fields, j);

          if (wb_answers_has (answers, field->id))
            func (list, step, field, guide, answers, data);
        }
    }

  return list;
}

static void
add_people (GPtrArray     *list,
            const WbStep  *step,
            const WbField *field,
            WbGuide       *guide,
            WbAnswers     *answers,
            gpointer       data)
{
  const WbField *there = wb_guide_get_field (data, field->id);

  if (is_about_people (field) && there != NULL && there->type == field->type && wb_field_is_answered (field, answers))
    add (list, step, field, answers, TRUE);
}

GPtrArray *
wb_carry_list_people (WbGuide   *from,
                      WbAnswers *answers,
                      WbGuide   *guide)
{
  g_return_val_if_fail (WB_IS_GUIDE (from) && WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), NULL);

  return list_fields (from, answers, add_people, guide);
}

static void
copy_cell (WbAnswers  *answers,
           WbAnswers  *target,
           const char *field,
           const char *row,
           const char *to,
           const char *column)
{
  wb_answers_set (target, field, to, column, wb_answers_get (answers, field, row, column));
}

/* Whether a cell of @column says the same in @there (nullable: not there). */
static gboolean
suits (const WbColumn *column,
       const WbColumn *there,
       const char     *value)
{
  if (there == NULL || there->type != column->type)
    return FALSE;

  return column->type != WB_FIELD_CHOICE || wb_column_get_option (there, value) != NULL;
}

/* The rows of @field, without days; @first_only: without all but the first column, which says what is to be done. */
static void
copy_rows (const WbField *field,
           const WbField *there,
           WbAnswers     *answers,
           WbAnswers     *target,
           gboolean       first_only)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      const char *to = wb_answers_add_row (target, field->id, NULL);

      for (guint j = 0; j < (first_only ? MIN (field->columns->len, 1) : field->columns->len); j++)
        {
          const WbColumn *column = g_ptr_array_index (field->columns, j);
          const WbColumn *other = wb_field_get_column (there, column->id);

          if (column->type != WB_FIELD_DATE && suits (column, other, wb_answers_get (answers, field->id, rows[i], column->id)))
            copy_cell (answers, target, field->id, rows[i], to, column->id);
        }
    }
}

static void
copy_person (const WbField *field,
             WbAnswers     *answers,
             WbAnswers     *target)
{
  static const char *const parts[] = { "name", "role", "contact" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    copy_cell (answers, target, field->id, "", "", parts[i]);
}

void
wb_carry_people (GPtrArray *carried,
                 WbGuide   *from,
                 WbAnswers *answers,
                 WbGuide   *guide,
                 WbAnswers *target)
{
  g_return_if_fail (carried != NULL);

  for (guint i = 0; i < carried->len; i++)
    {
      const WbCarried *one = g_ptr_array_index (carried, i);
      const WbField *field = wb_guide_get_field (from, one->field);
      const WbField *there = wb_guide_get_field (guide, one->field);

      if (!one->keep || field == NULL || there == NULL || there->type != field->type || wb_answers_has (target, one->field))
        continue;
      if (field->type == WB_FIELD_PERSON)
        copy_person (field, answers, target);
      else if (has_rows (field))
        copy_rows (field, there, answers, target, FALSE);
    }
}

static gboolean
is_tasks (const WbField *field,
          WbGuide       *guide)
{
  return field->grid == WB_GRID_MILESTONES || g_strcmp0 (wb_guide_get_tasks (guide), field->id) == 0;
}

/* Of a checklist only notes can go. */
static gboolean
has_notes (const WbField *field,
           WbAnswers     *answers)
{
  for (guint i = 0; i < field->options->len; i++)
    if (*wb_answers_get (answers, field->id, ((const WbOption *) g_ptr_array_index (field->options, i))->id, "note") != '\0')
      return TRUE;

  return FALSE;
}

static void
add_answered (GPtrArray     *list,
              const WbStep  *step,
              const WbField *field,
              WbGuide       *guide,
              WbAnswers     *answers,
              gpointer       data)
{
  if (field->type == WB_FIELD_CHECKLIST && !has_notes (field, answers))
    return;
  /* What was decided and signed there belongs there. */
  if (field->type == WB_FIELD_ATTACHMENT)
    return;
  add (list, step, field, answers,
       field->type != WB_FIELD_DATE && field->type != WB_FIELD_CHECKLIST && (!is_about_people (field) || is_tasks (field, guide)));
}

GPtrArray *
wb_carry_list_template (WbGuide   *guide,
                        WbAnswers *answers)
{
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), NULL);

  return list_fields (guide, answers, add_answered, NULL);
}

static void
copy_options (const WbField *field,
              WbAnswers     *answers,
              WbAnswers     *target,
              const char    *column)
{
  for (guint i = 0; i < field->options->len; i++)
    {
      const WbOption *option = g_ptr_array_index (field->options, i);

      copy_cell (answers, target, field->id, option->id, option->id, column);
    }
}

void
wb_carry_template (GPtrArray *carried,
                   WbGuide   *guide,
                   WbAnswers *answers,
                   WbAnswers *target)
{
  g_return_if_fail (carried != NULL);

  for (guint i = 0; i < carried->len; i++)
    {
      const WbCarried *one = g_ptr_array_index (carried, i);
      const WbField *field = wb_guide_get_field (guide, one->field);

      if (!one->keep || field == NULL)
        continue;
      if (field->type == WB_FIELD_PERSON)
        copy_person (field, answers, target);
      else if (has_rows (field))
        copy_rows (field, field, answers, target, is_tasks (field, guide));
      else if (field->type == WB_FIELD_CHECKLIST)
        copy_options (field, answers, target, "note");
      else if (field->type == WB_FIELD_CHOICES)
        copy_options (field, answers, target, "");
      else
        copy_cell (answers, target, field->id, "", "", "");
    }
}
