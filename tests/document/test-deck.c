/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-test-document.h"

#include "wb-paginator-private.h"

#include <string.h>

static void
append_notes (WbBlock    *root,
              const char *text)
{
  WbBlock *notes = wb_block_append (root, wb_block_new (WB_BLOCK_CALLOUT));

  notes->callout = WB_CALLOUT_NOTES;
  wb_block_append_paragraph (notes, text);
}

static void
append_bullets (WbBlock *root,
                guint    n)
{
  WbBlock *list = wb_block_append (root, wb_block_new (WB_BLOCK_LIST));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("Punkt %u über die Zahlen der Ortsteile", i);

      wb_block_append_paragraph (wb_block_append (list, wb_block_new (WB_BLOCK_ITEM)), text);
    }
}

static WbPaginator *
paginate (WbBlock *root)
{
  g_autoptr(WbDocument) document = wb_document_new (WB_DOCUMENT_DECK, "Sozialräume", root);

  wb_document_set_head (document, "Hagenow", NULL, NULL, "Sozialräume");

  return wb_paginator_new (document, 0, 0);
}

static void
test_slides (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autofree char *title = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *none = NULL;
  g_autofree char *text = NULL;

  wb_block_append_heading (root, 1, "Sozialräume in Hagenow");
  wb_block_append_paragraph (root, "24. November 2026");
  append_notes (root, "Begrüßung, zwei Minuten.");
  wb_block_append (root, wb_block_new (WB_BLOCK_SLIDE_BREAK));
  wb_block_append_heading (root, 2, "Warum wir das tun");
  append_bullets (root, 5);
  wb_block_append (root, wb_block_new (WB_BLOCK_SLIDE_BREAK));

  paginator = paginate (root);
  g_assert_cmpuint (wb_paginator_get_n_pages (paginator), ==, 2);
  g_assert_cmpfloat (wb_paginator_get_width (paginator), ==, 960);
  g_assert_cmpfloat (wb_paginator_get_height (paginator), ==, 540);
  title = wb_paginator_get_title (paginator, 1);
  g_assert_cmpstr (title, ==, "Warum wir das tun");
  notes = wb_paginator_get_notes (paginator, 0);
  g_assert_cmpstr (notes, ==, "Begrüßung, zwei Minuten.");
  none = wb_paginator_get_notes (paginator, 1);
  g_assert_null (none);
  text = wb_test_document_text (paginator);
  g_assert_null (strstr (text, "Begrüßung"));
  wb_test_document_assert_sound (paginator);
}

static double
get_body_size (WbPaginator *paginator)
{
  return wb_paginator_get_layout (paginator)->style->body.size / 0.75;
}

static void
test_shrinks (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;

  wb_block_append_heading (root, 2, "Viel");
  append_bullets (root, 11);
  paginator = paginate (root);
  g_assert_cmpuint (wb_paginator_get_n_pages (paginator), ==, 1);
  g_assert_cmpfloat (get_body_size (paginator), <, 30);
  g_assert_cmpfloat (get_body_size (paginator), >=, 21);
  wb_test_document_assert_complete (paginator);
  wb_test_document_assert_sound (paginator);
}

static void
test_splits (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autofree char *title = NULL;
  g_autofree char *notes = NULL;

  wb_block_append_heading (root, 2, "Zu viel");
  append_bullets (root, 40);
  paginator = paginate (root);
  wb_test_document_assert_complete (paginator);
  g_clear_object (&paginator);

  append_notes (root, "Notiz");
  paginator = paginate (root);
  g_assert_cmpuint (wb_paginator_get_n_pages (paginator), >, 1);
  g_assert_cmpfloat_with_epsilon (get_body_size (paginator), 21, 0.01);
  title = wb_paginator_get_title (paginator, 1);
  g_assert_cmpstr (title, ==, "Zu viel (2)");
  notes = wb_paginator_get_notes (paginator, 1);
  g_assert_cmpstr (notes, ==, "Notiz");
  wb_test_document_assert_sound (paginator);
}

