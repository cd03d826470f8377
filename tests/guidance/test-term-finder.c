/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-term-finder.h"

static WbTermFinder *
make_finder (void)
{
  static const char *const spellings[][2] = {
    { "api", "API" }, { "api", "APIs" }, { "api", "Programmierschnittstelle" },
    { "open-data", "Open Data" }, { "open-data", "offene Daten" },
    { "sensor", "SensorThings API" },
    { "dcat", "DCAT-AP.de" }, { "dcat", "DCAT" },
    { "tom", "TOM" },
    { "masse", "Maßnahme" },
    { "ueb", "Übergabe" },
    { "first", "Doppel" }, { "second", "Doppel" },
    { "none", "" }, { "none", "(Klammer)" },
  };
  WbTermFinder *finder = wb_term_finder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    wb_term_finder_add (finder, spellings[i][0], spellings[i][1]);

  return finder;
}

/* What is found, as "id=text", joined by "|". */
static const struct
{
  const char *text;
  const char *found;
} cases[] = {
  { "", "" },
  { "Kein Wort davon.", "" },
  { "Die API ist da.", "api=API" },
  { "API", "api=API" },
  { "(API)", "api=API" },
  { "Viele APIs.", "api=APIs" },
  { "APIX und XAPI", "" },
  { "API-Schlüssel", "" },
  { "Web-API", "" },
  { "API- und Dateiweg", "api=API" },
  { "die - API - da", "api=API" },
  { "api klein", "" },
  { "tom heißt er", "" },
  { "TOM sind Pflicht", "tom=TOM" },
  { "programmierschnittstelle", "api=programmierschnittstelle" },
  { "OPEN DATA", "open-data=OPEN DATA" },
  { "Open  Data", "open-data=Open  Data" },
  { "Open\u00a0Data", "open-data=Open\u00a0Data" },
  { "Open\nData", "open-data=Open\nData" },
  { "Open-Data", "" },
  { "OpenData", "" },
  { "Open Datas", "" },
  { "Open", "" },
  { "SensorThings API hilft", "sensor=SensorThings API" },
  { "SensorThings und API", "api=API" },
  { "DCAT-AP.de gilt", "dcat=DCAT-AP.de" },
  { "DCAT gilt", "dcat=DCAT" },
  { "MAßNAHME", "masse=MAßNAHME" },
  { "übergabe.", "ueb=übergabe" },
  { "ÜBERGABE", "ueb=ÜBERGABE" },
  { "Doppel", "first=Doppel" },
  { "Klammer", "" },
  { "API, API und offene Daten", "api=API|api=API|open-data=offene Daten" },
};

static char *
join_spans (const char *text,
            GArray     *spans)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const WbTermSpan *span = &g_array_index (spans, WbTermSpan, i);

      g_string_append_printf (joined, "%s%s=%.*s", i > 0 ? "|" : "", span->id, (int) (span->end - span->start),
                              text + span->start);
    }

  return g_string_free (joined, FALSE);
}

static void
test_table (void)
{
  g_autoptr (WbTermFinder) finder = make_finder ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) spans = wb_term_finder_find (finder, cases[i].text, NULL);
      g_autofree char *found = join_spans (cases[i].text, spans);

      if (!g_str_equal (found, cases[i].found))
        g_test_fail_printf ("“%s” gives “%s”, not “%s”", cases[i].text, found, cases[i].found);
    }
}

/* Each term once; one that was seen still hides what lies inside it. */
static void
test_seen (void)
{
  static const char text[] = "SensorThings API, SensorThings API, offene Daten, Open Data";
  g_autoptr (WbTermFinder) finder = make_finder ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) spans = wb_term_finder_find (finder, text, seen);
  g_autofree char *found = join_spans (text, spans);
  g_autoptr (GArray) again = wb_term_finder_find (finder, text, seen);

  g_assert_cmpstr (found, ==, "sensor=SensorThings API|open-data=offene Daten");
  g_assert_cmpuint (again->len, ==, 0);
}

/* Every word is looked up once, however many terms there are. */
static void
test_many (void)
{
  g_autoptr (WbTermFinder) finder = wb_term_finder_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) spans = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *spelling = g_strdup_printf ("Begriff%u der Liste", i);

      wb_term_finder_add (finder, spelling, spelling);
      g_string_append_printf (text, "Ein begriff%u der  liste steht hier. ", i);
    }
  spans = wb_term_finder_find (finder, text->str, NULL);
  g_assert_cmpuint (spans->len, ==, 5000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/term-finder/table", test_table);
  g_test_add_func ("/term-finder/seen", test_seen);
  g_test_add_func ("/term-finder/many", test_many);

  return g_test_run ();
}
