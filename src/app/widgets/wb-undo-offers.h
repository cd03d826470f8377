/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WbUndoOffers:
 *
 * What was deleted from a list in a window, each with a toast of its own whose "Undo" brings back exactly that, to where it was, for
 * as long as the toast is there.
 */
#define WB_TYPE_UNDO_OFFERS (wb_undo_offers_get_type ())
G_DECLARE_FINAL_TYPE (WbUndoOffers, wb_undo_offers, WB, UNDO_OFFERS, GObject)

/* Puts @item back, before @next if that is still there, or else at @place, from 0. (transfer none) for both; @next is nullable. */
typedef void (*WbUndoOffersUndo) (gpointer item,
                                  gpointer next,
                                  guint    place,
                                  gpointer user_data);

/* @unref: for the items of the list. @user_data must live as long as the object, which belongs to it. (transfer full) */
WbUndoOffers *wb_undo_offers_new      (AdwToastOverlay  *toasts,
                                       GDestroyNotify    unref,
                                       WbUndoOffersUndo  undo,
                                       gpointer          user_data);
/* Says @title and offers to bring @item back; it stood at @place, before @next, which is nullable. (transfer full) for both. */
void          wb_undo_offers_add      (WbUndoOffers     *self,
                                       const char       *title,
                                       gpointer          item,
                                       gpointer          next,
                                       guint             place);
/* What was deleted can no longer be brought back: all was made anew. The toasts stay for their time without their button. */
void          wb_undo_offers_withdraw (WbUndoOffers     *self);

G_END_DECLS
