/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-edit-words.h"
#include "wb-test-guide.h"

static WbGuide *
make_guide (void)
{
  WbGuide *guide = wb_guide_new ("leitfaden", "Leitfaden", 1);
  WbStep *step = wb_test_add_step (guide, "schritt", NULL);
  WbField *table = wb_test_add_field (guide, step, WB_FIELD_TABLE, "Beteiligte", NULL);
  WbField *list = wb_test_add_field (guide, step, WB_FIELD_CHECKLIST, "Vorher", NULL);

  wb_test_add_field (guide, step, WB_FIELD_PERSON, "Leitung", NULL);
  wb_test_add_field (guide, step, WB_FIELD_ATTACHMENT, "Anlagen", NULL);
  wb_test_add_field (guide, step, WB_FIELD_DATE, "Beginn", NULL);
  wb_field_add_column (table, "wer", "Wer", WB_FIELD_TEXT);
  wb_field_add_column (table, "rolle", "Rolle", WB_FIELD_TEXT);
  wb_field_add_option (list, "strom", "Strom ist da", NULL);

  return guide;
}

static void
check (WbAnswers  *answers,
       WbEdit     *edit,
       const char *expected)
{
  g_autoptr (WbGuide) guide = make_guide ();
  g_autofree char *words = wb_edit_to_words (edit, guide, answers);

  g_assert_cmpstr (words, ==, expected);
  wb_edit_free (edit);
}

static void
test_words (void)
{
  g_autoptr (WbAnswers) answers = wb_answers_new ();

  wb_answers_add_row (answers, "Beteiligte", "x");
  wb_answers_set (answers, "Beteiligte", "x", "wer", "Frau A.");
  check (answers, wb_edit_new (WB_EDIT_CELL, "Beteiligte", "x", "rolle", "", "Datenschutz"),
         "Beteiligte, Frau A.: Rolle: empty → Datenschutz");
  check (answers, wb_edit_new (WB_EDIT_CELL, "Beteiligte", "weg", "rolle", "Datenschutz", ""),
         "Beteiligte, a row that was removed: Rolle: Datenschutz → empty");
  check (answers, wb_edit_new (WB_EDIT_ROW, "Beteiligte", "x", NULL, "", "1"), "Beteiligte: row added");
  check (answers, wb_edit_new (WB_EDIT_ROW, "Beteiligte", "x", NULL, "1", ""), "Beteiligte: row removed");
  check (answers, wb_edit_new (WB_EDIT_ROW, "Beteiligte", "x", NULL, "1", "1"), "Beteiligte, Frau A.: moved");
  check (answers, wb_edit_new (WB_EDIT_CELL, "Vorher", "strom", "done", "", "1"), "Vorher, Strom ist da: Done: ticked");
  check (answers, wb_edit_new (WB_EDIT_CELL, "Vorher", "strom", "date", "", "2027-02-14"), "Vorher, Strom ist da: Until: empty → 14.02.2027");
  check (answers, wb_edit_new (WB_EDIT_CELL, "Leitung", "", "name", "A", "B"), "Leitung, Name: A → B");
  check (answers, wb_edit_new (WB_EDIT_FACT, "title", NULL, NULL, "Alt", "Neu"), "Title of the project: Alt → Neu");
  check (answers, wb_edit_new (WB_EDIT_FACT, "state", NULL, NULL, "", "paused"), "State of the project: empty → Paused");
  check (answers, wb_edit_new (WB_EDIT_FACT, "state", NULL, NULL, "done", ""), "State of the project: Done → empty");
  check (answers, wb_edit_new (WB_EDIT_FACT, "meeting", NULL, NULL, "", "2027-01-12"), "Day of the council’s meeting: empty → 12.01.2027");
  check (answers, wb_edit_new (WB_EDIT_FACT, "hand-in", NULL, NULL, "2026-12-18", ""),
         "Papers for the council to be handed in by: 18.12.2026 → empty");
  /* What the guide does not know any more is still said. */
  check (answers, wb_edit_new (WB_EDIT_CELL, "fremd", "", "", "", "x\ny"), "fremd: empty → x y");
  check (answers, wb_edit_new (WB_EDIT_CELL, "Beginn", "", "", "", "2026-11-24"), "Beginn: empty → 24.11.2026");
}

static void
check_detail (WbEdit   *edit,
              gboolean  detail)
{
  g_autoptr (WbGuide) guide = make_guide ();

  g_assert_cmpint (wb_edit_is_detail (edit, guide), ==, detail);
  wb_edit_free (edit);
}

/* Of a file that came or went one line is said; what the program noted with it is not. */
static void
test_files (void)
{
  g_autoptr (WbAnswers) answers = wb_answers_new ();

  wb_answers_add_row (answers, "Anlagen", "x");
  wb_answers_set (answers, "Anlagen", "x", "name", "Plan.pdf");
  check (answers, wb_edit_new (WB_EDIT_CELL, "Anlagen", "x", "name", "", "Plan.pdf"), "Attachment: “Plan.pdf” attached");
  check (answers, wb_edit_new (WB_EDIT_CELL, "Anlagen", "x", "name", "Plan.pdf", ""), "Attachment: “Plan.pdf” removed");
  check (answers, wb_edit_new (WB_EDIT_CELL, "Anlagen", "x", "name", "Plan.pdf", "Karte.pdf"),
         "Attachment: “Plan.pdf” is called “Karte.pdf” now");
  check (answers, wb_edit_new (WB_EDIT_CELL, "Anlagen", "x", "note", "", "neu"), "Anlagen, Plan.pdf: Note: empty → neu");
  check_detail (wb_edit_new (WB_EDIT_CELL, "Anlagen", "x", "name", "", "Plan.pdf"), FALSE);
  check_detail (wb_edit_new (WB_EDIT_CELL, "Anlagen", "x", "note", "", "neu"), FALSE);
  check_detail (wb_edit_new (WB_EDIT_ROW, "Anlagen", "x", NULL, "", "1"), TRUE);
  check_detail (wb_edit_new (WB_EDIT_CELL, "Anlagen", "x", "hash", "", "00"), TRUE);
  check_detail (wb_edit_new (WB_EDIT_CELL, "Anlagen", "x", "size", "", "5"), TRUE);
  check_detail (wb_edit_new (WB_EDIT_CELL, "Anlagen", "x", "date", "", "2026-11-24"), TRUE);
  check_detail (wb_edit_new (WB_EDIT_CELL, "Anlagen", "x", "date", "2026-11-23", "2026-11-24"), FALSE);
  check_detail (wb_edit_new (WB_EDIT_ROW, "Beteiligte", "x", NULL, "", "1"), FALSE);
}

static void
test_long (void)
{
  g_autoptr (WbAnswers) answers = wb_answers_new ();
  g_autofree char *text = g_strnfill (500, 'x');
  g_autoptr (WbEdit) edit = wb_edit_new (WB_EDIT_CELL, "fremd", "", "", "", text);
  g_autofree char *words = wb_edit_to_words (edit, NULL, answers);

  g_assert_cmpuint (g_utf8_strlen (words, -1), <, 120);
  g_assert_true (g_str_has_suffix (words, "…"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edit-words/words", test_words);
  g_test_add_func ("/edit-words/files", test_files);
  g_test_add_func ("/edit-words/long", test_long);

  return g_test_run ();
}
