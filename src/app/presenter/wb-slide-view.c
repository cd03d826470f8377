/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-slide-view.h"

#include <glib/gi18n.h>
#include <math.h>

#define MIN_WIDTH 96
#define MIN_HEIGHT 54
#define NATURAL_WIDTH 320
#define NATURAL_HEIGHT 180
#define DRAG_THRESHOLD 12.0 /* pixels before a press is a drag */
#define SPOT_RADIUS 0.018   /* of the width of the slide */
#define TICK_MS 200
/* Of the slide. */
#define TYPED_SIZE 0.05
#define TYPED_BOTTOM 0.97
#define TYPED_WIDTH 0.5

static const GdkRGBA black = { 0, 0, 0, 1 };
static const GdkRGBA white = { 1, 1, 1, 1 };

struct _WbSlideView
{
  GtkWidget parent_instance;

  WbSlideViewRole role;
  gboolean alone; /* WALL */
  guint slide; /* STILL */
  guint tick;
  gint64 shown_second;
  gboolean dragging;
  double drag_x, drag_y, drag_to_x, drag_to_y; /* fractions of the slide */

  /* Owned */
  WbSlideCache *cache;
  WbShow *show;
  char *name; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (WbSlideView, wb_slide_view, GTK_TYPE_WIDGET)

static guint
get_slide (WbSlideView *self)
{
  switch (self->role)
    {
    case WB_SLIDE_VIEW_WALL:
      return wb_show_get_wall_slide (self->show);
    case WB_SLIDE_VIEW_SPEAKER:
      return wb_show_get_slide (self->show);
    case WB_SLIDE_VIEW_NEXT:
      return wb_show_get_slide (self->show) + 1;
    case WB_SLIDE_VIEW_STILL:
    default:
      return self->slide;
    }
}

static gboolean
is_wall (WbSlideView *self)
{
  return self->role == WB_SLIDE_VIEW_WALL;
}

/* Where a slide of @paginator lies in a place of @width × @height. */
static graphene_rect_t
find_frame (WbPaginator *paginator,
            double       width,
            double       height)
{
  const double page_width = wb_paginator_get_width (paginator);
  const double page_height = wb_paginator_get_height (paginator);
  const double scale = MIN (width / page_width, height / page_height);

  return GRAPHENE_RECT_INIT ((float) floor ((width - page_width * scale) / 2), (float) floor ((height - page_height * scale) / 2),
                             (float) ceil (page_width * scale), (float) ceil (page_height * scale));
}

/* The same in the widget. */
static graphene_rect_t
get_frame (WbSlideView *self)
{
  return find_frame (wb_slide_cache_get_paginator (self->cache), gtk_widget_get_width (GTK_WIDGET (self)),
                     gtk_widget_get_height (GTK_WIDGET (self)));
}

/* The part of the slide that is seen here. */
static WbRegion
get_region (WbSlideView *self)
{
  WbRegion region;

  if (is_wall (self) && wb_show_get_zoom (self->show, TRUE, &region))
    return region;

  return (WbRegion) { 0, 0, 1 };
}

static void
describe_countdown (WbSlideView *self,
                    GString     *text)
{
  const char *title = wb_show_get_countdown_title (self->show);
  g_autofree char *time = NULL;
  gint64 remaining;

  if (!wb_show_get_countdown (self->show, g_get_monotonic_time (), &remaining))
    return;
  time = wb_stopwatch_format (MAX (remaining, 0));
  g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "\n" : "", title, *title != '\0' ? " " : "",
                          remaining > 0 ? time : _("Time is up"));
}

/* The number that is being typed, where the speaker has no other place to see it. (transfer full) (nullable) */
static char *
make_typed (WbSlideView *self)
{
  const char *typed = is_wall (self) && self->alone ? wb_show_get_typed (self->show) : "";
  const guint n = *typed != '\0' ? wb_show_get_n_slides (self->show) : 0;

  if (g_ascii_strtoull (typed, NULL, 10) > n)
    /* Translators: a slide number that is being typed, and the number of the last slide */
    return g_strdup_printf (_("There is no slide %s. Enter: to the last one, %u"), typed, n);
  /* Translators: a slide number that is being typed */
  return *typed != '\0' ? g_strdup_printf (_("To slide %s – Enter"), typed) : NULL;
}

