/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-form.h"
#include "wb-guide.h"
#include "wb-project-file.h"

G_BEGIN_DECLS

/**
 * WbStepPage:
 *
 * One step: title, why it is worth doing, its questions, its documents, and the way to the next. A step that does not apply shows
 * the reason instead of the questions.
 *
 * The buttons activate "project.previous-step" and "project.next-step". Signal "use-document" (name, WbDocumentUse).
 */
#define WB_TYPE_STEP_PAGE (wb_step_page_get_type ())
G_DECLARE_FINAL_TYPE (WbStepPage, wb_step_page, WB, STEP_PAGE, GtkWidget)

/* Stores what is being typed and shows @step. */
void    wb_step_page_set_step (WbStepPage    *self,
                               WbFormContext *context,
                               WbProjectFile *file,
                               const WbStep  *step);
/* Stores what is being typed. */
void    wb_step_page_flush    (WbStepPage    *self);
/* Puts the focus into the question @id, and the question into the upper third of the page. FALSE when it is not there, or takes no focus. */
gboolean wb_step_page_show_field (WbStepPage   *self,
                                  const char   *id);
/* (transfer none) */
WbForm *wb_step_page_get_form (WbStepPage    *self);

G_END_DECLS
