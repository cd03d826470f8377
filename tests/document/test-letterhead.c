/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-export.h"
#include "wb-paginator-private.h"
#include "wb-test-document.h"

#include "wb-error.h"

#include <glib/gstdio.h>
#include <string.h>

/* Pictures of letterheads, whoever made them, and letterheads on paper and slides. */

static GBytes *
read_picture (const char *path)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = wb_picture_read (path, &error);

  g_assert_no_error (error);

  return bytes;
}

static char *
get_folder (const char *name)
{
  return g_build_filename (g_getenv ("WB_SOURCE_ROOT"), "tests", "fixtures", "pictures", name, NULL);
}

/* Calls @func for each file of the folder; there are @n at least. */
static void
for_each (const char *folder,
          void        (*func) (const char *path),
          guint       n)
{
  g_autofree char *path = get_folder (folder);
  GDir *dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint seen = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_test_message ("%s/%s", folder, name);
      func (file);
      seen++;
    }
  g_dir_close (dir);
  g_assert_cmpuint (seen, >=, n);
}

static void
check_drawn (const char *path)
{
  g_autoptr (GBytes) bytes = read_picture (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbPicture) picture = wb_picture_load (bytes, &error);
  cairo_surface_t *surface;
  const guint32 *dots;
  gsize middle;

  g_assert_no_error (error);
  g_assert_cmpint (wb_picture_get_width (picture), <=, WB_PICTURE_MAX_WIDTH);
  g_assert_cmpint (wb_picture_get_height (picture), <=, WB_PICTURE_MAX_HEIGHT);
  g_assert_cmpfloat_with_epsilon (wb_picture_get_width (picture) / (double) wb_picture_get_height (picture), 0.8, 0.01);

  /* All of them have red a little below their middle. */
  surface = wb_picture_create_surface (picture);
  dots = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  middle = (gsize) (wb_picture_get_height (picture) * 0.7) * (cairo_image_surface_get_stride (surface) / 4)
           + wb_picture_get_width (picture) / 2;
  g_assert_cmpuint (dots[middle] >> 16 & 0xff, >, 0x70);
  g_assert_cmpuint (dots[middle] & 0xff, <, 0x60);
  cairo_surface_destroy (surface);
}

static void
check_refused (const char *path)
{
  g_autoptr (GBytes) bytes = read_picture (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (WbPicture) picture = wb_picture_load (bytes, &error);

  g_assert_null (picture);
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_cmpuint (strlen (error->message), >, 30);
}

static void
test_good (void)
{
  for_each ("good", check_drawn, 2);
}

static void
test_harmless (void)
{
  for_each ("harmless", check_drawn, 11);
}

static void
test_refused (void)
{
  for_each ("refused", check_refused, 52);
}

/* Each byte of a sound picture changed once: a picture or a sentence. */
static void
test_flipped_bytes (void)
{
  static const char *const names[] = { "wappen.png", "wappen.svg" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder = get_folder ("good");
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GBytes) sound = read_picture (path);
      gsize size;
      const guint8 *data = g_bytes_get_data (sound, &size);

      for (gsize j = 0; j < size; j++)
        {
          guint8 *copy = g_memdup2 (data, size);
          g_autoptr (GBytes) bytes = NULL;
          g_autoptr (WbPicture) picture = NULL;
          g_autoptr (GError) error = NULL;

          copy[j] ^= 0x11;
          bytes = g_bytes_new_take (copy, size);
          picture = wb_picture_load (bytes, &error);
          g_assert_true ((picture == NULL) == (error != NULL));
        }
    }
}

static void
test_too_large (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (WB_LETTERHEAD_MAX_PICTURE + 1), WB_LETTERHEAD_MAX_PICTURE + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) no_file = NULL;
  g_autoptr (GError) no_picture = NULL;

  g_assert_null (wb_picture_load (bytes, &error));
  g_assert_error (error, WB_ERROR, WB_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "1.0"));
  g_assert_null (wb_picture_read ("/no such picture", &no_file));
  g_assert_error (no_file, WB_ERROR, WB_ERROR_NOT_FOUND);
  g_assert_null (wb_picture_read ("/dev/zero", &no_picture));
  g_assert_error (no_picture, WB_ERROR, WB_ERROR_NOT_FOUND);
}

static WbLook *
add_look (GPtrArray  *looks,
          const char *id)
{
  WbLook *look = wb_look_new (id, id, id);

  g_ptr_array_add (looks, look);

  return look;
}

static GPtrArray *
make_looks (void)
{
  GPtrArray *looks = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_look_free);
  WbLook *look;

  add_look (looks, "plain");
  look = add_look (looks, "band");
  look->band = look->running_picture = TRUE;
  look->edge = 8;
  look->rule = 0;
  look = add_look (looks, "rich");
  look->accent_name = look->running_picture = TRUE;
  look->picture = 110;
  look->name_size = 17;

  return looks;
}

