/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-block.h"
#include "wb-document-equal.h"
#include "wb-document.h"
#include "wb-figure.h"
#include "wb-table-grid.h"

static void
test_tree (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autofree char *text = NULL;
  WbBlock *table, *list, *item, *check, *paragraph;

  wb_block_append_heading (root, 2, "Überschrift");
  paragraph = wb_block_append_paragraph (root, "Ein ");
  wb_block_append_text (paragraph, "Absatz", 0, NULL);
  wb_block_append_text (paragraph, "fett", WB_INLINE_STRONG, NULL);
  g_assert_cmpuint (paragraph->inlines->len, ==, 2);

  table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  wb_block_append_row (table, "a", "", "c", NULL);
  list = wb_block_append (root, wb_block_new (WB_BLOCK_LIST));
  item = wb_block_append (list, wb_block_new (WB_BLOCK_ITEM));
  wb_block_append_paragraph (item, "Punkt");
  wb_block_append (root, wb_block_new (WB_BLOCK_PAGE_BREAK));
  list = wb_block_append (root, wb_block_new (WB_BLOCK_CHECKLIST));
  check = wb_block_append (list, wb_block_new (WB_BLOCK_CHECK));
  wb_block_append_text (check, "Aufgabe", 0, NULL);
  check->owner = g_strdup ("Kim");
  check->note = g_strdup ("Hinweis");

  text = wb_block_to_text (root);
  g_assert_cmpstr (text, ==, "Überschrift\nEin Absatzfett\na\t\tc\nPunkt\nAufgabe\tKim\nHinweis");
}

static void
test_single_runs (void)
{
  g_autoptr(WbBlock) paragraph = wb_block_new (WB_BLOCK_PARAGRAPH);
  g_autofree char *text = NULL;

  wb_block_append_text (paragraph, "a", WB_INLINE_BLANK, NULL);
  wb_block_append_text (paragraph, "b", WB_INLINE_BLANK, NULL);
  wb_block_append_text (paragraph, NULL, WB_INLINE_BREAK, NULL);
  wb_block_append_text (paragraph, "x", 0, "wb:a");
  wb_block_append_text (paragraph, "y", 0, "wb:b");
  wb_block_append_text (paragraph, "z", WB_INLINE_PLACEHOLDER, NULL);
  g_assert_cmpuint (paragraph->inlines->len, ==, 6);

  text = wb_block_to_text (paragraph);
  g_assert_cmpstr (text, ==, "ab\nxy{{z}}");
}

static void
test_copy (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbBlock) copy = NULL;
  const WbAlign align = WB_ALIGN_END;
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_array_append_val (table->aligns, align);
  table->header_rows = 1;
  wb_block_append_row (table, "Zahl", NULL);
  wb_block_append_text (wb_block_append_paragraph (root, "Siehe "), "dort", 0, "wb:dort#abschnitt");

  copy = wb_block_copy (root);
  before = wb_block_to_text (root);
  g_clear_pointer (&root, wb_block_unref);
  after = wb_block_to_text (copy);
  g_assert_cmpstr (before, ==, after);

  table = g_ptr_array_index (copy->children, 0);
  g_assert_cmpuint (table->header_rows, ==, 1);
  g_assert_cmpint (g_array_index (table->aligns, WbAlign, 0), ==, WB_ALIGN_END);
}

static void
test_footnote (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbBlock) copy = NULL;
  g_autofree char *text = NULL;
  WbBlock *paragraph = wb_block_append_paragraph (root, "Das steht fest");
  WbBlock *note = wb_block_new (WB_BLOCK_PARAGRAPH);
  WbBlock *quote;

  wb_block_append_text (note, "Satzung", 0, "https://example.org");
  wb_block_append_footnote (paragraph, note);
  wb_block_append_text (paragraph, ".", 0, NULL);
  quote = wb_block_append (root, wb_block_new (WB_BLOCK_QUOTE));
  quote->note = g_strdup ("Kim");
  wb_block_append_paragraph (quote, "So ist es.");
  wb_block_append_number (root, "73 %", "der Anträge");
  wb_block_append_question (root, "Wer?", NULL);

  copy = wb_block_copy (root);
  g_clear_pointer (&root, wb_block_unref);
  text = wb_block_to_text (copy);
  g_assert_cmpstr (text, ==, "Das steht fest (Satzung).\nSo ist es.\nKim\n73 %\nder Anträge\nWer?");
}

static void
assert_place (WbTableGrid *grid,
              guint        i,
              guint        row,
              guint        column,
              guint        rows,
              guint        columns)
{
  const WbGridCell *cell = &g_array_index (grid->cells, WbGridCell, i);

  g_assert_cmpuint (cell->row, ==, row);
  g_assert_cmpuint (cell->column, ==, column);
  g_assert_cmpuint (cell->rows, ==, rows);
  g_assert_cmpuint (cell->columns, ==, columns);
}

