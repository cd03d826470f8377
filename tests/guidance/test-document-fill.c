/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-document-fill.h"
#include "wb-test-guide.h"

/* A step that always applies with a text, a checklist and the document "plan"; one that applies when the text is "yes", with a
 * date and the documents "report" and "plan". */
static WbGuide *
make_guide (void)
{
  WbGuide *guide = wb_guide_new ("guide", "Guide", 1);
  WbStep *first = wb_test_add_step (guide, "first", NULL);
  WbStep *second = wb_test_add_step (guide, "second", wb_test_is ("text", "yes"));
  WbField *list;

  second->unless = g_strdup ("Nobody wants it.");
  wb_test_add_field (guide, first, WB_FIELD_TEXT, "text", NULL);
  list = wb_test_add_field (guide, first, WB_FIELD_CHECKLIST, "list", NULL);
  wb_field_add_option (list, "one", "One", NULL);
  wb_field_add_option (list, "two", "Two", NULL);
  wb_test_add_field (guide, second, WB_FIELD_DATE, "day", NULL);
  g_ptr_array_add (first->documents, g_strdup ("plan"));
  g_ptr_array_add (second->documents, g_strdup ("report"));
  g_ptr_array_add (second->documents, g_strdup ("plan"));
  wb_guide_add_document (guide, "plan", "Plan", "plan-entry", NULL);
  wb_guide_add_document (guide, "report", "Report", "report-entry", NULL);
  wb_guide_add_document (guide, "loose", "Loose", "loose-entry", NULL);
  wb_guide_add_document (guide, "days", "Days", "days-entry", "day");

  return guide;
}

static void
assert_fill (WbDocumentFill fill,
             guint          answered,
             guint          asked)
{
  g_assert_cmpuint (fill.answered, ==, answered);
  g_assert_cmpuint (fill.asked, ==, asked);
}

static void
test_count (void)
{
  g_autoptr (WbGuide) guide = make_guide ();
  g_autoptr (WbAnswers) answers = wb_answers_new ();
  g_autoptr (GHashTable) some = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (some, (gpointer) "day");
  g_hash_table_add (some, (gpointer) "text");
  g_hash_table_add (some, (gpointer) "unheard-of");
  assert_fill (wb_document_fill_count (NULL, guide, answers), 0, 3);
  assert_fill (wb_document_fill_count (some, guide, answers), 0, 1);

  wb_answers_set (answers, "text", "", "", "yes");
  wb_answers_set (answers, "list", "two", "owner", "Somebody");
  assert_fill (wb_document_fill_count (NULL, guide, answers), 2, 4);
  assert_fill (wb_document_fill_count (some, guide, answers), 1, 2);
}

static void
test_blank (void)
{
  g_assert_false (wb_document_fill_is_mostly_blank ((WbDocumentFill){ 0, 0 }));
  g_assert_true (wb_document_fill_is_mostly_blank ((WbDocumentFill){ 0, 1 }));
  g_assert_true (wb_document_fill_is_mostly_blank ((WbDocumentFill){ 1, 3 }));
  g_assert_false (wb_document_fill_is_mostly_blank ((WbDocumentFill){ 1, 2 }));
}

static void
test_reason (void)
{
  g_autoptr (WbGuide) guide = make_guide ();
  g_autoptr (WbAnswers) answers = wb_answers_new ();
  const WbGuideDocument *report = wb_guide_get_document (guide, "report");
  const WbGuideDocument *days = wb_guide_get_document (guide, "days");

  g_assert_null (wb_document_fill_get_reason (wb_guide_get_document (guide, "plan"), guide, answers));
  g_assert_null (wb_document_fill_get_reason (wb_guide_get_document (guide, "loose"), guide, answers));
  g_assert_cmpstr (wb_document_fill_get_reason (report, guide, answers), ==, "Nobody wants it.");
  g_assert_cmpstr (wb_document_fill_get_reason (days, guide, answers), ==, "Nobody wants it.");
  wb_answers_set (answers, "text", "", "", "yes");
  g_assert_null (wb_document_fill_get_reason (report, guide, answers));
  g_assert_null (wb_document_fill_get_reason (days, guide, answers));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-fill/count", test_count);
  g_test_add_func ("/document-fill/blank", test_blank);
  g_test_add_func ("/document-fill/reason", test_reason);

  return g_test_run ();
}
