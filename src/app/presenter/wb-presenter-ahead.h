/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the first talk would have to wait for: the patterns for hyphenation, the fonts, and their letters in the sizes of a slide.
 * Together they take ten times as long as laying out a deck.
 */

/* Begins with that, once in the life of the program, in a thread and when nothing else is to be done. Called by what offers a deck to be
 * shown, on the main thread. */
void       wb_presenter_ahead_begin   (void);
gboolean   wb_presenter_ahead_has_begun (void);
/* Whether all of it is there. */
gboolean   wb_presenter_ahead_is_done (void);

G_END_DECLS
