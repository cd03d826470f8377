/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-json.h"

#include <string.h>

/* json-glib writes 22.4 as 22.399999999999999, which is another number to people and too long for wb_json_scan(). */
#define DIGITS "%.15g"
#define NOT_PRETTY (-1)

static void
write_string (GString    *out,
              const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
        g_string_append (out, "\\\"");
        break;
      case '\\':
        g_string_append (out, "\\\\");
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      case '\r':
        g_string_append (out, "\\r");
        break;
      default:
        if ((guchar) *p < 0x20 || *p == 0x7f)
          g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
        else
          g_string_append_c (out, *p);
      }
  g_string_append_c (out, '"');
}

/* With a point, so that it is read as a fraction again. */
static void
write_double (GString *out,
              double   value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, DIGITS, value);
  g_string_append (out, text);
  if (strspn (text, "-0123456789") == strlen (text))
    g_string_append (out, ".0");
}

static void
write_value (GString  *out,
             JsonNode *node)
{
  const GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    write_string (out, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_DOUBLE)
    write_double (out, json_node_get_double (node));
  else
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
}

/* What stands before an element or closing bracket: a comma, and when pretty a new line with @depth × 2 blanks. */
static void
write_break (GString  *out,
             gboolean  comma,
             int       depth)
{
  if (comma)
    g_string_append_c (out, ',');
  if (depth == NOT_PRETTY)
    return;
  g_string_append_c (out, '\n');
  for (int i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

static void write_node (GString  *out,
                        JsonNode *node,
                        int       depth);

static int
get_inner (int depth)
{
  return depth == NOT_PRETTY ? NOT_PRETTY : depth + 1;
}

static void
write_object (GString    *out,
              JsonObject *object,
              int         depth)
{
  g_autoptr (GList) members = json_object_get_members (object);

  g_string_append_c (out, '{');
  for (GList *l = members; l != NULL; l = l->next)
    {
      write_break (out, l != members, get_inner (depth));
      write_string (out, l->data);
      g_string_append (out, depth == NOT_PRETTY ? ":" : ": ");
      write_node (out, json_object_get_member (object, l->data), get_inner (depth));
    }
  if (members != NULL)
    write_break (out, FALSE, depth);
  g_string_append_c (out, '}');
}

static void
write_array (GString   *out,
             JsonArray *array,
             int        depth)
{
  const guint length = json_array_get_length (array);

  g_string_append_c (out, '[');
  for (guint i = 0; i < length; i++)
    {
      write_break (out, i > 0, get_inner (depth));
      write_node (out, json_array_get_element (array, i), get_inner (depth));
    }
  if (length > 0)
    write_break (out, FALSE, depth);
  g_string_append_c (out, ']');
}

/* How deep this goes is bounded by WB_JSON_MAX_DEPTH. */
static void
write_node (GString  *out,
            JsonNode *node,
            int       depth)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      write_object (out, json_node_get_object (node), depth);
      break;
    case JSON_NODE_ARRAY:
      write_array (out, json_node_get_array (node), depth);
      break;
    case JSON_NODE_VALUE:
      write_value (out, node);
      break;
    case JSON_NODE_NULL:
    default:
      g_string_append (out, "null");
    }
}

char *
wb_json_to_string (JsonNode *node)
{
  GString *out;

  g_return_val_if_fail (node != NULL, NULL);

  out = g_string_new (NULL);
  write_node (out, node, NOT_PRETTY);

  return g_string_free (out, FALSE);
}

char *
wb_json_to_lines (JsonNode *node)
{
  GString *out;

  g_return_val_if_fail (node != NULL, NULL);

  out = g_string_new (NULL);
  write_node (out, node, 0);

  return g_string_free (out, FALSE);
}
