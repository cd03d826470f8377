/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-figure-view.h"

#include <adwaita.h>

#include "wb-figure-drawing.h"

/* In sizes of the text. */
#define MIN_WIDTH 15
#define NATURAL_WIDTH 46
#define DEFAULT_RESOLUTION 96.0

struct _WbFigureView
{
  GtkWidget parent_instance;

  /* Owned */
  WbFigure *figure;
  WbFigureDrawing *drawing; /* (nullable) for the width it has */
};

G_DEFINE_FINAL_TYPE (WbFigureView, wb_figure_view, GTK_TYPE_WIDGET)

/* Size of the window's text in pixels. */
static double
get_text_size (WbFigureView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  const double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (size <= 0)
    return 14;
  if (pango_font_description_get_size_is_absolute (font))
    return size;
  if (resolution <= 0)
    resolution = DEFAULT_RESOLUTION;

  return size * resolution / 72.0;
}

/* The drawing for @width; kept until another is asked for. */
static WbFigureDrawing *
get_drawing (WbFigureView *self,
             int           width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const char *family = pango_font_description_get_family (pango_context_get_font_description (context));

  width = MAX (width, 1);
  if (self->drawing == NULL || (int) wb_figure_drawing_get_width (self->drawing) != width)
    {
      g_clear_pointer (&self->drawing, wb_figure_drawing_free);
      self->drawing = wb_figure_drawing_new (self->figure, context, family != NULL ? family : "Cantarell",
                                             get_text_size (self), width);
    }

  return self->drawing;
}

static GtkSizeRequestMode
wb_figure_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wb_figure_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  WbFigureView *self = WB_FIGURE_VIEW (widget);
  const double size = get_text_size (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (MIN_WIDTH * size);
      *natural = (int) (NATURAL_WIDTH * size);
    }
  else
    {
      const int width = for_size > 0 ? for_size : (int) (NATURAL_WIDTH * size);

      *minimum = *natural = (int) wb_figure_drawing_get_height (get_drawing (self, width)) + 1;
    }
}

static void
wb_figure_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  WbFigureView *self = WB_FIGURE_VIEW (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  wb_figure_drawing_draw (get_drawing (self, width), cr, dark ? WB_FIGURE_DARK : WB_FIGURE_LIGHT);
  cairo_destroy (cr);
}

/* Another font or text size. */
static void
wb_figure_view_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  WbFigureView *self = WB_FIGURE_VIEW (widget);

  GTK_WIDGET_CLASS (wb_figure_view_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->drawing, wb_figure_drawing_free);
  gtk_widget_queue_resize (widget);
}

static void
wb_figure_view_system_setting_changed (GtkWidget        *widget,
                                       GtkSystemSetting  setting)
{
  WbFigureView *self = WB_FIGURE_VIEW (widget);

  GTK_WIDGET_CLASS (wb_figure_view_parent_class)->system_setting_changed (widget, setting);
  g_clear_pointer (&self->drawing, wb_figure_drawing_free);
  gtk_widget_queue_resize (widget);
}

static void
wb_figure_view_finalize (GObject *object)
{
  WbFigureView *self = WB_FIGURE_VIEW (object);

  g_clear_pointer (&self->drawing, wb_figure_drawing_free);
  g_clear_pointer (&self->figure, wb_figure_unref);

  G_OBJECT_CLASS (wb_figure_view_parent_class)->finalize (object);
}

static void
wb_figure_view_class_init (WbFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wb_figure_view_finalize;
  widget_class->get_request_mode = wb_figure_view_get_request_mode;
  widget_class->measure = wb_figure_view_measure;
  widget_class->snapshot = wb_figure_view_snapshot;
  widget_class->css_changed = wb_figure_view_css_changed;
  widget_class->system_setting_changed = wb_figure_view_system_setting_changed;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
wb_figure_view_init (WbFigureView *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
wb_figure_view_new (WbFigure *figure)
{
  WbFigureView *self;

  g_return_val_if_fail (figure != NULL, NULL);

  self = g_object_new (WB_TYPE_FIGURE_VIEW, NULL);
  self->figure = wb_figure_ref (figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, figure->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, figure->alt, -1);

  return GTK_WIDGET (self);
}
