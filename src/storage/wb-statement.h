/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-connection.h"

G_BEGIN_DECLS

/**
 * WbStatement:
 *
 * A prepared statement. Parameters count from 1, columns from 0, as in SQL. Values are bound one
 * after the other; a binding that fails is reported by the next wb_statement_step(), so that none
 * is lost. Must be freed before its connection.
 */
typedef struct _WbStatement WbStatement;

typedef enum
{
  WB_STATEMENT_ERROR,
  WB_STATEMENT_ROW,
  WB_STATEMENT_DONE,
} WbStatementState;

/* (transfer full) */
WbStatement     *wb_statement_new          (WbConnection  *connection,
                                            const char    *sql,
                                            GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void             wb_statement_free         (WbStatement   *self);

/* NULL is stored as NULL. Text that is not valid UTF-8 is made so. */
void             wb_statement_bind_text    (WbStatement   *self,
                                            int            index,
                                            const char    *text);
void             wb_statement_bind_int     (WbStatement   *self,
                                            int            index,
                                            gint64         value);
void             wb_statement_bind_bytes   (WbStatement   *self,
                                            int            index,
                                            GBytes        *bytes);

WbStatementState wb_statement_step         (WbStatement   *self,
                                            GError       **error);
/* Steps to the end and resets, for statements that return nothing. */
gboolean         wb_statement_run          (WbStatement   *self,
                                            GError       **error);
/* Back to before the first row, for other values. The bound ones stay. */
void             wb_statement_reset        (WbStatement   *self);

/* NULL for NULL; always valid UTF-8, whatever the file holds. (transfer full) (nullable) */
char            *wb_statement_dup_text     (WbStatement   *self,
                                            int            column) G_GNUC_WARN_UNUSED_RESULT;
/* The text as it stands in the file, perhaps not UTF-8, valid until the next step; NULL for NULL. (transfer none) (nullable) */
const char      *wb_statement_peek_text    (WbStatement   *self,
                                            int            column) G_GNUC_WARN_UNUSED_RESULT;
/* A copy; empty for NULL. (transfer full) */
GBytes          *wb_statement_dup_bytes    (WbStatement   *self,
                                            int            column) G_GNUC_WARN_UNUSED_RESULT;
gint64           wb_statement_get_int      (WbStatement   *self,
                                            int            column);
/* The bytes, valid until the next step; NULL for NULL. (transfer none) (nullable) */
gconstpointer    wb_statement_get_blob     (WbStatement   *self,
                                            int            column,
                                            gsize         *length);
double           wb_statement_get_double   (WbStatement   *self,
                                            int            column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WbStatement, wb_statement_free)

G_END_DECLS
