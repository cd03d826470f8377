/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-figure.h"

#include "wb-odf-package.h"
#include "wb-odf-xml.h"

G_BEGIN_DECLS

/**
 * WbOdfImages:
 *
 * The figures of one document: each as vector graphics in its package, and once more as a bitmap for programs that cannot
 * draw those.
 */
typedef struct _WbOdfImages WbOdfImages;

/* @package: borrowed. */
WbOdfImages *wb_odf_images_new   (WbOdfPackage   *package);
void         wb_odf_images_free  (WbOdfImages    *self);
/* Draws @figure for a width of @width with text of @size, both in points, smaller where it would be higher than @max_height. Returns its
 * number, and the size it takes. */
guint        wb_odf_images_add   (WbOdfImages    *self,
                                  const WbFigure *figure,
                                  double          size,
                                  double          max_height,
                                  double         *width,
                                  double         *height);
/* The content of a draw:frame: the images, title and description. */
void         wb_odf_images_write (WbOdfImages    *self,
                                  guint           number,
                                  const WbFigure *figure,
                                  WbOdfXml       *xml);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbOdfImages, wb_odf_images_free)

G_END_DECLS
