/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-content-folder.h"
#include "wb-library-writer.h"
#include "wb-library.h"
#include "wb-pack.h"

G_BEGIN_DECLS

/**
 * WbContentOverlay:
 *
 * Entries of packs on top of a library: checked by the rules of data/content/README.md with links that may lead into the library or
 * to other packs, and written behind its entries. A pack adds entries; it never takes the place of one that is there.
 */
#define WB_TYPE_CONTENT_OVERLAY (wb_content_overlay_get_type ())
G_DECLARE_FINAL_TYPE (WbContentOverlay, wb_content_overlay, WB, CONTENT_OVERLAY, GObject)

/* (transfer full) */
WbContentOverlay *wb_content_overlay_new   (WbLibrary         *library);
/* Reads the entries of @pack. */
void              wb_content_overlay_add   (WbContentOverlay  *self,
                                            WbPack            *pack);
/* Every fault found, sorted by file: WbFault. After the last pack was added. (transfer none) */
GPtrArray        *wb_content_overlay_check (WbContentOverlay  *self);
/* FALSE and the first fault as WB_ERROR_INVALID, with the number of all, when there is one. */
gboolean          wb_content_overlay_verify (WbContentOverlay *self,
                                             GError          **error);
/* Adds the entries, which must be without a fault, to @writer, which was begun over the same library. */
gboolean          wb_content_overlay_write (WbContentOverlay  *self,
                                            WbLibraryWriter   *writer,
                                            GError           **error);

G_END_DECLS
