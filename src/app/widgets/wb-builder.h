/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The widget @name of @builder, so that it outlives the builder: floating, as every constructor of a widget hands it over. */
GtkWidget *wb_builder_steal_widget (GtkBuilder *builder,
                                    const char *name);

G_END_DECLS
