/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbLetterheadDialog:
 *
 * The user's letterhead: questions, and what comes of the answers. Kept as it is filled in.
 */
#define WB_TYPE_LETTERHEAD_DIALOG (wb_letterhead_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WbLetterheadDialog, wb_letterhead_dialog, WB, LETTERHEAD_DIALOG, AdwWindow)

/* @parent: (nullable) */
GtkWidget *wb_letterhead_dialog_new         (GtkWindow          *parent,
                                             WbServices         *services);
/* Takes the picture in the file at @path, in a worker; a dialog tells when that cannot be. */
void       wb_letterhead_dialog_take_picture (WbLetterheadDialog *self,
                                             const char         *path);

G_END_DECLS
