/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-slide-cache.h"
#include "wb-show.h"

G_BEGIN_DECLS

/**
 * WbPresenterWindow:
 *
 * The speaker's view: the slide the audience sees and the next one, notes, clocks, the tools, and all slides at a glance. Always dark,
 * since it stands beside a projector. Its buttons activate actions of the group "show" of whoever made it.
 */
#define WB_TYPE_PRESENTER_WINDOW (wb_presenter_window_get_type ())
G_DECLARE_FINAL_TYPE (WbPresenterWindow, wb_presenter_window, WB, PRESENTER_WINDOW, AdwWindow)

GtkWidget *wb_presenter_window_new            (WbSlideCache      *cache,
                                               WbShow            *show,
                                               const char        *title);
/* What stands where, one line: "Projector: 1280 × 720". */
void       wb_presenter_window_set_screens    (WbPresenterWindow *self,
                                               const char        *text,
                                               gboolean           connected);
void       wb_presenter_window_set_menu       (WbPresenterWindow *self,
                                               GMenuModel        *menu);
gboolean   wb_presenter_window_get_overview   (WbPresenterWindow *self);
/* The slides at a glance, in place of the slide. */
void       wb_presenter_window_set_overview   (WbPresenterWindow *self,
                                               gboolean           overview);
/* Minutes and title that are set for the audience's clock. (transfer none) */
guint      wb_presenter_window_get_countdown  (WbPresenterWindow *self,
                                               const char       **title);
/* Puts the keyboard back to the slide when it is in a text. FALSE when it was not. */
gboolean   wb_presenter_window_leave_text     (WbPresenterWindow *self);

G_END_DECLS
