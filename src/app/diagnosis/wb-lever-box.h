/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-circle.h"
#include "wb-library.h"

G_BEGIN_DECLS

/**
 * WbLeverBox:
 *
 * A lever as it is recommended: what to do, the entries of the library that help, and a button that takes it into a project
 * ("diagnosis.take-lever" with @circle's id and the lever's number).
 */
#define WB_TYPE_LEVER_BOX (wb_lever_box_get_type ())
G_DECLARE_FINAL_TYPE (WbLeverBox, wb_lever_box, WB, LEVER_BOX, GtkWidget)

/* @title stands above it, @caption (nullable) below that; @circle: id of the circle the lever is the @index-th of. */
GtkWidget *wb_lever_box_new (WbLibrary     *library,
                             const WbLever *lever,
                             const char    *title,
                             const char    *caption,
                             const char    *circle,
                             guint          index);

G_END_DECLS
