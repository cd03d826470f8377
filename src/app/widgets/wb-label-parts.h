/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the bytes from @start to @end of @label's text are drawn, line by line, in the coordinates of @view, an ancestor: from the top of
 * the line to its baseline. Array of graphene_rect_t. (transfer full) */
GArray *wb_label_parts_find (GtkLabel  *label,
                             GtkWidget *view,
                             guint      start,
                             guint      end);

G_END_DECLS
