/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-learner.h"

G_BEGIN_DECLS

/* Table "finished": the lessons a learner is through with, and since when. */

gboolean    wb_finished_table_create (WbConnection      *connection,
                                      GError           **error);
/* Of two times the earlier one stays; one that is not known gives way. */
gboolean    wb_finished_table_add    (WbConnection      *connection,
                                      gint64             learner,
                                      const WbFinished  *finished,
                                      GError           **error);
/* NULL, without error, when the lesson is not finished. (transfer full) (nullable) */
WbFinished *wb_finished_table_get    (WbConnection      *connection,
                                      gint64             learner,
                                      const char        *lesson,
                                      GError           **error);
/* Adds all finished lessons of @learner to @record, by lesson. */
gboolean    wb_finished_table_load   (WbConnection      *connection,
                                      gint64             learner,
                                      WbLearner         *record,
                                      GError           **error);
gboolean    wb_finished_table_remove (WbConnection      *connection,
                                      gint64             learner,
                                      GError           **error);

G_END_DECLS
