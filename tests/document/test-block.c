/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-block.h"
#include "wb-document.h"
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/block/tree", test_tree);
  g_test_add_func ("/block/single-runs", test_single_runs);
  g_test_add_func ("/block/copy", test_copy);
  g_test_add_func ("/block/footnote", test_footnote);
  g_test_add_func ("/block/grid", test_grid);
  g_test_add_func ("/block/hostile-grid", test_hostile_grid);
  g_test_add_func ("/block/wrong-child", test_wrong_child);
  g_test_add_func ("/block/anchors", test_anchors);
  g_test_add_func ("/block/many-anchors", test_many_anchors);
  g_test_add_func ("/document/properties", test_document);

  return g_test_run ();
}
