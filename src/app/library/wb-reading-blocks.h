/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-block.h"
#include "wb-library.h"

G_BEGIN_DECLS

/* All of an entry as the reading pane shows it: fact sheet, text, what its kind adds (items of a checklist, phases and steps of a
 * guide, lessons of a course), sources. (transfer full) */
WbBlock    *wb_reading_blocks_new         (WbItem        *item,
                                           WbLibrary     *library);
/* The anchor of the heading over the sources; NULL when there are none. Valid as long as @blocks. (transfer none) */
const char *wb_reading_blocks_get_sources (const WbBlock *blocks,
                                           WbItem        *item);

G_END_DECLS
