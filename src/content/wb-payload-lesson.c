/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-payload.h"

#include <glib/gi18n-lib.h>

#define MAX_TEXT 4000
#define MAX_SHORT 300
#define MAX_QUESTIONS 200
#define MIN_ANSWERS 2
#define MAX_ANSWERS 6
#define MIN_ITEMS 3
#define MAX_ITEMS 7
#define MAX_PAIRS 6
#define MAX_SPELLINGS 20

/* A fault when there are fewer than @min entries; an empty list has its fault already. */
static void
expect_at_least (const WbJson *list,
                 guint         length,
                 guint         min)
{
  if (length > 0 && length < min)
    wb_json_fault (list, NULL, _("has fewer than %u entries"), min);
}

static gboolean
read_answer (const WbJson *json,
             WbQuestion   *question)
{
  gboolean decision = question->type == WB_QUESTION_CASE;
  const char *text, *explanation;
  gboolean correct;

  if (!wb_json_is_object (json))
    return FALSE;

  wb_json_allow (json, "text", "correct", "explanation", decision ? "consequence" : NULL, NULL);
  text = wb_json_get_text_or_empty (json, "text", MAX_TEXT, WB_JSON_REQUIRED);
  correct = wb_json_get_boolean (json, "correct", FALSE, WB_JSON_REQUIRED);
  explanation = wb_json_get_text_or_empty (json, "explanation", MAX_TEXT, WB_JSON_REQUIRED);
  if (decision)
    wb_question_add_decision (question, text, correct, explanation,
                              wb_json_get_text_or_empty (json, "consequence", MAX_TEXT, WB_JSON_REQUIRED));
  else
    wb_question_add_option (question, text, correct, explanation);

  return correct;
}

static void
read_answers (const WbJson *json,
              WbQuestion   *question)
{
  WbJson list;
  guint length = wb_json_get_array (json, "answers", MAX_ANSWERS, WB_JSON_REQUIRED, &list);
  guint n_right = 0;

  for (guint i = 0; i < length; i++)
    {
      WbJson answer = wb_json_element (&list, i);

      n_right += read_answer (&answer, question) ? 1 : 0;
    }

  if (length > 0 && length < MIN_ANSWERS)
    wb_json_fault (&list, NULL, _("must hold at least two answers"));
  else if (length > 1 && n_right == 0)
    wb_json_fault (&list, NULL, _("holds no right answer"));
  else if (question->type == WB_QUESTION_SINGLE && n_right > 1)
    wb_json_fault (&list, NULL, _("holds several right answers, but the question is “single”"));
}

static void
read_case (const WbJson *json,
           WbQuestion   *question)
{
  wb_question_set_situation (question, wb_json_get_text_or_empty (json, "situation", MAX_TEXT, WB_JSON_REQUIRED));
  read_answers (json, question);
}

static void
read_order (const WbJson *json,
            WbQuestion   *question)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  WbJson list;
  guint length = wb_json_get_array (json, "items", MAX_ITEMS, WB_JSON_REQUIRED, &list);

  expect_at_least (&list, length, MIN_ITEMS);
  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *item = wb_json_as_text (&element, MAX_SHORT, WB_JSON_REQUIRED);

      if (item == NULL)
        continue;
      if (!g_hash_table_add (seen, (gpointer) item))
        wb_json_fault (&element, NULL, _("“%s” is there twice"), item);
      wb_question_add_item (question, item);
    }
}

static void
read_pairs (const WbJson *json,
            WbQuestion   *question)
{
  g_autoptr (GHashTable) lefts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) rights = g_hash_table_new (g_str_hash, g_str_equal);
  WbJson list;
  guint length = wb_json_get_array (json, "pairs", MAX_PAIRS, WB_JSON_REQUIRED, &list);

  expect_at_least (&list, length, MIN_ITEMS);
  for (guint i = 0; i < length; i++)
    {
      WbJson pair = wb_json_element (&list, i);
      const char *left, *right;

      if (!wb_json_is_object (&pair))
        continue;
      wb_json_allow (&pair, "left", "right", NULL);
      left = wb_json_get_text (&pair, "left", MAX_SHORT, WB_JSON_REQUIRED);
      right = wb_json_get_text (&pair, "right", MAX_SHORT, WB_JSON_REQUIRED);
      if (left == NULL || right == NULL)
        continue;
      if (!g_hash_table_add (lefts, (gpointer) left))
        wb_json_fault (&pair, "left", _("“%s” is there twice"), left);
      if (!g_hash_table_add (rights, (gpointer) right))
        wb_json_fault (&pair, "right", _("“%s” is there twice"), right);
      wb_question_add_pair (question, left, right);
    }
}

