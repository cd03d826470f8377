/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-form-context.h"

G_BEGIN_DECLS

/**
 * WbRenameOffer:
 *
 * Asks, when somebody is called otherwise from now on, whether the other places that name them are to follow. All of them change in one
 * step, which can be taken back as one. It hides itself when there is nothing to be changed any more.
 */
#define WB_TYPE_RENAME_OFFER (wb_rename_offer_get_type ())
G_DECLARE_FINAL_TYPE (WbRenameOffer, wb_rename_offer, WB, RENAME_OFFER, GtkWidget)

/* The name was changed from @before to @after in @field. @origin: where the focus goes afterwards. NULL when no other place names
 * them. (transfer floating) (nullable) */
GtkWidget *wb_rename_offer_new        (WbFormContext *context,
                                       const char    *field,
                                       const char    *before,
                                       const char    *after,
                                       GtkWidget     *origin);
/* The buttons, for tests. (transfer none) */
GtkButton *wb_rename_offer_get_change (WbRenameOffer *self);
GtkButton *wb_rename_offer_get_leave  (WbRenameOffer *self);

G_END_DECLS
