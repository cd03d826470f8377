/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-attendance.h"
#include "wb-document.h"

G_BEGIN_DECLS

/* The confirmation of attendance for a learning path, on one page: who, which path, its lessons with minutes and day, their sum, how many
 * questions were answered; and that it is a self-study, without any accreditation. @name as it is to stand there. @now: Unix
 * time, seconds; days are those of @zone. @attendance need not be complete; what is not finished is said to be. (transfer full) */
WbDocument *wb_certificate_build (const char         *name,
                                  const char         *course,
                                  const char         *goal,
                                  const WbAttendance *attendance,
                                  gint64              now,
                                  GTimeZone          *zone) G_GNUC_WARN_UNUSED_RESULT;
/* The day of @time in @zone, as it is written: "22.11.2026". (transfer full) */
char       *wb_certificate_format_day (gint64     time,
                                       GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