static void
read_number (const WbJson *json,
             WbQuestion   *question)
{
  double value = wb_json_get_number (json, "value", 0, WB_JSON_REQUIRED);
  double tolerance = wb_json_get_number (json, "tolerance", 0, WB_JSON_REQUIRED);

  if (tolerance < 0)
    wb_json_fault (json, "tolerance", _("must not be negative"));
  wb_question_set_number (question, value, MAX (tolerance, 0),
                          wb_json_get_text_or_empty (json, "unit", MAX_SHORT, WB_JSON_LINE));
}

static void
read_spellings (const WbJson *json,
                WbQuestion   *question)
{
  wb_payload_read_lines (json, "accepted", MAX_SPELLINGS, WB_JSON_REQUIRED, question->accepted);
}

static const struct
{
  const char *keys[3];
  void (*read) (const WbJson *json,
                WbQuestion   *question);
} question_types[] = {
  [WB_QUESTION_SINGLE] = { { "answers" }, read_answers },
  [WB_QUESTION_MULTIPLE] = { { "answers" }, read_answers },
  [WB_QUESTION_CASE] = { { "situation", "answers" }, read_case },
  [WB_QUESTION_ORDER] = { { "items" }, read_order },
  [WB_QUESTION_MATCH] = { { "pairs" }, read_pairs },
  [WB_QUESTION_NUMBER] = { { "value", "tolerance", "unit" }, read_number },
  [WB_QUESTION_TEXT] = { { "accepted" }, read_spellings },
};

G_STATIC_ASSERT (G_N_ELEMENTS (question_types) == WB_N_QUESTION_TYPES);

static void
read_question (const WbJson *json,
               WbLesson     *lesson,
               GHashTable   *ids)
{
  const char *id, *name, *text, *explanation;
  WbQuestionType type;
  WbQuestion *question;

  if (!wb_json_is_object (json))
    return;

  id = wb_json_get_text_or_empty (json, "id", 0, WB_JSON_REQUIRED | WB_JSON_ID);
  name = wb_json_get_text (json, "type", 0, WB_JSON_REQUIRED);
  text = wb_json_get_text_or_empty (json, "text", MAX_TEXT, WB_JSON_REQUIRED);
  explanation = wb_json_get_text_or_empty (json, "explanation", MAX_TEXT, WB_JSON_REQUIRED);
  if (!g_hash_table_add (ids, (gpointer) id) && *id != '\0')
    wb_json_fault (json, "id", _("“%s” is there twice"), id);
  if (name != NULL && !wb_question_type_from_string (name, &type))
    {
      wb_json_fault (json, "type", _("“%.60s” is none of single, multiple, case, order, match, number, text"), name);
      name = NULL;
    }
  if (name == NULL)
    return;

  wb_json_allow (json, "id", "type", "text", "explanation", question_types[type].keys[0], question_types[type].keys[1],
                 question_types[type].keys[2], NULL);
  question = wb_lesson_add_question (lesson, type, id, text, explanation);
  question_types[type].read (json, question);
}

WbLesson *
wb_payload_read_lesson (const WbJson *json)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  WbLesson *lesson;
  WbJson list;
  guint length;

  if (!wb_json_is_object (json))
    return wb_lesson_new (1, "", NULL);

  wb_json_allow (json, "minutes", "goal", "task", "questions", NULL);
  lesson = wb_lesson_new ((guint) wb_json_get_int (json, "minutes", 1, 240, 1, WB_JSON_REQUIRED),
                          wb_json_get_text_or_empty (json, "goal", MAX_TEXT, WB_JSON_REQUIRED),
                          wb_json_get_text (json, "task", MAX_TEXT, 0));
  length = wb_json_get_array (json, "questions", MAX_QUESTIONS, WB_JSON_REQUIRED, &list);
  for (guint i = 0; i < length; i++)
    {
      WbJson question = wb_json_element (&list, i);

      read_question (&question, lesson, ids);
    }

  return lesson;
}
