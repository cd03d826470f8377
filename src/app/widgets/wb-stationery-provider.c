/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-stationery-provider.h"

G_DEFINE_INTERFACE (WbStationeryProvider, wb_stationery_provider, GTK_TYPE_WIDGET)

static void
wb_stationery_provider_default_init (WbStationeryProviderInterface *interface)
{
}

WbStationery *
wb_stationery_provider_find (GtkWidget *widget)
{
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  while (window != NULL && !WB_IS_STATIONERY_PROVIDER (window))
    window = gtk_window_get_transient_for (window);
  if (window == NULL)
    return NULL;

  return WB_STATIONERY_PROVIDER_GET_IFACE (window)->get_stationery (WB_STATIONERY_PROVIDER (window));
}

WbDocument *
wb_stationery_provider_dress (GtkWidget  *widget,
                              WbDocument *document)
{
  WbStationery *stationery;

  g_return_val_if_fail (WB_IS_DOCUMENT (document), NULL);

  stationery = wb_stationery_provider_find (widget);

  return stationery != NULL ? wb_document_new_on (document, stationery) : g_object_ref (document);
}
