/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-document-builder-private.h"

#include "wb-document-fill.h"
#include "wb-rules.h"
#include "wb-template-private.h"

#include <glib/gi18n-lib.h>

/* Fields whose answer is one line go into a sheet, label beside answer. */
static gboolean
field_is_short (const WbField *field)
{
  switch (field->type)
    {
    case WB_FIELD_TEXT:
    case WB_FIELD_CHOICE:
    case WB_FIELD_DATE:
    case WB_FIELD_RATING:
    case WB_FIELD_NUMBER:
    case WB_FIELD_MONEY:
    case WB_FIELD_DURATION:
    case WB_FIELD_LINK:
    case WB_FIELD_COMPUTED:
    case WB_FIELD_YES_NO:
      return TRUE;

    case WB_FIELD_LONG_TEXT:
    case WB_FIELD_CHOICES:
    case WB_FIELD_PERSON:
    case WB_FIELD_TABLE:
    case WB_FIELD_GROUP:
    case WB_FIELD_ATTACHMENT:
    case WB_FIELD_CHECKLIST:
    default:
      return FALSE;
    }
}

static void
append_short_field (WbBlock                 *sheet,
                    const WbField           *field,
                    const WbTemplateContext *context)
{
  WbBlock *row = wb_block_append_row (sheet, field->label, NULL);
  WbBlock *cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));
  g_autofree char *answer = NULL;
  const char *reason = NULL;

  if (wb_template_is_skipped (field, context, &reason))
    {
      wb_block_append_text (cell, reason != NULL ? reason : _("Does not apply."), WB_INLINE_EMPHASIS, NULL);
      return;
    }

  answer = wb_template_inline_answer (field, context);
  if (answer == NULL && context->say_open)
    wb_block_append_text (cell, _("still open"), WB_INLINE_EMPHASIS, NULL);
  else
    wb_block_append_text (cell, answer != NULL ? answer : field->label, answer != NULL ? 0 : WB_INLINE_BLANK, NULL);
}

static void
append_fields (WbBlock                 *root,
               const WbStep            *step,
               const WbTemplateContext *context)
{
  WbBlock *sheet = NULL;

  for (guint i = 0; i < step->fields->len; i++)
    {
      const WbField *field = g_ptr_array_index (step->fields, i);

      if (field_is_short (field))
        {
          if (sheet == NULL)
            sheet = wb_block_append (root, wb_block_new (WB_BLOCK_SHEET));
          append_short_field (sheet, field, context);
          continue;
        }

      sheet = NULL;
      wb_block_append_heading (root, 4, field->label);
      wb_template_append_field (root, field, context);
    }
}

/* Whether any question of @steps has an answer. */
static gboolean
is_begun (GPtrArray               *steps,
          const WbTemplateContext *context)
{
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < steps->len; i++)
    {
      const WbStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->fields->len; j++)
        g_hash_table_add (fields, ((const WbField *) g_ptr_array_index (step->fields, j))->id);
    }

  return wb_document_fill_count (fields, context->guide, context->answers).answered > 0;
}

static void
append_not_begun (WbBlock *root)
{
  WbBlock *paragraph = wb_block_append (root, wb_block_new (WB_BLOCK_PARAGRAPH));

  wb_block_append_text (paragraph, _("Nothing is answered here yet."), WB_INLINE_EMPHASIS, NULL);
}

static void
append_step (WbBlock                 *root,
             const WbStep            *step,
             const WbTemplateContext *context)
{
  wb_block_append_heading (root, 3, step->title);

  if (context->answers != NULL && !wb_step_applies (step, context->guide, context->answers))
    {
      WbBlock *paragraph = wb_block_append (root, wb_block_new (WB_BLOCK_PARAGRAPH));

      wb_block_append_text (paragraph, step->unless != NULL ? step->unless : _("Does not apply."),
                            WB_INLINE_EMPHASIS, NULL);
      return;
    }

  if (context->say_open && context->answers != NULL)
    {
      g_autoptr (GPtrArray) steps = g_ptr_array_new ();

      g_ptr_array_add (steps, (gpointer) step);
      if (!is_begun (steps, context))
        {
          append_not_begun (root);
          return;
        }
    }
  append_fields (root, step, context);
}

static void
append_phase (WbBlock                 *root,
              const WbPhase           *phase,
              const WbTemplateContext *context)
{
  wb_block_append_heading (root, 2, phase->title);
  if (phase->goal != NULL && *phase->goal != '\0')
    wb_block_append_paragraph (root, phase->goal);

  /* Read by somebody who wants to know how far it is, all those questions say nothing. */
  if (context->say_open && context->answers != NULL && !is_begun (phase->steps, context))
    {
      append_not_begun (root);
      return;
    }
  for (guint i = 0; i < phase->steps->len; i++)
    append_step (root, g_ptr_array_index (phase->steps, i), context);
}

WbDocument *
wb_document_builder_project (const WbTemplateContext *context)
{
  g_autoptr(WbBlock) root = NULL;
  g_autoptr(WbDocument) document = NULL;
  const char *title;
  GPtrArray *phases;

  g_return_val_if_fail (context != NULL, NULL);
  g_return_val_if_fail (WB_IS_GUIDE (context->guide), NULL);

  root = wb_block_new (WB_BLOCK_DOCUMENT);
  phases = wb_guide_get_phases (context->guide);
  for (guint i = 0; i < phases->len; i++)
    append_phase (root, g_ptr_array_index (phases, i), context);
  wb_block_assign_anchors (root);

  title = context->project != NULL && *context->project != '\0' ? context->project
                                                                : wb_guide_get_title (context->guide);
  document = wb_document_new (WB_DOCUMENT_PAGES, title, root);
  wb_document_builder_set_head (document, wb_kind_get_label (WB_KIND_GUIDE), context);
  wb_document_builder_set_foot (document, NULL, context);

  return g_steal_pointer (&document);
}
