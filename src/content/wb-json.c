/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-json.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "wb-error.h"

#define MAX_ID_BYTES 80
#define MAX_NUMBER 1e12

JsonNode *
wb_json_parse (const char  *text,
               gsize        length,
               GError     **error)
{
  return wb_json_parse_within (text, length, WB_JSON_MAX_BYTES, error);
}

JsonNode *
wb_json_parse_within (const char  *text,
                      gsize        length,
                      gsize        max_bytes,
                      GError     **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) local = NULL;

  if (!wb_json_scan_within (text, length, max_bytes, error))
    return NULL;

  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, text, length, &local))
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, "%s", local->message);
      return NULL;
    }

  return json_parser_steal_root (parser);
}

JsonNode *
wb_json_load (const char  *path,
              GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *text = NULL;
  gsize length;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info != NULL && g_file_info_get_size (info) > WB_JSON_MAX_BYTES)
    {
      g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("is larger than %d MB"), WB_JSON_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
      || !g_file_get_contents (path, &text, &length, NULL))
    {
      g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("cannot be read"));
      return NULL;
    }

  return wb_json_parse (text, length, error);
}

static void
json_fault_free (gpointer data)
{
  WbJsonFault *fault = data;

  g_free (fault->place);
  g_free (fault->message);
  g_free (fault);
}

WbJsonReport *
wb_json_report_new (gboolean strict)
{
  WbJsonReport *self = g_new0 (WbJsonReport, 1);

  self->strict = strict;
  self->faults = g_ptr_array_new_with_free_func (json_fault_free);

  return self;
}

void
wb_json_report_free (WbJsonReport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->faults);
  g_free (self);
}

gboolean
wb_json_report_propagate (WbJsonReport  *self,
                          GError       **error)
{
  const WbJsonFault *fault;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->faults->len == 0)
    return TRUE;

  fault = g_ptr_array_index (self->faults, 0);
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID, "%s%s%s", fault->place,
               *fault->place != '\0' ? ": " : "", fault->message);

  return FALSE;
}

WbJson
wb_json_root (JsonNode     *node,
              WbJsonReport *report)
{
  return (WbJson) { .node = node, .report = report };
}

static void
append_place (GString      *place,
              const WbJson *value)
{
  if (value->parent == NULL)
    return;

  append_place (place, value->parent);
  if (value->key == NULL)
    g_string_append_printf (place, "[%u]", value->index);
  else
    g_string_append_printf (place, "%s%s", place->len > 0 ? "." : "", value->key);
}

void
wb_json_fault (const WbJson *self,
               const char   *key,
               const char   *format,
               ...)
{
  g_autoptr (GString) place = g_string_new (NULL);
  WbJsonFault *fault;
  va_list args;

  append_place (place, self);
  if (key != NULL)
    g_string_append_printf (place, "%s%s", place->len > 0 ? "." : "", key);

  fault = g_new0 (WbJsonFault, 1);
  fault->place = g_strdup (place->str);
  va_start (args, format);
  fault->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->report->faults, fault);
}

gboolean
wb_json_is_object (const WbJson *self)
{
  if (self->node != NULL && JSON_NODE_HOLDS_OBJECT (self->node))
    return TRUE;

  wb_json_fault (self, NULL, _("must be an object in braces"));

  return FALSE;
}

void
wb_json_allow (const WbJson *self,
               ...)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) members = NULL;
  const char *name;
  va_list args;

  if (!self->report->strict || self->node == NULL || !JSON_NODE_HOLDS_OBJECT (self->node))
    return;

  va_start (args, self);
  while ((name = va_arg (args, const char *)) != NULL)
    g_hash_table_add (names, (gpointer) name);
  va_end (args);

  members = json_object_get_members (json_node_get_object (self->node));
  for (GList *l = members; l != NULL; l = l->next)
    if (!g_hash_table_contains (names, l->data))
      wb_json_fault (self, l->data, _("is unknown here"));
}

WbJson
wb_json_member (const WbJson *self,
                const char   *key)
{
  WbJson member = { .report = self->report, .parent = self, .key = key };

  if (self->node != NULL && JSON_NODE_HOLDS_OBJECT (self->node))
    {
      member.node = json_object_get_member (json_node_get_object (self->node), key);
      if (member.node != NULL && JSON_NODE_HOLDS_NULL (member.node))
        member.node = NULL;
    }

  return member;
}

gboolean
wb_json_has (const WbJson *self,
             const char   *key)
{
  return wb_json_member (self, key).node != NULL;
}

/* FALSE when there is nothing to read; a fault when there should be. */
static gboolean
is_there (const WbJson *member,
          WbJsonFlags   flags)
{
  if (member->node != NULL)
    return TRUE;
  if (flags & WB_JSON_REQUIRED)
    wb_json_fault (member, NULL, _("is missing"));

  return FALSE;
}

