/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-privacy.h"
#include "wb-test-guide.h"

static WbPrivacy *
make_personal (void)
{
  WbPrivacy *personal = wb_privacy_new ("die Ansprechperson");

  wb_privacy_add (personal, "Dr. Sabine Krüger (Beispiel)", "Leiterin des Sozialamts", "die Projektleitung");
  wb_privacy_add (personal, "Jörg von Weiß-Lüders", "Hauptamt", NULL);

  return personal;
}

static void
assert_replaced (const char *text,
                 const char *expected)
{
  g_autoptr (WbPrivacy) personal = make_personal ();
  g_autofree char *replaced = wb_privacy_replace (personal, text);

  g_assert_cmpstr (replaced, ==, expected);
}

static void
test_names (void)
{
  assert_replaced ("Es ging gut.", "Es ging gut.");
  assert_replaced ("Frau Krüger hat gefragt.", "Die Projektleitung hat gefragt.");
  assert_replaced ("Gefragt hat Dr. Sabine Krüger selbst.", "Gefragt hat die Projektleitung selbst.");
  assert_replaced ("Wir sprachen mit Frau Dr. Krueger.", "Wir sprachen mit der Projektleitung.");
  assert_replaced ("S. KRÜGER war da", "Die Projektleitung war da");
  assert_replaced ("frau krüger war da, Sabine auch", "Die Projektleitung war da, die Projektleitung auch");
  assert_replaced ("Das ist Krügers Liste.", "Das ist der Projektleitung Liste.");
  assert_replaced ("Jörg von Weiß-Lüders und Weiss", "Die Ansprechperson und die Ansprechperson");
  assert_replaced ("Die Kruger-Liste", "Die die Projektleitung-Liste");
  /* Parts of other words are none. */
  assert_replaced ("Der Krug geht zum Brunnen; weißlich.", "Der Krug geht zum Brunnen; weißlich.");
}

/* Those whom nobody entered. */
static void
test_strangers (void)
{
  assert_replaced ("Herr Schulze war dagegen.", "Die Ansprechperson war dagegen.");
  assert_replaced ("Dagegen war Thomas Meier aus dem Bauhof.", "Dagegen war die Ansprechperson aus dem Bauhof.");
  assert_replaced ("Wir sind Herr der Lage.", "Wir sind Herr der Lage.");
  assert_replaced ("Der Bauhof in der Peter-Straße", "Der Bauhof in der Peter-Straße");
}

static void
test_functions (void)
{
  assert_replaced ("Die Leiterin des Sozialamts, Frau Krüger, half.", "Die die Projektleitung, die Projektleitung, half.");
  assert_replaced ("Das Hauptamt half.", "Das Hauptamt half.");
}

static void
test_patterns (void)
{
  assert_replaced ("Schreiben Sie an s.krueger@stadt-beispiel.de bitte.", "Schreiben Sie an bitte.");
  assert_replaced ("Auskunft gibt das Amt (Tel. 03883 / 623-100, E-Mail: amt@beispiel.de).", "Auskunft gibt das Amt.");
  assert_replaced ("Anruf: +49 (0) 3883 623100", "Anruf:");
  assert_replaced ("Konto DE89 3704 0044 0532 0130 00.", "Konto.");
  /* Dates, sums and numbers are none. */
  assert_replaced ("Am 01.03.2026 um 08:30 Uhr, 12.500,50 Euro, 0,75 Stellen, 2026-11-22, 13076060",
                   "Am 01.03.2026 um 08:30 Uhr, 12.500,50 Euro, 0,75 Stellen, 2026-11-22, 13076060");
}

static void
test_marks (void)
{
  g_autoptr (WbPrivacy) personal = make_personal ();
  g_autoptr (GPtrArray) marks = wb_privacy_find (personal, "Rufen Sie Frau Krüger an: 03883 623100");
  const WbPrivacyMark *name, *phone;

  g_assert_cmpuint (marks->len, ==, 2);
  name = g_ptr_array_index (marks, 0);
  phone = g_ptr_array_index (marks, 1);
  g_assert_cmpint (name->kind, ==, WB_PRIVACY_NAME);
  g_assert_cmpstr (name->text, ==, "Frau Krüger");
  g_assert_cmpuint (name->start, ==, 10);
  g_assert_cmpstr (name->instead, ==, "die Projektleitung");
  g_assert_cmpint (phone->kind, ==, WB_PRIVACY_PHONE);
  g_assert_cmpstr (phone->text, ==, "03883 623100");
}

