/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-document-builder.h"
#include "wb-test-document.h"

#include <string.h>

static WbItem *
create_item (WbKind kind)
{
  WbItem *item = wb_item_new (kind, "eintrag", "Titel des Eintrags");
  const WbSource source = { (char *) "Die Zahlen", (char *) "Zeitung", (char *) "https://zeitung.example/1", NULL,
                            (char *) "2026-11-22", (char *) "belegt", (char *) "Auszug gelesen" };

  wb_item_set_summary (item, "Worum es geht.");
  wb_item_set_dates (item, "2026-11-22", "2027-11-22");
  wb_item_set_licence (item, "CC-BY-4.0");
  wb_item_add_fact (item, "Träger", "Landkreis Kassel");
  wb_item_add_facet (item, "evidence", "belegt");
  wb_item_add_source (item, &source);

  return item;
}

static WbVocabulary *
create_vocabulary (void)
{
  WbVocabulary *vocabulary = wb_vocabulary_new ();

  wb_vocabulary_add_facet (vocabulary, "evidence", "Beleg");
  wb_vocabulary_add_value (vocabulary, "evidence", "belegt", "Belegt");

  return vocabulary;
}

static WbMunicipality *
create_town (void)
{
  return wb_municipality_new ("13076060", "Hagenow, Stadt", "Stadt", "Ludwigslust-Parchim", "Hagenow, Stadt",
                              "Mecklenburg-Vorpommern", "19230", 12022);
}

static void
test_item (void)
{
  g_autoptr(WbItem) item = create_item (WB_KIND_USE_CASE);
  g_autoptr(WbVocabulary) vocabulary = create_vocabulary ();
  g_autoptr(WbMunicipality) town = create_town ();
  g_autoptr(WbBlock) body = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbDocument) document = NULL;
  g_autoptr(WbBlock) blocks = NULL;
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;
  const WbTemplateContext context = { NULL, NULL, town, "Sozialräume", "24. November 2026" };

  wb_block_append_heading (body, 2, "Ausgangslage");
  document = wb_document_builder_item (item, body, vocabulary, &context);
  text = wb_block_to_text (wb_document_get_root (document));
  g_assert_cmpstr (text, ==, "Worum es geht.\nBeleg\tBelegt\nTräger\tLandkreis Kassel\nAusgangslage\nSources\n"
                   "Die Zahlen. Zeitung. https://zeitung.example/1. Evidence: Belegt, as of 22.11.2026. Auszug gelesen.");
  g_assert_cmpstr (wb_document_get_title (document), ==, "Titel des Eintrags");
  g_assert_cmpstr (wb_document_get_town (document), ==, "Stadt Hagenow");
  g_assert_cmpstr (wb_document_get_region (document), ==, "Landkreis Ludwigslust-Parchim · Mecklenburg-Vorpommern");
  g_assert_cmpstr (wb_document_get_kind (document), ==, "Use case");
  g_assert_cmpstr (wb_document_get_entry (document), ==, "eintrag");
  g_assert_cmpstr (wb_document_get_foot (document), ==,
                   "As of 22.11.2026 · Content CC BY 4.0 · Made with Wegbereiter on 24. November 2026");

  blocks = wb_document_builder_item_blocks (item, body, vocabulary);
  shown = wb_block_to_text (blocks);
  g_assert_true (g_str_has_prefix (shown, "Träger\tLandkreis Kassel\nAusgangslage\nSources\n"));
  g_assert_cmpstr (((WbBlock *) g_ptr_array_index (blocks->children, 1))->anchor, ==, "ausgangslage");
}

/* What a project has filled is no template any more; day and licence are those of the template. */
static void
test_filled (void)
{
  g_autoptr(WbItem) item = create_item (WB_KIND_TEMPLATE);
  g_autoptr(WbAnswers) answers = wb_answers_new ();
  g_autoptr(WbBlock) body = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbDocument) blank = wb_document_builder_item (item, body, NULL, NULL);
  g_autoptr(WbDocument) filled = NULL;
  const WbTemplateContext context = { NULL, answers, NULL, "Sozialräume", "24. November 2026" };

  filled = wb_document_builder_item (item, body, NULL, &context);
  g_assert_cmpstr (wb_document_get_kind (blank), ==, "Template");
  g_assert_null (wb_document_get_kind (filled));
  g_assert_cmpstr (wb_document_get_project (filled), ==, "Sozialräume");
  g_assert_cmpstr (wb_document_get_foot (filled), ==,
                   "Template as of 22.11.2026, CC BY 4.0 · Made with Wegbereiter on 24. November 2026");
}

