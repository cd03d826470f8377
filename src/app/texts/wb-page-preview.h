/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-document.h"

G_BEGIN_DECLS

/**
 * WbPagePreview:
 *
 * The pages of a document, one at a time, as they will be on paper; laid out off the main thread.
 */
#define WB_TYPE_PAGE_PREVIEW (wb_page_preview_get_type ())
G_DECLARE_FINAL_TYPE (WbPagePreview, wb_page_preview, WB, PAGE_PREVIEW, AdwBin)

GtkWidget *wb_page_preview_new (void);
/* Shows @document: the page on which @passage (nullable) begins, else the one that was shown. */
void       wb_page_preview_set (WbPagePreview *self,
                                WbDocument    *document,
                                const char    *passage);
/* From 1; 0 as long as nothing is drawn. */
guint      wb_page_preview_get_page (WbPagePreview *self);
/* Whether a worker still draws for it. */
gboolean   wb_page_preview_is_busy  (WbPagePreview *self);

G_END_DECLS
