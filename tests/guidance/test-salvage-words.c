/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-backup-words.h"
#include "wb-edit.h"
#include "wb-salvage-words.h"

static void
test_nothing_lost (void)
{
  g_autoptr (WbSalvage) salvage = wb_salvage_new ();
  g_auto (GStrv) words = NULL;

  salvage->n_answers = 1;
  salvage->n_revisions = 3;
  words = wb_salvage_to_words (salvage, NULL);
  g_assert_cmpstrv (words, ((const char *[]){ "Saved: 1 answer and 3 entries of the history",
                                              "Nothing that is known to have been in the file is missing", NULL }));
}

static void
test_lost (void)
{
  g_autoptr (WbSalvage) salvage = wb_salvage_new ();
  g_auto (GStrv) words = NULL;

  salvage->n_answers = 5;
  salvage->n_from_history = 2;
  salvage->n_lost_revisions = 1;
  salvage->guide_lost = TRUE;
  g_ptr_array_add (salvage->lost, wb_edit_new (WB_EDIT_CELL, "ziel", "", "", NULL, NULL));
  g_ptr_array_add (salvage->lost, wb_edit_new (WB_EDIT_CELL, "liste", "a", "name", NULL, NULL));
  g_ptr_array_add (salvage->lost, wb_edit_new (WB_EDIT_CELL, "liste", "b", "name", NULL, NULL));
  g_ptr_array_add (salvage->lost, wb_edit_new (WB_EDIT_SLIDE, "rat", "eins", "", NULL, NULL));
  g_ptr_array_add (salvage->lost, wb_edit_new (WB_EDIT_SLIDE, "vorlage", "Anlass/1", "", NULL, NULL));
  g_ptr_array_add (salvage->doubtful, wb_edit_new (WB_EDIT_CELL, "zweck", "", "", NULL, NULL));
  words = wb_salvage_to_words (salvage, NULL);
  g_assert_cmpstrv (words,
                    ((const char *[]){ "Saved: 5 answers and 0 entries of the history",
                                       "2 of them were lost and were taken from the history",
                                       "3 answers could not be read: ziel; liste",
                                       "1 answer may be damaged, please check it: zweck",
                                       "The guide in the file, its questions, could not be read, so the answers cannot be shown",
                                       "1 changed slide could not be read",
                                       "1 passage that was rewritten in a document could not be read, so the document says there what the template does",
                                       "1 entry of the history could not be read; earlier states may differ from what they were", NULL }));
}

static void
assert_difference (gboolean    compared,
                   guint       n_since,
                   guint       n_only,
                   const char *expected)
{
  g_autoptr (WbBackup) backup = wb_backup_new ("/x", "s", 0, 1);
  g_autofree char *words = NULL;

  backup->compared = compared;
  backup->n_since = n_since;
  backup->n_only = n_only;
  words = wb_backup_to_words (backup);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_differences (void)
{
  assert_difference (FALSE, 3, 3, "What differs is not known");
  assert_difference (TRUE, 0, 0, "The same as now");
  assert_difference (TRUE, 1, 0, "1 change since then");
  assert_difference (TRUE, 0, 2, "2 changes only here");
  assert_difference (TRUE, 4, 1, "4 changes since then, 1 change only here");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/salvage-words/nothing-lost", test_nothing_lost);
  g_test_add_func ("/salvage-words/lost", test_lost);
  g_test_add_func ("/salvage-words/differences", test_differences);

  return g_test_run ();
}
