/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"

G_BEGIN_DECLS

/* Tables "question" and "lesson": what was answered last, and which lessons are finished. */

gboolean wb_learning_table_create       (WbConnection  *connection,
                                         GError       **error);
gboolean wb_learning_table_set_answer   (WbConnection  *connection,
                                         const char    *lesson,
                                         const char    *question,
                                         guint          chosen,
                                         gboolean       right,
                                         GError       **error);
/* FALSE, without error, when there is no answer. */
gboolean wb_learning_table_get_answer   (WbConnection  *connection,
                                         const char    *lesson,
                                         const char    *question,
                                         guint         *chosen,
                                         gboolean      *right,
                                         GError       **error);
gboolean wb_learning_table_set_done     (WbConnection  *connection,
                                         const char    *course,
                                         const char    *lesson,
                                         GError       **error);
/* FALSE, without error, when the lesson is not finished. @course: (transfer full) (nullable) */
gboolean wb_learning_table_get_done     (WbConnection  *connection,
                                         const char    *lesson,
                                         char         **course,
                                         GError       **error);

G_END_DECLS
