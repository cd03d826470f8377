/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-assessment.h"
#include "wb-connection.h"

G_BEGIN_DECLS

/* Table "assessment": the self-checks, drafts among them. */

gboolean   wb_assessment_table_create (WbConnection        *connection,
                                       GError             **error);
/* Sets the number of @assessment. */
gboolean   wb_assessment_table_add    (WbConnection        *connection,
                                       WbAssessment        *assessment,
                                       GError             **error);
/* @finished: Unix time; 0 makes it a draft again. */
gboolean   wb_assessment_table_finish (WbConnection        *connection,
                                       gint64               number,
                                       gint64               finished,
                                       GError             **error);
gboolean   wb_assessment_table_rename (WbConnection        *connection,
                                       gint64               number,
                                       const char          *title,
                                       GError             **error);
gboolean   wb_assessment_table_remove (WbConnection        *connection,
                                       gint64               number,
                                       GError             **error);
/* Without replies; WB_ERROR_NOT_FOUND when there is none of that number. (transfer full) */
WbAssessment *wb_assessment_table_get (WbConnection        *connection,
                                       gint64               number,
                                       GError             **error);
/* WbAssessment without replies, the latest first. (transfer full) */
GPtrArray *wb_assessment_table_list   (WbConnection        *connection,
                                       GError             **error);

G_END_DECLS
