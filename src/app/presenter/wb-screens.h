/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WbScreens:
 *
 * The screens of a display, by their number from 0, which another screen may have after one was plugged in or out.
 *
 * Signal "changed": there are others now. Screens come before their size is known, and several changes come together; it is told once, a
 * moment later.
 */
#define WB_TYPE_SCREENS (wb_screens_get_type ())
G_DECLARE_FINAL_TYPE (WbScreens, wb_screens, WB, SCREENS, GObject)

/* (transfer full) */
WbScreens  *wb_screens_new           (GdkDisplay      *display);
guint       wb_screens_get_n         (WbScreens       *self);
/* NULL where there is no such screen. (transfer full) (nullable) */
GdkMonitor *wb_screens_get_monitor   (WbScreens       *self,
                                      int              screen);
/* What stays the same while a screen is plugged in: the name of its socket. (transfer full) */
char       *wb_screens_dup_connector (WbScreens       *self,
                                      guint            screen);
/* -1 where it is not there; @connector is nullable. */
int         wb_screens_find          (WbScreens       *self,
                                      const char      *connector);
/* "HDMI-1 · 1280 × 720", for a screen that is there. (transfer full) */
char       *wb_screens_describe      (WbScreens       *self,
                                      guint            screen);
/* The screen that @window (nullable) is on; the first where that is not known. */
guint       wb_screens_find_home     (WbScreens       *self,
                                      GtkWindow       *window);

G_END_DECLS