/* (transfer full) */
static char *
make_label (WbSlideView *self)
{
  WbPaginator *paginator = wb_slide_cache_get_paginator (self->cache);
  const guint n = wb_paginator_get_n_pages (paginator);
  const guint slide = get_slide (self);
  char *typed = make_typed (self);

  if (typed != NULL)
    return typed;
  if (self->name != NULL)
    return g_strdup (self->name);
  if (is_wall (self) && wb_show_get_cover (self->show) == WB_COVER_BLACK)
    return g_strdup (_("The screen is black. Press B to go on."));
  if (is_wall (self) && wb_show_get_cover (self->show) == WB_COVER_WHITE)
    return g_strdup (_("The screen is white. Press W to go on."));
  if (slide >= n)
    return g_strdup (_("End of the presentation"));
  if (wb_document_get_format (wb_paginator_get_document (paginator)) == WB_DOCUMENT_DECK)
    return g_strdup_printf (_("Slide %u of %u"), slide + 1, n);

  return g_strdup_printf (_("Page %u of %u"), slide + 1, n);
}

static void
update_accessible (WbSlideView *self)
{
  WbPaginator *paginator;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *label = NULL;

  if (self->cache == NULL)
    return;
  paginator = wb_slide_cache_get_paginator (self->cache);
  label = make_label (self);
  if (get_slide (self) < wb_paginator_get_n_pages (paginator)
      && !(is_wall (self) && wb_show_get_cover (self->show) != WB_COVER_NONE))
    {
      g_autofree char *slide = wb_paginator_get_text (paginator, get_slide (self));

      g_string_append (text, slide);
    }
  if (is_wall (self))
    describe_countdown (self, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

static void
snapshot_slide (WbSlideView     *self,
                GtkSnapshot     *snapshot,
                graphene_rect_t *frame)
{
  const int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const int width = (int) frame->size.width * scale;
  const int height = (int) frame->size.height * scale;
  const WbRegion region = get_region (self);
  const guint slide = get_slide (self);
  g_autoptr (GdkTexture) texture = NULL;

  /* There may be many of these: they come one after the other. */
  if (self->role == WB_SLIDE_VIEW_STILL && !wb_slide_cache_has (self->cache, slide, width, height))
    {
      gtk_snapshot_append_color (snapshot, &white, frame);
      wb_slide_cache_prepare (self->cache, slide, width, height);
      return;
    }
  texture = wb_slide_cache_get (self->cache, slide, width, height, region.size < 1 ? &region : NULL);
  if (texture != NULL)
    gtk_snapshot_append_texture (snapshot, texture, frame);
  if (self->role == WB_SLIDE_VIEW_STILL)
    return;
  wb_slide_cache_prepare (self->cache, slide + 1, width, height);
  if (slide > 0)
    wb_slide_cache_prepare (self->cache, slide - 1, width, height);
}

static void
draw_ring (cairo_t       *cr,
           double         radius,
           double         width,
           const GdkRGBA *color)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, width);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
}

/* A red spot between two rings, so that it is seen on any ground. */
static void
snapshot_pointer (WbSlideView           *self,
                  GtkSnapshot           *snapshot,
                  const graphene_rect_t *frame)
{
  static const GdkRGBA red = { 0.88, 0.11, 0.14, 0.85 };
  const WbRegion region = get_region (self);
  const double radius = MAX (SPOT_RADIUS * (double) frame->size.width, 5);
  double x, y;
  cairo_t *cr;

  if (!wb_show_get_pointer (self->show, is_wall (self), &x, &y))
    return;
  x = (x - region.x) / region.size * (double) frame->size.width + (double) frame->origin.x;
  y = (y - region.y) / region.size * (double) frame->size.height + (double) frame->origin.y;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) (x - 2 * radius), (float) (y - 2 * radius),
                                                                 (float) (4 * radius), (float) (4 * radius)));
  cairo_translate (cr, x, y);
  gdk_cairo_set_source_rgba (cr, &red);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_fill (cr);
  draw_ring (cr, radius * 1.12, radius * 0.22, &white);
  draw_ring (cr, radius * 1.3, radius * 0.14, &black);
  cairo_destroy (cr);
}

