/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-odf-images.h"

#include "wb-paginator-private.h"

#include <cairo-svg.h>

/* Pixels a point, for the bitmap. */
#define RESOLUTION 2.0
#define FAMILY "Cantarell"

struct _WbOdfImages
{
  guint n;

  /* Borrowed */
  WbOdfPackage *package;

  /* Owned */
  PangoContext *context;
};

WbOdfImages *
wb_odf_images_new (WbOdfPackage *package)
{
  WbOdfImages *self = g_new0 (WbOdfImages, 1);

  self->package = package;
  self->context = wb_style_create_context ();

  return self;
}

void
wb_odf_images_free (WbOdfImages *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->context);
  g_free (self);
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw (WbFigureDrawing *drawing,
      double           scale,
      gboolean         as_vectors)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  const double width = wb_figure_drawing_get_width (drawing);
  const double height = wb_figure_drawing_get_height (drawing);
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  surface = as_vectors ? cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height)
                       : cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale), (int) (height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  wb_figure_drawing_draw (drawing, cr, WB_FIGURE_LIGHT);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (!as_vectors && status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status == CAIRO_STATUS_SUCCESS ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

guint
wb_odf_images_add (WbOdfImages    *self,
                   const WbFigure *figure,
                   double          size,
                   double          max_height,
                   double         *width,
                   double         *height)
{
  g_autoptr(WbFigureDrawing) drawing = wb_figure_drawing_new (figure, self->context, FAMILY, size, *width);
  g_autoptr(GBytes) vectors = draw (drawing, 1.0, TRUE);
  g_autoptr(GBytes) bitmap = draw (drawing, RESOLUTION, FALSE);
  g_autofree char *vectors_path = g_strdup_printf ("Pictures/figure%u.svg", ++self->n);
  g_autofree char *bitmap_path = g_strdup_printf ("Pictures/figure%u.png", self->n);
  double scale;

  wb_odf_package_add (self->package, vectors_path, "image/svg+xml", vectors);
  wb_odf_package_add (self->package, bitmap_path, "image/png", bitmap);
  *width = wb_figure_drawing_get_width (drawing);
  *height = wb_figure_drawing_get_height (drawing);
  scale = MIN (1.0, max_height / MAX (*height, 1.0));
  *width *= scale;
  *height *= scale;

  return self->n;
}

static void
write_image (WbOdfXml   *xml,
             guint       number,
             const char *suffix,
             const char *media_type)
{
  wb_odf_xml_begin (xml, "draw:image");
  wb_odf_xml_printf (xml, "xlink:href", "Pictures/figure%u.%s", number, suffix);
  wb_odf_xml_attributes (xml, "xlink:type=simple;xlink:show=embed;xlink:actuate=onLoad");
  wb_odf_xml_attribute (xml, "draw:mime-type", media_type);
  wb_odf_xml_end (xml);
}

void
wb_odf_images_write (WbOdfImages    *self,
                     guint           number,
                     const WbFigure *figure,
                     WbOdfXml       *xml)
{
  write_image (xml, number, "svg", "image/svg+xml");
  write_image (xml, number, "png", "image/png");
  wb_odf_xml_element (xml, "svg:title", figure->title);
  wb_odf_xml_element (xml, "svg:desc", figure->alt);
}
