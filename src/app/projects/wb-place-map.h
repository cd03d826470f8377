/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-field-row.h"

G_BEGIN_DECLS

/**
 * WbPlaceMap:
 *
 * The rows of a stakeholder grid or a risk matrix in a square of five by five fields; those without both values wait below it.
 * A row is moved with the mouse, or with the arrow keys while it has the focus; Delete takes it off the map. A screen reader
 * hears its name with both values, "Yard: Influence 4 of 5, Interest 2 of 5". Where somebody stands is said by the place, the
 * numbers at the edges and the words, not by a colour.
 */
#define WB_TYPE_PLACE_MAP (wb_place_map_get_type ())
G_DECLARE_FINAL_TYPE (WbPlaceMap, wb_place_map, WB, PLACE_MAP, GtkWidget)

/* @owner: the row of a field with a grid of STAKEHOLDERS or RISKS; it holds the map. (transfer floating) */
GtkWidget *wb_place_map_new       (WbFieldRow *owner);
/* The point of a row, for tests; NULL when there is none. (transfer none) */
GtkWidget *wb_place_map_get_point (WbPlaceMap *self,
                                   const char *row);

G_END_DECLS
