/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-decimal.h"

G_BEGIN_DECLS

typedef enum
{
  WB_TIME_HOURS,
  WB_TIME_DAYS,
  WB_TIME_WEEKS,
  WB_TIME_MONTHS,
} WbTimeUnit;

#define WB_N_TIME_UNITS (WB_TIME_MONTHS + 1)

/* How long something takes. Stored as ISO 8601 has it, with one unit: "PT6H", "P5D", "P6W", "P1.5M". */
typedef struct
{
  WbDecimal value; /* not negative */
  WbTimeUnit unit;
} WbDuration;

/* Reads the stored form. */
gboolean wb_duration_parse     (const char       *text,
                                WbDuration       *duration);
/* The stored form. (transfer full) */
char    *wb_duration_to_string (const WbDuration *duration) G_GNUC_WARN_UNUSED_RESULT;
/* The day @duration after @date: hours count from 0:00, a part of a day, week or month is rounded up to whole days (a month has 30 then);
 * from the 31st, a month leads to the last day of a shorter one. FALSE when that is beyond the calendar. */
gboolean wb_duration_after     (const WbDuration *duration,
                                const GDate      *date,
                                GDate            *result);

G_END_DECLS
