/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-slide-view.h"

G_BEGIN_DECLS

/**
 * WbSlideGrid:
 *
 * All slides of a deck, small, with number and title. Typing a number or a part of a title leaves those that match; Enter
 * takes the first.
 *
 * Signal "chosen" (slide from 0 as uint).
 */
#define WB_TYPE_SLIDE_GRID (wb_slide_grid_get_type ())
G_DECLARE_FINAL_TYPE (WbSlideGrid, wb_slide_grid, WB, SLIDE_GRID, GtkWidget)

/* Shows the slides of @cache. */
void wb_slide_grid_set_up (WbSlideGrid  *self,
                           WbSlideCache *cache);
/* Puts the keyboard into the search, with @slide marked. @typed: what is in it already. */
void wb_slide_grid_open   (WbSlideGrid  *self,
                           guint         slide,
                           const char   *typed);

G_END_DECLS
