/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-field-row.h"

G_BEGIN_DECLS

/**
 * WbNameChooser:
 *
 * A button beside a cell that opens the list of persons the guide offers for it, so that nobody types a name twice. Where a cell holds
 * several names, the one that is chosen is added, or taken away when it is there; elsewhere it takes the place of what stands there.
 */
#define WB_TYPE_NAME_CHOOSER (wb_name_chooser_get_type ())
G_DECLARE_FINAL_TYPE (WbNameChooser, wb_name_chooser, WB, NAME_CHOOSER, GtkWidget)

/* TRUE when names can be chosen for the cells of @column. */
gboolean   wb_name_chooser_fits (const WbField  *field,
                                 const WbColumn *column);
/* @owner holds the chooser. (transfer floating) */
GtkWidget *wb_name_chooser_new  (WbFieldRow     *owner,
                                 const char     *row,
                                 const WbColumn *column);

G_END_DECLS
