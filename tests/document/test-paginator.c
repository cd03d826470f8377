/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-test-document.h"

#include "wb-paginator-private.h"

#include <malloc.h>
#include <string.h>

static void
check_size (guint sections,
            guint min_pages,
            guint max_pages)
{
  g_autoptr(WbDocument) document = wb_test_document_new (sections);
  g_autoptr(WbPaginator) paginator = wb_paginator_new (document, 0, 0);

  g_assert_cmpuint (wb_paginator_get_n_pages (paginator), >=, min_pages);
  g_assert_cmpuint (wb_paginator_get_n_pages (paginator), <=, max_pages);
  g_assert_cmpfloat (wb_paginator_get_width (paginator), ==, WB_PAGE_A4_WIDTH);
  g_assert_cmpfloat (wb_paginator_get_height (paginator), ==, WB_PAGE_A4_HEIGHT);
  wb_test_document_assert_sound (paginator);
  wb_test_document_assert_complete (paginator);
}

static void
test_sizes (void)
{
  check_size (0, 1, 1);
  check_size (1, 1, 1);
  check_size (60, 25, 60);
}

/* A document of a few hundred pages is laid out whole. */
static void
test_many_pages (void)
{
  g_autoptr(WbDocument) document = wb_test_document_new (700);
  g_autoptr(WbPaginator) paginator = wb_paginator_new (document, 0, 0);

  g_assert_cmpuint (wb_paginator_get_n_pages (paginator), >=, 400);
  wb_test_document_assert_sound (paginator);
}

static void
test_long (void)
{
  check_size (700, 400, 700);
}

static WbPaginator *
paginate (WbBlock    *root,
          const char *title,
          double      width,
          double      height)
{
  g_autoptr(WbDocument) document = wb_document_new (WB_DOCUMENT_PAGES, title, root);

  return wb_paginator_new (document, width, height);
}

static void
test_long_word (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autofree char *word = g_strnfill (5000, 'w');
  g_autofree char *text = NULL;
  g_autoptr(WbPaginator) paginator = NULL;
  guint n_letters = 0;
  WbBlock *table;

  wb_block_append_paragraph (root, word);
  table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  table->header_rows = 1;
  wb_block_append_row (table, "Kopf", "Kopf", NULL);
  wb_block_append_row (table, word, "kurz", NULL);
  paginator = paginate (root, "Wort", 0, 0);
  wb_test_document_assert_sound (paginator);
  text = wb_test_document_text (paginator);
  g_assert_nonnull (strstr (text, word));
  for (const char *p = text; *p != '\0'; p++)
    n_letters += *p == 'w';
  g_assert_cmpuint (n_letters, ==, 10000);
}

static void
test_long_title (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(GString) title = g_string_new (NULL);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;

  while (title->len < 5000)
    g_string_append (title, "Sozialräume verstehen ");
  wb_block_append_paragraph (root, "Ende");
  paginator = paginate (root, title->str, 0, 0);
  g_string_append (title, "Ende");
  expected = wb_test_squeeze (title->str);
  text = wb_test_document_text (paginator);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_wide_table (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));

  table->header_rows = 1;
  for (guint i = 0; i < 4; i++)
    {
      WbBlock *row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));

      for (guint j = 0; j < 40; j++)
        wb_block_append_text (wb_block_append (row, wb_block_new (WB_BLOCK_CELL)), "Zuständigkeit", 0, NULL);
    }
  paginator = paginate (root, "Breit", 0, 0);
  wb_test_document_assert_sound (paginator);
  wb_test_document_assert_complete (paginator);
}

#define N_LONG 400

