/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-slide-view.h"

G_BEGIN_DECLS

/**
 * WbAudienceWindow:
 *
 * What the audience sees, on the projector or in a window: the slide and nothing else. Listens to the keys of a talk, which
 * activate actions of the group "show" of whoever made it.
 */
#define WB_TYPE_AUDIENCE_WINDOW (wb_audience_window_get_type ())
G_DECLARE_FINAL_TYPE (WbAudienceWindow, wb_audience_window, WB, AUDIENCE_WINDOW, GtkWindow)

/* Shows nothing yet. */
GtkWidget   *wb_audience_window_new      (const char       *title);
/* Shows what @show says, with the pictures of @cache. */
void         wb_audience_window_set_up   (WbAudienceWindow *self,
                                          WbSlideCache     *cache,
                                          WbShow           *show);
/* (transfer none) */
WbSlideView *wb_audience_window_get_view (WbAudienceWindow *self);

G_END_DECLS
