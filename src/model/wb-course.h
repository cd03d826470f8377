/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WbCourse:
 *
 * What a learning path adds to its text: a goal and its lessons in order.
 */
#define WB_TYPE_COURSE (wb_course_get_type ())
G_DECLARE_FINAL_TYPE (WbCourse, wb_course, WB, COURSE, GObject)

WbCourse   *wb_course_new         (const char *goal);
const char *wb_course_get_goal    (WbCourse   *self);
void        wb_course_add_lesson  (WbCourse   *self,
                                   const char *lesson);
/* Array of char *: entry ids of the lessons. (transfer none) */
GPtrArray  *wb_course_get_lessons (WbCourse   *self);

G_END_DECLS
