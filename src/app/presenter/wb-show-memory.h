/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-document.h"
#include "wb-show.h"

G_BEGIN_DECLS

/*
 * Where the speaker was in a talk, and the time that went by, kept with the application from one time to the next. A talk has the name of
 * its document, entry and project. @application is nullable: nothing is kept then.
 */

/* Whether both documents are the same talk. */
gboolean wb_show_memory_is_same (WbDocument    *one,
                               WbDocument     *other);
/* The state of the talk as it was left. (transfer none) (nullable) */
WbShow *wb_show_memory_look   (GtkApplication *application,
                               WbDocument     *document);
/* The same for the @n_slides there are now, or a new one. (transfer full) */
WbShow *wb_show_memory_recall (GtkApplication *application,
                               WbDocument     *document,
                               guint           n_slides);
/* A talk that is at its last slide begins anew the next time. */
void    wb_show_memory_keep   (GtkApplication *application,
                               WbDocument     *document,
                               WbShow         *show);

G_END_DECLS
