/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes @list one stop of the Tab key: arrow keys go through its rows, Tab and Shift+Tab leave it. GTK 4.8 goes from row to row with Tab, and selects each on
 * the way; where a selected row is a page that opens, whoever only wants to get past the list would lose the page on which they are. */
void wb_list_stop_install (GtkListBox *list);

G_END_DECLS
