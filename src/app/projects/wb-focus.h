/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the focus to the first widget in @widget, itself included, that takes it. Goes by the order of the children, so that
 * it also works on what was added just now and has no place on the screen yet, unlike gtk_widget_child_focus(). */
gboolean wb_focus_first   (GtkWidget  *widget);
/* Scrolls the page around @widget, which was added just now, until all of it is seen, or its beginning stands at the top. */
void     wb_focus_reveal  (GtkWidget  *widget);
/* Which child of @list, a list box or a box, has the focus: its number from 0; -1: none. @inside: (out) whether something in it has, not itself. */
int      wb_focus_find    (GtkWidget  *list,
                           gboolean   *inside);
/* After the children were made anew, gives the focus back to the one of that number, or to the last one. FALSE when there is none. */
gboolean wb_focus_restore (GtkWidget  *list,
                           int         number,
                           gboolean    inside);

G_END_DECLS
