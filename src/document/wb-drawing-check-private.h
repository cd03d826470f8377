/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* TRUE when the SVG file @bytes holds nothing but shapes, text and colours, refers to nothing outside itself, and is not too much to draw;
 * otherwise WB_ERROR_INVALID with a sentence for the user. Opens no file and no connection. */
gboolean wb_drawing_check (GBytes  *bytes,
                           GError **error);

G_END_DECLS
