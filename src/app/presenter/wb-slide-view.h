/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-show.h"
#include "wb-slide-cache.h"

G_BEGIN_DECLS

typedef enum
{
  WB_SLIDE_VIEW_STILL,   /* one slide, see wb_slide_view_set_slide() */
  WB_SLIDE_VIEW_WALL,    /* what the audience sees: cover, zoom, pointer, countdown */
  WB_SLIDE_VIEW_SPEAKER, /* the speaker's slide, whole, with the zoomed part framed */
  WB_SLIDE_VIEW_NEXT,    /* the one after it */
} WbSlideViewRole;

/**
 * WbSlideView:
 *
 * A slide on screen, as large as there is room. WALL and SPEAKER take the mouse: moving it moves the pointer's spot when that is on,
 * dragging zooms into the part between, and on the wall a click goes on. The text of the slide is the accessible description.
 * Never shows notes.
 */
#define WB_TYPE_SLIDE_VIEW (wb_slide_view_get_type ())
G_DECLARE_FINAL_TYPE (WbSlideView, wb_slide_view, WB, SLIDE_VIEW, GtkWidget)

GtkWidget *wb_slide_view_new       (WbSlideViewRole  role);
/* @cache and @show are kept; @show may be NULL with STILL only. */
void       wb_slide_view_set_up    (WbSlideView     *self,
                                    WbSlideViewRole  role,
                                    WbSlideCache    *cache,
                                    WbShow          *show);
/* STILL: the slide to show, from 0. One that is not there: nothing is shown. */
void       wb_slide_view_set_slide (WbSlideView     *self,
                                    guint            slide);
/* What the picture is called instead of "Slide 1 of 1", which is all it knows itself. (nullable) */
void       wb_slide_view_set_name  (WbSlideView     *self,
                                    const char      *name);
/* WALL: whether there is no speaker's view beside it, so that the number of a slide is shown here while it is typed. */
void       wb_slide_view_set_alone (WbSlideView     *self,
                                    gboolean         alone);
/* How large the picture of a slide is, in device pixels, in a view of @width × @height that is magnified @scale times. */
void       wb_slide_view_measure_picture (WbPaginator *paginator,
                                          int          width,
                                          int          height,
                                          int          scale,
                                          int         *picture_width,
                                          int         *picture_height);

G_END_DECLS
