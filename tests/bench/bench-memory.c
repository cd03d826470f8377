/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "wb-pdf-writer.h"

/*
 * bench-memory: the most memory that writing a PDF needs, for 1, 400 and 1,600 pages: each in a process of its own, since what is told is
 * the peak. What one more page takes is told, too: the pages are laid out as a whole, and the file is finished in memory.
 */

#define SECTIONS_A_PAGE 3

static const guint lengths[] = { 1, 400, 1600 };

static WbDocument *
make_document (guint n_pages)
{
  static const char *const text =
    "Die Stadtverwaltung prüft, welche Angaben sie schon hat, wer sie pflegt und wozu sie erhoben wurden. Erst dann wird entschieden, "
    "ob noch etwas fehlt. Jede Angabe hat eine Stelle, die für sie einsteht, und einen Tag, an dem sie zuletzt angesehen wurde. Was "
    "niemand braucht, wird nicht erhoben; was niemand pflegt, wird nicht weitergegeben.";
  g_autoptr (WbBlock) root = wb_block_new (WB_BLOCK_DOCUMENT);

  for (guint i = 0; i < n_pages * SECTIONS_A_PAGE; i++)
    {
      g_autofree char *title = g_strdup_printf ("Abschnitt %u", i + 1);

      wb_block_append_heading (root, 2, title);
      for (guint j = 0; j < 3; j++)
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

/* Returns the pages. */
static guint
write_document (guint n_pages)
{
  g_autoptr (WbDocument) document = make_document (n_pages);
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

/* Peak in MiB; @n_pages: how many there were. */
static double
measure (guint  length,
         guint *n_pages)
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
      const guint n = write_document (length);

      _exit (write (pipes[1], &n, sizeof n) == sizeof n ? 0 : 1);
    }
  if (read (pipes[0], n_pages, sizeof *n_pages) != sizeof *n_pages || wait4 (child, &status, 0, &usage) != child || status != 0)
    g_error ("the process has failed");
  close (pipes[0]);
  close (pipes[1]);

  return (double) usage.ru_maxrss / 1024;
}

int
main (void)
{
  double first = 0;
  guint first_pages = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      guint n;
      const double peak = measure (lengths[i], &n);

      if (i == 0)
        {
          first = peak;
          first_pages = n;
        }
      g_print ("PDF of %u pages: peak memory\t%.0f MiB\t%.0f MiB for %u\t%.0f KiB more a page\n", n, peak, first, first_pages,
               n > first_pages ? (peak - first) * 1024 / (n - first_pages) : 0.0);
    }

  return 0;
}
