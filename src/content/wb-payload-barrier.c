/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-payload.h"

#include <glib/gi18n-lib.h>

/* Payloads of the diagnosis: barriers and the circles they form. */

#define MAX_TEXT 4000
#define MAX_TITLE 200
#define MAX_LIST 100
#define MIN_LINKS 2
#define MAX_LINKS 12

static void
read_effects (const WbJson *json,
              WbBarrier    *barrier)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  WbJson list;
  guint length = wb_json_get_array (json, "effects", MAX_LIST, 0, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson effect = wb_json_element (&list, i);
      const char *to, *text;

      if (!wb_json_is_object (&effect))
        continue;
      wb_json_allow (&effect, "to", "text", NULL);
      to = wb_json_get_text_or_empty (&effect, "to", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      text = wb_json_get_text_or_empty (&effect, "text", MAX_TEXT, WB_JSON_REQUIRED);
      if (!g_hash_table_add (seen, (gpointer) to) && *to != '\0')
        wb_json_fault (&effect, "to", _("“%s” is there twice"), to);
      wb_barrier_add_effect (barrier, to, text);
    }
}

static void
read_statements (const WbJson *json,
                 WbBarrier    *barrier)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  WbJson list;
  guint length = wb_json_get_array (json, "statements", MAX_LIST, WB_JSON_REQUIRED, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson statement = wb_json_element (&list, i);
      const char *id, *text;

      if (!wb_json_is_object (&statement))
        continue;
      wb_json_allow (&statement, "id", "text", "reverse", NULL);
      id = wb_json_get_text_or_empty (&statement, "id", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      text = wb_json_get_text_or_empty (&statement, "text", MAX_TEXT, WB_JSON_REQUIRED);
      if (!g_hash_table_add (seen, (gpointer) id) && *id != '\0')
        wb_json_fault (&statement, "id", _("“%s” is there twice"), id);
      wb_barrier_add_statement (barrier, id, text, wb_json_get_boolean (&statement, "reverse", FALSE, 0));
    }
}

WbBarrier *
wb_payload_read_barrier (const WbJson *json)
{
  WbDimension dimension = WB_DIMENSION_PEOPLE;
  WbCause cause = WB_CAUSE_MEANS;
  WbNamedBy named_by = WB_NAMED_BY_NOT_STATED;
  const char *name;
  WbBarrier *barrier;

  if (!wb_json_is_object (json))
    return wb_barrier_new (dimension, cause, named_by);

  wb_json_allow (json, "dimension", "cause", "named_by", "effects", "statements", NULL);
  name = wb_json_get_text (json, "dimension", 0, WB_JSON_REQUIRED);
  if (name != NULL && !wb_dimension_from_string (name, &dimension))
    wb_json_fault (json, "dimension", _("must be “mensch”, “prozess” or “technologie”"));
  name = wb_json_get_text (json, "cause", 0, WB_JSON_REQUIRED);
  if (name != NULL && !wb_cause_from_string (name, &cause))
    wb_json_fault (json, "cause", _("must be “mittel”, “eigenschaften”, “governance”, “gesetze” or “kultur”"));
  name = wb_json_get_text (json, "named_by", 0, 0);
  if (g_strcmp0 (name, "both") == 0)
    named_by = WB_NAMED_BY_BOTH;
  else if (g_strcmp0 (name, "municipalities") == 0)
    named_by = WB_NAMED_BY_MUNICIPALITIES;
  else if (name != NULL)
    wb_json_fault (json, "named_by", _("must be “both” or “municipalities”"));

  barrier = wb_barrier_new (dimension, cause, named_by);
  read_effects (json, barrier);
  read_statements (json, barrier);

  return barrier;
}

static void
read_links (const WbJson *json,
            WbCircle     *circle)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  WbJson list;
  guint length = wb_json_get_array (json, "links", MAX_LINKS, WB_JSON_REQUIRED, &list);

  if (length > 0 && length < MIN_LINKS)
    wb_json_fault (&list, NULL, _("has fewer than %u entries"), MIN_LINKS);
  for (guint i = 0; i < length; i++)
    {
      WbJson link = wb_json_element (&list, i);
      const char *barrier, *text;

      if (!wb_json_is_object (&link))
        continue;
      wb_json_allow (&link, "barrier", "text", NULL);
      barrier = wb_json_get_text_or_empty (&link, "barrier", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      text = wb_json_get_text_or_empty (&link, "text", MAX_TEXT, WB_JSON_REQUIRED);
      if (!g_hash_table_add (seen, (gpointer) barrier) && *barrier != '\0')
        wb_json_fault (&link, "barrier", _("“%s” is there twice: the ring passes each barrier once"), barrier);
      wb_circle_add_link (circle, barrier, text);
    }
}

static void
read_lever (const WbJson *json,
            WbCircle     *circle)
{
  WbJson list;
  WbLever *lever;
  guint length;

  if (!wb_json_is_object (json))
    return;

  wb_json_allow (json, "after", "title", "text", "to", NULL);
  lever = wb_circle_add_lever (circle,
                               (guint) wb_json_get_int (json, "after", 0, (int) MAX (circle->links->len, 1) - 1, 0,
                                                        WB_JSON_REQUIRED),
                               wb_json_get_text_or_empty (json, "title", MAX_TITLE, WB_JSON_REQUIRED | WB_JSON_LINE),
                               wb_json_get_text_or_empty (json, "text", MAX_TEXT, WB_JSON_REQUIRED));
  length = wb_json_get_array (json, "to", MAX_LIST, WB_JSON_REQUIRED, &list);
  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *id = wb_json_as_text (&element, 0, WB_JSON_REQUIRED | WB_JSON_ID);

      if (id != NULL)
        wb_lever_add_entry (lever, id);
    }
}

WbCircle *
wb_payload_read_circle (const WbJson *json)
{
  WbCircle *circle = wb_circle_new ();
  WbJson list;
  guint length;

  if (!wb_json_is_object (json))
    return circle;

  wb_json_allow (json, "links", "levers", NULL);
  read_links (json, circle);
  length = wb_json_get_array (json, "levers", MAX_LIST, 0, &list);
  for (guint i = 0; i < length; i++)
    {
      WbJson lever = wb_json_element (&list, i);

      read_lever (&lever, circle);
    }

  return circle;
}
