/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The keys of a talk, the same in every window of it, and those of the usual remote clickers: Page Up and Down, B, full stop, F5, Esc.
 * Each activates an action of the group "show", which the window must have.
 */

/* "next", "black" …, or "digit(uint32 4)" as for g_action_parse_detailed_name(); NULL when the key means nothing here. */
const char *wb_show_keys_lookup (guint            keyval,
                                 GdkModifierType  state);
/* Listens on @window. Keys that mean something to the widget that has the focus stay with it: letters and digits in a text,
 * Space and Enter on a button, arrows in a list. */
void        wb_show_keys_install (GtkWidget      *window);

G_END_DECLS
