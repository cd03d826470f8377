/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-test-document.h"

#include "wb-paginator-private.h"

#include <string.h>

static WbPaginator *
paginate (WbBlock          *root,
          WbDocumentFormat  format)
{
  g_autoptr(WbDocument) document = NULL;

  wb_block_assign_anchors (root);
  document = wb_document_new (format, "T", root);

  return wb_paginator_new (document, 0, 0);
}

static void
append_note (WbBlock    *paragraph,
             const char *text)
{
  WbBlock *note = wb_block_new (WB_BLOCK_PARAGRAPH);

  wb_block_append_text (note, text, 0, NULL);
  wb_block_append_footnote (paragraph, note);
}

/* A note stands on the page of its number, below all else; numbers go on through the document. */
static void
test_footnotes (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;

  for (guint i = 0; i < 90; i++)
    {
      g_autofree char *word = g_strdup_printf ("Satz%u.", i);
      g_autofree char *note = g_strdup_printf ("Beleg%u.", i);
      WbBlock *paragraph = wb_block_append_paragraph (root, word);

      if (i % 3 == 0)
        append_note (paragraph, note);
    }
  paginator = paginate (root, WB_DOCUMENT_PAGES);
  g_assert_cmpuint (wb_paginator_get_n_pages (paginator), >, 2);
  for (guint i = 0; i < 90; i += 3)
    {
      g_autofree char *word = g_strdup_printf ("Satz%u.%u", i, i / 3 + 1);
      g_autofree char *note = g_strdup_printf ("Beleg%u.", i);
      guint n_found = 0;

      for (guint j = 0; j < wb_paginator_get_n_pages (paginator); j++)
        {
          g_autofree char *text = wb_paginator_get_text (paginator, j);
          const char *mark = strstr (text, word);
          const char *found = strstr (text, note);

          g_assert_true ((mark != NULL) == (found != NULL));
          n_found += found != NULL;
          g_assert_true (found == NULL || strstr (found, "Satz") == NULL);
        }
      g_assert_cmpuint (n_found, ==, 1);
    }
  wb_test_document_assert_sound (paginator);
}

/* A note that is longer than its page comes behind the text, whole. */
static void
test_long_footnote (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autoptr(GString) note = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 900; i++)
    g_string_append_printf (note, "Wort%u ", i);
  append_note (wb_block_append_paragraph (root, "Anfang"), note->str);
  wb_block_append_paragraph (root, "Ende");
  paginator = paginate (root, WB_DOCUMENT_PAGES);
  text = wb_test_document_text (paginator);
  g_assert_nonnull (strstr (text, "Ende1Wort0Wort1"));
  g_assert_nonnull (strstr (text, "Wort899"));
  wb_test_document_assert_sound (paginator);
}

static void
test_contents (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autofree char *first = NULL;
  WbLayout *layout;

  wb_block_append_contents (root, 3);
  wb_block_append_heading (root, 2, "Anfang");
  wb_block_append_paragraph (root, "Text");
  wb_block_append (root, wb_block_new (WB_BLOCK_PAGE_BREAK));
  wb_block_append_heading (root, 3, "Mitte");
  wb_block_append_heading (root, 4, "Tief");
  wb_block_append_paragraph (root, "Text");
  wb_block_append (root, wb_block_new (WB_BLOCK_PAGE_BREAK));
  wb_block_append_heading (root, 2, "Anfang");
  wb_block_append_paragraph (root, "Text");
  paginator = paginate (root, WB_DOCUMENT_PAGES);
  first = wb_paginator_get_text (paginator, 0);
  g_assert_true (g_str_has_prefix (first, "T\nAnfang 1\nMitte 2\nAnfang 3\nAnfang"));
  g_assert_null (strstr (first, "Tief"));

  layout = wb_paginator_get_layout (paginator);
  g_assert_cmpuint (layout->contents->len, ==, 3);
  for (guint i = 0; i < layout->contents->len; i++)
    g_assert_nonnull (wb_layout_find_place (layout, g_array_index (layout->contents, WbContentsEntry, i).target));
  wb_test_document_assert_sound (paginator);
}

