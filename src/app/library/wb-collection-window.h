/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbCollectionWindow:
 *
 * One collection: its title and entries to order (buttons, Alt+Up and Alt+Down, by dragging), annotate and remove, and to be put into
 * one document or deck. Everything is saved as it is changed.
 */
#define WB_TYPE_COLLECTION_WINDOW (wb_collection_window_get_type ())
G_DECLARE_FINAL_TYPE (WbCollectionWindow, wb_collection_window, WB, COLLECTION_WINDOW, AdwWindow)

/* @page: borrowed, outlives the window; entries are opened and the collection is deleted through its actions "win.open-item" and
 * "library.remove-collection" (number). */
GtkWidget *wb_collection_window_new           (GtkWidget          *page,
                                               WbServices         *services,
                                               gint64              number);
/* Moves the entry at @place by @step places; FALSE when there is no such place. */
gboolean   wb_collection_window_move          (WbCollectionWindow *self,
                                               guint               place,
                                               int                 step);
guint      wb_collection_window_get_n_entries (WbCollectionWindow *self);

G_END_DECLS
