/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-learner.h"

G_BEGIN_DECLS

/**
 * WbRepetition:
 *
 * When a question is asked again: the algorithm SM-2 (P. A. Woźniak, "Optimization of learning", master's thesis, Poznań
 * University of Technology, 1990, section 3.2). Its intervals are
 *
 *   I(1) = 1 day, I(2) = 6 days, I(n) = I(n - 1) · EF, rounded up to whole days,
 *
 * with the E-factor EF = 2.5 at the beginning; an answer of a quality below 3 begins again at I(1) and leaves EF as it is.
 * SM-2 lets the learner grade each answer from 0 to 5. Here it is known only whether an answer was right: right counts as
 * grade 4, wrong as a grade below 3. Both leave EF at 2.5, so that the intervals are 1, 6, 15, 38, 95 … days.
 *
 * What SM-2 leaves open: only the first answer of a day counts, for after it the explanation has been read; and a right
 * answer before the question was due changes nothing, a wrong one does.
 *
 * Days are Julian days as in GDate. There is no clock in here: the day is handed in. Nothing is kept but the answers
 * themselves, so that two records of the same learner can be merged: the schedule follows from the answers.
 */
typedef struct
{
  guint streak;   /* right answers in a row that counted */
  guint interval; /* days from the last answer that counted to @due; 0 while nothing was answered */
  guint32 last;   /* day of the last answer; 0 while nothing was answered */
  guint32 due;    /* day from which the question is asked again */
} WbRepetition;

/* Longest interval, in days: after some years nobody knows what the content says then. */
#define WB_REPETITION_MAX_DAYS 3650

/* The first state is all zeros: { 0 }. Adds an answer given on @day; answers come in the order of time. */
void     wb_repetition_add     (WbRepetition       *self,
                                guint32             day,
                                gboolean            right);
gboolean wb_repetition_is_due  (const WbRepetition *self,
                                guint32             today);

/* The day of @time (Unix time, seconds) in @zone; 1, the first of all days, for 0: nobody knows when. */
guint32  wb_repetition_get_day (gint64              time,
                                GTimeZone          *zone);

/* A question that is due. */
typedef struct
{
  guint32 due;

  /* Borrowed from the learner */
  const char *lesson;
  const char *question;
} WbDue;

/* The questions of @learner that are due on the day @today, longest overdue first: WbDue. (transfer full) */
GPtrArray *wb_repetition_list_due (WbLearner *learner,
                                   guint32    today,
                                   GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
