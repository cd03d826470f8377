/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-test-document.h"

#include "wb-error.h"
#include "wb-export.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_SLIDES 8

static void
append_notes (WbBlock    *root,
              const char *text)
{
  WbBlock *notes = wb_block_append (root, wb_block_new (WB_BLOCK_CALLOUT));

  notes->callout = WB_CALLOUT_NOTES;
  wb_block_append_paragraph (notes, text);
}

static char *
create_long_text (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Wort%04u ", i);

  return g_string_free (text, FALSE);
}

/* @words: of the notes of the third slide. */
static WbDocument *
create_deck (guint words)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbDocument *deck;

  for (guint i = 0; i < N_SLIDES; i++)
    {
      g_autofree char *title = g_strdup_printf ("Folie-%u-Titel", i + 1);
      g_autofree char *text = g_strdup_printf ("Inhalt-%u", i + 1);
      g_autofree char *note = i == 2 ? create_long_text (words) : g_strdup_printf ("Merke-%u", i + 1);

      wb_block_append_heading (root, i == 0 ? 1 : 2, title);
      wb_block_append_paragraph (root, text);
      append_notes (root, note);
      wb_block_append (root, wb_block_new (WB_BLOCK_SLIDE_BREAK));
    }
  wb_block_assign_anchors (root);
  deck = wb_document_new (WB_DOCUMENT_DECK, "Sozialräume", root);
  wb_document_set_head (deck, "Hagenow", NULL, NULL, "Sozialräume");

  return deck;
}

