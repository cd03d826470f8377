/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-question.h"
#include "wb-user-store.h"

G_BEGIN_DECLS

/**
 * WbQuestionView:
 *
 * One question: the means to answer it (WbAnswerPane), the button that answers, then what is right and why. A wrong answer can be
 * tried again. Each answer is kept in the user store for the one who learns now; the last one is shown when the lesson is
 * opened again.
 *
 * Signal "answered" (right).
 */
#define WB_TYPE_QUESTION_VIEW (wb_question_view_get_type ())
G_DECLARE_FINAL_TYPE (WbQuestionView, wb_question_view, WB, QUESTION_VIEW, GtkWidget)

/* @number counts from 1; 0 for none. With @afresh an earlier answer is not shown. */
GtkWidget *wb_question_view_new          (WbUserStore    *store,
                                          const char     *lesson_id,
                                          WbQuestion     *question,
                                          guint           number,
                                          gboolean        afresh);
gboolean   wb_question_view_get_answered (WbQuestionView *self);

G_END_DECLS
