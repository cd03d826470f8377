/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-pack-store.h"

G_BEGIN_DECLS

/**
 * WbPackPreview:
 *
 * What importing a pack would do, and whether to do it: what the signature is worth, the fingerprint, all entries that are new, changed or removed. Whatever is
 * not beyond doubt wants a tick before "import" can be pressed. The responses are "cancel" and "import".
 */
#define WB_TYPE_PACK_PREVIEW (wb_pack_preview_get_type ())
G_DECLARE_FINAL_TYPE (WbPackPreview, wb_pack_preview, WB, PACK_PREVIEW, AdwMessageDialog)

/* Takes @plan. */
GtkWidget         *wb_pack_preview_new       (GtkWindow      *parent,
                                              WbPackPlan     *plan);
/* (transfer none) */
const WbPackPlan  *wb_pack_preview_get_plan  (WbPackPreview  *self);
/* What was ticked. */
WbPackImportFlags  wb_pack_preview_get_flags (WbPackPreview  *self);
gboolean           wb_pack_preview_get_trust (WbPackPreview  *self);

G_END_DECLS
