/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-undo-offers.h"

#include <glib/gi18n.h>

#define DELETION "wb-deletion"

struct _WbUndoOffers
{
  GObject parent_instance;

  GDestroyNotify unref;
  WbUndoOffersUndo undo;
  gpointer user_data;

  /* Owned */
  AdwToastOverlay *toasts;
  GPtrArray *offers; /* AdwToast, each with the Deletion that its button takes back */
};

typedef struct
{
  gpointer item;
  gpointer next; /* (nullable) what stood behind it */
  guint place;
  GDestroyNotify unref;
} Deletion;

G_DEFINE_FINAL_TYPE (WbUndoOffers, wb_undo_offers, G_TYPE_OBJECT)

static void
deletion_free (gpointer data)
{
  Deletion *deletion = data;

  deletion->unref (deletion->item);
  if (deletion->next != NULL)
    deletion->unref (deletion->next);
  g_free (deletion);
}

static void
undo_cb (WbUndoOffers *self,
         AdwToast     *toast)
{
  Deletion *deletion = g_object_steal_data (G_OBJECT (toast), DELETION);

  if (deletion == NULL)
    return;
  /* The second press of a double click meets no button: libadwaita 1.2 does not bear one more on a toast that goes. */
  adw_toast_set_button_label (toast, NULL);
  self->undo (deletion->item, deletion->next, deletion->place, self->user_data);
  deletion_free (deletion);
}

static void
dismissed_cb (WbUndoOffers *self,
              AdwToast     *toast)
{
  if (self->offers != NULL)
    g_ptr_array_remove (self->offers, toast);
}

static void
wb_undo_offers_dispose (GObject *object)
{
  WbUndoOffers *self = WB_UNDO_OFFERS (object);

  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_object (&self->toasts);

  G_OBJECT_CLASS (wb_undo_offers_parent_class)->dispose (object);
}

static void
wb_undo_offers_class_init (WbUndoOffersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wb_undo_offers_dispose;
}

static void
wb_undo_offers_init (WbUndoOffers *self)
{
  self->offers = g_ptr_array_new_with_free_func (g_object_unref);
}

WbUndoOffers *
wb_undo_offers_new (AdwToastOverlay  *toasts,
                    GDestroyNotify    unref,
                    WbUndoOffersUndo  undo,
                    gpointer          user_data)
{
  WbUndoOffers *self;

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (toasts), NULL);
  g_return_val_if_fail (unref != NULL && undo != NULL, NULL);

  self = g_object_new (WB_TYPE_UNDO_OFFERS, NULL);
  self->toasts = g_object_ref (toasts);
  self->unref = unref;
  self->undo = undo;
  self->user_data = user_data;

  return self;
}

void
wb_undo_offers_add (WbUndoOffers *self,
                    const char   *title,
                    gpointer      item,
                    gpointer      next,
                    guint         place)
{
  Deletion *deletion;
  AdwToast *toast;

  g_return_if_fail (WB_IS_UNDO_OFFERS (self));
  g_return_if_fail (title != NULL && item != NULL);

  deletion = g_new0 (Deletion, 1);
  *deletion = (Deletion) { item, next, place, self->unref };
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _("Undo"));
  g_object_set_data_full (G_OBJECT (toast), DELETION, deletion, deletion_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->offers, g_object_ref (toast));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
wb_undo_offers_withdraw (WbUndoOffers *self)
{
  g_return_if_fail (WB_IS_UNDO_OFFERS (self));

  /* Not dismissed: libadwaita 1.2 frees what it still uses when a toast goes while it comes in. */
  for (guint i = 0; i < self->offers->len; i++)
    adw_toast_set_button_label (g_ptr_array_index (self->offers, i), NULL);
  g_ptr_array_set_size (self->offers, 0);
}
