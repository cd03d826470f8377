/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the focus to the first widget in @widget, itself included, that takes it. Goes by the order of the children, so that
 * it also works on what was added just now and has no place on the screen yet, unlike gtk_widget_child_focus(). */
gboolean wb_focus_first (GtkWidget *widget);

G_END_DECLS
