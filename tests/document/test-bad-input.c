/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-pdf-writer.h"

#include "wb-test-document.h"

#include <glib/gstdio.h>
#include <string.h>

/* Whatever somebody pastes: a file that opens, or a sentence. */

static const struct
{
  const char *name;
  const char *text;
} texts[] = {
  { "right-to-left", "شارع المدرسة 12 und dann wieder Deutsch (בית ספר), 3. Absatz" },
  { "emoji", "Gut 👍🏽, Familie 👨‍👩‍👧‍👦, Fahne 🇩🇪, Herz ❤️ und ☎" },
  { "combining", "a\314\210o\314\210u\314\210 e\314\201\314\202\314\203 Z\314\265\314\241\314\242\314\253a\314\267\314\230 \314\210allein" },
  { "control", "a\001b\002\033[31mrot\177 c\302\200d\302\205e\013f\fg\rh\342\200\251i\342\200\252j\342\200\256k" },
  { "no-font", "\360\223\200\200\360\223\203\255 \360\222\200\200 \360\220\216\240 \363\260\200\200 \356\200\200 \364\217\277\275" },
  { "broken-utf8", "a\377b\300\200c\355\240\200d\364\220\200\200e\303" },
  { "brackets", "(((\\\\)) <<>> [/Name] %kein Kommentar\nendobj 1 0 R stream \\" },
  { "markup", "<b>&amp;</b> <script>alert(1)</script> &#0; {{feld}} {{@sign}}" },
  { "blanks", "\302\240\302\240 \342\200\213\342\200\213 \357\273\277 \342\201\240 \302\255\302\255\302\255" },
};

/* @text in each place where a text may stand. */
static WbBlock *
create_tree (const char *text)
{
  WbBlock *root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *block, *note;

  wb_block_append_heading (root, 2, text);
  block = wb_block_append_paragraph (root, text);
  wb_block_append_text (block, text, WB_INLINE_STRONG, "https://example.org/ü?(a)'b'\\");
  wb_block_append_text (block, text, WB_INLINE_CODE, NULL);
  wb_block_append_text (block, text, WB_INLINE_BLANK, NULL);
  wb_block_append_text (block, text, WB_INLINE_OPEN, text);
  note = wb_block_new (WB_BLOCK_PARAGRAPH);
  wb_block_append_text (note, text, 0, NULL);
  wb_block_append_footnote (block, note);
  block = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  block->header_rows = 1;
  block->header_columns = 1;
  wb_block_append_row (block, text, text, NULL);
  wb_block_append_row (block, text, text, NULL);
  block = wb_block_append (wb_block_append (root, wb_block_new (WB_BLOCK_CHECKLIST)), wb_block_new (WB_BLOCK_CHECK));
  wb_block_append_text (block, text, 0, NULL);
  block->owner = g_strdup (text);
  block->date = g_strdup (text);
  block->note = g_strdup (text);
  block = wb_block_append (root, wb_block_new (WB_BLOCK_CALLOUT));
  wb_block_append_paragraph (block, text);
  block = wb_block_append (root, wb_block_new (WB_BLOCK_QUOTE));
  block->note = g_strdup (text);
  wb_block_append_paragraph (block, text);
  wb_block_append_number (root, text, text);
  wb_block_append_question (root, text, text);
  block = wb_block_append (root, wb_block_new (WB_BLOCK_AGENDA));
  wb_block_append_row (block, text, text, text, NULL);
  block = wb_block_append (root, wb_block_new (WB_BLOCK_COLUMNS));
  wb_block_append_paragraph (wb_block_append (block, wb_block_new (WB_BLOCK_COLUMN)), text);
  wb_block_append_paragraph (wb_block_append (block, wb_block_new (WB_BLOCK_COLUMN)), text);
  wb_block_append_contents (root, 4);

  return root;
}

