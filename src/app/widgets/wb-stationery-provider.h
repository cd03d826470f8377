/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-document.h"

G_BEGIN_DECLS

/**
 * WbStationeryProvider:
 *
 * A window that knows the user's letterhead. Dialogs above it, and all that stands in them, find it through the windows they are
 * transient for.
 */
#define WB_TYPE_STATIONERY_PROVIDER (wb_stationery_provider_get_type ())
G_DECLARE_INTERFACE (WbStationeryProvider, wb_stationery_provider, WB, STATIONERY_PROVIDER, GtkWidget)

struct _WbStationeryProviderInterface
{
  GTypeInterface parent_interface;

  /* (transfer none) (nullable) */
  WbStationery *(*get_stationery) (WbStationeryProvider *self);
};

/* The stationery of the provider that @widget, which is nullable, stands in; NULL where there is none. (transfer none) (nullable) */
WbStationery *wb_stationery_provider_find     (GtkWidget  *widget);
/* @document on that stationery, or as it is where there is none. (transfer full) */
WbDocument   *wb_stationery_provider_dress    (GtkWidget  *widget,
                                               WbDocument *document);

G_END_DECLS
