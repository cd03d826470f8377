/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-payload.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wb-data-value.h"

/* A Frictionless Table Schema: specs.frictionlessdata.io/table-schema. */

#define MAX_NAME 100
#define MAX_TITLE 200
#define MAX_TEXT 4000
#define MAX_FIELDS 200
#define MAX_VALUES 500

/* A value of any sort as text; NULL, with a fault, when it is no value of the field's type. (transfer full) (nullable) */
static char *
read_value (const WbJson *json,
            WbDataType    type)
{
  if (json->node == NULL)
    {
      wb_json_fault (json, NULL, _("is missing"));
      return NULL;
    }
  if (!wb_data_value_fits (json->node, type))
    {
      wb_json_fault (json, NULL, _("is no value of the type “%s”"), wb_data_type_to_string (type));
      return NULL;
    }

  return wb_data_value_to_text (json->node);
}

static void
read_enum (const WbJson *json,
           WbDataField  *field)
{
  WbJson list;
  guint length = wb_json_get_array (json, "enum", MAX_VALUES, WB_JSON_REQUIRED, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      char *value = read_value (&element, field->type);

      if (value != NULL)
        g_ptr_array_add (field->values, value);
    }
}

static char *
read_length (const WbJson *json,
             const char   *key,
             WbDataType    type)
{
  if (type != WB_DATA_STRING && type != WB_DATA_ARRAY && type != WB_DATA_OBJECT)
    {
      wb_json_fault (json, key, _("does not go with the type “%s”"), wb_data_type_to_string (type));
      return NULL;
    }

  return g_strdup_printf ("%d", wb_json_get_int (json, key, 0, G_MAXINT, 0, WB_JSON_REQUIRED));
}

static char *
read_bound (const WbJson *json,
            const char   *key,
            WbDataType    type)
{
  WbJson bound = wb_json_member (json, key);

  if (type == WB_DATA_STRING || type == WB_DATA_BOOLEAN || type >= WB_DATA_GEOPOINT)
    {
      wb_json_fault (json, key, _("does not go with the type “%s”"), wb_data_type_to_string (type));
      return NULL;
    }

  return read_value (&bound, type);
}

static void
read_pattern (const WbJson *json,
              WbDataField  *field)
{
  const char *pattern = wb_json_get_text (json, "pattern", MAX_TEXT, WB_JSON_REQUIRED);
  g_autoptr (GRegex) regex = NULL;

  if (pattern == NULL)
    return;

  regex = g_regex_new (pattern, 0, 0, NULL);
  if (field->type != WB_DATA_STRING)
    wb_json_fault (json, "pattern", _("does not go with the type “%s”"), wb_data_type_to_string (field->type));
  else if (regex == NULL)
    wb_json_fault (json, "pattern", _("is no regular expression"));
  else
    field->pattern = g_strdup (pattern);
}

static void
read_constraints (const WbJson *json,
                  WbDataField  *field)
{
  WbJson constraints;

  if (!wb_json_get_object (json, "constraints", 0, &constraints))
    return;

  wb_json_allow (&constraints, "required", "unique", "minLength", "maxLength", "minimum", "maximum", "pattern", "enum",
                 NULL);
  field->required = wb_json_get_boolean (&constraints, "required", FALSE, 0);
  field->unique = wb_json_get_boolean (&constraints, "unique", FALSE, 0);
  if (wb_json_has (&constraints, "minLength"))
    field->min_length = read_length (&constraints, "minLength", field->type);
  if (wb_json_has (&constraints, "maxLength"))
    field->max_length = read_length (&constraints, "maxLength", field->type);
  if (wb_json_has (&constraints, "minimum"))
    field->minimum = read_bound (&constraints, "minimum", field->type);
  if (wb_json_has (&constraints, "maximum"))
    field->maximum = read_bound (&constraints, "maximum", field->type);
  if (wb_json_has (&constraints, "pattern"))
    read_pattern (&constraints, field);
  if (wb_json_has (&constraints, "enum"))
    read_enum (&constraints, field);
}

