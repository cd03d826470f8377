/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-guide.h"
#include "wb-project-file.h"

G_BEGIN_DECLS

/*
 * Writes a project to another place: its file, with its history, so that the copy can be merged again later; or, when that cannot be
 * written any more (full disk, stick pulled out), all that is in memory. Done in a worker; an older file at @path is replaced only when
 * the new one is whole.
 */
void     wb_project_copy_async  (WbProjectFile       *file,
                                 WbGuide             *guide,
                                 const char          *path,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data);
gboolean wb_project_copy_finish (GAsyncResult        *result,
                                 GError             **error);

G_END_DECLS