/* The page of each row, and whether the head is drawn again above it. */
static void
check_long_page (WbLayout *layout,
                 guint     n,
                 guint    *next_row)
{
  const WbPage *page = g_ptr_array_index (layout->pages, n);
  guint n_rows = 0;

  if (*next_row > 0)
    g_assert_cmpint (g_array_index (page->pieces, WbPlacedPiece, 0).placing, ==, WB_PLACED_AGAIN);
  for (guint i = 0; i < page->pieces->len; i++)
    {
      const WbPlacedPiece *placed = &g_array_index (page->pieces, WbPlacedPiece, i);
      const WbMark *mark = g_ptr_array_index (placed->piece->marks, 0);
      g_autofree char *label = g_strdup_printf ("Zeile %u", *next_row);

      if (placed->placing != WB_PLACED_TEXT || mark->text == NULL || !g_str_has_prefix (mark->text, "Zeile "))
        continue;
      g_assert_cmpstr (mark->text, ==, label);
      (*next_row)++;
      n_rows++;
    }
  /* The table may begin on the second page. */
  if (*next_row > 0)
    g_assert_cmpuint (n_rows, >=, 2);
}

/* A table of many pages, whose rows go on their pages one after the other: none is lost, the head stands on each page, and neither the
 * first nor the last row stands alone. The rows are moved on by one, so that each comes to be the last of a page. */
static void
test_long_table (void)
{
  for (guint before = 0; before < 30; before++)
    {
      g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
      g_autoptr(WbPaginator) paginator = NULL;
      WbLayout *layout;
      WbBlock *table;
      guint next_row = 0;

      for (guint i = 0; i < before; i++)
        wb_block_append_paragraph (root, "davor");
      table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
      table->header_rows = 1;
      wb_block_append_row (table, "Kopf", "Kopf", NULL);
      for (guint i = 0; i < N_LONG + before; i++)
        {
          g_autofree char *label = g_strdup_printf ("Zeile %u", i);

          wb_block_append_row (table, label, "rechts", NULL);
        }
      paginator = paginate (root, "Lang", 0, 0);
      layout = wb_paginator_get_layout (paginator);
      for (guint i = 0; i < layout->pages->len; i++)
        check_long_page (layout, i, &next_row);
      g_assert_cmpuint (next_row, ==, N_LONG + before);
      wb_test_document_assert_sound (paginator);
    }
}

/* A row that no page holds is the one row that may be split. */
static void
test_tall_row (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "Wort%u ", i);
  wb_block_append_row (table, "links", text->str, "rechts", NULL);
  paginator = paginate (root, "Hoch", 0, 0);
  g_assert_cmpuint (wb_paginator_get_n_pages (paginator), >, 1);
  wb_test_document_assert_sound (paginator);
}

/* Lines of a paragraph that is alone on a page at its start or end. */
static void
test_widows (void)
{
  for (guint n = 30; n < 60; n++)
    {
      g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
      g_autoptr(WbPaginator) paginator = NULL;
      WbLayout *layout;
      WbPage *page;

      for (guint i = 0; i < n; i++)
        wb_block_append_paragraph (root, "Eine Zeile");
      wb_block_append_paragraph (root, "Ein Absatz über vier Zeilen, damit man sieht, wo er getrennt wird: Ein Absatz über vier "
                                 "Zeilen, damit man sieht, wo er getrennt wird: Ein Absatz über vier Zeilen, damit man sieht, "
                                 "wo er getrennt wird: Ein Absatz über vier Zeilen, damit man sieht, wo er getrennt wird.");
      paginator = paginate (root, "T", 0, 0);
      layout = wb_paginator_get_layout (paginator);
      page = g_ptr_array_index (layout->pages, layout->pages->len - 1);
      g_assert_cmpuint (page->pieces->len, >=, 2);
    }
}

/* Wherever the page ends: a question stands with its first box. */
static void
test_question (void)
{
  for (guint n = 25; n < 45; n++)
    {
      g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
      g_autoptr(WbPaginator) paginator = NULL;
      WbBlock *boxes;

      for (guint i = 0; i < n; i++)
        wb_block_append_paragraph (root, "Eine Zeile");
      wb_block_append_paragraph (root, "Wer entscheidet?");
      boxes = wb_block_append (root, wb_block_new (WB_BLOCK_CHECKLIST));
      for (guint i = 0; i < 3; i++)
        wb_block_append_text (wb_block_append (boxes, wb_block_new (WB_BLOCK_CHECK)), "Gemeinde", 0, NULL);
      paginator = paginate (root, "T", 0, 0);
      for (guint i = 0; i < wb_paginator_get_n_pages (paginator); i++)
        {
          g_autofree char *text = wb_paginator_get_text (paginator, i);

          g_assert_true (strstr (text, "entscheidet") == NULL || strstr (text, "Gemeinde") != NULL);
        }
    }
}