/* Cells that reach further push the others aside; none reaches out of the table, of its head, or over another. */
static void
test_grid (void)
{
  g_autoptr(WbBlock) table = wb_block_new (WB_BLOCK_TABLE);
  g_autoptr(WbBlock) flat = NULL;
  g_autoptr(WbTableGrid) grid = NULL;
  g_autofree char *text = NULL;
  WbBlock *row;

  table->header_rows = 1;
  row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));
  wb_block_append_cell (row, "A", 1, 9);
  wb_block_append_cell (row, "B", 2, 1);
  row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));
  wb_block_append_cell (row, "C", 1, 2);
  wb_block_append_cell (row, "D", 1, 1);
  wb_block_append_cell (row, "E", 1, G_MAXUINT);
  wb_block_append_row (table, "F", "G", NULL);

  grid = wb_table_grid_new (table);
  g_assert_cmpuint (grid->n_columns, ==, 4);
  assert_place (grid, 0, 0, 0, 1, 1);
  assert_place (grid, 1, 0, 1, 1, 2);
  assert_place (grid, 2, 1, 0, 2, 1);
  assert_place (grid, 3, 1, 1, 1, 1);
  assert_place (grid, 4, 1, 2, 2, 1);
  assert_place (grid, 5, 2, 1, 1, 1);
  assert_place (grid, 6, 2, 3, 1, 1);

  flat = wb_table_grid_flatten (table);
  text = wb_block_to_text (flat);
  g_assert_cmpstr (text, ==, "A\tB\t\t\nC\tD\tE\t\n\tF\t\tG");
}

/* A cell over more rows than stay together stands at the begin of each part. */
static void
test_limited_grid (void)
{
  g_autoptr(WbBlock) table = wb_block_new (WB_BLOCK_TABLE);
  g_autoptr(WbTableGrid) grid = NULL;
  g_autoptr(WbTableGrid) single = NULL;
  WbBlock *row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));

  wb_block_append_cell (row, "Gruppe", 2, 5);
  wb_block_append_cell (row, "1", 1, 1);
  for (guint i = 2; i <= 5; i++)
    wb_block_append_row (table, "Zeile", NULL);
  wb_block_append_row (table, "a", "b", "c", NULL);

  grid = wb_table_grid_new_limited (table, 2);
  assert_place (grid, 0, 0, 0, 2, 2);
  assert_place (grid, 1, 0, 2, 1, 1);
  assert_place (grid, 2, 1, 2, 1, 1);
  assert_place (grid, 3, 2, 0, 2, 2);
  g_assert_true (g_array_index (grid->cells, WbGridCell, 3).cell == g_array_index (grid->cells, WbGridCell, 0).cell);
  assert_place (grid, 6, 4, 0, 1, 2);
  assert_place (grid, 8, 5, 0, 1, 1);

  single = wb_table_grid_new_limited (table, 1);
  g_assert_true (g_array_index (single->cells, WbGridCell, 2).cell == single->empty);
}

/* A cell that says it is wider than any table. */
static void
test_hostile_grid (void)
{
  g_autoptr(WbBlock) table = wb_block_new (WB_BLOCK_TABLE);
  g_autoptr(WbTableGrid) grid = NULL;

  for (guint i = 0; i < 3; i++)
    {
      WbBlock *row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));

      wb_block_append_cell (row, "a", 2, 2);
      wb_block_append_cell (row, "b", G_MAXUINT, 1);
      wb_block_append_cell (row, "c", 1, 1);
    }
  grid = wb_table_grid_new (table);
  g_assert_cmpuint (grid->n_columns, ==, WB_TABLE_GRID_MAX_COLUMNS);
  g_assert_cmpuint (grid->cells->len, ==, 6);
}

static void
test_wrong_child (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr(WbBlock) list = wb_block_new (WB_BLOCK_LIST);
      g_autoptr(WbBlock) cell = wb_block_new (WB_BLOCK_CELL);

      wb_block_append (list, cell);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
}

static void
test_anchors (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  const char *expected[] = { "ueber-uns", "fest", "ueber-uns-2", "-", "--2", "ueber-uns-3" };
  const char *titles[] = { "Über uns", "Fest", "Über uns!", "…", "–", "Über uns" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    wb_block_append_heading (root, 2, titles[i]);
  ((WbBlock *) g_ptr_array_index (root->children, 1))->anchor = g_strdup ("fest");

  wb_block_assign_anchors (root);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (((WbBlock *) g_ptr_array_index (root->children, i))->anchor, ==, expected[i]);
}

static void
test_many_anchors (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);

  for (guint i = 0; i < 20000; i++)
    wb_block_append_heading (root, 2, "Ziel");
  wb_block_assign_anchors (root);
  g_assert_cmpstr (((WbBlock *) g_ptr_array_index (root->children, 19999))->anchor, ==, "ziel-20000");
}

