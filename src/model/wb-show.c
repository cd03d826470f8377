/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-show.h"

/* Digits of a slide number. */
#define MAX_DIGITS 4
#define MIN_REGION 0.125
#define FIRST_REGION 0.5
#define MINUTE (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)

struct _WbShow
{
  GObject parent_instance;

  guint n_slides;
  guint slide;

  gboolean frozen;
  guint frozen_slide;
  gboolean frozen_zoomed;
  WbRegion frozen_zoom;

  WbCover cover;
  gboolean pointer;
  double pointer_x;
  double pointer_y;
  gboolean zoomed;
  WbRegion zoom;

  WbStopwatch clock;
  guint planned; /* minutes */

  gboolean counting;
  gint64 countdown_end;

  /* Owned */
  GString *typed;
  char *countdown_title;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WbShow, wb_show, G_TYPE_OBJECT)

static void
emit_changed (WbShow *self,
              guint   parts)
{
  if (parts != 0)
    g_signal_emit (self, signals[CHANGED], 0, parts);
}

static void
wb_show_finalize (GObject *object)
{
  WbShow *self = WB_SHOW (object);

  g_string_free (self->typed, TRUE);
  g_free (self->countdown_title);

  G_OBJECT_CLASS (wb_show_parent_class)->finalize (object);
}

static void
wb_show_class_init (WbShowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_show_finalize;

  signals[CHANGED] = g_signal_new ("changed", WB_TYPE_SHOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_UINT);
}

static void
wb_show_init (WbShow *self)
{
  self->typed = g_string_new (NULL);
  self->countdown_title = g_strdup ("");
  self->pointer_x = self->pointer_y = 0.5;
}

WbShow *
wb_show_new (guint n_slides)
{
  WbShow *self = g_object_new (WB_TYPE_SHOW, NULL);

  self->n_slides = n_slides;

  return self;
}

guint
wb_show_get_n_slides (WbShow *self)
{
  g_return_val_if_fail (WB_IS_SHOW (self), 0);

  return self->n_slides;
}

void
wb_show_set_n_slides (WbShow *self,
                      guint   n_slides)
{
  const guint last = n_slides > 0 ? n_slides - 1 : 0;

  g_return_if_fail (WB_IS_SHOW (self));

  self->n_slides = n_slides;
  self->slide = MIN (self->slide, last);
  self->frozen_slide = MIN (self->frozen_slide, last);
  emit_changed (self, WB_SHOW_SLIDE);
}

guint
wb_show_get_slide (WbShow *self)
{
  g_return_val_if_fail (WB_IS_SHOW (self), 0);

  return self->slide;
}

/* The part of the state that belongs to one slide only. */
static guint
clear_marks (WbShow *self)
{
  guint parts = 0;

  if (self->cover != WB_COVER_NONE)
    parts |= WB_SHOW_COVER;
  if (self->zoomed)
    parts |= WB_SHOW_ZOOM;
  self->cover = WB_COVER_NONE;
  self->zoomed = FALSE;

  return parts;
}

void
wb_show_set_slide (WbShow *self,
                   guint   slide)
{
  guint parts;

  g_return_if_fail (WB_IS_SHOW (self));

  if (slide >= self->n_slides)
    return;
  parts = clear_marks (self);
  if (slide != self->slide)
    parts |= WB_SHOW_SLIDE;
  self->slide = slide;
  emit_changed (self, parts);
}

void
wb_show_step (WbShow *self,
              int     direction)
{
  g_return_if_fail (WB_IS_SHOW (self));

  if (self->cover != WB_COVER_NONE)
    wb_show_set_cover (self, WB_COVER_NONE);
  else if (direction > 0 && self->slide + 1 < self->n_slides)
    wb_show_set_slide (self, self->slide + 1);
  else if (direction < 0 && self->slide > 0)
    wb_show_set_slide (self, self->slide - 1);
}

gboolean
wb_show_is_at_end (WbShow *self)
{
  g_return_val_if_fail (WB_IS_SHOW (self), FALSE);

  return self->slide + 1 >= self->n_slides;
}

guint
wb_show_get_wall_slide (WbShow *self)
{
  g_return_val_if_fail (WB_IS_SHOW (self), 0);

  return self->frozen ? self->frozen_slide : self->slide;
}

gboolean
wb_show_get_frozen (WbShow *self)
{
  g_return_val_if_fail (WB_IS_SHOW (self), FALSE);

  return self->frozen;
}

void
wb_show_set_frozen (WbShow   *self,
                    gboolean  frozen)
{
  g_return_if_fail (WB_IS_SHOW (self));

  if (self->frozen == !!frozen)
    return;
  self->frozen = !!frozen;
  self->frozen_slide = self->slide;
  self->frozen_zoomed = self->zoomed;
  self->frozen_zoom = self->zoom;
  emit_changed (self, WB_SHOW_SLIDE | WB_SHOW_POINTER | WB_SHOW_ZOOM);
}

