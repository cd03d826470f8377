/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-document.h"

G_BEGIN_DECLS

/* Writes @document as a text document (.odt, ODF 1.3) to @path: named styles, headings with their level, lists, tables with header
 * rows, figures as vector graphics with alternative text. As wb_pdf_writer_write() otherwise. */
gboolean wb_odf_text_write (WbDocument    *document,
                            const char    *path,
                            GCancellable  *cancellable,
                            GError       **error);

G_END_DECLS
