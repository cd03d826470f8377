/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-payload-field-private.h"

#include <glib/gi18n-lib.h>

#define MAX_LABEL 300
#define MAX_UNIT 60
#define MAX_TEXT 4000
#define MAX_OPTIONS 200
#define MAX_COLUMNS 20
#define MAX_PARTS 50

/* The field a condition asks about; it must be known by now. */
static const WbField *
read_asked_field (const WbJson *json,
                  WbGuide      *guide)
{
  const char *id = wb_json_get_text (json, "field", 0, WB_JSON_REQUIRED | WB_JSON_ID);
  const WbField *field;

  if (id == NULL)
    return NULL;

  field = wb_guide_get_field (guide, id);
  if (field == NULL)
    wb_json_fault (json, "field", _("“%s” is no field that is asked before"), id);

  return field;
}

static WbCondition *
read_is (const WbJson  *json,
         const WbField *field)
{
  const char *value = wb_json_get_text (json, "is", MAX_LABEL, WB_JSON_REQUIRED);

  if (value == NULL)
    return NULL;

  if (field->type != WB_FIELD_CHOICE && field->type != WB_FIELD_TEXT)
    wb_json_fault (json, "is", _("asks about a field that is neither a choice nor a text"));
  else if (field->type == WB_FIELD_CHOICE && wb_field_get_option (field, value) == NULL)
    wb_json_fault (json, "is", _("“%s” is no option of the field “%s”"), value, field->id);
  else
    return wb_condition_new_field (WB_CONDITION_IS, field->id, value);

  return NULL;
}

static WbCondition *
read_has (const WbJson  *json,
          const WbField *field)
{
  const char *value = wb_json_get_text (json, "has", MAX_LABEL, WB_JSON_REQUIRED);

  if (value == NULL)
    return NULL;

  if (field->type != WB_FIELD_CHOICES)
    wb_json_fault (json, "has", _("asks about a field that has not several choices"));
  else if (wb_field_get_option (field, value) == NULL)
    wb_json_fault (json, "has", _("“%s” is no option of the field “%s”"), value, field->id);
  else
    return wb_condition_new_field (WB_CONDITION_HAS, field->id, value);

  return NULL;
}

static gboolean
column_takes (const WbColumn *column,
              const char     *value)
{
  if (column->type == WB_FIELD_CHOICE)
    return wb_column_get_option (column, value) != NULL;

  return column->type != WB_FIELD_YES_NO || g_str_equal (value, "yes") || g_str_equal (value, "no");
}

/* About another answer of the same row. @table: (nullable) the group, with the columns before */
static WbCondition *
read_cell (const WbJson  *json,
           const WbField *table)
{
  const char *id = wb_json_get_text (json, "column", 0, WB_JSON_REQUIRED | WB_JSON_ID);
  const WbColumn *column = id != NULL && table != NULL ? wb_field_get_column (table, id) : NULL;
  const char *value;

  if (id == NULL)
    return NULL;
  if (column == NULL || column->type == WB_FIELD_COMPUTED)
    wb_json_fault (json, "column", _("“%s” is no column that is asked before in the row"), id);
  else if (wb_json_get_boolean (json, "answered", FALSE, 0))
    return wb_condition_new_cell (WB_CONDITION_ANSWERED, table->id, id, NULL);
  else if ((value = wb_json_get_text (json, "is", MAX_LABEL, WB_JSON_REQUIRED)) == NULL)
    return NULL;
  else if (column->type != WB_FIELD_CHOICE && column->type != WB_FIELD_TEXT && column->type != WB_FIELD_YES_NO)
    wb_json_fault (json, "is", _("asks about a column that is neither a choice, nor yes or no, nor a text"));
  else if (!column_takes (column, value))
    wb_json_fault (json, "is", _("“%s” is no option of the column “%s”"), value, id);
  else
    return wb_condition_new_cell (WB_CONDITION_IS, table->id, id, value);

  return NULL;
}

static WbCondition *
read_group (const WbJson    *json,
            WbConditionType  type,
            const char      *key,
            WbGuide         *guide,
            const WbField   *table)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_condition_unref);
  WbJson list;
  guint length = wb_json_get_array (json, key, MAX_PARTS, WB_JSON_REQUIRED, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      WbCondition *part = wb_payload_read_condition (&element, guide, table);

      if (part != NULL)
        g_ptr_array_add (parts, part);
    }

  return parts->len > 0 ? wb_condition_new_group (type, g_steal_pointer (&parts)) : NULL;
}