static WbStationery *
make_stationery (const char       *look,
                 WbLetterheadSide  side,
                 gboolean          with_picture)
{
  g_autoptr (WbLetterhead) letterhead = wb_letterhead_new ();
  g_autoptr (GPtrArray) looks = make_looks ();
  g_autofree char *folder = get_folder ("good");
  g_autofree char *path = g_build_filename (folder, "wappen.svg", NULL);
  g_autoptr (GError) problem = NULL;
  WbStationery *stationery;

  wb_letterhead_set_text (&letterhead->name, "Stadt Müllheim & Umland", FALSE);
  wb_letterhead_set_text (&letterhead->address, "Amt für Daten\nRathausplatz 1", TRUE);
  wb_letterhead_set_text (&letterhead->contact, "Telefon 01234 567", TRUE);
  wb_letterhead_set_text (&letterhead->foot, "Sprechzeiten: nach Vereinbarung", TRUE);
  wb_letterhead_set_text (&letterhead->look, look, FALSE);
  letterhead->side = side;
  letterhead->accent = 0xffcc00;
  if (with_picture)
    letterhead->picture = read_picture (path);
  stationery = wb_stationery_new (letterhead, looks, &problem);
  g_assert_no_error (problem);
  g_assert_cmpstr (stationery->look->id, ==, look);

  return stationery;
}

static WbDocument *
make_document (guint         sections,
               WbStationery *stationery)
{
  g_autoptr (WbDocument) document = wb_test_document_new (sections);

  wb_document_set_head (document, "Town of the project", "Region", "Handout", "Sozialräume");
  wb_document_set_foot (document, "Small print");

  return wb_document_new_on (document, stationery);
}

static WbDocument *
make_deck (WbStationery *stationery)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  g_autoptr (WbDocument) deck = NULL;

  for (guint i = 0; i < 4; i++)
    {
      if (i > 0)
        wb_block_append (root, wb_block_new (WB_BLOCK_SLIDE_BREAK));
      wb_block_append_heading (root, i == 0 ? 1 : 2, "Folie");
      wb_block_append_paragraph (root, "Ein Satz.");
    }
  deck = wb_document_new (WB_DOCUMENT_DECK, "Auftakt", root);
  wb_document_set_head (deck, "Town of the project", NULL, NULL, NULL);

  return wb_document_new_on (deck, stationery);
}

/* Tag and text of what the marks of page @n say that stand around the text: "Figure:alt|P:line|". */
static char *
describe_surroundings (WbPaginator *paginator,
                       guint        n)
{
  const WbPage *page = g_ptr_array_index (wb_paginator_get_layout (paginator)->pages, n);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < page->pieces->len; i++)
    {
      const WbPlacedPiece *placed = &g_array_index (page->pieces, WbPlacedPiece, i);

      for (guint j = 0; placed->placing == WB_PLACED_AROUND && j < placed->piece->marks->len; j++)
        {
          const WbMark *mark = g_ptr_array_index (placed->piece->marks, j);

          if (mark->node != NULL)
            g_string_append_printf (words, "%s:%s|", mark->node->tag, mark->node->alt != NULL ? mark->node->alt : mark->text);
        }
    }

  return g_string_free (words, FALSE);
}

static void
test_structure (void)
{
  static const char *const ids[] = { "plain", "band", "rich" };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (WbStationery) stationery = make_stationery (ids[i / 2], i % 2 == 0 ? WB_LETTERHEAD_LEFT : WB_LETTERHEAD_RIGHT, TRUE);
      g_autoptr (WbDocument) document = make_document (8, stationery);
      g_autoptr (WbPaginator) paginator = wb_paginator_new (document, 0, 0);
      const guint n = wb_paginator_get_n_pages (paginator);
      g_autofree char *first = describe_surroundings (paginator, 0);
      g_autofree char *second = describe_surroundings (paginator, 1);
      g_autofree char *last = describe_surroundings (paginator, n - 1);

      g_assert_cmpuint (n, >, 2);
      if (i / 2 == 1)
        g_assert_cmpstr (first, ==,
                         "P:Stadt Müllheim & Umland|Figure:Coat of arms or logo of Stadt Müllheim & Umland|P:Amt für Daten|"
                         "P:Rathausplatz 1|P:Telefon 01234 567|P:Handout|P:Project Sozialräume|");
      else
        g_assert_cmpstr (first, ==,
                         "Figure:Coat of arms or logo of Stadt Müllheim & Umland|P:Stadt Müllheim & Umland|P:Amt für Daten|"
                         "P:Rathausplatz 1|P:Telefon 01234 567|P:Handout|P:Project Sozialräume|");
      g_assert_cmpstr (second, ==, "");
      g_assert_cmpstr (last, ==, "P:Sprechzeiten: nach Vereinbarung|P:Small print|");
      wb_test_document_assert_complete (paginator);
      wb_test_document_assert_sound (paginator);
    }
}

