/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-vocabulary.h"

static WbVocabulary *
make_vocabulary (void)
{
  WbVocabulary *vocabulary = wb_vocabulary_new ();

  wb_vocabulary_add_facet (vocabulary, "size", "Größe");
  wb_vocabulary_add_value (vocabulary, "size", "klein", "unter 20.000");
  wb_vocabulary_add_value (vocabulary, "size", "mittel", "bis 100.000");
  wb_vocabulary_add_facet (vocabulary, "effort", "Aufwand");
  wb_vocabulary_add_value (vocabulary, "effort", "gering", "gering");

  return vocabulary;
}

static void
test_order (void)
{
  WbVocabulary *vocabulary = make_vocabulary ();
  const WbFacet *size = g_ptr_array_index (wb_vocabulary_get_facets (vocabulary), 0);
  const WbTerm *second = g_ptr_array_index (size->values, 1);

  g_assert_cmpuint (wb_vocabulary_get_facets (vocabulary)->len, ==, 2);
  g_assert_cmpstr (size->id, ==, "size");
  g_assert_cmpstr (size->label, ==, "Größe");
  g_assert_cmpstr (second->id, ==, "mittel");
  g_assert_cmpstr (second->label, ==, "bis 100.000");

  g_assert_finalize_object (vocabulary);
}

static void
test_look_up (void)
{
  WbVocabulary *vocabulary = make_vocabulary ();

  g_assert_cmpstr (wb_vocabulary_get_facet (vocabulary, "effort")->label, ==, "Aufwand");
  g_assert_null (wb_vocabulary_get_facet (vocabulary, "domain"));
  g_assert_true (wb_vocabulary_has_value (vocabulary, "size", "klein"));
  g_assert_false (wb_vocabulary_has_value (vocabulary, "effort", "klein"));
  g_assert_false (wb_vocabulary_has_value (vocabulary, "domain", "klein"));
  g_assert_cmpstr (wb_vocabulary_get_value_label (vocabulary, "size", "klein"), ==, "unter 20.000");
  g_assert_cmpstr (wb_vocabulary_get_value_label (vocabulary, "size", "riesig"), ==, "riesig");
  g_assert_cmpstr (wb_vocabulary_get_value_label (vocabulary, "domain", "klein"), ==, "klein");

  g_assert_finalize_object (vocabulary);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vocabulary/order", test_order);
  g_test_add_func ("/vocabulary/look-up", test_look_up);

  return g_test_run ();
}
