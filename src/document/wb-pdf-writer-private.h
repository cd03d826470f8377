/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-paginator-private.h"

G_BEGIN_DECLS

/* Pages to be written as one PDF, however they came about: those of a document, or slides put together on sheets. */
typedef struct
{
  WbLayout *layout; /* the pen begins with it; its root is the root of the structure */
  double width;
  double height;
  guint n_pages;
  GArray *places; /* WbPlace: for the outline, on these pages */
  double left;    /* where they begin */
  /* FALSE when it cannot be drawn as a whole. */
  gboolean (*draw) (WbPen    *pen,
                    guint     page,
                    gpointer  data);
  gpointer data;
  WbProgressFunc progress; /* (nullable) */
  gpointer progress_data;
} WbPdfPages;

/* What is told about progress while two steps follow each other that take about as long: laying out, then drawing. */
typedef struct
{
  WbProgressFunc progress;
  gpointer data;
} WbPdfWatcher;

/* @data: WbPdfWatcher. The first half and the second. */
void wb_pdf_watcher_report_layout  (double   done,
                                    guint    page,
                                    guint    n_pages,
                                    gpointer data);
void wb_pdf_watcher_report_drawing (double   done,
                                    guint    page,
                                    guint    n_pages,
                                    gpointer data);

/* As wb_pdf_writer_write(). */
gboolean wb_pdf_writer_write_pages (const WbPdfPages  *pages,
                                    const char        *title,
                                    const char        *path,
                                    GCancellable      *cancellable,
                                    GError           **error);

G_END_DECLS