/* Wherever the page ends, and whatever the callout holds: its title does not stand alone. */
static void
test_callout (void)
{
  static const WbBlockType kinds[] = { WB_BLOCK_PARAGRAPH, WB_BLOCK_LIST, WB_BLOCK_TABLE, WB_BLOCK_CHECKLIST, WB_BLOCK_CALLOUT };

  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint n = 25; n < 45; n++)
      {
        g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
        g_autoptr(WbPaginator) paginator = NULL;
        WbBlock *callout;
        WbBlock *child;

        for (guint i = 0; i < n; i++)
          wb_block_append_paragraph (root, "Eine Zeile");
        callout = wb_block_append (root, wb_block_new (WB_BLOCK_CALLOUT));
        callout->callout = WB_CALLOUT_WARNING;
        child = kinds[kind] == WB_BLOCK_PARAGRAPH ? NULL : wb_block_append (callout, wb_block_new (kinds[kind]));
        for (guint i = 0; i < 3; i++)
          if (kinds[kind] == WB_BLOCK_LIST)
            wb_block_append_paragraph (wb_block_append (child, wb_block_new (WB_BLOCK_ITEM)), "Vorsicht vor der Leiter");
          else if (kinds[kind] == WB_BLOCK_TABLE)
            wb_block_append_row (child, "Vorsicht vor der Leiter", "x", NULL);
          else if (kinds[kind] == WB_BLOCK_CHECKLIST)
            wb_block_append_text (wb_block_append (child, wb_block_new (WB_BLOCK_CHECK)), "Vorsicht vor der Leiter", 0, NULL);
          else
            wb_block_append_paragraph (child != NULL ? child : callout, "Vorsicht vor der Leiter");
        paginator = paginate (root, "T", 0, 0);
        for (guint i = 0; i < wb_paginator_get_n_pages (paginator); i++)
          {
            g_autofree char *text = wb_paginator_get_text (paginator, i);

            g_assert_true (strstr (text, "Warning") == NULL || strstr (text, "Leiter") != NULL);
          }
      }
}

static void
test_page_break (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autofree char *second = NULL;

  wb_block_append_paragraph (root, "eins");
  wb_block_append (root, wb_block_new (WB_BLOCK_PAGE_BREAK));
  wb_block_append_paragraph (root, "zwei");
  wb_block_append (root, wb_block_new (WB_BLOCK_PAGE_BREAK));
  paginator = paginate (root, "T", 0, 0);
  g_assert_cmpuint (wb_paginator_get_n_pages (paginator), ==, 2);
  second = wb_paginator_get_text (paginator, 1);
  g_assert_cmpstr (g_strstrip (second), ==, "zwei");
}

static void
test_header_again (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  WbLayout *layout;

  table->header_rows = 1;
  wb_block_append_row (table, "Kopf", NULL);
  for (guint i = 0; i < 150; i++)
    wb_block_append_row (table, "Zeile", NULL);
  paginator = paginate (root, "T", 0, 0);
  layout = wb_paginator_get_layout (paginator);
  g_assert_cmpuint (layout->pages->len, >, 2);
  for (guint i = 1; i < layout->pages->len; i++)
    {
      WbPage *page = g_ptr_array_index (layout->pages, i);

      g_assert_cmpint (g_array_index (page->pieces, WbPlacedPiece, 0).placing, ==, WB_PLACED_AGAIN);
    }
  wb_test_document_assert_sound (paginator);
}

/* Where the line of the first page that reads @text begins, and the piece it stands in. */
static double
find_line (WbLayout   *layout,
           const char *text,
           WbPiece   **piece)
{
  WbPage *page = g_ptr_array_index (layout->pages, 0);

  for (guint i = 0; i < page->pieces->len; i++)
    {
      *piece = g_array_index (page->pieces, WbPlacedPiece, i).piece;

      for (guint j = 0; j < (*piece)->marks->len; j++)
        {
          WbMark *mark = g_ptr_array_index ((*piece)->marks, j);

          if (mark->type == WB_MARK_LINE && g_strcmp0 (mark->text, text) == 0)
            return ((WbRun *) g_ptr_array_index (mark->runs, 0))->x;
        }
    }

  g_assert_not_reached ();
}

