/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answer-pane.h"

G_BEGIN_DECLS

/**
 * WbChoicePane:
 *
 * The answers of a SINGLE, MULTIPLE or CASE as rows to tick; afterwards each says whether it is right, and why.
 */
#define WB_TYPE_CHOICE_PANE (wb_choice_pane_get_type ())
G_DECLARE_FINAL_TYPE (WbChoicePane, wb_choice_pane, WB, CHOICE_PANE, WbAnswerPane)

G_END_DECLS