static gboolean
has_control (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

const char *
wb_json_as_text (const WbJson *self,
                 guint         max_chars,
                 WbJsonFlags   flags)
{
  const char *text;

  if (!is_there (self, flags))
    return NULL;
  if (!JSON_NODE_HOLDS_VALUE (self->node) || json_node_get_value_type (self->node) != G_TYPE_STRING)
    {
      wb_json_fault (self, NULL, _("must be a text in quotation marks"));
      return NULL;
    }

  text = json_node_get_string (self->node);
  if ((flags & WB_JSON_REQUIRED) && strspn (text, " \t\r\n") == strlen (text))
    wb_json_fault (self, NULL, _("is empty"));
  else if (max_chars > 0 && g_utf8_strlen (text, -1) > (glong) max_chars)
    wb_json_fault (self, NULL, _("is longer than %u characters"), max_chars);
  else if ((flags & WB_JSON_ID) && !wb_json_is_id (text))
    wb_json_fault (self, NULL, _("“%.60s” is no id: lower-case letters a–z, digits and hyphens"), text);
  else if ((flags & WB_JSON_DATE) && !wb_json_is_date (text))
    wb_json_fault (self, NULL, _("“%.60s” is no date: write year-month-day, as in 2026-11-24"), text);
  else if ((flags & WB_JSON_LINE) && has_control (text))
    wb_json_fault (self, NULL, _("must be one line without tabs"));
  else
    return text;

  return NULL;
}

const char *
wb_json_get_text (const WbJson *self,
                  const char   *key,
                  guint         max_chars,
                  WbJsonFlags   flags)
{
  WbJson member = wb_json_member (self, key);

  return wb_json_as_text (&member, max_chars, flags);
}

const char *
wb_json_get_text_or_empty (const WbJson *self,
                           const char   *key,
                           guint         max_chars,
                           WbJsonFlags   flags)
{
  const char *text = wb_json_get_text (self, key, max_chars, flags);

  return text != NULL ? text : "";
}

int
wb_json_get_int (const WbJson *self,
                 const char   *key,
                 int           min,
                 int           max,
                 int           fallback,
                 WbJsonFlags   flags)
{
  WbJson member = wb_json_member (self, key);
  gint64 value;

  if (!is_there (&member, flags))
    return fallback;
  if (!JSON_NODE_HOLDS_VALUE (member.node) || json_node_get_value_type (member.node) != G_TYPE_INT64)
    {
      wb_json_fault (&member, NULL, _("must be a whole number"));
      return fallback;
    }

  value = json_node_get_int (member.node);
  if (value < min || value > max)
    {
      if (min == max)
        wb_json_fault (&member, NULL, _("must be %d"), min);
      else
        wb_json_fault (&member, NULL, _("must be between %d and %d"), min, max);
      return fallback;
    }

  return (int) value;
}

double
wb_json_get_number (const WbJson *self,
                    const char   *key,
                    double        fallback,
                    WbJsonFlags   flags)
{
  WbJson member = wb_json_member (self, key);
  double value;
  GType type;

  if (!is_there (&member, flags))
    return fallback;
  type = JSON_NODE_HOLDS_VALUE (member.node) ? json_node_get_value_type (member.node) : G_TYPE_INVALID;
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    {
      wb_json_fault (&member, NULL, _("must be a number"));
      return fallback;
    }

  value = json_node_get_double (member.node);
  if (!(ABS (value) <= MAX_NUMBER))
    {
      wb_json_fault (&member, NULL, _("is too large"));
      return fallback;
    }

  return value;
}

gboolean
wb_json_get_boolean (const WbJson *self,
                     const char   *key,
                     gboolean      fallback,
                     WbJsonFlags   flags)
{
  WbJson member = wb_json_member (self, key);

  if (!is_there (&member, flags))
    return fallback;
  if (!JSON_NODE_HOLDS_VALUE (member.node) || json_node_get_value_type (member.node) != G_TYPE_BOOLEAN)
    {
      wb_json_fault (&member, NULL, _("must be true or false"));
      return fallback;
    }

  return json_node_get_boolean (member.node);
}

guint
wb_json_get_array (const WbJson *self,
                   const char   *key,
                   guint         max_length,
                   WbJsonFlags   flags,
                   WbJson       *array)
{
  guint length;

  *array = wb_json_member (self, key);
  if (!is_there (array, flags))
    return 0;
  if (!JSON_NODE_HOLDS_ARRAY (array->node))
    {
      wb_json_fault (array, NULL, _("must be a list in square brackets"));
      array->node = NULL;
      return 0;
    }

  length = json_array_get_length (json_node_get_array (array->node));
  if (length == 0 && (flags & WB_JSON_REQUIRED))
    wb_json_fault (array, NULL, _("is empty"));
  if (length > max_length)
    {
      wb_json_fault (array, NULL, _("has more than %u entries"), max_length);
      return 0;
    }

  return length;
}

gboolean
wb_json_get_object (const WbJson *self,
                    const char   *key,
                    WbJsonFlags   flags,
                    WbJson       *object)
{
  *object = wb_json_member (self, key);

  return is_there (object, flags) && wb_json_is_object (object);
}

WbJson
wb_json_element (const WbJson *self,
                 guint         index)
{
  WbJson element = { .report = self->report, .parent = self, .index = index };

  element.node = json_array_get_element (json_node_get_array (self->node), index);

  return element;
}

gboolean
wb_json_is_id (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && length <= MAX_ID_BYTES && text[0] != '-'
         && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

gboolean
wb_json_is_date (const char *text)
{
  int year, month, day;

  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;

  year = atoi (text);
  month = atoi (text + 5);
  day = atoi (text + 8);

  return year >= 1 && month >= 1 && month <= 12 && g_date_valid_dmy (day, month, year);
}