static WbCondition *
read_not (const WbJson  *json,
          WbGuide       *guide,
          const WbField *table)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_condition_unref);
  WbJson inner = wb_json_member (json, "not");
  WbCondition *part = wb_payload_read_condition (&inner, guide, table);

  if (part == NULL)
    return NULL;
  g_ptr_array_add (parts, part);

  return wb_condition_new_group (WB_CONDITION_NOT, g_steal_pointer (&parts));
}

static WbCondition *
read_question (const WbJson *json,
               WbGuide      *guide)
{
  const WbField *field = read_asked_field (json, guide);

  if (field == NULL)
    return NULL;

  if (field->type == WB_FIELD_COMPUTED)
    {
      wb_json_fault (json, "field", _("“%s” is computed; nobody answers it"), field->id);
      return NULL;
    }
  if (wb_json_has (json, "is"))
    return read_is (json, field);
  if (wb_json_has (json, "has"))
    return read_has (json, field);
  if (wb_json_get_boolean (json, "answered", FALSE, 0))
    return wb_condition_new_field (WB_CONDITION_ANSWERED, field->id, NULL);

  wb_json_fault (json, NULL, _("needs one of “is”, “has” and “answered”: true"));

  return NULL;
}

/* How deep this goes is bounded by WB_JSON_MAX_DEPTH. */
WbCondition *
wb_payload_read_condition (const WbJson  *json,
                           WbGuide       *guide,
                           const WbField *table)
{
  static const struct
  {
    const char *key;
    WbConditionType type;
  } groups[] = { { "all", WB_CONDITION_ALL }, { "any", WB_CONDITION_ANY } };

  if (!wb_json_is_object (json))
    return NULL;
  if (json_object_get_size (json_node_get_object (json->node)) != (wb_json_has (json, "field") || wb_json_has (json, "column") ? 2 : 1))
    {
      wb_json_fault (json, NULL, _("is no condition"));
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (wb_json_has (json, groups[i].key))
      return read_group (json, groups[i].type, groups[i].key, guide, table);
  if (wb_json_has (json, "not"))
    return read_not (json, guide, table);
  if (wb_json_has (json, "column"))
    return read_cell (json, table);

  return read_question (json, guide);
}

WbCondition *
wb_payload_read_when (const WbJson  *json,
                      WbGuide       *guide,
                      char         **unless)
{
  const char *reason = wb_json_get_text (json, "unless", MAX_TEXT, 0);
  WbJson when = wb_json_member (json, "when");
  WbCondition *condition;

  if (when.node == NULL)
    {
      if (reason != NULL)
        wb_json_fault (json, "unless", _("stands without “when”"));
      return NULL;
    }
  if (reason == NULL || *reason == '\0')
    wb_json_fault (json, "unless", _("is missing beside “when”"));

  condition = wb_payload_read_condition (&when, guide, NULL);
  if (condition != NULL)
    *unless = g_strdup (reason != NULL ? reason : "");

  return condition;
}

/* Options as id, label and, for checklists, text and hint. */
static void
read_options (const WbJson *json,
              const char   *key,
              WbField      *field)
{
  gboolean items = field->type == WB_FIELD_CHECKLIST;
  WbJson list;
  guint length = wb_json_get_array (json, key, MAX_OPTIONS, WB_JSON_REQUIRED, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson option = wb_json_element (&list, i);
      const char *id, *label, *note;

      if (!wb_json_is_object (&option))
        continue;
      if (items)
        wb_json_allow (&option, "id", "text", "hint", NULL);
      else
        wb_json_allow (&option, "id", "label", "note", NULL);
      id = wb_json_get_text (&option, "id", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      label = wb_json_get_text (&option, items ? "text" : "label", MAX_TEXT, WB_JSON_REQUIRED);
      note = wb_json_get_text (&option, items ? "hint" : "note", MAX_TEXT, 0);
      if (id == NULL || label == NULL)
        continue;
      if (wb_field_get_option (field, id) != NULL)
        wb_json_fault (&option, "id", _("“%s” is there twice"), id);
      else
        wb_field_add_option (field, id, label, note);
    }
}

void
wb_payload_read_column_options (const WbJson *json,
                                const char   *key,
                                WbColumn     *column)
{
  WbJson list;
  guint length = wb_json_get_array (json, key, MAX_OPTIONS, WB_JSON_REQUIRED, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson option = wb_json_element (&list, i);
      const char *id, *label;

      if (!wb_json_is_object (&option))
        continue;
      wb_json_allow (&option, "id", "label", "note", NULL);
      id = wb_json_get_text (&option, "id", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      label = wb_json_get_text (&option, "label", MAX_LABEL, WB_JSON_REQUIRED);
      if (id == NULL || label == NULL)
        continue;
      if (wb_column_get_option (column, id) != NULL)
        wb_json_fault (&option, "id", _("“%s” is there twice"), id);
      else
        wb_column_add_option (column, id, label);
    }
}

static gboolean
read_column_type (const WbJson *json,
                  WbFieldType  *type)
{
  const char *name = wb_json_get_text (json, "type", 0, WB_JSON_REQUIRED);

  if (name == NULL)
    return FALSE;
  if (wb_field_type_from_string (name, type) && wb_field_type_is_column (*type))
    return TRUE;

  wb_json_fault (json, "type", _("unknown type “%.60s” of a column; a newer Wegbereiter may know it"), name);

  return FALSE;
}

static void
read_form (const WbJson *json,
           WbFieldType   type,
           WbNumberForm *form)
{
  static const char *const keys[] = { "unit", "decimals" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (wb_json_has (json, keys[i]) && type != WB_FIELD_NUMBER && type != WB_FIELD_COMPUTED)
      wb_json_fault (json, keys[i], _("does not belong to a field of the type “%s”"), wb_field_type_to_string (type));

  form->unit = g_strdup (wb_json_get_text (json, "unit", MAX_UNIT, WB_JSON_LINE));
  if (wb_json_has (json, "decimals"))
    form->decimals = wb_json_get_int (json, "decimals", 0, WB_DECIMAL_PLACES, 0, WB_JSON_REQUIRED);
}

static WbCondition *
read_column_when (const WbJson  *json,
                  const WbField *field,
                  WbGuide       *guide)
{
  WbJson when = wb_json_member (json, "when");

  if (when.node == NULL)
    return NULL;
  if (field->type == WB_FIELD_GROUP)
    return wb_payload_read_condition (&when, guide, field);
  wb_json_fault (json, "when", _("belongs to a group only"));

  return NULL;
}

/* What the type of a column adds. */
static void
read_column_parts (const WbJson *json,
                   WbField      *field,
                   WbColumn     *column,
                   WbFormula    *formula,
                   WbCondition  *when)
{
  column->hint = g_strdup (wb_json_get_text (json, "hint", MAX_TEXT, 0));
  column->formula = formula;
  column->when = when;
  column->names = wb_json_get_boolean (json, "names", FALSE, 0);
  if (column->names && column->type != WB_FIELD_TEXT)
    wb_json_fault (json, "names", _("belongs to a text only"));
  read_form (json, column->type, &column->form);
  if (column->type == WB_FIELD_CHOICE)
    wb_payload_read_column_options (json, "options", column);
  else if (wb_json_has (json, "options"))
    wb_json_fault (json, "options", _("belongs to a choice only"));
  if (column->type == WB_FIELD_LONG_TEXT && field->type != WB_FIELD_GROUP)
    wb_json_fault (json, "type", _("belongs to a group only"));
  if (column->type != WB_FIELD_COMPUTED && wb_json_has (json, "formula"))
    wb_json_fault (json, "formula", _("does not belong to a field of the type “%s”"), wb_field_type_to_string (column->type));
}

void
wb_payload_read_columns (const WbJson *json,
                         WbField      *field,
                         WbGuide      *guide)
{
  WbJson list;
  guint length = wb_json_get_array (json, "columns", MAX_COLUMNS, WB_JSON_REQUIRED, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      WbFormula *formula = NULL;
      WbCondition *when = NULL;
      WbFieldType type;
      const char *id, *label;

      if (!wb_json_is_object (&element))
        continue;
      wb_json_allow (&element, "id", "label", "type", "options", "hint", "unit", "decimals", "formula", "names", "when", NULL);
      id = wb_json_get_text (&element, "id", 0, WB_JSON_REQUIRED | WB_JSON_ID);
      label = wb_json_get_text (&element, "label", MAX_LABEL, WB_JSON_REQUIRED | WB_JSON_LINE);
      if (!read_column_type (&element, &type) || id == NULL || label == NULL)
        continue;
      if (wb_field_get_column (field, id) != NULL)
        {
          wb_json_fault (&element, "id", _("“%s” is there twice"), id);
          continue;
        }
      /* Before the column is there, so that it cannot name itself. */
      if (type == WB_FIELD_COMPUTED)
        formula = wb_payload_read_formula (&element, field, guide);
      when = read_column_when (&element, field, guide);
      read_column_parts (&element, field, wb_field_add_column (field, id, label, type), formula, when);
    }
}

static void
read_items (const WbJson *json,
            WbField      *field)
{
  field->checklist = g_strdup (wb_json_get_text (json, "checklist", 0, WB_JSON_ID));
  if (wb_json_has (json, "items"))
    read_options (json, "items", field);
  else if (!wb_json_has (json, "checklist"))
    wb_json_fault (json, NULL, _("needs “checklist” or “items”"));
}

static void
read_scale (const WbJson *json,
            WbField      *field)
{
  WbJson scale;

  if (!wb_json_get_object (json, "scale", WB_JSON_REQUIRED, &scale))
    return;

  wb_json_allow (&scale, "min", "max", "low", "high", NULL);
  field->scale_min = wb_json_get_int (&scale, "min", 0, 10, 1, WB_JSON_REQUIRED);
  field->scale_max = wb_json_get_int (&scale, "max", 1, 10, 5, WB_JSON_REQUIRED);
  if (field->scale_min >= field->scale_max)
    wb_json_fault (&scale, "max", _("must be larger than “min”"));
  field->scale_low = g_strdup (wb_json_get_text (&scale, "low", MAX_LABEL, WB_JSON_LINE));
  field->scale_high = g_strdup (wb_json_get_text (&scale, "high", MAX_LABEL, WB_JSON_LINE));
}

static void
read_kinds (const WbJson *json,
            WbField      *field)
{
  WbJson list;
  guint length = wb_json_get_array (json, "kinds", WB_N_KINDS, 0, &list);

  for (guint i = 0; i < length; i++)
    {
      WbJson element = wb_json_element (&list, i);
      const char *name = wb_json_as_text (&element, 0, WB_JSON_REQUIRED);
      WbKind kind;

      if (name == NULL)
        continue;
      if (!wb_kind_from_string (name, &kind))
        wb_json_fault (&element, NULL, _("“%.60s” is no kind of entry"), name);
      else
        g_ptr_array_add (field->kinds, g_strdup (name));
    }
}

static void
read_text_parts (const WbJson *json,
                 WbField      *field)
{
  field->prefill = g_strdup (wb_json_get_text (json, "prefill", MAX_TEXT, 0));
  field->dummy = wb_json_get_boolean (json, "dummy", FALSE, 0);
}

/* What the type adds, and that nothing else is there. */
static void
read_type_parts (const WbJson *json,
                 WbGuide      *guide,
                 WbField      *field)
{
  static const struct
  {
    const char *key;
    guint types;
  } parts[] = {
    { "options", 1 << WB_FIELD_CHOICE | 1 << WB_FIELD_CHOICES },
    { "columns", 1 << WB_FIELD_TABLE | 1 << WB_FIELD_GROUP },
    { "checklist", 1 << WB_FIELD_CHECKLIST },
    { "items", 1 << WB_FIELD_CHECKLIST },
    { "scale", 1 << WB_FIELD_RATING },
    { "item", 1 << WB_FIELD_GROUP },
    { "kinds", 1 << WB_FIELD_LINK },
    { "formula", 1 << WB_FIELD_COMPUTED },
    { "prefill", 1 << WB_FIELD_TEXT | 1 << WB_FIELD_LONG_TEXT },
  };
  static const char *const grid_parts[] = { "choices", "people", "rules" };

  for (guint i = 0; field->grid == WB_GRID_NONE && i < G_N_ELEMENTS (grid_parts); i++)
    if (wb_json_has (json, grid_parts[i]))
      wb_json_fault (json, grid_parts[i], _("does not belong to a field of the type “%s”"),
                     wb_field_type_to_string (field->type));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!(parts[i].types & (1u << field->type)) && wb_json_has (json, parts[i].key))
      wb_json_fault (json, parts[i].key, _("does not belong to a field of the type “%s”"),
                     wb_field_type_to_string (field->type));

  if (field->type == WB_FIELD_CHOICE || field->type == WB_FIELD_CHOICES)
    read_options (json, "options", field);
  else if (field->grid != WB_GRID_NONE)
    wb_payload_read_grid (json, guide, field);
  else if (field->type == WB_FIELD_TABLE || field->type == WB_FIELD_GROUP)
    wb_payload_read_columns (json, field, guide);
  else if (field->type == WB_FIELD_CHECKLIST)
    read_items (json, field);
  else if (field->type == WB_FIELD_RATING)
    read_scale (json, field);
  else if (field->type == WB_FIELD_LINK)
    read_kinds (json, field);
  else if (field->type == WB_FIELD_COMPUTED)
    field->formula = wb_payload_read_formula (json, NULL, guide);
  if (field->type == WB_FIELD_GROUP)
    field->item = g_strdup (wb_json_get_text (json, "item", MAX_UNIT, WB_JSON_REQUIRED | WB_JSON_LINE));
  if (field->type == WB_FIELD_COMPUTED && field->need != WB_NEED_OPTIONAL)
    wb_json_fault (json, "need", _("must be “optional”: nobody answers a computed value"));
  read_form (json, field->type, &field->form);
  read_text_parts (json, field);
  wb_payload_read_checks (json, field, guide);
}

static WbNeed
read_need (const WbJson *json)
{
  static const char *const names[] = { "required", "recommended", "optional" };
  const char *name = wb_json_get_text (json, "need", 0, WB_JSON_REQUIRED);

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return (WbNeed) i;
  if (name != NULL)
    wb_json_fault (json, "need", _("must be “required”, “recommended” or “optional”"));

  return WB_NEED_OPTIONAL;
}

WbField *
wb_payload_read_field (const WbJson *json,
                       WbGuide      *guide)
{
  const char *id, *label, *name;
  WbFieldType type = WB_FIELD_TEXT;
  WbGrid grid = WB_GRID_NONE;
  WbField *field;

  if (!wb_json_is_object (json))
    return NULL;

  wb_json_allow (json, "id", "type", "label", "why", "example", "need", "when", "unless", "options", "columns",
                 "checklist", "items", "scale", "choices", "people", "rules", "unit", "decimals", "formula", "item", "kinds",
                 "prefill", "dummy", "checks", NULL);
  id = wb_json_get_text (json, "id", 0, WB_JSON_REQUIRED | WB_JSON_ID);
  label = wb_json_get_text_or_empty (json, "label", MAX_LABEL, WB_JSON_REQUIRED | WB_JSON_LINE);
  name = wb_json_get_text (json, "type", 0, WB_JSON_REQUIRED);
  if (wb_grid_from_string (name, &grid))
    type = WB_FIELD_TABLE;
  else if (name != NULL && (!wb_field_type_from_string (name, &type) || !wb_field_type_is_question (type)))
    {
      wb_json_fault (json, "type", _("unknown type “%.60s”; a newer Wegbereiter may know it"), name);
      name = NULL;
    }
  if (id != NULL && wb_guide_get_field (guide, id) != NULL)
    {
      wb_json_fault (json, "id", _("“%s” is there twice"), id);
      id = NULL;
    }
  if (id == NULL || name == NULL)
    return NULL;

  field = grid != WB_GRID_NONE ? wb_field_new_grid (grid, id, label) : wb_field_new (type, id, label);
  field->need = read_need (json);
  g_free (field->why);
  field->why = g_strdup (wb_json_get_text_or_empty (json, "why", MAX_TEXT, WB_JSON_REQUIRED));
  g_free (field->example);
  field->example = g_strdup (wb_json_get_text_or_empty (json, "example", MAX_TEXT, WB_JSON_REQUIRED));
  field->when = wb_payload_read_when (json, guide, &field->unless);
  read_type_parts (json, guide, field);

  return field;
}
