/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-attendance.h"
#include "wb-course.h"
#include "wb-library.h"

G_BEGIN_DECLS

/* How far @learner has got in the learning path @course_id of the library. @course gets the path, @title its name (both transfer
 * full). INVALID when that is another kind of entry. A lesson that cannot be read is an error, since the sums would be wrong without it. (transfer full) */
WbAttendance *wb_attendance_source_read (WbLibrary   *library,
                                         const char  *course_id,
                                         WbLearner   *learner,
                                         WbCourse   **course,
                                         char       **title,
                                         GError     **error);

G_END_DECLS
