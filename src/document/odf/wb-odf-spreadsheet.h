/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-document.h"

G_BEGIN_DECLS

/* TRUE when @document holds a table, checklist, fact sheet, agenda or chart. */
gboolean wb_odf_spreadsheet_is_possible (WbDocument    *document);
/* Writes the tables of @document as sheets (.ods, ODF 1.3) to @path, each named after the heading above it: header rows, numbers,
 * percentages, euros and dates as such. As wb_pdf_writer_write() otherwise. */
gboolean wb_odf_spreadsheet_write       (WbDocument    *document,
                                         const char    *path,
                                         GCancellable  *cancellable,
                                         GError       **error);

G_END_DECLS