/* A column that is left empty has room for a hand; one with a single entry is an ordinary one. */
static void
test_column_to_write (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  WbBlock *filled = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  WbBlock *list = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  WbLayout *layout;
  WbPiece *row, *other_row;
  double answer, remark;

  table->header_rows = filled->header_rows = list->header_rows = 1;
  wb_block_append_row (list, "Nr.", "Ereignis", NULL);
  wb_block_append_row (list, "", "", NULL);
  wb_block_append_row (table, "Frage", "Antwort", NULL);
  wb_block_append_row (table, "Wer darf auf diese Daten zugreifen, und wer entscheidet das?", "", NULL);
  wb_block_append_row (table, "Kurz", "", NULL);
  wb_block_append_row (filled, "Punkt", "Notiz", NULL);
  wb_block_append_row (filled, "Wer darf auf diese Daten zugreifen, und wer entscheidet das?", "ja", NULL);
  wb_block_append_row (filled, "Knapp", "", NULL);
  paginator = paginate (root, "T", 0, 0);
  layout = wb_paginator_get_layout (paginator);

  answer = find_line (layout, "Antwort", &row);
  remark = find_line (layout, "Notiz", &row);
  g_assert_cmpfloat (layout->left + layout->width - answer, >, layout->width * 0.4);
  g_assert_cmpfloat (layout->left + layout->width - remark, <, layout->width * 0.3);

  g_assert_cmpfloat (find_line (layout, "Ereignis", &row) - layout->left, <, layout->width * 0.4);

  find_line (layout, "Kurz", &row);
  find_line (layout, "Knapp", &other_row);
  g_assert_cmpfloat (row->height, >=, 24);
  g_assert_cmpfloat (other_row->height, <, 24);
  wb_test_document_assert_sound (paginator);
  wb_test_document_assert_complete (paginator);
}

/* Beside labels whoever writes has the room; and rows that are only counted are no figures. */
static void
test_labels (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  WbBlock *form = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  WbBlock *steps = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  WbBlock *figures = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  WbLayout *layout;
  WbPiece *row;
  double step, figure;

  form->header_rows = steps->header_rows = figures->header_rows = 1;
  form->header_columns = 1;
  wb_block_append_row (form, "Rolle", "Sascha", NULL);
  wb_block_append_row (form, "Fachverantwortung", "ja", NULL);
  wb_block_append_row (form, "Vertretung", "", NULL);
  wb_block_append_row (steps, "Schritt", "Wer", NULL);
  wb_block_append_row (steps, "1", "", NULL);
  wb_block_append_row (steps, "2", "", NULL);
  wb_block_append_row (figures, "Anzahl", "Wo", NULL);
  wb_block_append_row (figures, "7", "", NULL);
  wb_block_append_row (figures, "8", "", NULL);
  paginator = paginate (root, "T", 0, 0);
  layout = wb_paginator_get_layout (paginator);

  g_assert_cmpfloat (find_line (layout, "Sascha", &row) - layout->left, <, layout->width * 0.4);
  step = find_line (layout, "2", &row);
  figure = find_line (layout, "8", &row);
  g_assert_cmpfloat (step, ==, find_line (layout, "Schritt", &row));
  g_assert_cmpfloat (figure, >, find_line (layout, "Anzahl", &row));
}

