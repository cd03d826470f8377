/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-export.h"

#include "odf/wb-odf-presentation.h"
#include "odf/wb-odf-spreadsheet.h"
#include "odf/wb-odf-text.h"
#include "wb-error.h"
#include "wb-pdf-writer-private.h"
#include "wb-pdf-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *name;
  WbExportOptions options;
} names[] = {
  { "pdf", { WB_EXPORT_PDF } },
  { "odt", { WB_EXPORT_TEXT } },
  { "ods", { WB_EXPORT_SPREADSHEET } },
  { "odp", { WB_EXPORT_PRESENTATION } },
  { "handout1", { WB_EXPORT_HANDOUT, { 1, FALSE, FALSE } } },
  { "handout2", { WB_EXPORT_HANDOUT, { 2, FALSE, FALSE } } },
  { "handout3", { WB_EXPORT_HANDOUT, { 3, FALSE, TRUE } } },
  { "handout6", { WB_EXPORT_HANDOUT, { 6, FALSE, FALSE } } },
};

const char *
wb_export_get_names (void)
{
  static char *joined = NULL;

  if (g_once_init_enter (&joined))
    {
      GString *all = g_string_new (names[0].name);

      for (guint i = 1; i < G_N_ELEMENTS (names); i++)
        g_string_append_printf (all, ", %s", names[i].name);
      g_once_init_leave (&joined, g_string_free (all, FALSE));
    }

  return joined;
}

gboolean
wb_export_parse (const char      *name,
                 WbExportOptions *options)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i].name) == 0)
      {
        *options = names[i].options;
        return TRUE;
      }

  return FALSE;
}

const char *
wb_export_get_suffix (WbExportFormat format)
{
  switch (format)
    {
    case WB_EXPORT_PDF:
    case WB_EXPORT_HANDOUT:
      return ".pdf";
    case WB_EXPORT_TEXT:
      return ".odt";
    case WB_EXPORT_SPREADSHEET:
      return ".ods";
    case WB_EXPORT_PRESENTATION:
      return ".odp";
    }

  g_return_val_if_reached (".pdf");
}

gboolean
wb_export_is_possible (WbDocument      *document,
                       WbExportFormat   format,
                       GError         **error)
{
  const char *title;
  gboolean is_deck;

  g_return_val_if_fail (WB_IS_DOCUMENT (document), FALSE);

  title = wb_document_get_title (document);
  is_deck = wb_document_get_format (document) == WB_DOCUMENT_DECK;
  switch (format)
    {
    case WB_EXPORT_PDF:
      return TRUE;

    case WB_EXPORT_HANDOUT:
      if (!is_deck)
        g_set_error (error, WB_ERROR, WB_ERROR_FAILED,
                     _("“%s” has no slides, so there is no handout of it. Please choose pdf or odt."), title);
      return is_deck;

    case WB_EXPORT_TEXT:
      if (is_deck)
        g_set_error (error, WB_ERROR, WB_ERROR_FAILED,
                     _("“%s” is made of slides and no text document. Please choose pdf, odp or a handout."), title);
      return !is_deck;

    case WB_EXPORT_PRESENTATION:
      if (!is_deck)
        g_set_error (error, WB_ERROR, WB_ERROR_FAILED, _("“%s” has no slides. Please choose pdf, odt or ods."), title);
      return is_deck;

    case WB_EXPORT_SPREADSHEET:
      if (wb_odf_spreadsheet_is_possible (document))
        return TRUE;
      g_set_error (error, WB_ERROR, WB_ERROR_FAILED, _("“%s” has no table. Please choose another format."), title);
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
write_handout (WbDocument              *document,
               const WbHandoutOptions  *options,
               const char              *path,
               GCancellable            *cancellable,
               WbProgressFunc           progress,
               gpointer                 data,
               GError                 **error)
{
  WbPdfWatcher watcher = { progress, data };
  g_autoptr(WbHandout) handout = wb_handout_new_watched (document, options, 0, 0, cancellable,
                                                         progress != NULL ? wb_pdf_watcher_report_layout : NULL, &watcher);

  return wb_handout_write_watched (handout, path, cancellable, progress != NULL ? wb_pdf_watcher_report_drawing : NULL, &watcher,
                                   error);
}

gboolean
wb_export_write (WbDocument             *document,
                 const WbExportOptions  *options,
                 const char             *path,
                 GCancellable           *cancellable,
                 GError                **error)
{
  return wb_export_write_watched (document, options, path, cancellable, NULL, NULL, error);
}

gboolean
wb_export_write_watched (WbDocument             *document,
                         const WbExportOptions  *options,
                         const char             *path,
                         GCancellable           *cancellable,
                         WbProgressFunc          progress,
                         gpointer                data,
                         GError                **error)
{
  g_return_val_if_fail (WB_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!wb_export_is_possible (document, options->format, error))
    return FALSE;

  switch (options->format)
    {
    case WB_EXPORT_PDF:
      return wb_pdf_writer_write_watched (document, path, cancellable, progress, data, error);
    case WB_EXPORT_HANDOUT:
      return write_handout (document, &options->handout, path, cancellable, progress, data, error);
    case WB_EXPORT_TEXT:
      return wb_odf_text_write (document, path, cancellable, error);
    case WB_EXPORT_SPREADSHEET:
      return wb_odf_spreadsheet_write (document, path, cancellable, error);
    case WB_EXPORT_PRESENTATION:
      return wb_odf_presentation_write (document, path, cancellable, error);
    }

  g_return_val_if_reached (FALSE);
}
