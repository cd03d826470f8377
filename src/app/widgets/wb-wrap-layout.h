/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WbWrapLayout:
 *
 * Places children side by side at their natural width and goes on in a new line where they do not fit; for chips
 * and rows of buttons. Asks for no more width than its widest child wants: how many stand side by side is up to the place.
 *
 * Property "spacing" (pixels between children and between lines, 6).
 */
#define WB_TYPE_WRAP_LAYOUT (wb_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (WbWrapLayout, wb_wrap_layout, WB, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *wb_wrap_layout_new (int spacing);

G_END_DECLS
