/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WbPageColumn:
 *
 * A column of a page: it would like to be as wide as it was told, whatever its content would like, and becomes as narrow as the content can.
 * For columns that stand side by side where there is room (WbWrapLayout) and one below the other where there is none.
 */
#define WB_TYPE_PAGE_COLUMN (wb_page_column_get_type ())
G_DECLARE_FINAL_TYPE (WbPageColumn, wb_page_column, WB, PAGE_COLUMN, GtkWidget)

/* @width: in pixels. */
GtkWidget *wb_page_column_new (GtkWidget *child,
                               int        width);

G_END_DECLS
