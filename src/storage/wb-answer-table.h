/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-answers.h"
#include "wb-connection.h"

G_BEGIN_DECLS

/* Table "answer": the cells of a project's answers, keyed by field, row and column so that changesets can name them. */

gboolean wb_answer_table_create (WbConnection  *connection,
                                 GError       **error);
/* "" removes the cell. */
gboolean wb_answer_table_set    (WbConnection  *connection,
                                 const char    *field,
                                 const char    *row,
                                 const char    *column,
                                 const char    *value,
                                 GError       **error);
gboolean wb_answer_table_load   (WbConnection  *connection,
                                 WbAnswers     *answers,
                                 GError       **error);

G_END_DECLS