/* Opens for those who are strict. */
static void
assert_opens (const char *path)
{
  const char *arguments[] = { "qpdf", "--check", path, NULL };
  g_autofree char *tool = g_find_program_in_path ("qpdf");
  g_autoptr(GError) error = NULL;
  int status;

  if (tool == NULL)
    return;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL | G_SPAWN_STDOUT_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static void
write_document (WbBlock          *root,
                const char       *title,
                WbDocumentFormat  format)
{
  g_autofree char *folder = g_dir_make_tmp ("wb-bad-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr(WbDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  wb_block_assign_anchors (root);
  document = wb_document_new (format, title, root);
  wb_document_set_head (document, title, title, title, title);
  wb_document_set_foot (document, title);
  wb_pdf_writer_write (document, path, NULL, &error);
  if (error == NULL)
    assert_opens (path);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_no_error (error);
}

static void
test_text (gconstpointer data)
{
  const char *text = data;
  g_autoptr(WbBlock) root = create_tree (text);

  write_document (root, text, WB_DOCUMENT_PAGES);
  write_document (root, text, WB_DOCUMENT_DECK);
}

static void
test_long_word (void)
{
  g_autofree char *word = g_strnfill (3000, 'm');
  g_autoptr(WbBlock) root = create_tree (word);

  write_document (root, word, WB_DOCUMENT_PAGES);
  write_document (root, word, WB_DOCUMENT_DECK);
}

static WbBlock *
create_table (guint n_rows)
{
  WbBlock *root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));

  table->header_rows = 1;
  wb_block_append_row (table, "Nummer", "Ort", "Wert", NULL);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      wb_block_append_row (table, number, "Müllheim", "12,5", NULL);
    }

  return root;
}

/* As somebody may paste it out of a spreadsheet. */
static void
test_long_table (void)
{
  g_autoptr(WbBlock) root = create_table (40000);
  g_autoptr(WbBlock) shorter = create_table (1500);
  g_autoptr(WbDocument) document = wb_document_new (WB_DOCUMENT_PAGES, "Tabelle", root);
  g_autoptr(WbPaginator) paginator = wb_paginator_new (document, 0, 0);
  const guint n_pages = wb_paginator_get_n_pages (paginator);
  g_autofree char *last = wb_paginator_get_text (paginator, n_pages - 1);

  g_assert_cmpuint (n_pages, >, 500);
  g_assert_nonnull (strstr (last, "39999"));
  write_document (shorter, "Tabelle", WB_DOCUMENT_PAGES);
}

/* Cells that hold the whole of a long table together, and tables that are hollow. */
static void
test_hostile_spans (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  WbBlock *row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));

  table->header_rows = G_MAXUINT;
  table->header_columns = G_MAXUINT;
  wb_block_append_cell (row, "alles", G_MAXUINT, G_MAXUINT);
  for (guint i = 0; i < 300; i++)
    wb_block_append_row (table, "a", "b", NULL);
  table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));
  wb_block_append_cell (row, "links", 1, G_MAXUINT);
  wb_block_append_cell (row, "rechts", 1, 1);
  for (guint i = 0; i < 300; i++)
    wb_block_append_row (table, "b", NULL);
  table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  wb_block_append (table, wb_block_new (WB_BLOCK_ROW));
  wb_block_append (root, wb_block_new (WB_BLOCK_AGENDA));
  wb_block_append (wb_block_append (root, wb_block_new (WB_BLOCK_COLUMNS)), wb_block_new (WB_BLOCK_COLUMN));
  write_document (root, "Spannweiten", WB_DOCUMENT_PAGES);
  write_document (root, "Spannweiten", WB_DOCUMENT_DECK);
}

static void
test_deep_lists (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *parent = root;

  for (guint i = 0; i < 18; i++)
    {
      parent = wb_block_append (wb_block_append (parent, wb_block_new (WB_BLOCK_LIST)), wb_block_new (WB_BLOCK_ITEM));
      wb_block_append_paragraph (parent, "Ebene");
    }
  write_document (root, "Tief", WB_DOCUMENT_PAGES);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strconcat ("/bad-input/", texts[i].name, NULL);

      g_test_add_data_func (path, texts[i].text, test_text);
    }
  g_test_add_func ("/bad-input/long-word", test_long_word);
  g_test_add_func ("/bad-input/long-table", test_long_table);
  g_test_add_func ("/bad-input/hostile-spans", test_hostile_spans);
  g_test_add_func ("/bad-input/deep-lists", test_deep_lists);

  return g_test_run ();
}
