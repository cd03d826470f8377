/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-assessment.h"
#include "wb-connection.h"

G_BEGIN_DECLS

/* Table "tally": the replies of a self-check, counted by statement. Whoever gave which is not kept. */

gboolean wb_tally_table_create (WbConnection   *connection,
                                GError        **error);
/* An all zero @tally takes it away. */
gboolean wb_tally_table_set    (WbConnection   *connection,
                                gint64          assessment,
                                const char     *barrier,
                                const char     *statement,
                                const WbTally  *tally,
                                GError        **error);
gboolean wb_tally_table_load   (WbConnection   *connection,
                                WbAssessment   *assessment,
                                GError        **error);
/* All of an assessment. */
gboolean wb_tally_table_remove (WbConnection   *connection,
                                gint64          assessment,
                                GError        **error);

G_END_DECLS
