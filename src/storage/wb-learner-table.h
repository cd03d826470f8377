/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"
#include "wb-learner.h"

G_BEGIN_DECLS

/* Table "learner": who learns on this laptop, and which course each had open last. */

/* The guest is always there. */
#define WB_LEARNER_GUEST 1

/* Makes the table, with the guest in it. */
gboolean wb_learner_table_create     (WbConnection  *connection,
                                      GError       **error);
/* The number of the learner of this name, however spelt; 0 in @number when there is none. */
gboolean wb_learner_table_find       (WbConnection  *connection,
                                      const char    *name,
                                      gint64        *number,
                                      GError       **error);
/* The same; makes the learner where there is none. */
gboolean wb_learner_table_ensure     (WbConnection  *connection,
                                      const char    *name,
                                      gint64        *number,
                                      GError       **error);
/* Removes the learner; of the guest only the course. The rows of the other tables are the caller's to remove first. */
gboolean wb_learner_table_remove     (WbConnection  *connection,
                                      gint64         number,
                                      GError       **error);
/* The names, the guest ("") first, the others by name. NULL-terminated. (transfer full) */
char   **wb_learner_table_list       (WbConnection  *connection,
                                      GError       **error);
/* NULL, without error, when there is no learner @number. (transfer full) (nullable) */
char    *wb_learner_table_get_name   (WbConnection  *connection,
                                      gint64         number,
                                      GError       **error);
/* @course: (nullable) */
gboolean wb_learner_table_set_course (WbConnection  *connection,
                                      gint64         number,
                                      const char    *course,
                                      GError       **error);
/* NULL, without error, when none was open yet. (transfer full) (nullable) */
char    *wb_learner_table_get_course (WbConnection  *connection,
                                      gint64         number,
                                      GError       **error);

G_END_DECLS
