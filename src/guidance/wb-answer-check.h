/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wb-guide.h"

G_BEGIN_DECLS

/* Longest text of one cell, in bytes; more is refused, so that a paste by mistake cannot fill the disk. */
#define WB_ANSWER_MAX_BYTES (1024 * 1024)

/* TRUE when @value may stand in the cell @row / @column of @field, as WbAnswers describes it. "" is always
 * allowed. Otherwise sets a WB_ERROR_INVALID that names the field and says what is expected. */
gboolean wb_answer_check        (const WbField  *field,
                                 const char     *row,
                                 const char     *column,
                                 const char     *value,
                                 GError        **error);
/* Turns what a person types for a column or field of @type into the stored form: "24.11.2026", "24.11.26" and
 * "2026-11-24" → "2026-11-24"; "1.234,5" → "1234.5" (in English "1,234.5"). NULL and a WB_ERROR_INVALID when it cannot be
 * read. (transfer full) */
char    *wb_answer_normalize    (WbFieldType     type,
                                 const char     *text,
                                 GError        **error);
/* The other way, for people: "2026-11-24" → "24.11.2026", "1234.5" → "1.234,5", "yes" → "Yes" (translated), an
 * option's id → its label. @column is nullable. (transfer full) */
char    *wb_answer_to_display   (const WbField  *field,
                                 const WbColumn *column,
                                 const char     *value);
/* Only the date: "2026-11-24" → "24.11.2026". What is no date in this notation comes back as it is. (transfer full) */
char    *wb_answer_date_to_display (const char *value) G_GNUC_WARN_UNUSED_RESULT;
/* Only the number: "1234.5" → "1.234,5". What is no plain number comes back as it is. (transfer full) */
char    *wb_answer_number_to_display (const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
