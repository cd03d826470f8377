/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-lesson.h"

struct _WbLesson
{
  GObject parent_instance;

  guint minutes;

  /* Owned */
  char *goal;
  char *task;
  GPtrArray *questions;
};

G_DEFINE_FINAL_TYPE (WbLesson, wb_lesson, G_TYPE_OBJECT)

static void
wb_lesson_finalize (GObject *object)
{
  WbLesson *self = WB_LESSON (object);

  g_free (self->goal);
  g_free (self->task);
  g_ptr_array_unref (self->questions);

  G_OBJECT_CLASS (wb_lesson_parent_class)->finalize (object);
}

static void
wb_lesson_class_init (WbLessonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_lesson_finalize;
}

static void
wb_lesson_init (WbLesson *self)
{
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) wb_question_unref);
}

WbLesson *
wb_lesson_new (guint       minutes,
               const char *goal,
               const char *task)
{
  WbLesson *self = g_object_new (WB_TYPE_LESSON, NULL);

  self->minutes = minutes;
  self->goal = g_strdup (goal);
  self->task = g_strdup (task);

  return self;
}

guint
wb_lesson_get_minutes (WbLesson *self)
{
  g_return_val_if_fail (WB_IS_LESSON (self), 0);

  return self->minutes;
}

const char *
wb_lesson_get_goal (WbLesson *self)
{
  g_return_val_if_fail (WB_IS_LESSON (self), NULL);

  return self->goal;
}

const char *
wb_lesson_get_task (WbLesson *self)
{
  g_return_val_if_fail (WB_IS_LESSON (self), NULL);

  return self->task;
}

WbQuestion *
wb_lesson_add_question (WbLesson       *self,
                        WbQuestionType  type,
                        const char     *id,
                        const char     *text,
                        const char     *explanation)
{
  WbQuestion *question;

  g_return_val_if_fail (WB_IS_LESSON (self), NULL);

  question = wb_question_new (type, id, text, explanation);
  g_ptr_array_add (self->questions, question);

  return question;
}

GPtrArray *
wb_lesson_get_questions (WbLesson *self)
{
  g_return_val_if_fail (WB_IS_LESSON (self), NULL);

  return self->questions;
}
