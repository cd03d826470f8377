/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WbWideFrame:
 *
 * Holds something that may be too wide, such as a table: it takes the width there is, and scrolls sideways where the content
 * cannot become that narrow. Unlike a bare GtkScrolledWindow it asks for the height the content needs at that width.
 */
#define WB_TYPE_WIDE_FRAME (wb_wide_frame_get_type ())
G_DECLARE_FINAL_TYPE (WbWideFrame, wb_wide_frame, WB, WIDE_FRAME, GtkWidget)

GtkWidget *wb_wide_frame_new (GtkWidget *child);

G_END_DECLS