WbCover
wb_show_get_cover (WbShow *self)
{
  g_return_val_if_fail (WB_IS_SHOW (self), WB_COVER_NONE);

  return self->cover;
}

void
wb_show_set_cover (WbShow  *self,
                   WbCover  cover)
{
  g_return_if_fail (WB_IS_SHOW (self));

  if (self->cover == cover)
    return;
  self->cover = cover;
  emit_changed (self, WB_SHOW_COVER);
}

gboolean
wb_show_get_pointer (WbShow   *self,
                     gboolean  wall,
                     double   *x,
                     double   *y)
{
  g_return_val_if_fail (WB_IS_SHOW (self), FALSE);

  if (x != NULL)
    *x = self->pointer_x;
  if (y != NULL)
    *y = self->pointer_y;

  return self->pointer && !(wall && self->frozen);
}

void
wb_show_set_pointer (WbShow   *self,
                     gboolean  on)
{
  g_return_if_fail (WB_IS_SHOW (self));

  if (self->pointer == !!on)
    return;
  self->pointer = !!on;
  emit_changed (self, WB_SHOW_POINTER);
}

void
wb_show_move_pointer (WbShow *self,
                      double  x,
                      double  y)
{
  g_return_if_fail (WB_IS_SHOW (self));

  if (!self->pointer)
    return;
  self->pointer_x = CLAMP (x, 0, 1);
  self->pointer_y = CLAMP (y, 0, 1);
  emit_changed (self, WB_SHOW_POINTER);
}

gboolean
wb_show_get_zoom (WbShow   *self,
                  gboolean  wall,
                  WbRegion *region)
{
  const gboolean held = wall && self->frozen;

  g_return_val_if_fail (WB_IS_SHOW (self), FALSE);

  if (region != NULL)
    *region = held ? self->frozen_zoom : self->zoom;

  return held ? self->frozen_zoomed : self->zoomed;
}

void
wb_show_set_zoom (WbShow         *self,
                  const WbRegion *region)
{
  const gboolean zoomed = region != NULL && region->size < 1;

  g_return_if_fail (WB_IS_SHOW (self));

  if (!zoomed && !self->zoomed)
    return;
  self->zoomed = zoomed;
  if (zoomed)
    {
      self->zoom.size = CLAMP (region->size, MIN_REGION, 1);
      self->zoom.x = CLAMP (region->x, 0, 1 - self->zoom.size);
      self->zoom.y = CLAMP (region->y, 0, 1 - self->zoom.size);
    }
  emit_changed (self, WB_SHOW_ZOOM);
}

WbRegion
wb_region_between (double x1,
                   double y1,
                   double x2,
                   double y2)
{
  const double size = CLAMP (MAX (ABS (x2 - x1), ABS (y2 - y1)), MIN_REGION, 1);

  return (WbRegion) {
    .x = CLAMP ((x1 + x2) / 2 - size / 2, 0, 1 - size),
    .y = CLAMP ((y1 + y2) / 2 - size / 2, 0, 1 - size),
    .size = size,
  };
}

static WbRegion
get_first_region (WbShow *self)
{
  const double size = self->zoomed ? self->zoom.size : FIRST_REGION;

  if (self->zoomed)
    return self->zoom;

  return (WbRegion) { (1 - size) / 2, (1 - size) / 2, size };
}

void
wb_show_zoom_by (WbShow *self,
                 double  factor)
{
  WbRegion region;
  double size;

  g_return_if_fail (WB_IS_SHOW (self));
  g_return_if_fail (factor > 0);

  region = get_first_region (self);
  if (self->zoomed)
    {
      size = MAX (region.size * factor, MIN_REGION);
      region.x += (region.size - size) / 2;
      region.y += (region.size - size) / 2;
      region.size = size;
    }
  wb_show_set_zoom (self, &region);
}

void
wb_show_pan_by (WbShow *self,
                double  dx,
                double  dy)
{
  WbRegion region;

  g_return_if_fail (WB_IS_SHOW (self));

  region = get_first_region (self);
  region.x += dx * region.size;
  region.y += dy * region.size;
  wb_show_set_zoom (self, &region);
}

const char *
wb_show_get_typed (WbShow *self)
{
  g_return_val_if_fail (WB_IS_SHOW (self), "");

  return self->typed->str;
}

void
wb_show_type_digit (WbShow *self,
                    guint   digit)
{
  g_return_if_fail (WB_IS_SHOW (self));
  g_return_if_fail (digit <= 9);

  /* No number begins with 0; a longer one than that is the beginning of another. */
  if (self->typed->len >= MAX_DIGITS)
    g_string_truncate (self->typed, 0);
  if (self->typed->len > 0 || digit > 0)
    g_string_append_c (self->typed, (char) ('0' + digit));
  emit_changed (self, WB_SHOW_TYPED);
}

