/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-attachment.h"

G_BEGIN_DECLS

/**
 * WbAttachmentSource:
 *
 * A file on its way into a project: what it is called, and its bytes. Not changed after it was read; counted.
 */
typedef struct
{
  /* Owned */
  WbAttachment *about; /* without a row, a note and a day */
  GBytes *bytes;

  /*< private >*/
  gatomicrefcount ref_count;
} WbAttachmentSource;

/* Called now and then while a file is read, on the thread that reads. */
typedef void (*WbAttachmentProgress) (gint64   read,
                                      gint64   size,
                                      gpointer user_data);

/* Reads the file at @path, whole; what it is told by its content, not by its name alone. @progress: (nullable). On any thread. INVALID when it is
 * larger than WB_ATTACHMENT_MAX_BYTES, NOT_FOUND, CANCELLED … (transfer full) */
WbAttachmentSource *wb_attachment_source_read  (const char           *path,
                                                WbAttachmentProgress  progress,
                                                gpointer              user_data,
                                                GCancellable         *cancellable,
                                                GError              **error);
WbAttachmentSource *wb_attachment_source_ref   (WbAttachmentSource   *self);
void                wb_attachment_source_unref (WbAttachmentSource   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbAttachmentSource, wb_attachment_source_unref)

G_END_DECLS
