/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WbBesideLayout:
 *
 * Places a first child of 340 pixels beside a second one that takes the rest; where that would leave less than 300 pixels, the second
 * below the first.
 */
#define WB_TYPE_BESIDE_LAYOUT (wb_beside_layout_get_type ())
G_DECLARE_FINAL_TYPE (WbBesideLayout, wb_beside_layout, WB, BESIDE_LAYOUT, GtkLayoutManager)

GtkLayoutManager *wb_beside_layout_new (void);

G_END_DECLS
