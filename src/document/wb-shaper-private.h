/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-paginator-private.h"

G_BEGIN_DECLS

/*
 * A text is words that come again and again: each is shaped once for a look, and remembered with the font map, so that the next
 * paragraph, page and document need not ask Pango. What is remembered says only how a word looks, never where it stands: a
 * document comes out the same whatever was laid out before.
 */

/* For @style as @flags change its look. It borrows @context. (transfer full) */
WbShaper      *wb_shaper_new       (PangoContext      *context,
                                    const WbTextStyle *style,
                                    WbInlineFlags      flags);
void           wb_shaper_free      (WbShaper          *self);
/* The font that its glyphs belong to. (transfer none) (nullable): there is none */
PangoFont     *wb_shaper_get_font  (WbShaper          *self);
/* The glyphs of @length bytes at @text, one for each character, as wide as if nothing stood beside them: the distance of a letter
 * to a space is not looked at. NULL where letters and glyphs are not the same in number and order, or the font lacks one.
 * (transfer none): until the next call; (nullable) */
const WbGlyph *wb_shaper_shape     (WbShaper          *self,
                                    const char        *text,
                                    gsize              length,
                                    guint             *n_glyphs);
/* What is put behind a part of a word at the end of a line. FALSE where the font has none. */
gboolean       wb_shaper_get_hyphen (WbShaper         *self,
                                     WbGlyph          *glyph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbShaper, wb_shaper_free)

G_END_DECLS
