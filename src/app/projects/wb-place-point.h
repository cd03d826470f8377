/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WbPlacePoint:
 *
 * One row on a map: its number and name in a frame that can have the focus. Moving it is the map's business.
 */
#define WB_TYPE_PLACE_POINT (wb_place_point_get_type ())
G_DECLARE_FINAL_TYPE (WbPlacePoint, wb_place_point, WB, PLACE_POINT, GtkWidget)

/* (transfer floating) */
GtkWidget  *wb_place_point_new     (const char   *row);
const char *wb_place_point_get_row (WbPlacePoint *self);
/* @words: where it stands, for assistive technology and the tooltip. */
void        wb_place_point_show    (WbPlacePoint *self,
                                    guint         number,
                                    const char   *name,
                                    const char   *words);
/* Whether the number stands behind the name, so that a long name runs the other way. */
void        wb_place_point_set_back (WbPlacePoint *self,
                                     gboolean      back);

G_END_DECLS
