/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-diagnosis.h"

G_BEGIN_DECLS

/**
 * WbBarrierWalk:
 *
 * The graph of all barriers as a walk: the barrier one stands at, what brings it about and what it brings about, each with the reason;
 * choosing one of them goes there. Below it the whole graph as a drawing with the arrows of this barrier drawn out. "win.open-item" opens the
 * entry, "diagnosis.show-circle" the circles it is part of.
 */
#define WB_TYPE_BARRIER_WALK (wb_barrier_walk_get_type ())
G_DECLARE_FINAL_TYPE (WbBarrierWalk, wb_barrier_walk, WB, BARRIER_WALK, GtkWidget)

/* @diagnosis: (nullable) gives the levels; @id: (nullable) where the walk begins. */
GtkWidget  *wb_barrier_walk_new    (GPtrArray     *barriers,
                                    GPtrArray     *circles,
                                    WbDiagnosis   *diagnosis,
                                    const char    *id);
/* The id of the barrier one stands at. */
const char *wb_barrier_walk_get_id (WbBarrierWalk *self);
/* Goes to the barrier @id; nothing happens when there is none. */
void        wb_barrier_walk_go     (WbBarrierWalk *self,
                                    const char    *id);

G_END_DECLS
