/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answer-pane.h"

G_BEGIN_DECLS

/**
 * WbMatchPane:
 *
 * The left sides of a MATCH, each with a list of the right sides to choose from. A right side can stand once.
 */
#define WB_TYPE_MATCH_PANE (wb_match_pane_get_type ())
G_DECLARE_FINAL_TYPE (WbMatchPane, wb_match_pane, WB, MATCH_PANE, WbAnswerPane)

G_END_DECLS
