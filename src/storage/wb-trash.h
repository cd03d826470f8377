/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WbTrashed:
 *
 * A file that was put into the trash from here, and the way back.
 */
typedef struct _WbTrashed WbTrashed;

/* Puts the file @path into the user's trash. NULL when that cannot be; then it is where it was: G_IO_ERROR_NOT_SUPPORTED when there is no trash for
 * this place, other errors of GIO, with a sentence of ours. Blocks. (transfer full) */
WbTrashed *wb_trash_put       (const char  *path,
                               GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* Puts the file back to where it was. FALSE when that cannot be, because it is no longer in the trash, or another file has taken its place; it stays
 * where it is then. Blocks. */
gboolean   wb_trash_take_back (WbTrashed   *self,
                               GError     **error);
void       wb_trashed_free    (WbTrashed   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbTrashed, wb_trashed_free)

G_END_DECLS
