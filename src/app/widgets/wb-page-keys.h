/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Space and Page Down leaf on in @scroller, Shift+Space and Page Up leaf back, wherever in @widget the focus is and nothing else wants the
 * key: an entry still gets its space, a button is still pressed with it. */
void wb_page_keys_add (GtkWidget         *widget,
                       GtkScrolledWindow *scroller);

G_END_DECLS