/* Smaller pages, as a printer may have them, and pages too small for anything. */
static void
test_other_pages (void)
{
  const double sizes[][2] = { { 420, 595 }, { 842, 595 }, { 200, 200 }, { 1, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(WbDocument) document = wb_test_document_new (2);
      g_autoptr(WbPaginator) paginator = wb_paginator_new (document, sizes[i][0], sizes[i][1]);

      wb_test_document_assert_complete (paginator);
    }
}

static void
test_hostile_text (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autofree char *text = NULL;

  wb_block_append_paragraph (root, "kaputt\377\376 \001\002 <b>&amp;</b> \342\200\256 \357\277\274 👍 العربية");
  wb_block_append_paragraph (root, "");
  wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  wb_block_append (root, wb_block_new (WB_BLOCK_LIST));
  wb_block_append (root, wb_block_new (WB_BLOCK_CHECKLIST));
  wb_block_append (root, wb_block_new (WB_BLOCK_SIGNATURES));
  wb_block_append (wb_block_append (root, wb_block_new (WB_BLOCK_LIST)), wb_block_new (WB_BLOCK_ITEM));
  wb_block_append (root, wb_block_new (WB_BLOCK_CALLOUT));
  wb_block_append (root, wb_block_new (WB_BLOCK_CODE));
  paginator = paginate (root, "\377", 0, 0);
  text = wb_test_document_text (paginator);
  g_assert_nonnull (strstr (text, "<b>&amp;</b>"));
  g_assert_nonnull (strstr (text, "👍"));
}

/* A million bytes in one paragraph, as an answer may hold. */
static void
test_long_paragraph (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(WbPaginator) paginator = NULL;

  while (text->len < 1024 * 1024)
    g_string_append (text, "Zuständigkeitsvereinbarung über Zahlen ");
  wb_block_append_paragraph (root, text->str);
  paginator = paginate (root, "T", 0, 0);
  wb_test_document_assert_sound (paginator);
  wb_test_document_assert_complete (paginator);
}

static gboolean
row_has_ink (cairo_surface_t *surface,
             int              y,
             int              from,
             int              to)
{
  const guint32 *row = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface) +
                                                         y * cairo_image_surface_get_stride (surface));

  for (int x = from; x < to; x++)
    if ((row[x] & 0xffffff) != 0xffffff)
      return TRUE;

  return FALSE;
}

/* Draws on what a screen or printer gives: there is ink, and none in the margins. */
static void
test_plain (void)
{
  g_autoptr(WbDocument) document = wb_test_document_new (4);
  g_autoptr(WbPaginator) paginator = wb_paginator_new (document, 0, 0);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 596, 842);
  cairo_t *cr = cairo_create (surface);
  guint n_inked = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  wb_paginator_draw (paginator, 0, cr, WB_RENDER_PLAIN);
  cairo_surface_flush (surface);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  for (int y = 0; y < 842; y++)
    {
      n_inked += row_has_ink (surface, y, 60, 536);
      g_assert_false (row_has_ink (surface, y, 0, 55));
      g_assert_false (row_has_ink (surface, y, 541, 596));
    }
  g_assert_cmpuint (n_inked, >, 300);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* The height of the first line of a check item above the middle of its box. */
static double
measure_box (WbPaginator *paginator,
             guint        n)
{
  const WbLayout *layout = wb_paginator_get_layout (paginator);
  const WbPage *page = g_ptr_array_index (layout->pages, 0);

  for (guint i = 0; i < page->pieces->len; i++)
    {
      const WbPiece *piece = g_array_index (page->pieces, WbPlacedPiece, i).piece;
      const WbMark *box = NULL;

      for (guint j = 0; j < piece->marks->len; j++)
        {
          const WbMark *mark = g_ptr_array_index (piece->marks, j);

          if (mark->type == WB_MARK_BOX)
            box = mark;
          else if (mark->type == WB_MARK_LINE && box != NULL && n-- == 0)
            return box->y + box->height / 2 - mark->y;
          else if (mark->type == WB_MARK_LINE && box != NULL)
            break;
        }
    }
  g_assert_not_reached ();
}

/* Whatever notes stand below them: the boxes of a list stand at its first lines, all in the same place. */
static void
test_boxes (void)
{
  static const char *const notes[] = {
    NULL,
    "Eine Zeile",
    "Was hier steht, reicht über mehr als nur eine Zeile: wer es prüft, wann es geprüft wird, woran zu sehen ist, dass es geprüft wurde, "
    "und wo das Ergebnis zu finden ist.",
  };
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *list = wb_block_append (root, wb_block_new (WB_BLOCK_CHECKLIST));
  g_autoptr(WbPaginator) paginator = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      WbBlock *check = wb_block_append (list, wb_block_new (WB_BLOCK_CHECK));

      wb_block_append_text (check, "Gemeinde", 0, NULL);
      check->note = g_strdup (notes[i]);
    }
  paginator = paginate (root, "T", 0, 0);
  for (guint i = 1; i < G_N_ELEMENTS (notes); i++)
    g_assert_cmpfloat_with_epsilon (measure_box (paginator, i), measure_box (paginator, 0), 0.01);
}