static void
test_table (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  WbBlock *table;

  wb_block_append_heading (root, 2, "Tabelle");
  table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  table->header_rows = 1;
  wb_block_append_row (table, "Region", "Kommunen", NULL);
  for (guint i = 0; i < 30; i++)
    wb_block_append_row (table, "Region Hannover", "21", NULL);
  paginator = paginate (root);
  g_assert_cmpuint (wb_paginator_get_n_pages (paginator), >, 1);
  wb_test_document_assert_complete (paginator);
  wb_test_document_assert_sound (paginator);
}

static void
test_long_title (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autoptr(GString) title = g_string_new (NULL);

  while (title->len < 5000)
    g_string_append (title, "Sozialräume ");
  wb_block_append_heading (root, 2, title->str);
  wb_block_append_paragraph (root, "Ende");
  paginator = paginate (root);
  wb_test_document_assert_complete (paginator);
}

static void
test_open_answer (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autofree char *text = NULL;
  WbBlock *paragraph;

  paragraph = wb_block_append_paragraph (root, "Termin: ");
  wb_block_append_text (paragraph, "Tag der Sitzung", WB_INLINE_OPEN, NULL);
  paginator = paginate (root);
  text = wb_paginator_get_text (paginator, 0);
  g_assert_cmpstr (text, ==, "Termin: still open: Tag der Sitzung");
}

static void
test_empty (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autofree char *text = NULL;

  wb_block_append (root, wb_block_new (WB_BLOCK_SLIDE_BREAK));
  append_notes (root, "nur Notizen");
  paginator = paginate (root);
  g_assert_cmpuint (wb_paginator_get_n_pages (paginator), ==, 1);
  text = wb_paginator_get_text (paginator, 0);
  g_assert_cmpstr (text, ==, "Sozialräume");
}

/* The mark that is the line @text, with its place on its page; NULL where there is none. */
static const WbMark *
find_line (WbPaginator *paginator,
           const char  *text,
           guint       *page,
           double      *y)
{
  WbLayout *layout = wb_paginator_get_layout (paginator);

  for (guint i = 0; i < layout->pages->len; i++)
    {
      const WbPage *at = g_ptr_array_index (layout->pages, i);

      for (guint j = 0; j < at->pieces->len; j++)
        {
          const WbPlacedPiece *placed = &g_array_index (at->pieces, WbPlacedPiece, j);

          for (guint k = 0; k < placed->piece->marks->len; k++)
            {
              const WbMark *mark = g_ptr_array_index (placed->piece->marks, k);

              if (mark->type != WB_MARK_LINE || g_strcmp0 (mark->text, text) != 0)
                continue;
              *page = i;
              *y = (placed->y + mark->y) / 0.75;
              return mark;
            }
        }
    }

  return NULL;
}

/* Little text is large, a normal amount as large as usual. */
static void
test_enlarges (void)
{
  for (guint n = 1; n <= 8; n += 7)
    {
      g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
      g_autoptr(WbPaginator) paginator = NULL;

      wb_block_append_heading (root, 2, "Wenig");
      append_bullets (root, n);
      paginator = paginate (root);
      if (n == 1)
        g_assert_cmpfloat_with_epsilon (get_body_size (paginator), 36, 0.01);
      else
        g_assert_cmpfloat (get_body_size (paginator), <, 36);
      wb_test_document_assert_sound (paginator);
    }
}

/* Both columns go on over the next slides, in text that can be read. */
static void
test_columns_go_on (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  WbLayout *layout;
  WbBlock *columns;

  wb_block_append_heading (root, 2, "Zwei Spalten mit einer Überschrift, die so lang ist, dass sie auf zwei Zeilen geht");
  columns = wb_block_append (root, wb_block_new (WB_BLOCK_COLUMNS));
  append_bullets (wb_block_append (columns, wb_block_new (WB_BLOCK_COLUMN)), 24);
  append_bullets (wb_block_append (columns, wb_block_new (WB_BLOCK_COLUMN)), 9);
  paginator = paginate (root);
  layout = wb_paginator_get_layout (paginator);
  g_assert_cmpuint (layout->pages->len, >, 1);
  g_assert_cmpfloat_with_epsilon (get_body_size (paginator), 21, 0.01);
  for (guint i = 0; i < layout->pages->len; i++)
    {
      const WbPage *page = g_ptr_array_index (layout->pages, i);

      for (guint j = 0; j < page->pieces->len; j++)
        g_assert_cmpfloat (g_array_index (page->pieces, WbPlacedPiece, j).scale, ==, 1);
    }
  wb_test_document_assert_sound (paginator);
}

