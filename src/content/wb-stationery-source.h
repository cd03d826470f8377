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

G_END_DECLS
