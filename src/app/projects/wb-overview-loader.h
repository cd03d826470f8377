/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "wb-council-source.h"
#include "wb-project-overview.h"

G_BEGIN_DECLS

/* What is known of one project of the list. */
typedef struct
{
  char *path;
  WbProjectOverview *overview; /* (nullable) NULL when it cannot be read */
  WbCouncilSource *council;    /* (nullable) what is missing before the council meets; NULL without a day, or when that cannot be told */
  GError *error;               /* (nullable) why there is no overview */
} WbLoadedProject;

void       wb_loaded_project_free    (WbLoadedProject      *self);

/* Reads the projects @recent (element-type WbRecentProject) in a worker. One that cannot be read does not keep the others back. @library: (nullable)
 * without it nothing is said about the council. */
void       wb_overview_loader_async  (WbLibrary            *library,
                                      GPtrArray            *recent,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
/* Element-type WbLoadedProject, in the same order; NULL only when it was cancelled. (transfer full) */
GPtrArray *wb_overview_loader_finish (GAsyncResult         *result,
                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
