/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-field-row.h"

G_BEGIN_DECLS

/**
 * WbFindingList:
 *
 * What the guide's rules find in a table, each with its reason, its source, a way to the library and, for a gap, a button that adds
 * the row. Hidden when there is nothing. Follows all answers of the project.
 *
 * Entries are opened with the action "win.open-item".
 */
#define WB_TYPE_FINDING_LIST (wb_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (WbFindingList, wb_finding_list, WB, FINDING_LIST, GtkWidget)

/* @owner: the row of a field with a grid; it holds the list. (transfer floating) */
GtkWidget *wb_finding_list_new   (WbFieldRow    *owner);
/* For tests. */
guint      wb_finding_list_count (WbFindingList *self);

G_END_DECLS