static void
test_document (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbDocument) document = wb_document_new (WB_DOCUMENT_DECK, "Titel", root);

  g_assert_cmpstr (wb_document_get_title (document), ==, "Titel");
  g_assert_true (wb_document_get_root (document) == root);
  g_assert_cmpint (wb_document_get_format (document), ==, WB_DOCUMENT_DECK);
  g_assert_null (wb_document_get_town (document));

  wb_document_set_head (document, "Hagenow", "", NULL, "Projekt");
  wb_document_set_head (document, wb_document_get_town (document), "", NULL, "Projekt");
  wb_document_set_foot (document, "Fuß");
  wb_document_set_entry (document, "eintrag");
  g_assert_cmpstr (wb_document_get_town (document), ==, "Hagenow");
  g_assert_null (wb_document_get_region (document));
  g_assert_null (wb_document_get_kind (document));
  g_assert_cmpstr (wb_document_get_project (document), ==, "Projekt");
  g_assert_cmpstr (wb_document_get_foot (document), ==, "Fuß");
  g_assert_cmpstr (wb_document_get_entry (document), ==, "eintrag");
}

/* A document with something of everything; the @change-th of it is different, none of it for 0. */
static WbDocument *
make_document (guint change)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  const WbAlign align = change == 1 ? WB_ALIGN_END : WB_ALIGN_CENTER;
  WbFigure *figure = wb_figure_new (change == 2 ? WB_FIGURE_CYCLE : WB_FIGURE_FLOW, "Bild", change == 3 ? "so" : "anders");
  WbFigurePart *part = wb_figure_add_part (figure, change == 4 ? "Teil" : "Stück", NULL);
  WbBlock *block, *note = wb_block_new (WB_BLOCK_PARAGRAPH);
  WbDocument *document;

  block = wb_block_append_heading (root, change == 5 ? 1 : 2, "Titel");
  block->anchor = g_strdup (change == 6 ? "a" : "b");
  block = wb_block_append_paragraph (root, change == 7 ? "Ein Satz" : "Ein satz");
  wb_block_append_text (block, "fett", change == 8 ? WB_INLINE_EMPHASIS : WB_INLINE_STRONG, change == 9 ? "wb:a" : "wb:b");
  wb_block_append_text (note, change == 10 ? "Quelle" : "Fundort", 0, NULL);
  wb_block_append_footnote (block, note);
  block = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  block->header_rows = change == 11 ? 0 : 1;
  g_array_append_val (block->aligns, align);
  wb_block_append_row (block, "x", change == 12 ? "y" : "z", NULL);
  block = wb_block_append (root, wb_block_new (WB_BLOCK_CALLOUT));
  block->callout = change == 13 ? WB_CALLOUT_TIP : WB_CALLOUT_NOTES;
  wb_block_append_paragraph (block, change == 14 ? "Für alle" : "Für mich");
  part->value = change == 15 ? 1 : 2;
  wb_figure_part_add_level (part, change == 16 ? 1 : 2, change == 17 ? "viel" : "wenig");
  wb_figure_part_set_strong (part, change == 18);
  wb_figure_add_column (figure, change == 19 ? "links" : "rechts");
  wb_figure_add_part (figure, "Zweiter", NULL);
  wb_figure_add_edge (figure, 0, 1, change == 20);
  wb_block_append (root, wb_figure_create_block (figure));
  wb_figure_unref (figure);
  if (change == 21)
    wb_block_append_paragraph (root, "Mehr");

  document = wb_document_new (change == 22 ? WB_DOCUMENT_DECK : WB_DOCUMENT_PAGES, change == 23 ? "A" : "B", root);
  wb_document_set_head (document, change == 24 ? "Ort" : NULL, NULL, NULL, change == 25 ? "P" : "Q");
  wb_document_set_foot (document, change == 26 ? "1. Mai" : "2. Mai");
  wb_document_set_numbered (document, change != 27);
  wb_document_set_entry (document, change == 28 ? "eins" : "zwei");

  return document;
}

/* What was prepared of one may be shown for the other only when nothing at all is different. */
static void
test_equal (void)
{
  g_autoptr (WbDocument) document = make_document (0);
  g_autoptr (WbDocument) same = make_document (0);

  g_assert_true (wb_document_equal (document, same));
  for (guint i = 1; i <= 28; i++)
    {
      g_autoptr (WbDocument) other = make_document (i);

      g_test_message ("change %u", i);
      g_assert_false (wb_document_equal (document, other));
      g_assert_false (wb_document_equal (other, document));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/block/tree", test_tree);
  g_test_add_func ("/block/limited-grid", test_limited_grid);
  g_test_add_func ("/block/single-runs", test_single_runs);
  g_test_add_func ("/block/copy", test_copy);
  g_test_add_func ("/block/footnote", test_footnote);
  g_test_add_func ("/block/grid", test_grid);
  g_test_add_func ("/block/hostile-grid", test_hostile_grid);
  g_test_add_func ("/block/wrong-child", test_wrong_child);
  g_test_add_func ("/block/anchors", test_anchors);
  g_test_add_func ("/block/many-anchors", test_many_anchors);
  g_test_add_func ("/document/properties", test_document);
  g_test_add_func ("/document/equal", test_equal);

  return g_test_run ();
}
