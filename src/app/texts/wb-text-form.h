/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-guide.h"
#include "wb-text-part.h"

G_BEGIN_DECLS

/**
 * WbTextForm:
 *
 * A passage of a text, to be rewritten; beside it what the template says, and what it said when it was rewritten. What is typed
 * goes into the part at once. Its buttons activate "text.hide", "text.reset", "text.confirm" and "text.delete".
 *
 * Signal "changed", after a pause in typing and when another passage comes.
 */
#define WB_TYPE_TEXT_FORM (wb_text_form_get_type ())
G_DECLARE_FINAL_TYPE (WbTextForm, wb_text_form, WB, TEXT_FORM, AdwBin)

/* Whose questions placeholders ask for. */
void wb_text_form_set_guide (WbTextForm *self,
                             WbGuide    *guide);
/* @part is written to from now on; NULL: nothing to write in. */
void wb_text_form_set_part (WbTextForm *self,
                            WbTextPart *part);
/* Shows what the part is now, but for the text. */
void wb_text_form_update   (WbTextForm *self);
/* Tells of what was typed last without waiting for a pause. */
void wb_text_form_flush    (WbTextForm *self);
void wb_text_form_focus    (WbTextForm *self);

G_END_DECLS
