/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-quiz.h"

#include <string.h>

#include "wb-answer-check.h"
#include "wb-fold.h"

/* Decimal fractions are not exact in a double: 0.3 − 0.1 must still be within 0.2. */
#define ROUNDING 1e-9

guint
wb_quiz_count_parts (const WbQuestion *question)
{
  g_return_val_if_fail (question != NULL, 0);

  if (wb_question_has_options (question))
    return question->options->len;
  if (question->type == WB_QUESTION_ORDER)
    return question->items->len;
  if (question->type == WB_QUESTION_MATCH)
    return question->pairs->len;

  return 1;
}

static gboolean
is_within (const WbQuestion *question,
           double            number)
{
  double slack = ROUNDING * MAX (1.0, ABS (question->value));

  return ABS (number - question->value) <= question->tolerance + slack;
}

/* The typed text without the unit behind it. (transfer full) */
static char *
drop_unit (const WbQuestion *question,
           const char       *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  gsize length = strlen (text), unit_length = strlen (question->unit);

  if (unit_length > 0 && length > unit_length)
    {
      g_autofree char *end = wb_fold_spelled (text + length - unit_length);
      g_autofree char *unit = wb_fold_spelled (question->unit);

      if (g_utf8_validate (text + length - unit_length, -1, NULL)
          && (g_str_has_suffix (text, question->unit) || (*unit != '\0' && g_str_equal (end, unit))))
        text[length - unit_length] = '\0';
    }

  return g_strstrip (g_steal_pointer (&text));
}

static gboolean
is_right_figure (const WbQuestion *question,
                 const char       *text)
{
  g_autofree char *plain = wb_answer_normalize (WB_FIELD_NUMBER, text, NULL);

  return plain != NULL && is_within (question, g_ascii_strtod (plain, NULL));
}

/* "1.250" is one and a quarter to some and a thousand two hundred and fifty to others: either reading counts. */
static gboolean
is_right_number (const WbQuestion *question,
                 const char       *typed)
{
  g_autofree char *text = drop_unit (question, typed);

  if (*text == '\0')
    return FALSE;
  if (is_right_figure (question, text))
    return TRUE;
  for (char *p = text; *p != '\0'; p++)
    if (*p == '.' || *p == ',')
      *p = *p == '.' ? ',' : '.';

  return is_right_figure (question, text);
}

