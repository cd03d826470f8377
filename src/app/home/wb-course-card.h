/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-services.h"

G_BEGIN_DECLS

/* A card for the course @course: how far one is and which lesson comes next. NULL when the course cannot be read. */
GtkWidget *wb_course_card_new (WbServices *services,
                               const char *course);

G_END_DECLS