/* Names out of every kind of answer that holds them. */
static void
test_answers (void)
{
  g_autoptr (WbGuide) guide = wb_guide_new ("guide", "Guide", 1);
  g_autoptr (WbAnswers) answers = wb_answers_new ();
  g_autoptr (GHashTable) roles = g_hash_table_new (g_str_hash, g_str_equal);
  WbStep *step = wb_test_add_step (guide, "step", NULL);
  WbField *table, *list;
  g_autoptr (WbPrivacy) personal = NULL;
  g_autofree char *text = NULL;

  wb_test_add_field (guide, step, WB_FIELD_PERSON, "lead", NULL);
  table = wb_test_add_field (guide, step, WB_FIELD_TABLE, "team", NULL);
  wb_field_add_column (table, "team-name", "Name", WB_FIELD_TEXT);
  wb_field_add_column (table, "mit", "Mit wem", WB_FIELD_TEXT);
  wb_field_add_column (table, "inhalt", "Inhalt", WB_FIELD_TEXT);
  table->grid = WB_GRID_PERSONS;
  wb_field_add_column (table, "function", "Funktion", WB_FIELD_TEXT);
  list = wb_test_add_field (guide, step, WB_FIELD_CHECKLIST, "list", NULL);
  wb_field_add_option (list, "one", "One", NULL);
  wb_answers_set (answers, "lead", "", "name", "Anne Adler");
  wb_answers_add_row (answers, "team", "r1");
  wb_answers_set (answers, "team", "r1", "team-name", "Berger");
  wb_answers_set (answers, "team", "r1", "mit", "Carla Dorn; Jugendamt, Landkreis Beispielkreis, das ganze Team");
  wb_answers_set (answers, "team", "r1", "inhalt", "Gute Daten, Auskunft von Frau Falk");
  wb_answers_set (answers, "team", "r1", "function", "Ortsvorsteherin");
  wb_answers_set (answers, "list", "one", "owner", "Frau Eder");
  g_hash_table_insert (roles, (gpointer) "lead", (gpointer) "die Leitung");

  personal = wb_privacy_new_from_answers (guide, answers, roles, "die Ansprechperson");
  text = wb_privacy_replace (personal, "Gute Auskunft gaben Adler, Berger, Dorn, Eder, Falk, die Ortsvorsteherin, das Jugendamt und der Landkreis Beispielkreis.");
  g_assert_cmpstr (text, ==,
                   "Gute Auskunft gaben die Leitung, die Ansprechperson, die Ansprechperson, die Ansprechperson, die Ansprechperson, die die Ansprechperson, das Jugendamt und der Landkreis "
                   "Beispielkreis.");
}

/* However somebody in a hurry writes it. */
static void
test_small_names (void)
{
  g_autoptr (WbGuide) guide = wb_guide_new ("guide", "Guide", 1);
  g_autoptr (WbAnswers) answers = wb_answers_new ();
  WbStep *step = wb_test_add_step (guide, "step", NULL);
  WbField *table;
  g_autoptr (WbPrivacy) personal = NULL;
  const char *const names[] = { "Sabine", "Kim fuchsberg", "Herr lindner", "Thomas krause" };
  const char *const texts[] = { "Da war Sabine.", "Da war Fuchsberg.", "Da war Lindner.", "Da war Krause.", "Da war Eibe." };

  wb_test_add_field (guide, step, WB_FIELD_PERSON, "lead", NULL);
  wb_answers_set (answers, "lead", "", "name", "Kim eibe");
  table = wb_test_add_field (guide, step, WB_FIELD_TABLE, "team", NULL);
  wb_field_add_column (table, "team-name", "Name", WB_FIELD_TEXT);
  wb_field_add_column (table, "inhalt", "Inhalt", WB_FIELD_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *row = g_strdup_printf ("r%u", i);

      wb_answers_add_row (answers, "team", row);
      wb_answers_set (answers, "team", row, "team-name", names[i]);
    }
  wb_answers_set (answers, "team", "r0", "inhalt", "Frau Falk sagte");

  personal = wb_privacy_new_from_answers (guide, answers, NULL, "die Leitung");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = wb_privacy_replace (personal, texts[i]);

      g_assert_cmpstr (text, ==, "Da war die Leitung.");
    }
  {
    g_autofree char *text = wb_privacy_replace (personal, "Niemand sagte etwas.");

    g_assert_cmpstr (text, ==, "Niemand sagte etwas.");
  }
}

/* Files are called by whom they are from; what else is in their names is no name. */
static void
test_attachments (void)
{
  g_autoptr (WbGuide) guide = wb_guide_new ("guide", "Guide", 1);
  g_autoptr (WbAnswers) answers = wb_answers_new ();
  g_autoptr (WbPrivacy) personal = NULL;
  g_autofree char *text = NULL;
  WbStep *step = wb_test_add_step (guide, "step", NULL);

  wb_test_add_field (guide, step, WB_FIELD_ATTACHMENT, "anlagen", NULL);
  wb_answers_add_row (answers, "anlagen", "a");
  wb_answers_set (answers, "anlagen", "a", "name", "Stellungnahme_Frau_Dr._Falk_Datenschutz.pdf");
  wb_answers_set (answers, "anlagen", "a", "note", "im Auftrag von Thomas Krause, Bauamt");
  personal = wb_privacy_new_from_answers (guide, answers, NULL, "die Leitung");
  text = wb_privacy_replace (personal, "Die Stellungnahme zum Datenschutz kam vom Bauamt: Falk.");
  g_assert_cmpstr (text, ==, "Die Stellungnahme zum Datenschutz kam vom Bauamt: die Leitung.");
  g_free (text);
  text = wb_privacy_replace (personal, "Da war Krause.");
  g_assert_cmpstr (text, ==, "Da war die Leitung.");
}

static void
test_hostile (void)
{
  g_autoptr (WbPrivacy) personal = make_personal ();
  g_autoptr (GPtrArray) bad = wb_privacy_find (personal, "Kr\xfcger");
  g_autofree char *empty = wb_privacy_replace (personal, "");
  g_autofree char *only = wb_privacy_replace (personal, "Krüger Krüger Sabine Krüger");

  g_assert_cmpuint (bad->len, ==, 0);
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (only, ==, "Die Projektleitung");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/privacy/names", test_names);
  g_test_add_func ("/privacy/strangers", test_strangers);
  g_test_add_func ("/privacy/functions", test_functions);
  g_test_add_func ("/privacy/patterns", test_patterns);
  g_test_add_func ("/privacy/marks", test_marks);
  g_test_add_func ("/privacy/answers", test_answers);
  g_test_add_func ("/privacy/small-names", test_small_names);
  g_test_add_func ("/privacy/attachments", test_attachments);
  g_test_add_func ("/privacy/hostile", test_hostile);

  return g_test_run ();
}
