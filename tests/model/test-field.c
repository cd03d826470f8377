/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-field.h"

static void
test_type_names (void)
{
  static const char *const names[] = {
    "text", "long-text", "choice", "choices", "date", "person", "table", "checklist", "rating", "group", "attachment",
    "number", "money", "duration", "link", "computed", "yes-no",
  };
  WbFieldType type = WB_FIELD_RATING;

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == WB_N_FIELD_TYPES);
  g_assert_false (wb_field_type_from_string (NULL, &type));
  g_assert_false (wb_field_type_from_string ("", &type));
  g_assert_false (wb_field_type_from_string ("Text", &type));
  g_assert_cmpint (type, ==, WB_FIELD_RATING);

  for (guint i = 0; i < WB_N_FIELD_TYPES; i++)
    {
      g_assert_cmpstr (wb_field_type_to_string (i), ==, names[i]);
      g_assert_true (wb_field_type_from_string (names[i], &type));
      g_assert_cmpint (type, ==, i);
    }
}

static void
test_new (void)
{
  g_autoptr (WbField) field = wb_field_new (WB_FIELD_TEXT, "goal", "Goal");

  g_assert_cmpint (field->type, ==, WB_FIELD_TEXT);
  g_assert_cmpint (field->need, ==, WB_NEED_OPTIONAL);
  g_assert_cmpstr (field->id, ==, "goal");
  g_assert_cmpstr (field->label, ==, "Goal");
  g_assert_cmpstr (field->why, ==, "");
  g_assert_cmpstr (field->example, ==, "");
  g_assert_null (field->when);
  g_assert_null (field->unless);
  g_assert_null (field->checklist);
  g_assert_cmpuint (field->options->len, ==, 0);
  g_assert_cmpuint (field->columns->len, ==, 0);
}

static void
test_options (void)
{
  g_autoptr (WbField) field = wb_field_new (WB_FIELD_CHOICES, "groups", "Groups");

  wb_field_add_option (field, "children", "Children", NULL);
  wb_field_add_option (field, "elderly", "Elderly", "from 65 on");

  g_assert_cmpstr (wb_field_get_option (field, "children")->label, ==, "Children");
  g_assert_null (wb_field_get_option (field, "children")->note);
  g_assert_cmpstr (wb_field_get_option (field, "elderly")->note, ==, "from 65 on");
  g_assert_null (wb_field_get_option (field, "Elderly"));
  g_assert_null (wb_field_get_option (field, ""));
  g_assert_null (wb_field_get_option (field, NULL));
}

static void
test_columns (void)
{
  g_autoptr (WbField) field = wb_field_new (WB_FIELD_TABLE, "sources", "Sources");
  WbColumn *column = wb_field_add_column (field, "quality", "Quality", WB_FIELD_CHOICE);

  wb_column_add_option (column, "good", "Good");
  wb_field_add_column (field, "name", "Name", WB_FIELD_TEXT);

  g_assert_true (wb_field_get_column (field, "quality") == column);
  g_assert_cmpstr (wb_column_get_option (column, "good")->label, ==, "Good");
  g_assert_null (wb_column_get_option (column, "bad"));
  g_assert_cmpint (wb_field_get_column (field, "name")->type, ==, WB_FIELD_TEXT);
  g_assert_null (wb_field_get_column (field, "date"));
  g_assert_null (wb_field_get_column (field, NULL));
}

/* Each grid has a name that leads back to it, begins with a text and offers what can be chosen. */
static void
test_grids (void)
{
  WbGrid grid = WB_GRID_RACI;

  g_assert_false (wb_grid_from_string ("table", &grid));
  g_assert_false (wb_grid_from_string (NULL, &grid));
  g_assert_cmpint (grid, ==, WB_GRID_RACI);
  g_assert_null (wb_grid_to_string (WB_GRID_NONE));
  for (guint i = WB_GRID_NONE + 1; i < WB_N_GRIDS; i++)
    {
      g_autoptr (WbField) field = wb_field_new_grid (i, "f", "F");

      g_assert_true (wb_grid_from_string (wb_grid_to_string (i), &grid));
      g_assert_cmpint (grid, ==, i);
      g_assert_cmpint (field->type, ==, WB_FIELD_TABLE);
      g_assert_cmpint (field->grid, ==, i);
      g_assert_cmpuint (field->columns->len, >=, 5);
      g_assert_cmpint (((WbColumn *) g_ptr_array_index (field->columns, 0))->type, ==, WB_FIELD_TEXT);
      for (guint j = 0; j < field->columns->len; j++)
        {
          const WbColumn *column = g_ptr_array_index (field->columns, j);

          g_assert_true (wb_field_get_column (field, column->id) == column);
          g_assert_cmpint (column->options->len > 0, ==, column->type == WB_FIELD_CHOICE);
        }
    }
}

static void
test_boxed (void)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (WbField) field = wb_field_new (WB_FIELD_DATE, "start", "Start");

  field->when = wb_condition_new_field (WB_CONDITION_ANSWERED, "goal", NULL);
  g_value_init (&value, WB_TYPE_FIELD);
  g_value_set_boxed (&value, field);

  g_assert_true (g_value_get_boxed (&value) == field);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field/type-names", test_type_names);
  g_test_add_func ("/field/new", test_new);
  g_test_add_func ("/field/options", test_options);
  g_test_add_func ("/field/columns", test_columns);
  g_test_add_func ("/field/grids", test_grids);
  g_test_add_func ("/field/boxed", test_boxed);

  return g_test_run ();
}