static void
snapshot_rectangle (GtkSnapshot           *snapshot,
                    const graphene_rect_t *frame,
                    const WbRegion        *part)
{
  const double x = (double) frame->origin.x + part->x * (double) frame->size.width;
  const double y = (double) frame->origin.y + part->y * (double) frame->size.height;
  const double width = part->size * (double) frame->size.width;
  const double height = part->size * (double) frame->size.height;
  const GskRoundedRect outer = GSK_ROUNDED_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
  const GskRoundedRect inner = GSK_ROUNDED_RECT_INIT ((float) x + 3, (float) y + 3, (float) width - 6, (float) height - 6);
  static const GdkRGBA blue = { 0.1, 0.37, 0.71, 1 };

  gtk_snapshot_append_border (snapshot, &outer, (float[4]) { 3, 3, 3, 3 }, (GdkRGBA[4]) { blue, blue, blue, blue });
  gtk_snapshot_append_border (snapshot, &inner, (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { white, white, white, white });
}

/* What is being dragged, or on the speaker's side what fills the wall. */
static void
snapshot_zoom (WbSlideView           *self,
               GtkSnapshot           *snapshot,
               const graphene_rect_t *frame)
{
  const WbRegion seen = get_region (self);
  WbRegion region;

  if (self->dragging)
    region = wb_region_between (self->drag_x, self->drag_y, self->drag_to_x, self->drag_to_y);
  else if (is_wall (self) || !wb_show_get_zoom (self->show, FALSE, &region))
    return;

  region.x = (region.x - seen.x) / seen.size;
  region.y = (region.y - seen.y) / seen.size;
  region.size /= seen.size;
  snapshot_rectangle (snapshot, frame, &region);
}

static PangoLayout *
make_text (WbSlideView *self,
           const char  *text,
           double       size,
           int          max_width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell Bold");
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, max_width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);

  return layout;
}

/* A box with @text in it, its middle at @place, or its right edge when @align_right; its lower edge at @bottom. Returns its upper edge. */
static double
snapshot_box (WbSlideView *self,
              GtkSnapshot *snapshot,
              const char  *text,
              double       size,
              double       place,
              gboolean     align_right,
              double       bottom,
              int          max_width)
{
  g_autoptr (PangoLayout) layout = make_text (self, text, size, max_width);
  const double pad = size * 0.3;
  PangoRectangle extents;
  double x, y;

  pango_layout_get_pixel_extents (layout, NULL, &extents);
  x = align_right ? place - extents.width - pad : place - extents.width / 2.0;
  y = bottom - extents.height - pad;
  gtk_snapshot_append_color (snapshot, &black,
                             &GRAPHENE_RECT_INIT ((float) (x - pad), (float) (y - pad), (float) (extents.width + 2 * pad),
                                                  (float) (extents.height + 2 * pad)));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x - extents.x), (float) (y - extents.y)));
  gtk_snapshot_append_layout (snapshot, layout, &white);
  gtk_snapshot_restore (snapshot);

  return y - pad;
}

/* In the corner of a slide; in the middle, and large, of a covered wall. */
static void
snapshot_countdown (WbSlideView           *self,
                    GtkSnapshot           *snapshot,
                    const graphene_rect_t *frame)
{
  const gboolean covered = wb_show_get_cover (self->show) != WB_COVER_NONE;
  const char *title = wb_show_get_countdown_title (self->show);
  const double width = (double) frame->size.width, height = (double) frame->size.height;
  const double size = height * (covered ? 0.26 : 0.085);
  const int max_width = (int) (width * (covered ? 0.9 : 0.3));
  const double place = (double) frame->origin.x + (covered ? width / 2 : width);
  double bottom = (double) frame->origin.y + height * (covered ? 0.66 : 1);
  g_autofree char *time = NULL;
  gint64 remaining;

  if (!wb_show_get_countdown (self->show, g_get_monotonic_time (), &remaining))
    return;
  /* The last second counts until it is over. */
  time = wb_stopwatch_format (MAX (remaining + G_USEC_PER_SEC - 1, 0));
  bottom = snapshot_box (self, snapshot, remaining > 0 ? time : _("Time is up"), remaining > 0 ? size : size * 0.6, place,
                         !covered, bottom, max_width);
  if (*title != '\0')
    snapshot_box (self, snapshot, title, size * 0.4, place, !covered, bottom, max_width);
}

/* At the lower edge, in the middle: it goes with the next key. */
static void
snapshot_typed (WbSlideView           *self,
                GtkSnapshot           *snapshot,
                const graphene_rect_t *frame)
{
  const double width = (double) frame->size.width, height = (double) frame->size.height;
  g_autofree char *typed = make_typed (self);

  if (typed != NULL)
    snapshot_box (self, snapshot, typed, height * TYPED_SIZE, (double) frame->origin.x + width / 2, FALSE,
                  (double) frame->origin.y + height * TYPED_BOTTOM, (int) (width * TYPED_WIDTH));
}

