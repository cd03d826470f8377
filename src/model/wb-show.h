/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "wb-stopwatch.h"

G_BEGIN_DECLS

/* What covers the slide on the wall. */
typedef enum
{
  WB_COVER_NONE,
  WB_COVER_BLACK,
  WB_COVER_WHITE,
} WbCover;

/* A part of a slide, as fractions of its width and height; the whole slide is 0, 0, 1, 1. Has the shape of the slide. */
typedef struct
{
  double x;
  double y;
  double size;
} WbRegion;

typedef enum
{
  WB_SHOW_SLIDE = 1 << 0,  /* slide, freezing: what speaker or audience see changed */
  WB_SHOW_COVER = 1 << 1,
  WB_SHOW_POINTER = 1 << 2,
  WB_SHOW_ZOOM = 1 << 3,
  WB_SHOW_CLOCK = 1 << 4,  /* started, paused, reset, another plan; not that time goes by */
  WB_SHOW_COUNTDOWN = 1 << 5,
  WB_SHOW_TYPED = 1 << 6,
} WbShowPart;

#define WB_SHOW_MAX_MINUTES 999

/**
 * WbShow:
 *
 * The state of a talk, whoever draws it: where the speaker is, what the audience sees of it, and the clocks. Slides count from 0.
 * Times as with WbStopwatch.
 *
 * Signal "changed" (WbShowPart flags as uint).
 */
#define WB_TYPE_SHOW (wb_show_get_type ())
G_DECLARE_FINAL_TYPE (WbShow, wb_show, WB, SHOW, GObject)

/* (transfer full) */
WbShow     *wb_show_new             (guint           n_slides);
guint       wb_show_get_n_slides    (WbShow         *self);
/* The deck was changed; the place is kept as far as it is there. */
void        wb_show_set_n_slides    (WbShow         *self,
                                     guint           n_slides);
guint       wb_show_get_slide       (WbShow         *self);
/* Beyond the end: stays where it is. Takes cover and zoom away. */
void        wb_show_set_slide       (WbShow         *self,
                                     guint           slide);
/* A step forward (1) or back (-1); on a covered wall it only uncovers what is there. */
void        wb_show_step            (WbShow         *self,
                                     int             direction);
gboolean    wb_show_is_at_end       (WbShow         *self);

/* What the audience sees: the speaker's slide, or the one it was frozen on. */
guint       wb_show_get_wall_slide  (WbShow         *self);
gboolean    wb_show_get_frozen      (WbShow         *self);
void        wb_show_set_frozen      (WbShow         *self,
                                     gboolean        frozen);
WbCover     wb_show_get_cover       (WbShow         *self);
void        wb_show_set_cover       (WbShow         *self,
                                     WbCover         cover);

/* The pointer's spot as fractions of the slide. FALSE: it is off. @wall: as the audience sees it, which is not while frozen. */
gboolean    wb_show_get_pointer     (WbShow         *self,
                                     gboolean        wall,
                                     double         *x,
                                     double         *y);
void        wb_show_set_pointer     (WbShow         *self,
                                     gboolean        on);
/* Kept on the slide; nothing happens while the pointer is off. */
void        wb_show_move_pointer    (WbShow         *self,
                                     double          x,
                                     double          y);

/* The part of the slide that fills the wall. FALSE: all of it. @wall: as the audience sees it. */
gboolean    wb_show_get_zoom        (WbShow         *self,
                                     gboolean        wall,
                                     WbRegion       *region);
/* @region is kept on the slide and between 1/8 and the whole of it; NULL or the whole: no zoom. */
void        wb_show_set_zoom        (WbShow         *self,
                                     const WbRegion *region);
/* The region between two corners, grown to the shape of the slide. */
WbRegion    wb_region_between       (double          x1,
                                     double          y1,
                                     double          x2,
                                     double          y2);
/* Closer (@factor below 1) or further away, about the middle; moves by parts of what is seen. Both begin zooming in the
 * middle of the slide when there is no zoom yet. */
void        wb_show_zoom_by         (WbShow         *self,
                                     double          factor);
void        wb_show_pan_by          (WbShow         *self,
                                     double          dx,
                                     double          dy);

/* Digits typed to jump to a slide, four at most; "" for none. There need not be such a slide. */
const char *wb_show_get_typed       (WbShow         *self);
void        wb_show_type_digit      (WbShow         *self,
                                     guint           digit);
/* Jumps to what was typed, or to the last slide where there are not so many. FALSE when nothing was typed. */
gboolean    wb_show_jump_to_typed   (WbShow         *self);
void        wb_show_forget_typed    (WbShow         *self);

/* The speaker's clock. Planned minutes 0: no plan. */
void        wb_show_start_clock     (WbShow         *self,
                                     gint64          now);
void        wb_show_pause_clock     (WbShow         *self,
                                     gint64          now);
void        wb_show_reset_clock     (WbShow         *self,
                                     gint64          now);
gboolean    wb_show_get_clock_running (WbShow       *self);
gint64      wb_show_get_elapsed     (WbShow         *self,
                                     gint64          now);
guint       wb_show_get_planned     (WbShow         *self);
void        wb_show_set_planned     (WbShow         *self,
                                     guint           minutes);
/* Planned less elapsed, below 0 when it took longer; 0 without a plan. */
gint64      wb_show_get_remaining   (WbShow         *self,
                                     gint64          now);
/* Against a plan that gives each slide the same time: how far ahead (above 0) or behind (below 0) the speaker is; 0 while
 * the time is that of the slide, or without a plan. */
gint64      wb_show_get_lead        (WbShow         *self,
                                     gint64          now);

/* The clock that the audience sees, for work in groups and breaks. @minutes 1 to WB_SHOW_MAX_MINUTES; @title may be "". */
void        wb_show_start_countdown (WbShow         *self,
                                     guint           minutes,
                                     const char     *title,
                                     gint64          now);
void        wb_show_stop_countdown  (WbShow         *self);
/* FALSE: there is none. Below 0: so long ago. */
gboolean    wb_show_get_countdown   (WbShow         *self,
                                     gint64          now,
                                     gint64         *remaining);
const char *wb_show_get_countdown_title (WbShow     *self);

G_END_DECLS
