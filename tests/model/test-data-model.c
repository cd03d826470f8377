/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-data-model.h"

static void
test_types (void)
{
  WbDataType type = WB_DATA_YEAR;

  g_assert_false (wb_data_type_from_string ("text", &type));
  g_assert_false (wb_data_type_from_string (NULL, &type));
  g_assert_cmpint (type, ==, WB_DATA_YEAR);
  for (guint i = 0; i < WB_N_DATA_TYPES; i++)
    {
      g_assert_true (wb_data_type_from_string (wb_data_type_to_string (i), &type));
      g_assert_cmpuint (type, ==, i);
      g_assert_cmpstr (wb_data_type_get_label (i), !=, "");
    }
}

static void
test_fields (void)
{
  g_autoptr (WbDataModel) model = wb_data_model_new ();
  WbDataField *field = wb_data_model_add_field (model, WB_DATA_STRING, "nummer", "Nummer", "Woran man es erkennt.", "1");

  wb_data_model_add_field (model, WB_DATA_DATE, "tag", "Tag", "Wann.", "2026-11-20");
  g_ptr_array_add (model->primary_key, g_strdup ("nummer"));

  g_assert_true (wb_data_model_get_field (model, "nummer") == field);
  g_assert_null (wb_data_model_get_field (model, "Nummer"));
  g_assert_true (wb_data_model_is_key (model, "nummer"));
  g_assert_false (wb_data_model_is_key (model, "tag"));
  g_assert_false (field->required);
  g_assert_null (field->minimum);
  g_assert_cmpuint (field->values->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/data-model/types", test_types);
  g_test_add_func ("/data-model/fields", test_fields);

  return g_test_run ();
}
