/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-search.h"

G_BEGIN_DECLS

/*
 * Marking what was searched for: bold and on a tint of its own, never by the tint alone.
 */

/* Where @words (as typed; nullable) occur in @text, folded as for the search: "Muellheim" marks "Müllheim", a word marks its
 * inflected forms and, from four letters on, itself within compounds. WbMark in order, not overlapping. (transfer full) */
GArray *wb_highlight_find  (const char   *text,
                            const char   *words) G_GNUC_WARN_UNUSED_RESULT;
/* Gives @label's text, as it is now, the look of @marks (WbMark, nullable), and keeps it when the theme turns light or dark.
 * @line_height: factor, or 0 for the font's own. */
void    wb_highlight_apply (GtkLabel     *label,
                            const GArray *marks,
                            double        line_height);

G_END_DECLS
