/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-json.h"
#include "wb-pack.h"

G_BEGIN_DECLS

/* An empty pack out of the members that name it; faults go to the report of @json. (transfer full) */
WbPack *wb_pack_read_head (const WbJson *json);

G_END_DECLS
