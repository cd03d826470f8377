/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wb-document.h"

G_BEGIN_DECLS

/**
 * WbCompareWindow:
 *
 * A document of several columns to read on screen, to save and to print. Escape closes it.
 */
#define WB_TYPE_COMPARE_WINDOW (wb_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (WbCompareWindow, wb_compare_window, WB, COMPARE_WINDOW, AdwWindow)

/* @parent: the window to stand before. */
GtkWidget *wb_compare_window_new (GtkWindow  *parent,
                                  WbDocument *document);

G_END_DECLS
