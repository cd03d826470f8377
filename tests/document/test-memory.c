/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wb-test-document.h"

#include "wb-pdf-writer.h"

#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * The most memory that writing a PDF needs, each in a process of its own. What is laid out and what is drawn of hundreds of pages
 * must not wait in memory until the end: the limits are about twice what they need, the document itself included.
 */

#define N_PAGES 400
#define MAX_MORE_PAGES (18 * 1024) /* KiB, for all of them */
#define N_ROWS 6000
#define MAX_MORE_ROWS (34 * 1024)

static const char *const text =
  "Die Stadtverwaltung prüft, welche Angaben sie schon hat, wer sie pflegt und wozu sie erhoben wurden. Erst dann wird entschieden, "
  "ob noch etwas fehlt. Jede Angabe hat eine Stelle, die für sie einsteht, und einen Tag, an dem sie zuletzt angesehen wurde.";

typedef WbBlock *(*MakeFunc) (guint n);

/* So many pages and some more. */
static WbBlock *
make_pages (guint n)
{
  WbBlock *root = wb_block_new (WB_BLOCK_DOCUMENT);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf ("Abschnitt %u", i + 1);

      wb_block_append_heading (root, 2, title);
      for (guint j = 0; j < 14; j++)
        wb_block_append_paragraph (root, text);
    }

  return root;
}

static WbBlock *
make_rows (guint n)
{
  WbBlock *root = wb_block_new (WB_BLOCK_DOCUMENT);
  WbBlock *table = wb_block_append (root, wb_block_new (WB_BLOCK_TABLE));

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *label = g_strdup_printf ("Zeile %u", i + 1);

      wb_block_append_row (table, label, "Straßenbeleuchtung", NULL);
    }

  return root;
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

/* Returns whether it was written, and had @min_pages at least. */
static gboolean
write_pdf (MakeFunc make,
           guint    n,
           guint    min_pages)
{
  g_autoptr(WbBlock) root = make (n);
  g_autoptr(WbDocument) document = wb_document_new (WB_DOCUMENT_PAGES, "Speicher", root);
  g_autofree char *folder = g_dir_make_tmp ("wb-memory-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "document.pdf", NULL);
  guint n_pages = 0;
  const gboolean written = wb_pdf_writer_write_watched (document, path, NULL, count_cb, &n_pages, NULL);

  g_unlink (path);
  g_rmdir (folder);

  return written && n_pages >= min_pages;
}

/* The peak of a process that does it, in KiB. */
static glong
measure (MakeFunc make,
         guint    n,
         guint    min_pages)
{
  const pid_t child = fork ();
  struct rusage usage;
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit (write_pdf (make, n, min_pages) ? 0 : 1);
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  g_assert_cmpint (status, ==, 0);

  return usage.ru_maxrss;
}

static void
test_pages (void)
{
  const glong one = measure (make_pages, 1, 1);
  const glong many = measure (make_pages, N_PAGES, N_PAGES);

  g_test_message ("One page needs %ld KiB, %u pages %ld KiB more", one, N_PAGES, many - one);
  g_assert_cmpint (many - one, <, MAX_MORE_PAGES);
}

static void
test_rows (void)
{
  const glong one = measure (make_rows, 1, 1);
  const glong many = measure (make_rows, N_ROWS, 100);

  g_test_message ("One row needs %ld KiB, %u rows %ld KiB more", one, N_ROWS, many - one);
  g_assert_cmpint (many - one, <, MAX_MORE_ROWS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/memory/pages", test_pages);
  g_test_add_func ("/memory/rows", test_rows);

  return g_test_run ();
}
