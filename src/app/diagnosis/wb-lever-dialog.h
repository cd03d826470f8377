/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-circle.h"
#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbLeverDialog:
 *
 * Takes a lever into a project: as a task of one that was open before, or by starting one with the guide that the lever's
 * entries suggest.
 */
#define WB_TYPE_LEVER_DIALOG (wb_lever_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WbLeverDialog, wb_lever_dialog, WB, LEVER_DIALOG, AdwWindow)

/* @parent is nullable. */
GtkWidget *wb_lever_dialog_new (GtkWindow     *parent,
                                WbServices    *services,
                                const WbLever *lever);

G_END_DECLS
