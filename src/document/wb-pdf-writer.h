/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-paginator.h"

G_BEGIN_DECLS

/* Writes @document as a tagged PDF with title, language, outline and links to @path. Written beside it first and renamed,
 * so that a failure leaves an older file as it was. The date inside is SOURCE_DATE_EPOCH where that is set. Fails with
 * WB_ERROR_NO_SPACE, WB_ERROR_READ_ONLY, WB_ERROR_NOT_FOUND (no such folder) or WB_ERROR_FAILED. */
gboolean wb_pdf_writer_write (WbDocument    *document,
                              const char    *path,
                              GCancellable  *cancellable,
                              GError       **error);

/* The same for long documents: @progress (nullable) is told how far it is, in the calling thread. Cancelling stops
 * within about a page. */
gboolean wb_pdf_writer_write_watched (WbDocument     *document,
                                      const char     *path,
                                      GCancellable   *cancellable,
                                      WbProgressFunc  progress,
                                      gpointer        data,
                                      GError        **error);

G_END_DECLS
