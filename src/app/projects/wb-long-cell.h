/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-form-context.h"

G_BEGIN_DECLS

/* Several lines for one cell of the answers, stored as one types. */
#define WB_TYPE_LONG_CELL (wb_long_cell_get_type ())
G_DECLARE_FINAL_TYPE (WbLongCell, wb_long_cell, WB, LONG_CELL, GtkWidget)

/* @field belongs to the context's guide. @name: what a screen reader says. */
GtkWidget *wb_long_cell_new     (WbFormContext *context,
                                 const WbField *field,
                                 const char    *row,
                                 const char    *column,
                                 const char    *name);
/* Stores what was typed, now. */
void       wb_long_cell_flush   (WbLongCell    *self);
/* Drops what was typed and not stored yet: the cell is about to go. */
void       wb_long_cell_discard (WbLongCell    *self);

G_END_DECLS
