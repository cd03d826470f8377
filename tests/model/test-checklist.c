/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-checklist.h"

static void
test_shape (void)
{
  WbChecklist *checklist = wb_checklist_new ();
  WbChecklistGroup *first = wb_checklist_add_group (checklist, "Before");
  WbChecklistGroup *second = wb_checklist_add_group (checklist, "After");
  WbOption *item;

  wb_checklist_add_item (checklist, first, "purpose", "The purpose is written down.", "Art. 5");
  wb_checklist_add_item (checklist, second, "delete", "The data are deleted.", NULL);
  wb_checklist_add_item (checklist, first, "basis", "There is a legal basis.", NULL);
  wb_checklist_add_signature (checklist, "Date, department");

  g_assert_cmpuint (wb_checklist_get_groups (checklist)->len, ==, 2);
  g_assert_true (g_ptr_array_index (wb_checklist_get_groups (checklist), 0) == first);
  g_assert_cmpstr (second->title, ==, "After");
  g_assert_cmpuint (first->items->len, ==, 2);
  item = g_ptr_array_index (first->items, 1);
  g_assert_cmpstr (item->id, ==, "basis");
  g_assert_cmpstr (item->label, ==, "There is a legal basis.");
  g_assert_null (item->note);
  g_assert_cmpuint (wb_checklist_get_signatures (checklist)->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (wb_checklist_get_signatures (checklist), 0), ==, "Date, department");

  g_assert_finalize_object (checklist);
}

static void
test_intro (void)
{
  WbChecklist *checklist = wb_checklist_new ();

  g_assert_null (wb_checklist_get_intro (checklist));
  wb_checklist_set_intro (checklist, "Fill in together.");
  wb_checklist_set_intro (checklist, wb_checklist_get_intro (checklist));
  g_assert_cmpstr (wb_checklist_get_intro (checklist), ==, "Fill in together.");
  wb_checklist_set_intro (checklist, NULL);
  g_assert_null (wb_checklist_get_intro (checklist));

  g_assert_finalize_object (checklist);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/checklist/shape", test_shape);
  g_test_add_func ("/checklist/intro", test_intro);

  return g_test_run ();
}
