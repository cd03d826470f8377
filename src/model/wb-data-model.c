/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-data-model.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *label;
} types[] = {
  [WB_DATA_STRING] = { "string", NC_("data type", "Text") },
  [WB_DATA_INTEGER] = { "integer", NC_("data type", "Whole number") },
  [WB_DATA_NUMBER] = { "number", NC_("data type", "Number") },
  [WB_DATA_BOOLEAN] = { "boolean", NC_("data type", "Yes or no") },
  [WB_DATA_DATE] = { "date", NC_("data type", "Date") },
  [WB_DATA_DATETIME] = { "datetime", NC_("data type", "Date and time") },
  [WB_DATA_TIME] = { "time", NC_("data type", "Time of day") },
  [WB_DATA_YEAR] = { "year", NC_("data type", "Year") },
  [WB_DATA_GEOPOINT] = { "geopoint", NC_("data type", "Point on the map") },
  [WB_DATA_GEOJSON] = { "geojson", NC_("data type", "Shape on the map (GeoJSON)") },
  [WB_DATA_OBJECT] = { "object", NC_("data type", "Nested details") },
  [WB_DATA_ARRAY] = { "array", NC_("data type", "List") },
  [WB_DATA_ANY] = { "any", NC_("data type", "Anything") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (types) == WB_N_DATA_TYPES);

G_DEFINE_BOXED_TYPE (WbDataModel, wb_data_model, wb_data_model_ref, wb_data_model_unref)

const char *
wb_data_type_to_string (WbDataType type)
{
  g_return_val_if_fail ((guint) type < WB_N_DATA_TYPES, NULL);

  return types[type].name;
}

gboolean
wb_data_type_from_string (const char *name,
                          WbDataType *type)
{
  g_return_val_if_fail (type != NULL, FALSE);

  for (guint i = 0; i < WB_N_DATA_TYPES; i++)
    if (g_strcmp0 (name, types[i].name) == 0)
      {
        *type = i;
        return TRUE;
      }

  return FALSE;
}

const char *
wb_data_type_get_label (WbDataType type)
{
  g_return_val_if_fail ((guint) type < WB_N_DATA_TYPES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "data type", types[type].label);
}

static void
data_field_free (gpointer data)
{
  WbDataField *field = data;

  g_free (field->name);
  g_free (field->title);
  g_free (field->description);
  g_free (field->example);
  g_free (field->minimum);
  g_free (field->maximum);
  g_free (field->min_length);
  g_free (field->max_length);
  g_free (field->pattern);
  g_ptr_array_unref (field->values);
  g_free (field);
}

WbDataModel *
wb_data_model_new (void)
{
  WbDataModel *self = g_atomic_rc_box_new0 (WbDataModel);

  self->fields = g_ptr_array_new_with_free_func (data_field_free);
  self->primary_key = g_ptr_array_new_with_free_func (g_free);
  self->missing_values = g_ptr_array_new_with_free_func (g_free);

  return self;
}

WbDataModel *
wb_data_model_ref (WbDataModel *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
data_model_clear (gpointer data)
{
  WbDataModel *self = data;

  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->primary_key);
  g_ptr_array_unref (self->missing_values);
}

void
wb_data_model_unref (WbDataModel *self)
{
  g_atomic_rc_box_release_full (self, data_model_clear);
}

WbDataField *
wb_data_model_add_field (WbDataModel *self,
                         WbDataType   type,
                         const char  *name,
                         const char  *title,
                         const char  *description,
                         const char  *example)
{
  WbDataField *field;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL && title != NULL && description != NULL && example != NULL, NULL);

  field = g_new0 (WbDataField, 1);
  field->type = type;
  field->name = g_strdup (name);
  field->title = g_strdup (title);
  field->description = g_strdup (description);
  field->example = g_strdup (example);
  field->values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->fields, field);

  return field;
}

const WbDataField *
wb_data_model_get_field (const WbDataModel *self,
                         const char        *name)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const WbDataField *field = g_ptr_array_index (self->fields, i);

      if (g_str_equal (field->name, name))
        return field;
    }

  return NULL;
}

gboolean
wb_data_model_is_key (const WbDataModel *self,
                      const char        *name)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return g_ptr_array_find_with_equal_func (self->primary_key, name, g_str_equal, NULL);
}
