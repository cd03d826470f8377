/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-services.h"

G_BEGIN_DECLS

/* A folder of its own, for one test program; removed with all that is in it by wb_test_remove_folder(). (transfer full) */
char       *wb_test_make_folder   (void);
void        wb_test_remove_folder (const char *folder);
/* The bundled library out of the build folder, an empty user.db in @folder, the register. (transfer full) */
WbServices *wb_test_services_new  (const char *folder);
/* Runs the main loop until @done says TRUE for @data; aborts after very many turns, so that no test hangs. */
void        wb_test_wait          (gboolean  (*done) (gpointer),
                                   gpointer    data);
/* Waits until nobody but the caller holds @object (a worker may, until it is through), and drops it: it must be gone then. */
void        wb_test_finalize      (gpointer   object);
/* The first descendant of @widget (itself included) of type @type for which @match (nullable) says TRUE. (nullable) */
GtkWidget  *wb_test_find          (GtkWidget  *widget,
                                   GType       type,
                                   gboolean  (*match) (GtkWidget *, gconstpointer),
                                   gconstpointer data);
/* A match for wb_test_find(): a button, label or check button that shows @text. */
gboolean    wb_test_shows         (GtkWidget  *widget,
                                   gconstpointer text);

G_END_DECLS