/* Where the letterhead says nothing of the sender, the town stays. */
static void
test_only_foot (void)
{
  g_autoptr (WbLetterhead) letterhead = wb_letterhead_new ();
  g_autoptr (WbStationery) stationery = NULL;
  g_autoptr (WbDocument) document = NULL;
  g_autoptr (WbPaginator) paginator = NULL;
  g_autofree char *first = NULL;

  wb_letterhead_set_text (&letterhead->foot, "Sprechzeiten", TRUE);
  stationery = wb_stationery_new (letterhead, NULL, NULL);
  document = make_document (1, stationery);
  paginator = wb_paginator_new (document, 0, 0);
  first = describe_surroundings (paginator, 0);
  g_assert_nonnull (strstr (first, "P:Town of the project|"));
  g_assert_null (strstr (first, "Figure"));
}

/* The longest there may be still leaves room for the text. */
static void
test_longest (void)
{
  g_autoptr (WbStationery) stationery = make_stationery ("rich", WB_LETTERHEAD_LEFT, TRUE);
  g_autofree char *words = g_strnfill (WB_LETTERHEAD_MAX_TEXT, 'W');
  g_autoptr (WbDocument) document = NULL;
  g_autoptr (WbPaginator) paginator = NULL;

  for (guint i = 50; i < WB_LETTERHEAD_MAX_TEXT; i += 50)
    words[i] = '\n';
  wb_letterhead_set_text (&stationery->letterhead->address, words, TRUE);
  wb_letterhead_set_text (&stationery->letterhead->contact, words, TRUE);
  wb_letterhead_set_text (&stationery->letterhead->foot, words, TRUE);
  wb_letterhead_set_text (&stationery->letterhead->name, words, FALSE);
  document = make_document (2, stationery);
  paginator = wb_paginator_new (document, 0, 0);
  wb_test_document_assert_complete (paginator);
  wb_test_document_assert_sound (paginator);
}

/* What could not be read is not used, on paper as on slides. */
static void
test_accent (void)
{
  g_autoptr (WbStationery) stationery = make_stationery ("plain", WB_LETTERHEAD_LEFT, FALSE);
  g_autoptr (WbDocument) document = make_document (1, stationery);
  g_autoptr (WbPaginator) paginator = wb_paginator_new (document, 0, 0);
  const WbColor *accent = &wb_paginator_get_layout (paginator)->accent;

  g_assert_cmpfloat (accent->red, <, 0.7);
  g_assert_cmpfloat (accent->green, <, accent->red);
  g_assert_cmpfloat (accent->blue, ==, 0);
}

static void
write_and_check (WbDocument *document,
                 const char *format,
                 const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *again = g_build_filename (folder, "b.pdf", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  WbExportOptions options;
  gsize length, other_length;

  g_assert_true (wb_export_parse (format, &options));
  wb_export_write (document, &options, path, NULL, &error);
  g_assert_no_error (error);
  wb_test_document_check_pdf (path);
  wb_export_write (document, &options, again, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &first, &length, NULL));
  g_assert_true (g_file_get_contents (again, &second, &other_length, NULL));
  g_assert_cmpmem (first, length, second, other_length);
  g_unlink (path);
  g_unlink (again);
}

static void
test_pdf (void)
{
  static const char *const ids[] = { "plain", "band", "rich" };
  g_autofree char *folder = g_dir_make_tmp ("wb-letterhead-XXXXXX", NULL);

  g_setenv ("SOURCE_DATE_EPOCH", "1795348800", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (WbStationery) stationery = make_stationery (ids[i], i == 0 ? WB_LETTERHEAD_RIGHT : WB_LETTERHEAD_LEFT, i != 0);
      g_autoptr (WbStationery) with_picture = make_stationery (ids[i], WB_LETTERHEAD_LEFT, TRUE);
      g_autoptr (WbDocument) document = make_document (9, with_picture);
      g_autoptr (WbDocument) page = make_document (1, stationery);
      g_autoptr (WbDocument) deck = make_deck (with_picture);

      write_and_check (document, "pdf", folder);
      write_and_check (page, "pdf", folder);
      write_and_check (deck, "pdf", folder);
      write_and_check (deck, "handout2", folder);
    }
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/letterhead/pictures/good", test_good);
  g_test_add_func ("/letterhead/pictures/harmless", test_harmless);
  g_test_add_func ("/letterhead/pictures/refused", test_refused);
  g_test_add_func ("/letterhead/pictures/flipped-bytes", test_flipped_bytes);
  g_test_add_func ("/letterhead/pictures/too-large", test_too_large);
  g_test_add_func ("/letterhead/structure", test_structure);
  g_test_add_func ("/letterhead/only-foot", test_only_foot);
  g_test_add_func ("/letterhead/longest", test_longest);
  g_test_add_func ("/letterhead/accent", test_accent);
  g_test_add_func ("/letterhead/pdf", test_pdf);

  return g_test_run ();
}
