/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-audience-window.h"
#include "wb-presenter-window.h"
#include "wb-screens.h"

G_BEGIN_DECLS

/**
 * WbStage:
 *
 * The two windows of a talk, the audience's and the speaker's, and the screen that each of them has (WbScreenPlan), as the speaker wants it
 * and as screens come and go. The windows live as long as the stage does.
 *
 * Signals: "opened", when the audience has had its first picture, and before anything that it could be kept waiting for; "ended", when the last
 * window was closed by hand; the windows stay until the stage is let go.
 */
#define WB_TYPE_STAGE (wb_stage_get_type ())
G_DECLARE_FINAL_TYPE (WbStage, wb_stage, WB, STAGE, GObject)

/* @application is nullable; @actions: the group "show" of both windows; @audience: a window that shows nothing yet. @home: the screen the
 * talk was started on. (transfer none) for @audience, which is destroyed with the stage. (transfer full) */
WbStage           *wb_stage_new               (GtkApplication   *application,
                                               GActionGroup     *actions,
                                               WbScreens        *screens,
                                               guint             home,
                                               WbAudienceWindow *audience,
                                               WbSlideCache     *cache,
                                               WbShow           *show,
                                               const char       *title);
/* Shows the audience's window, and the speaker's when that has its first picture. */
void               wb_stage_open              (WbStage          *self);
/* Puts both windows away for good. */
void               wb_stage_close             (WbStage          *self);
/* (transfer none); the speaker's is made when it is first needed. (nullable) */
GtkWindow         *wb_stage_get_audience      (WbStage          *self);
GtkWindow         *wb_stage_get_speaker       (WbStage          *self);
/* The same, made now when it was not there; it need not be shown. (transfer none) */
WbPresenterWindow *wb_stage_ensure_speaker    (WbStage          *self);
/* The speaker's window when it is shown, or else NULL. (transfer none) (nullable) */
WbPresenterWindow *wb_stage_get_shown_speaker (WbStage          *self);
/* The speaker's window comes, or goes. */
void               wb_stage_toggle_speaker    (WbStage          *self);
/* The overview in the speaker's window, which comes for it and goes with it when it was not there. */
void               wb_stage_set_overview      (WbStage          *self,
                                               gboolean          overview);
/* The audience's screen from now on, by its connector. */
void               wb_stage_choose_screen     (WbStage          *self,
                                               const char       *connector);
/* Nothing where there are not two screens. */
void               wb_stage_swap              (WbStage          *self);
/* Two plain windows, for video calls. */
gboolean           wb_stage_get_windows       (WbStage          *self);
void               wb_stage_set_windows       (WbStage          *self,
                                               gboolean          windows);
/* The audience's window that was closed, or hidden because its screen went, on a screen that is there. */
void               wb_stage_show_audience     (WbStage          *self);
/* Shows @window, on top of the one the speaker looks at and with keys of its own. */
void               wb_stage_show_above        (WbStage          *self,
                                               GtkWindow        *window);

G_END_DECLS
