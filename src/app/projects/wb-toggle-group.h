/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WbToggleGroup:
 *
 * Linked buttons of which at most one is chosen; the chosen one also carries a check mark. Choosing it again takes the choice back.
 * The arrow keys lead from one button to the next.
 *
 * Signal "chosen" (id; "" when taken back), when the user chose.
 */
#define WB_TYPE_TOGGLE_GROUP (wb_toggle_group_get_type ())
G_DECLARE_FINAL_TYPE (WbToggleGroup, wb_toggle_group, WB, TOGGLE_GROUP, GtkWidget)

GtkWidget       *wb_toggle_group_new        (void);
/* @name: what a screen reader says. */
void             wb_toggle_group_add        (WbToggleGroup *self,
                                             const char    *id,
                                             const char    *label,
                                             const char    *name);
/* "" when none is. (transfer none) */
const char      *wb_toggle_group_get_chosen (WbToggleGroup *self);
void             wb_toggle_group_set_chosen (WbToggleGroup *self,
                                             const char    *id);
/* For tests. NULL when there is no such button. (transfer none) */
GtkToggleButton *wb_toggle_group_get_button (WbToggleGroup *self,
                                             const char    *id);

G_END_DECLS
