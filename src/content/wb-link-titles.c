/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-link-titles.h"

static void
look_up (WbField    *field,
         const char *id,
         WbLibrary  *library)
{
  g_autofree char *title = NULL;
  WbKind kind;

  if (*id != '\0' && wb_field_get_option (field, id) == NULL && wb_library_lookup (library, id, &title, &kind))
    wb_field_add_option (field, id, title, NULL);
}

static void
look_up_column (WbField        *field,
                const WbColumn *column,
                WbAnswers      *answers,
                WbLibrary      *library)
{
  g_autofree const char **rows = wb_answers_list_rows (answers, field->id);

  for (guint i = 0; rows[i] != NULL; i++)
    look_up (field, wb_answers_get (answers, field->id, rows[i], column->id), library);
}

void
wb_link_titles_look_up (WbGuide   *guide,
                        WbAnswers *answers,
                        WbLibrary *library)
{
  GPtrArray *steps;

  g_return_if_fail (WB_IS_GUIDE (guide));
  g_return_if_fail (WB_IS_ANSWERS (answers));
  g_return_if_fail (WB_IS_LIBRARY (library));

  steps = wb_guide_get_steps (guide);
  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        {
          WbField *field = g_ptr_array_index (step->fields, j);

          if (field->type == WB_FIELD_LINK)
            look_up (field, wb_answers_get (answers, field->id, "", ""), library);
          for (guint k = 0; k < field->columns->len; k++)
            if (((WbColumn *) g_ptr_array_index (field->columns, k))->type == WB_FIELD_LINK)
              look_up_column (field, g_ptr_array_index (field->columns, k), answers, library);
        }
    }
}
