/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-data-value.h"

#include <string.h>

#include "wb-json.h"

static gboolean
matches (const char *pattern,
         const char *text)
{
  return g_regex_match_simple (pattern, text, 0, 0);
}

/* "2026-11-24T09:30:00Z", with or without a zone. */
static gboolean
is_datetime (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, utc);

  return time != NULL && matches ("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d", text);
}

static gboolean
is_time (const char *text)
{
  return matches ("^([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d$", text);
}

static gboolean
is_position (double lon,
             double lat)
{
  return lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90;
}

/* "10.0, 53.5": longitude first. */
static gboolean
is_geopoint (const char *text)
{
  const char *comma = strchr (text, ',');

  return matches ("^-?\\d+(\\.\\d+)?,\\s*-?\\d+(\\.\\d+)?$", text)
         && is_position (g_ascii_strtod (text, NULL), g_ascii_strtod (comma + 1, NULL));
}

/* The text of a list or an object. (transfer full) (nullable) */
static JsonNode *
parse_nested (const char *text)
{
  return wb_json_parse (text, strlen (text), NULL);
}

static gboolean
is_geojson (JsonNode *node)
{
  JsonNode *type = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), "type") : NULL;

  return type != NULL && JSON_NODE_HOLDS_VALUE (type) && json_node_get_value_type (type) == G_TYPE_STRING;
}

static gboolean
nested_fits (JsonNode   *node,
             WbDataType  type)
{
  if (type == WB_DATA_GEOJSON)
    return is_geojson (node);

  return type == WB_DATA_OBJECT ? JSON_NODE_HOLDS_OBJECT (node) : JSON_NODE_HOLDS_ARRAY (node);
}

static gboolean
text_fits (const char *text,
           WbDataType  type)
{
  g_autoptr (JsonNode) nested = NULL;

  switch (type)
    {
    case WB_DATA_STRING:
    case WB_DATA_ANY:
      return TRUE;
    case WB_DATA_INTEGER:
      return matches ("^[+-]?\\d+$", text);
    case WB_DATA_NUMBER:
      return matches ("^[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?$", text);
    case WB_DATA_BOOLEAN:
      return matches ("^(true|True|TRUE|1|false|False|FALSE|0)$", text);
    case WB_DATA_DATE:
      return wb_json_is_date (text);
    case WB_DATA_DATETIME:
      return is_datetime (text);
    case WB_DATA_TIME:
      return is_time (text);
    case WB_DATA_YEAR:
      return matches ("^\\d{4}$", text);
    case WB_DATA_GEOPOINT:
      return is_geopoint (text);
    case WB_DATA_GEOJSON:
    case WB_DATA_OBJECT:
    case WB_DATA_ARRAY:
      nested = parse_nested (text);
      return nested != NULL && nested_fits (nested, type);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
is_number_node (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && (json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

/* [10.0, 53.5] or {"lon": 10.0, "lat": 53.5} */
static gboolean
geopoint_fits (JsonNode *node)
{
  JsonNode *lon = NULL, *lat = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) == 2)
    {
      lon = json_array_get_element (json_node_get_array (node), 0);
      lat = json_array_get_element (json_node_get_array (node), 1);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      lon = json_object_get_member (json_node_get_object (node), "lon");
      lat = json_object_get_member (json_node_get_object (node), "lat");
    }

  return is_number_node (lon) && is_number_node (lat)
         && is_position (json_node_get_double (lon), json_node_get_double (lat));
}

static gboolean
number_fits (JsonNode   *node,
             WbDataType  type)
{
  gboolean whole = json_node_get_value_type (node) == G_TYPE_INT64;

  if (type == WB_DATA_YEAR)
    return whole && json_node_get_int (node) >= 0 && json_node_get_int (node) <= 9999;

  return type == WB_DATA_NUMBER || (type == WB_DATA_INTEGER && whole);
}

gboolean
wb_data_value_fits (JsonNode   *node,
                    WbDataType  type)
{
  g_return_val_if_fail (node != NULL, FALSE);

  if (JSON_NODE_HOLDS_NULL (node))
    return FALSE;
  if (type == WB_DATA_ANY)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return type == WB_DATA_GEOPOINT
             ? geopoint_fits (node)
             : (type == WB_DATA_GEOJSON || type == WB_DATA_OBJECT || type == WB_DATA_ARRAY) && nested_fits (node, type);
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return text_fits (json_node_get_string (node), type);
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return type == WB_DATA_BOOLEAN;

  return number_fits (node, type);
}

char *
wb_data_value_to_text (JsonNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_DOUBLE)
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      return g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", json_node_get_double (node)));
    }

  return wb_json_to_string (node);
}