static char *
get_all_text (WbHandout *handout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < wb_handout_get_n_pages (handout); i++)
    {
      g_autofree char *page = wb_handout_get_text (handout, i);

      g_string_append (text, page);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static guint
count (const char *text,
       const char *word)
{
  guint n = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    n++;

  return n;
}

static void
test_sheets (void)
{
  static const guint n_pages[] = { 8, 4, 3, 2 };
  g_autoptr(WbDocument) deck = create_deck (3);

  for (guint i = 0; wb_handout_slides[i] != 0; i++)
    {
      const WbHandoutOptions options = { wb_handout_slides[i], i % 2 == 0, TRUE };
      g_autoptr(WbHandout) handout = wb_handout_new (deck, &options, 0, 0);
      guint next = 0;

      g_assert_cmpuint (wb_handout_get_n_pages (handout), ==, n_pages[i]);
      for (guint j = 0; j < n_pages[i]; j++)
        {
          g_autoptr(GArray) slides = wb_handout_list_slides (handout, j);

          g_assert_cmpuint (slides->len, <=, wb_handout_slides[i]);
          for (guint k = 0; k < slides->len; k++)
            g_assert_cmpuint (g_array_index (slides, guint, k), ==, next++);
        }
      g_assert_cmpuint (next, ==, N_SLIDES);
    }
}

/* Only who asks for the notes gets them, each right behind its slide. */
static void
test_notes (void)
{
  g_autoptr(WbDocument) deck = create_deck (3);
  g_autoptr(WbHandout) with = wb_handout_new (deck, &(WbHandoutOptions) { 3, TRUE, FALSE }, 0, 0);
  g_autoptr(WbHandout) without = wb_handout_new (deck, &(WbHandoutOptions) { 3, FALSE, TRUE }, 0, 0);
  g_autofree char *notes = get_all_text (with);
  g_autofree char *none = get_all_text (without);

  g_assert_null (strstr (none, "Merke"));
  g_assert_nonnull (strstr (none, "Inhalt-8"));
  for (guint i = 0; i < N_SLIDES; i++)
    {
      g_autofree char *slide = g_strdup_printf ("Inhalt-%u", i + 1);
      g_autofree char *note = g_strdup_printf ("Merke-%u", i + 1);
      g_autofree char *next = g_strdup_printf ("Folie-%u-Titel", i + 2);
      const char *found = i == 2 ? strstr (notes, "Wort0002") : strstr (notes, note);

      g_assert_nonnull (found);
      g_assert_true (found > strstr (notes, slide));
      g_assert_true (i + 1 == N_SLIDES || found < strstr (notes, next));
    }
}

/* Longer than their place, and longer than pages: nothing is lost, nothing comes twice, and the order stays. */
static void
test_long_notes (void)
{
  g_autoptr(WbDocument) deck = create_deck (3000);

  for (guint i = 0; wb_handout_slides[i] != 0; i++)
    {
      const WbHandoutOptions options = { wb_handout_slides[i], TRUE, FALSE };
      g_autoptr(WbHandout) handout = wb_handout_new (deck, &options, 0, 0);
      g_autofree char *text = get_all_text (handout);
      const char *place = text;

      g_assert_cmpuint (count (text, "Wort"), ==, 3000);
      for (guint j = 0; j < 3000; j++)
        {
          g_autofree char *word = g_strdup_printf ("Wort%04u", j);

          place = strstr (place, word);
          g_assert_nonnull (place);
        }
      g_assert_cmpuint (count (text, "Inhalt-"), ==, N_SLIDES);
    }
}

/* A slide that takes several pages has its notes once. */
static void
test_split_slide (void)
{
  g_autoptr(WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr(WbDocument) deck = NULL;
  g_autoptr(WbHandout) handout = NULL;
  g_autofree char *text = NULL;

  wb_block_append_heading (root, 2, "Viel");
  for (guint i = 0; i < 40; i++)
    wb_block_append_paragraph (root, "Ein Absatz, der Platz braucht.");
  append_notes (root, "Einmal-gesagt");
  deck = wb_document_new (WB_DOCUMENT_DECK, "Viel", root);
  handout = wb_handout_new (deck, &(WbHandoutOptions) { 2, TRUE, FALSE }, 0, 0);
  text = get_all_text (handout);

  g_assert_cmpuint (wb_handout_get_n_pages (handout), >, 1);
  g_assert_cmpuint (count (text, "Einmal-gesagt"), ==, 1);
  g_assert_cmpuint (count (text, "Platz"), ==, 40);
}

static void
test_write (void)
{
  g_autoptr(WbDocument) deck = create_deck (800);
  g_autofree char *folder = g_dir_make_tmp ("wb-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "out.pdf", NULL);
  static const char *const formats[] = { "pdf", "handout1", "handout2", "handout3", "handout6" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *bytes = NULL;
      WbExportOptions options;
      gsize length;

      g_assert_true (wb_export_parse (formats[i], &options));
      options.handout.notes = i % 2 == 0;
      g_assert_cmpstr (wb_export_get_suffix (options.format), ==, ".pdf");
      g_assert_true (wb_export_write (deck, &options, path, NULL, &error));
      wb_test_document_check_pdf (path);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      g_assert_true (g_str_has_prefix (bytes, "%PDF-1."));
    }

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_refused (void)
{
  g_autoptr(WbDocument) pages = wb_test_document_new (1);
  g_autoptr(WbDocument) deck = create_deck (1);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) no_slides = NULL;
  g_autoptr(GError) cancelled = NULL;
  WbExportOptions options;

  g_assert_false (wb_export_parse ("handout4", &options));
  g_assert_true (wb_export_parse ("handout2", &options));
  g_assert_false (wb_export_write (pages, &options, "/nonexistent/out.pdf", NULL, &no_slides));
  g_assert_error (no_slides, WB_ERROR, WB_ERROR_FAILED);
  g_cancellable_cancel (cancellable);
  g_assert_false (wb_export_write (deck, &options, "/nonexistent/out.pdf", cancellable, &cancelled));
  g_assert_error (cancelled, WB_ERROR, WB_ERROR_CANCELLED);
}

/* Paper that is hardly there. */
static void
test_small_paper (void)
{
  g_autoptr(WbDocument) deck = create_deck (200);
  g_autoptr(WbHandout) handout = wb_handout_new (deck, &(WbHandoutOptions) { 6, TRUE, TRUE }, 120, 120);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 120, 120);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *text = get_all_text (handout);

  for (guint i = 0; i < wb_handout_get_n_pages (handout); i++)
    wb_handout_draw (handout, i, cr);
  g_assert_cmpuint (count (text, "Wort"), ==, 200);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handout/sheets", test_sheets);
  g_test_add_func ("/handout/notes", test_notes);
  g_test_add_func ("/handout/long-notes", test_long_notes);
  g_test_add_func ("/handout/split-slide", test_split_slide);
  g_test_add_func ("/handout/write", test_write);
  g_test_add_func ("/handout/refused", test_refused);
  g_test_add_func ("/handout/small-paper", test_small_paper);

  return g_test_run ();
}
