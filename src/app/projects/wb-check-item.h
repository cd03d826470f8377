/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-field-row.h"

G_BEGIN_DECLS

/**
 * WbCheckItem:
 *
 * One thing of a checklist: the box to tick, its text and hint, and behind a button who does it, until when, and a note.
 */
#define WB_TYPE_CHECK_ITEM (wb_check_item_get_type ())
G_DECLARE_FINAL_TYPE (WbCheckItem, wb_check_item, WB, CHECK_ITEM, GtkWidget)

/* @owner is the checklist's row in the form, which is told of the entries and outlives this. */
GtkWidget      *wb_check_item_new        (WbFieldRow     *owner,
                                          const WbOption *option);
/* Shows what the answers hold. */
void            wb_check_item_update     (WbCheckItem    *self);
/* For tests. (transfer none) */
GtkCheckButton *wb_check_item_get_button (WbCheckItem    *self);

G_END_DECLS
