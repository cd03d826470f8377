/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-field-row.h"

G_BEGIN_DECLS

/**
 * WbAttachmentRow:
 *
 * One attached file: its name, size and day, a note, and what can be done with it.
 *
 * Signals: "open", "save", "remove".
 */
#define WB_TYPE_ATTACHMENT_ROW (wb_attachment_row_get_type ())
G_DECLARE_FINAL_TYPE (WbAttachmentRow, wb_attachment_row, WB, ATTACHMENT_ROW, GtkWidget)

/* @owner shows the problems of the note. (transfer floating) */
GtkWidget  *wb_attachment_row_new     (WbFieldRow      *owner,
                                       const char      *row);
const char *wb_attachment_row_get_row (WbAttachmentRow *self);
/* Shows what the answers hold now. */
void        wb_attachment_row_update  (WbAttachmentRow *self);
/* The owner is about to let it go: what is being typed goes along. */
void        wb_attachment_row_detach  (WbAttachmentRow *self);

G_END_DECLS
