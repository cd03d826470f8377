/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-guide.h"
#include "wb-library.h"

G_BEGIN_DECLS

/**
 * WbHelpPane:
 *
 * What the library says about a step: the linked entries, each with its summary or the passage that was meant, and a
 * way to the whole of it ("win.open-item").
 */
#define WB_TYPE_HELP_PANE (wb_help_pane_get_type ())
G_DECLARE_FINAL_TYPE (WbHelpPane, wb_help_pane, WB, HELP_PANE, GtkWidget)

/* @step is nullable. */
void wb_help_pane_set_step (WbHelpPane   *self,
                            WbLibrary    *library,
                            const WbStep *step);

G_END_DECLS
