/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-contribution.h"

G_BEGIN_DECLS

/**
 * WbContributionRow:
 *
 * One piece of a contribution: what it is, the text that goes out, to be rewritten, whether it goes out at all, what was replaced in it,
 * and what still says who somebody is.
 *
 * Signals: "changed"; "rewritten", when that was the text.
 */
#define WB_TYPE_CONTRIBUTION_ROW (wb_contribution_row_get_type ())
G_DECLARE_FINAL_TYPE (WbContributionRow, wb_contribution_row, WB, CONTRIBUTION_ROW, GtkBox)

/* @contribution must outlive it. */
GtkWidget *wb_contribution_row_new            (WbContribution    *contribution,
                                               guint              i);
/* How many places of it would say who somebody is. */
guint      wb_contribution_row_count_personal (WbContributionRow *self);

G_END_DECLS
