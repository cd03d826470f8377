/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-field-row.h"

G_BEGIN_DECLS

/**
 * WbAttachmentField:
 *
 * The files that are attached to a question: chosen in a dialog or dropped here, read on a thread, opened as a copy to be read, saved, removed.
 */
#define WB_TYPE_ATTACHMENT_FIELD (wb_attachment_field_get_type ())
G_DECLARE_FINAL_TYPE (WbAttachmentField, wb_attachment_field, WB, ATTACHMENT_FIELD, WbFieldRow)

/* Attaches the files at @paths, as if they had been chosen or dropped. Nothing happens while others are on their way. */
void wb_attachment_field_attach (WbAttachmentField *self,
                                 const char *const *paths);

G_END_DECLS
