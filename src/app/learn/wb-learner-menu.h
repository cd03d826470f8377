/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-user-store.h"

G_BEGIN_DECLS

/**
 * WbLearnerMenu:
 *
 * Who learns now, as a button with a menu: another one of those who learn on this laptop, somebody new, the guest; taking progress away in a
 * file, adding that of a file, deleting somebody. Nobody logs in: the name only keeps several people's progress apart.
 */
#define WB_TYPE_LEARNER_MENU (wb_learner_menu_get_type ())
G_DECLARE_FINAL_TYPE (WbLearnerMenu, wb_learner_menu, WB, LEARNER_MENU, AdwBin)

GtkWidget *wb_learner_menu_new    (WbUserStore   *store);
/* Writes the progress of the one who learns now to @path, adds that of @path; faults in a dialog, success in a toast. */
void       wb_learner_menu_export (WbLearnerMenu *self,
                                   const char    *path);
void       wb_learner_menu_merge  (WbLearnerMenu *self,
                                   const char    *path);

/* The name to show for @name: "" is the guest. (transfer none) */
const char *wb_learner_menu_get_display_name (const char *name);

G_END_DECLS
