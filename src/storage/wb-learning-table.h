/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"

G_BEGIN_DECLS

/* Tables "question" and "lesson" of version 1, when there was one learner and no time: made when a file grows up from the beginning,
 * and moved into the tables "learner", "trial" and "finished" of version 2. */

gboolean wb_learning_table_create  (WbConnection  *connection,
                                    GError       **error);
/* What was learned goes to the guest, at no known time; the two tables go. */
gboolean wb_learning_table_move    (WbConnection  *connection,
                                    GError       **error);

G_END_DECLS
