/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-field-row.h"

G_BEGIN_DECLS

/**
 * WbTimelineView:
 *
 * The milestones of a table on a line, drawn as in documents; empty while none has a day or a week.
 */
#define WB_TYPE_TIMELINE_VIEW (wb_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (WbTimelineView, wb_timeline_view, WB, TIMELINE_VIEW, GtkWidget)

/* @owner: the row of a field with MILESTONES; it holds the view. (transfer floating) */
GtkWidget *wb_timeline_view_new (WbFieldRow *owner);

G_END_DECLS
