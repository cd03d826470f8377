/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WbCompareTray:
 *
 * The entries chosen for comparing, at most three, as a bar of buttons. Hidden while there is none. Uses the actions
 * "library.toggle-compare" (id and title), "library.compare", "library.clear-compare".
 */
#define WB_TYPE_COMPARE_TRAY (wb_compare_tray_get_type ())
G_DECLARE_FINAL_TYPE (WbCompareTray, wb_compare_tray, WB, COMPARE_TRAY, AdwBin)

/* Adds the entry, or takes it away when it is in; FALSE when the tray is full. */
gboolean           wb_compare_tray_toggle  (WbCompareTray *self,
                                            const char    *id,
                                            const char    *title);
gboolean           wb_compare_tray_has     (WbCompareTray *self,
                                            const char    *id);
void               wb_compare_tray_clear   (WbCompareTray *self);
/* In the order in which they were added. NULL-terminated. (transfer full) */
char             **wb_compare_tray_get_ids (WbCompareTray *self);

G_END_DECLS
