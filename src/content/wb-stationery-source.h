/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-document.h"
#include "wb-library.h"
#include "wb-user-store.h"

G_BEGIN_DECLS

/* The user's letterhead with the looks of @library; NULL when the user has none. A picture that cannot be drawn any more is left out, and
 * said so in the log. (transfer full) (nullable) */
WbStationery *wb_stationery_source_load (WbUserStore *store,
                                         WbLibrary   *library);
/* The same, with the picture drawn in a thread: a coat of arms may take longer than a frame. Asks @store and @library at once. */
void          wb_stationery_source_load_async (WbUserStore         *store,
                                               WbLibrary           *library,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
/* (transfer full) (nullable): NULL without @error when the user has none. The only error is G_IO_ERROR_CANCELLED. */
WbStationery *wb_stationery_source_load_finish (GAsyncResult  *result,
                                                GError       **error);

G_END_DECLS
