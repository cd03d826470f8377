/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WbColumnsLayout:
 *
 * Places children in two columns of equal width, row by row, or in a single one where the columns would become
 * narrower than 220 pixels; for fact sheets.
 */
#define WB_TYPE_COLUMNS_LAYOUT (wb_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (WbColumnsLayout, wb_columns_layout, WB, COLUMNS_LAYOUT, GtkLayoutManager)

GtkLayoutManager *wb_columns_layout_new (void);

G_END_DECLS
