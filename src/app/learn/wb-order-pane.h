/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answer-pane.h"

G_BEGIN_DECLS

/**
 * WbOrderPane:
 *
 * The items of an ORDER as rows that are moved: with the buttons, with Alt and the arrow keys, or with the mouse.
 */
#define WB_TYPE_ORDER_PANE (wb_order_pane_get_type ())
G_DECLARE_FINAL_TYPE (WbOrderPane, wb_order_pane, WB, ORDER_PANE, WbAnswerPane)

G_END_DECLS
