/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answer-pane.h"

G_BEGIN_DECLS

/**
 * WbTypedPane:
 *
 * An entry for a NUMBER, with its unit, or for a TEXT.
 */
#define WB_TYPE_TYPED_PANE (wb_typed_pane_get_type ())
G_DECLARE_FINAL_TYPE (WbTypedPane, wb_typed_pane, WB, TYPED_PANE, WbAnswerPane)

G_END_DECLS