static void
snapshot_wall (WbSlideView     *self,
               GtkSnapshot     *snapshot,
               graphene_rect_t *frame)
{
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  const float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  const WbCover cover = wb_show_get_cover (self->show);

  gtk_snapshot_append_color (snapshot, cover == WB_COVER_WHITE ? &white : &black,
                             &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (cover == WB_COVER_NONE)
    {
      snapshot_slide (self, snapshot, frame);
      gtk_snapshot_push_clip (snapshot, frame);
      snapshot_zoom (self, snapshot, frame);
      snapshot_pointer (self, snapshot, frame);
      gtk_snapshot_pop (snapshot);
    }
  snapshot_countdown (self, snapshot, frame);
  snapshot_typed (self, snapshot, frame);
}

static void
wb_slide_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  WbSlideView *self = WB_SLIDE_VIEW (widget);
  graphene_rect_t frame;

  if (self->cache == NULL)
    return;
  frame = get_frame (self);
  if (is_wall (self))
    {
      snapshot_wall (self, snapshot, &frame);
      return;
    }
  snapshot_slide (self, snapshot, &frame);
  if (self->role != WB_SLIDE_VIEW_SPEAKER)
    return;
  gtk_snapshot_push_clip (snapshot, &frame);
  snapshot_zoom (self, snapshot, &frame);
  snapshot_pointer (self, snapshot, &frame);
  gtk_snapshot_pop (snapshot);
}

static void
wb_slide_view_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  const gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = horizontal ? MIN_WIDTH : MIN_HEIGHT;
  *natural = *minimum;
  if (WB_SLIDE_VIEW (widget)->role != WB_SLIDE_VIEW_STILL)
    *natural = horizontal ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static gboolean
tick_cb (gpointer data)
{
  WbSlideView *self = data;
  const gint64 second = g_get_monotonic_time () / (G_USEC_PER_SEC / 2);

  if (second != self->shown_second)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->shown_second = second;

  return G_SOURCE_CONTINUE;
}

/* Only a wall with a countdown changes by itself. */
static void
update_tick (WbSlideView *self)
{
  const gboolean wanted = self->show != NULL && is_wall (self) && wb_show_get_countdown (self->show, 0, NULL)
                          && gtk_widget_get_mapped (GTK_WIDGET (self));

  if (wanted && self->tick == 0)
    self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  else if (!wanted)
    g_clear_handle_id (&self->tick, g_source_remove);
}

static void
wb_slide_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wb_slide_view_parent_class)->map (widget);
  update_tick (WB_SLIDE_VIEW (widget));
}

static void
wb_slide_view_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wb_slide_view_parent_class)->unmap (widget);
  update_tick (WB_SLIDE_VIEW (widget));
}

