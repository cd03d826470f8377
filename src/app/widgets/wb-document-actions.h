/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-document.h"

G_BEGIN_DECLS

/*
 * What can be done with a finished document. Each shows its own dialogs on top of the window of
 * @widget and reports faults there as one sentence; success is told by a toast (action "win.toast").
 */

/* Asks for a place and writes a PDF. @name: suggested file name without folder, with ".pdf". */
void       wb_document_save_pdf (GtkWidget  *widget,
                                 WbDocument *document,
                                 const char *name);
/* Writes a PDF to @path, without asking. What takes longer than a moment shows how far it is, and can be stopped. */
void       wb_document_write_pdf (GtkWidget  *widget,
                                  WbDocument *document,
                                  const char *path);
/* Shows the pages as they will be; from there to the system's print dialog, or to a file of another format. */
void       wb_document_print    (GtkWidget  *widget,
                                 WbDocument *document);
/* A deck's slides, or a document's pages, for an audience: see WbPresenter. */
void       wb_document_present  (GtkWidget  *widget,
                                 WbDocument *document);
/* @path with @suffix (".pdf") behind it where it does not end so already, in small letters or capitals. (transfer full) */
char      *wb_document_complete_path (const char *path,
                                      const char *suffix);
/* "Sozialräume: DSGVO-Prüfung" → "Sozialräume - DSGVO-Prüfung.pdf": no slashes or control characters, at most
 * 120 characters. (transfer full) */
char      *wb_document_suggest_name (const char *title,
                                     const char *suffix);

G_END_DECLS
