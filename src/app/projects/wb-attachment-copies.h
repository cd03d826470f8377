/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WbAttachmentCopies:
 *
 * The copies of attachments that are shown by other programs: in a folder of the user's own session that nobody else can look into, to be read
 * only, and gone with this object. What is changed in them would be lost, which is why they cannot be changed.
 */
#define WB_TYPE_ATTACHMENT_COPIES (wb_attachment_copies_get_type ())
G_DECLARE_FINAL_TYPE (WbAttachmentCopies, wb_attachment_copies, WB, ATTACHMENT_COPIES, GObject)

WbAttachmentCopies *wb_attachment_copies_new  (void);
/* Writes a copy of the attachment with @hash out of the project at @project, called @name, and says where it is. On any thread. (transfer
 * full) */
char               *wb_attachment_copies_make (WbAttachmentCopies  *self,
                                               const char          *project,
                                               const char          *hash,
                                               const char          *name,
                                               GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
