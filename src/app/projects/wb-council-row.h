/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-council-gap.h"

G_BEGIN_DECLS

/**
 * WbCouncilRow:
 *
 * Something that is missing before the council meets: how much it matters, what it is and why, where, and when it is due.
 */
#define WB_TYPE_COUNCIL_ROW (wb_council_row_get_type ())
G_DECLARE_FINAL_TYPE (WbCouncilRow, wb_council_row, WB, COUNCIL_ROW, GtkListBoxRow)

/* @gap has to outlive the row. */
GtkWidget          *wb_council_row_new     (const WbCouncilGap *gap,
                                            const GDate        *today);
const WbCouncilGap *wb_council_row_get_gap (WbCouncilRow       *self);

G_END_DECLS
