/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-letterhead.h"
#include "wb-picture.h"

G_BEGIN_DECLS

/**
 * WbLetterheadForm:
 *
 * The questions for a letterhead: sender, picture, colour, look. A colour in which text could not be read is told with its contrast,
 * and the nearest darker tone offered.
 *
 * Signals: "changed" whenever one of the answers is another; "choose-picture" when a picture file is wanted, see
 * wb_letterhead_form_set_picture().
 */
#define WB_TYPE_LETTERHEAD_FORM (wb_letterhead_form_get_type ())
G_DECLARE_FINAL_TYPE (WbLetterheadForm, wb_letterhead_form, WB, LETTERHEAD_FORM, AdwBin)

/* @looks: WbLook, one at least. (transfer none) for both. */
GtkWidget    *wb_letterhead_form_new            (const WbLetterhead *letterhead,
                                                 GPtrArray          *looks);
/* As it is filled in now. (transfer full) */
WbLetterhead *wb_letterhead_form_dup_letterhead (WbLetterheadForm   *self);
/* @bytes: (nullable) a file that can be drawn; NULL for no picture. */
void          wb_letterhead_form_set_picture    (WbLetterheadForm   *self,
                                                 GBytes             *bytes);
/* Fills in @letterhead in place of what is there. */
void          wb_letterhead_form_set_letterhead (WbLetterheadForm   *self,
                                                 const WbLetterhead *letterhead);

G_END_DECLS
