/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-test-document.h"

#include "wb-paginator-private.h"
#include "wb-pdf-writer.h"

#include <glib/gstdio.h>
#include <string.h>

/* Text that is read from right to left, alone and among other: nothing leaves its box, nothing lies on something else, all
 * stands in the order of reading. */

#define HEBREW "מדיניות הפרטיות של העירייה היא ציבורית, וכל תושב רשאי לעיין בה בכל עת."
#define ARABIC "تقدم البلدية المشورة لجميع السكان مجانا وبلغات متعددة طوال الأسبوع."
#define MIXED "Die Stadt berät (" ARABIC ") jeden Tag von 9 bis 12 Uhr, " HEBREW " und danach am Telefon."
#define FIGURES "בשנת 2026 נרשמו 12,400 פניות (כולל 3.5 אחוז מחוץ לעיר), https://www.beispiel.example/weg und mehr, ועוד."

static const char *const texts[] = { HEBREW, ARABIC, MIXED, FIGURES, HEBREW " " HEBREW " " ARABIC, ARABIC " " FIGURES " " HEBREW };

typedef struct
{
  double left;
  double right;
} Box;

static void
append_table (WbBlock *root)
{
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));

  table->header_rows = 1;
  wb_block_append_row (table, "Feld", "معنى", "שם", NULL);
  for (guint i = 0; i < 3; i++)
    wb_block_append_row (table, HEBREW, MIXED, ARABIC, NULL);
}

static void
append_all (WbBlock *root)
{
  WbBlock *list = NULL;
  WbBlock *linked = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    wb_block_append_paragraph (root, texts[i]);
  append_table (root);
  list = wb_block_append (root, wb_block_new (WB_BLOCK_LIST));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    wb_block_append_paragraph (wb_block_append (list, wb_block_new (WB_BLOCK_ITEM)), texts[i]);

  linked = wb_block_append_paragraph (root, "Siehe ");
  wb_block_append_text (linked, MIXED, 0, "https://www.beispiel.example/");
  wb_block_append_text (linked, HEBREW, WB_INLINE_STRONG, NULL);
  wb_block_append_text (linked, "Name", WB_INLINE_BLANK, NULL);
}

static WbDocument *
create_document (WbDocumentFormat format)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);

  wb_block_append_heading (root, 1, "שלום 2026");
  append_all (root);
  if (format == WB_DOCUMENT_DECK)
    wb_block_append (root, wb_block_new (WB_BLOCK_SLIDE_BREAK));
  wb_block_append_heading (root, 2, "Deutsch und (عربي) שלום");
  append_all (root);
  wb_block_assign_anchors (root);

  return wb_document_new (format, "כותרת", root);
}

/* All runs of a line are next to each other, and within what the layout has for text. */
static void
assert_line (const WbLayout *layout,
             const WbMark   *mark)
{
  for (guint i = 0; i < mark->runs->len; i++)
    {
      const WbRun *run = g_ptr_array_index (mark->runs, i);

      g_assert_cmpfloat (run->x, >=, layout->left - 0.5);
      g_assert_cmpfloat (run->x + run->width, <=, layout->left + layout->width + 0.5);
      for (guint j = 0; j < i; j++)
        {
          const WbRun *other = g_ptr_array_index (mark->runs, j);

          g_assert_true (run->x + run->width <= other->x + 0.05 || other->x + other->width <= run->x + 0.05);
        }
    }
}

static void
visit_lines (WbPaginator *paginator,
             void       (*visit) (const WbLayout *layout, const WbMark *mark))
{
  WbLayout *layout = wb_paginator_get_layout (paginator);

  for (guint i = 0; i < layout->pages->len; i++)
    {
      const WbPage *page = g_ptr_array_index (layout->pages, i);

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const WbPiece *piece = g_array_index (page->pieces, WbPlacedPiece, j).piece;

          for (guint k = 0; k < piece->marks->len; k++)
            if (((WbMark *) g_ptr_array_index (piece->marks, k))->type == WB_MARK_LINE)
              visit (layout, g_ptr_array_index (piece->marks, k));
        }
    }
}

static void
test_boxes (gconstpointer data)
{
  g_autoptr(WbDocument) document = create_document (GPOINTER_TO_INT (data));
  g_autoptr(WbPaginator) paginator = wb_paginator_new (document, 0, 0);

  visit_lines (paginator, assert_line);
}

static Box
get_box (WbText *text,
         guint   n)
{
  const WbMark *mark = g_ptr_array_index (text->marks, n);
  Box box = { G_MAXDOUBLE, 0 };

  for (guint i = 0; i < mark->runs->len; i++)
    {
      const WbRun *run = g_ptr_array_index (mark->runs, i);

      box.left = MIN (box.left, run->x);
      box.right = MAX (box.right, run->x + run->width);
    }

  return box;
}

/* Broken into boxes of many widths: never out of them; from right to left begins at the right. */
static void
test_widths (void)
{
  g_autoptr(WbDocument) document = create_document (WB_DOCUMENT_PAGES);
  g_autoptr(WbPaginator) paginator = wb_paginator_new (document, 0, 0);
  WbLayout *layout = wb_paginator_get_layout (paginator);

  for (double width = 60; width < 500; width += 13.7)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        g_autoptr(WbText) text = wb_text_new_plain (layout, texts[i], &layout->style->body, 100, width, WB_ALIGN_START, NULL);

        for (guint j = 0; j < text->marks->len; j++)
          {
            const Box box = get_box (text, j);

            g_assert_cmpfloat (box.left, >=, 99.9);
            g_assert_cmpfloat (box.right, <=, 100.1 + width);
            if (texts[i] != texts[2])
              g_assert_cmpfloat_with_epsilon (box.right, 100 + width, 0.1);
            else
              g_assert_cmpfloat_with_epsilon (box.left, 100, 0.1);
          }
      }
}

