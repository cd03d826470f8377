/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-project-file.h"

G_BEGIN_DECLS

/**
 * WbSaveState:
 *
 * "Saved 10:42", "Saving…" or "Not saved": there is no button to save with, so this says how things stand.
 */
#define WB_TYPE_SAVE_STATE (wb_save_state_get_type ())
G_DECLARE_FINAL_TYPE (WbSaveState, wb_save_state, WB, SAVE_STATE, GtkWidget)

/* Once. */
void        wb_save_state_set_file (WbSaveState   *self,
                                    WbProjectFile *file);
const char *wb_save_state_get_text (WbSaveState   *self);

G_END_DECLS
