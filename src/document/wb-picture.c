/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-picture.h"

#include "wb-drawing-check-private.h"
#include "wb-error.h"
#include "wb-letterhead.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

/* Of a PNG file: what it says of itself stands in its first bytes. */
#define PNG_SIGNATURE "\211PNG\r\n\032\n"
#define PNG_SIGNATURE_LENGTH 8
#define PNG_HEAD_LENGTH 24 /* up to and with the height */
#define PNG_MAX_SIDE 8000
#define PNG_MAX_DOTS (12 * 1000 * 1000)
/* A drawing may be this much longer than wide, or the other way round. */
#define MAX_ASPECT 20.0

struct _WbPicture
{
  int width;
  int height;

  /* Owned */
  GBytes *dots; /* RGB24, with the stride that Cairo wants */
};

static void
picture_clear (gpointer data)
{
  g_bytes_unref (((WbPicture *) data)->dots);
}

WbPicture *
wb_picture_ref (WbPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
wb_picture_unref (WbPicture *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, picture_clear);
}

int
wb_picture_get_width (WbPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

int
wb_picture_get_height (WbPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

void
wb_picture_fit (WbPicture *self,
                double     max_width,
                double     max_height,
                double    *width,
                double    *height)
{
  double scale;

  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  scale = MIN (max_width / self->width, max_height / self->height);
  *width = self->width * scale;
  *height = self->height * scale;
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, WB_ERROR, WB_ERROR_INVALID,
                       _("The picture is damaged and cannot be drawn. Please save it again as PNG and choose that."));

  return FALSE;
}

/* (transfer full) */
static cairo_surface_t *
create_white (double   width,
              double   height,
              cairo_t **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) CLAMP (round (width), 1, WB_PICTURE_MAX_WIDTH),
                                                         (int) CLAMP (round (height), 1, WB_PICTURE_MAX_HEIGHT));

  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, 1, 1, 1);
  cairo_paint (*cr);

  return surface;
}

static void
fit_size (double *width,
          double *height,
          gboolean may_grow)
{
  const double scale = MIN (WB_PICTURE_MAX_WIDTH / *width, WB_PICTURE_MAX_HEIGHT / *height);

  *width *= may_grow ? scale : MIN (scale, 1.0);
  *height *= may_grow ? scale : MIN (scale, 1.0);
}

typedef struct
{
  const guint8 *data;
  gsize left;
} Reader;

static cairo_status_t
read_bytes (void          *closure,
            unsigned char *data,
            unsigned int   length)
{
  Reader *reader = closure;

  if (length > reader->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data, length);
  reader->data += length;
  reader->left -= length;

  return CAIRO_STATUS_SUCCESS;
}

