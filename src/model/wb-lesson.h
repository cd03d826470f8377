/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  WB_QUESTION_SINGLE,   /* exactly one answer is right */
  WB_QUESTION_MULTIPLE, /* one or more answers are right */
} WbQuestionType;

typedef struct
{
  gboolean correct;

  /* Owned */
  char *text;
  char *explanation;
} WbAnswerOption;

typedef struct
{
  WbQuestionType type;

  /* Owned */
  char *id;
  char *text;
  char *explanation;
  GPtrArray *options; /* WbAnswerOption */
} WbQuestion;

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
/* (transfer none) */
WbQuestion *wb_lesson_add_question  (WbLesson       *self,
                                     WbQuestionType  type,
                                     const char     *id,
                                     const char     *text,
                                     const char     *explanation);
void        wb_question_add_option  (WbQuestion     *question,
                                     const char     *text,
                                     gboolean        correct,
                                     const char     *explanation);
/* Array of WbQuestion. (transfer none) */
GPtrArray  *wb_lesson_get_questions (WbLesson       *self);

G_END_DECLS
