/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-document-shelf.h"
#include "wb-project-documents.h"

G_BEGIN_DECLS

/**
 * WbDocumentRow:
 *
 * A document that comes out of a project, with buttons to save, print and show it.
 *
 * Signal "use" (name, WbDocumentUse), when a button was pressed.
 */
#define WB_TYPE_DOCUMENT_ROW (wb_document_row_get_type ())
G_DECLARE_FINAL_TYPE (WbDocumentRow, wb_document_row, WB, DOCUMENT_ROW, AdwActionRow)

/* @missing (nullable): what is missing, one sentence. @edits (nullable): what the user changed in it. @from_answers: whether questions stand in
 * it; where nothing else can be edited, the row leads to them. */
GtkWidget *wb_document_row_new (const WbOffer *offer,
                                const char    *missing,
                                const char    *edits,
                                gboolean       from_answers);

G_END_DECLS