static gboolean
is_right_text (const WbQuestion *question,
               const char       *typed)
{
  g_autofree char *folded = wb_fold_spelled (typed);

  for (guint i = 0; i < question->accepted->len; i++)
    {
      g_autofree char *accepted = wb_fold_spelled (g_ptr_array_index (question->accepted, i));

      if (*accepted != '\0' && g_str_equal (folded, accepted))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_right_typed (const WbQuestion *question,
                const WbResponse *response)
{
  const char *typed = wb_response_get_typed (response);

  if (typed == NULL)
    return FALSE;

  return question->type == WB_QUESTION_NUMBER ? is_right_number (question, typed) : is_right_text (question, typed);
}

/* Whether the response is of the sort of answer the question asks for. */
static gboolean
is_fitting (const WbQuestion *question,
            const WbResponse *response)
{
  guint n_picks;

  wb_response_get_picks (response, &n_picks);
  if (question->type == WB_QUESTION_NUMBER || question->type == WB_QUESTION_TEXT)
    return wb_response_get_typed (response) != NULL;
  if (wb_response_get_typed (response) != NULL)
    return FALSE;

  return wb_question_has_options (question) || n_picks == wb_quiz_count_parts (question);
}

gboolean
wb_quiz_is_part_right (const WbQuestion *question,
                       const WbResponse *response,
                       guint             part)
{
  const guint *picks;
  guint n_picks;

  g_return_val_if_fail (question != NULL, FALSE);
  g_return_val_if_fail (response != NULL, FALSE);
  g_return_val_if_fail (part < wb_quiz_count_parts (question), FALSE);

  if (!is_fitting (question, response))
    return FALSE;
  if (question->type == WB_QUESTION_NUMBER || question->type == WB_QUESTION_TEXT)
    return is_right_typed (question, response);

  if (wb_question_has_options (question))
    {
      const WbAnswerOption *option = g_ptr_array_index (question->options, part);

      return !option->correct == !wb_response_has_pick (response, part);
    }
  picks = wb_response_get_picks (response, &n_picks);

  return picks[part] == part;
}

/* One decision is taken, and it is one of the right ones. */
static gboolean
is_right_decision (const WbQuestion *question,
                   const WbResponse *response)
{
  guint n_picks;
  const guint *picks = wb_response_get_picks (response, &n_picks);

  return n_picks == 1 && picks[0] < question->options->len
         && ((const WbAnswerOption *) g_ptr_array_index (question->options, picks[0]))->correct;
}

gboolean
wb_quiz_is_right (const WbQuestion *question,
                  const WbResponse *response)
{
  g_return_val_if_fail (question != NULL, FALSE);
  g_return_val_if_fail (response != NULL, FALSE);

  if (question->type == WB_QUESTION_CASE)
    return is_right_decision (question, response);
  for (guint i = 0; i < wb_quiz_count_parts (question); i++)
    if (!wb_quiz_is_part_right (question, response, i))
      return FALSE;

  return wb_quiz_count_parts (question) > 0;
}

gboolean
wb_quiz_is_complete (const WbQuestion *question,
                     const WbResponse *response)
{
  const char *typed;
  guint n_picks;

  g_return_val_if_fail (question != NULL, FALSE);
  g_return_val_if_fail (response != NULL, FALSE);

  if (!is_fitting (question, response))
    return FALSE;
  typed = wb_response_get_typed (response);
  if (typed != NULL)
    return strspn (typed, " \t\r\n") < strlen (typed);
  wb_response_get_picks (response, &n_picks);

  return n_picks > 0 && !wb_response_has_pick (response, WB_RESPONSE_NONE);
}

guint *
wb_quiz_shuffle (const WbQuestion *question,
                 guint             seed)
{
  guint n, *order;
  gboolean mixed = FALSE;
  GRand *rand;

  g_return_val_if_fail (question != NULL, NULL);

  n = wb_quiz_count_parts (question);
  order = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  if (n < 2 || (question->type != WB_QUESTION_ORDER && question->type != WB_QUESTION_MATCH))
    return order;

  rand = g_rand_new_with_seed (seed);
  for (guint i = n - 1; i > 0; i--)
    {
      guint other = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);
      guint kept = order[i];

      order[i] = order[other];
      order[other] = kept;
    }
  g_rand_free (rand);

  for (guint i = 0; i < n; i++)
    mixed |= order[i] != i;
  for (guint i = 0; !mixed && i < n; i++)
    order[i] = (i + 1) % n;

  return order;
}

static char *
describe_number (double      number,
                 const char *unit)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  text = wb_answer_number_to_display (buffer);

  return *unit != '\0' ? g_strdup_printf ("%s %s", text, unit) : g_steal_pointer (&text);
}

static char *
describe_right_number (const WbQuestion *question)
{
  g_autofree char *value = describe_number (question->value, question->unit);
  g_autofree char *tolerance = NULL;

  if (question->tolerance <= 0)
    return g_steal_pointer (&value);
  tolerance = describe_number (question->tolerance, "");

  return g_strdup_printf ("%s (± %s)", value, tolerance);
}

GStrv
wb_quiz_list_solution (const WbQuestion *question)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  g_return_val_if_fail (question != NULL, NULL);

  for (guint i = 0; i < question->options->len; i++)
    {
      const WbAnswerOption *option = g_ptr_array_index (question->options, i);

      if (option->correct)
        g_strv_builder_add (lines, option->text);
    }
  for (guint i = 0; i < question->items->len; i++)
    g_strv_builder_add (lines, g_ptr_array_index (question->items, i));
  for (guint i = 0; i < question->pairs->len; i++)
    {
      const WbPair *pair = g_ptr_array_index (question->pairs, i);
      g_autofree char *line = g_strdup_printf ("%s – %s", pair->left, pair->right);

      g_strv_builder_add (lines, line);
    }
  if (question->type == WB_QUESTION_NUMBER)
    {
      g_autofree char *line = describe_right_number (question);

      g_strv_builder_add (lines, line);
    }
  if (question->accepted->len > 0)
    g_strv_builder_add (lines, g_ptr_array_index (question->accepted, 0));

  return g_strv_builder_end (lines);
}

gboolean
wb_question_is_right (const WbQuestion *question,
                      const gboolean   *chosen)
{
  g_autofree guint *picks = NULL;
  g_autoptr (WbResponse) response = NULL;
  guint n_picks = 0;

  g_return_val_if_fail (question != NULL, FALSE);
  g_return_val_if_fail (chosen != NULL, FALSE);

  picks = g_new (guint, question->options->len + 1);
  for (guint i = 0; i < question->options->len; i++)
    if (chosen[i])
      picks[n_picks++] = i;
  response = wb_response_new_picks (picks, n_picks);

  return wb_quiz_is_right (question, response);
}
