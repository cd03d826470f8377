/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-field.h"

#include "wb-attachment.h"

static const char *const type_names[] = {
  [WB_FIELD_TEXT] = "text",         [WB_FIELD_LONG_TEXT] = "long-text",
  [WB_FIELD_CHOICE] = "choice",     [WB_FIELD_CHOICES] = "choices",
  [WB_FIELD_DATE] = "date",         [WB_FIELD_PERSON] = "person",
  [WB_FIELD_TABLE] = "table",       [WB_FIELD_CHECKLIST] = "checklist",
  [WB_FIELD_RATING] = "rating",     [WB_FIELD_GROUP] = "group",
  [WB_FIELD_NUMBER] = "number",     [WB_FIELD_MONEY] = "money",
  [WB_FIELD_DURATION] = "duration", [WB_FIELD_LINK] = "link",
  [WB_FIELD_COMPUTED] = "computed", [WB_FIELD_YES_NO] = "yes-no",
  [WB_FIELD_ATTACHMENT] = "attachment",
};

G_STATIC_ASSERT (G_N_ELEMENTS (type_names) == WB_N_FIELD_TYPES);

G_DEFINE_BOXED_TYPE (WbField, wb_field, wb_field_ref, wb_field_unref)

static WbOption *
option_new (const char *id,
            const char *label,
            const char *note)
{
  WbOption *option = g_new0 (WbOption, 1);

  option->id = g_strdup (id);
  option->label = g_strdup (label);
  option->note = g_strdup (note);

  return option;
}

static void
option_free (gpointer data)
{
  WbOption *option = data;

  g_free (option->id);
  g_free (option->label);
  g_free (option->note);
  g_free (option);
}

static void
column_free (gpointer data)
{
  WbColumn *column = data;

  g_free (column->id);
  g_free (column->label);
  g_ptr_array_unref (column->options);
  g_free (column->hint);
  g_free (column->form.unit);
  g_clear_pointer (&column->formula, wb_formula_unref);
  g_clear_pointer (&column->when, wb_condition_unref);
  g_free (column);
}

static const WbOption *
find_option (GPtrArray  *options,
             const char *id)
{
  for (guint i = 0; i < options->len; i++)
    {
      const WbOption *option = g_ptr_array_index (options, i);

      if (g_strcmp0 (option->id, id) == 0)
        return option;
    }

  return NULL;
}

const char *
wb_field_type_to_string (WbFieldType type)
{
  g_return_val_if_fail ((guint) type < WB_N_FIELD_TYPES, NULL);

  return type_names[type];
}

gboolean
wb_field_type_from_string (const char  *name,
                           WbFieldType *type)
{
  g_return_val_if_fail (type != NULL, FALSE);

  for (guint i = 0; i < WB_N_FIELD_TYPES; i++)
    if (g_strcmp0 (name, type_names[i]) == 0)
      {
        *type = i;
        return TRUE;
      }

  return FALSE;
}

gboolean
wb_field_type_is_question (WbFieldType type)
{
  return (guint) type < WB_N_FIELD_TYPES && type != WB_FIELD_YES_NO;
}

gboolean
wb_field_type_is_column (WbFieldType type)
{
  switch (type)
    {
    case WB_FIELD_TEXT:
    case WB_FIELD_LONG_TEXT:
    case WB_FIELD_CHOICE:
    case WB_FIELD_DATE:
    case WB_FIELD_NUMBER:
    case WB_FIELD_MONEY:
    case WB_FIELD_DURATION:
    case WB_FIELD_LINK:
    case WB_FIELD_COMPUTED:
    case WB_FIELD_YES_NO:
      return TRUE;

    case WB_FIELD_CHOICES:
    case WB_FIELD_PERSON:
    case WB_FIELD_TABLE:
    case WB_FIELD_CHECKLIST:
    case WB_FIELD_RATING:
    case WB_FIELD_GROUP:
    case WB_FIELD_ATTACHMENT:
    default:
      return FALSE;
    }
}

gboolean
wb_field_type_has_rows (WbFieldType type)
{
  return type == WB_FIELD_TABLE || type == WB_FIELD_GROUP || type == WB_FIELD_ATTACHMENT;
}

WbField *
wb_field_new (WbFieldType  type,
              const char  *id,
              const char  *label)
{
  WbField *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  self = g_new0 (WbField, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->need = WB_NEED_OPTIONAL;
  self->id = g_strdup (id);
  self->label = g_strdup (label);
  self->why = g_strdup ("");
  self->example = g_strdup ("");
  self->options = g_ptr_array_new_with_free_func (option_free);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->kinds = g_ptr_array_new_with_free_func (g_free);
  self->checks = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_field_check_free);
  self->form.decimals = WB_DECIMAL_ALL;
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_grid_rule_free);
  if (type == WB_FIELD_ATTACHMENT)
    wb_attachment_add_columns (self);

  return self;
}

WbField *
wb_field_ref (WbField *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
wb_field_unref (WbField *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->label);
  g_free (self->why);
  g_free (self->example);
  g_free (self->scale_low);
  g_free (self->scale_high);
  g_free (self->checklist);
  g_free (self->people);
  g_free (self->unless);
  g_clear_pointer (&self->when, wb_condition_unref);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->columns);
  g_clear_pointer (&self->formula, wb_formula_unref);
  g_free (self->prefill);
  g_free (self->item);
  g_free (self->form.unit);
  g_ptr_array_unref (self->kinds);
  g_clear_pointer (&self->titles, wb_titles_unref);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->rules);
  g_free (self);
}

void
wb_field_add_option (WbField    *self,
                     const char *id,
                     const char *label,
                     const char *note)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_add (self->options, option_new (id, label, note));
}

WbColumn *
wb_field_add_column (WbField     *self,
                     const char  *id,
                     const char  *label,
                     WbFieldType  type)
{
  WbColumn *column;

  g_return_val_if_fail (self != NULL, NULL);

  column = g_new0 (WbColumn, 1);
  column->id = g_strdup (id);
  column->label = g_strdup (label);
  column->type = type;
  column->options = g_ptr_array_new_with_free_func (option_free);
  column->form.decimals = WB_DECIMAL_ALL;
  g_ptr_array_add (self->columns, column);

  return column;
}

void
wb_column_add_option (WbColumn   *column,
                      const char *id,
                      const char *label)
{
  g_return_if_fail (column != NULL);

  g_ptr_array_add (column->options, option_new (id, label, NULL));
}

void
wb_column_clear_options (WbColumn *column)
{
  g_return_if_fail (column != NULL);

  g_ptr_array_set_size (column->options, 0);
}

const WbOption *
wb_field_get_option (const WbField *self,
                     const char    *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_option (self->options, id);
}

const WbColumn *
wb_field_get_column (const WbField *self,
                     const char    *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const WbColumn *column = g_ptr_array_index (self->columns, i);

      if (g_strcmp0 (column->id, id) == 0)
        return column;
    }

  return NULL;
}

const WbOption *
wb_column_get_option (const WbColumn *column,
                      const char     *id)
{
  g_return_val_if_fail (column != NULL, NULL);

  return find_option (column->options, id);
}