/* The slides that go on say all of a long title, in its size. */
static void
test_long_title_goes_on (void)
{
  static const char title[] = "Eine Überschrift, die länger ist als siebzig Zeichen und trotzdem auf jeder Folie ganz zu lesen sein soll";
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autofree char *second = NULL;

  wb_block_append_heading (root, 2, title);
  append_bullets (root, 40);
  paginator = paginate (root);
  second = wb_paginator_get_title (paginator, 1);
  g_assert_true (g_str_has_prefix (second, title));
  g_assert_true (g_str_has_suffix (second, " (2)"));
  wb_test_document_assert_sound (paginator);
}

/* Rows that wait for a pen are high enough for it. */
static void
test_rows_to_write (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  WbBlock *table;
  guint page;
  double first, second;

  wb_block_append_heading (root, 2, "Die nächsten Schritte");
  table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  table->header_rows = 1;
  wb_block_append_row (table, "Schritt", "Wer", "Bis", NULL);
  wb_block_append_row (table, "eins", "", "", NULL);
  wb_block_append_row (table, "zwei", "", "", NULL);
  wb_block_append_row (table, "drei", "", "", NULL);
  paginator = paginate (root);
  g_assert_nonnull (find_line (paginator, "eins", &page, &first));
  g_assert_nonnull (find_line (paginator, "zwei", &page, &second));
  g_assert_cmpfloat (second - first, >=, 100);
  wb_test_document_assert_sound (paginator);
}

/* What is to be looked at stands in the room, not below the title; what explains it can be read. */
static void
test_statements (void)
{
  static const WbBlockType types[] = { WB_BLOCK_NUMBER, WB_BLOCK_QUESTION, WB_BLOCK_QUOTE };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
      g_autoptr(WbPaginator) paginator = NULL;
      const char *note = types[i] == WB_BLOCK_QUOTE ? "– Kim" : "Kim";
      WbBlock *block;
      const WbMark *line;
      guint page;
      double y;

      wb_block_append_heading (root, 2, "Titel");
      block = wb_block_append (root, wb_block_new (types[i]));
      if (types[i] == WB_BLOCK_QUOTE)
        wb_block_append_paragraph (block, "Wort");
      else
        wb_block_append_text (block, "Wort", 0, NULL);
      block->note = g_strdup ("Kim");
      paginator = paginate (root);
      line = find_line (paginator, "Wort", &page, &y);
      g_assert_nonnull (line);
      g_assert_cmpfloat (line->style->size / 0.75, >=, 40);
      g_assert_cmpfloat (y, >, 240);
      line = find_line (paginator, note, &page, &y);
      g_assert_nonnull (line);
      g_assert_cmpfloat (line->style->size / 0.75, >=, 24);
      wb_test_document_assert_sound (paginator);
    }
}

/* However many columns and words: the text of a table can be read. */
static void
test_wide_table (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  const char *word = "Zuständigkeitsvereinbarung";
  WbBlock *table;
  WbLayout *layout;

  wb_block_append_heading (root, 2, "Breit");
  table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
  table->header_rows = 1;
  for (guint i = 0; i < 20; i++)
    wb_block_append_row (table, word, word, word, word, word, word, NULL);
  paginator = paginate (root);
  layout = wb_paginator_get_layout (paginator);
  for (guint i = 0; i < layout->pages->len; i++)
    {
      const WbPage *page = g_ptr_array_index (layout->pages, i);

      for (guint j = 0; j < page->pieces->len; j++)
        {
          const WbPiece *piece = g_array_index (page->pieces, WbPlacedPiece, j).piece;

          for (guint k = 0; k < piece->marks->len; k++)
            {
              const WbMark *mark = g_ptr_array_index (piece->marks, k);

              if (mark->type == WB_MARK_LINE && mark->style != NULL)
                g_assert_cmpfloat (mark->style->size / 0.75, >=, 20.99);
            }
        }
    }
  wb_test_document_assert_sound (paginator);
}

