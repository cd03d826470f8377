/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-fit.h"

static WbVocabulary *vocabulary;

static WbVocabulary *
make_vocabulary (void)
{
  WbVocabulary *made = wb_vocabulary_new ();

  wb_vocabulary_add_facet (made, "size", "Größe");
  wb_vocabulary_add_value (made, "size", "klein", "Kleinstadt");
  wb_vocabulary_add_value (made, "size", "gross", "Großstadt");
  wb_vocabulary_add_value (made, "size", "kreis", "Landkreis");
  wb_vocabulary_add_facet (made, "state", "Land");
  wb_vocabulary_add_value (made, "state", "MV", "Mecklenburg-Vorpommern");
  wb_vocabulary_add_value (made, "state", "HE", "Hessen");
  wb_vocabulary_add_facet (made, "domain", "Bereich");
  wb_vocabulary_add_value (made, "domain", "soziales", "Soziales");
  wb_vocabulary_add_value (made, "domain", "bauen-planen", "Bauen & Planen");

  return made;
}

/* "size:klein state:MV" */
static WbItem *
make_item (const char *facets)
{
  WbItem *item = wb_item_new (WB_KIND_USE_CASE, "case", "Case");
  g_auto (GStrv) pairs = g_strsplit (facets, " ", -1);

  for (guint i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], ":", 2);

      wb_item_add_facet (item, pair[0], pair[1]);
    }

  return item;
}

enum
{
  TOWN,     /* 12,000, belongs to itself */
  VILLAGE,  /* in an Amt */
  CITY,     /* county-free, 200,000 */
  COUNTY,
  AMT,      /* small */
  N_TOWNS
};

static WbMunicipality *
make_town (guint which)
{
  static const struct
  {
    const char *key;
    const char *name;
    const char *kind;
    const char *district;
    const char *association;
    guint population;
  } towns[N_TOWNS] = {
    { "13076060", "Hagenow, Stadt", "Stadt", "Landkreis Ludwigslust-Parchim", "Hagenow, Stadt", 12000 },
    { "13076064", "Hoort", "Kreisangehörige Gemeinde", "Landkreis Ludwigslust-Parchim", "Amt Hagenow-Land", 600 },
    { "13003000", "Rostock, Hansestadt", "Kreisfreie Stadt", "Rostock", "Rostock, Hansestadt", 200000 },
    { "13076", "Ludwigslust-Parchim", "Landkreis", "", "", 210000 },
    { "130765658", "Hagenow-Land", "Amt", "Ludwigslust-Parchim", "", 9000 },
  };

  return wb_municipality_new (towns[which].key, towns[which].name, towns[which].kind, towns[which].district,
                              towns[which].association, "Mecklenburg-Vorpommern", NULL, towns[which].population);
}

/* What has to be said, "+" for and "-" against, by a telling part of the sentence, in this order. */
static const struct
{
  guint town;
  const char *facets;
  const char *said;
} cases[] = {
  { TOWN, "", "" },
  { TOWN, "evidence:belegt", "" },
  { TOWN, "size:klein", "+Hagenow with 12" },
  { TOWN, "size:mittel", "+one size class away" },
  { TOWN, "size:gross", "-quite another size" },
  { TOWN, "size:kreis", "-ask whether Landkreis Ludwigslust-Parchim takes part" },
  { TOWN, "size:kreis size:klein", "+as large as where" },
  { TOWN, "size:gross size:kreis", "-quite another size|-ask whether" },
  { TOWN, "state:MV", "+your Land, Mecklenburg-Vorpommern" },
  { TOWN, "state:HE", "-elsewhere (Hessen): check what the law of Mecklenburg-Vorpommern" },
  { TOWN, "state:HE state:MV", "+your Land" },
  { TOWN, "domain:soziales", "-Soziales is for the greater part a task of the counties: clarify with Landkreis Ludwigslust-Parchim" },
  { TOWN, "domain:bauen-planen", "+Bauen & Planen is for the greater part a task of municipalities" },
  { TOWN, "domain:mobilitaet", "" },
  { TOWN, "effort:gering", "+little effort" },
  { TOWN, "effort:mittel", "" },
  { TOWN, "effort:hoch", "-great effort" },
  { TOWN, "state:HE size:klein effort:gering", "+as large as|+little effort|-elsewhere" },
  { VILLAGE, "size:klein", "+Hoort with 600|-belongs to Amt Hagenow-Land" },
  { VILLAGE, "state:MV", "+your Land" },
  { CITY, "size:gross", "+as large as" },
  { CITY, "size:kreis", "-first used by a county or region." },
  { CITY, "size:klein", "-quite another size" },
  { CITY, "domain:soziales", "+county-free towns, hence yours" },
  { CITY, "effort:hoch", "" },
  { COUNTY, "size:kreis", "+as you are" },
  { COUNTY, "size:klein", "-by a single municipality" },
  { COUNTY, "domain:soziales", "+hence yours" },
  { COUNTY, "domain:bauen-planen", "-can only be offered to them" },
  { AMT, "size:klein", "+as large as|+several municipalities" },
};

static void
test_explain (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WbItem) item = make_item (cases[i].facets);
      g_autoptr (WbMunicipality) town = make_town (cases[i].town);
      g_autoptr (GPtrArray) reasons = wb_fit_explain (item, town, vocabulary);
      g_auto (GStrv) said = g_strsplit (cases[i].said, "|", -1);

      if (g_strv_length (said) != reasons->len)
        g_test_fail_printf ("“%s” for %u: %u reasons", cases[i].facets, cases[i].town, reasons->len);
      for (guint j = 0; j < reasons->len && said[j] != NULL; j++)
        {
          const WbFitReason *reason = g_ptr_array_index (reasons, j);

          if (strstr (reason->text, said[j] + 1) == NULL || reason->against != (said[j][0] == '-'))
            g_test_fail_printf ("“%s” for %u: “%s”, not “%s”", cases[i].facets, cases[i].town, reason->text, said[j]);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  vocabulary = make_vocabulary ();

  g_test_add_func ("/fit/explain", test_explain);
  status = g_test_run ();
  g_assert_finalize_object (vocabulary);

  return status;
}
