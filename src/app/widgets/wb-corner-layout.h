/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WbCornerLayout:
 *
 * Places three children: a first one at the start, as wide as it wants to be, a second one in the rest, and a third one in the upper
 * corner at the end, over the second one, which has to leave it that corner and has the whole width below it. Unlike in a GtkOverlay
 * the third one is also the last one for the keyboard.
 */
#define WB_TYPE_CORNER_LAYOUT (wb_corner_layout_get_type ())
G_DECLARE_FINAL_TYPE (WbCornerLayout, wb_corner_layout, WB, CORNER_LAYOUT, GtkLayoutManager)

GtkLayoutManager *wb_corner_layout_new (void);

G_END_DECLS
