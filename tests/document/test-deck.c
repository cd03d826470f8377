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
  g_assert_cmpfloat_with_epsilon (wb_paginator_get_layout (paginator)->style->body.size, 45, 0.01);
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
  g_test_add_func ("/deck/anything", test_anything);

  return g_test_run ();
}
