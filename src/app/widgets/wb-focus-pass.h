/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The focus function of a widget class that has a grab_focus of its own, which hands the focus to a child. GTK's goes backwards through the children and then asks
 * the widget itself to grab the focus, which puts it back where it came from: nobody would get out with Shift+Tab. This one goes through the children in their
 * order, and out. For arrow keys, and where @widget takes the focus itself, it is GTK's. */
gboolean wb_focus_pass (GtkWidget        *widget,
                        GtkDirectionType  direction);

G_END_DECLS
