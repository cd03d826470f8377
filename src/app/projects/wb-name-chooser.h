/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-field-row.h"

G_BEGIN_DECLS

/**
 * WbNameChooser:
 *
 * A button beside a cell that opens the list of those who are named in the project already, so that nobody types a name twice; F4 in the
 * entry does the same with only those who fit what was typed. Where a cell holds several names, the one that is chosen is added, or taken
 * away when it is there; elsewhere it takes the place of what stands there, and what is known of the person goes along. Any other name can
 * be typed all the same.
 */
#define WB_TYPE_NAME_CHOOSER (wb_name_chooser_get_type ())
G_DECLARE_FINAL_TYPE (WbNameChooser, wb_name_chooser, WB, NAME_CHOOSER, GtkWidget)

/* TRUE when names can be chosen for the cells in @column of @field. */
gboolean   wb_name_chooser_fits (const WbField *field,
                                 const char    *column);
/* @owner holds the chooser. @label: what the cell is called; @entry: (nullable) where it is typed. (transfer floating) */
GtkWidget *wb_name_chooser_new  (WbFieldRow    *owner,
                                 const char    *row,
                                 const char    *column,
                                 const char    *label,
                                 GtkEntry      *entry);

G_END_DECLS
