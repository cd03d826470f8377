/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-document-fill.h"

#include "wb-rules.h"

/* The items of a checklist count one by one: it is begun long before it is done. */
static void
count_items (const WbField  *field,
             WbAnswers      *answers,
             WbDocumentFill *fill)
{
  static const char *const columns[] = { "done", "owner", "date", "note" };

  for (guint i = 0; i < field->options->len; i++)
    {
      const WbOption *item = g_ptr_array_index (field->options, i);
      gboolean answered = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        answered |= *wb_answers_get (answers, field->id, item->id, columns[j]) != '\0';
      fill->asked++;
      fill->answered += answered;
    }
}

WbDocumentFill
wb_document_fill_count (GHashTable *fields,
                        WbGuide    *guide,
                        WbAnswers  *answers)
{
  WbDocumentFill fill = { 0, 0 };
  GPtrArray *steps;

  g_return_val_if_fail (WB_IS_GUIDE (guide), fill);
  g_return_val_if_fail (WB_IS_ANSWERS (answers), fill);

  steps = wb_guide_get_steps (guide);
  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        {
          const WbField *field = g_ptr_array_index (step->fields, j);

          if ((fields != NULL && !g_hash_table_contains (fields, field->id)) || !wb_field_applies (field, guide, answers))
            continue;
          if (field->type == WB_FIELD_CHECKLIST)
            {
              count_items (field, answers, &fill);
              continue;
            }
          fill.asked++;
          if (wb_field_is_answered (field, answers))
            fill.answered++;
        }
    }

  return fill;
}

gboolean
wb_document_fill_is_mostly_blank (WbDocumentFill fill)
{
  return fill.answered * 2 < fill.asked;
}

static gboolean
leads_to (const WbStep *step,
          const char   *name)
{
  for (guint i = 0; i < step->documents->len; i++)
    if (g_str_equal (g_ptr_array_index (step->documents, i), name))
      return TRUE;

  return FALSE;
}

static const char *
get_field_reason (const WbGuideDocument *document,
                  WbGuide               *guide,
                  WbAnswers             *answers)
{
  const WbField *field = document->field != NULL ? wb_guide_get_field (guide, document->field) : NULL;
  const WbStep *step = field != NULL ? wb_guide_find_step_of (guide, field) : NULL;

  if (step == NULL || wb_field_applies (field, guide, answers))
    return NULL;
  if (!wb_step_applies (step, guide, answers))
    return step->unless != NULL ? step->unless : "";

  return field->unless != NULL ? field->unless : "";
}

const char *
wb_document_fill_get_reason (const WbGuideDocument *document,
                             WbGuide               *guide,
                             WbAnswers             *answers)
{
  const char *reason = NULL;
  GPtrArray *steps;

  g_return_val_if_fail (document != NULL, NULL);
  g_return_val_if_fail (WB_IS_GUIDE (guide), NULL);

  steps = wb_guide_get_steps (guide);
  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      if (!leads_to (step, document->name))
        continue;
      if (wb_step_applies (step, guide, answers))
        return get_field_reason (document, guide, answers);
      if (reason == NULL)
        reason = step->unless != NULL ? step->unless : "";
    }

  return reason != NULL ? reason : get_field_reason (document, guide, answers);
}
