/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-pdf-writer.h"

#include "wb-error.h"
#include "wb-output-file-private.h"
#include "wb-paginator-private.h"
#include "wb-pdf-finish-private.h"
#include "wb-pdf-writer-private.h"
#include "wb-text-clean-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#define MAX_OUTLINE_DEPTH 8

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  return wb_spool_append (closure, data, length) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, WB_ERROR, WB_ERROR_FAILED,
                       _("The PDF could not be drawn. No file was written."));

  return FALSE;
}

static gboolean
check_cancelled (GCancellable  *cancellable,
                 GError       **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return TRUE;

  g_set_error_literal (error, WB_ERROR, WB_ERROR_CANCELLED, _("Writing the PDF was stopped. No file was written."));

  return FALSE;
}

static void
set_metadata (cairo_surface_t *surface,
              const char      *title,
              const char      *date)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Wegbereiter");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/* Headings as bookmarks, each below the last one of a higher rank. */
static void
add_outline (cairo_surface_t  *surface,
             const WbPdfPages *pages)
{
  int parents[MAX_OUTLINE_DEPTH] = { CAIRO_PDF_OUTLINE_ROOT };
  int levels[MAX_OUTLINE_DEPTH] = { 0 };
  guint depth = 0;

  for (guint i = 0; i < pages->places->len; i++)
    {
      const WbPlace *place = &g_array_index (pages->places, WbPlace, i);
      g_autofree char *title = place->title != NULL ? wb_text_make_valid (place->title) : NULL;
      g_autofree char *target = NULL;
      int id;

      if (title == NULL || *g_strstrip (title) == '\0')
        continue;
      while (depth > 0 && levels[depth] >= place->level)
        depth--;

      g_strdelimit (title, "\r\n\t", ' ');
      /* Whole points: Cairo 1.16 reads fractions as the locale writes them and gives up on any others. */
      target = g_strdup_printf ("page=%u pos=[%d %d]", place->page + 1, (int) pages->left, (int) place->y);
      id = cairo_pdf_surface_add_outline (surface, parents[depth], title, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
      if (depth + 1 < MAX_OUTLINE_DEPTH)
        {
          depth++;
          parents[depth] = id;
          levels[depth] = place->level;
        }
    }
}

static gboolean
draw_pages (WbPen             *pen,
            const WbPdfPages  *pages,
            GCancellable      *cancellable,
            GError           **error)
{
  for (guint i = 0; i < pages->n_pages; i++)
    {
      if (!check_cancelled (cancellable, error))
        return FALSE;
      if (!pages->draw (pen, i, pages->data) || cairo_status (pen->cr) != CAIRO_STATUS_SUCCESS)
        return fail (error);
      cairo_show_page (pen->cr);
      if (pages->progress != NULL)
        pages->progress ((i + 1.0) / pages->n_pages, i + 1, pages->n_pages, pages->progress_data);
    }

  return TRUE;
}

/* Everything is drawn and checked here. Only what was right gets an outline: with one, Cairo may crash over a fault. */
static gboolean
draw_document (cairo_surface_t  *surface,
               const WbPdfPages *pages,
               WbTagger         *tagger,
               GCancellable     *cancellable,
               GError          **error)
{
  cairo_t *cr = cairo_create (surface);
  gboolean drawn;
  WbPen pen;

  wb_tagger_set_cairo (tagger, cr);
  wb_pen_init (&pen, pages->layout, cr, tagger);
  drawn = draw_pages (&pen, pages, cancellable, error);
  wb_pen_close_all (&pen);
  wb_pen_clear (&pen);
  wb_tagger_set_cairo (tagger, NULL);
  cairo_destroy (cr);

  if (!drawn)
    return FALSE;
  if (!wb_tagger_is_complete (tagger) || cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return fail (error);

  return TRUE;
}

static WbSpool *
render (const WbPdfPages  *pages,
        const char        *title,
        const char        *date,
        GCancellable      *cancellable,
        GError           **error)
{
  g_autoptr(WbTagger) tagger = wb_tagger_new ();
  g_autoptr(WbSpool) drawn = wb_spool_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  gboolean complete;

  surface = cairo_pdf_surface_create_for_stream (append_bytes, drawn, pages->width, pages->height);
  /* Newer versions of Cairo would put objects into streams, where the finishing cannot reach them. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, title, date);
  complete = draw_document (surface, pages, tagger, cancellable, error);
  if (complete)
    add_outline (surface, pages);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (!complete)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      fail (error);
      return NULL;
    }

  return wb_pdf_finish (drawn, wb_tagger_get_records (tagger), title, date, error);
}

gboolean
wb_pdf_writer_write_pages (const WbPdfPages  *pages,
                           const char        *document_title,
                           const char        *path,
                           GCancellable      *cancellable,
                           GError           **error)
{
  g_autofree char *title = wb_text_make_valid (document_title);
  g_autofree char *date = wb_output_file_dup_date ();
  g_autoptr(WbSpool) finished = render (pages, title, date, cancellable, error);

  if (finished == NULL || !check_cancelled (cancellable, error))
    return FALSE;

  return wb_output_file_write_spool (path, finished, error);
}

static gboolean
draw_page (WbPen    *pen,
           guint     page,
           gpointer  data)
{
  if (!wb_layout_unpack_page (pen->layout, page))
    return FALSE;
  wb_page_drawing_draw (pen, page);
  /* Cairo has its own copy by then, and a document may have hundreds of pages. */
  wb_layout_forget_page (pen->layout, page);

  return TRUE;
}

gboolean
wb_pdf_writer_write (WbDocument    *document,
                     const char    *path,
                     GCancellable  *cancellable,
                     GError       **error)
{
  return wb_pdf_writer_write_watched (document, path, cancellable, NULL, NULL, error);
}

void
wb_pdf_watcher_report_layout (double   done,
                              guint    page,
                              guint    n_pages,
                              gpointer data)
{
  const WbPdfWatcher *watcher = data;

  watcher->progress (done / 2, page, n_pages, watcher->data);
}

void
wb_pdf_watcher_report_drawing (double   done,
                               guint    page,
                               guint    n_pages,
                               gpointer data)
{
  const WbPdfWatcher *watcher = data;

  watcher->progress (0.5 + done / 2, page, n_pages, watcher->data);
}

gboolean
wb_pdf_writer_write_watched (WbDocument     *document,
                             const char     *path,
                             GCancellable   *cancellable,
                             WbProgressFunc  progress,
                             gpointer        data,
                             GError        **error)
{
  WbPdfWatcher watcher = { progress, data };
  g_autoptr(WbPaginator) paginator = NULL;
  const WbLayout *layout;

  g_return_val_if_fail (WB_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  paginator = wb_paginator_new_packed (document, cancellable, progress != NULL ? wb_pdf_watcher_report_layout : NULL, &watcher);
  if (!check_cancelled (cancellable, error))
    return FALSE;
  layout = wb_paginator_get_layout (paginator);

  return wb_pdf_writer_write_pages (&(WbPdfPages) {
                                      .layout = wb_paginator_get_layout (paginator),
                                      .width = layout->page_width,
                                      .height = layout->page_height,
                                      .n_pages = layout->pages->len,
                                      .places = layout->places,
                                      .left = layout->left,
                                      .draw = draw_page,
                                      .progress = progress != NULL ? wb_pdf_watcher_report_drawing : NULL,
                                      .progress_data = &watcher,
                                    },
                                    wb_document_get_title (document), path, cancellable, error);
}
