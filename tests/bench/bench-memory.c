/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "wb-paginator.h"
#include "wb-pdf-writer.h"

/*
 * bench-memory: the most memory that writing a PDF needs, for 1, 400 and 1,600 pages: each in a process of its own, since what is told is
 * the peak. What one more page takes is told, too: all pages are laid out before the first is drawn, since each says how many
 * there are; what was laid out and drawn waits in files. The last line is one table of 40,000 rows. The yardstick is the same text,
 * drawn with Pango and Cairo alone into a tagged PDF: Cairo keeps its structure until the end.
 */

#define SECTIONS_A_PAGE 3
#define PARAGRAPHS 3 /* of a section */
#define MARGIN 56.7 /* points */

#define N_ROWS 40000
#define N_CELLS 3
#define ROWS_A_PAGE 45

static const guint lengths[] = { 1, 400, 1600 };

static const char *const text =
  "Die Stadtverwaltung prüft, welche Angaben sie schon hat, wer sie pflegt und wozu sie erhoben wurden. Erst dann wird entschieden, "
  "ob noch etwas fehlt. Jede Angabe hat eine Stelle, die für sie einsteht, und einen Tag, an dem sie zuletzt angesehen wurde. Was "
  "niemand braucht, wird nicht erhoben; was niemand pflegt, wird nicht weitergegeben.";

/* Writes so many pages' worth to a file. Returns the pages. */
typedef guint (*WriteFunc) (guint n_pages);

static WbDocument *
make_document (guint n_pages)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);

  for (guint i = 0; i < n_pages * SECTIONS_A_PAGE; i++)
    {
      g_autofree char *title = g_strdup_printf ("Abschnitt %u", i + 1);

      wb_block_append_heading (root, 2, title);
      for (guint j = 0; j < PARAGRAPHS; j++)
        wb_block_append_paragraph (root, text);
    }

  return wb_document_new (WB_DOCUMENT_PAGES, "Handreichung", root);
}

static void
count_cb (double   done,
          guint    page,
          guint    n_pages,
          gpointer data)
{
  guint *n = data;

  *n = n_pages;
}

static WbDocument *
make_table (guint n_rows)
{
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));

  for (guint i = 0; i < n_rows; i++)
    {
      WbBlock *row = wb_block_append (table, wb_block_new (WB_BLOCK_ROW));

      for (guint j = 0; j < N_CELLS; j++)
        {
          g_autofree char *label = g_strdup_printf ("Zelle %u in Zeile %u", j + 1, i + 1);

          wb_block_append_text (wb_block_append (row, wb_block_new (WB_BLOCK_CELL)), label, 0, NULL);
        }
    }

  return wb_document_new (WB_DOCUMENT_PAGES, "Tabelle", root);
}

/* Returns the pages. */
static guint
write_out (WbDocument *document)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "document.pdf", NULL);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  wb_pdf_writer_write_watched (document, path, NULL, count_cb, &n, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);

  return n;
}

static guint
write_document (guint n_pages)
{
  g_autoptr (WbDocument) document = make_document (n_pages);

  return write_out (document);
}

static guint
write_table (guint n_rows)
{
  g_autoptr (WbDocument) document = make_table (n_rows);

  return write_out (document);
}

