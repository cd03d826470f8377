/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-guide.h"
#include "wb-services.h"

G_BEGIN_DECLS

/* A project that was opened, and nobody else can have yet. */
typedef struct
{
  /* Owned */
  WbProjectFile *file;
  WbGuide *guide;
  WbFileTurn *turn;
} WbProjectOpening;

/* Lets others have the file. Whoever keeps it open says so before, with wb_open_projects_add(). */
void              wb_project_opening_free   (WbProjectOpening     *self);

/* Opens the project at @path in a worker, once all who asked for its file before are through; see WbFileTurns. */
void              wb_project_opening_async  (WbServices           *services,
                                             const char           *path,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
/* G_IO_ERROR_EXISTS when it is open in a window by now. @path: (out) (transfer full): of the file. (transfer full) */
WbProjectOpening *wb_project_opening_finish (GAsyncResult         *result,
                                             char                **path,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbProjectOpening, wb_project_opening_free)

G_END_DECLS
