/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-block-view.h"
#include "wb-services.h"

G_BEGIN_DECLS

/**
 * WbOwnNotes:
 *
 * The user's own text on an entry, saved as it is typed, and the passages highlighted in it, each with a remark. A passage that the
 * text no longer has stays in the list and says so.
 *
 * Signal "passage-activated" (GtkWidget: where in the text it stands).
 */
#define WB_TYPE_OWN_NOTES (wb_own_notes_get_type ())
G_DECLARE_FINAL_TYPE (WbOwnNotes, wb_own_notes, WB, OWN_NOTES, AdwBin)

/* Shows what there is on the entry @id, whose text @view shows. */
void  wb_own_notes_set_item       (WbOwnNotes  *self,
                                   WbUserStore *store,
                                   WbBlockView *view,
                                   const char  *id);
/* Highlights what is selected in the text. FALSE when nothing is. */
gboolean wb_own_notes_highlight   (WbOwnNotes  *self);
/* Puts the focus into the text. */
void  wb_own_notes_focus          (WbOwnNotes  *self);
guint wb_own_notes_get_n_passages (WbOwnNotes  *self);

G_END_DECLS
