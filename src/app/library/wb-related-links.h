/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-library.h"

G_BEGIN_DECLS

/**
 * WbRelatedLinks:
 *
 * What an entry is tied to: its links and the entries that link to it, by the nature and direction of the tie, then those that
 * mention it in their text. Long lists are folded. A row activates "win.open-item". Hidden when there is nothing.
 */
#define WB_TYPE_RELATED_LINKS (wb_related_links_get_type ())
G_DECLARE_FINAL_TYPE (WbRelatedLinks, wb_related_links, WB, RELATED_LINKS, AdwBin)

void  wb_related_links_set_item (WbRelatedLinks *self,
                                 WbLibrary      *library,
                                 WbItem         *item);
/* Number of entries shown. */
guint wb_related_links_get_n_links (WbRelatedLinks *self);

G_END_DECLS
