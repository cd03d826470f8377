/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-data-value.h"

static JsonNode *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);

  return node;
}

static void
test_fits (void)
{
  static const struct
  {
    WbDataType type;
    const char *json;
    gboolean fits;
  } rows[] = {
    { WB_DATA_STRING, "\"Wald\"", TRUE },
    { WB_DATA_STRING, "12", FALSE },
    { WB_DATA_STRING, "null", FALSE },
    { WB_DATA_INTEGER, "12", TRUE },
    { WB_DATA_INTEGER, "\"-12\"", TRUE },
    { WB_DATA_INTEGER, "12.0", FALSE },
    { WB_DATA_INTEGER, "\"12a\"", FALSE },
    { WB_DATA_NUMBER, "12", TRUE },
    { WB_DATA_NUMBER, "12.5", TRUE },
    { WB_DATA_NUMBER, "\"1.5e3\"", TRUE },
    { WB_DATA_NUMBER, "\"12,5\"", FALSE },
    { WB_DATA_NUMBER, "\"\"", FALSE },
    { WB_DATA_NUMBER, "true", FALSE },
    { WB_DATA_BOOLEAN, "false", TRUE },
    { WB_DATA_BOOLEAN, "\"true\"", TRUE },
    { WB_DATA_BOOLEAN, "\"ja\"", FALSE },
    { WB_DATA_BOOLEAN, "1", FALSE },
    { WB_DATA_DATE, "\"2024-02-29\"", TRUE },
    { WB_DATA_DATE, "\"2023-02-29\"", FALSE },
    { WB_DATA_DATETIME, "\"2026-11-24T09:30:00Z\"", TRUE },
    { WB_DATA_DATETIME, "\"2026-11-24T09:30:00\"", TRUE },
    { WB_DATA_DATETIME, "\"2026-11-24T25:30:00\"", FALSE },
    { WB_DATA_DATETIME, "\"2026-11-24\"", FALSE },
    { WB_DATA_TIME, "\"09:30:00\"", TRUE },
    { WB_DATA_TIME, "\"24:00:00\"", FALSE },
    { WB_DATA_YEAR, "1987", TRUE },
    { WB_DATA_YEAR, "\"1987\"", TRUE },
    { WB_DATA_YEAR, "19870", FALSE },
    { WB_DATA_GEOPOINT, "\"10.01, 53.57\"", TRUE },
    { WB_DATA_GEOPOINT, "\"10.01,53.57\"", TRUE },
    { WB_DATA_GEOPOINT, "[10.01, 53]", TRUE },
    { WB_DATA_GEOPOINT, "{\"lon\": 10, \"lat\": 53.5}", TRUE },
    { WB_DATA_GEOPOINT, "{\"lon\": 10, \"lat\": 93.5}", FALSE },
    { WB_DATA_GEOPOINT, "{\"lon\": \"10\", \"lat\": 53.5}", FALSE },
    { WB_DATA_GEOPOINT, "[1, 2, 3]", FALSE },
    { WB_DATA_GEOPOINT, "\"53.57\"", FALSE },
    { WB_DATA_GEOJSON, "{\"type\": \"Point\", \"coordinates\": [10, 53]}", TRUE },
    { WB_DATA_GEOJSON, "\"{\\\"type\\\": \\\"Point\\\"}\"", TRUE },
    { WB_DATA_GEOJSON, "{\"typ\": \"Point\"}", FALSE },
    { WB_DATA_OBJECT, "{}", TRUE },
    { WB_DATA_OBJECT, "[]", FALSE },
    { WB_DATA_OBJECT, "\"{\"", FALSE },
    { WB_DATA_ARRAY, "[1, 2]", TRUE },
    { WB_DATA_ARRAY, "\"[1]\"", TRUE },
    { WB_DATA_ARRAY, "{}", FALSE },
    { WB_DATA_ANY, "[{}]", TRUE },
    { WB_DATA_ANY, "null", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) node = parse (rows[i].json);

      g_test_message ("%s: %s", wb_data_type_to_string (rows[i].type), rows[i].json);
      g_assert_cmpint (wb_data_value_fits (node, rows[i].type), ==, rows[i].fits);
    }
}

static void
test_to_text (void)
{
  static const char *const rows[][2] = {
    { "\"L-017\"", "L-017" }, { "12", "12" }, { "12.5", "12.5" }, { "true", "true" }, { "[10.5,53]", "[10.5,53]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) node = parse (rows[i][0]);
      g_autofree char *text = wb_data_value_to_text (node);

      g_assert_cmpstr (text, ==, rows[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/data-value/fits", test_fits);
  g_test_add_func ("/data-value/to-text", test_to_text);

  return g_test_run ();
}