gboolean
wb_show_jump_to_typed (WbShow *self)
{
  guint number;

  g_return_val_if_fail (WB_IS_SHOW (self), FALSE);

  if (self->typed->len == 0)
    return FALSE;
  number = (guint) g_ascii_strtoull (self->typed->str, NULL, 10);
  wb_show_forget_typed (self);
  wb_show_set_slide (self, MIN (number, MAX (self->n_slides, 1)) - 1);

  return TRUE;
}

void
wb_show_forget_typed (WbShow *self)
{
  g_return_if_fail (WB_IS_SHOW (self));

  if (self->typed->len == 0)
    return;
  g_string_truncate (self->typed, 0);
  emit_changed (self, WB_SHOW_TYPED);
}

void
wb_show_start_clock (WbShow *self,
                     gint64  now)
{
  g_return_if_fail (WB_IS_SHOW (self));

  wb_stopwatch_start (&self->clock, now);
  emit_changed (self, WB_SHOW_CLOCK);
}

void
wb_show_pause_clock (WbShow *self,
                     gint64  now)
{
  g_return_if_fail (WB_IS_SHOW (self));

  wb_stopwatch_pause (&self->clock, now);
  emit_changed (self, WB_SHOW_CLOCK);
}

void
wb_show_reset_clock (WbShow *self,
                     gint64  now)
{
  g_return_if_fail (WB_IS_SHOW (self));

  wb_stopwatch_reset (&self->clock, now);
  emit_changed (self, WB_SHOW_CLOCK);
}

gboolean
wb_show_get_clock_running (WbShow *self)
{
  g_return_val_if_fail (WB_IS_SHOW (self), FALSE);

  return self->clock.running;
}

gint64
wb_show_get_elapsed (WbShow *self,
                     gint64  now)
{
  g_return_val_if_fail (WB_IS_SHOW (self), 0);

  return wb_stopwatch_get_elapsed (&self->clock, now);
}

guint
wb_show_get_planned (WbShow *self)
{
  g_return_val_if_fail (WB_IS_SHOW (self), 0);

  return self->planned;
}

void
wb_show_set_planned (WbShow *self,
                     guint   minutes)
{
  g_return_if_fail (WB_IS_SHOW (self));

  minutes = MIN (minutes, WB_SHOW_MAX_MINUTES);
  if (self->planned == minutes)
    return;
  self->planned = minutes;
  emit_changed (self, WB_SHOW_CLOCK);
}

gint64
wb_show_get_remaining (WbShow *self,
                       gint64  now)
{
  g_return_val_if_fail (WB_IS_SHOW (self), 0);

  return self->planned == 0 ? 0 : self->planned * MINUTE - wb_show_get_elapsed (self, now);
}

gint64
wb_show_get_lead (WbShow *self,
                  gint64  now)
{
  gint64 elapsed, begin, end;

  g_return_val_if_fail (WB_IS_SHOW (self), 0);

  if (self->planned == 0 || self->n_slides == 0)
    return 0;
  elapsed = wb_show_get_elapsed (self, now);
  begin = self->planned * MINUTE * self->slide / self->n_slides;
  end = self->planned * MINUTE * (self->slide + 1) / self->n_slides;
  if (elapsed < begin)
    return begin - elapsed;

  return elapsed > end ? end - elapsed : 0;
}

void
wb_show_start_countdown (WbShow     *self,
                         guint       minutes,
                         const char *title,
                         gint64      now)
{
  g_return_if_fail (WB_IS_SHOW (self));
  g_return_if_fail (title != NULL);

  self->counting = TRUE;
  self->countdown_end = now + CLAMP (minutes, 1, WB_SHOW_MAX_MINUTES) * MINUTE;
  g_free (self->countdown_title);
  self->countdown_title = g_strdup (title);
  emit_changed (self, WB_SHOW_COUNTDOWN);
}

void
wb_show_stop_countdown (WbShow *self)
{
  g_return_if_fail (WB_IS_SHOW (self));

  if (!self->counting)
    return;
  self->counting = FALSE;
  emit_changed (self, WB_SHOW_COUNTDOWN);
}

gboolean
wb_show_get_countdown (WbShow *self,
                       gint64  now,
                       gint64 *remaining)
{
  g_return_val_if_fail (WB_IS_SHOW (self), FALSE);

  if (remaining != NULL)
    *remaining = self->counting ? self->countdown_end - now : 0;

  return self->counting;
}

const char *
wb_show_get_countdown_title (WbShow *self)
{
  g_return_val_if_fail (WB_IS_SHOW (self), "");

  return self->countdown_title;
}
