/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-stationery.h"

G_BEGIN_DECLS

/**
 * WbLetterheadPreview:
 *
 * What a letterhead looks like, on the first page of an example, on the next one, and on a slide.
 */
#define WB_TYPE_LETTERHEAD_PREVIEW (wb_letterhead_preview_get_type ())
G_DECLARE_FINAL_TYPE (WbLetterheadPreview, wb_letterhead_preview, WB, LETTERHEAD_PREVIEW, AdwBin)

GtkWidget *wb_letterhead_preview_new (void);
/* @stationery: (nullable) NULL for none. Drawn in a worker; the last one asked for is what is shown. */
void       wb_letterhead_preview_set (WbLetterheadPreview *self,
                                      WbStationery        *stationery);

G_END_DECLS
