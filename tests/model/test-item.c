/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-item.h"

static void
test_new (void)
{
  WbItem *item = wb_item_new (WB_KIND_PLAYBOOK, "governance", "Governance");

  g_assert_cmpint (wb_item_get_kind (item), ==, WB_KIND_PLAYBOOK);
  g_assert_cmpstr (wb_item_get_id (item), ==, "governance");
  g_assert_cmpstr (wb_item_get_title (item), ==, "Governance");
  g_assert_cmpstr (wb_item_get_summary (item), ==, "");
  g_assert_cmpstr (wb_item_get_body (item), ==, "");
  g_assert_null (wb_item_get_payload (item));
  g_assert_null (wb_item_get_as_of (item));
  g_assert_null (wb_item_get_review_by (item));
  g_assert_null (wb_item_get_licence (item));
  g_assert_cmpuint (wb_item_get_facts (item)->len, ==, 0);
  g_assert_cmpuint (wb_item_get_facets (item)->len, ==, 0);
  g_assert_cmpuint (wb_item_get_links (item)->len, ==, 0);
  g_assert_cmpuint (wb_item_get_sources (item)->len, ==, 0);

  g_assert_finalize_object (item);
}

static void
test_texts (void)
{
  WbItem *item = wb_item_new (WB_KIND_LAW, "dsgvo-art-35", "Art. 35 DSGVO");

  wb_item_set_summary (item, "Short");
  wb_item_set_body (item, "## Long");
  wb_item_set_payload (item, "{}");
  wb_item_set_dates (item, "2026-11-22", "2027-11-22");
  wb_item_set_licence (item, "CC-BY-4.0");
  g_assert_cmpstr (wb_item_get_summary (item), ==, "Short");
  g_assert_cmpstr (wb_item_get_body (item), ==, "## Long");
  g_assert_cmpstr (wb_item_get_payload (item), ==, "{}");
  g_assert_cmpstr (wb_item_get_as_of (item), ==, "2026-11-22");
  g_assert_cmpstr (wb_item_get_review_by (item), ==, "2027-11-22");
  g_assert_cmpstr (wb_item_get_licence (item), ==, "CC-BY-4.0");

  /* A text may be set to itself, and NULL is the empty text. */
  wb_item_set_summary (item, wb_item_get_summary (item));
  wb_item_set_body (item, NULL);
  wb_item_set_payload (item, NULL);
  wb_item_set_dates (item, wb_item_get_as_of (item), NULL);
  g_assert_cmpstr (wb_item_get_summary (item), ==, "Short");
  g_assert_cmpstr (wb_item_get_body (item), ==, "");
  g_assert_null (wb_item_get_payload (item));
  g_assert_cmpstr (wb_item_get_as_of (item), ==, "2026-11-22");
  g_assert_null (wb_item_get_review_by (item));

  g_assert_finalize_object (item);
}

static void
test_facts_and_facets (void)
{
  WbItem *item = wb_item_new (WB_KIND_USE_CASE, "sozialatlas", "Sozialatlas");
  WbFact *fact;

  wb_item_add_fact (item, "Kosten", "In der Quelle nicht genannt");
  wb_item_add_fact (item, "Beginn", "2021");
  wb_item_add_facet (item, "effect", "ueberzeugungskraft");
  wb_item_add_facet (item, "size", "kreis");
  wb_item_add_facet (item, "effect", "kompetenzen");

  g_assert_cmpuint (wb_item_get_facts (item)->len, ==, 2);
  fact = g_ptr_array_index (wb_item_get_facts (item), 1);
  g_assert_cmpstr (fact->label, ==, "Beginn");
  g_assert_cmpstr (fact->value, ==, "2021");

  g_assert_cmpuint (wb_item_get_facets (item)->len, ==, 3);
  g_assert_cmpstr (wb_item_get_facet (item, "effect"), ==, "ueberzeugungskraft");
  g_assert_cmpstr (wb_item_get_facet (item, "size"), ==, "kreis");
  g_assert_null (wb_item_get_facet (item, "state"));
  g_assert_true (wb_item_has_facet (item, "effect", "kompetenzen"));
  g_assert_false (wb_item_has_facet (item, "effect", "kreis"));
  g_assert_false (wb_item_has_facet (item, "state", "NI"));

  g_assert_finalize_object (item);
}

static void
test_links (void)
{
  WbItem *item = wb_item_new (WB_KIND_USE_CASE, "sozialatlas", "Sozialatlas");
  WbLink *first;

  wb_item_add_link (item, "see-also", "baumkataster", NULL, WB_KIND_USE_CASE);
  wb_item_add_link (item, "guide", "leitfaden", "Leitfaden", WB_KIND_GUIDE);
  wb_item_add_link (item, "guide", "other", NULL, WB_KIND_GUIDE);

  first = g_ptr_array_index (wb_item_get_links (item), 0);
  g_assert_cmpstr (first->rel, ==, "see-also");
  g_assert_cmpstr (first->target, ==, "baumkataster");
  g_assert_null (first->title);
  g_assert_cmpint (first->kind, ==, WB_KIND_USE_CASE);
  g_assert_cmpstr (wb_item_get_link (item, "guide"), ==, "leitfaden");
  g_assert_null (wb_item_get_link (item, "law"));

  g_assert_finalize_object (item);
}

static void
test_source_is_copied (void)
{
  WbItem *item = wb_item_new (WB_KIND_TERM, "daten", "Daten");
  g_autofree char *title = g_strdup ("A report");
  WbSource source = { .title = title, .reference = (char *) "Print" };
  WbSource *copy;

  wb_item_add_source (item, &source);
  title[0] = 'X';

  copy = g_ptr_array_index (wb_item_get_sources (item), 0);
  g_assert_cmpstr (copy->title, ==, "A report");
  g_assert_cmpstr (copy->reference, ==, "Print");
  g_assert_null (copy->date);
  g_assert_null (copy->grade);
  g_assert_null (copy->url);
  g_assert_null (copy->publisher);
  g_assert_null (copy->note);

  g_assert_finalize_object (item);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/item/new", test_new);
  g_test_add_func ("/item/texts", test_texts);
  g_test_add_func ("/item/facts-and-facets", test_facts_and_facets);
  g_test_add_func ("/item/links", test_links);
  g_test_add_func ("/item/source-is-copied", test_source_is_copied);

  return g_test_run ();
}
