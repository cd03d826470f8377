/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* A picture is kept no larger than this, in pixels: 600 dots an inch on 5 × 2 cm. */
#define WB_PICTURE_MAX_WIDTH 1200
#define WB_PICTURE_MAX_HEIGHT 480

/**
 * WbPicture:
 *
 * A coat of arms or logo out of a PNG or SVG file, as dots on white. Whoever wrote the file: it is looked through before it is
 * drawn, takes bounded memory and opens no other file and no connection. Immutable, and may be used by several threads.
 */
typedef struct _WbPicture WbPicture;

/* WB_ERROR_INVALID, with a sentence for the user, when @bytes are no such picture or one that is not to be trusted. Takes up to some tens
 * of milliseconds. (transfer full) */
WbPicture       *wb_picture_load           (GBytes      *bytes,
                                            GError     **error);
/* The bytes of the file at @path, no larger than such a picture may be; whether they are one is for wb_picture_load() to say.
 * WB_ERROR_NOT_FOUND or WB_ERROR_INVALID. (transfer full) */
GBytes          *wb_picture_read           (const char  *path,
                                            GError     **error);
WbPicture       *wb_picture_ref            (WbPicture   *self);
void             wb_picture_unref          (WbPicture   *self);
int              wb_picture_get_width      (WbPicture   *self);
int              wb_picture_get_height     (WbPicture   *self);
/* The largest size of its proportions inside @max_width × @max_height. */
void             wb_picture_fit            (WbPicture   *self,
                                            double       max_width,
                                            double       max_height,
                                            double      *width,
                                            double      *height);
/* A surface over its dots, for one thread; holds the picture. (transfer full) */
cairo_surface_t *wb_picture_create_surface (WbPicture   *self);
/* As PNG without anything but the dots; NULL without memory. The same picture gives the same bytes. (transfer full) (nullable) */
GBytes          *wb_picture_to_png         (WbPicture   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbPicture, wb_picture_unref)

G_END_DECLS
