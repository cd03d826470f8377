/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-learner.h"
#include "wb-lesson.h"

G_BEGIN_DECLS

/* A lesson of a learning path, as far as the learner has got. */
typedef struct
{
  gboolean finished;
  gint64 time;      /* Unix time, seconds, of finishing; 0: not finished, or not known when */
  guint minutes;    /* reading time, as the lesson says */
  guint n_questions;
  guint n_answered;
  guint n_right;    /* right at the latest answer */

  /* Owned */
  char *id;
  char *title;
} WbAttendedLesson;

/**
 * WbAttendance:
 *
 * A whole learning path, as far as a learner has got: what a confirmation of attendance says.
 */
typedef struct
{
  /* Owned */
  GPtrArray *lessons; /* WbAttendedLesson, in the order of the path */
} WbAttendance;

WbAttendance *wb_attendance_new         (void);
void          wb_attendance_free        (WbAttendance       *self);
/* Adds the lesson @id with what @learner did in it. */
void          wb_attendance_add         (WbAttendance       *self,
                                         const char         *id,
                                         const char         *title,
                                         WbLesson           *lesson,
                                         WbLearner          *learner);
/* TRUE when there are lessons and all of them are finished. */
gboolean      wb_attendance_is_complete (const WbAttendance *self);
/* The sums over all lessons; @id, @title and @finished mean nothing in it, @time is that of the lesson finished last. */
void          wb_attendance_sum         (const WbAttendance *self,
                                         WbAttendedLesson   *sum);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbAttendance, wb_attendance_free)

G_END_DECLS
