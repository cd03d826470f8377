/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-document.h"

G_BEGIN_DECLS

/**
 * WbPresentation:
 *
 * A document full screen, one page at a time, for the projector. Page Down, arrows, Space, Enter and a click go on; Page
 * Up, arrows and Backspace go back; Home and End; B or full stop blackens the screen; Esc ends. The text of the page is the accessible
 * description, so that a screen reader can read it out.
 *
 * Property "page" (from 0), "black".
 */
#define WB_TYPE_PRESENTATION (wb_presentation_get_type ())
G_DECLARE_FINAL_TYPE (WbPresentation, wb_presentation, WB, PRESENTATION, GtkWindow)

GtkWidget *wb_presentation_new         (WbDocument     *document);
guint      wb_presentation_get_n_pages (WbPresentation *self);
guint      wb_presentation_get_page    (WbPresentation *self);
/* Beyond the ends: stays where it is. */
void       wb_presentation_set_page    (WbPresentation *self,
                                        guint           page);
gboolean   wb_presentation_get_black   (WbPresentation *self);
void       wb_presentation_set_black   (WbPresentation *self,
                                        gboolean        black);

G_END_DECLS
