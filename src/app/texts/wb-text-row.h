/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-guide.h"
#include "wb-text-part.h"

G_BEGIN_DECLS

/**
 * WbTextRow:
 *
 * A passage in the list of a text that is being edited: how it begins, and whether it was rewritten, left out or written anew, and
 * whether the template says something else by now.
 */
#define WB_TYPE_TEXT_ROW (wb_text_row_get_type ())
G_DECLARE_FINAL_TYPE (WbTextRow, wb_text_row, WB, TEXT_ROW, GtkListBoxRow)

/* @part: shown and handed out, not copied. @guide: whose questions placeholders ask for. */
GtkWidget  *wb_text_row_new      (WbTextPart *part,
                                  WbGuide    *guide);
/* (transfer none) */
WbTextPart *wb_text_row_get_part (WbTextRow  *self);
/* Shows what the part is now. */
void        wb_text_row_update   (WbTextRow  *self);

G_END_DECLS
