/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-task.h"

G_BEGIN_DECLS

typedef enum
{
  WB_CALENDAR_TASKS,  /* tasks as VTODO, dates as VEVENT: what Thunderbird and Evolution read */
  WB_CALENDAR_EVENTS, /* all as VEVENT of one day: for programs that leave out VTODO; what has no date cannot be in it */
} WbCalendarForm;

/* The tasks and dates @tasks (element-type WbTask) as an iCalendar object (RFC 5545): UTF-8, lines of at most 75 octets, CRLF. Days are
 * DATE values, without time and time zone. Each has a UID made of the project and the place in it, so that reading the file again changes what was
 * read before. @stamp: when it is written. (transfer full) */
char *wb_calendar_write (GPtrArray      *tasks,
                         WbCalendarForm  form,
                         GDateTime      *stamp) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