static guint32
read_number (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/* Before anything is unpacked: the memory for it is bounded by what the file says of its size, and no more is unpacked than that. */
static gboolean
check_png_size (const guint8  *data,
                gsize          size,
                GError       **error)
{
  guint32 width, height;

  if (size < PNG_HEAD_LENGTH || memcmp (data + 12, "IHDR", 4) != 0)
    return fail (error);
  width = read_number (data + 16);
  height = read_number (data + 20);
  if (width == 0 || height == 0)
    return fail (error);
  if (width <= PNG_MAX_SIDE && height <= PNG_MAX_SIDE && (guint64) width * height <= PNG_MAX_DOTS)
    return TRUE;

  g_set_error (error, WB_ERROR, WB_ERROR_INVALID,
               _("The picture says that it is %u × %u dots in size, which is too large. Please choose one of at most %u × %u."), width,
               height, 4000u, 3000u);

  return FALSE;
}

/* (transfer full) (nullable) */
static cairo_surface_t *
draw_png (const guint8  *data,
          gsize          size,
          GError       **error)
{
  Reader reader = { data, size };
  cairo_surface_t *png, *surface;
  double width, height;
  cairo_t *cr;

  if (!check_png_size (data, size, error))
    return NULL;
  png = cairo_image_surface_create_from_png_stream (read_bytes, &reader);
  if (cairo_surface_status (png) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (png);
      fail (error);
      return NULL;
    }

  width = cairo_image_surface_get_width (png);
  height = cairo_image_surface_get_height (png);
  fit_size (&width, &height, FALSE);
  surface = create_white (width, height, &cr);
  cairo_scale (cr, cairo_image_surface_get_width (surface) / (double) cairo_image_surface_get_width (png),
               cairo_image_surface_get_height (surface) / (double) cairo_image_surface_get_height (png));
  cairo_set_source_surface (cr, png, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (png);

  return surface;
}

/* The proportions of a drawing: its size, or else that of what it shows. */
static gboolean
get_drawing_size (RsvgHandle *handle,
                  double     *width,
                  double     *height)
{
  gboolean has_width, has_height, has_box;
  RsvgLength length[2];
  RsvgRectangle box, ink;

  if (!rsvg_handle_get_intrinsic_size_in_pixels (handle, width, height))
    {
      rsvg_handle_get_intrinsic_dimensions (handle, &has_width, &length[0], &has_height, &length[1], &has_box, &box);
      if (!has_box && !rsvg_handle_get_geometry_for_element (handle, NULL, &ink, &box, NULL))
        return FALSE;
      *width = box.width;
      *height = box.height;
    }

  return isfinite (*width) && isfinite (*height) && *width > 0 && *height > 0 && *width / *height <= MAX_ASPECT &&
         *height / *width <= MAX_ASPECT;
}

/* (transfer full) (nullable) */
static cairo_surface_t *
draw_handle (RsvgHandle *handle)
{
  cairo_surface_t *surface;
  double width, height;
  gboolean drawn;
  cairo_t *cr;

  if (!get_drawing_size (handle, &width, &height))
    return NULL;

  fit_size (&width, &height, TRUE);
  surface = create_white (width, height, &cr);
  drawn = rsvg_handle_render_document (handle, cr,
                                       &(RsvgRectangle) { 0, 0, cairo_image_surface_get_width (surface),
                                                          cairo_image_surface_get_height (surface) },
                                       NULL);
  cairo_destroy (cr);
  if (!drawn)
    g_clear_pointer (&surface, cairo_surface_destroy);

  return surface;
}

/* (transfer full) (nullable) */
static cairo_surface_t *
draw_drawing (GBytes  *bytes,
              GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  cairo_surface_t *surface;
  RsvgHandle *handle;

  if (!wb_drawing_check (bytes, error))
    return NULL;
  /* Without an address of its own a drawing can name no file beside it. */
  handle = rsvg_handle_new_from_data (data, size, NULL);
  surface = handle != NULL ? draw_handle (handle) : NULL;
  g_clear_object (&handle);
  if (surface == NULL)
    fail (error);

  return surface;
}

/* Takes @surface. */
static WbPicture *
take_surface (cairo_surface_t  *surface,
              GError          **error)
{
  WbPicture *self = NULL;

  cairo_surface_flush (surface);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      self = g_atomic_rc_box_new0 (WbPicture);
      self->width = cairo_image_surface_get_width (surface);
      self->height = cairo_image_surface_get_height (surface);
      self->dots = g_bytes_new (cairo_image_surface_get_data (surface),
                                (gsize) cairo_image_surface_get_stride (surface) * self->height);
    }
  else
    fail (error);
  cairo_surface_destroy (surface);

  return self;
}

static gboolean
check_size (guint64   size,
            GError  **error)
{
  g_autofree char *limit = NULL;

  if (size <= WB_LETTERHEAD_MAX_PICTURE)
    return TRUE;
  limit = g_format_size_full (WB_LETTERHEAD_MAX_PICTURE, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, WB_ERROR, WB_ERROR_INVALID, _("The picture file is larger than %s. Please choose a smaller one."), limit);

  return FALSE;
}

GBytes *
wb_picture_read (const char  *path,
                 GError     **error)
{
  g_autofree char *name = NULL;
  char *contents;
  gsize length;
  GStatBuf info;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  /* A pipe or device would keep us waiting. */
  if (g_stat (path, &info) == 0 && S_ISREG (info.st_mode))
    {
      if (!check_size ((guint64) info.st_size, error))
        return NULL;
      if (g_file_get_contents (path, &contents, &length, NULL))
        return g_bytes_new_take (contents, length);
    }

  name = g_filename_display_basename (path);
  g_set_error (error, WB_ERROR, WB_ERROR_NOT_FOUND, _("The picture “%s” cannot be read."), name);

  return NULL;
}

WbPicture *
wb_picture_load (GBytes  *bytes,
                 GError **error)
{
  cairo_surface_t *surface;
  const guint8 *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (!check_size (size, error))
    return NULL;
  if (size >= PNG_SIGNATURE_LENGTH && memcmp (data, PNG_SIGNATURE, PNG_SIGNATURE_LENGTH) == 0)
    surface = draw_png (data, size, error);
  else
    surface = draw_drawing (bytes, error);

  return surface != NULL ? take_surface (surface, error) : NULL;
}

cairo_surface_t *
wb_picture_create_surface (WbPicture *self)
{
  static const cairo_user_data_key_t key;
  cairo_surface_t *surface;

  g_return_val_if_fail (self != NULL, NULL);

  /* Cairo never writes to what is only drawn from. */
  surface = cairo_image_surface_create_for_data ((unsigned char *) g_bytes_get_data (self->dots, NULL), CAIRO_FORMAT_RGB24, self->width,
                                                 self->height, cairo_format_stride_for_width (CAIRO_FORMAT_RGB24, self->width));
  if (cairo_surface_set_user_data (surface, &key, wb_picture_ref (self), (cairo_destroy_func_t) wb_picture_unref) != CAIRO_STATUS_SUCCESS)
    wb_picture_unref (self);

  return surface;
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

GBytes *
wb_picture_to_png (WbPicture *self)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (self != NULL, NULL);

  surface = wb_picture_create_surface (self);
  status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);

  return status == CAIRO_STATUS_SUCCESS ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
