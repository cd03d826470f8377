/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-question.h"

G_BEGIN_DECLS

/**
 * WbLesson:
 *
 * What a lesson adds to its text. Filled by the reader, then treated as immutable.
 */
#define WB_TYPE_LESSON (wb_lesson_get_type ())
G_DECLARE_FINAL_TYPE (WbLesson, wb_lesson, WB, LESSON, GObject)

/* @task is nullable; @minutes is the reading time. */
WbLesson   *wb_lesson_new           (guint           minutes,
                                     const char     *goal,
                                     const char     *task);
guint       wb_lesson_get_minutes   (WbLesson       *self);
const char *wb_lesson_get_goal      (WbLesson       *self);
const char *wb_lesson_get_task      (WbLesson       *self);
/* A new question at the end, to be filled. (transfer none) */
WbQuestion *wb_lesson_add_question  (WbLesson       *self,
                                     WbQuestionType  type,
                                     const char     *id,
                                     const char     *text,
                                     const char     *explanation);
/* Array of WbQuestion. (transfer none) */
GPtrArray  *wb_lesson_get_questions (WbLesson       *self);

G_END_DECLS
