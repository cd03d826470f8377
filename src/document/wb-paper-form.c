/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-paper-form.h"

#include "wb-document-builder-private.h"
#include "wb-paper-room-private.h"
#include "wb-rules.h"
#include "wb-template-private.h"

#include <glib/gi18n-lib.h>

#define MAX_DEPTH 64

static gboolean
step_asks (const WbStep *step,
           const char   *id)
{
  for (guint i = 0; i < step->fields->len; i++)
    if (g_str_equal (((const WbField *) g_ptr_array_index (step->fields, i))->id, id))
      return TRUE;

  return FALSE;
}

/* Whether the one with the pen decides about @condition. */
static gboolean
is_decided_here (const WbPaperForm *form,
                 const WbCondition *condition,
                 int                depth)
{
  if (condition == NULL || depth > MAX_DEPTH)
    return FALSE;
  for (guint i = 0; condition->field != NULL && i < form->steps->len; i++)
    if (step_asks (g_ptr_array_index (form->steps, i), condition->field))
      return TRUE;
  for (guint i = 0; condition->parts != NULL && i < condition->parts->len; i++)
    if (is_decided_here (form, g_ptr_array_index (condition->parts, i), depth + 1))
      return TRUE;

  return FALSE;
}

static void
append_words (WbBlock       *parent,
              const char    *words,
              WbInlineFlags  flags)
{
  if (words != NULL && *words != '\0')
    wb_block_append_text (wb_block_append (parent, wb_block_new (WB_BLOCK_PARAGRAPH)), words, flags, NULL);
}

/* A line of a paragraph that is begun already. */
static void
append_line_of_words (WbBlock       *paragraph,
                      const char    *words,
                      WbInlineFlags  flags)
{
  if (words == NULL || *words == '\0')
    return;
  if (paragraph->inlines->len > 0)
    wb_block_append_text (paragraph, NULL, WB_INLINE_BREAK, NULL);
  wb_block_append_text (paragraph, words, flags, NULL);
}

/* Translators: above a question or a step on paper; what follows is why it may not apply, a whole sentence. */
static char *
format_unless (const char *unless)
{
  return unless != NULL ? g_strdup_printf (_("To be skipped if this is so: %s"), unless) : NULL;
}

static const char *
get_need_words (WbNeed need)
{
  switch (need)
    {
    case WB_NEED_REQUIRED:
      return _("please answer");
    case WB_NEED_RECOMMENDED:
      return _("if possible");
    case WB_NEED_OPTIONAL:
    default:
      return _("if you like");
    }
}

/* Boxes for the points of a scale. */
static void
append_scale (WbBlock       *parent,
              const WbField *field)
{
  WbBlock *list = wb_block_append (parent, wb_block_new (WB_BLOCK_CHECKLIST));

  for (int i = field->scale_min; i <= field->scale_max; i++)
    {
      WbBlock *check = wb_block_append (list, wb_block_new (WB_BLOCK_CHECK));
      const char *end = i == field->scale_min ? field->scale_low : i == field->scale_max ? field->scale_high : NULL;
      g_autofree char *words = end != NULL ? g_strdup_printf ("%d: %s", i, end) : g_strdup_printf ("%d", i);

      wb_block_append_text (check, words, 0, NULL);
    }
}

/* Whether there are answers to be shown, and nobody writes. */
static gboolean
is_filled_in (const WbPaperForm       *form,
              const WbField           *field,
              const WbTemplateContext *context)
{
  return form->filled && (wb_answers_has (context->answers, field->id) || field->type == WB_FIELD_COMPUTED);
}

static void
append_room (WbBlock                 *parent,
             const WbPaperForm       *form,
             const WbField           *field,
             const WbTemplateContext *context)
{
  WbTemplateContext blank = *context;

  if (is_filled_in (form, field, context))
    {
      wb_template_append_field (parent, field, context);
      return;
    }
  if (field->type == WB_FIELD_RATING)
    {
      append_scale (parent, field);
      return;
    }
  if (field->type == WB_FIELD_TABLE || field->type == WB_FIELD_GROUP)
    {
      wb_paper_room_append_rows (parent, field, context->guide, form->steps->len > 1 ? 4 : 3);
      return;
    }
  blank.answers = NULL;
  wb_template_append_field (parent, field, &blank);
}

