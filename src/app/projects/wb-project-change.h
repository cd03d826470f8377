/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-services.h"

G_BEGIN_DECLS

/* Changes @file; runs where the file belongs, the main thread or a worker. FALSE with the reason leaves it as it is. */
typedef gboolean (*WbProjectChangeFunc) (WbProjectFile  *file,
                                         gpointer        data,
                                         GError        **error);

/* Changes the project at @path through the same writer as the form: in the file that is open in a window, or else in the file itself, opened and closed
 * by a worker. Who asks first comes first, also among those who open the project. @data goes to @func and then to @destroy (nullable). */
void     wb_project_change_async  (WbServices           *services,
                                   const char           *path,
                                   WbProjectChangeFunc   func,
                                   gpointer              data,
                                   GDestroyNotify        destroy,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean wb_project_change_finish (GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
