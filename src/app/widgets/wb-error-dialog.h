/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows @error's sentence under @heading (translated) in a modal AdwMessageDialog over the window of @widget. */
void wb_error_dialog_show (GtkWidget    *widget,
                           const char   *heading,
                           const GError *error);

G_END_DECLS