static const WbMark *
find_mark (WbLayout   *layout,
           const char *text,
           double     *y)
{
  for (guint i = 0; i < layout->pages->len; i++)
    {
      WbPage *page = g_ptr_array_index (layout->pages, i);

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const WbPlacedPiece *placed = &g_array_index (page->pieces, WbPlacedPiece, j);

          for (guint k = 0; k < placed->piece->marks->len; k++)
            {
              const WbMark *mark = g_ptr_array_index (placed->piece->marks, k);

              if (mark->type != WB_MARK_LINE || g_strcmp0 (mark->text, text) != 0)
                continue;
              *y = placed->y + mark->y;
              return mark;
            }
        }
    }

  g_assert_not_reached ();
}

static double
get_x (const WbMark *mark)
{
  return ((WbRun *) g_ptr_array_index (mark->runs, 0))->x;
}

/* Side by side on a slide, one below the other on paper; all headings lead somewhere. */
static void
check_columns (WbDocumentFormat format)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  WbBlock *columns = wb_block_append (root, wb_block_new (WB_BLOCK_COLUMNS));
  WbLayout *layout;
  double left_y, right_y;
  const WbMark *left, *right;

  for (guint i = 0; i < 2; i++)
    {
      WbBlock *column = wb_block_append (columns, wb_block_new (WB_BLOCK_COLUMN));

      wb_block_append_heading (column, 3, i == 0 ? "Links" : "Rechts");
      wb_block_append_paragraph (column, i == 0 ? "eins" : "zwei");
    }
  paginator = paginate (root, format);
  layout = wb_paginator_get_layout (paginator);
  left = find_mark (layout, "eins", &left_y);
  right = find_mark (layout, "zwei", &right_y);
  g_assert_true ((left_y == right_y) == (format == WB_DOCUMENT_DECK));
  g_assert_true ((get_x (left) < get_x (right)) == (format == WB_DOCUMENT_DECK));
  g_assert_nonnull (wb_layout_find_place (layout, "wb:links"));
  g_assert_nonnull (wb_layout_find_place (layout, "wb:rechts"));
}

static void
test_columns (void)
{
  check_columns (WB_DOCUMENT_PAGES);
  check_columns (WB_DOCUMENT_DECK);
}

/* Rows that a cell holds together stay on one page, and what the cell says has room beside them. */
static void
test_spans (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  WbLayout *layout;
  WbBlock *row;
  double first, last, next;

  table->header_columns = 1;
  row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));
  wb_block_append_cell (row, "oben", 1, 2);
  wb_block_append_cell (row, "daneben", 1, 1);
  wb_block_append_row (table, "darunter", NULL);
  row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));
  wb_block_append_cell (row, "quer", 2, 1);
  paginator = paginate (root, WB_DOCUMENT_PAGES);
  layout = wb_paginator_get_layout (paginator);

  g_assert_cmpstr (find_mark (layout, "oben", &first)->node->tag, ==, "TH");
  g_assert_cmpint (find_mark (layout, "oben", &first)->node->extra.scope, ==, WB_SCOPE_ROW);
  g_assert_cmpuint (find_mark (layout, "oben", &first)->node->extra.rows, ==, 2);
  g_assert_cmpfloat (get_x (find_mark (layout, "daneben", &next)), ==, get_x (find_mark (layout, "darunter", &last)));
  g_assert_cmpfloat (first, ==, next);
  g_assert_cmpfloat (last, >, next);
  g_assert_cmpuint (find_mark (layout, "quer", &next)->node->extra.columns, ==, 2);
  g_assert_cmpfloat (next, >, last);
  wb_test_document_assert_sound (paginator);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/special/footnotes", test_footnotes);
  g_test_add_func ("/special/long-footnote", test_long_footnote);
  g_test_add_func ("/special/contents", test_contents);
  g_test_add_func ("/special/columns", test_columns);
  g_test_add_func ("/special/spans", test_spans);

  return g_test_run ();
}
