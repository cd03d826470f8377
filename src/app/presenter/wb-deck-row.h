/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-slide-cache.h"
#include "wb-slide.h"

G_BEGIN_DECLS

/**
 * WbDeckRow:
 *
 * A slide in the list of a deck that is being edited: a picture of it, its number, its title, and whether it is hidden. Can be dragged
 * to another place.
 *
 * Signal "dropped" (WbDeckRow, gboolean behind): another row was let go on this one.
 */
#define WB_TYPE_DECK_ROW (wb_deck_row_get_type ())
G_DECLARE_FINAL_TYPE (WbDeckRow, wb_deck_row, WB, DECK_ROW, GtkListBoxRow)

GtkWidget    *wb_deck_row_new        (WbSlide      *slide);
/* The slide it stands for; the row's own. (transfer none) */
WbSlide      *wb_deck_row_get_slide  (WbDeckRow    *self);
/* Pictures of the slide; more than one when it does not fit on one. (nullable) */
WbSlideCache *wb_deck_row_get_cache  (WbDeckRow    *self);
void          wb_deck_row_set_cache  (WbDeckRow    *self,
                                      WbSlideCache *cache);
/* @number from 1 to @n_slides, as it is in the talk; 0 for a slide that is hidden or empty and thus not in it. Shows what the slide is now. */
void          wb_deck_row_update     (WbDeckRow    *self,
                                      guint         number,
                                      guint         n_slides);
/* "Slide 2 of 9: Title". */
const char   *wb_deck_row_get_name   (WbDeckRow    *self);

G_END_DECLS
