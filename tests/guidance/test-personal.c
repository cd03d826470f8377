/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-personal.h"

#include <locale.h>

static void
test_found (void)
{
  static const struct
  {
    const char *text;
    WbPersonal found;
  } cases[] = {
    { "anna.schmidt@stadt-irgendwo.de", WB_PERSONAL_MAIL },
    { "Rückfragen an A.B@amt.landkreis.de bis Freitag", WB_PERSONAL_MAIL },
    { "Tel. 030 1234567", WB_PERSONAL_PHONE },
    { "0351/4881234", WB_PERSONAL_PHONE },
    { "(0511) 168-40000", WB_PERSONAL_PHONE },
    { "+49 511 1684000", WB_PERSONAL_PHONE },
    { "mobil 01711234567", WB_PERSONAL_PHONE },
    { "DE89 3704 0044 0532 0130 00", WB_PERSONAL_IBAN },
    { "DE89370400440532013000", WB_PERSONAL_IBAN },
    { "geb. 12.03.1987", WB_PERSONAL_BIRTH },
    { "Geburtsdatum: 3.4.61", WB_PERSONAL_BIRTH },
    { "*12.03.1987", WB_PERSONAL_BIRTH },
    { "Frau Krüger aus der Kita", WB_PERSONAL_NAMES },
    { "mit Herrn Dr. Özdemir besprochen", WB_PERSONAL_NAMES },
    { "Anna Schmidt, 4 Jahre\nLukas Weber, 5 Jahre", WB_PERSONAL_NAMES },
    { "Frau Krüger, krueger@stadt-x.de", WB_PERSONAL_NAMES | WB_PERSONAL_MAIL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (wb_personal_find (cases[i].text), ==, cases[i].found);
    }
}

/* What stands in such fields every day, and is nobody. */
static void
test_not_found (void)
{
  static const char *const texts[] = {
    "",
    "40 erfundene Kinder, Alter 0 bis 6, drei Stadtteile",
    "Max Mustermann, Erika Musterfrau, Lieschen Müller",
    "Frau Mustermann, Herr Beispiel, Frau A., Herr B.",
    "Frau Bürgermeisterin, Herr Landrat, Frau Amtsleiterin",
    "muster@stadt.de, person@example.org, a@beispiel.de, max.mustermann@irgendwo.de",
    "Gemeindeschlüssel 03158016, Kreis 06633, PLZ 01067 Dresden",
    "24.11.2026, 01.02.2026 bis 03.04.2026, 2026-11-24",
    "12.500,50 €, 0,5 bis 100, 1.234.567",
    "030 23125 012 und 0152 28817386 (aus Filmen)",
    "DE12 3456 7890 1234 5678 90 (erfunden, Prüfziffer falsch)",
    "Anna-Freud-Schule, Hannah Arendt Gymnasium, Karl-Marx-Straße 5",
    "Vorlage von Peter Schmidt",
    "Martin Luther Platz und Robert Koch Institut",
    "ISO 8601, RFC 8259, DIN 91367",
    "Herr der Lage, Frau und Kind",
    "Sensor 0012-3456, Zähler 00123456789",
    "geboren wurde die Idee 2019 im Bauhof",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (wb_personal_find (texts[i]), ==, 0);
    }
}

static void
test_hostile (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpuint (wb_personal_find ("\xff\xfe@\xff"), ==, 0);
  while (text->len < 300000)
    g_string_append (text, "0 1 ");
  wb_personal_find (text->str);
  g_string_truncate (text, 0);
  while (text->len < 300000)
    g_string_append (text, "a.-");
  g_assert_cmpuint (wb_personal_find (text->str), ==, 0);
}

static void
test_words (void)
{
  g_autofree char *words = wb_personal_to_words (WB_PERSONAL_NAMES | WB_PERSONAL_IBAN);

  g_assert_null (wb_personal_to_words (0));
  g_assert_cmpstr (words, ==, "names of people, a bank account");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/personal/found", test_found);
  g_test_add_func ("/personal/not-found", test_not_found);
  g_test_add_func ("/personal/hostile", test_hostile);
  g_test_add_func ("/personal/words", test_words);

  return g_test_run ();
}
