/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-project-state.h"

G_BEGIN_DECLS

/* The state of a project as a whole: out of its file, and into it. */

/* What may be merged of the file: all of it but its identity, its guide and where it was left off. @answers: (out) (optional) (transfer
 * full) the answers among it. (transfer full) */
WbProjectState *wb_project_merge_load  (WbConnection    *connection,
                                        WbAnswers      **answers,
                                        GError         **error) G_GNUC_WARN_UNUSED_RESULT;
/* Makes the file hold @state, inside a transaction of the caller's; only what is different is written. */
gboolean        wb_project_merge_store (WbConnection    *connection,
                                        WbProjectState  *state,
                                        GError         **error);

G_END_DECLS