/* Also on a slide without a title. */
static void
test_statement_alone (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  guint page;
  double y;

  wb_block_append_question (root, "Wort", NULL);
  paginator = paginate (root);
  g_assert_nonnull (find_line (paginator, "Wort", &page, &y));
  g_assert_cmpfloat (y, >, 200);
  wb_test_document_assert_sound (paginator);
}

/* A projector with another shape: the slide keeps its own. */
static void
test_other_size (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbDocument) document = NULL;
  g_autoptr(WbPaginator) paginator = NULL;

  wb_block_append_heading (root, 2, "Titel");
  append_bullets (root, 5);
  document = wb_document_new (WB_DOCUMENT_DECK, "T", root);
  paginator = wb_paginator_new (document, 1920, 1080);
  g_assert_cmpuint (wb_paginator_get_n_pages (paginator), ==, 1);
  g_assert_cmpfloat_with_epsilon (wb_paginator_get_layout (paginator)->style->body.size, 54, 0.01);
  wb_test_document_assert_sound (paginator);
}

/* A block of some kind and length. */
static void
append_anything (WbBlock *root,
                 GRand   *rand)
{
  const guint length = (guint) g_rand_int_range (rand, 1, 60);
  g_autoptr(GString) text = g_string_new (NULL);
  WbBlock *block;

  for (guint i = 0; i < length; i++)
    g_string_append_printf (text, "%sWort%u", i > 0 ? " " : "", i);
  /* One word that is wider than the slide. */
  if (g_rand_int_range (rand, 0, 8) == 0)
    for (guint i = 0; i < 300; i++)
      g_string_append_c (text, 'x');

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      append_bullets (root, length / 3 + 1);
      break;
    case 1:
      block = wb_block_append (root, wb_block_new (WB_BLOCK_QUOTE));
      wb_block_append_paragraph (block, text->str);
      break;
    case 2:
      block = wb_block_append (root, wb_block_new (WB_BLOCK_CALLOUT));
      block->callout = WB_CALLOUT_TIP;
      wb_block_append_paragraph (block, text->str);
      break;
    case 3:
      block = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));
      block->header_rows = 1;
      for (guint i = 0; i < length / 4 + 2; i++)
        wb_block_append_row (block, "Zeile", text->str, NULL);
      break;
    case 4:
      wb_block_append_heading (root, 3, "Zwischentitel");
      wb_block_append_paragraph (root, text->str);
      break;
    default:
      wb_block_append_paragraph (root, text->str);
    }
}

/* Whatever somebody writes on a slide: nothing is lost, and nothing hangs over the edge. */
static void
test_anything (void)
{
  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
      g_autoptr(WbPaginator) paginator = NULL;
      const guint n = (guint) g_rand_int_range (rand, 1, 8);

      g_test_message ("seed %u", seed);
      wb_block_append_heading (root, 2, "Folie");
      for (guint i = 0; i < n; i++)
        append_anything (root, rand);
      paginator = paginate (root);
      wb_test_document_assert_sound (paginator);
      g_assert_cmpfloat (get_body_size (paginator), >=, 20.99);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deck/slides", test_slides);
  g_test_add_func ("/deck/shrinks", test_shrinks);
  g_test_add_func ("/deck/splits", test_splits);
  g_test_add_func ("/deck/table", test_table);
  g_test_add_func ("/deck/long-title", test_long_title);
  g_test_add_func ("/deck/open-answer", test_open_answer);
  g_test_add_func ("/deck/empty", test_empty);
  g_test_add_func ("/deck/other-size", test_other_size);
  g_test_add_func ("/deck/enlarges", test_enlarges);
  g_test_add_func ("/deck/columns-go-on", test_columns_go_on);
  g_test_add_func ("/deck/long-title-goes-on", test_long_title_goes_on);
  g_test_add_func ("/deck/rows-to-write", test_rows_to_write);
  g_test_add_func ("/deck/statements", test_statements);
  g_test_add_func ("/deck/statement-alone", test_statement_alone);
  g_test_add_func ("/deck/wide-table", test_wide_table);
  g_test_add_func ("/deck/anything", test_anything);

  return g_test_run ();
}
