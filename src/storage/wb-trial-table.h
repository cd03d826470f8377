/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-learner.h"

G_BEGIN_DECLS

/* Table "trial": every answer a learner gave to a question, with its time. */

gboolean wb_trial_table_create (WbConnection   *connection,
                                GError        **error);
/* An answer that is there already, by learner, question and time, stays as it is. */
gboolean wb_trial_table_add    (WbConnection   *connection,
                                gint64          learner,
                                const WbTrial  *trial,
                                GError        **error);
/* Moves the time of @trial on to the first second in which there is no other answer of the learner to that question: two within one
 * second, or two of no known time, would be one. */
gboolean wb_trial_table_find_time (WbConnection  *connection,
                                   gint64         learner,
                                   WbTrial       *trial,
                                   GError       **error);
/* The latest answer to a question; NULL, without error, when there is none. (transfer full) (nullable) */
WbTrial *wb_trial_table_get    (WbConnection   *connection,
                                gint64          learner,
                                const char     *lesson,
                                const char     *question,
                                GError        **error);
/* Adds all answers of @learner to @record, by lesson, question and time. */
gboolean wb_trial_table_load   (WbConnection   *connection,
                                gint64          learner,
                                WbLearner      *record,
                                GError        **error);
gboolean wb_trial_table_remove (WbConnection   *connection,
                                gint64          learner,
                                GError        **error);

G_END_DECLS
