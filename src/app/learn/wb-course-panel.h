/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-services.h"

G_BEGIN_DECLS

/* A learning path on the page "Learn": what it is about, how far one is, and what can be done with it (actions "win.open-course",
 * "learn.group", "learn.certificate" with its id). NULL when there is no such path, or it is damaged. (transfer floating) */
GtkWidget *wb_course_panel_new (WbServices *services,
                                const char *course_id);

G_END_DECLS