static void
changed_cb (WbSlideView *self,
            guint        parts)
{
  const guint seen = is_wall (self) ? G_MAXUINT
                     : self->role == WB_SLIDE_VIEW_SPEAKER ? WB_SHOW_SLIDE | WB_SHOW_POINTER | WB_SHOW_ZOOM
                                                           : WB_SHOW_SLIDE;

  if ((parts & seen) != 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  if ((parts & seen & (WB_SHOW_SLIDE | WB_SHOW_COVER | WB_SHOW_COUNTDOWN | WB_SHOW_TYPED)) != 0)
    update_accessible (self);
  update_tick (self);
}

static void
prepared_cb (WbSlideView *self,
             guint        slide)
{
  if (self->role == WB_SLIDE_VIEW_STILL && slide == self->slide)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A place in the widget as fractions of the slide. */
static void
to_slide (WbSlideView *self,
          double       x,
          double       y,
          double      *slide_x,
          double      *slide_y)
{
  const graphene_rect_t frame = get_frame (self);
  const WbRegion region = get_region (self);

  *slide_x = CLAMP (region.x + (x - (double) frame.origin.x) / (double) frame.size.width * region.size, 0, 1);
  *slide_y = CLAMP (region.y + (y - (double) frame.origin.y) / (double) frame.size.height * region.size, 0, 1);
}

static gboolean
takes_mouse (WbSlideView *self)
{
  return self->cache != NULL && (is_wall (self) || self->role == WB_SLIDE_VIEW_SPEAKER);
}

static void
motion_cb (WbSlideView *self,
           double       x,
           double       y)
{
  double slide_x, slide_y;

  if (!takes_mouse (self))
    return;
  to_slide (self, x, y, &slide_x, &slide_y);
  wb_show_move_pointer (self->show, slide_x, slide_y);
}

static void
drag_update_cb (WbSlideView    *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  double x, y;

  if (!takes_mouse (self) || (!self->dragging && hypot (dx, dy) < DRAG_THRESHOLD))
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  to_slide (self, x, y, &self->drag_x, &self->drag_y);
  to_slide (self, x + dx, y + dy, &self->drag_to_x, &self->drag_to_y);
  self->dragging = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (WbSlideView    *self,
             double          dx,
             double          dy,
             GtkGestureDrag *gesture)
{
  WbRegion region;

  if (!takes_mouse (self))
    return;
  if (!self->dragging)
    {
      if (is_wall (self))
        wb_show_step (self->show, 1);
      return;
    }
  self->dragging = FALSE;
  region = wb_region_between (self->drag_x, self->drag_y, self->drag_to_x, self->drag_to_y);
  wb_show_set_zoom (self->show, &region);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_cancel_cb (WbSlideView *self)
{
  self->dragging = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
wb_slide_view_dispose (GObject *object)
{
  WbSlideView *self = WB_SLIDE_VIEW (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_object (&self->cache);
  g_clear_object (&self->show);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (wb_slide_view_parent_class)->dispose (object);
}

static void
wb_slide_view_class_init (WbSlideViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wb_slide_view_dispose;
  widget_class->snapshot = wb_slide_view_snapshot;
  widget_class->measure = wb_slide_view_measure;
  widget_class->map = wb_slide_view_map;
  widget_class->unmap = wb_slide_view_unmap;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "slideview");
}

static void
wb_slide_view_init (WbSlideView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
wb_slide_view_new (WbSlideViewRole role)
{
  WbSlideView *self = g_object_new (WB_TYPE_SLIDE_VIEW, NULL);

  self->role = role;

  return GTK_WIDGET (self);
}

void
wb_slide_view_set_up (WbSlideView     *self,
                      WbSlideViewRole  role,
                      WbSlideCache    *cache,
                      WbShow          *show)
{
  g_return_if_fail (WB_IS_SLIDE_VIEW (self));
  g_return_if_fail (WB_IS_SLIDE_CACHE (cache));
  g_return_if_fail (role == WB_SLIDE_VIEW_STILL || WB_IS_SHOW (show));

  if (self->show != NULL)
    g_signal_handlers_disconnect_by_func (self->show, changed_cb, self);
  self->role = role;
  if (self->cache != NULL)
    g_signal_handlers_disconnect_by_func (self->cache, prepared_cb, self);
  g_signal_connect_object (cache, "prepared", G_CALLBACK (prepared_cb), self, G_CONNECT_SWAPPED);
  g_set_object (&self->cache, cache);
  g_set_object (&self->show, show);
  if (show != NULL)
    g_signal_connect_object (show, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update_accessible (self);
  update_tick (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
wb_slide_view_set_slide (WbSlideView *self,
                         guint        slide)
{
  g_return_if_fail (WB_IS_SLIDE_VIEW (self));

  self->slide = slide;
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
wb_slide_view_set_name (WbSlideView *self,
                        const char  *name)
{
  g_return_if_fail (WB_IS_SLIDE_VIEW (self));

  g_free (self->name);
  self->name = g_strdup (name);
  if (self->cache != NULL)
    update_accessible (self);
}

void
wb_slide_view_set_alone (WbSlideView *self,
                         gboolean     alone)
{
  g_return_if_fail (WB_IS_SLIDE_VIEW (self));

  if (self->alone == alone)
    return;
  self->alone = alone;
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
wb_slide_view_measure_picture (WbPaginator *paginator,
                               int          width,
                               int          height,
                               int          scale,
                               int         *picture_width,
                               int         *picture_height)
{
  graphene_rect_t frame;

  g_return_if_fail (WB_IS_PAGINATOR (paginator));
  g_return_if_fail (picture_width != NULL && picture_height != NULL);

  frame = find_frame (paginator, width, height);
  *picture_width = (int) frame.size.width * scale;
  *picture_height = (int) frame.size.height * scale;
}