static void
test_law (void)
{
  g_autoptr(WbItem) item = create_item (WB_KIND_LAW);
  g_autoptr(WbDocument) document = wb_document_builder_item (item, NULL, NULL, NULL);

  g_assert_cmpstr (wb_document_get_foot (document), ==,
                   "As of 22.11.2026 · Content CC BY 4.0 · Made with Wegbereiter · No legal advice.");
  g_assert_null (wb_document_get_town (document));
}

static const WbBlock *
find_block (const WbBlock *root,
            WbBlockType    type)
{
  for (guint i = 0; i < root->children->len; i++)
    {
      const WbBlock *child = g_ptr_array_index (root->children, i);

      if (child->type == type)
        return child;
    }

  return NULL;
}

static void
test_checklist (void)
{
  g_autoptr(WbItem) item = create_item (WB_KIND_CHECKLIST);
  g_autoptr(WbChecklist) checklist = wb_checklist_new ();
  g_autoptr(WbField) field = wb_field_new (WB_FIELD_CHECKLIST, "liste", "Liste");
  g_autoptr(WbAnswers) answers = wb_answers_new ();
  g_autoptr(WbDocument) blank = NULL;
  g_autoptr(WbDocument) filled = NULL;
  const WbTemplateContext context = { NULL, answers };
  WbChecklistGroup *group;
  const WbBlock *check;

  wb_checklist_set_intro (checklist, "So geht es.");
  group = wb_checklist_add_group (checklist, "Vorbereiten");
  wb_checklist_add_item (checklist, group, "a", "Aufgabe A", "Hinweis");
  wb_checklist_add_signature (checklist, "Datum");
  wb_answers_set (answers, "liste", "a", "done", "1");
  wb_answers_set (answers, "liste", "a", "owner", "Kim");
  wb_answers_set (answers, "liste", "a", "date", "2026-11-24");
  wb_answers_set (answers, "liste", "a", "note", "Bemerkung");

  blank = wb_document_builder_checklist (item, checklist, NULL, NULL);
  check = g_ptr_array_index (find_block (wb_document_get_root (blank), WB_BLOCK_CHECKLIST)->children, 0);
  g_assert_false (check->done);
  g_assert_cmpstr (check->owner, ==, "");
  g_assert_cmpstr (check->date, ==, "");
  g_assert_nonnull (find_block (wb_document_get_root (blank), WB_BLOCK_SIGNATURES));

  filled = wb_document_builder_checklist (item, checklist, field, &context);
  check = g_ptr_array_index (find_block (wb_document_get_root (filled), WB_BLOCK_CHECKLIST)->children, 0);
  g_assert_true (check->done);
  g_assert_cmpstr (check->owner, ==, "Kim");
  g_assert_cmpstr (check->date, ==, "24.11.2026");
  g_assert_cmpstr (check->note, ==, "Hinweis\nBemerkung");
}

static void
test_template (void)
{
  g_autoptr(WbItem) item = create_item (WB_KIND_TEMPLATE);
  g_autoptr(WbMunicipality) town = create_town ();
  g_autoptr(WbBlock) body = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbDocument) deck = NULL;
  g_autoptr(WbDocument) text = NULL;
  g_autofree char *filled = NULL;
  const WbTemplateContext context = { NULL, NULL, town, "Sozialräume", NULL };
  WbBlock *heading = wb_block_append (body, wb_block_new (WB_BLOCK_HEADING));

  wb_block_append_text (heading, "In ", 0, NULL);
  wb_block_append_text (heading, "@town", WB_INLINE_PLACEHOLDER, NULL);

  deck = wb_document_builder_template (item, body, "Präsentation", TRUE, &context);
  g_assert_cmpint (wb_document_get_format (deck), ==, WB_DOCUMENT_DECK);
  g_assert_cmpstr (wb_document_get_title (deck), ==, "Präsentation");
  g_assert_cmpstr (wb_document_get_town (deck), ==, "Hagenow");
  filled = wb_block_to_text (wb_document_get_root (deck));
  g_assert_cmpstr (filled, ==, "In Hagenow");

  text = wb_document_builder_template (item, body, "Vermerk", FALSE, NULL);
  g_assert_cmpint (wb_document_get_format (text), ==, WB_DOCUMENT_PAGES);
}

