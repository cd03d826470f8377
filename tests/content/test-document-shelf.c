/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "wb-answer-check.h"
#include "wb-content-folder.h"
#include "wb-document-shelf.h"
#include "wb-error.h"
#include "wb-link-titles.h"
#include "wb-payload-reader.h"

/* A library compiled out of the fixtures, and a project begun from its guide. */
typedef struct
{
  char *folder;
  char *library_path;
  char *project_path;
  WbLibrary *library;
  WbProjectFile *project;
  WbGuide *guide;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *content =
    g_build_filename (g_getenv ("WB_SOURCE_ROOT"), "tests", "fixtures", "content", "good", NULL);
  g_autoptr (WbContentFolder) folder = NULL;
  g_autoptr (WbItem) item = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("wb-shelf-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->library_path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->project_path = g_build_filename (fixture->folder, "Licht.wegbereiter", NULL);
  folder = wb_content_folder_load (content, &error);
  g_assert_no_error (error);
  wb_content_folder_build (folder, fixture->library_path, &error);
  g_assert_no_error (error);
  fixture->library = wb_library_open (fixture->library_path, &error);
  g_assert_no_error (error);

  item = wb_library_get_item (fixture->library, "leitfaden-muster", &error);
  g_assert_no_error (error);
  fixture->guide = wb_guide_from_json ("leitfaden-muster", "Leitfaden", wb_item_get_payload (item), &error);
  g_assert_no_error (error);
  fixture->project = wb_project_file_create (fixture->project_path, "Licht für alle", "leitfaden-muster", "Leitfaden",
                                             wb_item_get_payload (item), NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_true (wb_project_file_close (fixture->project, NULL));
  g_object_unref (fixture->project);
  g_object_unref (fixture->guide);
  g_object_unref (fixture->library);
  g_remove (fixture->library_path);
  g_remove (fixture->project_path);
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->library_path);
  g_free (fixture->project_path);
  g_free (fixture->folder);
}

static void
assert_offer (GPtrArray        *offers,
              guint             index,
              const char       *name,
              WbDocumentFormat  format)
{
  const WbOffer *offer;

  g_assert_cmpuint (offers->len, >, index);
  offer = g_ptr_array_index (offers, index);
  g_assert_cmpstr (offer->name, ==, name);
  g_assert_cmpint (offer->format, ==, format);
  g_assert_cmpstr (offer->title, !=, "");
}

static void
assert_contains (WbDocument *document,
                 const char *part,
                 gboolean    expected)
{
  g_autofree char *text = wb_block_to_text (wb_document_get_root (document));

  if ((strstr (text, part) != NULL) != expected)
    g_error ("“%s” %s in: %s", part, expected ? "is not" : "is", text);
}

static void
test_list_item (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) playbook = wb_document_shelf_list_item (fixture->library, "handbuch-muster", &error);
  g_autoptr (GPtrArray) checklist = wb_document_shelf_list_item (fixture->library, "liste-muster", &error);
  g_autoptr (GPtrArray) template = wb_document_shelf_list_item (fixture->library, "brief-muster", &error);
  g_autoptr (GPtrArray) deck = wb_document_shelf_list_item (fixture->library, "folien-muster", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (playbook->len, ==, 1);
  assert_offer (playbook, 0, "handout", WB_DOCUMENT_PAGES);
  assert_offer (checklist, 0, "checklist", WB_DOCUMENT_PAGES);
  assert_offer (checklist, 1, "handout", WB_DOCUMENT_PAGES);
  assert_offer (template, 0, "template", WB_DOCUMENT_PAGES);
  assert_offer (deck, 0, "template", WB_DOCUMENT_DECK);
  g_assert_null (wb_document_shelf_list_item (fixture->library, "nichts", &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
}

/* Every document on offer can be made. */
static void
test_build_all (Fixture       *fixture,
                gconstpointer  data)
{
  for (guint kind = 0; kind < WB_N_KINDS; kind++)
    {
      g_autoptr (GListModel) items = wb_library_list (fixture->library, kind, NULL);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (WbItem) item = g_list_model_get_item (items, i);
          const char *id = wb_item_get_id (item);
          g_autoptr (GPtrArray) offers = wb_document_shelf_list_item (fixture->library, id, NULL);

          for (guint j = 0; j < offers->len; j++)
            {
              const WbOffer *offer = g_ptr_array_index (offers, j);
              g_autoptr (GError) error = NULL;
              g_autoptr (WbDocument) document =
                wb_document_shelf_build_item (fixture->library, id, offer->name, NULL, &error);

              g_assert_no_error (error);
              g_assert_cmpint (wb_document_get_format (document), ==, offer->format);
              g_assert_cmpuint (wb_document_get_root (document)->children->len, >, 0);
            }
        }
    }
}

/* A handout shows what the kind adds. */
static void
test_handouts (Fixture       *fixture,
               gconstpointer  data)
{
  static const char *const expected[][2] = {
    { "fall-musterstadt", "Es war dunkel." },     { "liste-muster", "Strom ist da" },
    { "leitfaden-muster", "Ziel klären" },        { "kurs-muster", "Lektion Licht" },
    { "lektion-muster", "Was braucht Strom?" },   { "begriff-licht", "Dunkelheit" },
    { "gesetz-1", "GVBl. 2020 S. 1" },
    { "lektion-muster", "Strom je Lampe" },       { "lektion-muster", "12.5 Stunden (± 0.5)" },
    { "lektion-muster", "Eine Laterne ist umgefallen (Beispiel)." },
    { "lektion-muster", "Laterne anfassen: Sie bekommen einen Schlag." },
    { "runde-muster", "0:10\t20\tWählen\nAlle wählen eine Lampe." },
    { "runde-muster", "0:30\t30\tEnd" },          { "runde-muster", "Ankommen: Auf die Zeit achten." },
    { "runde-muster", "4 to 12 people" },         { "runde-muster", "Stifte" },
    { "modell-muster", "Kennung\nlaterne_id\tWoran man die Laterne erkennt.\nExample: L-017\tText\n"
                       "key; must be there; no value twice; pattern L-[0-9]{3}" },
    { "modell-muster", "Year\nfrom 1900 on" },    { "modell-muster", "one of: led, gas" },
    { "modell-muster", "an empty cell, -" },      { "schnittstelle-muster", "Date of the version\t01.03.2022" },
    { "loesung-muster", "run it oneself; by a tender of one’s own" },
    { "barriere-zeit", "Es fehlt Geld: Ohne Geld keine Stellen." }, /* what brings it about, out of the other one */
    { "barriere-zeit", "Es fehlt Geld: Ohne Zeit kein Antrag." },   /* what it brings about */
    { "barriere-geld", "Für Lampen ist Geld da. (Who agrees does not feel the barrier.)" },
    { "kreis-muster", "Es fehlt Zeit: Ohne Zeit kein Antrag." },
    { "kreis-muster", "A · Einen Antrag gemeinsam schreiben (behind link 2): Zu zweit geht es schneller." },
    { "kreis-muster", "Helps with it: Handbuch für Lichter" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WbDocument) document =
        wb_document_shelf_build_item (fixture->library, expected[i][0], "handout", NULL, &error);

      g_assert_no_error (error);
      assert_contains (document, expected[i][1], TRUE);
    }
}

static void
test_first_and_unknown (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbDocument) first = wb_document_shelf_build_item (fixture->library, "liste-muster", NULL, NULL, &error);

  g_assert_no_error (error);
  assert_contains (first, "Strom ist da", TRUE);
  g_assert_null (wb_document_shelf_build_item (fixture->library, "liste-muster", "folien", NULL, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "checklist, handout"));
}

static void
test_list_project (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offers = wb_document_shelf_list_project (fixture->project, fixture->guide, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (offers->len, ==, 4);
  assert_offer (offers, 0, "brief", WB_DOCUMENT_PAGES);
  wb_document_shelf_look_up_formats (fixture->library, fixture->guide, offers);
  assert_offer (offers, 0, "brief", WB_DOCUMENT_PAGES);
  assert_offer (offers, 1, "folien", WB_DOCUMENT_DECK);
  assert_offer (offers, 2, "liste", WB_DOCUMENT_PAGES);
  assert_offer (offers, 3, "answers", WB_DOCUMENT_PAGES);
}

static void
test_build_project (Fixture       *fixture,
                    gconstpointer  data)
{
  WbAnswers *answers = wb_project_file_get_answers (fixture->project);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbDocument) letter = NULL;
  g_autoptr (WbDocument) slides = NULL;
  g_autoptr (WbDocument) list = NULL;
  g_autoptr (WbDocument) all = NULL;

  wb_answers_set (answers, "ziel", "", "", "Alle *sehen* etwas");
  wb_answers_set (answers, "art", "", "", "led");
  wb_answers_set (answers, "leitung", "", "name", "Frau Muster");
  wb_answers_set (answers, "pruefung", "strom", "done", "1");
  wb_answers_set (answers, "pruefung", "lampe", "owner", "Herr Beispiel");

  letter = wb_document_shelf_build_project (fixture->library, fixture->project, fixture->guide, "brief", &error);
  g_assert_no_error (error);
  g_assert_cmpint (wb_document_get_format (letter), ==, WB_DOCUMENT_PAGES);
  assert_contains (letter, "Alle *sehen* etwas", TRUE);
  assert_contains (letter, "LED einsetzen; es leitet Frau Muster", TRUE);
  assert_contains (letter, "{{", FALSE);

  slides = wb_document_shelf_build_project (fixture->library, fixture->project, fixture->guide, "folien", &error);
  g_assert_no_error (error);
  g_assert_cmpint (wb_document_get_format (slides), ==, WB_DOCUMENT_DECK);
  assert_contains (slides, "Licht für alle", TRUE);

  list = wb_document_shelf_build_project (fixture->library, fixture->project, fixture->guide, "liste", &error);
  g_assert_no_error (error);
  assert_contains (list, "Herr Beispiel", TRUE);

  all = wb_document_shelf_build_project (fixture->library, fixture->project, fixture->guide, "answers", &error);
  g_assert_no_error (error);
  assert_contains (all, "Alle *sehen* etwas", TRUE);
  assert_contains (all, "Entfällt bei LED.", TRUE);

  g_assert_null (wb_document_shelf_build_project (fixture->library, fixture->project, fixture->guide, "post", &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
}

/* A library that does not hold the template: the sentence names both. */
static void
test_other_library (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (WbGuide) other = wb_guide_new ("anders", "Anders", 1);
  g_autoptr (GError) error = NULL;

  wb_guide_add_document (other, "post", "Die Post", "post-vorlage", NULL);
  g_assert_null (wb_document_shelf_build_project (fixture->library, fixture->project, other, "post", &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "Die Post"));
  g_assert_nonnull (strstr (error->message, "post-vorlage"));
}

/* What the compiler writes: the items of the checklist stand in the guide's field. */
static void
test_inlined (Fixture       *fixture,
              gconstpointer  data)
{
  const WbField *field = wb_guide_get_field (fixture->guide, "pruefung");

  g_assert_cmpstr (field->checklist, ==, "liste-muster");
  g_assert_cmpuint (field->options->len, ==, 2);
  g_assert_cmpstr (wb_field_get_option (field, "strom")->label, ==, "Strom ist da");
  g_assert_cmpstr (wb_field_get_option (field, "strom")->note, ==, "Zähler ablesen");
}

/* And links know the title of what they lead to. */
static void
test_link_titles (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (WbItem) item = wb_library_get_item (fixture->library, "fall-musterstadt", NULL);
  const WbLink *link = g_ptr_array_index (wb_item_get_links (item), 0);

  g_assert_cmpstr (link->target, ==, "leitfaden-muster");
  g_assert_cmpstr (link->title, ==, "Leitfaden Lichter");
  g_assert_cmpint (link->kind, ==, WB_KIND_GUIDE);
}

#define ADD(name, function) g_test_add ("/document-shelf/" name, Fixture, NULL, set_up, function, tear_down)

/* Links are called what their entries are called, in fields and in tables; what the library does not hold is called by its id. */
static void
test_linked_entries (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char json[] =
    "{\"version\": 1, \"documents\": [], \"phases\": [{\"id\": \"p\", \"title\": \"P\", \"goal\": \"G\", \"steps\": [{\"id\": \"s\","
    " \"title\": \"S\", \"minutes\": 5, \"why\": \"W\", \"fields\": [{\"id\": \"link\", \"type\": \"link\", \"label\": \"L\", \"why\": \"W\","
    " \"example\": \"E\", \"need\": \"optional\"}, {\"id\": \"table\", \"type\": \"table\", \"label\": \"T\", \"why\": \"W\", \"example\": \"E\","
    " \"need\": \"optional\", \"columns\": [{\"id\": \"what\", \"label\": \"What\", \"type\": \"link\"}]}]}]}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (WbGuide) guide = wb_guide_from_json ("guide", "Guide", json, &error);
  g_autoptr (WbAnswers) answers = wb_answers_new ();
  g_autofree char *before = NULL;
  g_autofree char *found = NULL;
  g_autofree char *in_table = NULL;
  g_autofree char *lost = NULL;
  const WbField *link, *table;

  g_assert_no_error (error);
  link = wb_guide_get_field (guide, "link");
  table = wb_guide_get_field (guide, "table");
  wb_answers_set (answers, "link", "", "", "fall-musterstadt");
  wb_answers_set (answers, "table", wb_answers_add_row (answers, "table", NULL), "what", "fall-musterstadt");
  before = wb_answer_to_display (link, NULL, "fall-musterstadt");
  g_assert_cmpstr (before, ==, "fall-musterstadt");
  wb_link_titles_attach (guide, fixture->library);
  wb_link_titles_attach (guide, fixture->library);

  found = wb_answer_to_display (link, NULL, "fall-musterstadt");
  g_assert_cmpstr (found, ==, "Lichter in Musterstadt");
  in_table = wb_answer_to_display (table, wb_field_get_column (table, "what"), "fall-musterstadt");
  g_assert_cmpstr (in_table, ==, "Lichter in Musterstadt");
  lost = wb_answer_to_display (link, NULL, "somewhere-else");
  g_assert_cmpstr (lost, ==, "somewhere-else (not in this library)");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("list-item", test_list_item);
  ADD ("build-all", test_build_all);
  ADD ("handouts", test_handouts);
  ADD ("first-and-unknown", test_first_and_unknown);
  ADD ("list-project", test_list_project);
  ADD ("build-project", test_build_project);
  ADD ("other-library", test_other_library);
  ADD ("inlined", test_inlined);
  ADD ("link-titles", test_link_titles);
  ADD ("linked-entries", test_linked_entries);

  return g_test_run ();
}
