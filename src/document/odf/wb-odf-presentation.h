/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-document.h"

G_BEGIN_DECLS

/* Writes @deck as a presentation (.odp, ODF 1.3) to @path: a master page, titles and text as such, tables, figures as vector
 * graphics with alternative text, speaker's notes. As wb_pdf_writer_write() otherwise. */
gboolean wb_odf_presentation_write (WbDocument    *deck,
                                    const char    *path,
                                    GCancellable  *cancellable,
                                    GError       **error);

G_END_DECLS
