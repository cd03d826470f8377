/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-diagnosis.h"
#include "wb-library.h"

G_BEGIN_DECLS

/**
 * WbCircleView:
 *
 * One circle of barriers: the ring as a drawing, the same chain as a list, its levers with the entries that help, and the circles it shares
 * barriers with. Up and Down in the list go from link to link and mark it in the ring. Entries are opened with "win.open-item", other
 * circles with "diagnosis.show-circle".
 */
#define WB_TYPE_CIRCLE_VIEW (wb_circle_view_get_type ())
G_DECLARE_FINAL_TYPE (WbCircleView, wb_circle_view, WB, CIRCLE_VIEW, GtkWidget)

/* @index: which of @circles (WbDiagnosisCircle); @diagnosis: (nullable) gives the levels. */
GtkWidget  *wb_circle_view_new      (WbLibrary    *library,
                                     GPtrArray    *barriers,
                                     GPtrArray    *circles,
                                     guint         index,
                                     WbDiagnosis  *diagnosis);
/* The link that is chosen, from 0. */
int         wb_circle_view_get_link (WbCircleView *self);

G_END_DECLS
