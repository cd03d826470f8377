/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <time.h>
#include <unistd.h>

#include "wb-document-shelf.h"
#include "wb-paginator.h"
#include "wb-pdf-writer.h"

/*
 * bench-pages LIBRARY: writes every playbook, checklist and law as a PDF, and measures pages a second: ours (layout, tags,
 * outline, links, finishing) and the same text drawn with Pango and Cairo alone into a tagged PDF. The second line counts
 * the processor's time alone: ours waits until the file is safe on the disk, which the yardstick does not; the third has it wait, too.
 */

#define N_ROUNDS 3
#define MARGIN 56.7 /* points */

typedef struct
{
  gint64 clock; /* in microseconds */
  gint64 processor;
} Watch;

static Watch
read_watch (void)
{
  struct timespec spec;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &spec);

  return (Watch) { g_get_monotonic_time (), (gint64) spec.tv_sec * G_USEC_PER_SEC + spec.tv_nsec / 1000 };
}

/* Adds the time since *@since to @sum, and begins anew. */
static void
add_time (Watch *sum,
          Watch *since)
{
  const Watch now = read_watch ();

  sum->clock += now.clock - since->clock;
  sum->processor += now.processor - since->processor;
  *since = now;
}

static void
add_documents (GPtrArray *documents,
               WbLibrary *library,
               WbKind     kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) items = wb_library_list (library, kind, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (WbItem) item = g_list_model_get_item (items, i);
      WbDocument *document = wb_document_shelf_build_item (library, wb_item_get_id (item), NULL, NULL, &error);

      g_assert_no_error (error);
      g_ptr_array_add (documents, document);
    }
}

/* The text of each page; what the yardstick has to draw. */
static GPtrArray *
list_pages (WbDocument *document)
{
  g_autoptr (WbPaginator) paginator = wb_paginator_new (document, 0, 0);
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < wb_paginator_get_n_pages (paginator); i++)
    g_ptr_array_add (pages, wb_paginator_get_text (paginator, i));

  return pages;
}

static void
draw_page (cairo_t    *cr,
           const char *text)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell 10.5");
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  double y = MARGIN;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) ((WB_PAGE_A4_WIDTH - 2 * MARGIN) * PANGO_SCALE));
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      int height;

      pango_layout_set_text (layout, paragraphs[i], -1);
      pango_layout_get_pixel_size (layout, NULL, &height);
      cairo_tag_begin (cr, "P", NULL);
      cairo_move_to (cr, MARGIN, y);
      pango_cairo_show_layout (cr, layout);
      cairo_tag_end (cr, "P");
      y += height + 4;
    }
  cairo_show_page (cr);
}

static void
write_plainly (GPtrArray  *pages,
               const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, WB_PAGE_A4_WIDTH, WB_PAGE_A4_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < pages->len; i++)
    draw_page (cr, g_ptr_array_index (pages, i));
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

/* Waits until the file is on the disk. */
static void
make_safe (const char *path)
{
  const int fd = open (path, O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (fsync (fd), ==, 0);
  close (fd);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WbLibrary) library = NULL;
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folder = g_dir_make_tmp ("bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "document.pdf", NULL);
  Watch ours = { 0 };
  Watch plain = { 0 };
  Watch waiting = { 0 };
  guint n_pages = 0;

  if (argc != 2)
    g_error ("Usage: bench-pages LIBRARY");
  library = wb_library_open (argv[1], &error);
  g_assert_no_error (error);
  add_documents (documents, library, WB_KIND_PLAYBOOK);
  add_documents (documents, library, WB_KIND_CHECKLIST);
  add_documents (documents, library, WB_KIND_LAW);

  for (int round = 0; round <= N_ROUNDS; round++)
    {
      /* The first round only warms up: fonts, hyphenation. */
      if (round == 1)
        {
          ours = plain = waiting = (Watch){ 0 };
          n_pages = 0;
        }
      for (guint i = 0; i < documents->len; i++)
        {
          WbDocument *document = g_ptr_array_index (documents, i);
          g_autoptr (GPtrArray) pages = list_pages (document);
          Watch watch = read_watch ();

          wb_pdf_writer_write (document, path, NULL, &error);
          g_assert_no_error (error);
          add_time (&ours, &watch);
          write_plainly (pages, path);
          add_time (&plain, &watch);
          make_safe (path);
          add_time (&waiting, &watch);
          n_pages += pages->len;
        }
    }
  g_unlink (path);
  g_rmdir (folder);

  g_print ("PDF pages a second, %u documents of %u pages\t%.0f\t%.0f (Pango and Cairo alone)\t%.2f of the time\n", documents->len,
           n_pages / N_ROUNDS, n_pages * 1e6 / ours.clock, n_pages * 1e6 / plain.clock, (double) ours.clock / plain.clock);
  g_print ("PDF pages a second of processor time\t%.0f\t%.0f\t%.2f of the time\n", n_pages * 1e6 / ours.processor,
           n_pages * 1e6 / plain.processor, (double) ours.processor / plain.processor);
  g_print ("PDF pages a second, both safe on the disk\t%.0f\t%.0f\t%.2f of the time\n", n_pages * 1e6 / ours.clock,
           n_pages * 1e6 / (plain.clock + waiting.clock), (double) ours.clock / (plain.clock + waiting.clock));

  return 0;
}