static double
draw_paragraph (cairo_t     *cr,
                PangoLayout *layout,
                const char  *paragraph,
                double       y)
{
  int height;

  pango_layout_set_text (layout, paragraph, -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_tag_begin (cr, "P", NULL);
  cairo_move_to (cr, MARGIN, y);
  pango_cairo_show_layout (cr, layout);
  cairo_tag_end (cr, "P");

  return y + height + 4;
}

/* Draws page @page of so many paragraphs or rows. */
typedef void (*DrawFunc) (cairo_t     *cr,
                          PangoLayout *layout,
                          guint        page);

static void
draw_sections (cairo_t     *cr,
               PangoLayout *layout,
               guint        page)
{
  double y = MARGIN;

  for (guint j = 0; j < SECTIONS_A_PAGE; j++)
    {
      g_autofree char *title = g_strdup_printf ("Abschnitt %u", page * SECTIONS_A_PAGE + j + 1);

      y = draw_paragraph (cr, layout, title, y);
      for (guint k = 0; k < PARAGRAPHS; k++)
        y = draw_paragraph (cr, layout, text, y);
    }
}

static void
draw_rows (cairo_t     *cr,
           PangoLayout *layout,
           guint        page)
{
  for (guint i = 0; i < ROWS_A_PAGE; i++)
    {
      cairo_tag_begin (cr, "TR", NULL);
      for (guint j = 0; j < N_CELLS; j++)
        {
          g_autofree char *label = g_strdup_printf ("Zelle %u in Zeile %u", j + 1, page * ROWS_A_PAGE + i + 1);

          cairo_tag_begin (cr, "TD", NULL);
          pango_layout_set_text (layout, label, -1);
          cairo_move_to (cr, MARGIN + j * 150, MARGIN + i * 16);
          pango_cairo_show_layout (cr, layout);
          cairo_tag_end (cr, "TD");
        }
      cairo_tag_end (cr, "TR");
    }
}

static guint
draw_plainly (guint    n_pages,
              DrawFunc draw)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "document.pdf", NULL);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell 10.5");
  cairo_surface_t *surface = cairo_pdf_surface_create (path, WB_PAGE_A4_WIDTH, WB_PAGE_A4_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cr);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) ((WB_PAGE_A4_WIDTH - 2 * MARGIN) * PANGO_SCALE));
  for (guint i = 0; i < n_pages; i++)
    {
      draw (cr, layout, i);
      cairo_show_page (cr);
    }
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_unlink (path);
  g_rmdir (folder);

  return n_pages;
}

static guint
write_plainly (guint n_pages)
{
  return draw_plainly (n_pages, draw_sections);
}

static guint
write_table_plainly (guint n_rows)
{
  return draw_plainly ((n_rows + ROWS_A_PAGE - 1) / ROWS_A_PAGE, draw_rows);
}

/* Peak in MiB; @n_pages: how many there were. */
static double
measure (WriteFunc write_pages,
         guint     length,
         guint    *n_pages)
{
  struct rusage usage;
  int pipes[2];
  int status;
  pid_t child;

  if (pipe (pipes) != 0)
    g_error ("no pipe");
  child = fork ();
  if (child == 0)
    {
      const guint n = write_pages (length);

      _exit (write (pipes[1], &n, sizeof n) == sizeof n ? 0 : 1);
    }
  if (read (pipes[0], n_pages, sizeof *n_pages) != sizeof *n_pages || wait4 (child, &status, 0, &usage) != child || status != 0)
    g_error ("the process has failed");
  close (pipes[0]);
  close (pipes[1]);

  return (double) usage.ru_maxrss / 1024;
}

typedef struct
{
  double peak; /* MiB */
  double more; /* KiB for each page after the first */
} Need;

static Need
find_need (WriteFunc write_pages,
           guint     length,
           guint    *n_pages,
           double   *first)
{
  Need need = { measure (write_pages, length, n_pages), 0 };

  if (*n_pages == 1)
    *first = need.peak;
  else
    need.more = (need.peak - *first) * 1024 / (*n_pages - 1);

  return need;
}

static void
report (const char *what,
        WriteFunc   write_ours,
        WriteFunc   write_theirs,
        guint       length,
        double     *first,
        double     *plain_first)
{
  guint n, plain_n;
  const Need ours = find_need (write_ours, length, &n, first);
  const Need plain = find_need (write_theirs, length, &plain_n, plain_first);

  g_print ("PDF of %s%u pages: peak memory\t%.0f MiB, %.0f KiB more a page\tPango and Cairo alone: %.0f MiB, %.0f KiB\t%.2f\n", what, n,
           ours.peak, ours.more, plain.peak, plain.more, ours.peak / plain.peak);
}

int
main (void)
{
  double first = 0, plain_first = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    report ("", write_document, write_plainly, lengths[i], &first, &plain_first);
  report ("a table on ", write_table, write_table_plainly, N_ROWS, &first, &plain_first);

  return 0;
}
