/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-paginator.h"
#include "wb-show.h"

G_BEGIN_DECLS

/**
 * WbSlideCache:
 *
 * Pictures of the slides of a deck in the sizes that are on screen, so that a key press only has to show one. What will be wanted
 * next is drawn while nothing else is to be done. Sizes in device pixels, in the shape of the slide.
 * Pictures that have not been used longest go when they take more than 128 MiB together.
 *
 * Signal "prepared" (slide as uint), when a picture that was asked for with wb_slide_cache_prepare() is there.
 */
#define WB_TYPE_SLIDE_CACHE (wb_slide_cache_get_type ())
G_DECLARE_FINAL_TYPE (WbSlideCache, wb_slide_cache, WB, SLIDE_CACHE, GObject)

/* (transfer full) */
WbSlideCache *wb_slide_cache_new           (WbPaginator    *paginator);
/* (transfer none) */
WbPaginator  *wb_slide_cache_get_paginator (WbSlideCache   *self);
/* Slide @slide, drawn now when it was not prepared. @region: the part of it that fills the picture, NULL for all. NULL when there
 * is no such slide or no room. (transfer full) (nullable) */
GdkTexture   *wb_slide_cache_get           (WbSlideCache   *self,
                                            guint           slide,
                                            int             width,
                                            int             height,
                                            const WbRegion *region);
/* Whether it is there already. */
gboolean      wb_slide_cache_has           (WbSlideCache   *self,
                                            guint           slide,
                                            int             width,
                                            int             height);
/* Draws slide @slide when there is time. A slide that is not there: nothing. */
void          wb_slide_cache_prepare       (WbSlideCache   *self,
                                            guint           slide,
                                            int             width,
                                            int             height);
/* A picture for wb_slide_cache_add() of the same deck; may be used on any thread, with a paginator of that thread. NULL when there is no such
 * slide or no room. (transfer full) (nullable) */
GdkTexture   *wb_slide_cache_draw          (WbPaginator    *paginator,
                                            guint           slide,
                                            int             width,
                                            int             height);
/* @texture is slide @slide. */
void          wb_slide_cache_add           (WbSlideCache   *self,
                                            guint           slide,
                                            GdkTexture     *texture);

G_END_DECLS
