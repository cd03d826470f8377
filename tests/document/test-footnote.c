/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-test-document.h"

#include "wb-paginator-private.h"
#include "wb-pdf-writer.h"

#include <glib/gstdio.h>
#include <string.h>

/* Where footnotes stand in the structure, and that one is one however often it is led to. */

#define SENTENCE "Die Fachstelle prüft die Angaben und hält das Ergebnis in der Akte des Vorgangs fest. "

static char *
repeat (const char *text,
        guint       n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (out, text);

  return g_string_free (out, FALSE);
}

static void
append_note (WbBlock    *paragraph,
             const char *text)
{
  WbBlock *note = wb_block_new (WB_BLOCK_PARAGRAPH);

  wb_block_append_text (note, text, 0, NULL);
  wb_block_append_footnote (paragraph, note);
}

/* Checks the PDF, and returns how the document is laid out. (transfer full) */
static WbPaginator *
lay_out (WbDocumentFormat format,
         WbBlock         *root)
{
  g_autoptr(WbDocument) document = NULL;
  g_autofree char *folder = g_dir_make_tmp ("wb-footnote-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "text.pdf", NULL);
  g_autoptr(GError) error = NULL;

  wb_block_assign_anchors (root);
  document = wb_document_new (format, "Fußnoten", root);
  wb_pdf_writer_write (document, path, NULL, &error);
  g_assert_no_error (error);
  wb_test_document_check_pdf (path);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);

  return wb_paginator_new (document, 0, 0);
}

/* The nodes of all notes, in order; each once. */
static GPtrArray *
list_notes (WbPaginator *paginator)
{
  WbLayout *layout = wb_paginator_get_layout (paginator);
  GPtrArray *notes = g_ptr_array_new ();

  for (guint i = 0; i < layout->nodes->len; i++)
    if (strcmp (((WbNode *) g_ptr_array_index (layout->nodes, i))->tag, "Note") == 0)
      g_ptr_array_add (notes, g_ptr_array_index (layout->nodes, i));

  return notes;
}

static gboolean
is_below (const WbNode *node,
          const char   *tag)
{
  for (; node != NULL; node = node->parent)
    if (strcmp (node->tag, tag) == 0)
      return TRUE;

  return FALSE;
}

/* A paragraph that goes on over the page stays one, and so does a list. */
static void
test_continued (void)
{
  static const WbBlockType kinds[] = { WB_BLOCK_PARAGRAPH, WB_BLOCK_LIST };
  g_autofree char *text = repeat (SENTENCE, 30);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
      g_autoptr(WbPaginator) paginator = NULL;
      g_autoptr(GPtrArray) notes = NULL;
      WbBlock *list = kinds[i] == WB_BLOCK_LIST ? wb_block_append (root, wb_block_new (WB_BLOCK_LIST)) : NULL;

      for (guint j = 0; j < 3; j++)
        {
          WbBlock *paragraph = list != NULL
                                 ? wb_block_append_paragraph (wb_block_append (list, wb_block_new (WB_BLOCK_ITEM)), text)
                                 : wb_block_append_paragraph (root, "Anfang ");

          if (j == 1)
            append_note (paragraph, "Beleg.");
          wb_block_append_text (paragraph, text, 0, NULL);
        }
      paginator = lay_out (WB_DOCUMENT_PAGES, root);
      g_assert_cmpuint (wb_paginator_get_n_pages (paginator), >, 1);
      notes = list_notes (paginator);
      g_assert_cmpuint (notes->len, ==, 1);
      g_assert_true (is_below (g_ptr_array_index (notes, 0), list != NULL ? "LBody" : "P"));
    }
}

/* One that ends its page stands in the document, behind the text. */
static void
test_last (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autoptr(GPtrArray) notes = NULL;

  append_note (wb_block_append_paragraph (root, SENTENCE), "Beleg.");
  paginator = lay_out (WB_DOCUMENT_PAGES, root);
  notes = list_notes (paginator);
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_true (((WbNode *) g_ptr_array_index (notes, 0))->parent == wb_paginator_get_layout (paginator)->root);
}

static void
test_slide (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autoptr(GPtrArray) notes = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *note = g_strdup_printf ("Beleg %u.", i);

      if (i > 0)
        wb_block_append (root, wb_block_new (WB_BLOCK_SLIDE_BREAK));
      wb_block_append_heading (root, 2, i == 0 ? "Anfang" : "Ende");
      append_note (wb_block_append_paragraph (root, SENTENCE), note);
    }
  paginator = lay_out (WB_DOCUMENT_DECK, root);
  notes = list_notes (paginator);
  g_assert_cmpuint (notes->len, ==, 2);
  for (guint i = 0; i < notes->len; i++)
    g_assert_cmpstr (((WbNode *) g_ptr_array_index (notes, i))->parent->tag, ==, "Sect");
}

/* Filled templates have a copy of the note for each place that leads to it. */
static void
test_several_references (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbPaginator) paginator = NULL;
  g_autoptr(GPtrArray) notes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 40; i++)
    {
      WbBlock *paragraph = wb_block_append_paragraph (root, "Das Amt");

      append_note (paragraph, "Gemeint ist das Ordnungsamt.");
      wb_block_append_text (paragraph, " antwortet", 0, NULL);
      append_note (paragraph, "Binnen eines Monats.");
    }
  paginator = lay_out (WB_DOCUMENT_PAGES, root);
  notes = list_notes (paginator);
  g_assert_cmpuint (notes->len, ==, 2);
  text = wb_test_document_text (paginator);
  g_assert_nonnull (strstr (text, "DasAmt1antwortet2DasAmt1antwortet2DasAmt1"));
  g_assert_null (strstr (text, "antwortet4"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/footnote/continued", test_continued);
  g_test_add_func ("/footnote/last", test_last);
  g_test_add_func ("/footnote/slide", test_slide);
  g_test_add_func ("/footnote/several-references", test_several_references);

  return g_test_run ();
}
