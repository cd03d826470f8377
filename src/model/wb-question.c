/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-question.h"

static const char *const type_names[] = {
  [WB_QUESTION_SINGLE] = "single", [WB_QUESTION_MULTIPLE] = "multiple", [WB_QUESTION_CASE] = "case",
  [WB_QUESTION_ORDER] = "order",   [WB_QUESTION_MATCH] = "match",       [WB_QUESTION_NUMBER] = "number",
  [WB_QUESTION_TEXT] = "text",
};

G_STATIC_ASSERT (G_N_ELEMENTS (type_names) == WB_N_QUESTION_TYPES);

G_DEFINE_BOXED_TYPE (WbQuestion, wb_question, wb_question_ref, wb_question_unref)

const char *
wb_question_type_to_string (WbQuestionType type)
{
  g_return_val_if_fail ((guint) type < WB_N_QUESTION_TYPES, NULL);

  return type_names[type];
}

gboolean
wb_question_type_from_string (const char     *name,
                              WbQuestionType *type)
{
  g_return_val_if_fail (type != NULL, FALSE);

  for (guint i = 0; i < WB_N_QUESTION_TYPES; i++)
    if (g_strcmp0 (name, type_names[i]) == 0)
      {
        *type = i;
        return TRUE;
      }

  return FALSE;
}

static void
answer_option_free (gpointer data)
{
  WbAnswerOption *option = data;

  g_free (option->text);
  g_free (option->explanation);
  g_free (option->consequence);
  g_free (option);
}

static void
pair_free (gpointer data)
{
  WbPair *pair = data;

  g_free (pair->left);
  g_free (pair->right);
  g_free (pair);
}

WbQuestion *
wb_question_new (WbQuestionType  type,
                 const char     *id,
                 const char     *text,
                 const char     *explanation)
{
  WbQuestion *self;

  g_return_val_if_fail ((guint) type < WB_N_QUESTION_TYPES, NULL);
  g_return_val_if_fail (id != NULL && text != NULL && explanation != NULL, NULL);

  self = g_new0 (WbQuestion, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->id = g_strdup (id);
  self->text = g_strdup (text);
  self->explanation = g_strdup (explanation);
  self->unit = g_strdup ("");
  self->options = g_ptr_array_new_with_free_func (answer_option_free);
  self->items = g_ptr_array_new_with_free_func (g_free);
  self->pairs = g_ptr_array_new_with_free_func (pair_free);
  self->accepted = g_ptr_array_new_with_free_func (g_free);

  return self;
}

WbQuestion *
wb_question_ref (WbQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
wb_question_unref (WbQuestion *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->text);
  g_free (self->explanation);
  g_free (self->situation);
  g_free (self->unit);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->pairs);
  g_ptr_array_unref (self->accepted);
  g_free (self);
}

gboolean
wb_question_has_options (const WbQuestion *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->type == WB_QUESTION_SINGLE || self->type == WB_QUESTION_MULTIPLE || self->type == WB_QUESTION_CASE;
}

void
wb_question_add_option (WbQuestion *self,
                        const char *text,
                        gboolean    correct,
                        const char *explanation)
{
  wb_question_add_decision (self, text, correct, explanation, NULL);
}

void
wb_question_set_situation (WbQuestion *self,
                           const char *situation)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (situation != NULL);

  g_free (self->situation);
  self->situation = g_strdup (situation);
}

void
wb_question_add_decision (WbQuestion *self,
                          const char *text,
                          gboolean    correct,
                          const char *explanation,
                          const char *consequence)
{
  WbAnswerOption *option;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL && explanation != NULL);

  option = g_new0 (WbAnswerOption, 1);
  option->text = g_strdup (text);
  option->correct = correct;
  option->explanation = g_strdup (explanation);
  option->consequence = g_strdup (consequence);
  g_ptr_array_add (self->options, option);
}

void
wb_question_add_item (WbQuestion *self,
                      const char *item)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (item != NULL);

  g_ptr_array_add (self->items, g_strdup (item));
}

void
wb_question_add_pair (WbQuestion *self,
                      const char *left,
                      const char *right)
{
  WbPair *pair;

  g_return_if_fail (self != NULL);
  g_return_if_fail (left != NULL && right != NULL);

  pair = g_new0 (WbPair, 1);
  pair->left = g_strdup (left);
  pair->right = g_strdup (right);
  g_ptr_array_add (self->pairs, pair);
}

void
wb_question_set_number (WbQuestion *self,
                        double      value,
                        double      tolerance,
                        const char *unit)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (unit != NULL);

  self->value = value;
  self->tolerance = tolerance;
  g_free (self->unit);
  self->unit = g_strdup (unit);
}

void
wb_question_add_accepted (WbQuestion *self,
                          const char *spelling)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (spelling != NULL);

  g_ptr_array_add (self->accepted, g_strdup (spelling));
}
