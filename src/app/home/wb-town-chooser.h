/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbTownChooser:
 *
 * Finding one's municipality in the register as one types: name, county, postcode in any order and spelling; or a county or
 * association. Says how many are meant and names the source.
 *
 * Properties "services" (construct only), "town" (WbMunicipality, nullable): what is chosen.
 */
#define WB_TYPE_TOWN_CHOOSER (wb_town_chooser_get_type ())
G_DECLARE_FINAL_TYPE (WbTownChooser, wb_town_chooser, WB, TOWN_CHOOSER, GtkWidget)

GtkWidget      *wb_town_chooser_new      (WbServices    *services);
/* (nullable) (transfer none) */
WbMunicipality *wb_town_chooser_get_town (WbTownChooser *self);

/* "Landkreis Ludwigslust-Parchim · Amt Hagenow-Land": what tells towns of one name apart. (transfer full) */
char           *wb_town_describe         (WbMunicipality *town);
/* "12,022 inhabitants". (transfer full) */
char           *wb_town_describe_size    (WbMunicipality *town);

G_END_DECLS
