/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-payload-field-private.h"

#include <glib/gi18n-lib.h>

#define MAX_LABEL 300
#define MAX_TEXT 4000
#define MAX_RULES 40
#define MAX_WORDS 40
#define MAX_HOURS 168

/* What stands in the place of the choices the program offers. */
static void
read_choices (const WbJson *json,
              WbField      *field)
{
  g_autoptr (GList) ids = NULL;
  WbJson choices;

  if (!wb_json_has (json, "choices") || !wb_json_get_object (json, "choices", 0, &choices))
    return;

  ids = json_object_get_members (json_node_get_object (choices.node));
  for (const GList *l = ids; l != NULL; l = l->next)
    {
      const char *id = l->data;
      WbColumn *column = (WbColumn *) wb_field_get_column (field, id);

      if (column == NULL || column->type != WB_FIELD_CHOICE)
        {
          wb_json_fault (&choices, id, _("is no column with choices"));
          continue;
        }
      wb_column_clear_options (column);
      wb_payload_read_column_options (&choices, id, column);
    }
}

/* (transfer full) */
static GStrv
read_words (const WbJson *json)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  if (!JSON_NODE_HOLDS_ARRAY (json->node))
    wb_json_fault (json, NULL, _("must be a list of words"));
  else
    for (guint i = 0; i < json_array_get_length (json_node_get_array (json->node)) && i < MAX_WORDS; i++)
      {
        WbJson element = wb_json_element (json, i);
        const char *word = JSON_NODE_HOLDS_VALUE (element.node) ? json_node_get_string (element.node) : NULL;

        if (word == NULL || *word == '\0')
          wb_json_fault (&element, NULL, _("must be a word"));
        else
          g_strv_builder_add (words, word);
      }

  return g_strv_builder_end (words);
}

static void
take_words (GStrv *place,
            GStrv  words)
{
  g_strfreev (*place);
  *place = words;
}

static void
read_both (const WbJson *json,
           WbGridRule   *rule)
{
  WbJson list;

  if (wb_json_get_array (json, "both", 2, WB_JSON_REQUIRED, &list) != 2)
    wb_json_fault (json, "both", _("must be two lists of words"));
  else
    {
      WbJson first = wb_json_element (&list, 0), second = wb_json_element (&list, 1);

      take_words (&rule->words, read_words (&first));
      take_words (&rule->others, read_words (&second));
    }
}

static void
read_same (const WbJson *json,
           WbGuide      *guide,
           WbGridRule   *rule)
{
  WbJson list = wb_json_member (json, "same");

  take_words (&rule->words, read_words (&list));
  if (g_strv_length (rule->words) != 2)
    wb_json_fault (json, "same", _("must name two fields"));
  for (guint i = 0; rule->words[i] != NULL; i++)
    {
      const WbField *field = wb_guide_get_field (guide, rule->words[i]);

      if (field == NULL || field->type != WB_FIELD_PERSON)
        wb_json_fault (json, "same", _("“%s” is no person that is asked for before"), rule->words[i]);
    }
}

/* What the rule looks for: one of four members. */
static gboolean
read_rule_type (const WbJson   *json,
                WbGridRuleType *type)
{
  static const char *const keys[] = { "missing", "both", "same", "hours" };
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (wb_json_has (json, keys[i]))
      {
        *type = (WbGridRuleType) i;
        found++;
      }
  if (found != 1)
    wb_json_fault (json, NULL, _("needs one of “missing”, “both”, “same” and “hours”"));

  return found == 1;
}

static void
read_rule_parts (const WbJson *json,
                 WbGuide      *guide,
                 WbGridRule   *rule)
{
  WbJson words;

  switch (rule->type)
    {
    case WB_GRID_RULE_BOTH:
      read_both (json, rule);
      break;
    case WB_GRID_RULE_SAME:
      read_same (json, guide, rule);
      break;
    case WB_GRID_RULE_HOURS:
      rule->limit = wb_json_get_int (json, "hours", 1, MAX_HOURS, 1, WB_JSON_REQUIRED);
      break;
    case WB_GRID_RULE_MISSING:
    default:
      words = wb_json_member (json, "missing");
      take_words (&rule->words, read_words (&words));
      break;
    }
}

static void
read_rule (const WbJson *json,
           WbGuide      *guide,
           WbField      *field)
{
  const char *id, *title, *reason;
  WbGridRuleType type;
  WbGridRule *rule;

  if (!wb_json_is_object (json))
    return;

  wb_json_allow (json, "id", "missing", "both", "same", "hours", "title", "reason", "source", "to", "when", NULL);
  id = wb_json_get_text (json, "id", 0, WB_JSON_REQUIRED | WB_JSON_ID);
  title = wb_json_get_text (json, "title", MAX_LABEL, WB_JSON_REQUIRED | WB_JSON_LINE);
  reason = wb_json_get_text (json, "reason", MAX_TEXT, WB_JSON_REQUIRED);
  if (!read_rule_type (json, &type) || id == NULL || title == NULL || reason == NULL)
    return;

  rule = wb_grid_rule_new (type, id, title, reason);
  rule->source = g_strdup (wb_json_get_text (json, "source", MAX_LABEL, WB_JSON_LINE));
  rule->target = g_strdup (wb_json_get_text (json, "to", 0, WB_JSON_ID));
  if (wb_json_has (json, "when"))
    {
      WbJson when = wb_json_member (json, "when");

      rule->when = wb_payload_read_condition (&when, guide, NULL);
    }
  read_rule_parts (json, guide, rule);
  g_ptr_array_add (field->rules, rule);
}

static void
read_people (const WbJson *json,
             WbGuide      *guide,
             WbField      *field)
{
  const char *id = wb_json_get_text (json, "people", 0, WB_JSON_ID);
  const WbField *people = id != NULL ? wb_guide_get_field (guide, id) : NULL;

  if (id == NULL)
    return;

  if (people == NULL || wb_field_get_column (people, "name") == NULL)
    wb_json_fault (json, "people", _("“%s” is no table with names that is asked for before"), id);
  else
    field->people = g_strdup (id);
}

void
wb_payload_read_grid (const WbJson *json,
                      WbGuide      *guide,
                      WbField      *field)
{
  WbJson rules;
  guint length;

  read_choices (json, field);
  read_people (json, guide, field);
  if (wb_json_has (json, "columns"))
    wb_payload_read_columns (json, field, guide);
  if (!wb_json_has (json, "rules"))
    return;

  length = wb_json_get_array (json, "rules", MAX_RULES, WB_JSON_REQUIRED, &rules);
  for (guint i = 0; i < length; i++)
    {
      WbJson rule = wb_json_element (&rules, i);

      read_rule (&rule, guide, field);
    }
}
