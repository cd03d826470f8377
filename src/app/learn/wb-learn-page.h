/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-section.h"

G_BEGIN_DECLS

/**
 * WbLearnPage:
 *
 * The section "Learn": the learning paths with one's progress.
 */
#define WB_TYPE_LEARN_PAGE (wb_learn_page_get_type ())
G_DECLARE_FINAL_TYPE (WbLearnPage, wb_learn_page, WB, LEARN_PAGE, WbSection)

GtkWidget *wb_learn_page_new (WbServices *services);

G_END_DECLS
