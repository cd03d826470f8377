/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-handout.h"

G_BEGIN_DECLS

/* What a document may be written as. */
typedef enum
{
  WB_EXPORT_PDF,     /* pages, or slides 16:9 */
  WB_EXPORT_HANDOUT, /* PDF: slides on sheets of paper */
  WB_EXPORT_TEXT,    /* OpenDocument */
  WB_EXPORT_SPREADSHEET, /* OpenDocument: the tables */
  WB_EXPORT_PRESENTATION, /* OpenDocument: the slides */
} WbExportFormat;

#define WB_N_EXPORT_FORMATS (WB_EXPORT_PRESENTATION + 1)

typedef struct
{
  WbExportFormat format;
  WbHandoutOptions handout;
} WbExportOptions;

/* The names there are, ", " between them: "pdf, handout1 …". Static. */
const char *wb_export_get_names   (void);
/* Sets @options to what @name stands for: handouts without notes, handout3 with lines. FALSE when there is no such name. */
gboolean    wb_export_parse       (const char             *name,
                                   WbExportOptions        *options);
/* ".pdf" and the like; static. */
const char *wb_export_get_suffix  (WbExportFormat          format);
/* FALSE, with a sentence in @error (WB_ERROR_FAILED), when @document cannot become that: there is no handout of a document without
 * slides. */
gboolean    wb_export_is_possible (WbDocument             *document,
                                   WbExportFormat          format,
                                   GError                **error);
/* Writes @document to @path; as wb_pdf_writer_write(). */
gboolean    wb_export_write       (WbDocument             *document,
                                   const WbExportOptions  *options,
                                   const char             *path,
                                   GCancellable           *cancellable,
                                   GError                **error);
/* The same with @progress (nullable) told how far it is, in the calling thread. OpenDocument files are made of one text, which has no
 * pages yet: of them only the beginning is told. */
gboolean    wb_export_write_watched (WbDocument             *document,
                                     const WbExportOptions  *options,
                                     const char             *path,
                                     GCancellable           *cancellable,
                                     WbProgressFunc          progress,
                                     gpointer                data,
                                     GError                **error);

G_END_DECLS
