/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-field-row.h"

G_BEGIN_DECLS

/**
 * WbRaciView:
 *
 * The tasks of a RACI matrix by the persons that can be chosen, a button for each pair. Pressing it goes from nothing over R, A, C and
 * I back to nothing; the keys R, A, C and I set and take away one letter (somebody may do a task and answer for it), Delete all of
 * them. A screen reader hears "Check the data, Alex: does it, answers for it".
 */
#define WB_TYPE_RACI_VIEW (wb_raci_view_get_type ())
G_DECLARE_FINAL_TYPE (WbRaciView, wb_raci_view, WB, RACI_VIEW, GtkWidget)

/* @owner: the row of a field with a RACI grid; it holds the view. (transfer floating) */
GtkWidget *wb_raci_view_new      (WbFieldRow *owner);
/* The button of a pair, for tests; NULL when there is none. (transfer none) */
GtkWidget *wb_raci_view_get_cell (WbRaciView *self,
                                  const char *row,
                                  const char *person);

G_END_DECLS
