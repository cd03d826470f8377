/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-guide.h"
#include "wb-slide.h"

G_BEGIN_DECLS

/**
 * WbSlideForm:
 *
 * Title, text and notes of a slide, to be written in. What is typed goes into the slide at once.
 *
 * Signal "changed", after a pause in typing and when another slide comes.
 */
#define WB_TYPE_SLIDE_FORM (wb_slide_form_get_type ())
G_DECLARE_FINAL_TYPE (WbSlideForm, wb_slide_form, WB, SLIDE_FORM, GtkWidget)

/* @slide is written to from now on; NULL: nothing to write in. */
void wb_slide_form_set_slide   (WbSlideForm *self,
                                WbSlide     *slide);
/* "Insert" offers the drawings of the answers @guide asks for, too. */
void wb_slide_form_set_guide   (WbSlideForm *self,
                                WbGuide     *guide);
/* Tells of what was typed last without waiting for a pause. */
void wb_slide_form_flush       (WbSlideForm *self);
void wb_slide_form_focus_title (WbSlideForm *self);

G_END_DECLS
