/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-slide.h"

G_BEGIN_DECLS

/*
 * What the user changed in a deck, kept apart from its template: a list of WbSlide in the order of the deck, texts NULL where
 * the template's apply. So a template that gets better reaches the slides nobody touched.
 */

/* The deck: @edits laid over @template. Slides of the template that the edits do not know stand behind the one before them in
 * the template. An edited slide whose template is gone stays when its text is there, and becomes one of the user's own.
 * @edits: empty for none. Texts are never NULL. WbSlide. (transfer container) */
GPtrArray *wb_deck_edits_apply (GPtrArray *template_slides,
                                GPtrArray *edits) G_GNUC_WARN_UNUSED_RESULT;
/* What makes @slides out of @template; empty when they are the same. WbSlide. (transfer container) */
GPtrArray *wb_deck_edits_find  (GPtrArray *template_slides,
                                GPtrArray *slides) G_GNUC_WARN_UNUSED_RESULT;
/* The slide with @key. (nullable) (transfer none) */
WbSlide   *wb_deck_edits_find_key (GPtrArray  *slides,
                                   const char *key,
                                   guint      *position);

G_END_DECLS
