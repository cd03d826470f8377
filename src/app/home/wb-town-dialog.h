/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbTownDialog:
 *
 * Choosing another municipality later. "Choose" stores it in the profile and closes.
 */
#define WB_TYPE_TOWN_DIALOG (wb_town_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WbTownDialog, wb_town_dialog, WB, TOWN_DIALOG, AdwWindow)

GtkWidget *wb_town_dialog_new (GtkWindow  *parent,
                               WbServices *services);

G_END_DECLS
