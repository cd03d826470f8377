/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbGroupWindow:
 *
 * The questions of a learning path or lesson for a group at the projector, on a full screen. The facilitator counts hands: the keys 1 to 6 (also
 * of the number pad) add one, with Shift they take one back; there are buttons too. Space reveals and goes on, Page Up and Page Down
 * leaf through, Escape ends. How many chose what is hidden until then. Nothing of it is kept.
 */
#define WB_TYPE_GROUP_WINDOW (wb_group_window_get_type ())
G_DECLARE_FINAL_TYPE (WbGroupWindow, wb_group_window, WB, GROUP_WINDOW, GtkWindow)

/* @id: of a course or a lesson. NULL with the reason when it cannot be read or has no questions. */
GtkWidget *wb_group_window_new        (WbServices     *services,
                                       const char     *id,
                                       GError        **error);
/* For tests: how many hands are counted for the answer @choice (from 0) of the question shown. */
guint      wb_group_window_get_count  (WbGroupWindow  *self,
                                       guint           choice);
guint      wb_group_window_get_number (WbGroupWindow  *self);

G_END_DECLS
