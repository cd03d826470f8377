/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-form-context.h"

G_BEGIN_DECLS

/**
 * WbLinkPicker:
 *
 * One entry of the library in one cell of the answers: its title, which opens it ("win.open-item"), and a button with a search to
 * choose another or none.
 */
#define WB_TYPE_LINK_PICKER (wb_link_picker_get_type ())
G_DECLARE_FINAL_TYPE (WbLinkPicker, wb_link_picker, WB, LINK_PICKER, GtkWidget)

/* @field belongs to the context's guide. @name: what a screen reader says. */
GtkWidget      *wb_link_picker_new        (WbFormContext *context,
                                           const WbField *field,
                                           const char    *row,
                                           const char    *column,
                                           const char    *name);
/* For tests. (transfer none) */
GtkSearchEntry *wb_link_picker_get_search (WbLinkPicker  *self);
GtkListBox     *wb_link_picker_get_found  (WbLinkPicker  *self);

G_END_DECLS
