/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-guide.h"
#include "wb-library.h"
#include "wb-project-state.h"

G_BEGIN_DECLS

/*
 * The order of the slides that two copies of a project come from, where nobody had touched a deck before they parted: that of its
 * template, which is in the library and not in the project.
 */

/* Whether there is such a deck: both changed it, and @base knows nothing of it. */
gboolean wb_deck_order_is_missing (WbProjectState *base,
                                   WbProjectState *mine,
                                   WbProjectState *theirs);
/* Gives @base the order of the templates for these decks, with the slides that both sides know. A deck that @library does not hold
 * stays as it is; then nobody can say which side moved its slides. */
void     wb_deck_order_fill       (WbProjectState *base,
                                   WbProjectState *mine,
                                   WbProjectState *theirs,
                                   WbGuide        *guide,
                                   WbLibrary      *library);

G_END_DECLS
