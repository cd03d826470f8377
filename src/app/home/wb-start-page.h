/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-section.h"

G_BEGIN_DECLS

/**
 * WbStartPage:
 *
 * The section "Start": go on where one left off, what to learn next, use cases that fit the municipality and why. Rebuilt when
 * the user's own data change.
 */
#define WB_TYPE_START_PAGE (wb_start_page_get_type ())
G_DECLARE_FINAL_TYPE (WbStartPage, wb_start_page, WB, START_PAGE, WbSection)

GtkWidget *wb_start_page_new (WbServices *services);

G_END_DECLS
