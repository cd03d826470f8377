/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-payload-blocks-private.h"

#include <glib/gi18n-lib.h>

#include "wb-quiz.h"

/* Things in the order of wb_quiz_shuffle (); the same on each printing. */
static guint *
shuffle (const WbQuestion *question)
{
  return wb_quiz_shuffle (question, g_str_hash (question->id));
}

static void
append_options (WbBlock          *item,
                const WbQuestion *question)
{
  WbBlock *list = wb_block_append (item, wb_block_new (WB_BLOCK_CHECKLIST));

  for (guint i = 0; i < question->options->len; i++)
    {
      const WbAnswerOption *option = g_ptr_array_index (question->options, i);

      wb_block_append_text (wb_block_append (list, wb_block_new (WB_BLOCK_CHECK)), option->text, 0, NULL);
    }
}

/* A box before each item for its number. */
static void
append_items (WbBlock          *item,
              const WbQuestion *question)
{
  g_autofree guint *order = shuffle (question);
  WbBlock *list;

  wb_block_append_paragraph (item, _("Write the place of each line into its box, beginning with 1:"));
  list = wb_block_append (item, wb_block_new (WB_BLOCK_CHECKLIST));
  for (guint i = 0; i < question->items->len; i++)
    wb_block_append_text (wb_block_append (list, wb_block_new (WB_BLOCK_CHECK)),
                          g_ptr_array_index (question->items, order[i]), 0, NULL);
}

/* Left sides with room for a letter, and the right sides with their letters. */
static void
append_pairs (WbBlock          *item,
              const WbQuestion *question)
{
  WbBlock *table = wb_block_append (item, wb_block_new (WB_BLOCK_TABLE));
  g_autofree guint *order = shuffle (question);

  table->header_rows = 1;
  wb_block_append_row (table, _("What"), _("Letter"), _("To choose from"), NULL);
  for (guint i = 0; i < question->pairs->len; i++)
    {
      const WbPair *left = g_ptr_array_index (question->pairs, i);
      const WbPair *right = g_ptr_array_index (question->pairs, order[i]);
      g_autofree char *choice = g_strdup_printf ("%c  %s", 'A' + (int) i, right->right);

      wb_block_append_row (table, left->left, "", choice, NULL);
    }
}

static void
append_blank (WbBlock    *item,
              const char *unit)
{
  WbBlock *paragraph = wb_block_append (item, wb_block_new (WB_BLOCK_PARAGRAPH));

  wb_block_append_text (paragraph, _("Your answer:"), 0, NULL);
  wb_block_append_text (paragraph, " ", 0, NULL);
  wb_block_append_text (paragraph, _("Your answer"), WB_INLINE_BLANK, NULL);
  if (*unit != '\0')
    {
      wb_block_append_text (paragraph, " ", 0, NULL);
      wb_block_append_text (paragraph, unit, 0, NULL);
    }
}

static void
append_question (WbBlock          *list,
                 const WbQuestion *question)
{
  WbBlock *item = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));

  if (question->situation != NULL)
    {
      WbBlock *situation = wb_block_append (item, wb_block_new (WB_BLOCK_CALLOUT));

      situation->callout = WB_CALLOUT_EXAMPLE;
      wb_block_append_paragraph (situation, question->situation);
    }
  wb_block_append_paragraph (item, question->text);

  if (wb_question_has_options (question))
    append_options (item, question);
  else if (question->type == WB_QUESTION_ORDER)
    append_items (item, question);
  else if (question->type == WB_QUESTION_MATCH)
    append_pairs (item, question);
  else
    append_blank (item, question->unit);
}

/* What would have followed from each decision. */
static void
append_consequences (WbBlock          *item,
                     const WbQuestion *question)
{
  WbBlock *list;

  if (question->type != WB_QUESTION_CASE)
    return;

  list = wb_payload_append_list (item, FALSE);
  for (guint i = 0; i < question->options->len; i++)
    {
      const WbAnswerOption *option = g_ptr_array_index (question->options, i);
      WbBlock *decision = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));
      g_autofree char *label = g_strconcat (option->text, ":", NULL);

      wb_payload_append_labelled (decision, label, option->consequence);
    }
}

static void
append_solution (WbBlock          *list,
                 const WbQuestion *question)
{
  WbBlock *item = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));
  g_auto (GStrv) lines = wb_quiz_list_solution (question);
  WbBlock *right;

  wb_block_append_paragraph (item, question->explanation);
  right = wb_payload_append_list (item, question->type == WB_QUESTION_ORDER);
  for (guint i = 0; lines[i] != NULL; i++)
    wb_payload_append_item (right, lines[i]);
  append_consequences (item, question);
}

void
wb_payload_append_lesson (WbBlock  *body,
                          WbLesson *lesson)
{
  GPtrArray *questions = wb_lesson_get_questions (lesson);
  WbBlock *list;

  wb_block_append_heading (body, 2, _("Goal and exercise"));
  wb_payload_append_labelled (body, _("Goal:"), wb_lesson_get_goal (lesson));
  wb_payload_append_labelled (body, _("Exercise:"), wb_lesson_get_task (lesson));

  wb_block_append_heading (body, 2, _("Questions"));
  list = wb_payload_append_list (body, TRUE);
  for (guint i = 0; i < questions->len; i++)
    append_question (list, g_ptr_array_index (questions, i));
  wb_block_append_heading (body, 2, _("Solutions"));
  list = wb_payload_append_list (body, TRUE);
  for (guint i = 0; i < questions->len; i++)
    append_solution (list, g_ptr_array_index (questions, i));
}
