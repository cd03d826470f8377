/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wb-lesson.h"
#include "wb-user-store.h"

G_BEGIN_DECLS

/**
 * WbQuestionView:
 *
 * One question: its options, the button that answers, then which options are right and why. A wrong answer can be
 * tried again. The last answer is kept in the user store and shown when the lesson is opened again.
 *
 * Signal "answered" (right).
 */
#define WB_TYPE_QUESTION_VIEW (wb_question_view_get_type ())
G_DECLARE_FINAL_TYPE (WbQuestionView, wb_question_view, WB, QUESTION_VIEW, GtkWidget)

/* @question belongs to @lesson, which is kept; @number counts from 1. */
GtkWidget *wb_question_view_new          (WbUserStore      *store,
                                          WbLesson         *lesson,
                                          const char       *lesson_id,
                                          const WbQuestion *question,
                                          guint             number);
gboolean   wb_question_view_get_answered (WbQuestionView   *self);

G_END_DECLS