static void
append_question (WbBlock                 *parent,
                 const WbPaperForm       *form,
                 const WbField           *field,
                 const WbTemplateContext *context)
{
  gboolean conditional = is_decided_here (form, field->when, 0);
  g_autofree char *label = NULL;
  g_autofree char *unless = NULL;
  g_autofree char *example = NULL;
  g_autofree char *how = NULL;
  WbBlock *explained;

  if (!conditional && !wb_field_applies (field, context->guide, context->answers))
    return;
  /* On paper nobody computes. */
  if (field->type == WB_FIELD_COMPUTED && !form->filled)
    return;

  /* Translators: a question, and how much it is needed: "Who leads? (please answer)". */
  label = field->type == WB_FIELD_COMPUTED ? g_strdup (field->label)
                                           : g_strdup_printf (_("%s (%s)"), field->label, get_need_words (field->need));
  wb_block_append_heading (parent, form->steps->len > 1 ? 3 : 2, label);
  /* One paragraph, which no page parts from the room to write. */
  explained = wb_block_append (parent, wb_block_new (WB_BLOCK_PARAGRAPH));
  unless = conditional ? format_unless (field->unless) : NULL;
  append_line_of_words (explained, unless, WB_INLINE_EMPHASIS);
  append_line_of_words (explained, field->why, 0);
  if (*field->example != '\0')
    {
      example = g_strdup_printf (_("For example: %s"), field->example);
      append_line_of_words (explained, example, WB_INLINE_EMPHASIS);
    }
  how = is_filled_in (form, field, context) ? NULL : wb_paper_room_describe (field);
  append_line_of_words (explained, how, 0);
  append_room (parent, form, field, context);
}

static void
append_reason (WbBlock           *parent,
               const WbPaperForm *form,
               const WbStep      *step)
{
  g_autoptr (WbBlock) reason = *step->why != '\0' && form->reader != NULL ? form->reader (step->why) : NULL;

  for (guint i = 0; reason != NULL && i < reason->children->len; i++)
    wb_block_append (parent, wb_block_copy (g_ptr_array_index (reason->children, i)));
}

static void
append_step (WbBlock                 *root,
             const WbPaperForm       *form,
             const WbStep            *step,
             const WbTemplateContext *context)
{
  gboolean conditional = is_decided_here (form, step->when, 0);

  if (!conditional && !wb_step_applies (step, context->guide, context->answers))
    return;

  /* One step alone is the title of the document. */
  if (form->steps->len > 1)
    wb_block_append_heading (root, 2, step->title);
  if (conditional)
    {
      g_autofree char *unless = format_unless (step->unless);

      append_words (root, unless, WB_INLINE_EMPHASIS);
    }
  append_reason (root, form, step);
  for (guint i = 0; i < step->fields->len; i++)
    append_question (root, form, g_ptr_array_index (step->fields, i), context);
}

static void
append_line (WbBlock    *sheet,
             const char *label,
             const char *value)
{
  WbBlock *row = wb_block_append_row (sheet, label, NULL);
  WbBlock *cell = wb_block_append (row, wb_block_new (WB_BLOCK_CELL));

  wb_block_append_text (cell, value != NULL ? value : label, value != NULL ? 0 : WB_INLINE_BLANK, NULL);
}

/* Who has it, who gets it back, and by when. */
static void
append_errand (WbBlock           *root,
               const WbPaperForm *form)
{
  WbBlock *sheet = wb_block_append (root, wb_block_new (WB_BLOCK_SHEET));

  append_line (sheet, _("Filled in by"), NULL);
  append_line (sheet, _("Please return to"), form->return_to);
  append_line (sheet, _("Please return by"), NULL);
}

WbDocument *
wb_paper_form_build (const WbPaperForm       *form,
                     const WbTemplateContext *context)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr (WbAnswers) none = NULL;
  g_autoptr (WbDocument) document = NULL;
  WbTemplateContext here;

  g_return_val_if_fail (form != NULL && context != NULL, NULL);
  g_return_val_if_fail (WB_IS_GUIDE (context->guide), NULL);

  here = *context;
  here.deck = FALSE;
  if (here.answers == NULL)
    here.answers = none = wb_answers_new ();
  append_errand (root, form);
  for (guint i = 0; i < form->steps->len; i++)
    append_step (root, form, g_ptr_array_index (form->steps, i), &here);
  wb_block_assign_anchors (root);

  document = wb_document_new (WB_DOCUMENT_PAGES, form->title, root);
  wb_document_builder_set_head (document, form->filled ? _("Form with answers") : _("Form to fill in"), context);
  wb_document_builder_set_foot (document, NULL, context);

  return g_steal_pointer (&document);
}
