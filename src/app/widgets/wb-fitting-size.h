/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @window the default size of @width × @height pixels, or less where the smallest screen that is there has no room for that and a
 * panel: not every window manager makes a window smaller that is too large, and its buttons would lie below the edge. */
void wb_fitting_size_set     (GtkWindow *window,
                              int        width,
                              int        height);
/* The same with a size that somebody has chosen for @window: the screen with the most room counts, where they may have chosen it. */
void wb_fitting_size_restore (GtkWindow *window,
                              int        width,
                              int        height);
/* wb_fitting_size_set() with the default size that @window has already, out of a template. */
void wb_fitting_size_reduce  (GtkWindow *window);

G_END_DECLS
