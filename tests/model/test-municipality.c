/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "wb-municipality.h"

static WbMunicipality *
make_town (const char *key,
           const char *name,
           guint       population)
{
  return wb_municipality_new (key, name, "Stadt", NULL, NULL, NULL, NULL, population);
}

static void
test_values (void)
{
  WbMunicipality *town = wb_municipality_new ("13076060", "Hagenow, Stadt", "Stadt", "Ludwigslust-Parchim",
                                              "Hagenow, Stadt", "Mecklenburg-Vorpommern", "19230", 12000);
  WbMunicipality *bare = wb_municipality_new ("01001000", "Flensburg", NULL, NULL, NULL, NULL, NULL, 0);

  g_assert_cmpstr (wb_municipality_get_key (town), ==, "13076060");
  g_assert_cmpstr (wb_municipality_get_name (town), ==, "Hagenow, Stadt");
  g_assert_cmpstr (wb_municipality_get_kind (town), ==, "Stadt");
  g_assert_cmpstr (wb_municipality_get_district (town), ==, "Ludwigslust-Parchim");
  g_assert_cmpstr (wb_municipality_get_association (town), ==, "Hagenow, Stadt");
  g_assert_cmpstr (wb_municipality_get_state (town), ==, "Mecklenburg-Vorpommern");
  g_assert_cmpstr (wb_municipality_get_postcode (town), ==, "19230");
  g_assert_cmpuint (wb_municipality_get_population (town), ==, 12000);
  g_assert_cmpstr (wb_municipality_get_kind (bare), ==, "");
  g_assert_cmpstr (wb_municipality_get_district (bare), ==, "");
  g_assert_cmpstr (wb_municipality_get_association (bare), ==, "");
  g_assert_cmpstr (wb_municipality_get_state (bare), ==, "");
  g_assert_cmpstr (wb_municipality_get_postcode (bare), ==, "");

  g_assert_finalize_object (town);
  g_assert_finalize_object (bare);
}

static void
test_short_name (void)
{
  static const struct
  {
    const char *name;
    const char *short_name;
  } cases[] = {
    { "Hagenow, Stadt", "Hagenow" },
    { "Kiel, Landeshauptstadt", "Kiel" },
    { "Bautzen / Budyšin, Stadt", "Bautzen" },
    { "Wiesenburg/Mark", "Wiesenburg/Mark" },
    { "Halle (Saale), Stadt", "Halle (Saale)" },
    { "Kernen im Remstal", "Kernen im Remstal" },
    { "Amt Güstrow-Land", "Amt Güstrow-Land" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WbMunicipality) town = make_town ("13072000", cases[i].name, 1);

      g_assert_cmpstr (wb_municipality_get_short_name (town), ==, cases[i].short_name);
    }
}

static void
test_state_code (void)
{
  static const char *const codes[] = {
    NULL, "SH", "HH", "NI", "HB", "NW", "HE", "RP", "BW", "BY", "SL", "BE", "BB", "MV", "SN", "ST", "TH", NULL,
  };
  static const char *const foreign[] = { "", "0", "x1001000", "1", "99001000", "1x001000" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *key = g_strdup_printf ("%02u001000", i);
      g_autoptr (WbMunicipality) town = make_town (key, "Town", 1);

      g_assert_cmpstr (wb_municipality_get_state_code (town), ==, codes[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autoptr (WbMunicipality) town = make_town (foreign[i], "Town", 1);

      g_assert_null (wb_municipality_get_state_code (town));
    }
}

/* A town of 20,000 is no small one any more, one of 100,000 a large one. */
static void
test_size_class (void)
{
  static const struct
  {
    const char *key;
    guint population;
    WbSizeClass size;
  } cases[] = {
    { "13076060", 0, WB_SIZE_SMALL },          { "13076060", 19999, WB_SIZE_SMALL },
    { "13076060", 20000, WB_SIZE_MEDIUM },     { "13076060", 99999, WB_SIZE_MEDIUM },
    { "13076060", 100000, WB_SIZE_LARGE },     { "11000000", 3700000, WB_SIZE_LARGE },
    { "13076", 19999, WB_SIZE_REGION },        { "13076", 210000, WB_SIZE_REGION },
    { "130765656", 19999, WB_SIZE_SMALL },     { "130765656", 20000, WB_SIZE_REGION },
    { "130765656", G_MAXUINT, WB_SIZE_REGION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WbMunicipality) town = make_town (cases[i].key, "Town", cases[i].population);

      g_assert_cmpint (wb_municipality_get_size_class (town), ==, cases[i].size);
      g_assert_cmpint (wb_municipality_is_municipality (town), ==, strlen (cases[i].key) == 8);
    }
}

static void
test_size_names (void)
{
  g_assert_cmpstr (wb_size_class_to_string (WB_SIZE_SMALL), ==, "klein");
  g_assert_cmpstr (wb_size_class_to_string (WB_SIZE_MEDIUM), ==, "mittel");
  g_assert_cmpstr (wb_size_class_to_string (WB_SIZE_LARGE), ==, "gross");
  g_assert_cmpstr (wb_size_class_to_string (WB_SIZE_REGION), ==, "kreis");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/municipality/values", test_values);
  g_test_add_func ("/municipality/short-name", test_short_name);
  g_test_add_func ("/municipality/state-code", test_state_code);
  g_test_add_func ("/municipality/size-class", test_size_class);
  g_test_add_func ("/municipality/size-names", test_size_names);

  return g_test_run ();
}