/* That the example is one which the field would take. */
static void
check_example (const WbJson      *json,
               const WbDataField *field)
{
  const char *example = field->example;

  if (field->values->len > 0 && !g_ptr_array_find_with_equal_func (field->values, example, g_str_equal, NULL))
    wb_json_fault (json, "example", _("is none of the values in “enum”"));
  if (field->pattern != NULL)
    {
      g_autofree char *whole = g_strdup_printf ("^(?:%s)$", field->pattern);

      if (!g_regex_match_simple (whole, example, 0, 0))
        wb_json_fault (json, "example", _("does not match “pattern”"));
    }
  if (field->max_length != NULL && field->type == WB_DATA_STRING
      && g_utf8_strlen (example, -1) > g_ascii_strtoll (field->max_length, NULL, 10))
    wb_json_fault (json, "example", _("is longer than %s characters"), field->max_length);
  if (field->type != WB_DATA_INTEGER && field->type != WB_DATA_NUMBER && field->type != WB_DATA_YEAR)
    return;
  if ((field->minimum != NULL && g_ascii_strtod (example, NULL) < g_ascii_strtod (field->minimum, NULL))
      || (field->maximum != NULL && g_ascii_strtod (example, NULL) > g_ascii_strtod (field->maximum, NULL)))
    wb_json_fault (json, "example", _("lies outside “minimum” and “maximum”"));
}

static void
read_field (const WbJson *json,
            WbDataModel  *model)
{
  const char *name, *type_name;
  g_autofree char *example = NULL;
  WbDataType type = WB_DATA_ANY;
  WbDataField *field;
  WbJson value;

  if (!wb_json_is_object (json))
    return;

  wb_json_allow (json, "name", "type", "title", "description", "example", "constraints", NULL);
  name = wb_json_get_text_or_empty (json, "name", MAX_NAME, WB_JSON_REQUIRED | WB_JSON_LINE);
  type_name = wb_json_get_text (json, "type", 0, WB_JSON_REQUIRED);
  if (type_name != NULL && !wb_data_type_from_string (type_name, &type))
    wb_json_fault (json, "type", _("“%.60s” is no type of a Table Schema"), type_name);
  if (*name != '\0' && wb_data_model_get_field (model, name) != NULL)
    wb_json_fault (json, "name", _("“%s” is there twice"), name);

  value = wb_json_member (json, "example");
  example = read_value (&value, type);
  field = wb_data_model_add_field (model, type, name,
                                   wb_json_get_text_or_empty (json, "title", MAX_TITLE, WB_JSON_REQUIRED | WB_JSON_LINE),
                                   wb_json_get_text_or_empty (json, "description", MAX_TEXT, WB_JSON_REQUIRED),
                                   example != NULL ? example : "");
  read_constraints (json, field);
  if (example != NULL)
    check_example (json, field);
}

static void
read_key_field (const WbJson *json,
                WbDataModel  *model)
{
  const char *name = wb_json_as_text (json, MAX_NAME, WB_JSON_REQUIRED | WB_JSON_LINE);

  if (name == NULL)
    return;
  if (wb_data_model_get_field (model, name) == NULL)
    wb_json_fault (json, NULL, _("“%s” is no field of the model"), name);
  g_ptr_array_add (model->primary_key, g_strdup (name));
}

/* One name, or a list of them. */
static void
read_primary_key (const WbJson *json,
                  WbDataModel  *model)
{
  WbJson key = wb_json_member (json, "primaryKey");
  guint length;

  if (key.node == NULL)
    return;
  if (!JSON_NODE_HOLDS_ARRAY (key.node))
    {
      read_key_field (&key, model);
      return;
    }

  length = wb_json_get_array (json, "primaryKey", MAX_FIELDS, WB_JSON_REQUIRED, &key);
  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&key, i);

      read_key_field (&element, model);
    }
}

static void
read_missing_values (const WbJson *json,
                     WbDataModel  *model)
{
  WbJson list;
  guint length = wb_json_get_array (json, "missingValues", MAX_VALUES, 0, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *text = wb_json_as_text (&element, MAX_NAME, WB_JSON_LINE);

      if (text != NULL)
        g_ptr_array_add (model->missing_values, g_strdup (text));
    }
}

WbDataModel *
wb_payload_read_data_model (const WbJson *json)
{
  WbDataModel *model = wb_data_model_new ();
  WbJson schema, list;
  guint length;

  if (!wb_json_is_object (json))
    return model;

  wb_json_allow (json, "schema", NULL);
  if (!wb_json_get_object (json, "schema", WB_JSON_REQUIRED, &schema))
    return model;

  wb_json_allow (&schema, "fields", "primaryKey", "missingValues", NULL);
  length = wb_json_get_array (&schema, "fields", MAX_FIELDS, WB_JSON_REQUIRED, &list);
  for (guint i = 0; i < length; i++)
    {
      WbJson field = wb_json_element (&list, i);

      read_field (&field, model);
    }
  read_primary_key (&schema, model);
  read_missing_values (&schema, model);

  return model;
}
