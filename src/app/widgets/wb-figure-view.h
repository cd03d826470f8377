/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-figure.h"

G_BEGIN_DECLS

/**
 * WbFigureView:
 *
 * Draws a figure in the window's font and colours, as high as it needs to be for its width. For assistive technology an
 * image named after the figure's title, with what it says as description.
 */
#define WB_TYPE_FIGURE_VIEW (wb_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (WbFigureView, wb_figure_view, WB, FIGURE_VIEW, GtkWidget)

GtkWidget *wb_figure_view_new (WbFigure *figure);

G_END_DECLS
