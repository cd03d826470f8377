/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-collection-document.h"
#include "wb-compare-document.h"
#include "wb-paginator.h"
#include "wb-test-document.h"

#include <string.h>

/* Several entries in one document: collections and comparisons. */

static WbItem *
make_item (const char *id,
           const char *title,
           const char *fact,
           const char *value)
{
  WbItem *item = wb_item_new (WB_KIND_USE_CASE, id, title);
  const WbSource source = { (char *) "Bericht", (char *) "Zeitung", NULL, (char *) "S. 3", (char *) "2026-11-22",
                            (char *) "belegt", NULL };

  wb_item_set_summary (item, "Kurz gesagt.");
  wb_item_set_dates (item, "2026-11-22", NULL);
  wb_item_add_fact (item, "Träger", "Ein Kreis");
  wb_item_add_fact (item, fact, value);
  wb_item_add_facet (item, "state", "MV");
  wb_item_add_source (item, &source);

  return item;
}

static WbVocabulary *
make_vocabulary (void)
{
  WbVocabulary *vocabulary = wb_vocabulary_new ();

  wb_vocabulary_add_facet (vocabulary, "state", "Land");
  wb_vocabulary_add_value (vocabulary, "state", "MV", "Mecklenburg-Vorpommern");
  wb_vocabulary_add_facet (vocabulary, "effort", "Aufwand");
  wb_vocabulary_add_facet (vocabulary, "evidence", "Beleg");
  wb_vocabulary_add_value (vocabulary, "evidence", "belegt", "Belegt");

  return vocabulary;
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_test_fail_printf ("“%s” is not in “%s”", part, text);
}

static void
test_compare (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (WbVocabulary) vocabulary = make_vocabulary ();
  g_autoptr (WbMunicipality) town = wb_municipality_new ("13076060", "Hagenow, Stadt", "Stadt", NULL, NULL,
                                                         "Mecklenburg-Vorpommern", NULL, 12000);
  const WbTemplateContext context = { .town = town, .date = "24. November 2026" };
  g_autoptr (WbDocument) document = NULL;
  g_autoptr (WbDocument) plain = NULL;
  g_autofree char *text = NULL;
  g_autofree char *without = NULL;

  g_ptr_array_add (items, make_item ("a", "Erster", "Kosten", "500 Euro"));
  g_ptr_array_add (items, make_item ("b", "Zweiter", "Dauer", "ein Jahr"));
  document = wb_compare_document_new (items, vocabulary, &context);
  text = wb_block_to_text (wb_document_get_root (document));
  assert_has (text, "At a Glance\n\tErster\tZweiter\n");
  assert_has (text, "Land\tMecklenburg-Vorpommern\tMecklenburg-Vorpommern");
  assert_has (text, "What It Means for Hagenow");
  /* Facts of one label stand in one row, and what one does not say is said to be missing. */
  assert_has (text, "Träger\tEin Kreis\tEin Kreis\nKosten\t500 Euro\tnot stated\nDauer\tnot stated\tein Jahr");
  assert_has (text, "Sources\tBericht, Zeitung (Belegt)\tBericht, Zeitung (Belegt)");
  g_assert_null (strstr (text, "Aufwand"));

  plain = wb_compare_document_new (items, vocabulary, NULL);
  without = wb_block_to_text (wb_document_get_root (plain));
  g_assert_null (strstr (without, "Hagenow"));
}

static GArray *
make_parts (GPtrArray *items,
            WbBlock   *blocks)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (WbCollectionPart));

  for (guint i = 0; i < items->len; i++)
    {
      const WbCollectionPart part = { g_ptr_array_index (items, i), i == 0 ? blocks : NULL, i == 1 ? "Für den Rat" : NULL };

      g_array_append_val (parts, part);
    }

  return parts;
}

static guint
count_blocks (WbDocument  *document,
              WbBlockType  type)
{
  GPtrArray *children = wb_document_get_root (document)->children;
  guint n = 0;

  for (guint i = 0; i < children->len; i++)
    n += ((const WbBlock *) g_ptr_array_index (children, i))->type == type ? 1 : 0;

  return n;
}

static void
test_collection (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (WbBlock) blocks = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr (GArray) parts = NULL;
  g_autoptr (WbDocument) pages = NULL;
  g_autoptr (WbDocument) deck = NULL;
  g_autoptr (WbPaginator) paginator = NULL;
  g_autofree char *text = NULL;
  g_autofree char *slides = NULL;

  wb_block_append_heading (blocks, 2, "Ausgangslage");
  wb_block_append_paragraph (blocks, "Es war dunkel.");
  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *id = g_strdup_printf ("eintrag-%u", i);

      g_ptr_array_add (items, make_item (id, id, "Kosten", "500 Euro"));
    }
  parts = make_parts (items, blocks);

  pages = wb_collection_document_new_pages ("Für die Ratssitzung", parts, NULL);
  text = wb_block_to_text (wb_document_get_root (pages));
  g_assert_true (g_str_has_prefix (text, "Contents\neintrag-0 ("));
  assert_has (text, "eintrag-0\nAusgangslage\nEs war dunkel.");
  assert_has (text, "eintrag-1\nFür den Rat\nKurz gesagt.");
  g_assert_cmpuint (count_blocks (pages, WB_BLOCK_PAGE_BREAK), ==, 7);
  paginator = wb_paginator_new (pages, 595, 842);
  g_assert_cmpuint (wb_paginator_get_n_pages (paginator), ==, 8);
  wb_test_document_assert_complete (paginator);

  /* A title, two slides of contents, an entry each. */
  deck = wb_collection_document_new_deck ("Für die Ratssitzung", parts, NULL);
  slides = wb_block_to_text (wb_document_get_root (deck));
  g_assert_cmpint (wb_document_get_format (deck), ==, WB_DOCUMENT_DECK);
  g_assert_cmpuint (count_blocks (deck, WB_BLOCK_SLIDE_BREAK), ==, 2 + 7);
  assert_has (slides, "Kosten: 500 Euro");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/collection/compare", test_compare);
  g_test_add_func ("/collection/collection", test_collection);

  return g_test_run ();
}