static void
test_project (void)
{
  g_autoptr(WbGuide) guide = wb_test_document_guide ();
  g_autoptr(WbAnswers) answers = wb_answers_new ();
  g_autoptr(WbDocument) document = NULL;
  g_autoptr(WbDocument) form = NULL;
  g_autoptr(WbPaginator) paginator = NULL;
  g_autofree char *text = NULL;
  WbTemplateContext context = { guide, answers, NULL, "Sozialräume", NULL };

  wb_answers_set (answers, "text", "", "", "Ein Satz");
  document = wb_document_builder_project (&context);
  g_assert_cmpstr (wb_document_get_title (document), ==, "Sozialräume");
  text = wb_block_to_text (wb_document_get_root (document));
  g_assert_true (g_str_has_prefix (text, "Überzeugen\nDie Leitung steht dahinter.\nErster Schritt\ntext\tEin Satz\n"));
  g_assert_nonnull (strstr (text, "Zweiter Schritt\nEntfällt: nur bei B."));
  paginator = wb_paginator_new (document, 0, 0);
  wb_test_document_assert_sound (paginator);

  context.answers = NULL;
  context.project = NULL;
  form = wb_document_builder_project (&context);
  g_assert_cmpstr (wb_document_get_title (form), ==, "Leitfaden");
}

static void
assert_head (const char *name,
             const char *kind,
             const char *district,
             const char *state,
             const char *key,
             const char *town,
             const char *region)
{
  g_autoptr(WbItem) item = create_item (WB_KIND_TERM);
  g_autoptr(WbMunicipality) municipality = wb_municipality_new (key, name, kind, district, "", state, "", 1);
  const WbTemplateContext context = { NULL, NULL, municipality };
  g_autoptr(WbDocument) document = wb_document_builder_item (item, NULL, NULL, &context);

  g_assert_cmpstr (wb_document_get_town (document), ==, town);
  g_assert_cmpstr (wb_document_get_region (document), ==, region);
}

static void
test_heads (void)
{
  assert_head ("Hoort", "Kreisangehörige Gemeinde", "Ludwigslust-Parchim", "Mecklenburg-Vorpommern", "13076064",
               "Gemeinde Hoort", "Landkreis Ludwigslust-Parchim · Mecklenburg-Vorpommern");
  assert_head ("Flensburg, Stadt", "Kreisfreie Stadt", "Flensburg, Stadt", "Schleswig-Holstein", "01001000",
               "Stadt Flensburg", "Schleswig-Holstein");
  assert_head ("Heide, Stadt", "Stadt", "Dithmarschen", "Schleswig-Holstein", "01051044",
               "Stadt Heide", "Kreis Dithmarschen · Schleswig-Holstein");
  assert_head ("Wetzlar, Stadt", "Stadt", "Lahn-Dill-Kreis", "Hessen", "06532023",
               "Stadt Wetzlar", "Lahn-Dill-Kreis · Hessen");
  assert_head ("Kassel", "Landkreis", "", "Hessen", "06633", "Landkreis Kassel", "Hessen");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/builder/item", test_item);
  g_test_add_func ("/builder/law", test_law);
  g_test_add_func ("/builder/filled", test_filled);
  g_test_add_func ("/builder/checklist", test_checklist);
  g_test_add_func ("/builder/template", test_template);
  g_test_add_func ("/builder/project", test_project);
  g_test_add_func ("/builder/heads", test_heads);

  return g_test_run ();
}
