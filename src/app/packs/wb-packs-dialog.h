/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-pack-store.h"

G_BEGIN_DECLS

/**
 * WbPacksDialog:
 *
 * The content packs in the library, and the keys that are trusted: importing, removing, going back. When it closes and something was
 * changed it has the application open the library anew.
 */
#define WB_TYPE_PACKS_DIALOG (wb_packs_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WbPacksDialog, wb_packs_dialog, WB, PACKS_DIALOG, AdwWindow)

GtkWidget *wb_packs_dialog_new    (GtkWindow      *parent,
                                   WbPackStore    *store);
/* Checks the pack in @path, shows what it would do, and asks. */
void       wb_packs_dialog_import (WbPacksDialog  *self,
                                   const char     *path);

G_END_DECLS
