/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wb-course.h"

struct _WbCourse
{
  GObject parent_instance;

  /* Owned */
  char *goal;
  GPtrArray *lessons;
};

G_DEFINE_FINAL_TYPE (WbCourse, wb_course, G_TYPE_OBJECT)

static void
wb_course_finalize (GObject *object)
{
  WbCourse *self = WB_COURSE (object);

  g_free (self->goal);
  g_ptr_array_unref (self->lessons);

  G_OBJECT_CLASS (wb_course_parent_class)->finalize (object);
}

static void
wb_course_class_init (WbCourseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wb_course_finalize;
}

static void
wb_course_init (WbCourse *self)
{
  self->lessons = g_ptr_array_new_with_free_func (g_free);
}

WbCourse *
wb_course_new (const char *goal)
{
  WbCourse *self = g_object_new (WB_TYPE_COURSE, NULL);

  self->goal = g_strdup (goal);

  return self;
}

const char *
wb_course_get_goal (WbCourse *self)
{
  g_return_val_if_fail (WB_IS_COURSE (self), NULL);

  return self->goal;
}

void
wb_course_add_lesson (WbCourse   *self,
                      const char *lesson)
{
  g_return_if_fail (WB_IS_COURSE (self));
  g_return_if_fail (lesson != NULL);

  g_ptr_array_add (self->lessons, g_strdup (lesson));
}

GPtrArray *
wb_course_get_lessons (WbCourse *self)
{
  g_return_val_if_fail (WB_IS_COURSE (self), NULL);

  return self->lessons;
}
