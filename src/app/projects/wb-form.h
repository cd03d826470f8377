/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-field-row.h"

G_BEGIN_DECLS

/**
 * WbForm:
 *
 * The questions of one step, drawn from the guide. Questions come and go with the answers they depend on.
 */
#define WB_TYPE_FORM (wb_form_get_type ())
G_DECLARE_FINAL_TYPE (WbForm, wb_form, WB, FORM, GtkWidget)

GtkWidget  *wb_form_new      (void);
/* Stores what is being typed and shows the questions of @step (nullable: none). */
void        wb_form_set_step (WbForm        *self,
                              WbFormContext *context,
                              const WbStep  *step);
/* Stores what is being typed. */
void        wb_form_flush    (WbForm        *self);
/* The row of the question @field; NULL when the step does not ask it. (transfer none) */
WbFieldRow *wb_form_get_row  (WbForm        *self,
                              const char    *field);

G_END_DECLS
