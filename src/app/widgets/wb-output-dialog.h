/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-export.h"

G_BEGIN_DECLS

/**
 * WbOutputDialog:
 *
 * What becomes of a document on paper or as a file: slides or handout, with notes or lines, page by page as it will be; from here
 * it is printed, or saved in one of the formats there are for it.
 */
#define WB_TYPE_OUTPUT_DIALOG (wb_output_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WbOutputDialog, wb_output_dialog, WB, OUTPUT_DIALOG, AdwWindow)

/* @parent: (nullable) */
GtkWidget *wb_output_dialog_new     (GtkWindow      *parent,
                                     WbDocument     *document);
/* Writes the document as it is chosen now to @path, without asking; a toast or a dialog tells how it went. */
void       wb_output_dialog_save_to (WbOutputDialog *self,
                                     const char     *path);

G_END_DECLS