/* The runs of a line, one after the other, are its text. */
static void
assert_order (const WbLayout *layout,
              const WbMark   *mark)
{
  g_autoptr(GString) drawn = g_string_new (NULL);
  g_autofree char *squeezed = NULL;
  g_autofree char *expected = NULL;

  for (guint i = 0; i < mark->runs->len; i++)
    {
      const WbRun *run = g_ptr_array_index (mark->runs, i);

      if ((run->flags & WB_INLINE_BLANK) == 0)
        g_string_append_len (drawn, run->text, strlen (run->text) - (run->soft_hyphen ? 1 : 0));
    }
  squeezed = wb_test_squeeze (drawn->str);
  expected = wb_test_squeeze (mark->text);
  if (mark->text != NULL)
    g_assert_cmpstr (squeezed, ==, expected);
}

static void
test_order (gconstpointer data)
{
  g_autoptr(WbDocument) document = create_document (GPOINTER_TO_INT (data));
  g_autoptr(WbPaginator) paginator = wb_paginator_new (document, 0, 0);

  visit_lines (paginator, assert_order);
}

static void
check_pdf (WbDocument *document)
{
  g_autofree char *folder = g_dir_make_tmp ("wb-direction-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "text.pdf", NULL);
  g_autoptr(GError) error = NULL;

  wb_pdf_writer_write (document, path, NULL, &error);
  g_assert_no_error (error);
  wb_test_document_check_pdf (path);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* The headings of the structure are the bookmarks, which they are not when parts of them are in the order they are seen. */
static void
test_pdf (gconstpointer data)
{
  g_autoptr(WbDocument) document = create_document (GPOINTER_TO_INT (data));

  check_pdf (document);
}

/* Characters that are nobody's text must not stop a document, wherever they stand. */
static void
test_noncharacters (void)
{
  static const char *const characters[] = { "\357\277\276", "\357\267\220", "\364\217\277\277", "\360\237\277\276" };

  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    {
      g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
      g_autoptr(WbDocument) document = NULL;
      g_autoptr(WbPaginator) paginator = NULL;
      g_autofree char *text = g_strdup_printf ("Wort%sWort", characters[i]);
      g_autofree char *found = NULL;

      wb_block_append_heading (root, 2, text);
      wb_block_append_paragraph (root, text);
      wb_block_append_row (wb_block_append (root, wb_block_new (WB_BLOCK_TABLE)), text, NULL);
      document = wb_document_new (WB_DOCUMENT_PAGES, text, root);
      wb_document_set_head (document, text, text, text, text);
      check_pdf (document);
      paginator = wb_paginator_new (document, 0, 0);
      found = wb_test_document_text (paginator);
      g_assert_nonnull (strstr (found, "Wort\357\277\275Wort"));
    }
}

static void
count_missing (const WbLayout *layout,
               const WbMark   *mark)
{
  for (guint i = 0; i < mark->runs->len; i++)
    {
      const WbRun *run = g_ptr_array_index (mark->runs, i);

      if (strstr (run->text, "\364\200\200\200") != NULL)
        {
          g_assert_true (run->missing);
          g_assert_cmpstr (run->text, ==, "\364\200\200\200");
          g_assert_cmpfloat (run->width, >, 0);
        }
    }
}

/* What no font has is a box to see, and the characters to hear. */
static void
test_missing (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbDocument) document = NULL;
  g_autoptr(WbPaginator) paginator = NULL;
  WbBlock *paragraph = NULL;

  /* A character for private use of the last plane. */
  wb_block_append_heading (root, 2, "Zeichen \364\200\200\200 fehlt");
  paragraph = wb_block_append_paragraph (root, "Das \364\200\200\200 fehlt auch hier ");
  wb_block_append_text (paragraph, "und da \364\200\200\200 im Verweis", 0, "https://www.beispiel.example/");
  wb_block_assign_anchors (root);
  document = wb_document_new (WB_DOCUMENT_PAGES, "Fehlend", root);
  paginator = wb_paginator_new (document, 0, 0);
  visit_lines (paginator, count_missing);
  visit_lines (paginator, assert_order);
  check_pdf (document);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    WbDocumentFormat format;
  } formats[] = { { "pages", WB_DOCUMENT_PAGES }, { "slides", WB_DOCUMENT_DECK } };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *boxes = g_strdup_printf ("/direction/boxes/%s", formats[i].name);
      g_autofree char *order = g_strdup_printf ("/direction/order/%s", formats[i].name);
      g_autofree char *pdf = g_strdup_printf ("/direction/pdf/%s", formats[i].name);

      g_test_add_data_func (boxes, GINT_TO_POINTER (formats[i].format), test_boxes);
      g_test_add_data_func (order, GINT_TO_POINTER (formats[i].format), test_order);
      g_test_add_data_func (pdf, GINT_TO_POINTER (formats[i].format), test_pdf);
    }
  g_test_add_func ("/direction/widths", test_widths);
  g_test_add_func ("/direction/noncharacters", test_noncharacters);
  g_test_add_func ("/direction/missing", test_missing);

  return g_test_run ();
}