/* Bytes in use that a paginator of @document needs. */
static gsize
measure_memory (WbDocument *document,
                gboolean    packed)
{
  const gsize before = mallinfo2 ().uordblks;
  g_autoptr(WbPaginator) paginator = packed ? wb_paginator_new_packed (document, NULL, NULL, NULL) : wb_paginator_new (document, 0, 0);

  g_assert_cmpuint (wb_paginator_get_n_pages (paginator), >, 80);

  return mallinfo2 ().uordblks - before;
}

/* Pages that wait for being written take less than half of the room. (The sanitizer's malloc counts nothing.) */
static void
test_packed (void)
{
  g_autoptr(WbDocument) document = wb_test_document_new (160);
  gsize plain;

  /* Fonts and what else is kept for good. */
  measure_memory (document, FALSE);
  plain = measure_memory (document, FALSE);
  g_assert_cmpuint (measure_memory (document, TRUE), <=, plain / 2);
}

/* A header is not left alone at the foot of a page, however tall the row below it is. */
static void
test_header_with_row (void)
{
  g_autoptr(GString) tall = g_string_new (NULL);

  for (guint i = 0; i < 400; i++)
    g_string_append (tall, "Wörter in einer Zelle ");
  for (guint n = 0; n < 40; n++)
    {
      g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
      g_autoptr(WbDocument) document = wb_document_new (WB_DOCUMENT_PAGES, "T", root);
      g_autoptr(WbPaginator) paginator = NULL;
      const WbLayout *layout;
      WbBlock *table;

      for (guint i = 0; i < n; i++)
        wb_block_append_paragraph (root, "Absatz");
      table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
      table->header_rows = 1;
      wb_block_append_row (table, "Feld", "Wert", NULL);
      wb_block_append_row (table, tall->str, "kurz", NULL);
      paginator = wb_paginator_new (document, 0, 0);
      layout = wb_paginator_get_layout (paginator);
      for (guint i = 0; i < layout->pages->len; i++)
        {
          const WbPage *page = g_ptr_array_index (layout->pages, i);
          const WbPiece *last = NULL;

          for (guint j = 0; j < page->pieces->len; j++)
            if (g_array_index (page->pieces, WbPlacedPiece, j).placing == WB_PLACED_TEXT)
              last = g_array_index (page->pieces, WbPlacedPiece, j).piece;
          /* Of what is here, only headers are drawn again. */
          g_assert_true (last != NULL && !last->lasting);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paginator/sizes", test_sizes);
  g_test_add_func ("/paginator/many-pages", test_many_pages);
  g_test_add_func ("/paginator/long", test_long);
  g_test_add_func ("/paginator/long-word", test_long_word);
  g_test_add_func ("/paginator/long-title", test_long_title);
  g_test_add_func ("/paginator/long-paragraph", test_long_paragraph);
  g_test_add_func ("/paginator/wide-table", test_wide_table);
  g_test_add_func ("/paginator/long-table", test_long_table);
  g_test_add_func ("/paginator/tall-row", test_tall_row);
  g_test_add_func ("/paginator/widows", test_widows);
  g_test_add_func ("/paginator/question", test_question);
  g_test_add_func ("/paginator/callout", test_callout);
  g_test_add_func ("/paginator/page-break", test_page_break);
  g_test_add_func ("/paginator/header-again", test_header_again);
  g_test_add_func ("/paginator/column-to-write", test_column_to_write);
  g_test_add_func ("/paginator/other-pages", test_other_pages);
  g_test_add_func ("/paginator/hostile-text", test_hostile_text);
  g_test_add_func ("/paginator/plain", test_plain);
  g_test_add_func ("/paginator/boxes", test_boxes);
  g_test_add_func ("/paginator/labels", test_labels);
  g_test_add_func ("/paginator/header-with-row", test_header_with_row);
  g_test_add_func ("/paginator/packed", test_packed);

  return g_test_run ();
}
